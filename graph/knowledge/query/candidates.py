"""Who may be one: conjectures for a person to decide, those first that would change most."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from graph.errors import NoSuchCandidate
from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.names import bearers
from graph.knowledge.query.silence import answer
from graph.knowledge.store.bindings import numbered
from graph.knowledge.store.contents import SHIFT
from graph.knowledge.store.decisions import decisions
from graph.knowledge.store.judgements import only
from graph.knowledge.store.meant import meant
from graph.knowledge.store.twins import DOCUMENT, on_minutes, open_pairs
from graph.knowledge.vocabulary.minting import digest
from graph.model.answers import Answer, Row
from graph.model.decisions import DecisionKind
from graph.model.terms import Kind, Reason

ALIKE = """
SELECT f.id AS first, s.id AS second, l.reason FROM alike l
JOIN shared f ON f.id = l.first JOIN shared s ON s.id = l.second ORDER BY f.iri, s.iri, l.reason
"""
UNNAMED = """
SELECT c.of, c.actor, c.reason FROM candidate c JOIN actor a ON a.id = c.of
WHERE a.shared IS NULL AND c.actor IS NOT NULL AND c.document NOT IN (SELECT document FROM silent) ORDER BY c.id
"""
STANDS = """
SELECT natural, shared, min(id) AS id FROM actor
WHERE natural IN (SELECT first FROM alike UNION SELECT second FROM alike) AND shared IS NOT NULL
AND document NOT IN (SELECT document FROM silent) GROUP BY natural, shared ORDER BY natural, shared DESC
"""
EDGES = """
SELECT coalesce(a.shared, -a.id) AS one, count(*) AS edges FROM (
  SELECT subject AS actor, predicate, subject, object FROM relation
  UNION SELECT object, predicate, subject, object FROM relation
  UNION SELECT person, '', person, organisation FROM membership
  UNION SELECT organisation, '', person, organisation FROM membership
) e JOIN actor a ON a.id = e.actor WHERE a.document NOT IN (SELECT document FROM silent) GROUP BY 1
"""
IRI = """
SELECT coalesce(s.iri, a.iri) AS iri, coalesce(a.shared, -a.id) AS one FROM actor a
LEFT JOIN shared s ON s.id = a.shared WHERE a.id = ?
"""
ACTOR = """
SELECT a.id, coalesce(s.kind, a.kind) AS kind, coalesce(s.name, a.name) AS name, a.name AS written, coalesce(s.iri, a.iri) AS iri,
  (SELECT min(quote) FROM mention WHERE actor = a.id) AS quote
FROM actor a LEFT JOIN shared s ON s.id = a.shared WHERE a.id = ?
"""
ON_LINE = """
SELECT m.actor FROM mention m JOIN quote q ON q.id = m.quote JOIN document d ON d.id = m.document
WHERE m.document = ?1 AND q.line <= ?2 AND ?2 <= q.line + length(q.raw) - length(replace(q.raw, char(10), ''))
"""
MINUTES = "SELECT sha256, file, title, date, statements FROM document WHERE id = ?"
LABEL = """
SELECT o.name FROM membership m JOIN actor o ON o.id = m.organisation WHERE m.person = ? ORDER BY m.id LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Conjecture:
    """Two actors of documents that may be one, or two documents (`minutes`) that may hold one meeting.

    `id` names the pair, `edges` what joining them would join; of minutes how many statements would be told twice.
    """

    id: str
    one: int
    other: int
    reason: str
    edges: int
    minutes: bool = False


def candidates(
    db: sqlite3.Connection, name: str | None = None, limit: int | None = None, offset: int = 0
) -> Answer:
    """One row a pair that nobody has decided on; `name` keeps those of somebody."""
    evidence = Evidences(db)
    asked = {bearer.id for bearer in bearers(db, name)} if name is not None else None

    def rows() -> Iterator[Row]:
        for pair in conjectures(db):
            if pair.minutes:
                row = _minutes_row(db, pair)
                if name is None or name in (row["name"], row["other"]):
                    yield row
            elif asked is None or {pair.one, pair.other} & asked:
                yield _row(db, pair, evidence)

    return answer(db, "candidates", {"name": name}, rows(), evidence, lambda: [], limit, offset)


def conjectures(db: sqlite3.Connection) -> list[Conjecture]:
    """All open pairs, those first whose joining would join most edges."""
    found = _Found(db)
    stands = {row["natural"]: row for row in db.execute(STANDS)}
    for row in db.execute(ALIKE):
        one, other = (stands.get(row[end]) for end in ("first", "second"))
        if one and other and one["shared"] != other["shared"]:
            found.keep(one["id"], other["id"], row["reason"])
    for row in db.execute(UNNAMED):
        found.keep(row["actor"], row["of"], row["reason"])
    for one, other in open_pairs(db):
        held = [db.execute(MINUTES, (document,)).fetchone() for document in (one, other)]
        key = digest(*sorted(row["sha256"] for row in held))[:8]
        told = min(row["statements"] for row in held)
        found.pairs[key] = Conjecture(key, one, other, Reason.SAME_MINUTES.value, told, minutes=True)
    return sorted(found.pairs.values(), key=lambda pair: (-pair.edges, pair.id))


