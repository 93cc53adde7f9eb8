"""What was read on a line of a document: the statements, names, sentences, figures, ties, roles and promises there."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from graph.errors import NoSuchLine, NothingThere, SeveralThere
from graph.knowledge.store.corrected import corrected
from graph.knowledge.store.corrections import as_body, named_as, paths_of, pointing_at
from graph.knowledge.store.distinctive import folded
from graph.knowledge.store.library import Store
from graph.knowledge.store.pointed import inside, pointing
from graph.knowledge.store.quoted import quote_at
from graph.knowledge.store.stored import unpacked
from graph.model.text import Span

SHOWN = 50
"""Characters of each of several things that a message names."""

Place = tuple[Span, Span | None, dict[str, Any]]
"""The sentence, the words in it that are meant, and what was read there."""


class Page:
    """One document as it stands corrected, and a line of it, if any. Raises NoSuchDocument, NoSuchLine."""

    def __init__(self, store: Store, name: str, line: int | None) -> None:
        sha256 = store.find(name)
        row = store.db.execute(
            "SELECT id, file, reading FROM document WHERE sha256 = ?", (sha256,)
        ).fetchone()
        self.read = unpacked(row["reading"])
        paths = paths_of(store.db, row["id"])
        self.reading = corrected(self.read, pointing_at(store.db, self.read, paths)).reading
        self.path = paths[0] if paths else None
        self.file, self.line = str(row["file"]), line
        document = self.reading.document
        self.span = Span(0, len(document.text))
        if line is not None:
            starts = [*document.line_starts, len(document.text)]
            if not 1 <= line < len(starts) or starts[line - 1] == starts[line]:
                raise NoSuchLine(file=self.file, line=line, last=len(document.line_starts))
            self.span = Span(starts[line - 1], starts[line])

    def form(self, span: Span) -> str:
        """The reading form of a span."""
        return self.reading.document.reading_form(span).text

    def body(self, thing: str, place: Place, to: dict[str, Any]) -> dict[str, Any]:
        """The body of a correction at a place."""
        quote, words, was = place
        at = pointing(self.reading.document, quote, words, self.path)
        return as_body(thing, asdict(at), named_as(self.read), **{"is": was, "to": to})

    def only(self, thing: str, found: Sequence[tuple[str, Place]]) -> Place:
        """The one place that was found. Raises NothingThere, SeveralThere."""
        if len(found) == 1:
            return found[0][1]
        facts: dict[str, str | int] = {"thing": thing, "file": self.file, "line": self.line or 0}
        if not found:
            raise NothingThere(**facts)
        raise SeveralThere(**facts, found="; ".join(label[:SHOWN] for label, _ in found))

    def inside(self, words: str) -> Span | None:
        """Where words stand on the line, or in a sentence that reaches it."""
        plain = " ".join(words.split())
        reaching = [quote.span for quote in self.reading.quotes if quote.span.meets(self.span)]
        document = self.reading.document
        there = (inside(document, span, plain) for span in (self.span, *reaching))
        return next((span for span in there if span), None)

    def holding(self, thing: str, told: list[str]) -> Span:
        """The sentence of the line that holds most of what is told. Raises SeveralThere."""
        reaching = [quote for quote in self.reading.quotes if quote.span.meets(self.span)]
        held = {q.span: sum(folded(word) in folded(q.text) for word in told) for q in reaching}
        best = [q for q in reaching if held[q.span] == max(held.values())]
        if not best:
            return self.sentence(self.span)
        return self.only("quote", [(q.text, (q.span, None, {})) for q in best])[0]

    def sentence(self, span: Span) -> Span:
        """The sentence around a span; the line's print where none was read."""
        quote = quote_at(self.reading, span)
        if quote:
            return quote.span
        text = self.reading.document.text
        raw = next((line.span for line in self.reading.document.lines if line.span.meets(span)), span)
        return Span(min(raw.start, span.start), max(raw.end, span.end)) if text else span


