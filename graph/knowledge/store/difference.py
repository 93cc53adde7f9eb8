"""What differs between two readings of a document, as rows: what is there no more, and what is new."""

from collections import Counter
from collections.abc import Iterator

from graph.model.answers import Row
from graph.model.reading import Reading
from graph.model.text import Span

Fact = tuple[str, str, str, str]
"""A thing, its words, what it is read as, and who says so ("" for the reader)."""

LONG = 80
"""Characters of a statement or a sentence that stand for it."""


def difference(before: Reading, after: Reading) -> list[Row]:
    """One row a `change` (`removed`, `added`) of a `thing`, with its line and words, in reading order."""
    old, new = list(_facts(before)), list(_facts(after))
    gone, come = Counter(fact for fact, _ in old), Counter(fact for fact, _ in new)
    gone, come = gone - come, come - gone
    found = [*_rows("removed", gone, old, before), *_rows("added", come, new, after)]
    return sorted(found, key=lambda row: (row["line"], str(row["thing"]), row["change"] == "added"))


def _rows(
    change: str, wanted: Counter[Fact], facts: list[tuple[Fact, Span]], reading: Reading
) -> Iterator[Row]:
    left = wanted.copy()
    for fact, span in facts:
        if left[fact] > 0:
            left[fact] -= 1
            thing, words, read, _ = fact
            line = reading.document.line_at(span.start)
            yield {
                "change": change,
                "thing": thing,
                "line": line,
                "text": words,
                "read": read,
                "evidence": [],
            }


def _facts(reading: Reading) -> Iterator[tuple[Fact, Span]]:
    names = {actor.key: actor.name for actor in reading.actors}
    document, start = reading.document, Span(0, 1)

    def form(span: Span) -> str:
        text = document.reading_form(span).text
        return text if len(text) <= LONG else f"{text[:LONG]}…"

    def parts(*told: object) -> str:
        return " · ".join(str(part) for part in told if part not in (None, ""))

    meeting = reading.meeting
    yield ("meeting", parts(meeting.title, meeting.date), "", meeting.reason or ""), start
    for s in reading.statements:
        speakers = " / ".join(names[key] for key in s.speakers)
        told = parts(speakers, names.get(s.organisation or ""))
        yield ("statement", form(s.span), told, ""), s.span
    for quote in reading.quotes:
        yield ("quote", form(quote.span), quote.status.value, ""), quote.span
    for m in reading.mentions:
        yield ("mention", form(m.span), parts(m.kind.value, names[m.actor]), ""), m.span
    for member in reading.memberships:
        told = parts(names[member.person], names[member.organisation], member.role)
        yield ("role", told, "", ""), member.quote
    for f in reading.figures:
        told = parts(f.value, f.low, f.high, f.unit, f.measures, f.period, f.status.value)
        yield ("figure", f.as_written, told, ""), f.span
    for r in reading.relations:
        told = parts(names[r.subject], r.predicate.value, names[r.object])
        yield ("relation", told, r.status.value, ""), r.quote
    for p in reading.promises:
        told = parts(" / ".join(names[key] for key in p.who), p.due, p.status.value)
        yield ("promise", p.what, told, ""), p.quote
    for actor in reading.actors:
        if actor.names:
            yield ("actor", actor.name, parts(actor.kind.value, *sorted(actor.names)), ""), start
