"""Asks the questions of a gold file through the command line, and says what is missing in an answer.

An answer is right when its rows hold every expected value and none that is forbidden, its evidence
covers every quote, and, for what the text does not say, there is no row and the nearest quotes stand
under `silent`.
"""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from graph.commands.table import samverkan
from graph.model.text import Span
from graph.reading.documents.formats import document_from_bytes

COVERED = 0.5
"""Share of a gold quote's characters that the evidence must hold: a gold quote may join sentences."""


@dataclass
class Verdict:
    """What one answer lacks; empty where it is right. `beside` counts evidence that no gold quote meets."""

    question: str
    missing: list[str] = field(default_factory=list)
    beside: int = 0


def answer(library: Path, arguments: list[str]) -> dict[str, Any]:
    result = CliRunner().invoke(samverkan, ["--library", str(library), *arguments, "--json"])
    assert result.exit_code == 0, (arguments, result.output, result.exception)
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def judge(question: dict[str, Any], found: dict[str, Any], text: str) -> Verdict:
    verdict = Verdict(question["id"])
    cells = [cell for row in found["rows"] for cell in values(row)]
    if question.get("silent"):
        if found["rows"]:
            verdict.missing.append(f"{len(found['rows'])} rows where the text does not say")
        keys = (found.get("silent") or {}).get("closest", [])
    else:
        keys = list(found["evidence"])
        for wanted in question.get("expect") or []:
            if not any(holds(cell, wanted) for cell in cells):
                verdict.missing.append(f"value {wanted!r}")
        for unwanted in question.get("forbid") or []:
            if any(holds(cell, unwanted, whole=True) for cell in cells):
                verdict.missing.append(f"forbidden {unwanted!r}")
    spans = [(found["evidence"][key]["start"], found["evidence"][key]["end"]) for key in keys]
    shown = [folded(found["evidence"][key].get("heading") or "") for key in keys]
    gold: set[int] = set()
    for item in question.get("evidence", []) + question.get("closest", []):
        place = located(item["quote"], text)
        gold |= place
        covered = {index for start, end in spans for index in range(start, end)} & place
        in_heading = any(folded(item["quote"]) in heading for heading in shown)
        if len(covered) < COVERED * len(place) and not in_heading:
            verdict.missing.append(f"quote {item['quote'][:60]!r} ({len(covered)}/{len(place)})")
    verdict.beside = sum(not gold & set(range(start, end)) for start, end in spans)
    return verdict


def values(cell: Any) -> list[Any]:
    if isinstance(cell, dict):
        return [v for key, item in cell.items() if key != "evidence" for v in values(item)]
    if isinstance(cell, list):
        return [v for item in cell for v in values(item)]
    return [cell]


def holds(cell: Any, wanted: Any, whole: bool = False) -> bool:
    if isinstance(wanted, int | float):
        return isinstance(cell, int | float) and not isinstance(cell, bool) and cell == wanted
    if not isinstance(cell, str):
        return False
    if whole:
        return re.search(rf"(?<!\w){re.escape(folded(wanted))}(?!\w)", folded(cell)) is not None
    return folded(wanted) in folded(cell)


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


def located(quote: str, text: str) -> set[int]:
    """The places of a quote's characters, white space aside; page furniture may stand inside it."""
    document = document_from_bytes("minutes.txt", text.encode("utf-8"))
    form = document.reading_form(Span(0, len(text)))
    pattern = r"\s*".join(re.escape(letter) for letter in re.sub(r"\s+", "", quote))
    match = re.search(pattern, form.text)
    if match:
        return {form.offsets[i] for i in range(match.start(), match.end()) if not form.text[i].isspace()}
    found = re.search(pattern, text)
    assert found, quote
    return {index for index in range(found.start(), found.end()) if not text[index].isspace()}
