"""What each actor of a document joins others by, told from that document and the lexicon alone.

The rules are those of the data model: a listed name with one bearer, a distinctive name of the same kind, a
person's full name together with the organisation, a name whose county or owner the document tells. Whatever
else there is stays apart: its key holds the document.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

from graph.knowledge.store.distinctive import distinctive, folded, legal_form
from graph.lexicon.gazetteer import (
    Entry,
    counties,
    events,
    municipality_by_short_name,
    organisations,
    places,
    schemes,
)
from graph.model.reading import Actor, Reading
from graph.model.terms import Certainty, Kind, Reason


@dataclass(frozen=True, slots=True)
class Key:
    """How one actor of a document joins others.

    Actors of one `group` that share any of `keys` are one. `ground` says why that is sure; None where the
    actor stays apart, in which case its only key is its own. `name` is the name that the key stands for.
    """

    group: str
    keys: tuple[str, ...]
    name: str
    ground: Reason | None = None
    certainty: Certainty = Certainty.EXPLICIT


PROJECT = ("projekt", "projektet")
LISTS = {
    Kind.ORGANISATION: organisations,
    Kind.PLACE: places,
    Kind.SCHEME: schemes,
    Kind.EVENT: events,
}


def keys(reading: Reading, iris: dict[str, str]) -> dict[str, Key]:
    """The key of every actor but the unnamed ones, by the actor's own key; `iris` are the actors' IRIs."""
    return _Keys(reading, iris).all()


COUNCIL = re.compile(r"(?:landstinget (?:i )?(?P<named>[^ ]+?)(?:s län)?|(?P<county>[^ ]+?)s läns landsting)")
"""What a region was called before it became one."""


def _spelt_out(name: str) -> str:
    """A public body under the name that it has in the lists: "Lst Dalarna", "Landstinget Dalarna"."""
    if name.startswith(("lst ", "lst. ")):
        return f"länsstyrelsen {name.partition(' ')[2]}"
    former = COUNCIL.fullmatch(name)
    if former:
        place = former["named"] or former["county"]
        for county in counties():
            if place in (county.short.casefold(), f"{county.short.casefold()}s"):
                return county.region.name.casefold()
    return name


def listed(name: str, kind: Kind, scope: str | None = None) -> Entry | None:
    """The only bearer of a name in the sourced lists, or the only one of a county (full or short name)."""
    if kind not in LISTS:
        return None
    plain = " ".join(name.casefold().split())
    found = LISTS[kind]().get(_spelt_out(plain) if kind is Kind.ORGANISATION else plain, ())
    if len(found) > 1 and scope:
        county = scope.casefold()
        found = tuple(
            entry
            for entry in found
            if any(short.casefold() in (county, county.split(" ")[0]) for short in entry.counties)
        )
    if len(found) != 1 or (found[0].ordinary and name[:1].islower()):
        return None
    return found[0]


class _Keys:
    def __init__(self, reading: Reading, iris: dict[str, str]) -> None:
        self.iris = iris
        self.actors = {actor.key: actor for actor in reading.actors}
        self.employers: dict[str, list[str]] = defaultdict(list)
        for membership in reading.memberships:
            if membership.certainty is not Certainty.PROBABLE:
                self.employers[membership.person].append(membership.organisation)
        self.found: dict[str, Key] = {}

    def all(self) -> dict[str, Key]:
        named = [actor for actor in self.actors.values() if actor.kind is not Kind.UNNAMED]
        return {actor.key: self.of(actor) for actor in named}

    def of(self, actor: Actor) -> Key:
        if actor.key not in self.found:
            self.found[actor.key] = self._person(actor) if actor.kind is Kind.PERSON else self._thing(actor)
        return self.found[actor.key]

    def _thing(self, actor: Actor) -> Key:
        name, kind = folded(actor.name), actor.kind
        entry = self._entry(actor)
        if entry:
            return _sure(kind, entry.name, "", Reason.LISTED_NAME, actor.certainty)
        town = municipality_by_short_name().get(name)
        if town and kind is Kind.ORGANISATION and actor.classification == "municipality":
            reason = Reason.PLACE_STANDS_FOR_MUNICIPALITY
            return _sure(kind, town.entry.name, "", reason, Certainty.INFERRED)
        owner = self.actors.get(actor.part_of or "")
        if owner and owner.kind is not Kind.UNNAMED and owner.key != actor.key:
            above = self.of(owner)
            if above.ground:
                return _sure(kind, actor.name, above.keys[0], above.ground, above.certainty)
            return self._apart(actor)
        if actor.scope:
            reason = actor.reason or Reason.DISTINCTIVE_NAME
            return _sure(kind, actor.name, folded(actor.scope), reason, actor.certainty)
        if actor.description or not name:
            return self._apart(actor)
        if actor.listed:
            return _sure(kind, actor.name, "", Reason.LISTED_NAME, actor.certainty)
        if distinctive(actor.name, kind):
            form = legal_form(actor.name) if kind is Kind.ORGANISATION else ""
            return _sure(kind, _own_name(actor), form, Reason.DISTINCTIVE_NAME, actor.certainty)
        return self._apart(actor)

    def _entry(self, actor: Actor) -> Entry | None:
        entry = listed(actor.name, actor.kind, actor.scope)
        if entry or not actor.listed:
            return entry
        bearers = {found for name in actor.names if (found := listed(name, actor.kind, actor.scope))}
        return bearers.pop() if len(bearers) == 1 else None

    def _person(self, actor: Actor) -> Key:
        name = folded(actor.name)
        group = f"{Kind.PERSON}|{name}"
        if " " not in name:
            return self._apart(actor)
        known = [self.of(employer) for employer in map(self._top, self.employers[actor.key]) if employer]
        together = sorted({f"{group}|{employer.keys[0]}" for employer in known if employer.ground})
        if not together:
            return self._apart(actor)
        reason = Reason.SAME_PERSON_SAME_ORGANISATION
        return Key(group, tuple(together), name, reason, actor.certainty)

    def _top(self, key: str) -> Actor | None:
        """The organisation that an organisation's units belong to in the end; None for unnamed parties."""
        seen: set[str] = set()
        while (part_of := self.actors[key].part_of) and key not in seen:
            seen.add(key)
            if part_of not in self.actors or self.actors[part_of].kind is Kind.UNNAMED:
                break
            key = part_of
        return None if self.actors[key].kind in (Kind.UNNAMED, Kind.PERSON) else self.actors[key]

    def _apart(self, actor: Actor) -> Key:
        name = folded(actor.name)
        own = f"{actor.kind}|{name}|{self.iris[actor.key]}"
        return Key(own, (own,), name)


def _own_name(actor: Actor) -> str:
    """A project's name without the word that says that it is one: "projektet Kustlyftet"."""
    word, _, name = actor.name.partition(" ")
    return name if actor.kind is Kind.PROJECT and name and word.casefold() in PROJECT else actor.name


def _sure(kind: Kind, name: str, scope: str, ground: Reason, certainty: Certainty) -> Key:
    plain = folded(name)
    key = f"{kind}|{plain}|{scope}"
    return Key(key, (key,), plain, ground, certainty)
