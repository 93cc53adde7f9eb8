"""Where each thing of one reading stands in its document's graph: its IRI, from offsets and content."""

from collections import Counter
from functools import cached_property

from graph.knowledge.vocabulary.minting import digest, document_iri, named
from graph.model.reading import Actor, Quote, Reading
from graph.model.terms import Kind
from graph.model.text import Span


class Places:
    """The IRIs of one reading.

    Raises ValueError where a value of the reading points at nothing: evidence outside every quote, or
    the key of an actor that there is not.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.document = document_iri(reading.document.sha256)

    def at(self, kind: str, span: Span, suffix: str = "") -> str:
        """The IRI of what stands at a span."""
        return f"{self.document}#{kind}-{span.start}-{span.end}{suffix}"

    def made(self, kind: str, *parts: object) -> str:
        """The IRI of what has no place of its own: a hash of all that makes it itself."""
        return f"{self.document}#{kind}-{digest(*map(str, parts))}"

    @property
    def meeting(self) -> str:
        """The meeting that the document is about."""
        return f"{self.document}#meeting"

    @cached_property
    def _headings(self) -> frozenset[Span]:
        return frozenset(heading.span for heading in self.reading.headings)

    @cached_property
    def _statements(self) -> frozenset[Span]:
        return frozenset(statement.span for statement in self.reading.statements)

    @cached_property
    def _quotes(self) -> dict[Span, Quote]:
        return {quote.span: quote for quote in self.reading.quotes}

    def quote_span(self, span: Span) -> Span:
        """The quote that evidence rests on: the one of that span, or else the shortest around it."""
        if span in self._quotes:
            return span
        around = [quote for quote in self._quotes if quote.holds(span)]
        if not around:
            raise ValueError(f"{span} rests on no quote")
        return min(around, key=lambda quote: (quote.end - quote.start, quote.start))

    def quote(self, span: Span) -> str:
        """The IRI of the quote that evidence rests on. A heading is its own quote."""
        found = self.quote_span(span)
        return self.heading(found) if found in self._headings else self.at("quote", found)

    def has_quote(self, span: Span | None) -> bool:
        """Whether some quote holds a span."""
        return span is not None and any(quote.holds(span) for quote in self._quotes)

    def heading(self, span: Span) -> str:
        """The IRI of a heading."""
        return self.at("heading", span)

    def statement(self, span: Span) -> str:
        """The IRI of a statement."""
        return self.at("statement", span)

    def holder(self, quote: Quote) -> str:
        """What a quote is part of: its statement or heading, or the document itself."""
        if quote.holder in self._statements:
            return self.statement(quote.holder)
        if quote.holder in self._headings and quote.span not in self._headings:
            return self.heading(quote.holder)
        return self.document

    @cached_property
    def actors(self) -> dict[str, str]:
        """The IRI of each actor by its key: kind, name and first place, so that namesakes stay apart."""
        first: dict[str, int] = {}
        for mention in self.reading.mentions:
            first.setdefault(mention.actor, mention.span.start)
        marks = {actor.key: self._mark(actor, first.get(actor.key)) for actor in self.reading.actors}
        alike = Counter(marks.values())
        return {
            key: f"{self.document}#{named('actor', mark[1], *mark, *([key] if alike[mark] > 1 else []))}"
            for key, mark in marks.items()
        }

    def _mark(self, actor: Actor, start: int | None) -> tuple[str, str, str]:
        return actor.kind.value, actor.name, "" if start is None else str(start)

    def actor(self, key: str) -> str:
        """The IRI of an actor."""
        if key not in self.actors:
            raise ValueError(f"no actor has the key {key!r}")
        return self.actors[key]

    @cached_property
    def unnamed(self) -> frozenset[str]:
        """Keys of the parties that the words do not name."""
        return frozenset(actor.key for actor in self.reading.actors if actor.kind is Kind.UNNAMED)
