"""Which actors of documents are one shared actor: those of one group that have a key in common.

A pure function of what the documents hold: groups are made anew whenever an actor of theirs comes or goes.
The keys, and the grounds on which they hold, are `keys.py`'s.
"""

import json
import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from graph.knowledge.store.alike import liken
from graph.knowledge.store.bindings import numbered
from graph.knowledge.vocabulary.minting import shared_iri

MEMBERS = "SELECT * FROM bearing WHERE join_group = ?"
COUNTED = """
INSERT INTO bearing (join_group, join_keys, kind, name, classification, sure, times)
SELECT join_group, join_keys, kind, name, coalesce(classification, ''), ground IS NOT NULL, count(*)
FROM actor WHERE document = ? AND join_group IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6
ON CONFLICT DO UPDATE SET times = times + excluded.times
"""
UNCOUNTED = """
INSERT INTO bearing (join_group, join_keys, kind, name, classification, sure, times)
SELECT join_group, join_keys, kind, name, coalesce(classification, ''), ground IS NOT NULL, count(*)
FROM actor WHERE document = ? AND join_group IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6
ON CONFLICT DO UPDATE SET times = times - excluded.times
"""
POINT = """
UPDATE actor SET shared = ?1, natural = ?1
WHERE document = ?2 AND join_group = ?3 AND join_keys = ?4
"""
MOVE = "UPDATE actor SET shared = ?1, natural = ?1 WHERE join_group = ?2 AND join_keys = ?3"
KEEP = """
INSERT INTO shared (iri, kind, own, name, classification, folded, join_keys, sure)
VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (iri) DO UPDATE SET own = excluded.own, name = excluded.own, classification = excluded.classification,
folded = excluded.folded, join_keys = excluded.join_keys, sure = excluded.sure
"""
DROP = """
DELETE FROM shared WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM actor WHERE natural = ?1 OR shared = ?1)
RETURNING folded
"""


@dataclass(slots=True)
class Touched:
    """What a change touches: groups whose actors came or went, the shared actors that they denoted, and the
    documents that came, whose actors denote nothing yet.
    """

    groups: set[str] = field(default_factory=set)
    shared: set[int] = field(default_factory=set)
    documents: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Part:
    """Actors of one group that are one, by how often they bear each name and class."""

    kind: str
    keys: set[str]
    written: dict[str, set[int | None]]  # the same keys as the rows hold them, with what their bearers denote
    names: Counter[str]
    classes: Counter[str]
    sure: bool


def entered(db: sqlite3.Connection, document: int, touched: Touched) -> None:
    """Counts the actors of a document that has come, and notes their groups."""
    db.execute(COUNTED, (document,))
    touched.groups |= _groups(db, document)
    touched.documents.append(document)


def leaves(db: sqlite3.Connection, document: int, touched: Touched) -> None:
    """Counts no more the actors of a document that is about to go; notes what they leave behind."""
    touched.groups |= _groups(db, document)
    denoted = "SELECT DISTINCT natural FROM actor WHERE document = ? AND natural IS NOT NULL"
    touched.shared |= {row[0] for row in db.execute(denoted, (document,))}
    db.execute(UNCOUNTED, (document,))


def _groups(db: sqlite3.Connection, document: int) -> set[str]:
    groups = "SELECT DISTINCT join_group FROM actor WHERE document = ? AND join_group IS NOT NULL"
    return {row[0] for row in db.execute(groups, (document,))}


def settle(db: sqlite3.Connection, touched: Touched) -> None:
    """Makes the shared actors of these groups anew, and drops those that no document names any more.

    Costs what the change brings, however many documents name the same: those that went on denoting what
    they did are not visited.
    """
    fresh: set[int] = set()
    groups = sorted(touched.groups)
    db.executemany("DELETE FROM bearing WHERE join_group = ? AND times = 0", [(group,) for group in groups])
    for group in groups:
        for part in _parts(db.execute(MEMBERS, (group,)).fetchall()):
            shared, changed = _kept(db, part)
            if changed:
                fresh.add(shared)
            for keys, before in sorted(part.written.items()):
                touched.shared |= {one for one in before if one not in (None, shared)}
                if before <= {shared, None}:
                    points = [(shared, document, group, keys) for document in touched.documents]
                    db.executemany(POINT, [numbered(*point) for point in points])
                else:
                    db.execute(MOVE, numbered(shared, group, keys))
                if before != {shared}:
                    denote = "UPDATE bearing SET shared = ? WHERE join_group = ? AND join_keys = ?"
                    db.execute(denote, (shared, group, keys))
    gone: set[str] = set()
    for shared in sorted(touched.shared):
        gone |= {row[0] for row in db.execute(DROP, numbered(shared))}
    liken(db, fresh, gone)


def _kept(db: sqlite3.Connection, part: _Part) -> tuple[int, bool]:
    """The number of a shared actor, written if need be; whether that changes whom it is like."""
    key = min(part.keys)
    folded = key.split("|")[1]
    iri = shared_iri(part.kind, folded, key)
    row = (iri, part.kind, _chosen(part.names), _chosen(part.classes) or None, folded,
           json.dumps(sorted(part.keys), ensure_ascii=False), int(part.sure))  # fmt: skip
    find = "SELECT id, iri, kind, own, classification, folded, join_keys, sure FROM shared WHERE iri = ?"
    known = db.execute(find, (iri,)).fetchone()
    if known and tuple(known)[1:] == row:
        return known[0], False
    db.execute(KEEP, numbered(*row))
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
    written: dict[str, set[int | None]] = defaultdict(set)
    for row, _ in members:
        written[row["join_keys"]].add(row["shared"])
    return _Part(
        kind=members[0][0]["kind"],
        keys={key for _, keys in members for key in keys},
        written=dict(written),
        names=names,
        classes=classes,
        sure=any(row["sure"] for row, _ in members),
    )
