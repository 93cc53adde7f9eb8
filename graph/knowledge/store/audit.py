"""The audit log: who did what when, with counts and hashes; of persons it says nothing.

Outputs are noted with where they were written and their hash, so that a register extract can name them and
an erasure can find them.
"""

import sqlite3
from dataclasses import dataclass
from enum import StrEnum

COLUMNS = "at, who, act, document, count, path, sha256"


class Act(StrEnum):
    """What was done."""

    READ = "read"
    REMOVE = "remove"
    DECIDE = "decide"
    UNDO = "undo"
    EXPORT = "export"
    ABOUT = "about"
    ERASE = "erase"
    RETAIN = "retain"


@dataclass(frozen=True, slots=True)
class Noted:
    """One line of the log.

    `document` is a SHA-256, of a decision its id; `count` how many things it touched; `path` and `sha256` are
    those of a file that was written.
    """

    at: str
    who: str
    act: Act
    document: str | None = None
    count: int = 0
    path: str | None = None
    sha256: str | None = None


def note(db: sqlite3.Connection, *noted: Noted) -> None:
    """Writes lines inside the transaction that there is."""
    db.executemany(
        f"INSERT INTO audit ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608  # own names
        [(one.at, one.who, one.act.value, one.document, one.count, one.path, one.sha256) for one in noted],
    )


def log(db: sqlite3.Connection) -> list[Noted]:
    """All of it, in the order in which it was written."""
    rows = db.execute(f"SELECT {COLUMNS} FROM audit ORDER BY id")  # noqa: S608  # own names
    return [Noted(row[0], row[1], Act(row[2]), *row[3:]) for row in rows]


def outputs(db: sqlite3.Connection) -> list[Noted]:
    """The last note of every file that was written, by path."""
    held = {one.path: one for one in log(db) if one.path is not None}
    return [held[path] for path in sorted(held)]
