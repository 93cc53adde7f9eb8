"""A reading as people corrected it: pure, so that every re-reading can be corrected again."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from graph.knowledge.store import names_by_hand as names
from graph.knowledge.store import ties_by_hand as ties
from graph.knowledge.store.actors_by_hand import kind_of, named, swept
from graph.knowledge.store.pointed import found
from graph.knowledge.store.quoted import quote_at
from graph.model.decisions import Decision, DecisionKind, Words
from graph.model.reading import Reading, Statement
from graph.model.terms import Attribution, Kind, Reason, Status
from graph.model.text import Span

Hand = Callable[[Reading, Span, dict[str, Any]], Reading | None]
"""Does what the body of a decision says, at its words; None where what it speaks of is not there any more."""

CORRECTIONS = (DecisionKind.CORRECT, DecisionKind.REJECT, DecisionKind.ADD)


@dataclass(frozen=True, slots=True)
class Corrected:
    """A reading as corrected, and the ids of the decisions that hold in it and of those that do not find their words."""

    reading: Reading
    applied: tuple[str, ...] = ()
    orphaned: tuple[str, ...] = ()


def corrected(reading: Reading, decisions: Iterable[Decision]) -> Corrected:
    """The reading after these decisions, one after another; each is looked for in the text, not by its place."""
    applied: list[str] = []
    orphaned: list[str] = []
    for decision in decisions:
        after = one(reading, decision)
        (orphaned if after is None else applied).append(decision.id)
        reading = after or reading
    return Corrected(reading, tuple(applied), tuple(orphaned))


def one(reading: Reading, decision: Decision) -> Reading | None:
    """The reading after one decision; None where it does not find its words."""
    body = decision.body
    if body["thing"] == "meeting":
        return _meeting(reading, body["to"])
    span = found(reading.document, (quote.span for quote in reading.quotes), Words(**body["at"]))
    hand = HANDS.get((decision.kind, body["thing"]))
    return hand(reading, span, body) if span and hand else None


def _meeting(reading: Reading, to: dict[str, Any]) -> Reading:
    meeting = reading.meeting
    if "date" in to:
        day = datetime.date.fromisoformat(to["date"]) if to["date"] else None
        meeting = replace(meeting, date=day, date_quote=None)
    if "title" in to:
        meeting = replace(meeting, title=to["title"], title_span=None)
    return replace(reading, meeting=replace(meeting, reason=Reason.SAID_BY_A_PERSON))


def statement_at(reading: Reading, span: Span) -> Statement | None:
    """The statement that words stand in."""
    return next((one for one in reading.statements if one.span.meets(span)), None)


def _statement(reading: Reading, span: Span, body: dict[str, Any]) -> Reading | None:
    """Another speaker, or another organisation spoken for; what was promised there goes with them."""
    old, to = statement_at(reading, span), body["to"]
    if old is None:
        return None
    new = replace(old, attribution=Attribution.SAID_BY_A_PERSON)
    if "speaker" in to:
        speakers: tuple[str, ...] = ()
        if to["speaker"]:
            reading, key = named(reading, to["speaker"], kind_of(to["speaker"], Kind.PERSON))
            speakers = (key,)
        new = replace(new, speakers=speakers)
    if "organisation" in to:
        key_or_none = None
        if to["organisation"]:
            reading, key_or_none = named(reading, to["organisation"], Kind.ORGANISATION)
        new = replace(new, organisation=key_or_none)
    promises = tuple(
        replace(promise, who=new.speakers or promise.who, organisation=new.organisation)
        if old.span.holds(promise.quote) and promise.who == old.speakers
        else promise
        for promise in reading.promises
    )
    statements = tuple(new if one is old else one for one in reading.statements)
    changed = replace(reading, statements=statements, promises=promises)
    return swept(changed, *old.speakers, *([old.organisation] if old.organisation else []))


def _status(reading: Reading, span: Span, body: dict[str, Any]) -> Reading | None:
    """A sentence holds otherwise what it says; so do the claims in it that held it as the sentence did."""
    old = quote_at(reading, span)
    if old is None:
        return None
    status = Status(body["to"]["status"])

    def other(claim: Any) -> Any:
        if claim.quote != old.span or claim.status is not old.status:
            return claim
        return replace(claim, status=status, reason=Reason.SAID_BY_A_PERSON)

    new = replace(old, status=status, reason=Reason.SAID_BY_A_PERSON)
    return replace(
        reading,
        quotes=tuple(new if quote is old else quote for quote in reading.quotes),
        relations=tuple(map(other, reading.relations)),
        properties=tuple(map(other, reading.properties)),
        promises=tuple(map(other, reading.promises)),
        figures=tuple(map(other, reading.figures)),
    )


NUMBERS = ("value", "low", "high", "unit", "measures", "period")


def _figure(reading: Reading, span: Span, body: dict[str, Any]) -> Reading | None:
    old = next((figure for figure in reading.figures if figure.span.meets(span)), None)
    if old is None:
        return None
    to = {name: value for name, value in body["to"].items() if name in NUMBERS}
    if to.get("value") is not None:
        to |= {"low": None, "high": None, "bound": None}
    new = replace(old, **to, reason=Reason.SAID_BY_A_PERSON)
    return replace(reading, figures=tuple(new if one is old else one for one in reading.figures))


def _no_figure(reading: Reading, span: Span, body: dict[str, Any]) -> Reading:
    gone = {figure.span for figure in reading.figures if figure.span.meets(span)}
    return replace(
        reading,
        figures=tuple(figure for figure in reading.figures if figure.span not in gone),
        relations=tuple(replace(r, amount=None) if r.amount in gone else r for r in reading.relations),
    )


HANDS: dict[tuple[DecisionKind, str], Hand] = {
    (DecisionKind.CORRECT, "statement"): _statement,
    (DecisionKind.CORRECT, "quote"): _status,
    (DecisionKind.CORRECT, "figure"): _figure,
    (DecisionKind.CORRECT, "mention"): names.correct,
    (DecisionKind.CORRECT, "relation"): ties.correct,
    (DecisionKind.REJECT, "mention"): names.reject,
    (DecisionKind.REJECT, "figure"): _no_figure,
    (DecisionKind.REJECT, "relation"): ties.reject,
    (DecisionKind.REJECT, "role"): ties.no_role,
    (DecisionKind.REJECT, "promise"): ties.no_promise,
    (DecisionKind.ADD, "actor"): names.add,
    (DecisionKind.ADD, "alias"): names.alias,
    (DecisionKind.ADD, "relation"): ties.add,
    (DecisionKind.ADD, "role"): ties.role,
}
