"""Identity as people decide it: on top of what names alone make, made anew whenever either changes.

What names make stays beside it (`actor.natural`, `shared.own`), so that a decision can be taken back.
"""

import json
import sqlite3
from typing import Any

from graph.knowledge.store.decisions import decisions
from graph.knowledge.store.distinctive import folded
from graph.knowledge.store.meant import meant
from graph.knowledge.store.twins import DOCUMENT, documents_meant, on_minutes, settle_minutes
from graph.knowledge.vocabulary.minting import shared_iri
from graph.model.decisions import Decision, DecisionKind
from graph.model.terms import Reason

IDENTITY = (DecisionKind.SAME, DecisionKind.APART, DecisionKind.RENAME)
BACK = """
UPDATE actor SET shared = natural, ground = natural_ground,
ground_certainty = CASE WHEN natural_ground IS NULL THEN NULL ELSE ground_certainty END
WHERE shared IS NOT natural
"""
OWN = "UPDATE shared SET name = own WHERE name <> own"
LEFT = """
DELETE FROM shared WHERE parted = 1
AND NOT EXISTS (SELECT 1 FROM actor WHERE actor.shared = shared.id OR actor.natural = shared.id)
"""
DENOTED = (
    "SELECT DISTINCT shared FROM actor WHERE id IN (SELECT value FROM json_each(?)) AND shared IS NOT NULL"
)
TURN = """
UPDATE actor SET shared = ?, ground = ?, ground_certainty = coalesce(ground_certainty, 'explicit')
WHERE shared IN (SELECT value FROM json_each(?)) OR id IN (SELECT value FROM json_each(?))
"""
PART = """
INSERT INTO shared (iri, kind, name, own, classification, folded, join_keys, sure, parted)
VALUES (?, ?, ?, ?, ?, ?, ?, 0, 1) ON CONFLICT (iri) DO UPDATE SET parted = 1 RETURNING id
"""
KNOWN = "SELECT id, kind, name, classification FROM shared WHERE id = ?"


def settle_decisions(db: sqlite3.Connection) -> None:
    """Makes every standing decision on identity hold, in the order in which they were made."""
    db.execute(BACK)
    db.execute(OWN)
    for decision in decisions(db, IDENTITY):
        if not on_minutes(decision.body):
            hold(db, decision)
    db.execute(LEFT)
    settle_minutes(db)


def hold(db: sqlite3.Connection, decision: Decision) -> bool:
    """Makes one decision hold; False where what it means is not there any more, or is several."""
    body = decision.body
    if decision.kind is DecisionKind.SAME:
        return _join(db, meant(db, body["one"]), meant(db, body["other"]))
    if decision.kind is DecisionKind.RENAME:
        denoted = _denoted(db, meant(db, body["one"]))
        db.executemany(
            "UPDATE shared SET name = ? WHERE id = ?", [(body["name"], shared) for shared in denoted]
        )
        return bool(denoted)
    if "document" in body:
        return _part(db, decision, meant(db, body["one"]))
    return bool(meant(db, body["one"]) and meant(db, body["other"]))  # a pair kept apart: nothing to do


def _join(db: sqlite3.Connection, one: list[int], other: list[int]) -> bool:
    """The second become the first; both ends may by now denote several."""
    stands = _denoted(db, one)
    if not stands or not other:
        return False
    turned = [shared for shared in _denoted(db, other) if shared != stands[0]]
    db.execute(TURN, (stands[0], Reason.SAID_BY_A_PERSON, json.dumps(turned), json.dumps(other)))
    return True


def _part(db: sqlite3.Connection, decision: Decision, actors: list[int]) -> bool:
    """The actors of one document become one of their own."""
    query = (
        "SELECT a.id, a.shared FROM actor a JOIN document d ON d.id = a.document WHERE d.sha256 = ? OR"
        " d.id IN (SELECT document FROM path WHERE path = ?)"
    )
    there = dict(db.execute(query, (decision.body["document"], decision.body.get("path"))).fetchall())
    moved = [actor for actor in actors if actor in there]
    if not moved or there[moved[0]] is None:
        return False
    known = db.execute(KNOWN, (there[moved[0]],)).fetchone()
    plain = folded(known["name"])
    key = f"{known['kind']}|{plain}|apart {decision.id}"
    row = (shared_iri(known["kind"], plain, key), known["kind"], known["name"], known["name"],
           known["classification"], plain, json.dumps([key], ensure_ascii=False))  # fmt: skip
    (own,) = db.execute(PART, row).fetchone()
    db.executemany(
        "UPDATE actor SET shared = ?, ground = NULL WHERE id = ?", [(own, actor) for actor in moved]
    )
    return True


def _denoted(db: sqlite3.Connection, actors: list[int]) -> list[int]:
    return [row[0] for row in db.execute(DENOTED, (json.dumps(actors),))]


def orphaned(db: sqlite3.Connection) -> list[Decision]:
    """The standing decisions on identity that mean nobody any more."""
    return [
        decision
        for decision in decisions(db, IDENTITY)
        if any(not _there(db, decision.body[end]) for end in ("one", "other") if end in decision.body)
    ]


def _there(db: sqlite3.Connection, held: dict[str, Any]) -> bool:
    return bool(documents_meant(db, held) if held["kind"] == DOCUMENT else meant(db, held))
