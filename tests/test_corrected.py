"""What a person corrects holds in the reading, is shown as a person's, and survives another reading of the text."""

from dataclasses import replace
from typing import Any

import pytest
from corrections_made import ADD, CORRECT, REJECT, at_random, decided, read_otherwise, rules

from graph.knowledge.quads.write import nquads
from graph.knowledge.store.corrected import corrected
from graph.knowledge.store.entry import entry
from graph.model.reading import Reading
from graph.model.terms import Attribution, Kind, Reason, Status
from graph.model.text import Document, Span
from graph.reading.pipeline import read_document

TEXT = """Minnesanteckningar näringslivsråd 12 mars 2024

Almi Anna Berg
- Almi stödjer Nordalens bageri. Vi har gett lån på 300 000 kr till bageriet.
- Länsstyrelsen samarbetar med Region Gotland.

Region Gotland Per Lund
- Länsstyrelsen är med. Vi planerar ett möte i Visby.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_document(Document("rad.txt", TEXT, "1" * 64))


def at(reading: Reading, words: str, nth: int = 0) -> Span:
    """The span of words of the text."""
    place = -1
    for _ in range(nth + 1):
        place = reading.document.text.index(words, place + 1)
    return Span(place, place + len(words))


def quote(reading: Reading, span: Span) -> Span:
    return next(q.span for q in reading.quotes if q.span.holds(span))


def after(reading: Reading, kind: Any, thing: str, words: Span, point: bool = True, **said: Any) -> Reading:
    """The reading after one correction, which must hold and keep the graph whole."""
    decision = decided(reading, kind, thing, quote(reading, words), words if point else None, 1, **said)
    made = corrected(reading, [decision])
    assert made.applied == ("0001",)
    nquads(made.reading)
    return made.reading


def name(reading: Reading, key: str | None) -> str | None:
    return next((actor.name for actor in reading.actors if actor.key == key), None)


def test_another_speaker_takes_the_statement_over(reading: Reading) -> None:
    words = at(reading, "Almi stödjer")
    made = after(
        reading,
        CORRECT,
        "statement",
        words,
        False,
        to={"speaker": "Per Lund", "organisation": "Region Gotland"},
    )
    statement = next(s for s in made.statements if s.span.meets(words))
    assert [name(made, key) for key in statement.speakers] == ["Per Lund"]
    assert name(made, statement.organisation) == "Region Gotland"
    assert statement.attribution is Attribution.SAID_BY_A_PERSON


def test_a_name_becomes_another_kind_and_keeps_its_other_places(reading: Reading) -> None:
    words = at(reading, "Länsstyrelsen")
    made = after(reading, CORRECT, "mention", words, to={"name": "Länsstyrelsen i Gotlands län"})
    here = next(m for m in made.mentions if m.span == words)
    there = next(m for m in made.mentions if m.span == at(reading, "Länsstyrelsen", 1))
    assert name(made, here.actor) == "Länsstyrelsen i Gotlands län"
    assert (here.rule, here.reason) == ("by-hand", Reason.SAID_BY_A_PERSON)
    assert there == next(m for m in reading.mentions if m.span == there.span)


def test_a_name_takes_in_more_words(reading: Reading) -> None:
    words = at(reading, "Visby")
    made = after(
        reading,
        CORRECT,
        "mention",
        words,
        to={"words": "möte i Visby", "type": "event"},
    )
    event = next(m for m in made.mentions if m.kind is Kind.EVENT)
    assert event.span.of(TEXT) == "möte i Visby"
    assert not any(m.span == words for m in made.mentions)


def test_a_name_that_is_none_takes_what_rests_on_it_alone(reading: Reading) -> None:
    words = at(reading, "Nordalens bageri")
    named = after(reading, ADD, "actor", words, to={"type": "organisation"})
    tied = after(
        named,
        ADD,
        "relation",
        words,
        False,
        to={"subject": "Almi", "predicate": "funds", "object": "Nordalens bageri"},
    )
    assert any(name(tied, r.object) == "Nordalens bageri" and r.predicate == "funds" for r in tied.relations)
    made = after(tied, REJECT, "mention", words)
    assert not any(actor.name == "Nordalens bageri" for actor in made.actors)
    assert not any(r.predicate == "funds" for r in made.relations)


def test_a_relation_is_rejected_turned_and_added(reading: Reading) -> None:
    words = at(reading, "samarbetar")
    told = {"subject": "Länsstyrelsen", "predicate": "works_with", "object": "Region Gotland"}
    added = after(reading, ADD, "relation", words, False, to=told)
    assert {r.predicate for r in added.relations if r.quote.meets(words)} == {"works_with"}
    other = {"predicate": "supports", "status": "planned"}
    turned = after(added, CORRECT, "relation", words, False, to=other, **{"is": told})
    tie = next(r for r in turned.relations if r.quote.meets(words))
    assert (tie.predicate, tie.status, tie.rule, tie.reason) == (
        "supports", Status.PLANNED, "by-hand", Reason.SAID_BY_A_PERSON,
    )  # fmt: skip
    gone = after(added, REJECT, "relation", words, False, **{"is": told})
    assert not any(r.quote.meets(words) for r in gone.relations)


def test_a_role_is_added_and_rejected(reading: Reading) -> None:
    words = at(reading, "Vi planerar")
    told = {"person": "Per Lund", "organisation": "Almi", "role": "ordförande"}
    made = after(reading, ADD, "role", words, False, to=told)
    assert [m.role for m in made.memberships if m.reason is Reason.SAID_BY_A_PERSON] == ["ordförande"]
    gone = after(made, REJECT, "role", words, False, **{"is": told})
    assert not any(m.role == "ordförande" for m in gone.memberships)


def test_a_sentence_and_a_figure_are_otherwise(reading: Reading) -> None:
    words = at(reading, "300 000 kr")
    made = after(reading, CORRECT, "quote", words, False, to={"status": "planned"})
    assert next(q.status for q in made.quotes if q.span.holds(words)) is Status.PLANNED
    made = after(made, CORRECT, "figure", words, to={"value": 30000})
    figure = next(f for f in made.figures if f.span.meets(words))
    assert (figure.value, figure.status, figure.reason) == (30000, Status.PLANNED, Reason.SAID_BY_A_PERSON)
    assert "SaidByAPerson" in nquads(made)
    assert not after(made, REJECT, "figure", words).figures


def test_the_meeting_has_another_day_and_title(reading: Reading) -> None:
    words = at(reading, "Almi")
    made = corrected(
        reading,
        [
            decided(
                reading,
                CORRECT,
                "meeting",
                quote(reading, at(reading, "Visby")),
                words,
                1,
                to={"date": "2024-03-13", "title": "Råd"},
            )
        ],
    )
    assert (str(made.reading.meeting.date), made.reading.meeting.title) == ("2024-03-13", "Råd")


def test_another_form_of_a_name(reading: Reading) -> None:
    words = at(reading, "Almi stödjer")
    said: dict[str, Any] = {"is": {"name": "Almi"}, "to": {"alias": "Almi Gotland"}}
    made = after(reading, ADD, "alias", words, **said)
    assert "Almi Gotland" in next(actor.names for actor in made.actors if actor.name == "Almi")


def test_words_that_are_gone_leave_the_reading_as_it_was(reading: Reading) -> None:
    words = at(reading, "Visby")
    decision = decided(
        reading, CORRECT, "mention", quote(reading, words), words, 1, to={"type": "organisation"}
    )
    other = read_document(
        Document("rad.txt", TEXT.replace("Vi planerar ett möte i Visby.", "Slut."), "2" * 64)
    )
    made = corrected(other, [decision])
    assert (made.reading, made.applied, made.orphaned) == (other, (), ("0001",))


@pytest.mark.parametrize("seed", [1, 2])
def test_two_hundred_corrections_hold_or_are_told_when_the_reader_changes(root: Any, seed: int) -> None:
    path = next(iter(sorted((root / "data").glob("*.txt"))))
    reading = read_document(Document("minutes.txt", path.read_text(encoding="utf-8"), "3" * 64))
    decisions = at_random(reading, 200, seed)
    first = corrected(reading, decisions)
    entry(first.reading)
    assert len(first.applied) >= 195
    later = corrected(read_otherwise(reading, seed), decisions)
    entry(later.reading)
    assert sorted((*later.applied, *later.orphaned)) == [decision.id for decision in decisions]
    assert len(later.applied) >= 180
    assert "by-hand" in rules(later.reading.mentions)
    again = corrected(read_otherwise(reading, seed), decisions)
    assert again == later


def test_a_reading_without_corrections_is_the_same(reading: Reading) -> None:
    assert corrected(reading, []).reading is reading
    assert entry(replace(reading)) == entry(reading)
