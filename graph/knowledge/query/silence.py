"""What is said when nothing is found: what was searched, and which quotes come nearest."""

import sqlite3
from collections.abc import Iterable, Mapping

from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.words import matched, quotes
from graph.model.answers import Answer, Cell, Row, Silence

CLOSEST = 6
"""Quotes shown where the text does not say."""


def answer(
    db: sqlite3.Connection,
    name: str,
    parameters: Mapping[str, Cell],
    rows: list[Row],
    evidence: Evidences,
    closest: Iterable[int] = (),
    limit: int | None = None,
    offset: int = 0,
) -> Answer:
    """The answer made of all rows: the page that is asked for, or what came nearest where there is none."""
    asked: dict[str, Cell] = {key: value for key, value in parameters.items() if value is not None}
    if not rows:
        keys = tuple(evidence.of(quote) for quote in list(dict.fromkeys(closest))[:CLOSEST])
        count = db.execute("SELECT count(*), coalesce(sum(statements), 0) FROM document").fetchone()
        return Answer(name, asked, (), evidence.only(set(keys)), silent=Silence(count[0], count[1], keys))
    stop = None if limit is None else offset + limit
    shown = rows[offset:stop]
    used = {key for row in shown for key in keys_of(row)}
    return Answer(name, asked, tuple(shown), evidence.only(used), stop is not None and stop < len(rows))


def keys_of(row: Row) -> list[str]:
    """The keys of a row's evidence."""
    held = row["evidence"]
    return [key for key in held if isinstance(key, str)] if isinstance(held, list) else []


def nearest(
    db: sqlite3.Connection,
    evidence: Evidences,
    about: str | None = None,
    actors: Iterable[int] = (),
    by: Iterable[int] = (),
) -> list[int]:
    """Quotes that come near a question: those that name an actor, hold the words, or open what somebody said."""
    found: list[int] = []
    for actor in actors:
        found += [
            row[0]
            for row in db.execute(
                "SELECT DISTINCT quote FROM mention WHERE actor = ? ORDER BY quote", (actor,)
            )
        ]
    if about:
        held = sorted(quotes(db, about)) or sorted(quotes(db, about, every=False))
        for quote in held[:CLOSEST]:
            evidence.of(quote, matched(db, quote, about))
        found += held
    for actor in by:
        found += [
            row[0]
            for row in db.execute(
                "SELECT min(q.id) FROM quote q JOIN statement s ON s.id = q.passage LEFT JOIN speaker k ON k.statement = s.id"
                " WHERE k.actor = ? OR s.organisation = ? GROUP BY s.id ORDER BY s.id",
                (actor, actor),
            )
        ]
    return found
