"""Undertakings that only a verb tells of: "bygga ut i Alvik", "etablera hubbar ute i länet"."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.lexicon.heads import function_words
from graph.lexicon.screened import screened
from graph.model.text import ReadingForm

EXPANSION = screened(
    r"\b(?:bygg(?:a|er|t|de)\sut|expander(?:a|ar|at|ade))(?=\s(?:i|på|med|vid|för|och|till)\b|[.,;]|$)"
    r"|\b(?:[Uu]tbyggnad(?:en)?)\b(?!\sav)"
)
FOUNDING = screened(
    r"\b(?:etablera|anlägga|(?:starta|starta upp|öppna|bygga)(?=\s(?:en|ett|nya|flera)\s))\s(?:(?:en|ett)\s)?"
    r"(?P<what>(?:(?:nya|ny|nytt|fler|flera|egna|eget|egen)\s)?(?:[a-zåäö]{2,20}(?:ella?|iska?|liga?|samma)\s)?"
    r"[a-zåäö-]{4,}"
    r"(?:\s(?:ute|runt om)?\s?(?:i|på|vid|för)\s(?:[a-zåäö]+\s)?[A-ZÅÄÖa-zåäö]+)?)"
)


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Where it stands in the reading form, and what to call it."""

    start: int
    end: int
    name: str


def undertakings(form: ReadingForm) -> Iterator[Undertaking]:
    """Expansions and foundings, in reading order. "Utbyggnaden" goes on with the expansion before it."""
    for match in EXPANSION.finditer(form.text):
        noun = match.group().lower()
        yield Undertaking(*match.span(), noun if noun.startswith("utbygg") else "utbyggnad")
    for match in FOUNDING.finditer(form.text):
        first = match["what"].split(" ", 1)[0]
        if first.lower() not in function_words() or first.lower() in ("nya", "fler", "flera", "egna"):
            yield Undertaking(*match.span("what"), match["what"])
