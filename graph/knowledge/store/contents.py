"""One document's rows: written and taken out, all of them, inside whatever transaction there is."""

import json
import sqlite3

from graph.knowledge.store.entry import Entry
from graph.knowledge.store.identity import Touched, entered, leaves
from graph.knowledge.store.rows import COLUMNS, REFERENCES, Cell
from graph.knowledge.store.twins import recognise

SHIFT = 20
"""Bits that a row's place in its table takes; above them stands the document."""

FULL_TEXT = ("quote_text", "passage_text")
DOCUMENT = (
    "sha256", "file", "format", "title", "date", "layout", "text", "quads", "reading", "statements", "actors",
    "relations", "read_share", "warnings", "unread", "lines", "pages", "version", "fingerprint",
)  # fmt: skip


def put_in(db: sqlite3.Connection, entry: Entry, touched: Touched) -> int:
    """Writes a document and its rows; gives its number, and notes the groups that its actors come into."""
    kept = {name: getattr(entry, name) for name in DOCUMENT}
    kept["warnings"] = json.dumps(entry.warnings)
    cursor = db.execute(_insert("document", DOCUMENT), tuple(kept.values()))
    document = cursor.lastrowid or 0
    for table, columns in COLUMNS.items():
        rows = entry.rows.get(table)
        if rows:
            _write(db, table, tuple(columns.split()), rows, document)
    entered(db, document, touched)
    recognise(db, document, entry.text)
    return document


def take_out(db: sqlite3.Connection, document: int, touched: Touched) -> None:
    """Removes a document with all its rows, and notes what its actors leave behind."""
    leaves(db, document, touched)
    numbers = (document << SHIFT, (document + 1) << SHIFT)
    for table in FULL_TEXT:
        db.execute(f"DELETE FROM {table} WHERE rowid >= ? AND rowid < ?", numbers)  # noqa: S608  # own names
    db.execute("DELETE FROM document WHERE id = ?", (document,))


def _insert(table: str, columns: tuple[str, ...]) -> str:
    names, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608  # names of our own schema


def _write(
    db: sqlite3.Connection, table: str, columns: tuple[str, ...], rows: list[tuple[Cell, ...]], document: int
) -> None:
    """Writes the rows of one table, the numbers in them made the document's own."""
    base = document << SHIFT
    pointing = [place for place, column in enumerate(columns) if column in REFERENCES[table]]
    own: tuple[Cell, ...] = () if table in FULL_TEXT else (document,)
    values = []
    for row in rows:
        if len(row) != len(columns):
            raise ValueError(f"a row of {table} with {len(row)} cells, not {len(columns)}")
        cells = [*row, *own]
        for place in pointing:
            cell = cells[place]
            if isinstance(cell, int):
                cells[place] = base + cell
        values.append(cells)
    db.executemany(_insert(table, (*columns, "document") if own else columns), values)
