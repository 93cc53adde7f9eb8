"""The network that the picture draws: shared actors and the ties between them, each with its quotes."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.names import bearers
from graph.knowledge.query.partners import CANDIDATES, UNNAMED, ties
from graph.knowledge.query.period import documents
from graph.knowledge.query.weaker import weaker_ties
from graph.model.network import Edge, Network, Node
from graph.model.terms import SYMMETRIC

MEMBERS = """
SELECT m.id, m.role, m.quote, m.certainty, m.document, m.person, m.organisation FROM membership m ORDER BY m.id
"""
ACTOR = """
SELECT a.id, a.kind, a.name, a.iri, a.shared, a.document, s.iri AS shared_iri, s.name AS shared_name
FROM actor a LEFT JOIN shared s ON s.id = a.shared
"""
NEVER = ("link",)


@dataclass
class _Making:
    """A network while it grows."""

    db: sqlite3.Connection
    evidence: Evidences
    actors: dict[int, sqlite3.Row]
    edges: list[Edge] = field(default_factory=list)

    def iri(self, actor: int) -> str:
        row = self.actors[actor]
        return str(row["shared_iri"] or row["iri"])


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
) -> Network:
    """Nodes and edges, sorted by IRI. Persons and their roles are in it; negated ties never; computed ones if asked."""
    wanted = set(documents(db, since, until))
    making = _Making(db, Evidences(db), {row["id"]: row for row in db.execute(ACTOR)})
    _stated(making, since, until)
    if persons:
        _roles(making, wanted)
    if computed:
        _computed(making, wanted)
    edges = [
        edge
        for edge in making.edges
        if (not relations or edge.predicate in relations) and (not status or edge.status in status)
    ]
    groups: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in making.actors.values():
        shown = (not types or row["kind"] in types) and row["kind"] not in NEVER
        if row["document"] in wanted and shown and (persons or row["kind"] != "person"):
            groups[making.iri(row["id"])].append(row)
    edges = [edge for edge in edges if edge.source in groups and edge.target in groups]
    kept = _near(db, making, edges, around, steps) if around else _tied(edges, groups)
    edges = sorted(
        (edge for edge in edges if edge.source in kept and edge.target in kept),
        key=lambda edge: (edge.source, edge.target, edge.predicate, edge.status, edge.computed),
    )
    nodes = tuple(_node(making, iri, groups[iri]) for iri in sorted(kept & groups.keys()))
    used = {key for node in nodes for key in node.evidence} | {key for edge in edges for key in edge.evidence}
    sources = tuple(
        (row["sha256"], row["title"], row["date"], row["file"])
        for row in db.execute("SELECT * FROM document ORDER BY date IS NULL, date, sha256")
        if row["id"] in wanted
    )
    return Network(nodes, tuple(edges), making.evidence.only(used), sources, title)


def _stated(making: _Making, since: str | None, until: str | None) -> None:
    for tie in ties(making.db, None, None, since, until):
        source, target = making.iri(tie.subject), making.iri(tie.object)
        if source != target:
            making.edges.append(
                Edge(
                    source, target, tie.predicate, tie.status, tie.certainty,
                    symmetric=tie.predicate in SYMMETRIC,
                    meetings=len({row["document"] for row in tie.rows}),
                    evidence=tuple(dict.fromkeys(making.evidence.of(row["quote"]) for row in tie.rows)),
                )
            )  # fmt: skip


def _roles(making: _Making, wanted: set[int]) -> None:
    found: dict[tuple[str, str], list[sqlite3.Row]] = defaultdict(list)
    for row in making.db.execute(MEMBERS):
        if row["document"] in wanted:
            found[making.iri(row["person"]), making.iri(row["organisation"])].append(row)
    for (person, organisation), rows in found.items():
        keys = tuple(dict.fromkeys(making.evidence.of(row["quote"]) for row in rows))
        role = next((row["role"] for row in rows if row["role"]), None)
        meetings = len({row["document"] for row in rows})
        making.edges.append(
            Edge(
                person,
                organisation,
                "represents",
                "asserted",
                rows[0]["certainty"],
                meetings=meetings,
                evidence=keys,
                role=role,
            )
        )


def _computed(making: _Making, wanted: set[int]) -> None:
    iris = {row["shared"]: str(row["shared_iri"]) for row in making.actors.values() if row["shared"]}
    for weak in weaker_ties(making.db, None, wanted):
        one, two = (iris.get(end) for end in weak.ends)
        if one and two:
            keys = tuple(making.evidence.of(quote) for quote in weak.quotes)
            making.edges.append(
                Edge(
                    one,
                    two,
                    weak.relation,
                    "asserted",
                    "inferred",
                    symmetric=weak.relation != "spoke_about",
                    computed=True,
                    evidence=keys,
                )
            )


def _tied(edges: list[Edge], groups: dict[str, list[sqlite3.Row]]) -> set[str]:
    """Everybody with a tie; places and things without one would only fill the picture."""
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    alone = {
        iri
        for iri, rows in groups.items()
        if rows[0]["kind"] in ("organisation", "project", "scheme", "event")
    }
    return ends | alone


def _near(db: sqlite3.Connection, making: _Making, edges: list[Edge], around: str, steps: int) -> set[str]:
    kept = {making.iri(bearer.id) for bearer in bearers(db, around)}
    for _ in range(steps):
        kept |= {
            end
            for edge in edges
            if edge.source in kept or edge.target in kept
            for end in (edge.source, edge.target)
        }
    return kept


def _node(making: _Making, iri: str, rows: list[sqlite3.Row]) -> Node:
    first = rows[0]
    forms: list[str] = []
    keys: list[str] = []
    for row in rows:
        forms += [
            form
            for (form,) in making.db.execute(
                "SELECT name FROM name WHERE actor = ? ORDER BY id", (row["id"],)
            )
        ]
        named = making.db.execute(
            'SELECT quote, start, "end" FROM mention WHERE actor = ? ORDER BY quote, start', (row["id"],)
        )
        keys += [
            making.evidence.of(mention["quote"], [(mention["start"], mention["end"])]) for mention in named
        ]
    name = str(first["shared_name"] or first["name"])
    candidates: tuple[tuple[str, str], ...] = ()
    if first["kind"] == UNNAMED:
        candidates = tuple((c["name"], c["reason"]) for c in making.db.execute(CANDIDATES, (first["id"],)))
    return Node(
        iri,
        first["kind"],
        name,
        tuple(form for form in dict.fromkeys(forms) if form != name),
        tuple(dict.fromkeys(keys)),
        len({row["document"] for row in rows}),
        candidates,
    )
