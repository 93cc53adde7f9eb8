"""What is said as quads: actors and their ties, figures, details, promises."""

from graph.knowledge.quads.lines import Graph, number_literal, temporal_literal, text_literal
from graph.knowledge.quads.places import Places
from graph.knowledge.quads.units import doubt, spanned
from graph.knowledge.vocabulary.minting import named, rule_iri, slug
from graph.knowledge.vocabulary.terms import (
    CERTAINTY,
    CLASSIFICATION,
    DCTERMS,
    DERIVED,
    GENERATED,
    KIND_CLASSES,
    LABEL,
    NAME,
    OBJECT,
    ORG,
    OTHER_LABEL,
    PART,
    PREDICATE,
    REASON,
    SAM,
    SCHEMA,
    STATUS,
    SUBJECT,
    TYPE,
    concept,
    own,
)
from graph.model.reading import (
    Actor,
    Attendance,
    Candidate,
    Figure,
    Membership,
    Promise,
    Property,
    Relation,
)
from graph.model.terms import Certainty, Detail, Kind

CODED = frozenset({Detail.STATE, Detail.DECISION, Detail.STAGE, Detail.ADDRESS})
"""Details whose value is a code or an address: no Swedish text."""


def label(name: str, kind: Kind) -> str:
    """A name as a literal: Swedish, but for persons and addresses, whose names have no language."""
    return text_literal(name, None if kind in (Kind.PERSON, Kind.LINK) else "sv")


def claims(graph: Graph, places: Places) -> None:
    """States all that the words say."""
    reading = places.reading
    for actor in reading.actors:
        _actor(graph, places, actor)
    for candidate in reading.candidates:
        _candidate(graph, places, candidate)
    for membership in reading.memberships:
        _membership(graph, places, membership)
    for attendance in reading.attendance:
        _attendance(graph, places, attendance)
    for figure in reading.figures:
        _figure(graph, places, figure)
    for relation in reading.relations:
        _relation(graph, places, relation)
    for detail in reading.properties:
        _detail(graph, places, detail)
    for promise in reading.promises:
        _promise(graph, places, promise)


def _actor(graph: Graph, places: Places, actor: Actor) -> None:
    node = places.actor(actor.key)
    organisation = actor.kind is Kind.ORGANISATION
    graph.link(node, TYPE, KIND_CLASSES[actor.kind])
    if actor.name:
        graph.add(node, LABEL, label(actor.name, actor.kind))
    for name in actor.names:
        if name and name != actor.name:
            graph.add(node, OTHER_LABEL, label(name, actor.kind))
    if actor.part_of:
        if organisation:
            graph.link(node, TYPE, f"{ORG}OrganizationalUnit")
        graph.link(node, f"{ORG}unitOf" if organisation else PART, places.actor(actor.part_of))
    if actor.classification and slug(actor.classification):
        kind = f"{ORG}classification" if organisation else f"{DCTERMS}type"
        graph.link(node, kind, CLASSIFICATION + slug(actor.classification))
    graph.text(node, f"{SAM}scope", actor.scope)
    if actor.description:
        graph.truth(node, f"{SAM}described", True)
    if actor.certainty is not Certainty.EXPLICIT or actor.reason:
        doubt(graph, node, actor.certainty, actor.reason)


def candidate_iri(places: Places, candidate: Candidate) -> str:
    """The IRI of a candidate: whose it is, the name and the reason."""
    return places.made("candidate", places.actor(candidate.of), candidate.name, candidate.reason)


def _candidate(graph: Graph, places: Places, candidate: Candidate) -> None:
    node = candidate_iri(places, candidate)
    graph.link(node, TYPE, f"{SAM}Candidate")
    graph.link(node, f"{SAM}of", places.actor(candidate.of))
    graph.text(node, NAME, candidate.name)
    graph.link(node, REASON, concept(candidate.reason))
    graph.link(node, CERTAINTY, concept(Certainty.PROBABLE))
    if candidate.actor:
        graph.link(node, f"{SAM}actor", places.actor(candidate.actor))


def _membership(graph: Graph, places: Places, membership: Membership) -> None:
    person, organisation = places.actor(membership.person), places.actor(membership.organisation)
    quote = places.quote(membership.quote)
    node = places.made("membership", person, organisation, quote, membership.role)
    graph.link(node, TYPE, f"{ORG}Membership")
    graph.link(node, f"{ORG}member", person)
    graph.link(node, f"{ORG}organization", organisation)
    graph.link(node, DERIVED, quote)
    doubt(graph, node, membership.certainty, membership.reason)
    if membership.role:
        role = f"{places.document}#{named('role', membership.role, membership.role)}"
        graph.link(node, f"{ORG}role", role)
        graph.link(role, TYPE, f"{ORG}Role")
        graph.text(role, LABEL, membership.role)


def _attendance(graph: Graph, places: Places, attendance: Attendance) -> None:
    actor, quote = places.actor(attendance.actor), places.quote(attendance.quote)
    node = places.made("attendance", actor, attendance.presence, quote)
    graph.link(node, TYPE, f"{SAM}Attendance")
    graph.link(node, f"{SAM}attendee", actor)
    graph.link(node, f"{SAM}at", places.meeting)
    graph.link(node, f"{SAM}presence", concept(attendance.presence))
    graph.link(node, DERIVED, quote)
    graph.text(node, f"{SAM}insteadOf", attendance.instead_of)


