"""The actors of a reading as a person changes them: named, pointed at by other things, left without use."""

from collections.abc import Iterable
from dataclasses import replace

from graph.knowledge.store.distinctive import folded
from graph.knowledge.store.keys import LISTS, listed
from graph.model.reading import Actor, Mention, Reading
from graph.model.terms import Attribution, Certainty, Kind, Reason
from graph.model.text import Span

RULE = "by-hand"
"""The rule of whatever a person made or changed."""

BY_HAND = {"certainty": Certainty.EXPLICIT, "reason": Reason.SAID_BY_A_PERSON}
SPEAKING = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.UNNAMED})


def bearer(reading: Reading, name: str, kinds: Iterable[Kind] = ()) -> Actor | None:
    """The actor that bears a name: as its own name first, then as any form of it; of these kinds, if any."""
    wanted = tuple(kinds)
    plain = folded(name)
    known = [actor for actor in reading.actors if not wanted or actor.kind in wanted]
    known = [actor for actor in known if wanted or actor.kind is not Kind.UNNAMED]
    own = [actor for actor in known if folded(actor.name) == plain]
    return next(iter([*own, *(a for a in known if plain in map(folded, a.names))]), None)


def kind_of(name: str, otherwise: Kind) -> Kind:
    """What the sourced lists say that a name is; `otherwise` where they do not."""
    return next((kind for kind in LISTS if listed(name, kind)), otherwise)


def named(reading: Reading, name: str, kind: Kind, strict: bool = False) -> tuple[Reading, str]:
    """The key of the actor of that name, made if there is none; `strict`: only one of that kind will do."""
    there = bearer(reading, name, [kind]) or (None if strict else bearer(reading, name))
    if there:
        return reading, there.key
    entry = listed(name, kind)
    key = f"{RULE} {kind} {folded(name)}"
    made = Actor(
        key, kind, name, (name,), classification=entry.classification if entry else None,
        listed=entry is not None, certainty=Certainty.EXPLICIT, reason=Reason.SAID_BY_A_PERSON,
    )  # fmt: skip
    return replace(reading, actors=(*reading.actors, made)), key


def written(reading: Reading, key: str, form: str) -> Reading:
    """An actor with one more written form of its name."""

    def more(actor: Actor) -> Actor:
        known = actor.key != key or form in actor.names
        return actor if known else replace(actor, names=(*actor.names, form))

    return replace(reading, actors=tuple(map(more, reading.actors)))


def moved(reading: Reading, old: str, new: str | None, quote: Span | None = None) -> Reading:
    """What pointed at one actor points at another, or with None is not there; in one quote, or everywhere."""

    def here(span: Span) -> bool:
        return quote is None or span.meets(quote)

    def other(key: str | None) -> str | None:
        return new if key == old else key

    def stands(key: str) -> str:
        return new if new is not None and key == old else key

    def gone(*keys: str | None) -> bool:
        return new is None and old in keys

    def who(keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for key in map(other, keys) if key))

    return replace(
        reading,
        statements=tuple(
            replace(s, speakers=who(s.speakers), organisation=other(s.organisation))
            if quote is None
            or (s.heading and s.heading.meets(quote))
            or (s.attribution is Attribution.EXPLICIT and s.span.meets(quote))
            else s
            for s in reading.statements
        ),
        memberships=tuple(
            replace(m, person=stands(m.person), organisation=stands(m.organisation)) if here(m.quote) else m
            for m in reading.memberships
            if not (here(m.quote) and gone(m.person, m.organisation))
        ),
        attendance=tuple(
            replace(a, actor=stands(a.actor)) if here(a.quote) else a
            for a in reading.attendance
            if not (here(a.quote) and gone(a.actor))
        ),
        figures=tuple(
            replace(f, about=other(f.about), place=other(f.place), source=other(f.source))
            if here(f.quote)
            else f
            for f in reading.figures
        ),
        relations=tuple(
            replace(r, subject=stands(r.subject), object=stands(r.object)) if here(r.quote) else r
            for r in reading.relations
            if not (here(r.quote) and gone(r.subject, r.object))
        ),
        properties=tuple(
            replace(p, of=stands(p.of), actor=other(p.actor)) if here(p.quote) else p
            for p in reading.properties
            if not (here(p.quote) and gone(p.of))
        ),
        promises=tuple(
            replace(p, who=who(p.who), organisation=other(p.organisation), to=other(p.to))
            if here(p.quote)
            else p
            for p in reading.promises
            if not (here(p.quote) and new is None and p.who == (old,))
        ),
    )


def fitting(reading: Reading) -> Reading:
    """Without the roles and speakers that what their actors now are does not allow."""
    kinds = {actor.key: actor.kind for actor in reading.actors}
    return replace(
        reading,
        memberships=tuple(
            m
            for m in reading.memberships
            if kinds[m.person] is Kind.PERSON and kinds[m.organisation] is not Kind.PERSON
        ),
        statements=tuple(
            replace(
                s,
                speakers=tuple(key for key in s.speakers if kinds[key] in SPEAKING),
                attribution=s.attribution if any(kinds[k] in SPEAKING for k in s.speakers) else None,
            )
            if any(kinds[key] not in SPEAKING for key in s.speakers)
            else s
            for s in reading.statements
        ),
        relations=tuple(r for r in reading.relations if r.subject != r.object),
    )


def swept(reading: Reading, *keys: str) -> Reading:
    """Without those of these actors that nothing points at any more."""
    used = {reading.meeting.region, *(m.actor for m in reading.mentions)}
    used |= {key for s in reading.statements for key in (*s.speakers, s.organisation)}
    used |= {key for m in reading.memberships for key in (m.person, m.organisation)}
    used |= {a.actor for a in reading.attendance} | {a.part_of for a in reading.actors}
    used |= {key for f in reading.figures for key in (f.about, f.place, f.source)}
    used |= {key for r in reading.relations for key in (r.subject, r.object)}
    used |= {key for p in reading.properties for key in (p.of, p.actor)}
    used |= {key for p in reading.promises for key in (*p.who, p.organisation, p.to)}
    gone = {key for key in keys if key not in used}
    return replace(
        reading,
        actors=tuple(actor for actor in reading.actors if actor.key not in gone),
        candidates=tuple(
            replace(c, actor=None) if c.actor in gone else c for c in reading.candidates if c.of not in gone
        ),
    )


def placed(reading: Reading, mention: Mention) -> Reading:
    """With a mention: what stood at its place gives way, what it holds is nested in it."""
    kept: list[Mention] = []
    for other in reading.mentions:
        if other.span == mention.span or (
            other.span.meets(mention.span)
            and not other.span.holds(mention.span)
            and not mention.span.holds(other.span)
        ):
            continue
        kept.append(replace(other, nested=True) if mention.span.holds(other.span) else other)
    inside = any(other.span.holds(mention.span) for other in kept)
    mentions = [*kept, replace(mention, nested=inside)]
    return replace(reading, mentions=tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end))))
