"""Full text: all words, alternatives, phrases, beginnings, inflections, and one wrong letter."""

import datetime
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings_made import forum, meeting

from graph.knowledge.query.search import search
from graph.knowledge.query.statements import statements
from graph.knowledge.query.words import Term, Words, parse
from graph.knowledge.store.entry import entry
from graph.knowledge.store.library import Store
from graph.model.answers import Answer
from graph.model.plain import evidence_keys

SAID = {
    "Fabrik": "Företagen söker stöd för en ny fabrik i Åre.",
    "Ost": "Mejeriet gör ost och söker ingenting.",
    "Tjänst": "Ansökan görs i vår e-tjänst, inte på papper.",
    "Budskap": "Vi mobiliserar alla revisonsaktörer i länet.",
    "Aktör": "Revisorsaktörer finns i varje kommun.",
    "Säker": "Trafiken är säker i år.",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    held = Store(tmp_path_factory.mktemp("library"))
    for day, (name, body) in enumerate(SAID.items(), 1):
        made = meeting(name, body, {}, date=datetime.date(2024, 1, day))
        held.commit(entry(made), path=name)
    held.commit(entry(forum()), path="forum.txt")
    yield held
    held.close()


def found(answer: Answer) -> list[str]:
    return [answer.evidence[key].quote for row in answer.rows for key in evidence_keys(row)]


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("söker", {"Fabrik", "Ost"}),
        ("söka", {"Fabrik", "Ost"}),
        ("SÖKER stöd", {"Fabrik"}),
        ("stod", set()),
        ("fabriker", {"Fabrik"}),
        ("ost OR papper", {"Ost", "Tjänst"}),
        ("ost ELLER papper", {"Ost", "Tjänst"}),
        ("fabrik papper", set()),
        ('"söker stöd"', {"Fabrik"}),
        ('"stöd söker"', set()),
        ('"ny fabrik" OR ost', {"Fabrik", "Ost"}),
        ("fab*", {"Fabrik"}),
        ("e-tjänst", {"Tjänst"}),
        ("tjänst", {"Tjänst"}),
        ("Åre", {"Fabrik"}),
        ("Are", set()),
        ("fabrikk", {"Fabrik"}),
        ("mejeiret", {"Ost"}),
        ("revisorsaktörer", {"Aktör", "Budskap"}),
        ("NOT", set()),
        ('"', set()),
        ("* - ( )", set()),
        ("", set()),
    ],
)
def test_words_find_quotes(asked: str, titles: set[str], store: Store) -> None:
    assert set(found(search(store.db, asked))) == {SAID[title] for title in titles}


def test_the_word_as_it_was_asked_for_ranks_before_a_near_one(store: Store) -> None:
    assert found(search(store.db, "revisorsaktörer"))[0] == SAID["Aktör"]


def test_a_short_word_that_is_known_matches_no_near_one(store: Store) -> None:
    assert SAID["Säker"] not in found(search(store.db, "söker"))
    assert SAID["Säker"] in found(search(store.db, "säker"))


def test_the_words_that_matched_are_in_the_evidence(store: Store) -> None:
    answer = search(store.db, "fabriker stöd")
    (shown,) = answer.evidence.values()
    text = store.db.execute("SELECT text FROM document WHERE title = 'Fabrik'").fetchone()[0]
    assert [text[start:end] for start, end in shown.words] == ["stöd", "fabrik"]


def test_a_phrase_marks_its_words_only(store: Store) -> None:
    (shown,) = search(store.db, '"i Åre"').evidence.values()
    assert len(shown.words) == 2


def test_nothing_found_shows_quotes_that_hold_some_of_the_words(store: Store) -> None:
    answer = search(store.db, "fabrik papper")
    assert answer.silent is not None
    near = {answer.evidence[key].quote for key in answer.silent.closest}
    assert near == {SAID["Fabrik"], SAID["Tjänst"]}


def test_words_of_the_heading_count_for_what_stands_under_it(store: Store) -> None:
    said = found(statements(store.db, about="Öberg lånet"))
    assert said == ["Lånet är på högst 2,5 miljoner kronor."]
    assert found(search(store.db, "Öberg lånet")) == []


@settings(deadline=None)
@given(text=st.text(max_size=40))
def test_no_text_is_too_odd_to_be_searched_for(text: str, store: Store) -> None:
    answer = search(store.db, text)
    assert (not answer.rows) == (answer.silent is not None)
    assert Words(store.db, text).quotes <= Words(store.db, text).any_quotes


@given(st.lists(st.sampled_from(["ett", "två", "OR", '"tre fyra"', "fem*"]), max_size=6))
def test_alternatives_are_what_stands_between_ors(parts: list[str]) -> None:
    alternatives = parse(" ".join(parts))
    assert all(alternatives)
    terms = [term for terms in alternatives for term in terms]
    assert len(terms) == sum(part != "OR" for part in parts)
    assert len(alternatives) <= parts.count("OR") + 1


def test_marks_within_a_word_make_a_phrase() -> None:
    assert parse("e-tjänst fab* e-tj*") == [
        [Term(("e", "tjänst")), Term(("fab",), prefix=True), Term(("e", "tj"), prefix=True)]
    ]
