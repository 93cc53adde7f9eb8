"""What resolution hands to relations and to the pipeline: actors, and everything that points at them."""

from dataclasses import dataclass

from graph.model.reading import (
    Actor,
    Attendance,
    Candidate,
    Figure,
    Membership,
    Mention,
    Promise,
    Property,
    Relation,
    Statement,
)
from graph.model.terms import Status
from graph.model.text import Span


@dataclass(frozen=True, slots=True)
class Resolved:
    """The actors of one document and what names them."""

    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    memberships: tuple[Membership, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    region: str | None = None  # key of the county or municipality that the document is about


@dataclass(frozen=True, slots=True)
class Related:
    """What the words say of the actors. `statuses` maps a quote's span to its own status.

    `actors` and `mentions` are the acts, links and procurements that these words alone bring forth;
    they stand beside those that were resolved.
    """

    relations: tuple[Relation, ...] = ()
    figures: tuple[Figure, ...] = ()
    properties: tuple[Property, ...] = ()
    promises: tuple[Promise, ...] = ()
    statuses: tuple[tuple[Span, Status], ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
