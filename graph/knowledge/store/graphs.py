"""The kinds of graph as sorted N-Quads: the documents' own, identity, decisions, outcomes, what holds now."""

import re
import sqlite3
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph

from graph.knowledge.quads.claims import label
from graph.knowledge.quads.lines import Graph, text_literal
from graph.knowledge.store.distinctive import folded
from graph.knowledge.store.keys import listed
from graph.knowledge.store.library import Store
from graph.knowledge.store.outcomes import outcomes
from graph.knowledge.vocabulary.minting import (
    BASE,
    IDENTITY_GRAPH,
    OUTCOMES_GRAPH,
    digest,
    document_iri,
    pair_iri,
    shared_iri,
)
from graph.knowledge.vocabulary.terms import (
    CERTAINTY,
    DENOTES,
    KIND_CLASSES,
    LABEL,
    NAME,
    OTHER_LABEL,
    PERSON_MEMBER,
    REASON,
    SAM,
    TYPE,
    concept,
    own,
)
from graph.model.terms import SYMMETRIC, Certainty, Kind, Predicate

if TYPE_CHECKING:
    import rdflib

STANDING = """
SELECT iri, kind, name FROM shared WHERE EXISTS (
  SELECT 1 FROM actor WHERE actor.shared = shared.id AND actor.document NOT IN (SELECT document FROM silent)
)
"""
MERGED = """
SELECT DISTINCT o.iri, s.iri FROM actor a JOIN shared o ON o.id = a.natural JOIN shared s ON s.id = a.shared
WHERE a.shared IS NOT a.natural AND NOT EXISTS (SELECT 1 FROM actor b WHERE b.shared = o.id)
"""
NAMES = """
SELECT DISTINCT s.iri, s.kind, n.name FROM shared s
JOIN actor a ON a.shared = s.id JOIN name n ON n.actor = a.id
WHERE n.name <> s.name AND a.document NOT IN (SELECT document FROM silent)
"""
PLAIN = """
SELECT s.iri, p.predicate, o.iri FROM plain p
JOIN shared s ON s.id = p.subject JOIN shared o ON o.id = p.object
"""
MEMBERS = """
SELECT p.iri, o.iri FROM plain_membership m
JOIN shared p ON p.id = m.person JOIN shared o ON o.id = m.organisation
"""
DENOTED = """
SELECT a.iri, s.iri, a.ground, a.ground_certainty FROM actor a JOIN shared s ON s.id = a.shared
"""
CANDIDATES = """
SELECT a.iri, c.name, c.reason, s.iri, s.kind FROM candidate c JOIN actor a ON a.id = c.of
LEFT JOIN actor b ON b.id = c.actor LEFT JOIN shared s ON s.id = b.shared
"""
ALIKE = """
SELECT a.iri, b.iri, l.reason FROM alike l JOIN shared a ON a.id = l.first JOIN shared b ON b.id = l.second
"""
QUOTE = """
SELECT d.sha256, q.start, q."end", h.id IS NOT NULL AND h.start = q.start AND h."end" = q."end"
FROM quote q JOIN document d ON d.id = q.document LEFT JOIN heading h ON h.id = q.passage WHERE q.id = ?
"""
QUADS = "SELECT quads FROM document WHERE NOT ? OR id NOT IN (SELECT document FROM silent)"
SILENT = "SELECT a.iri FROM actor a JOIN silent s ON s.document = a.document"
IRI = re.compile(f"<{re.escape(BASE)}")


def what_holds_now(db: sqlite3.Connection) -> list[str]:
    """The default graph: shared actors with type and names, and each plain triple once.

    A tie that is true both ways stands in the direction of the IRIs' order.
    """
    graph = Graph(None)
    for iri, kind, name in db.execute(STANDING):
        graph.link(iri, TYPE, KIND_CLASSES[Kind(kind)])
        graph.add(iri, LABEL, label(name, Kind(kind)))
    for iri, kind, name in db.execute(NAMES):
        graph.add(iri, OTHER_LABEL, label(name, Kind(kind)))
    for subject, predicate, target in db.execute(PLAIN):
        both_ways = Predicate(predicate) in SYMMETRIC
        ends = sorted((subject, target)) if both_ways else (subject, target)
        graph.link(ends[0], own(predicate), ends[1])
    for person, organisation in db.execute(MEMBERS):
        graph.link(person, PERSON_MEMBER, organisation)
    return graph.lines()


def identity(db: sqlite3.Connection, speaking_only: bool = False) -> list[str]:
    """Which actors of documents denote which shared ones, on what ground, and who else they might be."""
    graph = conjectured(db, speaking_only)
    left_out = _silent(db) if speaking_only else set()
    for actor, shared, ground, certainty in db.execute(DENOTED):
        if actor not in left_out:
            identified(graph, actor, shared, ground, certainty)
    return graph.lines()


def identified(graph: Graph, actor: str, shared: str, ground: str | None, certainty: str | None) -> None:
    """States whom an actor of a document denotes, and on what ground."""
    graph.link(actor, DENOTES, shared)
    if ground:
        node = f"{actor.split('#')[0]}#identification-{digest(actor)}"
        graph.link(node, TYPE, f"{SAM}Identification")
        graph.link(node, f"{SAM}of", actor)
        graph.link(node, REASON, concept(ground))
        graph.link(node, CERTAINTY, concept(certainty or ""))


