"""The library on disk: documents enter, are replaced and leave whole, each in one transaction."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path

from graph.errors import LibraryBusy, NoSuchDocument, SeveralDocuments
from graph.knowledge.store.entry import Entry
from graph.knowledge.store.identity import settle
from graph.knowledge.store.opening import opened
from graph.knowledge.store.rows import COLUMNS, REFERENCES

SHIFT = 20
"""Bits that a row's place in its table takes; above them stands the document."""
FULL_TEXT = ("quote_text", "passage_text")


class Store:
    """One folder's `library.db`. Opened when first asked; a library that is not there yet reads as empty."""

    def __init__(self, folder: str | PathLike[str]) -> None:
        """Touches no disk."""
        self.folder = Path(folder)
        self._db: sqlite3.Connection | None = None
        self._writable = False

    @property
    def db(self) -> sqlite3.Connection:
        """The connection, for reading."""
        if self._db is None:
            self._db = opened(self.folder, write=False)
            self._writable = (self.folder / "library.db").exists()
        return self._db

    def close(self) -> None:
        """Lets the file go."""
        if self._db is not None:
            self._db.close()
            self._db = None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or nothing. Raises LibraryBusy where another process writes too long."""
        if not self._writable:
            self.close()
            self._db, self._writable = opened(self.folder, write=True), True
        db = self.db
        try:
            db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as bad:
            raise LibraryBusy(file=str(self.folder / "library.db")) from bad
        try:
            yield db
            db.execute(
                "INSERT INTO setting VALUES ('generation', '1') ON CONFLICT (name) DO UPDATE SET value = value + 1"
            )
            db.execute("COMMIT")
        except BaseException:
            db.execute("ROLLBACK")
            raise

    @property
    def generation(self) -> int:
        """A number that grows with every change of the library."""
        row = self.db.execute("SELECT value FROM setting WHERE name = 'generation'").fetchone()
        return int(row[0]) if row else 0

    def at(self, path: str) -> tuple[str, str] | None:
        """SHA-256 of the document last read from a path, and the version of the reader; None for none."""
        row = self.db.execute(
            "SELECT d.sha256, d.version FROM path p JOIN document d ON d.id = p.document WHERE p.path = ?",
            (path,),
        ).fetchone()
        return (row[0], row[1]) if row else None

    def commit(self, entry: Entry, *, path: str) -> None:
        """Keeps a document whole, in place of the one last read from the path and of an older reading of itself."""
        with self.writing() as db:
            groups: set[str] = set()
            paths = {path} | {
                row[0]
                for row in db.execute(
                    "SELECT p.path FROM path p JOIN document d ON d.id = p.document WHERE d.sha256 = ?",
                    (entry.sha256,),
                )
            }
            old = db.execute("SELECT document FROM path WHERE path = ?", (path,)).fetchone()
            db.execute("DELETE FROM path WHERE path = ?", (path,))
            same = db.execute("SELECT id FROM document WHERE sha256 = ?", (entry.sha256,)).fetchone()
            if same:
                groups |= _take_out(db, same[0])
            if old and not db.execute("SELECT 1 FROM path WHERE document = ?", (old[0],)).fetchone():
                groups |= _take_out(db, old[0])
            groups |= _put_in(db, entry)
            (document,) = db.execute("SELECT id FROM document WHERE sha256 = ?", (entry.sha256,)).fetchone()
            db.executemany(
                "INSERT OR REPLACE INTO path VALUES (?, ?)", [(known, document) for known in sorted(paths)]
            )
            settle(db, groups)

    def remove(self, name: str) -> str:
        """Takes one document out; gives its SHA-256. Raises NoSuchDocument, SeveralDocuments."""
        sha256 = self.find(name)
        with self.writing() as db:
            (document,) = db.execute("SELECT id FROM document WHERE sha256 = ?", (sha256,)).fetchone()
            settle(db, _take_out(db, document))
        return sha256

    def find(self, name: str) -> str:
        """The SHA-256 of the document that a hash's beginning or a file's name stands for.

        Raises NoSuchDocument where there is none, SeveralDocuments where the name fits more than one.
        """
        rows = self.db.execute(
            "SELECT sha256 FROM document WHERE file = ?1 OR (length(?1) >= 4 AND substr(sha256, 1, length(?1)) = lower(?1))"
            " ORDER BY sha256",
            (name,),
        ).fetchall()
        if not rows:
            raise NoSuchDocument(name=name)
        if len(rows) > 1:
            raise SeveralDocuments(name=name, ids=", ".join(row[0][:12] for row in rows))
        return str(rows[0][0])


def _take_out(db: sqlite3.Connection, document: int) -> set[str]:
    """Removes a document with all its rows; gives the groups of actors that it had part in."""
    groups = {
        row[0]
        for row in db.execute(
            "SELECT DISTINCT join_group FROM actor WHERE document = ? AND join_group IS NOT NULL", (document,)
        )
    }
    low, high = document << SHIFT, (document + 1) << SHIFT
    for table in FULL_TEXT:
        db.execute(f"DELETE FROM {table} WHERE rowid >= ? AND rowid < ?", (low, high))  # noqa: S608 # own names
    db.execute("DELETE FROM document WHERE id = ?", (document,))
    return groups


def _put_in(db: sqlite3.Connection, entry: Entry) -> set[str]:
    """Writes a document and its rows; gives the groups of actors that it has part in."""
    cursor = db.execute(
        "INSERT INTO document (sha256, file, format, title, date, layout, text, quads, reading, statements, actors,"
        " relations, read_share, warnings, unread, lines, pages, version)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            entry.sha256, entry.file, entry.format, entry.title, entry.date, entry.layout, entry.text, entry.quads,
            entry.reading, entry.statements, entry.actors, entry.relations, entry.read_share,
            json.dumps(entry.warnings), entry.unread, entry.lines, entry.pages, entry.version,
        ),
    )  # fmt: skip
    document = cursor.lastrowid or 0
    for table, columns in COLUMNS.items():
        rows = entry.rows.get(table)
        if rows:
            db.executemany(*_insert(table, columns.split(), rows, document))
    place = COLUMNS["actor"].split().index("join_group")
    return {str(row[place]) for row in entry.rows.get("actor", []) if row[place] is not None}


def _insert(
    table: str, columns: list[str], rows: list[tuple[str | int | float | None, ...]], document: int
) -> tuple[str, list[list[str | int | float | None]]]:
    """The statement and the values that write a table's rows, their numbers made the document's own."""
    pointing = {
        place
        for place, column in enumerate(columns)
        if column in REFERENCES.get(table, {"id"}) or column == "id"
    }
    base = document << SHIFT
    values = [
        [
            base + cell if place in pointing and isinstance(cell, int) else cell
            for place, cell in enumerate(row)
        ]
        for row in rows
    ]
    if table not in FULL_TEXT:
        columns = [*columns, "document"]
        values = [[*row, document] for row in values]
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({names}) VALUES ({marks})", values  # noqa: S608 # names of our own schema
