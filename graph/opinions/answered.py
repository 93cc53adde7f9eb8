"""A model's answer as opinions: every object in it that has the form asked for, wherever the answer breaks off."""

import json
from collections.abc import Iterator
from typing import Any, Final

from graph.model.opinions import Opinion, Stance
from graph.model.reading import Reading
from graph.model.terms import Predicate, Status
from graph.opinions.judging import collapsed
from graph.opinions.portions import Portion

OBJECTS: Final = 200
"""Of one answer; a portion states far fewer ties."""
BROKEN: Final = 50
"""Places where an object begins and does not end, after which an answer is given up."""
LONGEST: Final = 2_000
DECODER: Final = json.JSONDecoder()


def objects(text: str) -> tuple[list[dict[str, Any]], int]:
    """The innermost JSON objects of a text, and how many began and could not be read.

    Whether they stand one a line, in a list, inside another object or in a fence of Markdown is all one.
    """
    found: list[dict[str, Any]] = []
    broken, place = 0, text.find("{")
    while place >= 0 and len(found) < OBJECTS and broken < BROKEN:
        try:
            value, end = DECODER.raw_decode(text, place)
        except (ValueError, RecursionError):
            broken += 1
            place = text.find("{", place + 1)
            continue
        found += _flat(value)
        place = text.find("{", end)
    return found[:OBJECTS], broken


def _flat(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """An object, or those in its lists: {"ties": [{…}, {…}]} is the same as both by themselves."""
    inner = [item for part in value.values() if isinstance(part, list) for item in part]
    if inner and all(isinstance(item, dict) for item in inner):
        yield from inner
    else:
        yield value


def opinion(
    item: dict[str, Any], portion: Portion, reading: Reading, source: str, model: str, version: str
) -> Opinion | None:
    """One object as an opinion; None where it has not the form that was asked for."""
    quote = item.get("quote")
    if not isinstance(quote, str) or len(quote) > LONGEST:
        return None
    if "tie" in item:
        return _judgement(item, collapsed(quote), portion, reading, (source, model, version))
    name, other = item.get("subject"), item.get("object")
    relation, status = item.get("relation"), item.get("status", Status.ASSERTED.value)
    if not isinstance(name, str) or not isinstance(other, str) or max(len(name), len(other)) > LONGEST:
        return None
    if relation not in PREDICATES or status not in STATUSES:
        return None
    return Opinion(
        source,
        model,
        version,
        Stance.HOLDS,
        collapsed(quote),
        collapsed(name),
        collapsed(other),
        Predicate(relation),
        Status(status),
    )


PREDICATES: Final = tuple(code.value for code in Predicate)
STATUSES: Final = tuple(code.value for code in Status)
"""Tuples: a list or an object in their place is compared, not hashed."""


def _judgement(
    item: dict[str, Any], quote: str, portion: Portion, reading: Reading, mark: tuple[str, str, str]
) -> Opinion | None:
    """What is said of a tie that the rules read, with that tie's ends as they are named."""
    number, holds = item["tie"], item.get("holds")
    if not isinstance(number, int) or isinstance(number, bool) or not isinstance(holds, bool):
        return None
    if not 1 <= number <= len(portion.ties):
        return None
    tie = portion.ties[number - 1]
    names = {actor.key: actor.name for actor in reading.actors}
    stance = Stance.HOLDS if holds else Stance.DENIES
    return Opinion(*mark, stance, quote, names[tie.subject], names[tie.object], tie.predicate)
