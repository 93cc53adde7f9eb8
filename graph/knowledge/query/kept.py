"""The documents of the library: the list, and one with its statements and what was not understood."""

import json
import sqlite3

from graph.knowledge.query.evidence import Evidences, speaker_cells
from graph.knowledge.query.period import documents as by_date
from graph.model.answers import Answer, Row


def documents(db: sqlite3.Connection, limit: int | None = None, offset: int = 0) -> Answer:
    """One row a document, by date."""
    every = [_row(db, document) for document in by_date(db)]
    stop = None if limit is None else offset + limit
    return Answer("documents", {}, tuple(every[offset:stop]), {}, stop is not None and stop < len(every))


def _row(db: sqlite3.Connection, document: int) -> Row:
    row = db.execute("SELECT * FROM document WHERE id = ?", (document,)).fetchone()
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
        "evidence": [],
    }


def document(db: sqlite3.Connection, sha256: str) -> tuple[Answer, str, list[Row]]:
    """One document: its statements as an answer, its text, and the lines that were not understood."""
    row = db.execute("SELECT * FROM document WHERE sha256 = ?", (sha256,)).fetchone()
    evidence = Evidences(db)
    rows: list[Row] = []
    said = db.execute(
        'SELECT id, start, "end", text FROM statement WHERE document = ? ORDER BY start', (row["id"],)
    ).fetchall()
    for statement in said:
        quotes = db.execute(
            "SELECT id FROM quote WHERE passage = ? ORDER BY id", (statement["id"],)
        ).fetchall()
        cells = speaker_cells(db, statement["id"])
        rows.append(
            {
                **cells,
                "start": statement["start"],
                "end": statement["end"],
                "text": statement["text"],
                "evidence": [evidence.of(quote[0]) for quote in quotes],
            }
        )
    starts = json.loads(row["lines"])
    unread: list[Row] = [
        {
            "line": sum(start <= begin for start in starts),
            "start": begin,
            "end": end,
            "text": row["text"][begin:end],
        }
        for begin, end in json.loads(row["unread"])
    ]
    used = set(evidence.keys.values())
    return Answer("document", {"document": sha256}, tuple(rows), evidence.only(used)), row["text"], unread
