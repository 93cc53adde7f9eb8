"""Units of text as quads: document, meeting, headings, statements, quotes, mentions, dates."""

from graph.knowledge.quads.lines import Graph
from graph.knowledge.quads.places import Places
from graph.knowledge.vocabulary.minting import rule_iri
from graph.knowledge.vocabulary.terms import (
    ATTRIBUTED,
    CERTAINTY,
    DCTERMS,
    DERIVED,
    END,
    GENERATED,
    NAME,
    OA,
    PART,
    REASON,
    SAM,
    SCHEMA,
    START,
    STATUS,
    TEXT,
    TYPE,
    concept,
)
from graph.model.reading import DateMention, Heading, Mention, Quote, Reading, Statement
from graph.model.terms import Certainty, Reason
from graph.model.text import Span

READER = "1"
"""Version of the reader: a document's graph is a function of its file and of this."""

AROUND = 20
"""Code points before and after a mention in its quote selector."""


def doubt(graph: Graph, subject: str, certainty: Certainty, reason: Reason | None) -> None:
    """States how sure something is, and why."""
    graph.link(subject, CERTAINTY, concept(certainty))
    if reason:
        graph.link(subject, REASON, concept(reason))


def spanned(graph: Graph, subject: str, span: Span) -> None:
    """States where something stands."""
    graph.number(subject, START, span.start)
    graph.number(subject, END, span.end)


def units(graph: Graph, places: Places) -> None:
    """States all that is text."""
    reading = places.reading
    _document(graph, places, reading)
    _meeting(graph, places, reading)
    for heading in reading.headings:
        _heading(graph, places, heading)
    for statement in reading.statements:
        _statement(graph, places, statement)
    for quote in reading.quotes:
        _quote(graph, places, quote)
    for mention in reading.mentions:
        _mention(graph, places, mention)
    for date in reading.dates:
        _date(graph, places, date)


def _document(graph: Graph, places: Places, reading: Reading) -> None:
    document = places.document
    graph.link(document, TYPE, f"{SCHEMA}DigitalDocument")
    graph.text(document, f"{DCTERMS}title", reading.meeting.title)
    graph.text(document, f"{DCTERMS}language", "sv", None)
    graph.text(document, f"{DCTERMS}identifier", f"sha256:{reading.document.sha256}", None)
    graph.link(document, f"{SCHEMA}recordedAt", places.meeting)
    graph.text(document, f"{SCHEMA}softwareVersion", READER, None)
    if reading.document.recognised:
        graph.truth(document, f"{SAM}recognised", True)


def _meeting(graph: Graph, places: Places, reading: Reading) -> None:
    meeting, node = reading.meeting, places.meeting
    name = meeting.kind or meeting.title
    graph.link(node, TYPE, f"{SCHEMA}Event")
    graph.text(node, NAME, name[:1].upper() + name[1:])
    graph.time(node, f"{SCHEMA}startDate", meeting.date.isoformat() if meeting.date else None)
    for span in (meeting.title_span, meeting.date_quote):
        if span and places.has_quote(span):
            graph.link(node, DERIVED, places.quote(span))
    if meeting.reason:
        graph.link(node, REASON, concept(meeting.reason))
    if meeting.region:
        graph.link(node, f"{SAM}region", places.actor(meeting.region))
    if meeting.next:
        coming = f"{node}-next"
        graph.link(node, f"{SAM}next", coming)
        graph.link(coming, TYPE, f"{SCHEMA}Event")
        graph.time(coming, f"{SCHEMA}startDate", meeting.next.isoformat())
        doubt(graph, coming, meeting.next_certainty, meeting.next_reason)
        if meeting.next_quote and places.has_quote(meeting.next_quote):
            graph.link(coming, DERIVED, places.quote(meeting.next_quote))


