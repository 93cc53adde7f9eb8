"""The library on disk: documents enter, are replaced and leave whole, each in one transaction."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path

from graph.errors import NoSuchDocument, SeveralDocuments
from graph.knowledge.store.bindings import numbered
from graph.knowledge.store.contents import put_in, take_out
from graph.knowledge.store.corrections import compared, entry_as_corrected
from graph.knowledge.store.decided import settle_decisions
from graph.knowledge.store.entry import Entry
from graph.knowledge.store.entry import entry as entry_of
from graph.knowledge.store.identity import Touched, settle
from graph.knowledge.store.opening import Connection, opened
from graph.knowledge.store.opinions import follow, forget
from graph.knowledge.store.stored import unpacked
from graph.knowledge.store.tombstones import kept_out
from graph.model.answers import Row

GROWN = """
INSERT INTO setting VALUES ('generation', '1') ON CONFLICT (name) DO UPDATE SET value = value + 1
"""
FIND = """
SELECT sha256 FROM document
WHERE file = ?1 OR (length(?1) >= 4 AND substr(sha256, 1, length(?1)) = lower(?1)) ORDER BY sha256
"""
PATHS = "SELECT p.path FROM path p JOIN document d ON d.id = p.document WHERE d.sha256 = ?"


class Store:
    """One folder's `library.db`. Opened when first asked; a library that is not there yet reads as empty."""

    def __init__(self, folder: str | PathLike[str], all_versions: bool = False) -> None:
        """Touches no disk. `all_versions`: whoever asks hears every document, not one of each meeting's."""
        self.folder = Path(folder)
        self.all_versions = all_versions
        self._db: Connection | None = None
        self._writable = False

    @property
    def db(self) -> Connection:
        """The connection, for reading. Raises what `opened` raises."""
        if self._db is None:
            self._db = self._opened(write=False)
            self._writable = (self.folder / "library.db").exists()
        return self._db

    def _opened(self, write: bool) -> Connection:
        db = opened(self.folder, write)
        if self.all_versions:
            db.execute("PRAGMA temp_store = MEMORY")
            db.execute("CREATE TEMP VIEW silent AS SELECT 0 AS document, 0 AS speaking WHERE 0")
        return db

    def close(self) -> None:
        """Lets the file go."""
        if self._db is not None:
            self._db.close()
            self._db = None

    @contextmanager
    def writing(self, grows: bool = True) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or nothing. What is noted beside the library does not let it grow.

        Raises LibraryBusy where another process writes too long, LibraryNotWritable where nobody may.
        """
        if not self._writable:
            self.close()
            self._db, self._writable = self._opened(write=True), True
        db = self.db
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
            if grows:
                db.execute(GROWN)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
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

    def commit(self, entry: Entry, *, path: str | None = None) -> int:
        """Keeps a document whole, in place of an older reading of itself and of what the path last held.

        A document that stands at several paths is one, and stays while one of them holds it. What people
        corrected in it is corrected again; gives how many corrections do not find their words any more.
        """
        with self.writing() as db:
            entry, path = without_the_erased(db, entry, path)
            touched = Touched()
            paths = {row[0] for row in db.execute(PATHS, (entry.sha256,))}
            paths |= set() if path is None else {path}
            before = db.execute("SELECT document FROM path WHERE path = ?", (path,)).fetchone()
            db.execute("DELETE FROM path WHERE path = ?", (path,))
            same = db.execute("SELECT id FROM document WHERE sha256 = ?", (entry.sha256,)).fetchone()
            if same:
                take_out(db, same[0], touched)
            gone = None
            if before and not db.execute("SELECT 1 FROM path WHERE document = ?", before).fetchone():
                gone = db.execute("SELECT sha256 FROM document WHERE id = ?", before).fetchone()
                take_out(db, before[0], touched)
            entry, lost = entry_as_corrected(db, entry, sorted(paths))
            document = put_in(db, entry, touched)
            if gone and gone[0] != entry.sha256:
                follow(db, gone[0], entry.sha256)
            db.executemany("INSERT INTO path VALUES (?, ?)", [(known, document) for known in sorted(paths)])
            settle(db, touched)
            settle_decisions(db)
        return lost

    def compared(self, entry: Entry, *, path: str) -> list[Row] | None:
        """What would differ if an entry took the place of what is held of its bytes or its path; None for none."""
        held = self.at(path)
        entry, _ = without_the_erased(self.db, entry, path)
        return compared(self.db, entry, held[0] if held else entry.sha256, path)

    def remove(self, name: str) -> str:
        """Takes one document out; gives its SHA-256. Raises NoSuchDocument, SeveralDocuments."""
        sha256 = self.find(name)
        with self.writing() as db:
            found = db.execute("SELECT id FROM document WHERE sha256 = ?", (sha256,)).fetchone()
            if found is None:  # another process was quicker
                raise NoSuchDocument(name=name)
            touched = Touched()
            take_out(db, found[0], touched)
            forget(db, sha256)
            settle(db, touched)
            settle_decisions(db)
        return sha256

    def documents(self) -> list[str]:
        """The SHA-256 of every document, sorted."""
        return [str(row[0]) for row in self.db.execute("SELECT sha256 FROM document ORDER BY sha256")]

    def nquads(self, sha256: str) -> str:
        """The canonical N-Quads of one document's named graph. Raises NoSuchDocument."""
        row = self.db.execute("SELECT quads FROM document WHERE sha256 = ?", (sha256,)).fetchone()
        if row is None:
            raise NoSuchDocument(name=sha256)
        return zlib.decompress(row[0]).decode("utf-8")

    def find(self, name: str) -> str:
        """The SHA-256 of the document that a hash's beginning or a file's name stands for.

        Raises NoSuchDocument where there is none, SeveralDocuments where the name fits more than one.
        """
        rows = self.db.execute(FIND, numbered(name)).fetchall()
        if not rows:
            raise NoSuchDocument(name=name)
        if len(rows) > 1:
            raise SeveralDocuments(name=name, ids=", ".join(row[0][:12] for row in rows))
        return str(rows[0][0])


def without_the_erased(db: sqlite3.Connection, entry: Entry, path: str | None) -> tuple[Entry, str | None]:
    """The entry and its path without those who were erased: before anything of it is kept."""
    if not db.execute("SELECT 1 FROM tombstone LIMIT 1").fetchone():
        return entry, path
    reading = unpacked(entry.reading)
    kept = kept_out(db, reading)
    if kept is None:
        return entry, path
    return entry_of(kept[0]), kept[1].masked(path) if path else path
