"""Which meetings are compared with which: two of them, or those before a day with those from it on."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from graph.errors import NothingToCompare
from graph.knowledge.store.bindings import numbered
from graph.knowledge.store.series import series

FIND = """
SELECT DISTINCT coalesce(s.speaking, d.id) FROM document d LEFT JOIN silent s ON s.document = d.id
WHERE file = ?1 OR (length(?1) >= 4 AND substr(sha256, 1, length(?1)) = lower(?1)) OR date LIKE ?1 || '%'
ORDER BY sha256
"""
DATED = "SELECT id, date FROM document WHERE id NOT IN (SELECT document FROM silent) AND date IS NOT NULL ORDER BY date, sha256"


@dataclass(frozen=True, slots=True)
class Compared:
    """Documents of the earlier and of the later meetings, each in order."""

    before: tuple[int, ...]
    after: tuple[int, ...]


def compared(
    db: sqlite3.Connection, one: str | None = None, other: str | None = None, since: str | None = None
) -> Compared:
    """What to compare. A meeting is named by its file, its hash's beginning, or its day ("2025-05", "2025").

    Without a name: the latest meeting and the one before it in its series. With one: that meeting and the
    latest of its series. `since` parts all meetings by a day. Raises NothingToCompare where a name fits no
    meeting, or a meeting stands alone in its series.
    """
    if since is not None:
        dated = db.execute(DATED).fetchall()
        early = tuple(row["id"] for row in dated if row["date"] < since)
        late = tuple(row["id"] for row in dated if row["date"] >= since)
        return _both(early, late, since)
    if one is not None and other is not None:
        return _both(_named(db, one), _named(db, other), f"{one} {other}")
    held = series(db)
    if one is not None:
        named = _named(db, one)
        own = next((documents for documents in held if named[0] in documents), [])
        return _both(named, _without(own[-1:], named), one)
    several = [documents for documents in held if len(documents) > 1]
    latest = max(several, key=lambda documents: _day(db, documents[-1]), default=[])
    return _both(tuple(latest[-2:-1]), tuple(latest[-1:]), "")


def _both(before: tuple[int, ...], after: tuple[int, ...], name: str) -> Compared:
    if not before or not after:
        raise NothingToCompare(name=name)
    return Compared(before, after)


def _without(documents: Iterable[int], left: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(document for document in documents if document not in left)


def _named(db: sqlite3.Connection, name: str) -> tuple[int, ...]:
    found = tuple(row[0] for row in db.execute(FIND, numbered(name)))
    if not found:
        raise NothingToCompare(name=name)
    return found


def _day(db: sqlite3.Connection, document: int) -> tuple[str, str]:
    day, sha256 = db.execute("SELECT date, sha256 FROM document WHERE id = ?", (document,)).fetchone()
    return day, sha256
