"""What a model is asked: statements in portions of a bounded size, with names and what the rules read there."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from graph.model.reading import Reading, Relation, Statement
from graph.model.terms import Kind
from graph.opinions.judging import Judge

CHARACTERS: Final = 4_000
"""Of statements in one portion: small models hold no more beside the instructions and the answer."""
LONGEST: Final = 12_000
"""Of one statement; what is beyond is not asked about."""
ENDS: Final = 2
PARTY = frozenset(
    {Kind.PERSON, Kind.ORGANISATION, Kind.PROJECT, Kind.SCHEME, Kind.EVENT, Kind.PLACE, Kind.UNNAMED}
)


@dataclass(frozen=True, slots=True)
class Portion:
    """One call: the message that is sent, and the ties that are numbered in it, from 1."""

    message: str
    ties: tuple[Relation, ...]
    statements: int
    characters: int


@cache
def instructions() -> str:
    """What the model is told before anything else; the same for every call."""
    return files(__package__).joinpath("instructions.txt").read_text(encoding="utf-8")


def instructions_version() -> str:
    """What tells one wording of the instructions from another: eight hex digits."""
    return hashlib.sha256(instructions().encode("utf-8")).hexdigest()[:8]


def portions(reading: Reading) -> Iterator[Portion]:
    """The calls for one document. A statement with fewer than two actors within reach is left out."""
    judge = Judge(reading)
    held: list[tuple[Statement, list[str]]] = []
    size = 0
    for statement in reading.statements:
        names = _names(judge, statement)
        if len(names) < ENDS:
            continue
        length = min(len(statement.text), LONGEST)
        if held and size + length > CHARACTERS:
            yield _portion(judge, held)
            held, size = [], 0
        held.append((statement, names))
        size += length
    if held:
        yield _portion(judge, held)


def _names(judge: Judge, statement: Statement) -> list[str]:
    """The actors within reach, each as it is written nearest; one name an actor."""
    kinds = {actor.key: actor.kind for actor in judge.reading.actors}
    names = {actor.key: actor.name for actor in judge.reading.actors}
    written = {
        mention.actor: judge.document.reading_form(mention.span).text
        for mention in reversed(judge.reading.mentions)
        if statement.span.holds(mention.span)
    }
    near = dict.fromkeys(judge.near(statement))
    shown = [written.get(key) or names[key] for key in near if kinds[key] in PARTY]
    return [name for name in dict.fromkeys(shown) if judge.end(name, statement)]


def _portion(judge: Judge, held: list[tuple[Statement, list[str]]]) -> Portion:
    names = {actor.key: actor.name for actor in judge.reading.actors}
    headings = {heading.span: heading.text for heading in judge.reading.headings}
    ties: list[Relation] = []
    shown: list[dict[str, Any]] = []
    for number, (statement, near) in enumerate(held, start=1):
        read = [tie for tie in judge.reading.relations if statement.span.holds(tie.quote)]
        speakers = [names[key] for key in statement.speakers]
        shown.append(
            {
                "statement": number,
                "heading": headings.get(statement.heading) if statement.heading else None,
                "speakers": speakers,
                "speaking_for": names.get(statement.organisation or ""),
                "text": statement.text[:LONGEST],
                "names": near,
                "ties": [_tie(tie, len(ties) + place, names) for place, tie in enumerate(read, start=1)],
            }
        )
        ties += read
    message = json.dumps({"minutes": shown}, ensure_ascii=False)
    return Portion(message, tuple(ties), len(held), len(message) + len(instructions()))


def _tie(tie: Relation, number: int, names: dict[str, str]) -> dict[str, Any]:
    return {
        "tie": number,
        "subject": names[tie.subject],
        "relation": tie.predicate.value,
        "object": names[tie.object],
        "status": tie.status.value,
    }