def _heading(graph: Graph, places: Places, heading: Heading) -> None:
    node = places.heading(heading.span)
    graph.link(node, TYPE, f"{SAM}Heading")
    graph.text(node, TEXT, heading.text)
    graph.link(node, PART, places.document)
    spanned(graph, node, heading.span)
    if heading.parent:
        graph.link(node, f"{SAM}under", places.heading(heading.parent))


def _statement(graph: Graph, places: Places, statement: Statement) -> None:
    node = places.statement(statement.span)
    graph.link(node, TYPE, f"{SAM}Statement")
    graph.text(node, TEXT, statement.text)
    graph.number(node, f"{SCHEMA}position", statement.position)
    graph.link(node, PART, places.document)
    spanned(graph, node, statement.span)
    _skipped(graph, places, node, statement.skipped)
    if statement.heading:
        graph.link(node, f"{SAM}under", places.heading(statement.heading))
    for speaker in statement.speakers:
        graph.link(node, ATTRIBUTED, places.actor(speaker))
    if statement.organisation:
        graph.link(node, f"{SAM}onBehalfOf", places.actor(statement.organisation))
    if statement.attribution:
        graph.link(node, f"{SAM}attribution", concept(statement.attribution))


def _quote(graph: Graph, places: Places, quote: Quote) -> None:
    node = places.quote(quote.span)
    graph.link(node, TYPE, f"{SAM}Quote")
    graph.text(node, TEXT, quote.text)
    graph.link(node, PART, places.holder(quote))
    graph.link(node, STATUS, concept(quote.status))
    if quote.reason:
        graph.link(node, REASON, concept(quote.reason))
    spanned(graph, node, quote.span)
    _skipped(graph, places, node, quote.skipped)


def _skipped(graph: Graph, places: Places, node: str, skipped: tuple[Span, ...]) -> None:
    for span in skipped:
        zone = places.at("skipped", span)
        graph.link(node, f"{SAM}skipped", zone)
        graph.link(zone, TYPE, f"{SAM}Skipped")
        spanned(graph, zone, span)


def _mention(graph: Graph, places: Places, mention: Mention) -> None:
    node = places.at("mention", mention.span, f"-{mention.kind}")
    graph.link(node, TYPE, f"{OA}Annotation")
    graph.link(node, f"{OA}motivatedBy", f"{OA}identifying")
    graph.link(node, f"{OA}hasBody", places.actor(mention.actor))
    graph.link(node, PART, places.quote(mention.quote))
    graph.link(node, GENERATED, rule_iri(mention.rule))
    if mention.certainty is not Certainty.EXPLICIT or mention.reason:
        doubt(graph, node, mention.certainty, mention.reason)
    _target(graph, places, node, mention.span)


def _target(graph: Graph, places: Places, node: str, span: Span) -> None:
    text = places.reading.document.text
    target, position, words = (places.at(kind, span) for kind in ("target", "position", "words"))
    graph.link(node, f"{OA}hasTarget", target)
    graph.link(target, f"{OA}hasSource", places.document)
    graph.link(target, f"{OA}hasSelector", position)
    graph.link(target, f"{OA}hasSelector", words)
    graph.link(position, TYPE, f"{OA}TextPositionSelector")
    spanned(graph, position, span)
    graph.link(words, TYPE, f"{OA}TextQuoteSelector")
    graph.text(words, f"{OA}exact", span.of(text), None)
    graph.text(words, f"{OA}prefix", text[max(0, span.start - AROUND) : span.start], None)
    graph.text(words, f"{OA}suffix", text[span.end : span.end + AROUND], None)


def _date(graph: Graph, places: Places, date: DateMention) -> None:
    node = places.at("date", date.span)
    graph.link(node, TYPE, f"{SAM}DateMention")
    graph.text(node, f"{SAM}asWritten", date.span.of(places.reading.document.text))
    graph.time(node, f"{SCHEMA}startDate", date.iso)
    graph.time(node, f"{SCHEMA}endDate", date.iso_end)
    graph.link(node, PART, places.quote(date.quote))
    doubt(graph, node, date.certainty, date.reason)
    spanned(graph, node, date.span)
