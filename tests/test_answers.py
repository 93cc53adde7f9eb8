"""Answers of the read model: rows with their evidence, parties without a name, silence and what is near."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings_made import SAMPLE, document, find, forum, meeting, sample_part

from graph.knowledge.query.actors import actors
from graph.knowledge.query.dossier import actor
from graph.knowledge.query.evidence import LIMITS, around
from graph.knowledge.query.figures import figures
from graph.knowledge.query.kept import document as one_document
from graph.knowledge.query.kept import documents
from graph.knowledge.query.mentions import mentions
from graph.knowledge.query.names import bearers, same
from graph.knowledge.query.partners import partners
from graph.knowledge.query.paths import path
from graph.knowledge.query.promises import promises
from graph.knowledge.query.search import search
from graph.knowledge.query.statements import statements
from graph.knowledge.store.entry import entry
from graph.knowledge.store.library import Store
from graph.model.answers import Answer
from graph.model.plain import evidence_keys
from graph.model.reading import Actor, Mention, Reading
from graph.model.terms import Attribution, Kind, Status
from graph.model.text import Span
from graph.reading.pipeline import read_bytes

ORGANISATIONS = {"Almi": Kind.ORGANISATION, "Tillväxtverket": Kind.ORGANISATION}


def library(folder: Path, *readings: Reading) -> Store:
    held = Store(folder)
    for reading in readings:
        held.commit(entry(reading), path=reading.document.name)
    return held


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    held = library(tmp_path_factory.mktemp("seed"), read_bytes(SAMPLE.name, SAMPLE.read_bytes()))
    yield held
    held.close()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    again = meeting(
        "Träff i maj",
        "Almi samarbetar med Tillväxtverket.",
        ORGANISATIONS,
        works_with=(("Tillväxtverket", "Almi"),),
        listed=tuple(ORGANISATIONS),
        date=datetime.date(2024, 5, 2),
    )
    refused = meeting(
        "Träff i juni",
        "Almi arbetar inte med Tillväxtverket.",
        ORGANISATIONS,
        works_with=(("Almi", "Tillväxtverket"),),
        listed=tuple(ORGANISATIONS),
        date=datetime.date(2024, 6, 2),
        status=Status.NEGATED,
    )
    held = library(tmp_path_factory.mktemp("made"), sample_part(), forum(), again, refused)
    yield held
    held.close()


def quotes(answer: Answer) -> list[str]:
    return [answer.evidence[key].quote for row in answer.rows for key in evidence_keys(row)]


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
    assert (answer.rows, len(answer.evidence)) == ((), 4)
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
    held = library(tmp_path, meeting("Träff", "Carl-Erik Ek leder EU-kontoret.", kinds))
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
    held = library(tmp_path, replace(made, statements=several))
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
    held = library(tmp_path, replace(made, promises=(replace(made.promises[0], due="2024-04-01"),)))
    assert len(promises(held.db, open_only=True, as_of="2025-04-02").rows) == 1
    assert promises(held.db, open_only=True, as_of="2023-01-01").rows == ()  # not made yet


def test_the_list_of_actors_counts_and_gives_other_forms(store: Store) -> None:
    (almi,) = actors(store.db, "Almi").rows
    assert (almi["name"], almi["aliases"], almi["documents"]) == ("Almi", ["Almi Företagspartner"], 3)
    (unnamed,) = actors(store.db, kind="unnamed").rows
    assert (unnamed["name"], unnamed["as_written"]) == (None, "kommunen")


def test_the_dossier_gathers_every_kind_of_fact(store: Store) -> None:
    answer = actor(store.db, "Almi")
    facts = [row["fact"] for row in answer.rows]
    assert list(dict.fromkeys(facts)) == ["name", "role", "tie", "figure", "promise", "statement"]
    loan = actor(store.db, "Tillväxtlånet").rows
    assert [row["detail"] for row in loan if row["fact"] == "property"] == ["deadline", "limit"]
    assert set(answer.evidence) == {key for row in answer.rows for key in evidence_keys(row)}
    assert actor(store.db, "Ingen").silent is not None


def test_a_path_steps_from_one_to_the_other_with_evidence(store: Store) -> None:
    answer = path(store.db, "Anna Öberg", "Per Ek")
    assert [(row["name"], row["relation"], row["other"]) for row in answer.rows] == [
        ("Anna Öberg", "represents", "Almi"),
        ("Almi", "works_with", "Tillväxtverket"),
        ("Tillväxtverket", "represents", "Per Ek"),
    ]
    assert all(row["evidence"] for row in answer.rows)
    assert path(store.db, "Anna Öberg", "Per Ek", longest=2).silent is not None
    assert path(store.db, "Anna Öberg", "Stefan Fredriksson").rows == ()


def test_all_shortest_paths_are_given_and_no_longer_ones(tmp_path: Path) -> None:
    names = ("Aqua AB", "Bore AB", "Ceres AB", "Delta AB")
    kinds = dict.fromkeys(names, Kind.ORGANISATION)
    letters = ("AB", "AC", "BD", "CD", "BC")
    by_letter = {name[0]: name for name in names}
    ties = tuple((by_letter[pair[0]], by_letter[pair[1]]) for pair in letters)
    held = library(
        tmp_path, meeting("Träff", "Aqua AB, Bore AB, Ceres AB och Delta AB.", kinds, works_with=ties)
    )
    steps = path(held.db, "Aqua AB", "Delta AB").rows
    assert [(row["path"], row["step"], row["name"], row["other"]) for row in steps] == [
        (1, 1, "Aqua AB", "Bore AB"), (1, 2, "Bore AB", "Delta AB"),
        (2, 1, "Aqua AB", "Ceres AB"), (2, 2, "Ceres AB", "Delta AB"),
    ]  # fmt: skip


def test_a_document_shows_its_statements_and_text(store: Store) -> None:
    answer, text, unread = one_document(store.db, store.find("forum.txt"))
    assert [row["speaker"] for row in answer.rows] == ["Anna Öberg", "Anna Öberg"]
    assert all(str(row["text"]) in text for row in answer.rows)
    assert unread == []


def test_documents_come_by_date(store: Store) -> None:
    listed = documents(store.db).rows
    assert [row["date"] for row in listed] == ["2021-04-19", "2024-03-03", "2024-05-02", "2024-06-02"]
    page = documents(store.db, limit=1, offset=1)
    assert (page.rows, page.more) == ((listed[1],), True)


Ask = Callable[..., Answer]
ANSWERS: dict[str, Ask] = {
    "mentions": partial(mentions, name="Almi"),
    "partners": partial(partners, name="Almi", computed=True),
    "statements": statements,
    "search": partial(search, text="Almi OR Tillväxtverket"),
    "actors": actors,
    "actor": partial(actor, name="Almi"),
}


@pytest.mark.parametrize("name", ANSWERS)
@settings(max_examples=15, deadline=None)
@given(limit=st.integers(1, 4), offset=st.integers(0, 5))
def test_a_page_is_a_slice_of_the_whole(name: str, limit: int, offset: int, store: Store) -> None:
    ask = ANSWERS[name]
    whole, page = ask(store.db), ask(store.db, limit=limit, offset=offset)

    def shown(answer: Answer) -> list[tuple[object, ...]]:
        plain = [{key: cell for key, cell in row.items() if key != "evidence"} for row in answer.rows]
        held = [[answer.evidence[key] for key in evidence_keys(row)] for row in answer.rows]
        return list(zip(map(repr, plain), map(repr, held), strict=True))

    assert shown(page) == shown(whole)[offset : offset + limit]
    assert page.more == (offset + limit < len(whole.rows))


def test_answers_do_not_depend_on_the_order_of_reading(tmp_path: Path) -> None:
    made = [sample_part(), forum(), meeting("Träff", "Almi samarbetar med Tillväxtverket.", ORGANISATIONS)]
    one, other = library(tmp_path / "1", *made), library(tmp_path / "2", *reversed(made))
    for ask in ANSWERS.values():
        assert repr(ask(one.db)) == repr(ask(other.db))


@given(st.lists(st.text("ab å", min_size=1, max_size=120), min_size=1, max_size=40), st.integers(0, 39))
def test_a_long_statement_is_cut_at_sentences_around_the_quote(sentences: list[str], chosen: int) -> None:
    said = [" ".join(sentence.split()) + "." for sentence in sentences]
    quote = said[chosen % len(said)]
    cut = around(" ".join(said), quote)
    assert len(cut) <= LIMITS["statement"]
    assert quote in cut
    assert cut in " ".join(said)


def test_lengths_of_evidence_are_bounded(tmp_path: Path) -> None:
    long = "Almi " + "mycket " * 400 + "slut."
    made = meeting("Träff", long, {"Almi": Kind.ORGANISATION})
    (shown,) = mentions(library(tmp_path, made).db, "Almi").evidence.values()
    assert (len(shown.text), len(shown.quote)) == (LIMITS["text"], LIMITS["quote"])
    assert shown.statement is not None
    assert len(shown.statement) <= LIMITS["statement"]


def test_evidence_beyond_a_page_break_says_what_is_skipped(tmp_path: Path) -> None:
    made = meeting("Träff", "Almi ger\nSida 1\nlån.", {"Almi": Kind.ORGANISATION})
    furniture = find(made.document.text, "Sida 1")
    source = replace(made.document, furniture=(furniture,))
    (held,) = made.quotes
    form = source.reading_form(held.span).text
    quote = replace(held, text=form, skipped=source.skipped(held.span))
    (shown,) = mentions(
        library(tmp_path, replace(made, document=source, quotes=(quote,))).db, "Almi"
    ).evidence.values()
    assert shown.quote == "Almi ger lån."
    assert shown.skipped == ((furniture.start, furniture.end),)
    assert "Sida 1" in shown.text


def test_mentions_inside_a_wider_one_are_marked_once(tmp_path: Path) -> None:
    text = "Synsams etablering växer."
    source = document("t.txt", text)
    made = meeting("t", text, {})
    span = find(made.document.text, text)
    inner, outer = Span(span.start, span.start + 6), Span(span.start, span.start + 18)
    reading = replace(
        made,
        actors=(Actor("s", Kind.ORGANISATION, "Synsam"), Actor("e", Kind.PROJECT, "Synsams etablering")),
        mentions=(
            Mention(outer, "e", Kind.PROJECT, span, "made"),
            Mention(inner, "s", Kind.ORGANISATION, span, "made", nested=True),
        ),
    )
    answer = mentions(library(tmp_path, reading).db, "Synsam")
    assert source.text == text
    assert [row["name"] for row in answer.rows] == ["Synsams etablering"]
    assert answer.evidence["e1"].words == ((outer.start, outer.end),)
