"""Saved questions that only a series of minutes answers."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.library import Library


@pytest.fixture(scope="module")
def library(series_read: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    held = Library(shutil.copytree(series_read, tmp_path_factory.mktemp("series") / "library"))
    yield held
    held.store.close()


def test_the_matrix_says_who_was_at_which_meeting(library: Library) -> None:
    rows = {str(row["name"]): row for row in library.ask("attendance-matrix").rows}
    assert rows["Helena Brattö"]["present"] == "2025-03-06; 2025-06-05; 2025-10-09"
    assert (rows["Karin Ask"]["present"], rows["Karin Ask"]["absent"]) == (
        "2025-03-06; 2025-06-05",
        "2025-10-09",
    )
    assert rows["Erik Bergdal"]["absent"] == "2025-02-12; 2025-11-27"
    assert rows["Maria Lindkvist"]["present"] == "2025-02-12; 2025-05-14; 2025-09-17; 2025-11-27"
    assert rows["Maria Lindkvist"]["absent"] is None
    (only,) = library.ask("attendance-matrix", {"about": "Karin Ask", "from": "2025-06-30"}).rows
    assert (only["present"], only["absent"]) == (None, "2025-10-09")


def test_a_thing_is_followed_from_its_first_mention(library: Library) -> None:
    rows = library.ask("first-mentions", about="Omställningscheckarna").rows
    assert [(row["first"], row["date"], row["organisation"]) for row in rows] == [
        ("2025-02-12", day, "Region Dalarna") for day in ("2025-02-12", "2025-05-14", "2025-09-17")
    ]
    assert library.ask("first-mentions", about="Omställningscheckarna", type="project").rows == ()


def test_an_indicator_is_followed_with_whoever_tells_it(library: Library) -> None:
    answer = library.ask("indicators", about="arbetslösheten")
    told = [(row["date"], row["value"], row["organisation"]) for row in answer.rows]
    assert told == [
        ("2025-02-12", 5.4, "Rättviks kommun"),
        ("2025-05-14", 5.1, "Rättviks kommun"),
        ("2025-09-17", 4.9, "Rättviks kommun"),
        ("2025-11-27", 4.9, "Rättviks kommun"),
        ("2025-11-27", 5.3, "Tillväxtverket"),
    ]
    assert not [row for row in library.ask("indicators").rows if row["measures"] == "lån"]  # told once


def test_a_meeting_that_was_announced_is_held_against_the_minutes(library: Library) -> None:
    rows = library.ask("announced-meetings").rows
    assert [(row["announced"], row["held"], row["agrees"]) for row in rows] == [
        ("2025-05-14", "2025-05-14", True),
        ("2025-06-05", "2025-06-05", True),
        ("2025-09-17", "2025-09-17", True),
        ("2025-10-09", "2025-10-09", True),
        ("2025-11-26", "2025-11-27", False),
    ]


def test_figures_that_contradict_each_other_stand_side_by_side_with_who_says_them(library: Library) -> None:
    answer = library.ask("contradictions")
    pairs = {
        frozenset([(row["value"], row["organisation"]), (row["other"], row["other_organisation"])])
        for row in answer.rows
    }
    assert pairs == {
        frozenset([(4.9, "Rättviks kommun"), (5.3, "Tillväxtverket")]),
        frozenset([(58, "Fiskarföreningen Väst"), (60, "Lysekils kommun")]),
    }
    assert all(len(row["evidence"] or ()) == 2 for row in answer.rows)  # type: ignore[arg-type]  # keys


def test_what_is_raised_by_three_is_a_narrower_question(library: Library) -> None:
    wide, narrow = library.ask("concerns").rows, library.ask("concerns", least="3").rows
    assert len(narrow) < len(wide)


def test_what_somebody_said_of_something_in_a_period(library: Library) -> None:
    asked = {"by": "Jonas Myrén", "about": "Siljan Data", "from": "2025-06-01"}
    rows = library.ask("statements", asked).rows
    assert [row["date"] for row in rows] == ["2025-11-27"]
