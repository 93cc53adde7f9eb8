"""What recognition hands to resolution: names with their spans, before anyone asks who is who."""

from dataclasses import dataclass

from graph.model.reading import DateMention, Figure
from graph.model.terms import Certainty, Kind, Reason
from graph.model.text import Span


@dataclass(frozen=True, slots=True)
class Found:
    """One name as recognised.

    `span` is raw, genitive left off. `name` is its reading form. `canonical` the fuller name that a
    sourced list gives its only bearer. `listed` says that such a list has it. `description` marks what
    is told by topic or place only. `head` is the common noun of an establishment, scheme or committee.
    """

    span: Span
    name: str
    kind: Kind
    quote: Span
    rule: str
    canonical: str | None = None
    classification: str | None = None
    listed: bool = False
    nested: bool = False
    description: bool = False
    head: str | None = None
    certainty: Certainty = Certainty.EXPLICIT
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Recognition:
    """All names, dates and figures of a document, each kind in reading order."""

    found: tuple[Found, ...] = ()
    dates: tuple[DateMention, ...] = ()
    figures: tuple[Figure, ...] = ()
