"""Which actors of documents are one shared actor: those of one group that have a key in common.

A pure function of what the documents hold: groups are made anew whenever an actor of theirs comes or goes.
The keys, and the grounds on which they hold, are `keys.py`'s.
"""

import json
import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from graph.knowledge.store.alike import liken
from graph.knowledge.vocabulary.minting import shared_iri

MEMBERS = """
SELECT kind, name, classification, join_keys, max(ground) AS ground, count(*) AS times
FROM actor WHERE join_group = ? GROUP BY kind, name, classification, join_keys
"""
KEEP = """
INSERT INTO shared (iri, kind, name, classification, folded, join_keys, sure) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (iri) DO UPDATE SET name = excluded.name, classification = excluded.classification,
folded = excluded.folded, join_keys = excluded.join_keys, sure = excluded.sure
"""
DROP = "DELETE FROM shared WHERE id = ? AND NOT EXISTS (SELECT 1 FROM actor WHERE actor.shared = shared.id)"


@dataclass(slots=True)
class Touched:
    """What a change touches: groups whose actors came or went, and shared actors that they denoted."""

    groups: set[str] = field(default_factory=set)
    shared: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Part:
    """Actors of one group that are one, by how often they bear each name and class."""

    kind: str
    keys: set[str]
    written: set[str]  # the same keys, as the rows hold them
    names: Counter[str]
    classes: Counter[str]
    sure: bool


def settle(db: sqlite3.Connection, touched: Touched) -> None:
    """Makes the shared actors of these groups anew, and drops those that no document names any more."""
    fresh: set[int] = set()
    for group in sorted(touched.groups):
        for part in _parts(db.execute(MEMBERS, (group,)).fetchall()):
            shared, changed = _kept(db, part)
            if changed:
                fresh.add(shared)
            for keys in sorted(part.written):
                moved = db.execute(
                    "SELECT DISTINCT shared FROM actor"
                    " WHERE join_group = ? AND join_keys = ? AND shared IS NOT ?",
                    (group, keys, shared),
                ).fetchall()
                if moved:
                    touched.shared |= {row[0] for row in moved if row[0] is not None}
                    db.execute(
                        "UPDATE actor SET shared = ? WHERE join_group = ? AND join_keys = ?",
                        (shared, group, keys),
                    )
    for shared in sorted(touched.shared):
        db.execute(DROP, (shared,))
    liken(db, fresh)


def _kept(db: sqlite3.Connection, part: _Part) -> tuple[int, bool]:
    """The number of a shared actor, written if need be; whether that changes whom it is like."""
    key = min(part.keys)
    folded = key.split("|")[1]
    iri = shared_iri(part.kind, folded, key)
    row = (iri, part.kind, _chosen(part.names), _chosen(part.classes) or None, folded,
           json.dumps(sorted(part.keys), ensure_ascii=False), int(part.sure))  # fmt: skip
    find = "SELECT id, iri, kind, name, classification, folded, join_keys, sure FROM shared WHERE iri = ?"
    known = db.execute(find, (iri,)).fetchone()
    if known and tuple(known)[1:] == row:
        return known[0], False
    db.execute(KEEP, row)
    number = db.execute(find, (iri,)).fetchone()[0]
    return number, not known or (known[6], known[7]) != (row[5], row[6])


def _chosen(texts: Counter[str]) -> str:
    """The commonest; of equally common ones the longest, of those the first by code point; "" of none."""
    return min(texts, key=lambda text: (-texts[text], -len(text), text), default="")


def _parts(rows: list[sqlite3.Row]) -> list[_Part]:
    """The members of a group, parted into those that share keys, directly or through others."""
    above: dict[str, str] = {}

    def top(key: str) -> str:
        while above.setdefault(key, key) != key:
            key = above[key]
        return key

    read = [(row, json.loads(row["join_keys"])) for row in rows]
    for _, keys in read:
        first, *rest = sorted({top(key) for key in keys})
        for other in rest:
            above[other] = first
    parts: dict[str, list[tuple[sqlite3.Row, list[str]]]] = defaultdict(list)
    for row, keys in read:
        parts[top(keys[0])].append((row, keys))
    return [_part(members) for _, members in sorted(parts.items())]


def _part(members: list[tuple[sqlite3.Row, list[str]]]) -> _Part:
    names: Counter[str] = Counter()
    classes: Counter[str] = Counter()
    for row, _ in members:
        names[row["name"]] += row["times"]
        if row["classification"]:
            classes[row["classification"]] += row["times"]
    return _Part(
        kind=members[0][0]["kind"],
        keys={key for _, keys in members for key in keys},
        written={row["join_keys"] for row, _ in members},
        names=names,
        classes=classes,
        sure=any(row["ground"] for row, _ in members),
    )
