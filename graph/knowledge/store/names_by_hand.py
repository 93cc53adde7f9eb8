"""Names as a person corrects them: another kind, other words, another bearer; rejected, added, also called."""

from dataclasses import replace
from typing import Any

from graph.knowledge.store.actors_by_hand import (
    RULE,
    bearer,
    fitting,
    kind_of,
    moved,
    named,
    placed,
    swept,
    written,
)
from graph.knowledge.store.quoted import quoted
from graph.model.reading import Mention, Reading
from graph.model.terms import Certainty, Kind, Reason
from graph.model.text import Span

NAMED = frozenset(set(Kind) - {Kind.UNNAMED})


def correct(reading: Reading, span: Span, body: dict[str, Any]) -> Reading | None:
    """The name at these words is of another kind, of another bearer, or takes other words."""
    to = body["to"]
    old = next((m for m in reading.mentions if m.span == span), None)
    actors = {actor.key: actor for actor in reading.actors}
    was = actors[old.actor] if old else None
    if old is not None and was is not None:
        kind = Kind(to["type"]) if "type" in to else old.kind
        if kind is Kind.UNNAMED and "name" in to:
            kind = kind_of(to["name"], Kind.ORGANISATION)
    else:
        kind = Kind(to.get("type") or body["is"]["type"])
    place = span
    if "words" in to:
        wider = _words(reading, span, to["words"])
        if wider is None:
            return None
        place = wider
    form = reading.document.reading_form(place).text
    name = to.get("name") or (form if "words" in to or was is None else was.name)
    return _named_at(reading, place, name, kind, old, "type" in to)


def add(reading: Reading, span: Span, body: dict[str, Any]) -> Reading | None:
    """A name that was not read."""
    to = body["to"]
    old = next((m for m in reading.mentions if m.span == span), None)
    form = reading.document.reading_form(span).text
    return _named_at(reading, span, to.get("name") or form, Kind(to["type"]), old, True)


def _named_at(
    reading: Reading, place: Span, name: str, kind: Kind, old: Mention | None, strict: bool
) -> Reading:
    reading, key = named(reading, name, kind, strict)
    reading = written(reading, key, reading.document.reading_form(place).text)
    reading, quote = quoted(reading, place)
    is_now = next(actor.kind for actor in reading.actors if actor.key == key)
    made = Mention(
        place, key, is_now, quote.span, RULE, certainty=Certainty.EXPLICIT, reason=Reason.SAID_BY_A_PERSON
    )
    if old is not None:
        reading = replace(reading, mentions=tuple(m for m in reading.mentions if m is not old))
    crossed = {m.actor for m in reading.mentions if m.span.meets(place)}
    reading = placed(reading, made)
    if old is not None and old.actor != key:
        others = [m for m in reading.mentions if m.actor == old.actor]
        if not others:
            reading = moved(reading, old.actor, key)
        elif not any(m.quote == old.quote for m in others):
            reading = moved(reading, old.actor, key, old.quote)
        crossed.add(old.actor)
    return swept(fitting(reading), *sorted(crossed))


def _words(reading: Reading, span: Span, words: str) -> Span | None:
    """The words of the same sentence that meet a span."""
    reading, quote = quoted(reading, span)
    form = reading.document.reading_form(quote.span)
    place = form.text.find(words)
    while place >= 0:
        there = form.span(place, place + len(words))
        if there.meets(span):
            return there
        place = form.text.find(words, place + 1)
    return None


def reject(reading: Reading, span: Span, body: dict[str, Any]) -> Reading:
    """No name stands there; nor does what rested on it alone."""
    gone = [m for m in reading.mentions if m.span == span]
    reading = replace(reading, mentions=tuple(m for m in reading.mentions if m.span != span))
    for mention in gone:
        others = [m for m in reading.mentions if m.actor == mention.actor]
        if not others:
            reading = moved(reading, mention.actor, None)
        elif not any(m.quote == mention.quote for m in others):
            reading = moved(reading, mention.actor, None, mention.quote)
    return swept(_unspoken(reading), *(m.actor for m in gone))


def _unspoken(reading: Reading) -> Reading:
    """A statement that lost its speakers has no attribution either."""
    return replace(
        reading,
        statements=tuple(
            replace(s, attribution=None) if s.attribution and not s.speakers and not s.organisation else s
            for s in reading.statements
        ),
    )


def alias(reading: Reading, span: Span, body: dict[str, Any]) -> Reading | None:
    """Another form of a name."""
    there = bearer(reading, body["is"]["name"], NAMED)
    return written(reading, there.key, body["to"]["alias"]) if there else None
