"""One person's way through decisions: correct, merge, split, read again, take back, report on, erase for real."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from names_left import left

from graph.commands.table import samverkan
from graph.library import Library

SERIES = Path(__file__).parent / "series"
FILES = [str(SERIES / name) for name in ("kust-1.txt", "kust-2.txt", "kust-3.txt")]
LINE = "kust-1.txt:13"
"""Ola Stenvik speaks there, of Lysekils kommun."""


class Person:
    """Somebody at a terminal."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def types(self, *words: str) -> str:
        asked = ["--library", str(self.folder), "--lang", "en", *words]
        result = CliRunner().invoke(samverkan, asked)
        assert result.exit_code == 0, result.output
        return result.stdout

    def rows(self, *words: str) -> list[dict[str, object]]:
        return list(json.loads(self.types(*words, "--json"))["rows"])

    def speakers(self) -> set[object]:
        return {
            row["speaker"] for row in self.rows("statements", "--from", "2025-03-06", "--to", "2025-03-06")
        }


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path / "library")


def test_what_a_person_decides_stays_until_it_is_taken_back_and_who_is_erased_stays_out(
    person: Person,
) -> None:
    person.types("read", *FILES)
    person.types("correct", LINE, "--speaker", "Karin Ask", "--why", "she held the floor")
    person.types("merge", "Fiskarföreningen Väst", "Business Region Väst", "--why", "one office")
    person.types("split", "Sotenäs kommun", "--mention", "kust-3.txt", "--why", "another one")
    decided = person.rows("history")
    assert len(decided) == 3
    before = {kind: person.types(kind, "--json") for kind in ("statements", "actors")}
    assert "said by a person" in person.types("statements", "--by", "Karin Ask")

    person.types("read", "--again", *FILES)
    assert {kind: person.types(kind, "--json") for kind in before} == before
    assert person.rows("history") == decided

    person.types("undo")
    assert len([row for row in person.rows("history") if row.get("withdrawn")]) == 1

    out = person.folder.parent / "extract.html"
    person.types("about", "Ola Stenvik", "--out", str(out))
    assert "Ola Stenvik" in out.read_text(encoding="utf-8")

    assert "0 hits" in person.types("erase", "Ola Stenvik", "--yes")
    assert len(list(person.folder.glob("erasure-*.txt"))) == 1
    person.types("read", "--again", *FILES)
    assert left(Library(person.folder), "Ola Stenvik", "Stenvik") == []
    assert "Karin Ask" in person.speakers()
    person.types("check")
