"""A small gold document and what was found in it, made by hand, and the lines that such gold is made of."""

import json
from pathlib import Path
from typing import Any

Line = dict[str, Any]


def mention(start: int, end: int, type_: str, canonical: str, text: str = "", **more: Any) -> Line:
    place = {"kind": "mention", "start": start, "end": end, "type": type_}
    return place | {"canonical": canonical, "text": text or canonical, **more}


def tie(subject: str, predicate: str, other: str, **more: Any) -> Line:
    return {"kind": "relation", "subject": subject, "predicate": predicate, "object": other, **more}


def said(start: int, end: int, speaker: str, **more: Any) -> Line:
    return {"kind": "statement", "start": start, "end": end, "speaker": speaker, **more}


GOLD: list[Line] = [
    {"kind": "meeting", "title": "Råd", "date": "2024-03-03", "next": "2024-05-02"},
    {"kind": "ignore", "start": 900, "end": 950, "reason": "footer"},
    {"kind": "alias", "canonical": "Luleå tekniska universitet", "aliases": ["LTU"]},
    mention(0, 10, "person", "Åsa Öberg"),
    mention(20, 30, "organisation", "Luleå tekniska universitet", "universitetet"),
    mention(40, 50, "place", "Kiruna"),
    mention(60, 70, "project", "Vätgasprojektet", optional=True),
    {"kind": "represents", "person": "Åsa Öberg", "organisation": "Gruvbolaget"},
    tie("Gruvbolaget", "works_with", "Luleå tekniska universitet"),
    tie("Gruvbolaget", "funds", "Vätgasprojektet"),
    said(100, 200, "Åsa Öberg"),
    said(200, 300, "Nils Lax"),
    said(300, 400, "Nils Lax", optional=True),
]

FOUND: list[Line] = [
    {"kind": "meeting", "title": "Råd", "date": "2024-03-03", "next": "2024-05-03"},
    mention(0, 10, "person", "Åsa Öberg"),
    mention(22, 30, "organisation", "LTU"),  # a shorter span: no exact hit, but an overlap
    mention(40, 50, "organisation", "Kiruna"),  # the right span of the wrong type
    mention(60, 72, "project", "Vätgas"),  # meets what is optional
    mention(910, 920, "person", "Sidfot"),  # in the zone that is ignored
    mention(500, 510, "person", "Ingen"),
    {"kind": "represents", "person": "ÅSA  ÖBERG", "organisation": "gruvbolaget."},
    tie("LTU", "works_with", "Gruvbolaget"),  # the other way round, by an alias
    tie("Gruvbolaget", "supports", "Vätgasprojektet"),  # the right two, the wrong predicate
    said(100, 190, "Åsa Öberg"),
    said(200, 300, "Åsa Öberg"),
    said(300, 400, "Nils Lax"),
]


def written(folder: Path, name: str, content: list[Line]) -> None:
    folder.mkdir(exist_ok=True)
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in content)
    (folder / name).write_text(text, encoding="utf-8")
