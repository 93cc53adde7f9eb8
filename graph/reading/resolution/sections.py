"""Which persons and organisations stand in the heading over a quote."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from graph.model.outline import Outline
from graph.model.recognition import Found
from graph.model.terms import Kind
from graph.model.text import Span


@dataclass(frozen=True, slots=True)
class Sections:
    """For each quote of a turn the span of its heading, and the names that stand in each heading."""

    heading_of: dict[Span, Span]
    named: dict[Span, tuple[Found, ...]]
    speaking_for: dict[Span, Span]

    @classmethod
    def of(cls, outline: Outline, found: Iterable[Found]) -> "Sections":
        """The sections of a document: each turn's quotes point at its heading."""
        names = sorted(found, key=lambda name: name.span.start)
        heading_of: dict[Span, Span] = {}
        speaking_for: dict[Span, Span] = {}
        headings: set[Span] = {heading.span for heading in outline.headings}
        for turn in outline.turns:
            for quote in turn.quotes:
                if turn.heading:
                    heading_of[quote.span] = turn.heading
                    headings.add(turn.heading)
                if turn.organisation:
                    speaking_for[quote.span] = turn.organisation.span
        starts = [name.span.start for name in names]
        named = {}
        for span in headings:
            within = names[bisect_left(starts, span.start) : bisect_right(starts, span.end)]
            named[span] = tuple(name for name in within if span.holds(name.span))
        return cls(heading_of, named, speaking_for)

    def persons(self, quote: Span) -> tuple[str, ...]:
        """The persons in the heading over a quote, by the names that they bear there."""
        heading = self.heading_of.get(quote)
        if heading is None:
            return ()
        return tuple(
            name.canonical or name.name for name in self.named.get(heading, ()) if name.kind is Kind.PERSON
        )
