"""The network that the picture draws: shared actors and the ties between them, each with its quotes."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.nameless import without_names
from graph.knowledge.query.names import bearers
from graph.knowledge.query.parties import CANDIDATES
from graph.knowledge.query.period import places
from graph.knowledge.query.ties import ties
from graph.knowledge.query.weaker import weaker_ties
from graph.knowledge.store.bindings import numbered
from graph.model.network import Edge, Network, Node
from graph.model.terms import SYMMETRIC, Certainty, Kind, Status

REPRESENTS = "represents"
DIRECTED_WEAKER = "spoke_about"
ALONE = (Kind.ORGANISATION, Kind.PROJECT, Kind.SCHEME, Kind.EVENT)
"""Kinds that stand in the picture without a tie too; the others would only fill it."""
MOST = 50
"""Quotes of a node or an edge; `meetings` says how many meetings there are."""

ACTORS = """
SELECT a.id, a.document, coalesce(s.kind, a.kind) AS kind, coalesce(s.name, a.name) AS name, coalesce(s.iri, a.iri) AS iri
FROM actor a LEFT JOIN shared s ON s.id = a.shared
WHERE a.kind <> 'link' AND (?1 IS NULL OR a.id IN (SELECT value FROM json_each(?1)))
"""
MEMBERS = """
SELECT id, document, person, organisation, role, quote, certainty FROM membership
WHERE ?1 IS NULL OR person IN (SELECT value FROM json_each(?1))
"""
NEIGHBOURS = """
WITH asked(id) AS (SELECT value FROM json_each(?)), near(id) AS (
  SELECT id FROM asked
  UNION SELECT r.object FROM asked j JOIN relation r ON r.subject = j.id
  UNION SELECT r.subject FROM asked j JOIN relation r ON r.object = j.id
  UNION SELECT m.organisation FROM asked j JOIN membership m ON m.person = j.id
  UNION SELECT m.person FROM asked j JOIN membership m ON m.organisation = j.id
), one(shared) AS (SELECT DISTINCT a.shared FROM near n JOIN actor a ON a.id = n.id)
SELECT id FROM near
UNION SELECT b.id FROM one o JOIN actor b ON b.shared = o.shared
"""
FORMS = "SELECT n.actor, n.name FROM json_each(?) j JOIN name n ON n.actor = j.value"
MENTIONS = """
SELECT m.actor, m.quote, m.start, m."end" FROM json_each(?) j JOIN mention m ON m.actor = j.value
ORDER BY m.quote, m.start
"""
SOURCES = "SELECT id, sha256, title, date, file FROM document"


@dataclass
class _Making:
    """A network while it grows: actors that may be drawn, by id; edges with their quotes, no keys yet."""

    db: sqlite3.Connection
    order: dict[int, int]
    actors: dict[int, sqlite3.Row]
    edges: dict[Edge, list[int]] = field(default_factory=dict)

    def add(self, edge: Edge, quotes: Iterable[int]) -> None:
        if edge.source != edge.target:
            self.edges[edge] = list(dict.fromkeys(quotes))

    def ends(self, one: int, other: int) -> tuple[str, str] | None:
        """The nodes of two actors, if both may be drawn."""
        if one in self.actors and other in self.actors:
            return str(self.actors[one]["iri"]), str(self.actors[other]["iri"])
        return None


def network(
    db: sqlite3.Connection,
    around: str | None = None,
    steps: int = 1,
    types: Collection[str] = (),
    relations: Collection[str] = (),
    status: Collection[str] = (),
    since: str | None = None,
    until: str | None = None,
    persons: bool = True,
    computed: bool = False,
    title: str = "",
    documents: Collection[int] | None = None,
) -> Network:
    """Nodes and edges by IRI, with persons and their roles; computed ties if asked, negated ones never.

    `around` a name keeps what lies within so many steps of those whom it fits, and every edge between them.
    `documents` are all that is looked at, where they are given.
    """
    order = places(db, since, until)
    if documents is not None:
        order = {document: place for document, place in order.items() if document in documents}
    only = _around(db, around, steps) if around and not computed else None
    held = None if only is None else json.dumps(sorted(only))
    shown = {
        row["id"]: row
        for row in db.execute(ACTORS, numbered(held))
        if row["document"] in order
        and (not types or row["kind"] in types)
        and (persons or row["kind"] != Kind.PERSON)
    }
    making = _Making(db, order, shown)
    _stated(making, relations, only)
    if persons and (not relations or REPRESENTS in relations):
        _roles(making, held)
    if computed:
        _weaker(making, relations)
    edges = [edge for edge in making.edges if not status or edge.status in status]
    groups: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in sorted(shown.values(), key=lambda row: (order[row["document"]], row["id"])):
        groups[row["iri"]].append(row)
    if around:
        kept = _near(making, edges, around, steps)
    else:
        kept = _tied(edges, {} if relations or status else groups)
    edges = sorted(
        (edge for edge in edges if edge.source in kept and edge.target in kept),
        key=lambda edge: (edge.source, edge.target, edge.predicate, edge.status),
    )
    drawn = _written(making, {iri: groups[iri] for iri in sorted(kept)}, edges, title)
    return drawn if persons else without_names(db, drawn)


def _around(db: sqlite3.Connection, around: str, steps: int) -> set[int]:
    """Every actor within so many ties of any status from those whom a name fits."""
    found = {bearer.id for bearer in bearers(db, around)}
    for _ in range(steps):
        found |= {row[0] for row in db.execute(NEIGHBOURS, (json.dumps(sorted(found)),))}
    return found


def _stated(making: _Making, relations: Collection[str], only: Collection[int] | None) -> None:
    for tie in ties(making.db, making.order, only, relations):
        ends = making.ends(tie.subject, tie.object)
        if ends:
            symmetric = tie.predicate in SYMMETRIC
            edge = Edge(*ends, tie.predicate, tie.status, tie.certainty, symmetric, meetings=tie.meetings)
            making.add(edge, tie.quotes)


def _roles(making: _Making, held: str | None) -> None:
    found: dict[tuple[str, str], list[sqlite3.Row]] = defaultdict(list)
    for row in sorted(
        (row for row in making.db.execute(MEMBERS, numbered(held)) if row["document"] in making.order),
        key=lambda row: (making.order[row["document"]], row["id"]),
    ):
        ends = making.ends(row["person"], row["organisation"])
        if ends:
            found[ends].append(row)
    for ends, rows in found.items():
        certainty = min((row["certainty"] for row in rows), key=("explicit", "inferred", "probable").index)
        role = next((row["role"] for row in rows if row["role"]), None)
        meetings = len({row["document"] for row in rows})
        edge = Edge(*ends, REPRESENTS, Status.ASSERTED, certainty, meetings=meetings, role=role)
        making.add(edge, [row["quote"] for row in rows])


def _weaker(making: _Making, relations: Collection[str]) -> None:
    for tie in weaker_ties(making.db, None, making.order):
        ends = making.ends(tie.subject, tie.object)
        if ends and (not relations or tie.relation in relations):
            edge = Edge(
                *ends, tie.relation, Status.ASSERTED, Certainty.INFERRED,
                symmetric=tie.relation != DIRECTED_WEAKER, computed=True, meetings=tie.meetings,
            )  # fmt: skip
            making.add(edge, tie.quotes)


def _tied(edges: list[Edge], groups: dict[str, list[sqlite3.Row]]) -> set[str]:
    """Everybody with a tie, and those who stand for something by themselves."""
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    return ends | {iri for iri, rows in groups.items() if rows[0]["kind"] in ALONE}


def _near(making: _Making, edges: list[Edge], around: str, steps: int) -> set[str]:
    found = {
        str(making.actors[bearer.id]["iri"])
        for bearer in bearers(making.db, around)
        if bearer.id in making.actors
    }
    for _ in range(steps):
        found |= {
            end
            for edge in edges
            if edge.source in found or edge.target in found
            for end in (edge.source, edge.target)
        }
    return found


def _written(making: _Making, groups: dict[str, list[sqlite3.Row]], edges: list[Edge], title: str) -> Network:
    """The network with its evidence: keys e1, e2 … first of the edges, then of the nodes."""
    db, evidence = making.db, Evidences(making.db)
    held = json.dumps([row["id"] for rows in groups.values() for row in rows])
    forms: dict[int, list[str]] = defaultdict(list)
    for actor, name in db.execute(FORMS, (held,)):
        forms[actor].append(name)
    named: dict[int, list[sqlite3.Row]] = defaultdict(list)
    for row in db.execute(MENTIONS, (held,)):
        named[row["actor"]].append(row)
    candidates: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for of, name, reason in db.execute(CANDIDATES, (held,)):
        candidates[of].append((name, reason))
    drawn = tuple(_with_evidence(edge, evidence, making.edges[edge]) for edge in edges)
    nodes = []
    for iri, rows in groups.items():
        first, keys = rows[0], []
        for mention in [mention for row in rows for mention in named[row["id"]]]:
            keys.append(evidence.of(mention["quote"], [(mention["start"], mention["end"])]))
        aliases = sorted({form for row in rows for form in forms[row["id"]]} - {first["name"]})
        nodes.append(
            Node(
                iri, first["kind"], first["name"], tuple(aliases), tuple(dict.fromkeys(keys))[:MOST],
                len({row["document"] for row in rows}), tuple(candidates[first["id"]]),
            )
        )  # fmt: skip
    used = {key for node in nodes for key in node.evidence}
    used |= {key for edge in drawn for key in edge.evidence}
    sources = sorted(
        (row for row in db.execute(SOURCES) if row["id"] in making.order),
        key=lambda row: making.order[row["id"]],
    )
    documents = tuple((row["sha256"], row["title"], row["date"], row["file"]) for row in sources)
    return Network(tuple(nodes), drawn, evidence.only(used), documents, title)


def _with_evidence(edge: Edge, evidence: Evidences, quotes: list[int]) -> Edge:
    return Edge(
        edge.source, edge.target, edge.predicate, edge.status, edge.certainty, edge.symmetric, edge.computed,
        edge.meetings, tuple(evidence.of(quote) for quote in quotes[:MOST]), edge.role,
    )  # fmt: skip
