"""Opens `library.db`: makes it where there is none, refuses what is newer, locked, damaged or not ours."""

import contextlib
import sqlite3
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

from graph.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryNewer,
    LibraryNotWritable,
    LibraryOlder,
    SamverkanError,
)
from graph.knowledge.store.migrations import migrate

FORMAT = 4
MAGIC = b"SQLite format 3\0"
"""The first bytes of a database file. Source: SQLite, Database File Format, section 1.3."""
CACHE = 65_536
"""KiB of the file that are held in memory at most."""
WAIT = 10.0
"""Seconds to wait for another process that writes."""


class Connection(sqlite3.Connection):
    """A connection that says what is wrong with the file as a person can mend it."""

    place: Path

    def __del__(self) -> None:
        """Closed when nobody holds it any more: whoever asks one question closes nothing."""
        with contextlib.suppress(sqlite3.ProgrammingError):  # another thread's: the system closes it
            self.close()

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """As sqlite3; raises LibraryBusy, LibraryDamaged or LibraryNotWritable where the file is at fault."""
        try:
            return super().execute(sql, parameters)
        except sqlite3.DatabaseError as bad:
            raise told(bad, self.place) from bad

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> sqlite3.Cursor:
        """As sqlite3; raises as `execute` does."""
        try:
            return super().executemany(sql, parameters)
        except sqlite3.DatabaseError as bad:
            raise told(bad, self.place) from bad


def told(bad: sqlite3.DatabaseError, place: Path) -> Exception:
    """What a complaint of SQLite means for the file; the complaint itself where the file is not at fault."""
    code = getattr(bad, "sqlite_errorcode", 0) & 0xFF
    file = str(place)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryBusy(file=file)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return LibraryDamaged(file=file)
    if code in (
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_AUTH,
    ):
        return LibraryNotWritable(file=file, problem=str(bad))
    return bad


def opened(folder: Path, write: bool) -> Connection:
    """A connection to a folder's library; one to be written is made with its folder, else empty in memory.

    Commits are synced to disk before they are done. A library that may only be read is read as it stands.
    Raises LibraryNewer, LibraryDamaged, LibraryBusy and LibraryNotWritable, each naming the file.
    """
    place = folder / "library.db"
    if not write and not place.exists():
        return _ready(_connected(":memory:", place))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as bad:
        raise LibraryNotWritable(file=str(place), problem=bad.strerror or str(bad)) from bad
    if not _ours(place):
        raise LibraryDamaged(file=str(place))
    try:
        return _ready(_connected(str(place), place))
    except LibraryNotWritable:
        if write or not place.is_file():
            raise
    # a write-ahead log needs a place beside the file; where there is none, nobody else writes either
    return _ready(_connected(f"file:{quote(str(place.absolute()))}?mode=ro&immutable=1", place))


def _ours(place: Path) -> bool:
    """Whether a file begins as a database does, or is empty; SQLite would write over a very short one."""
    try:
        with place.open("rb") as file:
            begun = file.read(len(MAGIC))
    except FileNotFoundError:
        return True
    except OSError as bad:
        raise LibraryNotWritable(file=str(place), problem=bad.strerror or str(bad)) from bad
    return not begun or begun == MAGIC


def _connected(name: str, place: Path) -> Connection:
    try:
        db = sqlite3.connect(
            name, timeout=WAIT, isolation_level=None, factory=Connection, uri=name.startswith("file:")
        )
    except sqlite3.DatabaseError as bad:
        raise told(bad, place) from bad
    db.place = place
    db.row_factory = sqlite3.Row
    return db


def _ready(db: Connection) -> Connection:
    try:
        version = _version(db)
        if version > FORMAT:
            raise LibraryNewer(file=str(db.place), format=version, known=FORMAT)
        if version == 0:
            _made(db)
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = FULL")
        db.execute(f"PRAGMA cache_size = {-CACHE}")
        db.execute("PRAGMA secure_delete = ON")  # what is taken out is overwritten
        if 0 < version < FORMAT:
            _brought_up(db, version)
        db.execute("SELECT count(*) FROM setting").fetchone()
    except (SamverkanError, sqlite3.DatabaseError):
        db.close()
        raise
    return db


def _brought_up(db: Connection, version: int) -> None:
    try:
        migrate(db, FORMAT)
    except LibraryNotWritable as bad:
        cause = bad.__cause__
        if getattr(cause, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_READONLY:
            raise  # a full disk: told as what it is
        raise LibraryOlder(file=str(db.place), format=version, known=FORMAT) from bad


def _version(db: Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _made(db: Connection) -> None:
    """Writes the schema into an empty file, once, whoever else opens it now."""
    if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        if _version(db) == 0:  # asked after the count: another process may just have made it
            raise LibraryDamaged(file=str(db.place))
        return
    db.execute("PRAGMA journal_mode = WAL")  # a network share answers with the rollback journal it has
    db.execute("PRAGMA synchronous = FULL")
    db.execute("BEGIN IMMEDIATE")
    if _version(db) == 0:
        schema = files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")
        for statement in _statements(schema):
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {FORMAT}")
    db.execute("COMMIT")


def _statements(schema: str) -> list[str]:
    """The statements of a script one by one: `executescript` would commit before it begins."""
    found: list[str] = []
    waiting = ""
    for line in schema.splitlines():
        waiting += line.split("--")[0] + "\n"
        if sqlite3.complete_statement(waiting):
            found.append(waiting)
            waiting = ""
    return found
