"""Corrections in a library: seen at once, kept through re-reading, superseding and removal, reported when lost."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from corrections_made import at_random

from graph.commands.table import samverkan
from graph.knowledge.store.corrections import hold_again, orphaned
from graph.knowledge.store.decisions import put
from graph.knowledge.store.stored import unpacked
from graph.library import Library

TEXT = """Minnesanteckningar näringslivsråd 12 mars 2024

Almi Anna Berg
- Almi stödjer Nordalens bageri. Vi har gett lån på 300 000 kr till bageriet.
- Länsstyrelsen samarbetar med Region Gotland.

Region Gotland Per Lund
- Länsstyrelsen är med. Vi planerar ett möte i Visby.
"""


class Room:
    """A library in a folder with one document, asked by the command line."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, folder / "rad.txt"
        self.write(TEXT)

    def write(self, text: str) -> None:
        self.file.write_text(text, encoding="utf-8")
        self.last = self("read", str(self.file))

    def __call__(self, *words: str, code: int = 0) -> str:
        done = CliRunner().invoke(samverkan, ["--library", str(self.folder / "lib"), "--lang", "en", *words])
        assert done.exit_code == code, done.output
        return done.output

    def rows(self, *words: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = json.loads(self(*words, "--json"))["rows"]
        return rows

    def speaker(self) -> str:
        return str(self.rows("statements", "--about", "Nordalens")[0]["speaker"])


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def test_a_corrected_speaker_is_answered_at_once_and_taken_back_by_undo(room: Room) -> None:
    said = room("correct", "rad.txt:4", "--speaker", "Per Lund", "--why", "he said it")
    assert "− statement, line 4" in said
    assert "→ Per Lund · Region Gotland" in said
    assert room.speaker() == "Per Lund"
    assert room.rows("history")[0]["why"] == "he said it"
    assert room.rows("check") == []
    room("undo")
    assert room.speaker() == "Anna Berg"


def test_nothing_is_kept_of_a_dry_run(room: Room) -> None:
    assert "+ statement" in room("correct", "rad.txt:4", "--speaker", "Per Lund", "--dry-run")
    assert room.speaker() == "Anna Berg"
    assert room.rows("history") == []


def test_a_correction_survives_reading_again_rebuilding_superseding_and_coming_back(room: Room) -> None:
    room("correct", "rad.txt:4", "--speaker", "Per Lund")
    room("correct", "rad.txt:5", "Länsstyrelsen", "--name", "Länsstyrelsen i Gotlands län")
    for step in (
        lambda: room("read", "--again", str(room.file)),
        lambda: room("rebuild"),
        lambda: room.write(TEXT.replace("12 mars 2024\n", "12 mars 2024\n\nNy inledning om dagen.\n")),
        lambda: (room("remove", "rad.txt"), room("read", str(room.file))),
    ):
        step()
        assert room.speaker() == "Per Lund"
        assert len(room.rows("mentions", "Länsstyrelsen i Gotlands län")) == 1
        assert room.rows("check") == []
    assert room.rows("history", "--orphaned") == []


def test_a_document_that_comes_back_changed_and_elsewhere_is_known_by_name_title_and_date(room: Room) -> None:
    room("correct", "rad.txt:4", "--speaker", "Per Lund")
    room("remove", "rad.txt")
    other = room.folder / "other" / "rad.txt"
    other.parent.mkdir()
    other.write_text(TEXT + "\nSlut.\n", encoding="utf-8")
    room("read", str(other))
    assert room.speaker() == "Per Lund"


def test_a_correction_whose_words_are_gone_is_told_and_never_dropped(room: Room) -> None:
    room("correct", "rad.txt:8", "Visby", "--type", "organisation")
    room.write(TEXT.replace("Vi planerar ett möte i Visby.", "Slut."))
    assert "1 correction no longer finds its words" in room.last
    assert [row["standing"] for row in room.rows("history", "--orphaned")] == ["orphaned"]
    room.write(TEXT)
    assert "no longer" not in room.last
    assert room.rows("history", "--orphaned") == []


def test_a_correction_that_could_hold_elsewhere_is_offered_and_never_spread_by_itself(room: Room) -> None:
    said = room("correct", "rad.txt:5", "Länsstyrelsen", "--name", "Länsstyrelsen i Gotlands län")
    assert "1 other places of the document (line 8)" in said
    assert len(room.rows("mentions", "Länsstyrelsen i Gotlands län")) == 1
    room("undo")
    room("correct", "rad.txt:5", "Länsstyrelsen", "--name", "Länsstyrelsen i Gotlands län", "--everywhere")
    assert len(room.rows("mentions", "Länsstyrelsen i Gotlands län")) == 2


def test_a_rejected_tie_and_an_added_one_with_its_quote(room: Room) -> None:
    quote = "Länsstyrelsen är med."
    room("add", "relation", "Region Gotland", "works_with", "Almi", "--quote", quote, "--in", "rad.txt")
    ties = room.rows("partners", "Almi", "--relation", "works_with")
    assert [(row["certainty"], row["reason"]) for row in ties] == [("explicit", "said_by_a_person")]
    room("reject", "rad.txt:8", "--relation", "works_with")
    assert room.rows("partners", "Almi", "--relation", "works_with") == []


def test_meeting_actor_role_and_alias(room: Room) -> None:
    room("correct", "rad.txt", "--date", "2024-03-13", "--title", "Rådet")
    assert [(row["date"], row["title"]) for row in room.rows("documents")] == [("2024-03-13", "Rådet")]
    room(
        "add", "role", "Per Lund", "Almi", "ordförande", "--quote", "Länsstyrelsen är med.", "--in", "rad.txt"
    )
    room("add", "alias", "Almi", "Almi Gotland", "--in", "rad.txt")
    assert room.rows("actor", "Almi Gotland")
    room("add", "actor", "Nordalens bageri", "--in", "rad.txt:4")
    assert [row["name"] for row in room.rows("mentions", "Nordalens bageri")] == ["Nordalens bageri"]
    room("reject", "rad.txt:4", "Nordalens bageri")
    assert room.rows("mentions", "Nordalens bageri") == []


@pytest.mark.parametrize(
    ("words", "told", "code"),
    [
        (("correct", "rad.txt:99", "--speaker", "X"), "has no line 99", 2),
        (("correct", "rad.txt:4", "Saknas", "--type", "place"), 'line 4: "Saknas" does not stand there', 1),
        (("correct", "rad.txt:4", "--status", "planned"), "could be several there", 1),
        (("correct", "rad.txt:1", "--speaker", "X"), "a statement that fits was not read there", 1),
        (("correct", "rad.txt:4", "--speaker", "Anna Berg"), "it is so already", 1),
        (("correct", "rad.txt:4"), "cannot be run like that", 2),
        (("correct", "rad.txt", "--speaker", "X"), "DOCUMENT:LINE", 2),
        (("correct", "none.txt:4", "--speaker", "X"), "none.txt", 1),
        (("add", "role", "A", "B", "--quote", "Nej.", "--in", "rad.txt"), "stands 0 times", 1),
        (("add", "relation", "A", "loves", "B", "--in", "rad.txt:4"), "PREDICATE", 2),
    ],
)  # fmt: skip
def test_what_cannot_be_corrected_is_told_in_one_sentence(
    room: Room, words: tuple[str, ...], told: str, code: int
) -> None:
    said = room(*words, code=code)
    assert told in said
    assert said.count("\n") == 1


def test_reading_again_shows_first_what_it_would_change(room: Room) -> None:
    room.file.write_text(TEXT.replace("Region Gotland Per Lund", "Region Gotland Eva Ek"), encoding="utf-8")
    said = room("read", "--dry-run", "--again", str(room.file))
    assert "would change" in said
    assert "+ statement" in said
    assert room.rows("statements", "--by", "Per Lund")
    assert "would change" not in room("read", "--again", str(room.file))


def test_corrections_become_a_gold_that_reading_is_scored_against(room: Room) -> None:
    room("correct", "rad.txt:4", "--speaker", "Per Lund")
    gold = room.folder / "gold"
    room("export", "corrections", "--format", "gold", "--out", str(gold))
    assert sorted(path.name for path in gold.iterdir()) == ["rad.json", "rad.jsonl", "rad.txt"]
    assert (gold / "rad.txt").read_text(encoding="utf-8") == TEXT
    rows = {row["kind"]: row["f1"] for row in room.rows("evaluate", str(gold)) if row["type"] == "all"}
    assert rows["mention exact"] == 1.0
    lines = [json.loads(line) for line in (gold / "rad.jsonl").read_text(encoding="utf-8").splitlines()]
    assert "Per Lund" in [
        line["speaker"] for line in lines if line["kind"] == "statement" and line["start"] < 100
    ]


def test_two_hundred_corrections_hold_or_are_reported_when_everything_is_read_again(room: Room) -> None:
    library = Library(room.folder / "lib")
    (read,) = library.store.db.execute("SELECT reading FROM document").fetchone()
    made = at_random(unpacked(read), 200, 3)
    with library.store.writing() as db:
        for decision in made:
            put(db, decision)
        hold_again(db, made)
    held = {one.id for one in made} - {one.id for one in orphaned(library.store.db)}
    assert len(held) >= 190
    room("read", "--again", str(room.file))
    library.store.close()
    again = {one.id for one in made} - {one.id for one in orphaned(library.store.db)}
    assert again == held
    assert room.rows("check") == []
