"""A library as one file, taken while it is in use, and put back: whole, verified, or not at all.

The file: one line of JSON (what it is, its format, the length and SHA-256 of the database), then the
database, as SQLite's own online backup gives it, compressed.
"""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from os import PathLike
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from time import monotonic

from graph.errors import BackupDamaged, LibraryBusy, LibraryDamaged, LibraryNewer, LibraryThere, NoLibrary
from graph.files import write_whole
from graph.knowledge.store.check import check
from graph.knowledge.store.library import Store
from graph.knowledge.store.opening import FORMAT, WAIT, told

KIND = "samverkan-backup"
HEAD = 4096
"""The longest first line, in bytes."""
BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database; of the old library it must not meet the new one."""


def backup(store: Store, path: str | PathLike[str]) -> int:
    """Writes the library as it is at one moment; gives its number of documents. Others may write meanwhile.

    Raises NoLibrary where there is none, LibraryBusy, LibraryNotWritable, and OSError for the file's place.
    """
    place = store.folder / "library.db"
    if not place.exists():
        raise NoLibrary(folder=str(store.folder))
    try:
        with closing(sqlite3.connect(":memory:")) as copy:
            store.db.backup(copy, progress=_patience(place))
            documents = int(copy.execute("SELECT count(*) FROM document").fetchone()[0])
            form = int(copy.execute("PRAGMA user_version").fetchone()[0])
            content = copy.serialize()
    except sqlite3.DatabaseError as bad:
        raise told(bad, place) from bad
    head = {
        "kind": KIND,
        "format": form,
        "documents": documents,
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    write_whole(path, json.dumps(head).encode() + b"\n" + zlib.compress(content))
    return documents


def restore(folder: Path, path: str | PathLike[str], over: bool = False) -> int:
    """Puts a backup into a folder; gives its number of documents. The old library stands until the new is sure.

    The backup is checked by its hash, brought to this format and checked document by document before it
    takes its place. Raises BackupDamaged, LibraryNewer, LibraryThere where one stands and `over` is not
    said, LibraryBusy where another process has it open for writing, and OSError.
    """
    place = folder / "library.db"
    if place.exists() and not over:
        raise LibraryThere(file=str(place))
    content = _content(Path(path))
    folder.mkdir(parents=True, exist_ok=True)
    made = Path(mkdtemp(dir=folder, prefix=".restored."))
    try:
        write_whole(made / "library.db", content)
        store = Store(made)
        try:
            if check(store):
                raise BackupDamaged(file=str(path))
            documents = len(store.documents())
            _grown(store, place)
            store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            store.close()
        _put(made / "library.db", place)
    finally:
        rmtree(made, ignore_errors=True)
    return documents


def _grown(store: Store, place: Path) -> None:
    """Counts on from the library that stands there: who has its answers in memory sees that it changed."""
    generation = store.generation
    if place.exists():
        old = Store(place.parent)
        try:
            generation = max(generation, old.generation)
        except LibraryDamaged:
            pass
        finally:
            old.close()
    with store.writing() as db:
        db.execute("UPDATE setting SET value = ? WHERE name = 'generation'", (str(generation),))


def _content(path: Path) -> bytes:
    """The database in a backup. Raises BackupDamaged, LibraryNewer, OSError."""
    with path.open("rb") as file:
        first = file.readline(HEAD)
        packed = file.read()
    try:
        head = json.loads(first)
        kind, form = head["kind"], int(head["format"])
        wanted, length = str(head["sha256"]), int(head["bytes"])
    except (ValueError, KeyError, TypeError) as bad:
        raise BackupDamaged(file=str(path)) from bad
    if kind != KIND:
        raise BackupDamaged(file=str(path))
    if form > FORMAT:
        raise LibraryNewer(file=str(path), format=form, known=FORMAT)
    try:
        unpacking = zlib.decompressobj()
        content = unpacking.decompress(packed, max(length, 0) + 1)  # not much more than it says
    except zlib.error as bad:
        raise BackupDamaged(file=str(path)) from bad
    if not unpacking.eof or len(content) != length or hashlib.sha256(content).hexdigest() != wanted:
        raise BackupDamaged(file=str(path))
    return content


def _put(new: Path, place: Path) -> None:
    """Writes a database over a library in one transaction of SQLite; a file that is no library is replaced."""
    if place.exists():
        try:
            with (
                closing(sqlite3.connect(new)) as source,
                closing(sqlite3.connect(place, timeout=WAIT)) as old,
            ):
                old.execute("PRAGMA synchronous = FULL")
                source.backup(old, progress=_patience(place))
            return
        except sqlite3.DatabaseError as bad:
            if not isinstance(told(bad, place), LibraryDamaged):
                raise told(bad, place) from bad
    for ending in BESIDE:  # of a damaged library, or one that is gone: they must not meet the new one
        Path(f"{place}{ending}").unlink(missing_ok=True)
    new.replace(place)


def _patience(place: Path) -> Callable[[int, int, int], None]:
    """Ends a copy that waits too long for another process, where sqlite3 would wait for ever."""
    until = monotonic() + WAIT

    def waited(status: int, _left: int, _pages: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and monotonic() > until:
            raise LibraryBusy(file=str(place))

    return waited
