"""Same minutes: documents that hold the words of one meeting, of which one speaks and the others are silent.

Pairs are found when a document comes; who speaks follows from them and from people's decisions, and is made
anew whenever either changes. A silent document stays whole: what is asked of the library leaves it out.
"""

import sqlite3
from collections import defaultdict
from typing import Any

from graph.knowledge.store.bindings import numbered
from graph.knowledge.store.decisions import decisions
from graph.knowledge.store.shingles import bands, share, shingles
from graph.knowledge.vocabulary.minting import document_iri
from graph.lexicon.drafts import is_draft
from graph.model.decisions import DecisionKind

DOCUMENT = "document"
"""The kind of what a decision on minutes is about."""
ENOUGH = 0.5
"""Share of the shingles of two texts that must be common, where both are of the same day."""
UNDATED, ONE_DATED = 0.8, 0.7
"""The same where neither, or only one, has a date."""
BANDS = 2
"""Bands in which two must meet before their words are compared."""
IN_COMMON = 0.7
"""Share of the persons, and of the organisations, of the one that has fewer that the other must have too."""
PERSON = "person"
PLACED = ("region", "county board", "municipality")
"""Classes of bodies of which two meetings that have none in common are two."""

NEAR = """
SELECT b.document FROM minutes_band a JOIN minutes_band b ON b.key = a.key AND b.document <> a.document
WHERE a.document = ? GROUP BY b.document HAVING count(*) >= ? ORDER BY b.document
"""
DATED = "SELECT date, sha256 FROM document WHERE id = ?"
TEXT = "SELECT text FROM document WHERE id = ?"
NAMED = """
SELECT DISTINCT n.folded, CASE a.kind WHEN 'person' THEN a.kind ELSE coalesce(a.classification, '') END FROM actor a JOIN name n ON n.actor = a.id
WHERE a.document = ? AND a.kind IN ('person', 'organisation') AND n.id = (SELECT min(id) FROM name WHERE actor = a.id)
"""
PAIRS = """
SELECT p.first, p.second, p.share, p.first_words, p.second_words FROM same_minutes p
JOIN document f ON f.id = p.first JOIN document s ON s.id = p.second ORDER BY f.sha256, s.sha256
"""
STANDING = "SELECT id, sha256, file, title, format FROM document WHERE id IN (SELECT value FROM json_each(?))"
FOUND = """
SELECT id FROM document WHERE sha256 = ?1
UNION SELECT document FROM path WHERE path = ?2 AND NOT EXISTS (SELECT 1 FROM document WHERE sha256 = ?1)
"""
POINTED = """
SELECT d.sha256, d.file, (SELECT path FROM path WHERE document = d.id ORDER BY path LIMIT 1) AS path
FROM document d WHERE d.id = ?
"""


def recognise(db: sqlite3.Connection, document: int, text: str) -> None:
    """Keeps under which bands a document that has come can be met, and those that hold the same minutes."""
    held = shingles(text)
    keys = [(key, document) for key in bands(held)]
    db.executemany("INSERT INTO minutes_band (key, document) VALUES (?, ?)", keys)
    names: dict[int, dict[str, str]] = {}
    for (other,) in db.execute(NEAR, (document, BANDS)).fetchall():
        wanted = _wanted(db, document, other)
        if wanted is None or not _alike(names, db, document, other):
            continue
        (beside,) = db.execute(TEXT, (other,)).fetchone()
        theirs = shingles(beside)
        common = share(held, theirs)
        if common >= wanted:
            pair = sorted(((document, len(held)), (other, len(theirs))))
            row = (pair[0][0], pair[1][0], common, pair[0][1], pair[1][1])
            db.execute("INSERT INTO same_minutes VALUES (?, ?, ?, ?, ?)", row)


def _wanted(db: sqlite3.Connection, one: int, other: int) -> float | None:
    """How much two must have in common; None for two meetings of different days."""
    days = [db.execute(DATED, (document,)).fetchone()[0] for document in (one, other)]
    if None not in days:
        return ENOUGH if days[0] == days[1] else None
    return UNDATED if days == [None, None] else ONE_DATED


def _alike(names: dict[int, dict[str, str]], db: sqlite3.Connection, one: int, other: int) -> bool:
    """Whether the same are named: a form that was filled in for two meetings names others in each."""
    for document in (one, other):
        if document not in names:
            names[document] = dict(db.execute(NAMED, (document,)).fetchall())
    first, second = names[one], names[other]
    for told in (_by_class, _by_head):
        bodies = [told(held) for held in (first, second)]
        if any(
            bodies[0][one] and not bodies[0][one] & bodies[1][one]
            for one in bodies[0].keys() & bodies[1].keys()
        ):
            return False
    return all(
        _common(
            *({name for name, kind in held.items() if (kind == PERSON) is person} for held in (first, second))
        )
        for person in (True, False)
    )