def statements(page: Page, words: str | None) -> list[tuple[str, Place]]:
    """The statements of the line, or of some words on it."""
    there: list[tuple[str, Place]] = []
    for one_ in page.reading.statements:
        if one_.span.meets(page.span):
            quotes = [
                q.span for q in page.reading.quotes if one_.span.holds(q.span) and q.span.meets(page.span)
            ]
            quotes = [q for q in quotes if not words or words.casefold() in page.form(q).casefold()]
            if quotes:
                names = {actor.key: actor.name for actor in page.reading.actors}
                was = {"speaker": " / ".join(names[key] for key in one_.speakers)}
                there.append((page.form(one_.span), (quotes[0], None, was)))
    return there


def mentions(page: Page, words: str | None) -> list[tuple[str, Place]]:
    """The names on the line: those that are written so, or that mean the one who is called so."""
    names = {actor.key: actor.name for actor in page.reading.actors}
    begun = [m for m in page.reading.mentions if m.quote.meets(page.span)]
    here = [m for m in begun if m.span.meets(page.span)]
    if words:  # on the line first, then in a sentence that goes on after it or began before
        plain = folded(words)
        fits = [
            [m for m in there if plain == folded(page.form(m.span) if written else names[m.actor])]
            for written in (True, False)
            for there in (here, begun)
        ]
        here = next(filter(None, fits), [])
    told = [(m, {"type": m.kind.value, "name": names[m.actor]}) for m in here]
    return [(page.form(m.span), (m.quote, m.span, was)) for m, was in told]


def sentences(page: Page, words: str | None) -> list[tuple[str, Place]]:
    """The sentences of the line, or of some words on it."""
    there = [q for q in page.reading.quotes if q.span.meets(page.span)]
    there = [q for q in there if not words or words.casefold() in q.text.casefold()]
    return [(q.text, (q.span, None, {"status": q.status.value})) for q in there]


def figures(page: Page, words: str | None) -> list[tuple[str, Place]]:
    """The figures on the line."""
    there = [f for f in page.reading.figures if f.span.meets(page.span)]
    there = [f for f in there if not words or words.casefold() in page.form(f.span).casefold()]
    return [
        (f.as_written, (page.sentence(f.span), f.span, {"value": f.value, "measures": f.measures}))
        for f in there
    ]


def relations(page: Page, words: str | None, predicate: str | None) -> list[tuple[str, Place]]:
    """The ties that the line tells of: of a kind, or with somebody of that name."""
    names = {actor.key: actor.name for actor in page.reading.actors}
    there: list[tuple[str, Place]] = []
    for r in page.reading.relations:
        ends = names[r.subject], names[r.object]
        if (
            r.quote.meets(page.span)
            and predicate in (None, "", r.predicate.value)
            and (not words or any(folded(words) in folded(end) for end in ends))
        ):
            was = {
                "subject": ends[0],
                "predicate": r.predicate.value,
                "object": ends[1],
                "status": r.status.value,
            }
            there.append((f"{ends[0]} {r.predicate.value} {ends[1]}", (r.quote, None, was)))
    return there


def roles(page: Page, words: str | None) -> list[tuple[str, Place]]:
    """The roles that the line gives somebody."""
    names = {actor.key: actor.name for actor in page.reading.actors}
    there: list[tuple[str, Place]] = []
    for m in page.reading.memberships:
        ends = names[m.person], names[m.organisation]
        if m.quote.meets(page.span) and (not words or any(folded(words) in folded(end) for end in ends)):
            was = {"person": ends[0], "organisation": ends[1], "role": m.role}
            there.append((" – ".join(ends), (m.quote, None, was)))
    return there


def promises(page: Page, words: str | None) -> list[tuple[str, Place]]:
    """The promises on the line."""
    there = [p for p in page.reading.promises if p.quote.meets(page.span)]
    there = [p for p in there if not words or folded(words) in folded(p.what)]
    return [(p.what, (p.quote, None, {"what": p.what})) for p in there]


FINDERS: dict[str, Callable[[Page, str | None], list[tuple[str, Place]]]] = {
    "statement": statements,
    "mention": mentions,
    "quote": sentences,
    "figure": figures,
    "role": roles,
    "promise": promises,
}
