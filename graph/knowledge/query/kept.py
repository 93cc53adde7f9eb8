"""The documents of the library: the list, and one with its statements and what was not understood."""

import json
import sqlite3
from bisect import bisect_right

from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.spoken import Spoken
from graph.model.answers import Answer, Row

LISTED = """
SELECT d.sha256, d.file, d.title, d.date, d.statements, d.actors, d.relations, d.read_share, d.warnings,
  s.file AS same_minutes
FROM document d LEFT JOIN main.silent t ON t.document = d.id LEFT JOIN document s ON s.id = t.speaking
ORDER BY d.date IS NULL, d.date, d.sha256 LIMIT ? OFFSET ?
"""
STATEMENTS = 'SELECT id, start, "end", text FROM statement WHERE document = ? ORDER BY start'
QUOTES = """
SELECT q.passage, q.id FROM statement s JOIN quote q ON q.passage = s.id WHERE s.document = ? ORDER BY q.id
"""


def documents(db: sqlite3.Connection, limit: int | None = None, offset: int = 0) -> Answer:
    """One row a document, by date; `same_minutes` is the one that speaks for it, where it is silent."""
    found = db.execute(LISTED, (-1 if limit is None else limit + 1, offset)).fetchall()
    return Answer(
        "documents", {}, tuple(map(_row, found[:limit])), {}, limit is not None and len(found) > limit
    )


def _row(row: sqlite3.Row) -> Row:
    return {
        "document": row["sha256"],
        "file": row["file"],
        "title": row["title"],
        "date": row["date"],
        "statements": row["statements"],
        "actors": row["actors"],
        "relations": row["relations"],
        "read_share": round(row["read_share"], 4),
        "warnings": [str(key) for key in json.loads(row["warnings"])],
        "same_minutes": row["same_minutes"],
        "evidence": [],
    }


def document(db: sqlite3.Connection, sha256: str) -> tuple[Answer, str, list[Row]]:
    """One document: its statements as an answer, its text, and the lines that were not understood."""
    row = db.execute("SELECT id, text, lines, unread FROM document WHERE sha256 = ?", (sha256,)).fetchone()
    evidence = Evidences(db)
    said = db.execute(STATEMENTS, (row["id"],)).fetchall()
    spoken = Spoken(db, [statement["id"] for statement in said])
    quotes: dict[int, list[int]] = {}
    for passage, quote in db.execute(QUOTES, (row["id"],)):
        quotes.setdefault(passage, []).append(quote)
    rows: list[Row] = [
        {
            **spoken.cells(statement["id"]),
            "start": statement["start"],
            "end": statement["end"],
            "text": statement["text"],
            "evidence": [evidence.of(quote) for quote in quotes.get(statement["id"], ())],
        }
        for statement in said
    ]
    starts = json.loads(row["lines"])
    unread: list[Row] = [
        {"line": bisect_right(starts, begin), "start": begin, "end": end, "text": row["text"][begin:end]}
        for begin, end in json.loads(row["unread"])
    ]
    held = evidence.only(set(evidence.keys.values()))
    return Answer("document", {"document": sha256}, tuple(rows), held), row["text"], unread
