"""What changed between meetings: who came and went, ties, figures and promises, as text and as a network."""

import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.commands.table import samverkan
from graph.errors import NothingToCompare
from graph.library import Library
from graph.model.answers import Answer
from graph.picture.figure import figure
from graph.picture.graphs import as_gexf, multidigraph
from graph.picture.page_data import page_data
from graph.picture.sheets import as_csv
from graph.picture.svg import svg


@pytest.fixture(scope="module")
def library(series_read: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    held = Library(shutil.copytree(series_read, tmp_path_factory.mktemp("series") / "library"))
    yield held
    held.store.close()


def told(answer: Answer, fact: str) -> set[tuple[object, ...]]:
    return {
        (row["change"], row.get("name") or row.get("what"), row.get("other"), row.get("was"))
        for row in answer.rows
        if row["fact"] == fact
    }


def test_the_two_latest_meetings_of_the_series_are_compared_unless_others_are_named(library: Library) -> None:
    answer = library.changes()
    days = {held.date for held in answer.evidence.values()}
    assert days == {"2025-09-17", "2025-11-27"}
    assert library.changes("siljan-3.txt").rows == library.changes("siljan-3.txt", "siljan-4.txt").rows
    assert library.changes("2025-09-17", "2025-11").rows == answer.rows


def test_actors_come_go_and_come_back(library: Library) -> None:
    first = told(library.changes("siljan-1.txt", "siljan-2.txt"), "actor")
    assert ("new", "Siljan Data AB", None, None) in first
    assert ("gone", "Omställningscheckarna", None, None) not in first
    later = told(library.changes("siljan-3.txt", "siljan-4.txt"), "actor")
    assert ("gone", "Omställningscheckarna", None, None) in later
    assert not any(row[1] == "Erik Bergdal" for row in later)  # there, and now told to be away
    again = told(library.changes("kust-2.txt", "kust-3.txt"), "actor")
    assert not any(row[0] == "new" and row[1] == "Lysekils kommun" for row in again)


def test_a_tie_is_new_not_told_or_denied(library: Library) -> None:
    assert ("new", "Siljan Data AB", "Mora kommun", None) in told(
        library.changes("siljan-2.txt", "siljan-3.txt"), "tie"
    )
    assert ("gone", "Rättviks kommun", "Leksands kommun", None) in told(
        library.changes("siljan-2.txt", "siljan-3.txt"), "tie"
    )
    (ended,) = told(library.changes("kust-1.txt", "kust-3.txt"), "tie")
    assert ended == ("moved", "Lysekils kommun", "Fiskarföreningen Väst", "asserted")


def moved(answer: Answer) -> list[tuple[object, ...]]:
    return [(row["measures"], row["was"], row["value"]) for row in answer.rows if row["fact"] == "figure"]


def test_a_figure_moves_where_the_same_is_measured_by_the_same(library: Library) -> None:
    numbers = moved(library.changes("siljan-1.txt", "siljan-2.txt"))
    assert ("Arbetslösheten", 5.4, 5.1) in numbers
    assert ("Panncentralen", 45_000_000, 52_000_000) in numbers
    assert [pair[1:] for pair in numbers if pair[1] == 120] == [(120, 180)]
    assert len(numbers) == 3
    assert moved(library.changes("siljan-3.txt", "siljan-4.txt")) == []  # 4.9 stays; another says 5.3
    assert moved(library.changes("kust-1.txt", "kust-3.txt")) == [("båtar", 64, 58)]  # 60 is the town's word


def test_companies_that_got_a_letter_and_companies_that_wait_are_no_series(library: Library) -> None:
    assert not any(row[0] == "företag" for row in moved(library.changes(since="2025-09-01")))


def test_promises_are_answered_with_both_quotes(library: Library) -> None:
    answer = library.changes("siljan-1.txt", "siljan-2.txt")
    rows = [row for row in answer.rows if row["fact"] == "promise"]
    assert {(row["who"], row["outcome"]) for row in rows} == {
        ("Maria Lindkvist", "changed"),
        ("Per Olsbo", "kept"),
        ("Jonas Myrén", "kept"),
        ("Anna-Karin Trygg", "silent"),
    }
    kept = next(row for row in rows if row["who"] == "Per Olsbo")
    quotes = [answer.evidence[str(key)].quote for key in kept["evidence"] or ()]  # type: ignore[union-attr]
    assert quotes == [
        "Jag lovar att skicka enkäten om bredband till alla företag före den 1 april.",
        "Enkäten om bredband är skickad till 310 företag.",
    ]


def test_every_row_of_changes_has_its_words(library: Library) -> None:
    for pair in (("siljan-1.txt", "siljan-4.txt"), ("kust-1.txt", "kust-3.txt")):
        answer = library.changes(*pair)
        assert answer.rows
        assert all(row["evidence"] for row in answer.rows)


def test_all_meetings_before_a_day_are_compared_with_all_from_it_on(library: Library) -> None:
    answer = library.changes(since="2025-09-01")
    assert ("moved", "Lysekils kommun", "Fiskarföreningen Väst", "asserted") in told(answer, "tie")
    assert ("Arbetslösheten", 5.1, 4.9) in moved(answer)


@pytest.mark.parametrize("asked", [("no-such.txt",), ("siljan-1.txt", "1999"), ("siljan-4.txt",)])
def test_meetings_that_cannot_be_compared_are_told(library: Library, asked: tuple[str, ...]) -> None:
    with pytest.raises(NothingToCompare):
        library.changes(*asked)  # type: ignore[arg-type]  # one name or two


def test_a_library_without_a_series_says_so_in_one_sentence(tmp_path: Path) -> None:
    for spoken, words in (("sv", "jämföra"), ("en", "compare")):
        done = CliRunner().invoke(samverkan, ["--library", str(tmp_path), "--lang", spoken, "changes"])
        assert done.exit_code == 1
        assert words in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


def test_the_network_of_two_times_marks_what_changed(library: Library) -> None:
    drawn = library.drawn(changes={"one": "siljan-2.txt", "other": "siljan-3.txt"})
    names = {node.iri: node.name for node in drawn.nodes}
    edges = {(names[e.source], e.predicate, names[e.target]): e.change for e in drawn.edges}
    assert edges["Siljan Data AB", "works_with", "Mora kommun"] == "new" or (
        edges["Mora kommun", "works_with", "Siljan Data AB"] == "new"
    )
    assert edges["Almi Dalarna", "funds", "Siljan Data AB"] == "gone"
    assert edges["Per Olsbo", "represents", "Rättviks kommun"] == "same"
    changes = {node.name: node.change for node in drawn.nodes}
    assert (changes["Lina Forsman"], changes["Mora kommun"]) == ("new", "same")


def test_a_tie_that_is_denied_now_is_drawn_as_gone(library: Library) -> None:
    drawn = library.drawn(changes={"one": "kust-1.txt", "other": "kust-3.txt"})
    (tie,) = [edge for edge in drawn.edges if edge.predicate == "works_with"]
    assert tie.change == "gone"


def test_the_changed_network_is_written_in_every_form(library: Library) -> None:
    drawn = library.drawn(changes={"one": "siljan-2.txt", "other": "siljan-3.txt"})
    data = page_data(drawn, "sv")
    assert data["title"] == "Vad som ändrats"
    assert {edge["change"] for edge in data["edges"]} == {"new", "gone", "same"}
    assert data["terms"]["change"]["gone"] == "inte nämnd nu"
    rows = list(csv.reader(io.StringIO(as_csv(drawn)[1:])))
    assert rows[0][-1] == "change"
    assert {row[-1] for row in rows[1:]} == {"new", "gone", "same"}
    assert 'title="change"' in as_gexf(drawn)
    assert {data["change"] for *_, data in multidigraph(drawn).edges(data=True)} == {"new", "gone", "same"}
    picture = svg(figure(drawn, "en"))
    assert "#127a3d" in picture
    assert "#b3261e" in picture
    assert "not named now" in picture


def test_a_network_of_one_time_says_nothing_of_change(library: Library) -> None:
    drawn = library.drawn()
    assert "change" not in page_data(drawn, "sv")["edges"][0]
    assert as_csv(drawn).splitlines()[0].endswith(",to_iri")
    assert "#127a3d" not in svg(figure(drawn))