def _figure(graph: Graph, places: Places, figure: Figure) -> None:
    node = places.at("figure", figure.span)
    graph.link(node, TYPE, f"{SCHEMA}{'MonetaryAmount' if figure.money else 'QuantitativeValue'}")
    graph.number(node, f"{SCHEMA}value", figure.value)
    graph.number(node, f"{SCHEMA}minValue", figure.low)
    graph.number(node, f"{SCHEMA}maxValue", figure.high)
    if figure.bound:
        graph.link(node, f"{SAM}bound", concept(figure.bound))
    graph.truth(node, f"{SAM}approximate", figure.approximate)
    graph.text(node, f"{SAM}asWritten", figure.as_written, None)
    graph.text(node, f"{SCHEMA}unitText", figure.unit, None)
    graph.text(node, f"{SAM}measures", figure.measures)
    for term, key in ((f"{SCHEMA}about", figure.about), (f"{SAM}place", figure.place)):
        if key:
            graph.link(node, term, places.actor(key))
    if figure.source:
        graph.link(node, f"{SAM}accordingTo", places.actor(figure.source))
    graph.text(node, f"{SAM}period", figure.period)
    graph.time(node, f"{SAM}asOf", figure.as_of)
    graph.text(node, f"{SAM}base", figure.base)
    graph.link(node, STATUS, concept(figure.status))
    if figure.reason:
        graph.link(node, REASON, concept(figure.reason))
    graph.link(node, DERIVED, places.quote(figure.quote))
    spanned(graph, node, figure.span)


def _relation(graph: Graph, places: Places, relation: Relation) -> None:
    subject, target = places.actor(relation.subject), places.actor(relation.object)
    node = places.made(
        "relation", subject, relation.predicate, target, places.quote(relation.quote), relation.rule,
        relation.status, relation.certainty, relation.reason, relation.amount, relation.period,
    )  # fmt: skip
    graph.link(node, TYPE, f"{SAM}Relation")
    graph.link(node, SUBJECT, subject)
    graph.link(node, PREDICATE, own(relation.predicate))
    graph.link(node, OBJECT, target)
    _said(graph, places, node, relation)
    if relation.amount:
        graph.link(node, f"{SAM}amount", places.at("figure", relation.amount))
    graph.text(node, f"{SAM}period", relation.period)


def _said(graph: Graph, places: Places, node: str, claim: Relation | Property | Promise) -> None:
    graph.link(node, DERIVED, places.quote(claim.quote))
    graph.link(node, GENERATED, rule_iri(claim.rule))
    graph.link(node, STATUS, concept(claim.status))
    doubt(graph, node, claim.certainty, claim.reason)


def _detail(graph: Graph, places: Places, detail: Property) -> None:
    subject = places.actor(detail.of)
    node = places.made(
        "detail", subject, detail.detail, detail.value, detail.unit, places.quote(detail.quote),
        detail.rule, detail.status, detail.certainty, detail.reason, detail.actor,
    )  # fmt: skip
    graph.link(node, TYPE, f"{SAM}Detail")
    graph.link(node, SUBJECT, subject)
    graph.link(node, PREDICATE, own(detail.detail))
    graph.add(node, OBJECT, _value(detail))
    graph.text(node, f"{SCHEMA}unitText", detail.unit, None)
    if detail.actor:
        graph.link(node, f"{SAM}actor", places.actor(detail.actor))
    _said(graph, places, node, detail)


def _value(detail: Property) -> str:
    value = detail.value
    if not isinstance(value, str):
        return number_literal(value)
    if detail.detail in CODED:
        return text_literal(value)
    iso = temporal_literal(value)
    return text_literal(value, "sv") if iso == text_literal(value) else iso


def promise_iri(places: Places, promise: Promise) -> str:
    """The IRI of a promise: by whom, what, in which words."""
    who = (places.actor(key) for key in promise.who)
    quote = places.quote(promise.quote)
    return places.made("promise", *who, promise.what, quote, promise.to, promise.status, promise.rule)


def _promise(graph: Graph, places: Places, promise: Promise) -> None:
    who = tuple(places.actor(key) for key in promise.who)
    node = promise_iri(places, promise)
    graph.link(node, TYPE, f"{SAM}Promise")
    for actor in who:
        graph.link(node, f"{SAM}promisedBy", actor)
    for term, key in (("onBehalfOf", promise.organisation), ("to", promise.to)):
        if key:
            graph.link(node, f"{SAM}{term}", places.actor(key))
    graph.text(node, f"{SAM}what", promise.what)
    graph.text(node, f"{SAM}condition", promise.condition)
    graph.time(node, f"{SAM}due", promise.due)
    graph.text(node, f"{SAM}dueAsWritten", promise.due_as_written)
    if promise.outcome and promise.outcome_quote:
        graph.add(node, f"{SAM}outcome", text_literal(promise.outcome))
        graph.link(node, f"{SAM}outcomeQuote", places.quote(promise.outcome_quote))
    _said(graph, places, node, promise)
