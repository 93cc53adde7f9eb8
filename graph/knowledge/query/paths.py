"""Shortest paths between two actors, each step with its evidence."""

import sqlite3
from collections import deque

from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.names import bearers
from graph.knowledge.query.partners import ties
from graph.knowledge.query.silence import answer, nearest
from graph.model.answers import Answer, Row

Step = tuple[int, int, str, str, tuple[int, ...]]


def path(db: sqlite3.Connection, one: str, other: str, longest: int = 4) -> Answer:
    """Every shortest path from an actor that `one` fits to one that `other` fits, no longer than `longest` steps.

    Ties of any status but negated count, and a person's organisation; one row a step.
    """
    evidence = Evidences(db)
    starts = {bearer.shared for bearer in bearers(db, one) if bearer.shared}
    goals = {bearer.shared for bearer in bearers(db, other) if bearer.shared}
    near = _neighbours(db)
    rows: list[Row] = []
    for number, steps in enumerate(_shortest(near, starts, goals, longest), 1):
        for place, (left, right, relation, status, quotes) in enumerate(steps, 1):
            rows.append(
                {
                    "path": number,
                    "step": place,
                    "name": _name(db, left),
                    "relation": relation,
                    "other": _name(db, right),
                    "status": status,
                    "evidence": [evidence.of(quote) for quote in quotes],
                }
            )
    closest = []
    if not rows:
        actors = [bearer.id for name in (one, other) for bearer in bearers(db, name)]
        closest = nearest(db, evidence, actors=actors)
    return answer(db, "path", {"from": one, "to": other, "max": longest}, rows, evidence, closest)


def _neighbours(db: sqlite3.Connection) -> dict[int, list[Step]]:
    steps: list[Step] = []
    for tie in ties(db):
        left, right = tie.rows[0]["subject_shared"], tie.rows[0]["object_shared"]
        if left and right:
            steps.append((left, right, tie.predicate, tie.status, tuple(row["quote"] for row in tie.rows)))
    members = db.execute(
        "SELECT p.shared, o.shared, m.quote FROM membership m JOIN actor p ON p.id = m.person"
        " JOIN actor o ON o.id = m.organisation WHERE p.shared IS NOT NULL AND o.shared IS NOT NULL ORDER BY m.id"
    )
    steps += [(row[0], row[1], "represents", "asserted", (row[2],)) for row in members]
    near: dict[int, list[Step]] = {}
    for step in steps:
        near.setdefault(step[0], []).append(step)
        near.setdefault(step[1], []).append(step)
    return near


def _shortest(
    near: dict[int, list[Step]], starts: set[int], goals: set[int], longest: int
) -> list[list[Step]]:
    waiting: deque[tuple[int, list[Step]]] = deque((start, []) for start in sorted(starts))
    depth = dict.fromkeys(starts, 0)
    found: list[list[Step]] = []
    while waiting:
        here, steps = waiting.popleft()
        if found and len(steps) >= len(found[0]):
            break
        if len(steps) >= longest:
            continue
        for step in near.get(here, []):
            there = step[1] if step[0] == here else step[0]
            if depth.get(there, len(steps) + 1) < len(steps) + 1:
                continue
            depth[there] = len(steps) + 1
            taken = [*steps, step]
            if there in goals:
                found.append(taken)
            else:
                waiting.append((there, taken))
    return found[:20]


def _name(db: sqlite3.Connection, shared: int) -> str:
    row = db.execute("SELECT name FROM shared WHERE id = ?", (shared,)).fetchone()
    return str(row[0])
