"""Which actors of documents are one shared actor: those of one group that have a key in common.

A pure function of what the documents hold: groups are made anew whenever an actor of theirs comes or goes.
"""

import json
import sqlite3
from hashlib import sha256

from graph.knowledge.vocabulary.minting import shared_iri


def settle(db: sqlite3.Connection, groups: set[str]) -> None:
    """Makes the shared actors of these groups anew, and drops those that no document names any more."""
    for group in sorted(groups):
        rows = db.execute(
            "SELECT a.id, a.kind, a.name, a.classification, a.join_keys, a.ground, d.date, d.sha256 FROM actor a"
            " JOIN document d ON d.id = a.document WHERE a.join_group = ? ORDER BY d.date IS NULL, d.date, d.sha256, a.id",
            (group,),
        ).fetchall()
        for members, keys in _joined(rows):
            first = members[0]
            iri = shared_iri(first["kind"], first["name"], _digest(keys))
            db.execute(
                "INSERT INTO shared (iri, kind, name, classification, folded, join_keys, sure) VALUES (?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (iri) DO UPDATE SET name = excluded.name, classification = excluded.classification,"
                " join_keys = excluded.join_keys",
                (
                    iri, first["kind"], first["name"], first["classification"], first["name"].casefold(),
                    json.dumps(sorted(keys)), int(any(row["ground"] for row in members)),
                ),
            )  # fmt: skip
            (shared,) = db.execute("SELECT id FROM shared WHERE iri = ?", (iri,)).fetchone()
            db.executemany(
                "UPDATE actor SET shared = ? WHERE id = ?", [(shared, row["id"]) for row in members]
            )
    db.execute("DELETE FROM shared WHERE id NOT IN (SELECT shared FROM actor WHERE shared IS NOT NULL)")


def _joined(rows: list[sqlite3.Row]) -> list[tuple[list[sqlite3.Row], set[str]]]:
    """The members of a group parted into those that share keys, directly or through others."""
    parts: list[tuple[list[sqlite3.Row], set[str]]] = []
    for row in rows:
        keys = set(json.loads(row["join_keys"]))
        touching = [part for part in parts if part[1] & keys]
        members = [member for part in touching for member in part[0]]
        merged = keys.union(*(part[1] for part in touching))
        parts = [part for part in parts if part not in touching]
        parts.append(([*members, row], merged))
    return parts


def _digest(keys: set[str]) -> str:
    """Twelve hex digits that stand for what the actor joins by: its first key in order."""
    return sha256(min(keys).encode("utf-8", "surrogatepass")).hexdigest()[:12]
