"""Saved questions asked: by name or by a sentence, with parameters, and what their answers hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from libraries_made import UNLIKE, filled

from graph.errors import BadParameter, MissingParameter, NoSuchQuestion, UnknownParameter
from graph.knowledge.query.asking import ask, questions
from graph.knowledge.query.saved import SavedQuestion, saved_questions
from graph.knowledge.query.wordings import chosen
from graph.knowledge.store.library import Store
from graph.model.plain import evidence_keys

QUESTIONS = [pytest.param(question, id=name) for name, question in saved_questions().items()]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    held = filled(tmp_path_factory.mktemp("library"), *UNLIKE)
    yield held
    held.close()


def test_what_is_denied_is_told_only_when_it_is_asked_for(store: Store) -> None:
    told = ask(store, "partners", {"actor": "Almi"})
    assert {row["status"] for row in told.rows} == {"asserted"}
    denied = ask(store, "partners", {"actor": "Almi", "status": "negated"})
    assert [row["name"] for row in denied.rows] == ["Tillväxtverket"]
    assert {e.quote for e in denied.evidence.values()} == {"Almi arbetar inte med Tillväxtverket."}
    both = ask(store, "collaborations", {"status": "negated"})
    assert [(row["name"], row["other"]) for row in both.rows] == [("Almi Företagspartner", "Tillväxtverket")]


def test_details_become_the_columns_of_one_row(store: Store) -> None:
    (row,) = ask(store, "schemes").rows
    assert {key: row[key] for key in ("name", "limit", "unit", "deadline", "principal", "speaker")} == {
        "name": "Tillväxtlånet", "limit": 2_500_000, "unit": "kronor", "deadline": "2024-04-01",
        "principal": "Almi Företagspartner", "speaker": "Anna Öberg",
    }  # fmt: skip


def test_attendance_by_presence_and_by_kind_of_organisation(store: Store) -> None:
    assert [row["name"] for row in ask(store, "attendance", {"presence": "absent"}).rows] == ["Per Ek"]
    assert [row["name"] for row in ask(store, "attendance", {"status": "present"}).rows] == ["Anna Öberg"]
    assert [row["name"] for row in ask(store, "attendance", {"type": "agency"}).rows] == ["Per Ek"]


def test_want_keeps_rows_where_the_column_is_known_and_else_shows_the_others_quotes(store: Store) -> None:
    assert [row["title"] for row in ask(store, "roles", {"want": "title"}).rows] == ["rådgivare"]
    answer = ask(store, "roles", {"want": "title", "about": "Per Ek"})
    assert answer.rows == ()
    assert answer.silent is not None
    assert answer.evidence[answer.silent.closest[0]].quote == "Frånvarande: Per Ek, Tillväxtverket"


def test_somebody_without_an_organisation_is_silence_and_not_a_row(store: Store) -> None:
    answer = ask(store, "roles", {"about": "Juliana"})
    assert (answer.rows, answer.silent is not None) == ((), True)


def test_about_and_by_narrow_the_rows(store: Store) -> None:
    assert len(ask(store, "schemes", {"about": "ansökningsdag"}).rows) == 1
    assert len(ask(store, "schemes", {"by": "Anna Öberg"}).rows) == 1
    assert ask(store, "schemes", {"by": "Per Ek"}).rows == ()
    others = {row["name"] for row in ask(store, "speakers", {"except": "Almi"}).rows}
    assert others == {"Juliana Gardahl Wettersten", "Stefan Fredriksson"}


@pytest.mark.parametrize(
    ("sentence", "name", "values"),
    [
        ("meetings", "meetings", {}),
        ("När är nästa möte?", "next-meeting", {}),
        ("when is the NEXT meeting", "next-meeting", {}),
        ("När är näst möte?", "next-meeting", {}),
        ("Vem nämner Synsams etablering, och vad sägs?", "mentions", {"actor": "synsams etablering"}),
        ("Whom does Almi work with, and where does it say so?", "partners", {"actor": "almi"}),
    ],
)
def test_a_sentence_in_either_language_finds_its_question(
    sentence: str, name: str, values: dict[str, str]
) -> None:
    question, found = chosen(sentence)
    assert (question.name, found) == (name, values)


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_wording_stands_for_two_questions(question: SavedQuestion) -> None:
    for wording in (question.sv, question.en):
        assert chosen(wording.replace("{actor}", "Almi"))[0].name == question.name


def test_what_fits_no_question_names_the_nearest(store: Store) -> None:
    with pytest.raises(NoSuchQuestion) as wrong:
        ask(store, "Hur blir vädret i morgon?")
    assert len(str(wrong.value.facts["nearest"]).split(", ")) == 3


def test_parameters_that_are_missing_unknown_or_of_no_such_value_are_told(store: Store) -> None:
    with pytest.raises(MissingParameter):
        ask(store, "mentions")
    with pytest.raises(UnknownParameter):
        ask(store, "meetings", {"colour": "blå"})
    with pytest.raises(BadParameter):
        ask(store, "figures", {"status": "maybe"})
    with pytest.raises(BadParameter):
        ask(store, "figures", {"want": "colour"})


def test_a_page_of_an_answer_says_whether_there_is_more(store: Store) -> None:
    whole = ask(store, "names")
    page = ask(store, "names", limit=2, offset=1)
    assert [row["name"] for row in page.rows] == [row["name"] for row in whole.rows[1:3]]
    assert page.more
    assert not whole.more
    assert {key for row in page.rows for key in evidence_keys(row)} == set(page.evidence)


def test_an_empty_library_is_silent(tmp_path: Path) -> None:
    answer = ask(Store(tmp_path / "none"), "meetings")
    assert (answer.rows, answer.silent and answer.silent.documents) == ((), 0)


def test_the_list_says_what_each_question_takes() -> None:
    listed = {row["name"]: row for row in questions()}
    assert listed["mentions"]["parameters"] == ["actor"]
    assert listed["figures"]["optional"] == ["status", "from", "to", "about", "by", "want"]
