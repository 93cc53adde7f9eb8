"""Corrected readings as gold: each document's text, its lines in the reading format, and what vouches for the text."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.errors import SameStem
from graph.evaluation.marked import Line, folded
from graph.evaluation.reading_format import lines
from graph.model.reading import Reading

MARKED = frozenset({"mention", "represents", "relation", "statement", "meeting"})
"""What a person marks; figures and the status of sentences are the reader's own lines."""
NAMED = {
    "represents": ("person", "organisation"),
    "relation": ("subject", "object"),
    "statement": ("speaker",),
}


def as_gold(readings: Iterable[Reading], folder: Path) -> dict[Path, str]:
    """The files of these readings: `<stem>.txt`, `<stem>.jsonl` and `<stem>.json` each.

    Raises SameStem where two documents would have one name.
    """
    files: dict[Path, str] = {}
    taken: dict[str, str] = {}
    for reading in readings:
        document = reading.document
        stem = Path(document.name).stem
        if (
            taken.setdefault(stem.casefold(), document.name) != document.name
            or folder / f"{stem}.txt" in files
        ):
            raise SameStem(first=taken[stem.casefold()], second=document.name, result=f"{stem}.jsonl")
        text = document.text
        hashed = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        files[folder / f"{stem}.txt"] = text
        files[folder / f"{stem}.jsonl"] = "".join(
            json.dumps(line, ensure_ascii=False) + "\n" for line in gold_lines(reading)
        )
        told = {"file": document.name, "sha256": hashed, "layout": reading.layout}
        files[folder / f"{stem}.json"] = json.dumps(told, ensure_ascii=False) + "\n"
    return files


def gold_lines(reading: Reading) -> list[Line]:
    """The lines of one document as a person would mark them.

    A name that an end bears and that nobody wrote is optional; other forms of a name are its aliases. No two
    names overlap but a nested one and what holds it.
    """
    made = [line for line in lines(reading) if line["kind"] in MARKED]
    made = list(_apart(made))
    written = {folded(line["canonical"]) for line in made if line["kind"] == "mention"}
    for line in made:
        if any(folded(line[end]) not in written for end in NAMED.get(line["kind"], ())):
            line["optional"] = True
    return [*made, *_aliases(reading, written)]


def _apart(made: list[Line]) -> Iterator[Line]:
    """The lines without the names that lie across one before them."""
    end = 0
    for line in made:
        if line["kind"] == "mention" and not line.get("nested"):
            if line["start"] < end:
                continue
            end = line["end"]
        yield line


def _aliases(reading: Reading, written: set[str]) -> Iterator[Line]:
    for actor in reading.actors:
        others = [name for name in actor.names if folded(name) != folded(actor.name)]
        if others and folded(actor.name) in written:
            yield {"kind": "alias", "canonical": actor.name, "aliases": others}
