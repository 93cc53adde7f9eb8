"""What people decide on identity: it holds at once, through every re-reading, and can be taken back."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.commands.table import samverkan
from graph.errors import CannotBeOne, NoSuchActor, NoSuchCandidate, NoSuchDecision, SeveralActors
from graph.knowledge.store.decided import orphaned
from graph.knowledge.store.graphs import nquads
from graph.library import Library

SERIES = Path(__file__).parent / "series"
AT = "2026-01-01T00:00:00Z"


def names(library: Library, kind: str = "organisation") -> set[str]:
    return {str(row["name"]) for row in library.actors(kind=kind).rows}


def partners(library: Library, name: str) -> set[tuple[str, str]]:
    return {(str(row["relation"]), str(row["name"])) for row in library.partners(name).rows}


def graph(library: Library) -> str:
    """All that is told but the log itself."""
    return nquads(library.store)


def test_a_merge_holds_in_every_answer_and_is_undone_whole(library: Library) -> None:
    before = graph(library)
    made = library.merge("Region Dalarna", "Almi Dalarna", "Eva", AT, "one house")
    assert "Almi Dalarna" not in names(library)
    assert ("funds", "Siljan Data AB") in partners(library, "Region Dalarna")
    (row,) = [row for row in library.actors("Region Dalarna").rows if row["type"] == "organisation"]
    assert "Almi Dalarna" in (row["aliases"] or [])  # type: ignore[operator]  # a list
    assert "mergedInto" in graph(library)
    assert library.statements(on_behalf_of="Almi Dalarna").rows
    assert library.undo(made.id[:6], AT).id == made.id
    assert graph(library) == before
    assert [row["standing"] for row in library.history().rows] == ["withdrawn"]


def test_a_merge_is_kept_through_re_reading_removal_and_rebuilding(library: Library) -> None:
    library.merge("Region Dalarna", "Almi Dalarna", "Eva", AT)
    held = graph(library)
    assert all(outcome.error is None for outcome in library.read([SERIES], again=True))
    assert graph(library) == held
    library.remove("siljan-1.txt")
    assert "Almi Dalarna" not in names(library)
    assert all(outcome.error is None for outcome in library.read([SERIES]))
    library.rebuild()
    assert graph(library) == held
    assert library.check() == []


def test_a_new_document_falls_under_the_decision(library: Library, tmp_path: Path) -> None:
    library.merge("Region Dalarna", "Almi Dalarna", "Eva", AT)
    more = tmp_path / "mer.txt"
    more.write_text(
        (SERIES / "siljan-4.txt").read_text("utf-8").replace("27 november", "3 december"), "utf-8"
    )
    assert all(outcome.error is None for outcome in library.read([more]))
    assert "Almi Dalarna" not in names(library)


def test_two_who_were_at_one_meeting_and_two_kinds_are_never_one(library: Library) -> None:
    with pytest.raises(CannotBeOne) as told:
        library.merge("Ola Stenvik", "Karin Ask", "Eva", AT)
    assert "Kustdialogen" in str(told.value.facts["problem"])
    with pytest.raises(CannotBeOne):
        library.merge("Mora kommun", "Ola Stenvik", "Eva", AT)
    with pytest.raises(CannotBeOne):
        library.merge("Mora kommun", "Mora kommun", "Eva", AT)
    assert library.history().rows == ()


def test_a_name_that_fits_none_or_several_is_told(library: Library) -> None:
    with pytest.raises(NoSuchActor):
        library.merge("Mora kommun", "Ingen Alls", "Eva", AT)
    with pytest.raises(SeveralActors) as told:
        library.rename("kommun", "K", "Eva", AT)
    assert "Mora kommun" in str(told.value.facts["names"])
    assert " = organisation-" in str(told.value.facts["names"])


def test_what_a_document_says_is_told_apart(library: Library) -> None:
    before = {row["date"] for row in library.statements(by="Per Olsbo").rows}
    made = library.split("Per Olsbo", "siljan-2.txt", "Eva", AT)
    groups = [row for row in library.actors("Per Olsbo").rows if row["type"] == "person"]
    assert sorted(int(str(row["documents"])) for row in groups) == [1, 3]
    assert all(outcome.error is None for outcome in library.read([SERIES], again=True))
    assert len([row for row in library.actors("Per Olsbo").rows if row["type"] == "person"]) == 2
    library.undo(made.id, AT)
    assert {row["date"] for row in library.statements(by="Per Olsbo").rows} == before
    assert len([row for row in library.actors("Per Olsbo").rows if row["type"] == "person"]) == 1


def test_a_name_that_a_person_gives_stands_everywhere(library: Library) -> None:
    library.rename("Siljan Data AB", "Siljan Data Center AB", "Eva", AT)
    assert "Siljan Data Center AB" in names(library)
    assert ("works_with", "Siljan Data Center AB") in partners(library, "Mora kommun")
    assert library.mentions("Siljan Data AB").rows  # as documents write it
    library.undo(None, AT)
    assert "Siljan Data Center AB" not in names(library)


def test_candidates_are_judged_once(library: Library) -> None:
    rows = {(row["name"], row["other"]): str(row["id"]) for row in library.candidates().rows}
    town = rows["Rättviks kommun", "Kommunen"]
    library.judge(town, "accept", "Eva", AT)
    assert ("works_with", "Leksands kommun") in partners(library, "Rättviks kommun")
    other = rows["Leksands kommun", "Kommunen"]
    library.judge(other, "reject", "Eva", AT)
    left = {str(row["id"]) for row in library.candidates().rows}
    assert not {town, other} & left
    with pytest.raises(NoSuchCandidate):
        library.judge(town, "accept", "Eva", AT)
    assert all(outcome.error is None for outcome in library.read([SERIES], again=True))
    assert {str(row["id"]) for row in library.candidates().rows} == left


def test_candidates_that_would_join_most_stand_first(library: Library) -> None:
    edges = [int(str(row["edges"])) for row in library.candidates().rows]
    assert edges == sorted(edges, reverse=True)


def test_a_log_is_reviewed_elsewhere_and_taken_in(
    library: Library, tmp_path: Path, series_read: Path
) -> None:
    library.merge("Region Dalarna", "Almi Dalarna", "Eva", AT, "one house")
    library.rename("Siljan Data AB", "Siljan Data Center AB", "Eva", AT)
    library.undo(None, AT)
    assert library.save_history(tmp_path / "log.jsonl") == 2
    other = Library(shutil.copytree(series_read, tmp_path / "other"))
    assert [news for _, news in other.take_in(tmp_path / "log.jsonl")] == [True, True]
    assert graph(other) == graph(library)
    assert [news for _, news in other.take_in(tmp_path / "log.jsonl")] == [False, False]


def test_a_decision_whose_words_are_gone_is_told_and_kept(library: Library) -> None:
    library.rename("Siljan Data AB", "Siljan Data Center AB", "Eva", AT)
    for number in (2, 3, 4):
        library.remove(f"siljan-{number}.txt")
    assert [decision.body["name"] for decision in orphaned(library.store.db)] == ["Siljan Data Center AB"]
    (row,) = library.history(orphans_only=True).rows
    assert row["standing"] == "orphaned"
    assert all(outcome.error is None for outcome in library.read([SERIES]))
    assert "Siljan Data Center AB" in names(library)
    assert library.history(orphans_only=True).rows == ()


def test_nothing_to_take_back_is_told(library: Library) -> None:
    with pytest.raises(NoSuchDecision):
        library.undo(None, AT)


def test_a_person_decides_from_the_command_line(library: Library) -> None:
    def run(*words: str) -> str:
        done = CliRunner().invoke(samverkan, ["--library", str(library.folder), "--lang", "en", *words])
        assert done.exit_code == 0, done.output
        return done.output

    assert "one and the same: Almi Dalarna → Region Dalarna" in run("merge", "Region Dalarna", "Almi Dalarna")
    assert "stands" in run("history")
    rows = json.loads(run("history", "--json"))["rows"]
    assert rows[0]["decision_kind"] == "same"
    assert "taken back" in run("undo")
    refused = CliRunner().invoke(
        samverkan, ["--library", str(library.folder), "merge", "Ola Stenvik", "Karin Ask"]
    )
    assert refused.exit_code == 1
    assert len(refused.stderr.strip().splitlines()) == 1
