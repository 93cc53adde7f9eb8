"""Corrections in the library: which of them point at a document, and its rows made anew with them."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from graph.knowledge.store.contents import put_in, take_out
from graph.knowledge.store.corrected import CORRECTIONS, Corrected, corrected
from graph.knowledge.store.decisions import decisions
from graph.knowledge.store.difference import difference
from graph.knowledge.store.entry import Entry, entry
from graph.knowledge.store.identity import Touched, settle
from graph.knowledge.store.stored import unpacked
from graph.model.answers import Row
from graph.model.decisions import Decision
from graph.model.reading import Reading

ANY = "SELECT 1 FROM decision WHERE kind IN ('correct', 'reject', 'add') AND withdrawn IS NULL LIMIT 1"
BY_PATH = "SELECT 1 FROM path WHERE path = ?"
BY_HASH = "SELECT 1 FROM document WHERE sha256 = ?"


def pointing_at(db: sqlite3.Connection, reading: Reading, paths: Sequence[str]) -> list[Decision]:
    """The standing corrections of a document, as they were made.

    Those of the same bytes, of an earlier version at one of its paths, and of a document that is not in the
    library any more whose file name, title and date it has.
    """
    if not db.execute(ANY).fetchone():
        return []
    return [made for made in decisions(db, CORRECTIONS) if _points(db, made, reading, paths)]


def _points(db: sqlite3.Connection, decision: Decision, reading: Reading, paths: Sequence[str]) -> bool:
    at = decision.body["at"]
    if at["sha256"] == reading.document.sha256:
        return True
    if at["path"] is not None and at["path"] in paths:
        return True
    if decision.body["document"] != named_as(reading):
        return False
    there = db.execute(BY_HASH, (at["sha256"],)).fetchone()
    return not there and not (at["path"] and db.execute(BY_PATH, (at["path"],)).fetchone())


def named_as(reading: Reading) -> dict[str, str | None]:
    """What tells a document that comes back from others: its file's name, its title and its date as read."""
    day = reading.meeting.date
    return {
        "file": reading.document.name,
        "title": reading.meeting.title,
        "date": day.isoformat() if day else None,
    }


def as_corrected(db: sqlite3.Connection, reading: Reading, paths: Sequence[str]) -> Corrected:
    """A reading with the corrections that point at it."""
    return corrected(reading, pointing_at(db, reading, paths))


def paths_of(db: sqlite3.Connection, document: int) -> list[str]:
    """The paths that a document was read from, sorted."""
    rows = db.execute("SELECT path FROM path WHERE document = ? ORDER BY path", (document,))
    return [str(row[0]) for row in rows]


def entry_as_corrected(db: sqlite3.Connection, read: Entry, paths: Sequence[str]) -> tuple[Entry, int]:
    """The entry of a document with its corrections, and how many of them do not find their words."""
    if not db.execute(ANY).fetchone():
        return read, 0
    made = as_corrected(db, unpacked(read.reading), paths)
    if not made.applied:
        return read, len(made.orphaned)
    return entry(made.reading, read.reading), len(made.orphaned)


def compared(db: sqlite3.Connection, new: Entry, sha256: str, path: str) -> list[Row] | None:
    """What differs between a document as it is held and as it would be, both as corrected; None if it is not held."""
    held = db.execute("SELECT id, reading FROM document WHERE sha256 = ?", (sha256,)).fetchone()
    if held is None:
        return None
    paths = paths_of(db, held["id"])
    before = as_corrected(db, unpacked(held["reading"]), paths).reading
    after = as_corrected(db, unpacked(new.reading), sorted({*paths, path})).reading
    return difference(before, after)


def made_anew(db: sqlite3.Connection, document: int, touched: Touched) -> Corrected:
    """Makes one document's rows again, from what was read and people's corrections."""
    (read,) = db.execute("SELECT reading FROM document WHERE id = ?", (document,)).fetchone()
    paths = paths_of(db, document)
    made = as_corrected(db, unpacked(read), paths)
    take_out(db, document, touched)
    number = put_in(db, entry(made.reading, read), touched)
    db.executemany("INSERT INTO path VALUES (?, ?)", [(path, number) for path in paths])
    return made


def hold_again(db: sqlite3.Connection, changed: Iterable[Decision]) -> None:
    """Makes the documents anew that new or withdrawn corrections point at."""
    touched = Touched()
    numbers = {number for one in changed if one.kind in CORRECTIONS for number in documents_of(db, one)}
    for number in sorted(numbers):
        made_anew(db, number, touched)
    settle(db, touched)


def documents_of(db: sqlite3.Connection, decision: Decision) -> list[int]:
    """The numbers of the documents that a correction points at."""
    at, named = decision.body["at"], decision.body["document"]
    rows = db.execute(
        "SELECT id FROM document WHERE sha256 = ? UNION SELECT document FROM path WHERE path = ?",
        (at["sha256"], at["path"]),
    ).fetchall()
    if rows:
        return sorted(int(row[0]) for row in rows)
    # the title and date that the table holds may be corrected: the file's name finds those to look at
    found = []
    for number, read in db.execute("SELECT id, reading FROM document WHERE file = ?", (named["file"],)):
        reading = unpacked(read)
        if named_as(reading) == named and _points(db, decision, reading, paths_of(db, number)):
            found.append(int(number))
    return found


def orphaned(db: sqlite3.Connection) -> list[Decision]:
    """The standing corrections that hold in no document of the library: their words, or the document, are gone."""
    made = list(decisions(db, CORRECTIONS))
    held: set[str] = set()
    for number in sorted({number for one in made for number in documents_of(db, one)}):
        (read,) = db.execute("SELECT reading FROM document WHERE id = ?", (number,)).fetchone()
        held |= set(as_corrected(db, unpacked(read), paths_of(db, number)).applied)
    return [one for one in made if one.id not in held]


def as_body(
    thing: str, at: dict[str, object], document: dict[str, str | None], **said: object
) -> dict[str, object]:
    """The body of a correction: what it is about, its words, its document, what `is` read and what it is `to` be."""
    return json.loads(json.dumps({"thing": thing, "at": at, "document": document, **said}))  # type: ignore[no-any-return]


def corrected_readings(db: sqlite3.Connection) -> list[Reading]:
    """The documents in which a correction holds, as corrected, in the order of their hashes."""
    numbers = {number for one in decisions(db, CORRECTIONS) for number in documents_of(db, one)}
    found = []
    for number in numbers:
        (read,) = db.execute("SELECT reading FROM document WHERE id = ?", (number,)).fetchone()
        made = as_corrected(db, unpacked(read), paths_of(db, number))
        found += [made.reading] if made.applied else []
    return sorted(found, key=lambda reading: reading.document.sha256)
