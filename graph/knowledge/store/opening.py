"""Opens `library.db`: makes it where there is none, refuses what is newer, locked or damaged, in one sentence."""

import sqlite3
from importlib.resources import files
from pathlib import Path

from graph.errors import LibraryBusy, LibraryDamaged, LibraryNewer, LibraryNotWritable

FORMAT = 1
WAIT = 10.0
"""Seconds to wait for another process that writes."""


def opened(folder: Path, write: bool) -> sqlite3.Connection:
    """A connection to the library of a folder; made with its folder if it is to be written, else empty in memory.

    Commits are synced to disk before they are done. Raises LibraryNewer, LibraryDamaged, LibraryBusy and
    LibraryNotWritable, each naming the file.
    """
    place = folder / "library.db"
    if not write and not place.exists():
        db = sqlite3.connect(":memory:")
        return _ready(db, place)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(place, timeout=WAIT, isolation_level=None)
        return _ready(db, place)
    except sqlite3.OperationalError as bad:
        raise _told(bad, place) from bad
    except sqlite3.DatabaseError as bad:
        raise LibraryDamaged(file=str(place)) from bad
    except OSError as bad:
        raise LibraryNotWritable(file=str(place), problem=bad.strerror or str(bad)) from bad


def _told(bad: sqlite3.OperationalError, place: Path) -> Exception:
    if "locked" in str(bad) or "busy" in str(bad):
        return LibraryBusy(file=str(place))
    return LibraryNotWritable(file=str(place), problem=str(bad))


def _ready(db: sqlite3.Connection, place: Path) -> sqlite3.Connection:
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA foreign_keys = ON")
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > FORMAT:
        raise LibraryNewer(file=str(place), format=version, known=FORMAT)
    if version == 0:
        db.execute("PRAGMA journal_mode = WAL")  # a network share answers with the rollback journal it has
        db.execute("PRAGMA synchronous = FULL")
        schema = files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")
        db.executescript(f"BEGIN IMMEDIATE;\n{schema}\nPRAGMA user_version = {FORMAT};\nCOMMIT;")
    db.execute("PRAGMA synchronous = FULL")
    return db
