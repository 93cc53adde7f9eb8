"""Which actors a decision means: by what they are called and where they stand, so that re-reading keeps it."""

import json
import sqlite3
from dataclasses import asdict
from typing import Any

from graph.knowledge.store.bindings import numbered
from graph.knowledge.store.rows import name_folded
from graph.model.decisions import Words

FIRST = """
SELECT a.id, a.kind, a.name, s.iri, s.kind AS shared_kind, s.name AS shared_name, q.text, m.words, d.sha256, p.path
FROM actor a JOIN document d ON d.id = a.document LEFT JOIN shared s ON s.id = a.shared
LEFT JOIN mention m ON m.actor = a.id LEFT JOIN quote q ON q.id = m.quote
LEFT JOIN path p ON p.document = d.id
WHERE a.id = ? ORDER BY m.id, p.path LIMIT 1
"""
BY_WORDS = """
SELECT DISTINCT m.actor FROM document d JOIN quote q ON q.document = d.id AND q.text = ?1
JOIN mention m ON m.quote = q.id AND m.words = ?2 JOIN actor a ON a.id = m.actor
WHERE a.kind = ?3 AND (d.sha256 = ?4 OR d.id IN (SELECT document FROM path WHERE path = ?5))
"""
BY_NAME = """
SELECT DISTINCT a.natural FROM name n JOIN actor a ON a.id = n.actor
WHERE n.folded = ? AND a.kind = ? AND a.natural IS NOT NULL
"""
OF = "SELECT id FROM actor WHERE natural IN (SELECT value FROM json_each(?))"
ALL_OF = "SELECT a.id FROM actor o JOIN actor a ON a.natural = o.natural OR a.id = o.id WHERE o.id = ?"


def reference(db: sqlite3.Connection, actor: int) -> dict[str, Any]:
    """What points at an actor of a document in the body of a decision: IRI, kind, name, and its first words."""
    row = db.execute(FIRST, (actor,)).fetchone()
    words = Words(row["sha256"], row["path"], row["text"] or "", row["words"] or "")
    return {
        "iri": row["iri"],
        "kind": row["shared_kind"] or row["kind"],
        "name": row["shared_name"] or row["name"],
        "words": {name: value for name, value in asdict(words).items() if value},
    }


def meant(db: sqlite3.Connection, held: dict[str, Any]) -> list[int]:
    """The actors of documents that a reference means now; none where nothing fits, or more than one thing does.

    The shared actor of that IRI as names alone make it; else the one that its words name; else the only one of
    its name and kind.
    """
    natural = db.execute("SELECT id FROM shared WHERE iri = ?", (held.get("iri"),)).fetchone()
    if natural:
        found = [row[0] for row in db.execute(OF, (json.dumps([natural[0]]),))]
        if found:
            return found
    words = held.get("words") or {}
    asked = numbered(
        words.get("quote", ""),
        words.get("words", ""),
        held["kind"],
        words.get("sha256", ""),
        words.get("path"),
    )
    named = [row[0] for row in db.execute(BY_WORDS, asked)]
    if len(named) == 1:
        return sorted({row[0] for row in db.execute(ALL_OF, (named[0],))})
    alike = [row[0] for row in db.execute(BY_NAME, (name_folded(held["name"]), held["kind"]))]
    return [row[0] for row in db.execute(OF, (json.dumps(alike),))] if len(alike) == 1 else []
