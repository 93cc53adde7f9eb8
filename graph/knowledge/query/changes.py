"""What changed from one meeting to another: who is new, which ties, figures and promises moved."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import chain

from graph.knowledge.query.compared import Compared, compared
from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.moved import moved_figures
from graph.knowledge.query.partners import tie_rows
from graph.knowledge.query.period import places
from graph.knowledge.query.promises import PROMISES, promise_rows, quotes_of
from graph.knowledge.query.silence import answer
from graph.knowledge.query.ties import Tie, ties
from graph.knowledge.store.contents import SHIFT
from graph.knowledge.store.outcomes import AHEAD, outcomes
from graph.knowledge.store.series import series
from graph.model.answers import Answer, Cell, Row
from graph.model.terms import Kind, Outcome, Status

NAMED = """
SELECT a.shared, a.kind, s.name, min(m.quote) AS quote FROM json_each(?) j
JOIN mention m ON m.document = j.value JOIN actor a ON a.id = m.actor JOIN shared s ON s.id = a.shared
GROUP BY a.shared
"""
EARLIER = """
SELECT DISTINCT s.kind, s.name FROM actor a JOIN document d ON d.id = a.document
JOIN shared s ON s.id = a.shared WHERE d.date < ? AND d.id NOT IN (SELECT document FROM silent)
"""
KINDS = (Kind.ORGANISATION, Kind.PERSON, Kind.PROJECT, Kind.SCHEME, Kind.EVENT, Kind.PLACE)
"""Kinds that come and go, in the order in which they are told."""
NEW, BACK, GONE, MOVED, ANSWERED = "new", "back", "gone", "moved", "answered"
"""What a change is: named first, named again after a pause, not named, other than before, answered."""


def changes(
    db: sqlite3.Connection,
    one: str | None = None,
    other: str | None = None,
    since: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Answer:
    """One row a change, with the words before and after; raises NothingToCompare.

    `change` is new, back (named again), gone (not named this time), moved (another status or figure) or
    answered; `fact` says of what: actor, tie, figure, promise.
    """
    pair = compared(db, one, other, since)
    evidence = Evidences(db)
    rows = chain(
        _actors(db, pair, evidence),
        _ties(db, pair, evidence),
        moved_figures(db, pair, evidence),
        _promises(db, pair, evidence),
    )
    parameters: dict[str, Cell] = {"before": one, "after": other, "since": since}
    return answer(db, "changes", parameters, rows, evidence, lambda: [], limit, offset)


def actor_changes(db: sqlite3.Connection, pair: Compared) -> dict[int, tuple[str, sqlite3.Row]]:
    """Shared actors that came or went: what changed, and how they are named."""
    before, after = (
        {row["shared"]: row for row in db.execute(NAMED, (json.dumps(side),))}
        for side in (pair.before, pair.after)
    )
    first = min((row[0] for row in _days(db, pair.after)), default="")
    known = {_named(row) for row in db.execute(EARLIER, (first,))}
    names = [{_named(row) for row in side.values()} for side in (before, after)]
    found = {shared: (GONE, row) for shared, row in before.items() if _named(row) not in names[1]}
    for shared, row in after.items():
        if shared not in before and _named(row) not in names[0]:
            found[shared] = (BACK if _named(row) in known else NEW, row)
    return found


def _named(row: sqlite3.Row) -> tuple[str, str]:
    """Kind and name: of two that nothing joins, the same name is no news."""
    return row["kind"], row["name"].casefold()


def _days(db: sqlite3.Connection, documents: Iterable[int]) -> list[sqlite3.Row]:
    asked = json.dumps(sorted(documents))
    query = "SELECT d.date FROM json_each(?) j JOIN document d ON d.id = j.value WHERE d.date IS NOT NULL"
    return db.execute(query, (asked,)).fetchall()


def _actors(db: sqlite3.Connection, pair: Compared, evidence: Evidences) -> Iterator[Row]:
    found = actor_changes(db, pair)
    told = [NEW, BACK, GONE]
    rows = [(change, row) for change, row in found.values() if row["kind"] in KINDS]
    rows.sort(key=lambda pair: (told.index(pair[0]), KINDS.index(pair[1]["kind"]), pair[1]["quote"]))
    for change, row in rows:
        yield {
            "change": change,
            "fact": "actor",
            "name": row["name"],
            "type": row["kind"],
            "evidence": [evidence.of(row["quote"])],
        }


def tie_changes(db: sqlite3.Connection, pair: Compared) -> list[tuple[str, Tie | None, Tie | None]]:
    """Ties that came, went, or hold otherwise: what changed, the tie before and the tie after."""
    before, after = (_held(db, side) for side in (pair.before, pair.after))
    found: list[tuple[str, Tie | None, Tie | None]] = []
    for key, tie in after.items():
        was = before.get(key)
        if was is None and tie.status != Status.NEGATED:
            found.append((NEW, None, tie))
        elif was is not None and was.status != tie.status:
            found.append((MOVED, was, tie))
    found += [
        (GONE, tie, None) for key, tie in before.items() if key not in after and tie.status != Status.NEGATED
    ]
    return found


def _held(db: sqlite3.Connection, documents: tuple[int, ...]) -> dict[tuple[int, str, int], Tie]:
    """The ties of some meetings by what they tie; of several statuses the last one said stands."""
    order = {document: place for place, document in enumerate(documents)}
    found: dict[tuple[int, str, int], Tie] = {}
    stated = [*ties(db, order), *ties(db, order, status=Status.NEGATED)]
    for tie in sorted(stated, key=lambda tie: tie.rows[-1]["id"]):
        one, two = tie.shared
        if one is not None and two is not None:
            ends = (min(one, two), max(one, two)) if tie.symmetric else (one, two)
            found[ends[0], tie.predicate, ends[1]] = tie
    return found


def _ties(db: sqlite3.Connection, pair: Compared, evidence: Evidences) -> Iterator[Row]:
    for change, was, tie in tie_changes(db, pair):
        shown = tie or was
        if shown is None:
            continue
        (row,) = tie_rows(db, [shown], None, evidence)
        keys = [evidence.of(quote) for held in (was, tie) if held for quote in held.quotes]
        cells: Row = {"change": change, "fact": "tie", **row}
        if was and tie:
            cells["was"] = was.status
        yield cells | {"evidence": list(dict.fromkeys(keys))}


def _promises(db: sqlite3.Connection, pair: Compared, evidence: Evidences) -> Iterator[Row]:
    """Promises of earlier meetings that a later one answers or passes over."""
    until = max((row[0] for row in _days(db, pair.after)), default=None)
    followed = outcomes(db, until, _before(db, pair))
    order = places(db)
    rows = [
        row
        for row in db.execute(PROMISES)
        if row["id"] in followed
        and row["document"] not in pair.after
        and (
            _of(followed[row["id"]].quote) in pair.after
            if followed[row["id"]].outcome is not Outcome.SILENT
            else row["document"] in pair.before
        )
    ]
    rows.sort(key=lambda row: (order[row["document"]], row["id"]))
    for row, cells in promise_rows(db, rows, followed):
        yield {
            "change": ANSWERED,
            "fact": "promise",
            **cells,
            "evidence": quotes_of(evidence, row, followed),
        }


def _before(db: sqlite3.Connection, pair: Compared) -> set[int]:
    """The documents whose promises a later one of the pair can answer, and those before themselves."""
    found = set(pair.before)
    for documents in series(db):
        for place, document in enumerate(documents):
            if document in pair.after:
                found.update(documents[max(0, place - AHEAD) : place])
    return found


def _of(quote: int | None) -> int | None:
    return None if quote is None else quote >> SHIFT
