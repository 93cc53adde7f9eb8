"""What an answer is when the text does not say: what was searched, and the quotes that came nearest."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from itertools import islice

from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.words import Words
from graph.knowledge.store.bindings import numbered
from graph.model.answers import Answer, Cell, Row, Silence
from graph.model.plain import evidence_keys

CLOSEST = 6
"""Quotes shown where the text does not say."""

SEARCHED = """
SELECT count(*), coalesce(sum(statements), 0) FROM document WHERE id NOT IN (SELECT document FROM silent)
"""
NAMING = """
SELECT DISTINCT m.quote FROM json_each(?) j JOIN mention m ON m.actor = j.value ORDER BY m.quote LIMIT ?
"""
SPOKEN = """
SELECT q.id FROM statement s JOIN quote q ON q.passage = s.id
WHERE s.organisation IN (SELECT value FROM json_each(?1))
   OR s.id IN (SELECT k.statement FROM speaker k JOIN json_each(?1) j ON j.value = k.actor)
ORDER BY row_number() OVER (PARTITION BY s.id ORDER BY q.id), q.id LIMIT ?2
"""
FOLLOWING = """
SELECT n.id FROM json_each(?1) j JOIN quote q ON q.id = j.value
JOIN quote n ON n.passage = q.passage AND n.id > q.id AND n.id <= q.id + ?2
WHERE length(q.text) < ?3 ORDER BY j.key, n.id
"""
SHORT = 60
"""Characters of a sentence that seldom says all there is to say."""
FOLLOWED_BY = 2
"""Sentences after a near one, in the same statement, that may be about the same."""


def answer(
    db: sqlite3.Connection,
    name: str,
    parameters: Mapping[str, Cell],
    rows: Iterable[Row],
    evidence: Evidences,
    closest: Callable[[], Iterable[int]],
    limit: int | None = None,
    offset: int = 0,
) -> Answer:
    """The answer: the page of the rows that is asked for, or what came nearest where there are none at all.

    `rows` are drawn only as far as the page needs, and `closest` is called only where there are none.
    """
    asked: dict[str, Cell] = {key: value for key, value in parameters.items() if value is not None}
    drawn = iter(rows)
    before = list(islice(drawn, offset))
    shown = list(islice(drawn, limit))
    more = next(drawn, None) is not None
    if not before and not shown:
        return silent(db, name, asked, evidence, closest())
    used = {key for row in shown for key in evidence_keys(row)}
    return Answer(name, asked, tuple(shown), evidence.only(used), more)


def silent(
    db: sqlite3.Connection, name: str, asked: dict[str, Cell], evidence: Evidences, closest: Iterable[int]
) -> Answer:
    """The answer without a row."""
    keys = tuple(evidence.of(quote) for quote in list(dict.fromkeys(closest))[:CLOSEST])
    return Answer(name, asked, (), evidence.only(keys), silent=searched(db, keys))


def searched(db: sqlite3.Connection, closest: tuple[str, ...]) -> Silence:
    """What was searched in vain, and what came nearest."""
    count = db.execute(SEARCHED).fetchone()
    return Silence(count[0], count[1], closest)


def nearest(
    db: sqlite3.Connection,
    evidence: Evidences,
    about: Words | None = None,
    actors: Iterable[int] = (),
    by: Iterable[int] = (),
) -> list[int]:
    """Quotes that come near a question, few of each: naming an actor, holding words, said by those asked for.

    Where no quote holds all the words, those that hold any.
    """
    found = [row[0] for row in db.execute(NAMING, (json.dumps(sorted(actors)), CLOSEST))]
    if about:
        held = sorted(about.quotes) or sorted(about.any_quotes)
        for quote, spans in about.spans(set(held[:CLOSEST])).items():
            evidence.marked(quote, spans)
        found += held[:CLOSEST]
        found += following(db, held[:CLOSEST])
    found += [row[0] for row in db.execute(SPOKEN, numbered(json.dumps(sorted(by)), CLOSEST))]
    return found


def following(db: sqlite3.Connection, quotes: Iterable[int]) -> list[int]:
    """The sentences that go on after some short quotes in the same statement, a few after each."""
    return [row[0] for row in db.execute(FOLLOWING, numbered(json.dumps(list(quotes)), FOLLOWED_BY, SHORT))]
