"""Opinions of others in the library: kept beside the documents, in no graph, pointed at by the document's hash.

They survive a new reading, a rebuild and, where their quote still stands, a changed file; they go with the
document that is taken out.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable

from graph.knowledge.store.bindings import numbered
from graph.model.opinions import Opinion, Stance
from graph.model.terms import Kind, Predicate, Status

COLUMNS = ("source", "model", "version", "stance", "quote", "name", "other", "predicate", "status", "kind")
PUT = f"INSERT OR IGNORE INTO opinion VALUES ({', '.join('?' * (len(COLUMNS) + 2))})"  # noqa: S608  # marks alone
HELD = f"SELECT {', '.join(COLUMNS)} FROM opinion WHERE document = ? ORDER BY quote, name, other, id"  # noqa: S608  # own names
FOLLOW = """
UPDATE OR IGNORE opinion SET document = ?2 WHERE document = ?1 AND EXISTS (
  SELECT 1 FROM statement s JOIN document d ON d.id = s.document
  WHERE d.sha256 = ?2 AND instr(s.text, opinion.quote) > 0)
"""


def keep(
    db: sqlite3.Connection,
    sha256: str,
    opinions: Iterable[Opinion],
    instead_of: tuple[str, str] | None = None,
) -> None:
    """Writes opinions on a document, inside whatever transaction there is.

    `instead_of` names a source and a model whose earlier opinions on it go.
    """
    if instead_of is not None:
        db.execute(
            "DELETE FROM opinion WHERE document = ? AND source = ? AND model = ?", (sha256, *instead_of)
        )
    for opinion in opinions:
        cells = [getattr(opinion, column) for column in COLUMNS]
        told = json.dumps([sha256, *cells], ensure_ascii=False)
        db.execute(PUT, (hashlib.sha256(told.encode("utf-8")).hexdigest()[:12], sha256, *cells))


def opinions_on(db: sqlite3.Connection, sha256: str) -> list[Opinion]:
    """All opinions on a document, in a total order."""
    return [_opinion(row) for row in db.execute(HELD, (sha256,))]


def documents_with_opinions(db: sqlite3.Connection) -> list[str]:
    """The SHA-256 of each document that there are opinions on, by date."""
    found = db.execute(
        "SELECT sha256 FROM document WHERE sha256 IN (SELECT document FROM opinion)"
        " ORDER BY date IS NULL, date, sha256"
    )
    return [str(row[0]) for row in found]


def follow(db: sqlite3.Connection, before: str, after: str) -> None:
    """A changed file: opinions go over to it where its statements still hold the quote, else they go."""
    db.execute(FOLLOW, numbered(before, after))
    forget(db, before)


def forget(db: sqlite3.Connection, sha256: str) -> None:
    """Takes out the opinions on a document."""
    db.execute("DELETE FROM opinion WHERE document = ?", (sha256,))


def _opinion(row: sqlite3.Row) -> Opinion:
    return Opinion(
        row["source"],
        row["model"],
        row["version"],
        Stance(row["stance"]),
        row["quote"],
        row["name"],
        row["other"],
        Predicate(row["predicate"]) if row["predicate"] else None,
        Status(row["status"]) if row["status"] else None,
        Kind(row["kind"]) if row["kind"] else None,
    )