def _by_class(names: dict[str, str]) -> dict[str, set[str]]:
    """The bodies that belong to one place, by what they are."""
    return {body: held for body in PLACED if (held := {name for name, kind in names.items() if kind == body})}


def _by_head(names: dict[str, str]) -> dict[str, set[str]]:
    """The same by their first word: "Region Gotland" is a municipality and is called a region."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, kind in names.items():
        if kind in PLACED:
            found[name.split()[0]].add(name)
    return found


def _common(one: set[str], other: set[str]) -> bool:
    fewer = min(len(one), len(other))
    return not fewer or len(one & other) >= IN_COMMON * fewer


def settle_minutes(db: sqlite3.Connection) -> None:
    """Makes it hold who speaks: of those that are one meeting no draft, then the longest text.

    Silent is who is one meeting with a document that speaks; nobody for a third one's sake.
    """
    links, words = _links(db)
    wanted: dict[int, int] = {}
    speaking: list[int] = []
    for document in sorted(links, key=_rank(db, links, words)):
        voice = next((one for one in speaking if one in links[document]), None)
        if voice is None:
            speaking.append(document)
        else:
            wanted[document] = voice
    known = dict(db.execute("SELECT document, speaking FROM main.silent").fetchall())
    if known != wanted:
        db.execute("DELETE FROM main.silent")
        db.executemany("INSERT INTO main.silent (document, speaking) VALUES (?, ?)", sorted(wanted.items()))


def _links(db: sqlite3.Connection) -> tuple[dict[int, set[int]], dict[int, int]]:
    """Whom each document is one meeting with, as words or a person say, and how many shingles it has."""
    links: dict[int, set[int]] = defaultdict(set)
    words: dict[int, int] = {}
    apart = _judged(db, DecisionKind.APART)
    same = _judged(db, DecisionKind.SAME)
    pairs = set(same)
    for row in db.execute(PAIRS):
        pairs.add(frozenset((row["first"], row["second"])))
        words |= {row["first"]: row["first_words"], row["second"]: row["second_words"]}
    for pair in pairs - apart:
        if len(pair) == 2:
            one, other = sorted(pair)
            links[one].add(other)
            links[other].add(one)
    return links, words


def _rank(db: sqlite3.Connection, links: dict[int, set[int]], words: dict[int, int]) -> Any:
    held = "[" + ",".join(map(str, sorted(links))) + "]"
    rows = {row["id"]: row for row in db.execute(STANDING, (held,))}

    def rank(document: int) -> tuple[bool, int, bool, str]:
        row = rows[document]
        draft = is_draft(row["file"]) or is_draft(row["title"])
        return draft, -words.get(document, 0), row["format"] == "pdf", row["sha256"]

    return rank


def _judged(db: sqlite3.Connection, *kinds: DecisionKind) -> set[frozenset[int]]:
    """The pairs of documents on which a person has decided so."""
    return {
        frozenset((one, other))
        for decision in decisions(db, kinds)
        if on_minutes(decision.body)
        for one in documents_meant(db, decision.body["one"])
        for other in documents_meant(db, decision.body["other"])
    }


def on_minutes(body: dict[str, Any]) -> bool:
    """Whether a decision is on two documents, and not on actors."""
    return bool(body.get("one", {}).get("kind") == DOCUMENT)


def documents_meant(db: sqlite3.Connection, held: dict[str, Any]) -> list[int]:
    """The document that a reference means now: the same file, else what stands at its path."""
    words = held.get("words") or {}
    found = db.execute(FOUND, numbered(words.get("sha256", ""), words.get("path")))
    return [row[0] for row in found]


def document_reference(db: sqlite3.Connection, document: int) -> dict[str, Any]:
    """What points at a document in the body of a decision."""
    row = db.execute(POINTED, (document,)).fetchone()
    words = {"sha256": row["sha256"]} | ({"path": row["path"]} if row["path"] else {})
    return {"iri": document_iri(row["sha256"]), "kind": DOCUMENT, "name": row["file"], "words": words}


def open_pairs(db: sqlite3.Connection) -> list[tuple[int, int]]:
    """The pairs that words make one meeting and that nobody has decided on; the one that speaks first."""
    decided = _judged(db, DecisionKind.APART, DecisionKind.UNSURE, DecisionKind.SAME)
    silent = {row[0] for row in db.execute("SELECT document FROM main.silent")}
    rows = [(row["first"], row["second"]) for row in db.execute(PAIRS)]
    return [
        (one, other) if one not in silent else (other, one)
        for one, other in rows
        if frozenset((one, other)) not in decided
    ]