class _Found:
    """The open pairs as they are found; what every one of them asks is asked once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.pairs: dict[str, Conjecture] = {}
        self.decided = _decided(db)
        self.edges: dict[int, int] = dict(db.execute(EDGES).fetchall())

    def keep(self, one: int, other: int, reason: str) -> None:
        """Keeps a pair of actors, unless somebody has decided on it."""
        if frozenset((one, other)) in self.decided:
            return
        rows = [self.db.execute(IRI, (actor,)).fetchone() for actor in (one, other)]
        name = digest(*sorted(row["iri"] for row in rows))[:8]
        edges = min(self.edges.get(row["one"], 0) for row in rows)
        self.pairs.setdefault(name, Conjecture(name, one, other, reason, edges))


def _decided(db: sqlite3.Connection) -> set[frozenset[int]]:
    """Pairs of actors that somebody has told apart or left open, each of one end with each of the other."""
    pairs: set[frozenset[int]] = set()
    for decision in decisions(db, (DecisionKind.APART, DecisionKind.UNSURE)):
        if "other" in decision.body and not on_minutes(decision.body):
            ends = (meant(db, decision.body["one"]), meant(db, decision.body["other"]))
            pairs |= {frozenset((one, other)) for one in ends[0] for other in ends[1]}
    return pairs


def _row(db: sqlite3.Connection, pair: Conjecture, evidence: Evidences) -> Row:
    one, other = (db.execute(ACTOR, (actor,)).fetchone() for actor in (pair.one, pair.other))
    return {
        "id": pair.id,
        "name": one["name"],
        "other": other["written"] if other["kind"] == Kind.UNNAMED else other["name"],
        "type": one["kind"],
        "reason": pair.reason,
        "organisation": _organisation(db, pair.one),
        "other_organisation": _organisation(db, pair.other),
        "edges": pair.edges,
        "evidence": [evidence.of(row["quote"]) for row in (one, other) if row["quote"] is not None],
    }


def _minutes_row(db: sqlite3.Connection, pair: Conjecture) -> Row:
    one, other = (db.execute(MINUTES, (document,)).fetchone() for document in (pair.one, pair.other))
    return {
        "id": pair.id,
        "name": one["file"],
        "other": other["file"],
        "type": DOCUMENT,
        "reason": pair.reason,
        "organisation": None,
        "other_organisation": None,
        "edges": pair.edges,
        "evidence": [],
    }


def _organisation(db: sqlite3.Connection, actor: int) -> str | None:
    row = db.execute(LABEL, (actor,)).fetchone()
    return row[0] if row else None


def candidate(db: sqlite3.Connection, name: str) -> Conjecture:
    """The open pair of an id. Raises NoSuchCandidate."""
    found = [pair for pair in conjectures(db) if pair.id == name.lower()]
    if not found:
        raise NoSuchCandidate(name=name)
    return found[0]


def named_in(db: sqlite3.Connection, name: str, sha256: str, line: int | None) -> int:
    """The actor of one document that a name fits, named on a line of it. Raises NoSuchActor, SeveralActors."""
    (document,) = db.execute("SELECT id FROM document WHERE sha256 = ?", (sha256,)).fetchone()
    there = [bearer for bearer in bearers(db, name) if bearer.id >> SHIFT == document]
    if line is not None:
        on_line = {row[0] for row in db.execute(ON_LINE, numbered(document, line))}
        there = [bearer for bearer in there if bearer.id in on_line]
    return only([(bearer.id, bearer.id, bearer.name) for bearer in there], name)


def chosen(db: sqlite3.Connection, name: str) -> int:
    """The one actor that a name or an IRI's tail fits. Raises NoSuchActor, SeveralActors with their labels."""
    tail = db.execute(
        "SELECT a.id, a.shared, s.name FROM shared s JOIN actor a ON a.shared = s.id WHERE s.iri LIKE '%/' || ? LIMIT 1",
        (name.replace("%", "").replace("_", ""),),
    ).fetchone()
    if tail:
        return int(tail[0])
    wanted = " ".join(name.split()).casefold()
    found = bearers(db, name)
    exact = [bearer for bearer in found if bearer.name.casefold() == wanted]
    held = exact or found
    return only(
        [(bearer.id, bearer.shared, _label(db, bearer.id, bearer.name, bearer.shared)) for bearer in held],
        name,
    )


def _label(db: sqlite3.Connection, actor: int, name: str, shared: int | None) -> str:
    """How to name this one and no other: with its organisation and the tail of its IRI."""
    row = db.execute("SELECT iri FROM shared WHERE id = ?", (shared,)).fetchone()
    tail = row[0].rsplit("/", 1)[1] if row else ""
    organisation = _organisation(db, actor)
    return f"{name}{f' ({organisation})' if organisation else ''} = {tail}" if tail else name
