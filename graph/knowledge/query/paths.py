"""Shortest paths between two actors, each step with its evidence."""

import json
import sqlite3
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.names import bearers
from graph.knowledge.query.period import places
from graph.knowledge.query.silence import answer, nearest
from graph.knowledge.query.ties import ties
from graph.model.answers import Answer, Cell, Row
from graph.model.terms import Status

MOST = 20
"""Paths that are shown."""
MEMBERS = """
SELECT p.shared AS one, o.shared AS two, m.quote, m.document, m.id FROM membership m
JOIN actor p ON p.id = m.person JOIN actor o ON o.id = m.organisation
WHERE p.shared IS NOT NULL AND o.shared IS NOT NULL AND m.certainty <> 'probable'
"""
NAMES = "SELECT s.id, s.iri, s.name, s.kind FROM json_each(?) j JOIN shared s ON s.id = j.value"


@dataclass(frozen=True, slots=True)
class Step:
    """A tie between two shared actors, or a person's organisation (`represents`)."""

    subject: int
    object: int
    relation: str
    status: str
    quotes: tuple[int, ...]


Path = tuple[Step, ...]


def path(db: sqlite3.Connection, one: str, other: str, longest: int = 4) -> Answer:
    """The shortest paths from an actor that `one` fits to one that `other` fits, at most `longest` steps.

    Stated ties of any status but negated count, and a person's organisation; one row a step, read from `name`
    to `other`, `subject` saying whose tie it is.
    """
    evidence = Evidences(db)
    fitting = [bearers(db, name) for name in (one, other)]
    starts, goals = ({bearer.shared for bearer in held if bearer.shared is not None} for held in fitting)
    found = _shortest(_neighbours(db), starts, goals, longest)

    def closest() -> list[int]:
        return nearest(db, evidence, actors=[bearer.id for held in fitting for bearer in held])

    parameters: dict[str, Cell] = {"from": one, "to": other, "max": longest}
    return answer(db, "path", parameters, _rows(db, found, starts, evidence), evidence, closest)


def _rows(db: sqlite3.Connection, found: list[Path], starts: set[int], evidence: Evidences) -> Iterator[Row]:
    ends = sorted({end for steps in found for step in steps for end in (step.subject, step.object)})
    named = {row["id"]: row for row in db.execute(NAMES, (json.dumps(ends),))}
    found = sorted(
        found, key=lambda steps: [named[end]["iri"] for step in steps for end in (step.subject, step.object)]
    )
    for number, steps in enumerate(found, 1):
        here = steps[0].subject if steps[0].subject in starts else steps[0].object
        for place, step in enumerate(steps, 1):
            there = step.object if step.subject == here else step.subject
            yield {
                "path": number,
                "step": place,
                "name": named[here]["name"],
                "type": named[here]["kind"],
                "relation": step.relation,
                "other": named[there]["name"],
                "subject": named[step.subject]["name"],
                "status": step.status,
                "evidence": [evidence.of(quote) for quote in step.quotes],
            }
            here = there


def _neighbours(db: sqlite3.Connection) -> dict[int, list[Step]]:
    order = places(db)
    steps = []
    for tie in ties(db, order):
        one, two = tie.shared
        if one is not None and two is not None and one != two:
            steps.append(Step(one, two, tie.predicate, tie.status, tie.quotes))
    members: dict[tuple[int, int], list[int]] = {}
    for row in sorted(db.execute(MEMBERS), key=lambda row: (order[row["document"]], row["id"])):
        members.setdefault((row["one"], row["two"]), []).append(row["quote"])
    steps += [
        Step(one, two, "represents", Status.ASSERTED, tuple(dict.fromkeys(quotes)))
        for (one, two), quotes in members.items()
    ]
    near: dict[int, list[Step]] = {}
    for step in steps:
        near.setdefault(step.subject, []).append(step)
        near.setdefault(step.object, []).append(step)
    return near


def _shortest(near: dict[int, list[Step]], starts: set[int], goals: set[int], longest: int) -> list[Path]:
    """All paths of the least length, in the order in which their ties are first stated; at most `MOST`."""
    if starts & goals:
        return []
    depth = dict.fromkeys(starts, 0)
    before: dict[int, list[tuple[int, Step]]] = {}
    waiting = deque(sorted(starts))
    reached: int | None = None
    while waiting:
        here = waiting.popleft()
        if depth[here] >= (longest if reached is None else reached):
            break
        for step in near.get(here, []):
            there = step.object if step.subject == here else step.subject
            if there not in depth:
                depth[there] = depth[here] + 1
                waiting.append(there)
                if there in goals:
                    reached = depth[there]
            if depth[there] == depth[here] + 1:
                before.setdefault(there, []).append((here, step))
    ends = [goal for goal in sorted(goals) if reached is not None and depth.get(goal) == reached]
    found: list[Path] = []
    for end in ends:
        found += _back(end, before, MOST - len(found))
    return found


def _back(end: int, before: dict[int, list[tuple[int, Step]]], most: int) -> list[Path]:
    """The paths that lead to an actor, at most so many."""
    if end not in before:
        return [()]
    found: list[Path] = []
    for here, step in before[end]:
        if len(found) >= most:
            break
        found += [(*steps, step) for steps in _back(here, before, most - len(found))]
    return found[:most]
