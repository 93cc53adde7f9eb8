"""Lists, dossiers, paths and pages of answers, and the evidence that each answer carries."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from libraries_made import ORGANISATIONS, SEVERAL, filled
from readings_made import document, find, forum, meeting, sample_part

from graph.knowledge.query.actors import actors
from graph.knowledge.query.dossier import actor
from graph.knowledge.query.evidence import LIMITS, around
from graph.knowledge.query.kept import document as one_document
from graph.knowledge.query.kept import documents
from graph.knowledge.query.mentions import mentions
from graph.knowledge.query.partners import partners
from graph.knowledge.query.paths import path
from graph.knowledge.query.search import search
from graph.knowledge.query.statements import statements
from graph.knowledge.store.library import Store
from graph.model.answers import Answer
from graph.model.plain import evidence_keys
from graph.model.reading import Actor, Mention
from graph.model.terms import Kind
from graph.model.text import Span


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    held = filled(tmp_path_factory.mktemp("made"), *SEVERAL)
    yield held
    held.close()


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
    held = filled(
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
    one, other = filled(tmp_path / "1", *made), filled(tmp_path / "2", *reversed(made))
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
    (shown,) = mentions(filled(tmp_path, made).db, "Almi").evidence.values()
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
        filled(tmp_path, replace(made, document=source, quotes=(quote,))).db, "Almi"
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
    answer = mentions(filled(tmp_path, reading).db, "Synsam")
    assert source.text == text
    assert [row["name"] for row in answer.rows] == ["Synsams etablering"]
    assert answer.evidence["e1"].words == ((outer.start, outer.end),)
