"""Relations, roles and promises as a person corrects, rejects and adds them."""

from dataclasses import replace
from typing import Any

from graph.knowledge.store.actors_by_hand import RULE, kind_of, named, placed, swept
from graph.knowledge.store.distinctive import folded
from graph.knowledge.store.pointed import inside
from graph.knowledge.store.quoted import quoted
from graph.model.reading import Membership, Mention, Promise, Reading, Relation
from graph.model.terms import SYMMETRIC, Certainty, Kind, Predicate, Reason, Status
from graph.model.text import Span


def names(reading: Reading, key: str) -> set[str]:
    """Every form of an actor's name, folded."""
    actor = next(actor for actor in reading.actors if actor.key == key)
    return {folded(name) for name in (actor.name, *actor.names)}


def meant(reading: Reading, span: Span, told: dict[str, Any]) -> list[Relation]:
    """The relations in the sentence of these words that have this predicate and these ends."""
    one, other = folded(told["subject"]), folded(told["object"])

    def ends(relation: Relation) -> bool:
        subject, target = names(reading, relation.subject), names(reading, relation.object)
        straight = one in subject and other in target
        return straight or (relation.predicate in SYMMETRIC and other in subject and one in target)

    return [
        relation
        for relation in reading.relations
        if relation.predicate == told["predicate"] and relation.quote.meets(span) and ends(relation)
    ]


def correct(reading: Reading, span: Span, body: dict[str, Any]) -> Reading:
    """A relation is otherwise; one that is read no more is put in as the person told it."""
    old = meant(reading, span, body["is"])
    known = old[0] if old else None
    told = {"status": known.status if known else body["is"].get("status"), **body["is"], **body["to"]}
    return add(_without(reading, old), span, {"to": told}, known)


def reject(reading: Reading, span: Span, body: dict[str, Any]) -> Reading:
    """The words do not say that."""
    return _without(reading, meant(reading, span, body["is"]))


def _without(reading: Reading, gone: list[Relation]) -> Reading:
    kept = tuple(relation for relation in reading.relations if relation not in gone)
    ends = [key for relation in gone for key in (relation.subject, relation.object)]
    return swept(replace(reading, relations=kept), *ends)


def add(reading: Reading, span: Span, body: dict[str, Any], like: Relation | None = None) -> Reading:
    """A relation that the words say, with what an earlier one had beside its ends."""
    to = body["to"]
    reading, quote = quoted(reading, span)
    reading, one = _end(reading, to["subject"], quote.span)
    reading, other = _end(reading, to["object"], quote.span)
    made = Relation(
        one, Predicate(to["predicate"]), other, like.quote if like else quote.span, RULE,
        Status(to.get("status") or Status.ASSERTED), Certainty.EXPLICIT, Reason.SAID_BY_A_PERSON,
        like.amount if like else None, like.period if like else None,
    )  # fmt: skip
    same = [
        r
        for r in reading.relations
        if (r.subject, r.predicate, r.object, r.quote) == (one, made.predicate, other, made.quote)
    ]
    reading = _without(reading, same) if one != other else reading
    return replace(reading, relations=(*reading.relations, made))


def _end(reading: Reading, name: str, quote: Span, kind: Kind = Kind.ORGANISATION) -> tuple[Reading, str]:
    """The actor of a name, also one that the words leave unnamed; mentioned in the quote where it stands there."""
    unnamed = [a for a in reading.actors if a.kind is Kind.UNNAMED and folded(a.name) == folded(name)]
    if unnamed and folded(name) not in {folded(a.name) for a in reading.actors if a not in unnamed}:
        return reading, unnamed[0].key
    reading, key = named(reading, name, kind if kind is Kind.PERSON else kind_of(name, kind))
    if any(m.actor == key and quote.holds(m.span) for m in reading.mentions):
        return reading, key
    words = inside(reading.document, quote, name)
    if words is None or any(m.span.meets(words) for m in reading.mentions):
        return reading, key
    now = next(actor.kind for actor in reading.actors if actor.key == key)
    made = Mention(words, key, now, quote, RULE, False, Certainty.EXPLICIT, Reason.SAID_BY_A_PERSON)
    return placed(reading, made), key


def role(reading: Reading, span: Span, body: dict[str, Any]) -> Reading:
    """A person belongs to an organisation."""
    to = body["to"]
    reading, quote = quoted(reading, span)
    reading, person = _end(reading, to["person"], quote.span, Kind.PERSON)
    reading, organisation = _end(reading, to["organisation"], quote.span)
    made = Membership(
        person, organisation, quote.span, to.get("role"), Certainty.EXPLICIT, Reason.SAID_BY_A_PERSON
    )
    kept = [
        m
        for m in reading.memberships
        if (m.person, m.organisation, m.quote) != (person, organisation, quote.span)
    ]
    return replace(reading, memberships=(*kept, made))


def no_role(reading: Reading, span: Span, body: dict[str, Any]) -> Reading:
    """A person does not belong there; nor does he speak for it under these words."""
    person, organisation = folded(body["is"]["person"]), folded(body["is"]["organisation"])
    gone = [
        m
        for m in reading.memberships
        if m.quote.meets(span)
        and person in names(reading, m.person)
        and organisation in names(reading, m.organisation)
    ]
    kept = tuple(m for m in reading.memberships if m not in gone)
    return swept(replace(reading, memberships=kept), *(k for m in gone for k in (m.person, m.organisation)))


def no_promise(reading: Reading, span: Span, body: dict[str, Any]) -> Reading:
    """Nothing is promised there; of several promises in the sentence, the one that was meant."""
    there = [promise for promise in reading.promises if promise.quote.meets(span)]
    what = body["is"].get("what")
    gone: list[Promise] = [promise for promise in there if promise.what == what]
    if not gone and len(there) == 1:
        gone = there
    return replace(reading, promises=tuple(p for p in reading.promises if p not in gone))
