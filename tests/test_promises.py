"""Promises and offers: who, what, on what condition, due when, spoken or in a to-do list."""

import datetime

import pytest
from sentences_told import PERSON, SPEAKER, said

from graph.model.reading import Promise
from graph.model.terms import Reason, Status
from graph.reading.relations.relate import relate

NEXT = datetime.date(2025, 12, 8)


def promised(*sentences: str, **more: object) -> tuple[Promise, ...]:
    return relate(*said(*sentences, following=NEXT, **more)).promises  # type: ignore[arg-type]  # keywords of said


SPOKEN = [
    ("Vi är redo att sprida budskapet.", "sprida budskapet", Status.OFFERED),
    ("Vi lovar att bygga vägen.", "bygga vägen", Status.PLANNED),
    ("Vi återkommer med datum.", "återkommer med datum", Status.PLANNED),
    ("Vi delar gärna med oss av underlaget.", "delar gärna med oss av underlaget", Status.OFFERED),
    ("Vi kan komma ut till företagen.", "komma ut till företagen", Status.OFFERED),
    ("Vi ställer upp med ett team.", "ställer upp med ett team", Status.OFFERED),
    ("Vi hjälper till med ansökan.", "hjälper till med ansökan", Status.OFFERED),
    ("Jag tar det med nämnden.", "tar det med nämnden", Status.PLANNED),
    ("Information om ny undersökning kommer.", "Information om ny undersökning kommer", Status.PLANNED),
    ("Kommer senast 8 november.", "Kommer senast 8 november", Status.PLANNED),
    ("Vi kommer skicka en enkät.", "skicka en enkät", Status.PLANNED),
]


@pytest.mark.parametrize(("sentence", "what", "status"), SPOKEN, ids=[row[0] for row in SPOKEN])
def test_a_promise_says_what_and_is_the_speakers(sentence: str, what: str, status: Status) -> None:
    (promise,) = promised(sentence)
    assert (promise.what, promise.status) == (what, status)
    assert (promise.who, promise.organisation) == ((PERSON,), SPEAKER)


NO_PROMISES = [
    "Kan ni skicka en enkät?",
    "Vi lovar ingenting.",
    "Kommunen växer.",
    "Vi kommer från Norrdal.",
    "De återkommer inte.",
    "Som utlovat kommer mina noteringar.",
    "Vi kan inte komma ut till företagen.",
    "Vi delar lokal med flera.",
]


@pytest.mark.parametrize("sentence", NO_PROMISES)
def test_a_question_a_denial_and_a_plain_statement_promise_nothing(sentence: str) -> None:
    assert [promise.what for promise in promised(sentence)] == []


def test_a_condition_stands_beside_the_deed() -> None:
    (promise,) = promised("Så snart det är lanserat kommer vi mobilisera alla revisorer.")
    assert (promise.what, promise.condition) == ("mobilisera alla revisorer", "Så snart det är lanserat")


def test_another_person_or_organisation_promises_for_itself() -> None:
    (person,) = promised("[H Eva Ek] lovade att höra med nämnden.", members={"Eva Ek": "Beta AB"})
    assert (person.who, person.organisation) == (("Eva Ek",), "Beta AB")
    (other,) = promised("[O Nordverket] har utlovat besked i maj 2026.")
    assert (other.who, other.organisation, other.due) == (("Nordverket",), "Nordverket", "2026-05")


def test_next_time_is_the_day_of_the_next_meeting() -> None:
    (promise,) = promised("Vi får återkomma vid nästa näringslivsdialog.")
    assert (promise.due, promise.due_as_written) == ("2025-12-08", "nästa näringslivsdialog")
    assert promise.reason is Reason.DUE_AT_NEXT_MEETING


def test_next_week_is_told_by_the_meeting() -> None:
    (promise,) = promised("Jag tar det med nämnden i nästa vecka.")
    assert (promise.due, promise.reason) == ("2025-W42", Reason.DAY_RELATIVE_TO_MEETING)


def test_whom_it_is_for_is_named_after_till() -> None:
    (promise,) = promised("Jag skickar listan till [H Eva Ek] (före 20/11).")
    assert (promise.to, promise.due) == ("Eva Ek", "2025-11-20")


ROWS = [
    ("[H Eva Ek] | Samtal med elbolaget | 10 november", ("Eva Ek",), "Samtal med elbolaget", "2025-11-10"),
    ("[ ] [H Eva Ek] – jaga svaret, senast 5/12", ("Eva Ek",), "jaga svaret", "2025-12-05"),
    (
        "[ ] [H Eva Ek] + [H Bo Lind] – gemensam lista, 19/12",
        ("Eva Ek", "Bo Lind"),
        "gemensam lista",
        "2025-12-19",
    ),
    ("1. [H Bo Lind]: rapporten, nästa möte", ("Bo Lind",), "rapporten", "2025-12-08"),
    ("Alla | Tipsa om bolag | löpande", (), "Tipsa om bolag", None),
]


@pytest.mark.parametrize(("row", "who", "what", "due"), ROWS, ids=[row[0] for row in ROWS])
def test_a_row_of_a_to_do_list_is_a_promise(
    row: str, who: tuple[str, ...], what: str, due: str | None
) -> None:
    (promise,) = promised(row, heading="Att göra", spoken=False)
    assert (promise.who, promise.what, promise.due, promise.status) == (who, what, due, Status.PLANNED)


def test_a_ticked_row_is_done_and_a_row_of_attendance_is_no_promise() -> None:
    (done,) = promised("[x] [H Eva Ek] – boka lokal", heading="Att göra", spoken=False)
    assert done.status is Status.ASSERTED
    assert promised("[H Eva Ek] | Alfa AB | på länk", heading="Deltagare", spoken=False) == ()
