"""Answers of the read model: rows with their evidence, parties without a name, silence and what is near."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from libraries_made import SEVERAL, filled, quotes
from readings_made import SAMPLE, forum, meeting

from graph.knowledge.query.figures import figures
from graph.knowledge.query.mentions import mentions
from graph.knowledge.query.names import bearers, same
from graph.knowledge.query.partners import partners
from graph.knowledge.query.promises import promises
from graph.knowledge.query.statements import statements
from graph.knowledge.store.library import Store
from graph.model.terms import Attribution, Kind
from graph.reading.pipeline import read_bytes


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    held = filled(tmp_path_factory.mktemp("seed"), read_bytes(SAMPLE.name, SAMPLE.read_bytes()))
    yield held
    held.close()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    held = filled(tmp_path_factory.mktemp("made"), *SEVERAL)
    yield held
    held.close()


def test_the_sample_is_answered_as_the_interface_shows(seed: Store) -> None:
    answer = mentions(seed.db, "Synsam")
    first, second = answer.rows
    assert first == {
        "name": "Synsams etablering",
        "type": "project",
        "speaker": "Stefan Fredriksson",
        "organisation": "IUC",
        "date": "2021-04-19",
        "certainty": "explicit",
        "evidence": ["e1"],
    }
    assert (second["name"], second["speaker"]) == ("Synsam", "Fredric Kilander")
    shown = answer.evidence["e1"]
    assert (shown.start, shown.end, shown.line, shown.page) == (6494, 6608, 154, None)
    assert shown.text == SAMPLE.read_bytes().decode("utf-8")[6494:6608]
    assert shown.quote == " ".join(shown.text.split())
    assert (shown.words, shown.heading) == (((6589, 6607),), "IUC Stefan Fredriksson")
    assert (shown.speakers, shown.attribution, shown.status) == (
        ("Stefan Fredriksson",),
        "carried",
        "asserted",
    )
    assert shown.statement is not None
    assert shown.statement.startswith("Positivt läge för industri.")


def test_an_umbrella_and_its_item_are_one_heading(seed: Store) -> None:
    (shown,) = statements(seed.db, by="Östersund", about="ringar").evidence.values()
    assert shown.heading == "Kommunerna: Östersund, Fredric Kilander:"


def test_partners_that_are_not_named_stand_as_written_with_candidates(seed: Store) -> None:
    rows = partners(seed.db, "IUC", relation="works_with").rows
    assert [(row["name"], row["as_written"]) for row in rows] == [
        (None, "kommunen"),
        (None, "arbetsfördelningen"),
    ]
    assert rows[1]["candidates"] == [{"name": "Arbetsförmedlingen", "reason": "near_spelling"}]
    supported = partners(seed.db, "IUC", relation="supports").rows
    assert [row["name"] for row in supported] == ["Synsams etablering", "Woolpowers nya fabrik"]


def test_what_is_not_said_is_silence_with_the_nearest_quotes(seed: Store) -> None:
    answer = statements(seed.db, by="Arbetsförmedlingen", about="Synsam")
    assert answer.rows == ()
    assert answer.silent is not None
    assert (answer.silent.documents, answer.silent.statements) == (1, 26)
    near = [answer.evidence[key] for key in answer.silent.closest]
    assert any("Synsam" in item.quote and item.organisation == "IUC" for item in near)
    assert any(item.organisation == "Arbetsförmedlingen" for item in near)


def test_figures_that_measure_something_else_are_no_answer(seed: Store) -> None:
    answer = figures(seed.db, about="Synsam", measures="jobb")
    assert (answer.rows, len(answer.evidence)) == ((), 2)
    assert all("Synsam" in item.quote for item in answer.evidence.values())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Almi", {"Almi"}),
        ("almi", {"Almi"}),
        ("Almis", {"Almi"}),
        ("  Tillväxtverkets ", {"Tillväxtverket"}),
        ("Öberg", {"Anna Öberg"}),
        ("Oberg", set()),
        ("Anna", {"Anna Öberg"}),
        ("Öberg Anna", set()),
        ("Synsam", {"Synsam", "Synsams etablering"}),
        ("Synsams", {"Synsam", "Synsams etablering"}),
        ("Tillväxt", set()),
        ("%", set()),
        ("", set()),
    ],
)
def test_a_name_fits_by_whole_words_of_any_form(asked: str, found: set[str], store: Store) -> None:
    assert {bearer.name for bearer in bearers(store.db, asked)} == found


def test_a_hyphen_joins_words_but_in_the_names_of_people(tmp_path: Path) -> None:
    kinds = {"Carl-Erik Ek": Kind.PERSON, "EU-kontoret": Kind.ORGANISATION}
    held = filled(tmp_path, meeting("Träff", "Carl-Erik Ek leder EU-kontoret.", kinds))
    assert [bearer.name for bearer in bearers(held.db, "Erik")] == ["Carl-Erik Ek"]
    assert bearers(held.db, "EU") == []


@given(st.text("abcsåö", min_size=1, max_size=6), st.text("abcsåö", min_size=1, max_size=6))
def test_genitives_are_the_same_from_either_side(one: str, other: str) -> None:
    assert same(one, one)
    assert same(one, other) == same(other, one)


def test_of_several_possible_speakers_none_is_chosen(tmp_path: Path) -> None:
    made = forum()
    several = tuple(
        replace(statement, speakers=("anna", "per"), attribution=Attribution.ONE_OF)
        for statement in made.statements
    )
    held = filled(tmp_path, replace(made, statements=several))
    answer = statements(held.db, by="Per Ek", about="Tillväxtlånet")
    (row,) = answer.rows
    assert (row["speaker"], row["speakers"]) == (None, ["Anna Öberg", "Per Ek"])
    assert answer.evidence["e1"].attribution == "one_of"


def test_statements_by_organisation_status_and_words(store: Store) -> None:
    said = statements(store.db, on_behalf_of="Almi", status="planned")
    assert quotes(said) == ["Jag skickar underlaget till Tillväxtverket till nästa möte."]
    by_heading = statements(store.db, by="Anna", about="Almi underlaget")
    assert "Jag skickar underlaget till Tillväxtverket till nästa möte." in quotes(by_heading)
    assert statements(store.db, on_behalf_of="Anna Öberg").rows == ()


def test_a_tie_that_two_meetings_state_is_one_row_with_both_quotes(store: Store) -> None:
    (row,) = partners(store.db, "Almi", relation="works_with").rows
    assert (row["name"], row["other"], row["meetings"]) == ("Tillväxtverket", "Almi", 2)
    answer = partners(store.db, "Almi", relation="works_with", since="2024-05")
    assert quotes(answer) == ["Almi samarbetar med Tillväxtverket."]


def test_refused_ties_come_only_when_they_are_asked_for(store: Store) -> None:
    assert "negated" not in {row["status"] for row in partners(store.db).rows}
    answer = partners(store.db, status="negated")
    assert quotes(answer) == ["Almi arbetar inte med Tillväxtverket."]


def test_weaker_ties_have_names_of_their_own(store: Store) -> None:
    stated = {row["relation"] for row in partners(store.db, "IUC").rows}
    computed = partners(store.db, "IUC", computed=True).rows[len(partners(store.db, "IUC").rows) :]
    assert stated == {"works_with", "supports"}
    assert {(row["relation"], row["name"]) for row in computed} == {
        ("spoke_about", "Synsams etablering"),
        ("spoke_about", "Synsam"),
    }
    assert all(row["computed"] for row in computed)


def test_figures_keep_what_the_text_says_and_leaves_out(store: Store) -> None:
    (limit,) = figures(store.db, measures="beloppsgräns").rows
    assert (limit["value"], limit["unit"], limit["speaker"]) == (8000, None, "Juliana Gardahl Wettersten")
    (loan,) = figures(store.db, about="Tillväxtlånet").rows
    assert (loan["value"], loan["bound"], loan["unit"], loan["about"]) == (
        2_500_000, "at_most", "kronor", "Tillväxtlånet",
    )  # fmt: skip
    assert figures(store.db, about="Tillväxtlånet", unit="procent").rows == ()


def test_promises_by_whom_and_until_when(store: Store) -> None:
    (row,) = promises(store.db, by="Almi").rows
    assert (row["who"], row["organisation"], row["to"]) == (
        "Anna Öberg",
        "Almi",
        "Tillväxtverket",
    )
    assert promises(store.db, by="Per Ek").rows == ()
    assert promises(store.db, about="underlag").rows == promises(store.db).rows


def test_a_promise_that_nothing_answers_stays_open_after_its_day(tmp_path: Path) -> None:
    made = forum()
    held = filled(tmp_path, replace(made, promises=(replace(made.promises[0], due="2024-04-01"),)))
    assert len(promises(held.db, open_only=True, as_of="2025-04-02").rows) == 1
    assert promises(held.db, open_only=True, as_of="2023-01-01").rows == ()  # not made yet