def conjectured(db: sqlite3.Connection, speaking_only: bool = False) -> Graph:
    """Who might be who, and who has become who: all of the graph of identity but what is sure."""
    graph = Graph(IDENTITY_GRAPH)
    left_out = _silent(db) if speaking_only else set()
    for actor, name, reason, shared, _ in db.execute(CANDIDATES):
        if actor in left_out:
            continue
        node = f"{actor.split('#')[0]}#candidate-{digest(actor, name, reason)}"
        _candidate(graph, node, actor, reason, shared or _bearer(db, name))
        graph.text(node, NAME, name)
    for turned, standing in db.execute(MERGED):
        graph.link(turned, f"{SAM}mergedInto", standing)
    for first, second, reason in db.execute(ALIKE):
        _candidate(graph, pair_iri(first, second, reason), first, reason, second)
    return graph


def _silent(db: sqlite3.Connection) -> set[str]:
    return {row[0] for row in db.execute(SILENT)}


def followed(db: sqlite3.Connection) -> list[str]:
    """What later meetings tell of the promises of earlier ones, and which promise takes another's place."""
    iris: dict[int, str] = dict(db.execute("SELECT id, iri FROM promise"))
    return outcome_lines(
        (
            iris[promise],
            one.outcome,
            quote_iri(db, one.quote) if one.quote is not None else "",
            iris[one.promise] if one.promise is not None else "",
        )
        for promise, one in outcomes(db).items()
    )


def outcome_lines(told: Iterable[Iterable[str]]) -> list[str]:
    """N-Quads of promises: each with its outcome, the quote that tells it and the promise that answers it."""
    graph = Graph(OUTCOMES_GRAPH)
    for promise, outcome, quote, answer in told:
        graph.add(promise, f"{SAM}outcome", text_literal(outcome))
        if quote:
            graph.link(promise, f"{SAM}outcomeQuote", quote)
        if answer:
            graph.link(answer, f"{SAM}answers", promise)
    return graph.lines()


def quote_iri(db: sqlite3.Connection, quote: int) -> str:
    """The IRI of a quote by its number."""
    sha256, start, end, heading = db.execute(QUOTE, (quote,)).fetchone()
    return f"{document_iri(sha256)}#{'heading' if heading else 'quote'}-{start}-{end}"


def _candidate(graph: Graph, node: str, of: str, reason: str, denotes: str | None) -> None:
    graph.link(node, TYPE, f"{SAM}Candidate")
    graph.link(node, f"{SAM}of", of)
    graph.link(node, REASON, concept(reason))
    graph.link(node, CERTAINTY, concept(Certainty.PROBABLE))
    if denotes:
        graph.link(node, DENOTES, denotes)


def _bearer(db: sqlite3.Connection, name: str) -> str | None:
    """The shared organisation that a candidate's name stands for, where some document names it."""
    entry = listed(name, Kind.ORGANISATION)
    plain = folded(entry.name if entry else name)
    iri = shared_iri(Kind.ORGANISATION, plain, f"{Kind.ORGANISATION}|{plain}|")
    return iri if db.execute("SELECT 1 FROM shared WHERE iri = ?", (iri,)).fetchone() else None


def nquads(store: Store, base: str | None = None, speaking_only: bool = False) -> str:
    """All graphs as canonical N-Quads, sorted by code point: the same documents give the same bytes.

    The default graph's lines have no graph. `base` takes the place of the library's own in every IRI.
    `speaking_only` leaves out what only silent documents say.
    """
    lines = [*what_holds_now(store.db), *identity(store.db, speaking_only), *followed(store.db)]
    for (packed,) in store.db.execute(QUADS, (speaking_only,)):
        lines += zlib.decompress(packed).decode("utf-8").splitlines(keepends=True)
    return "".join(based(sorted(lines), base))


def based(lines: list[str], base: str | None) -> list[str]:
    """The lines with another base; texts that look like an IRI of ours stay as they are."""
    if base is None or base == BASE:
        return lines
    place = f"<{base if base.endswith(('/', '#')) else base + '/'}"
    return [_based(line, place) for line in lines]


def _based(line: str, place: str) -> str:
    head, quote, rest = line.partition('"')
    head = IRI.sub(lambda _: place, head)
    if not quote:
        return head
    literal, _, tail = rest.rpartition('"')
    return f'{head}"{literal}"{IRI.sub(lambda _: place, tail)}'


def quads(text: str) -> list[pyoxigraph.Quad]:
    """N-Quads as the engine's quads, in the order of the lines, literals as they are written."""
    return list(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_QUADS))


def dataset(store: Store) -> "rdflib.Dataset":
    """All graphs as an `rdflib.Dataset`; what holds now is its default graph."""
    import rdflib  # noqa: PLC0415  # 0.2 s that only those pay who want it

    held = rdflib.Dataset()
    held.parse(data=nquads(store), format="nquads")
    return held
