"""What one document says: the values that `reading` hands to `knowledge`.

Actors, projects, schemes, events and places are `Actor`s, told apart by `kind`; other values point at them by
`key`, unique within the document. Evidence is pointed at by the span of its quote. All in reading order.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model.terms import (
    Attribution,
    Bound,
    Certainty,
    Detail,
    Kind,
    Outcome,
    Predicate,
    Presence,
    Reason,
    Status,
)
from graph.model.text import Document, Span


@dataclass(frozen=True, slots=True)
class Heading:
    """The line or lines that name who speaks, or a point of the agenda.

    `parent` is the umbrella above it ("Kommunerna:"). `text` is the reading form.
    """

    span: Span
    text: str
    parent: Span | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence inside a statement or a heading: the evidence of everything that is said.

    `holder` is the span of that statement or heading. `text` is the reading form.
    """

    span: Span
    text: str
    holder: Span
    skipped: tuple[Span, ...] = ()
    status: Status = Status.ASSERTED
    reason: Reason | None = None  # a person said so

    def __post_init__(self) -> None:
        if not self.holder.holds(self.span):
            raise ValueError(f"quote {self.span} outside its holder {self.holder}")


def outermost(quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes that lie in no other, in reading order: each word is read once."""
    kept: list[Quote] = []
    for quote in sorted(quotes, key=lambda quote: (quote.span.start, -quote.span.end)):
        if not kept or not kept[-1].span.holds(quote.span):
            kept.append(quote)
    return kept


@dataclass(frozen=True, slots=True)
class Statement:
    """The longest run of whole sentences by one speaker within one item, cell, turn or paragraph.

    `speakers` are keys of persons or, where only an organisation is named as speaking, of that organisation;
    several with `ONE_OF`. `organisation` is what they speak for, as specific as named.
    """

    span: Span
    text: str
    position: int
    heading: Span | None
    speakers: tuple[str, ...] = ()
    organisation: str | None = None
    attribution: Attribution | None = None
    skipped: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something named, as this document names it.

    `name` is the fullest form that the document or a sourced list gives; `names` every form written, genitives
    folded; `listed` whether a sourced list has the name with one bearer; `part_of` the key of the organisation
    above a unit; `scope` the county or organisation that tells it from namesakes. `description` marks what is
    known by its topic or place only and has no name of its own.
    """

    key: str
    kind: Kind
    name: str
    names: tuple[str, ...] = ()
    part_of: str | None = None
    classification: str | None = None
    listed: bool = False
    scope: str | None = None
    certainty: Certainty = Certainty.EXPLICIT
    reason: Reason | None = None
    description: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who an actor might be: a name, and the key of the actor of this document that bears it, if any."""

    of: str
    name: str
    reason: Reason
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a name, without its genitive -s, inside a quote."""

    span: Span
    actor: str
    kind: Kind
    quote: Span
    rule: str
    nested: bool = False
    certainty: Certainty = Certainty.EXPLICIT
    reason: Reason | None = None

    def __post_init__(self) -> None:
        if not self.quote.holds(self.span):
            raise ValueError(f"mention {self.span} outside its quote {self.quote}")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day, month, season or year as written, and the ISO form that it stands for.

    `iso` is as precise as the words ("2021", "2021-05-17", "2021-05-17T15:00"), `iso_end` the last day or month
    of a range; None where even the year cannot be told.
    """

    span: Span
    iso: str | None
    quote: Span
    iso_end: str | None = None
    certainty: Certainty = Certainty.EXPLICIT
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """A person who belongs to, works for or speaks for an organisation, at this meeting."""

    person: str
    organisation: str
    quote: Span
    role: str | None = None
    certainty: Certainty = Certainty.INFERRED
    reason: Reason | None = Reason.NAMED_TOGETHER_IN_HEADING


@dataclass(frozen=True, slots=True)
class Attendance:
    """Whether a person, or an organisation that sent nobody, was there. `instead_of`: as written."""

    actor: str
    presence: Presence
    quote: Span
    instead_of: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it measures; what the text leaves out stays None.

    `value` has sign and multiplier applied ("5.5 miljoner" 5500000, "ner 36 procent" -36), None where the words
    give a range (`low`, `high`). `unit` is as written, None for a bare 8000. `about`, `place` and `source` are
    keys of actors; `period` and `base` words.
    """

    span: Span
    as_written: str
    quote: Span
    value: float | int | None = None
    low: float | int | None = None
    high: float | int | None = None
    bound: Bound | None = None
    approximate: bool = False
    unit: str | None = None
    money: bool = False
    measures: str | None = None
    about: str | None = None
    place: str | None = None
    period: str | None = None
    as_of: str | None = None
    base: str | None = None
    source: str | None = None
    status: Status = Status.ASSERTED
    reason: Reason | None = None  # a person said so


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie between two actors that the words of one quote say."""

    subject: str
    predicate: Predicate
    object: str
    quote: Span
    rule: str
    status: Status = Status.ASSERTED
    certainty: Certainty = Certainty.EXPLICIT
    reason: Reason | None = None
    amount: Span | None = None  # the figure that the tie has
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Property:
    """One thing said of a project, scheme …: text, a number or an ISO date, with the `actor` named, if any."""

    of: str
    detail: Detail
    value: str | int | float
    quote: Span
    rule: str
    actor: str | None = None
    unit: str | None = None
    status: Status = Status.ASSERTED
    certainty: Certainty = Certainty.EXPLICIT
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """Who offered or was given what to do, to whom, when; of an earlier one, what became of it."""

    who: tuple[str, ...]
    what: str
    quote: Span
    rule: str
    organisation: str | None = None
    to: str | None = None
    condition: str | None = None
    due: str | None = None  # ISO
    due_as_written: str | None = None
    status: Status = Status.PLANNED
    certainty: Certainty = Certainty.EXPLICIT
    reason: Reason | None = None
    outcome: Outcome | None = None
    outcome_quote: Span | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """Title, kind and date of the meeting, and the next one that is announced.

    `title_span`, `date_quote` and `next_quote` are spans of quotes or of the title line.
    """

    title: str
    title_span: Span | None = None
    kind: str | None = None
    date: datetime.date | None = None
    date_quote: Span | None = None
    next: datetime.date | datetime.datetime | None = None
    next_quote: Span | None = None
    next_certainty: Certainty = Certainty.EXPLICIT
    next_reason: Reason | None = None
    reason: Reason | None = None  # a person said so
    region: str | None = None  # key of the county or municipality that the document says it is about


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document."""

    document: Document
    layout: str
    meeting: Meeting
    headings: tuple[Heading, ...] = ()
    statements: tuple[Statement, ...] = ()
    quotes: tuple[Quote, ...] = ()
    actors: tuple[Actor, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    memberships: tuple[Membership, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    figures: tuple[Figure, ...] = ()
    relations: tuple[Relation, ...] = ()
    properties: tuple[Property, ...] = ()
    promises: tuple[Promise, ...] = ()
    unread: tuple[Span, ...] = ()  # lines that no statement, heading or furniture accounts for
    fits: tuple[tuple[str, float], ...] = ()  # every layout's judgement of this document
    warnings: tuple[str, ...] = ()  # keys of sentences in `wording`
    read_share: float = 0.0  # share of printed characters that stand in statements or headings
