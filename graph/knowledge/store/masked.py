"""A reading without some persons: their actors, mentions and ties gone, their names masked in every text.

Nothing else moves: offsets hold, since a name is masked by as many characters as it has.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from graph.knowledge.store.forms import Forms, forms_of, hidden
from graph.knowledge.store.stored import read_back, written
from graph.model.reading import Reading
from graph.model.terms import Attribution, Kind
from graph.model.text import Document, Span

GONE = {
    "actors": ("key",),
    "candidates": ("of", "actor"),
    "mentions": ("actor",),
    "memberships": ("person", "organisation"),
    "attendance": ("actor",),
    "relations": ("subject", "object"),
    "properties": ("of",),
}
"""What goes with an actor: the values that one of these fields makes say something of it."""
LEFT = {
    "actors": ("part_of",),
    "statements": ("organisation",),
    "figures": ("about", "place", "source"),
    "properties": ("actor",),
    "promises": ("organisation", "to"),
}
"""What stays without it."""
LISTS = {"statements": "speakers", "promises": "who"}
KEYS = frozenset({"key", "of", "actor", "person", "organisation", "subject", "object", "part_of", "about",
                  "place", "source", "to", "region", "speakers", "who"})  # fmt: skip
"""Fields that hold keys of actors; a key spells the name that it was made of."""


def of_one(reading: Reading, keys: Collection[str]) -> set[str]:
    """The keys, and those of persons of one name who can be nobody else in this document."""
    wide = set(keys)
    people = [actor for actor in reading.actors if actor.kind is Kind.PERSON]
    words = {word for actor in people if actor.key in wide for word in _words(actor.names, actor.name)}
    others = {
        word
        for actor in people
        if actor.key not in wide and " " in actor.name
        for word in _words(actor.names, actor.name)
    }
    for actor in people:
        if " " not in actor.name and actor.name.casefold() in words - others:
            wide.add(actor.key)
    return wide


def _words(names: Iterable[str], name: str) -> set[str]:
    return {word for form in (*names, name) for word in form.casefold().split()}


def forms_in(reading: Reading, keys: Collection[str]) -> Forms:
    """The forms of their names, as this document can mean nobody else by them."""
    own = [actor for actor in reading.actors if actor.key in keys]
    others = [actor for actor in reading.actors if actor.key not in keys and actor.kind is not Kind.UNNAMED]
    return forms_of(
        [name for actor in own for name in (actor.name, *actor.names)],
        [name for actor in others for name in (actor.name, *actor.names)],
    )


def without(reading: Reading, keys: Collection[str], forms: Forms, corrected: Sequence[Span] = ()) -> Reading:
    """The reading without the actors of these keys, without these forms and what is `corrected` to be a name."""
    return _Masking(reading, frozenset(keys), forms, corrected).done()


def as_read(read: Reading, corrected: Reading, keys: Collection[str]) -> tuple[set[str], tuple[Span, ...]]:
    """The keys that persons of a corrected reading have in what was read, and where a person says they are named."""
    spans = {mention.span for mention in corrected.mentions if mention.actor in keys}
    people = {actor.key for actor in read.actors if actor.kind is Kind.PERSON}
    named = {mention.actor for mention in read.mentions if mention.span in spans}
    return of_one(read, people & (named | set(keys))), tuple(sorted(spans))


class _Masking:
    def __init__(
        self, reading: Reading, keys: frozenset[str], forms: Forms, corrected: Sequence[Span]
    ) -> None:
        self.reading, self.keys, self.forms = reading, keys, forms
        text = reading.document.text
        spans = [mention.span for mention in reading.mentions if mention.actor in keys]
        self.before: Document = reading.document
        self.after = replace(self.before, text=hidden(text, [*spans, *corrected, *forms.spans(text)]))

    def done(self) -> Reading:
        plain: dict[str, Any] = json.loads(written(self.reading))
        for part, fields in GONE.items():
            plain[part] = [one for one in plain.get(part, []) if not self._any(one, fields)]
        for part, fields in LEFT.items():
            for one in plain.get(part, []):
                for field in fields:
                    if one.get(field) in self.keys:
                        del one[field]
        for part, field in LISTS.items():
            for one in plain.get(part, []):
                self._lists(one, field)
        if plain.get("meeting", {}).get("region") in self.keys:
            del plain["meeting"]["region"]
        document = plain.pop("document")
        plain = self._walked(plain)
        document = {name: self._string(held) if isinstance(held, str) and name != "text" else held
                    for name, held in document.items()}  # fmt: skip
        plain["document"] = document | {"text": self.after.text}
        return read_back(json.dumps(plain, ensure_ascii=False))

    def _any(self, one: dict[str, Any], fields: tuple[str, ...]) -> bool:
        return any(one.get(field) in self.keys for field in fields)

    def _lists(self, one: dict[str, Any], field: str) -> None:
        held = one.get(field, [])
        left = [key for key in held if key not in self.keys]
        if len(left) == len(held):
            return
        # of two who may have said it, the one that is left is not the one who did
        one[field] = left if len(left) > 1 or one.get("attribution") != Attribution.ONE_OF else []
        if not one[field] and "attribution" in one and "organisation" not in one:
            del one["attribution"]

    def _walked(self, value: Any, within: Span | None = None, field: str = "") -> Any:
        if isinstance(value, str):
            return self._string(value, within, field)
        if isinstance(value, list):
            return [self._walked(one, within, field) for one in value]
        if isinstance(value, dict):
            place = value.get("quote")
            inside = Span(*place) if isinstance(place, list) else within
            made = {name: self._walked(held, inside, name) for name, held in value.items()}
            if "text" in value and "span" in value:
                made["text"] = self.after.reading_form(Span(*value["span"])).text
            return made
        return value

    def _string(self, words: str, within: Span | None = None, field: str = "") -> str:
        if field in KEYS:
            return self.forms.masked(words, "x")
        if within is not None:
            before, after = self.before.reading_form(within).text, self.after.reading_form(within).text
            place = before.find(words)
            if place >= 0 and len(before) == len(after):
                words = after[place : place + len(words)]
        return self.forms.masked(words)
