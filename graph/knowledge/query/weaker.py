"""Weaker ties, computed when asked for and never stored: at one meeting, in one statement, spoke about."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, groupby

from graph.knowledge.store.contents import SHIFT
from graph.model.terms import Kind

MOST = 10
"""Quotes that show one weaker tie."""
PARTIES = (Kind.PERSON, Kind.ORGANISATION, Kind.PROJECT, Kind.SCHEME, Kind.EVENT)
"""Kinds that are tied by standing in one statement; a place would tie everybody in it."""

NAMED = """
SELECT q.passage, m.quote, m.actor, a.shared, a.kind, s.organisation, m.document
FROM mention m JOIN actor a ON a.id = m.actor JOIN quote q ON q.id = m.quote
JOIN statement s ON s.id = q.passage WHERE a.shared IS NOT NULL AND m.document = ?
ORDER BY q.passage, m.quote, m.start
"""
SPOKE = """
SELECT s.document, o.id AS actor, o.shared, min(q.id) AS quote FROM statement s
JOIN actor o ON o.id = s.organisation JOIN quote q ON q.passage = s.id
WHERE o.shared IS NOT NULL AND s.document IN (SELECT value FROM json_each(?))
GROUP BY s.document, o.shared ORDER BY s.document, min(s.id)
"""
SHARED = "SELECT id, shared FROM actor WHERE shared IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Weaker:
    """One computed tie between two actors of documents, and the quotes that show it."""

    relation: str
    subject: int
    object: int
    quotes: tuple[int, ...]
    meetings: int


@dataclass(frozen=True, slots=True)
class _Seen:
    relation: str
    subject: tuple[int, int]  # actor, shared
    object: tuple[int, int]
    quotes: tuple[int, ...]
    document: int


def weaker_ties(db: sqlite3.Connection, asked: set[int] | None, order: dict[int, int]) -> list[Weaker]:
    """The computed ties of the actors asked for (of all, where none are), in documents of a period.

    `order` is the place of each document of the period. Strongest kind first: spoke about, in one statement,
    at one meeting; each pair of a kind once. Only "spoke about" has a direction.
    """
    documents = None if asked is None else {actor >> SHIFT for actor in asked}
    wanted = [
        document
        for document in sorted(order, key=order.__getitem__)
        if documents is None or document in documents
    ]
    seen: dict[tuple[str, int, int], list[_Seen]] = {}
    for kind in (_spoke_about, _same_statement, _same_meeting):
        for tie in kind(db, wanted):
            if asked is None or tie.subject[0] in asked or tie.object[0] in asked:
                ends = (tie.subject[1], tie.object[1])
                key = (tie.relation, *(ends if tie.relation == "spoke_about" else sorted(ends)))
                seen.setdefault(key, []).append(tie)
    return [_merged(ties) for ties in seen.values()]


def _merged(ties: list[_Seen]) -> Weaker:
    quotes = tuple(dict.fromkeys(quote for tie in ties for quote in tie.quotes))
    first = ties[0]
    return Weaker(
        first.relation, first.subject[0], first.object[0], quotes[:MOST], len({tie.document for tie in ties})
    )


def _named(db: sqlite3.Connection, documents: Iterable[int]) -> Iterator[list[sqlite3.Row]]:
    """The mentions of each statement, by statement."""
    for document in documents:
        for _, named in groupby(db.execute(NAMED, (document,)), key=lambda row: row["passage"]):
            yield list(named)


def _same_statement(db: sqlite3.Connection, documents: list[int]) -> Iterator[_Seen]:
    for named in _named(db, documents):
        first: dict[int, sqlite3.Row] = {}
        for row in named:
            if row["kind"] in PARTIES:
                first.setdefault(row["shared"], row)
        for one, two in combinations(first.values(), 2):
            quotes = tuple(dict.fromkeys((one["quote"], two["quote"])))
            yield _Seen(
                "same_statement", (one["actor"], one["shared"]), (two["actor"], two["shared"]), quotes,
                one["document"],
            )  # fmt: skip


def _spoke_about(db: sqlite3.Connection, documents: list[int]) -> Iterator[_Seen]:
    shared = dict(db.execute(SHARED).fetchall())
    for named in _named(db, documents):
        for row in named:
            speaker = row["organisation"]
            one = shared.get(speaker)
            if one is not None and one != row["shared"] and row["kind"] in PARTIES:
                yield _Seen(
                    "spoke_about",
                    (speaker, one),
                    (row["actor"], row["shared"]),
                    (row["quote"],),
                    row["document"],
                )


def _same_meeting(db: sqlite3.Connection, documents: list[int]) -> Iterator[_Seen]:
    rows = db.execute(SPOKE, (json.dumps(documents),))
    spoke = {document: list(there) for document, there in groupby(rows, key=lambda row: row["document"])}
    for document in documents:
        for one, two in combinations(spoke.get(document, []), 2):
            yield _Seen(
                "same_meeting", (one["actor"], one["shared"]), (two["actor"], two["shared"]),
                (one["quote"], two["quote"]), document,
            )  # fmt: skip
