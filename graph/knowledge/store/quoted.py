"""The sentence that evidence rests on, made where no sentence that was read holds the words."""

from dataclasses import replace

from graph.model.reading import Quote, Reading
from graph.model.text import Span


def quote_at(reading: Reading, span: Span) -> Quote | None:
    """The shortest quote that holds a span."""
    around = [quote for quote in reading.quotes if quote.span.holds(span)]
    return min(around, key=lambda quote: (quote.span.end - quote.span.start, quote.span.start), default=None)


def quoted(reading: Reading, span: Span) -> tuple[Reading, Quote]:
    """The quote around a span; one of its own inside its statement, or a line alone, where there is none."""
    there = quote_at(reading, span)
    if there:
        return reading, there
    holders = [s.span for s in reading.statements if s.span.holds(span)]
    document = reading.document
    made = Quote(
        span, document.reading_form(span).text, holders[0] if holders else span, document.skipped(span)
    )
    quotes = sorted((*reading.quotes, made), key=lambda quote: (quote.span.start, -quote.span.end))
    return replace(reading, quotes=tuple(quotes)), made
