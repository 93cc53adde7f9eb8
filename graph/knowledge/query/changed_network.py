"""The network of two times in one: every node and tie with what changed between them."""

import sqlite3
from dataclasses import replace
from typing import Any

from graph.knowledge.query.changes import GONE, MOVED, NEW
from graph.knowledge.query.compared import compared
from graph.knowledge.query.projection import network
from graph.model.network import Edge, Network

SAME = "same"


def changed_network(
    db: sqlite3.Connection,
    one: str | None = None,
    other: str | None = None,
    day: str | None = None,
    **asked: Any,
) -> Network:
    """What `compared` parts, drawn together; `asked` is what `network` takes. Raises NothingToCompare.

    A tie that holds otherwise stands once, as it is now; one that is denied now, or not told, is gone.
    """
    pair = compared(db, one, other, day)
    both = network(db, documents=(*pair.before, *pair.after), **asked)
    before, after = (network(db, documents=side, **asked) for side in (pair.before, pair.after))
    named = [{node.iri for node in drawn.nodes} for drawn in (before, after)]
    was, now = ({_tie(edge): edge.status for edge in drawn.edges} for drawn in (before, after))
    nodes = tuple(
        replace(node, change=_change(node.iri in named[0], node.iri in named[1])) for node in both.nodes
    )
    edges = tuple(
        replace(edge, change=_edge_change(edge, was, now))
        for edge in both.edges
        if now.get(_tie(edge), edge.status) == edge.status
    )
    return replace(both, nodes=nodes, edges=edges)


def _tie(edge: Edge) -> tuple[str, str, str]:
    ends = sorted((edge.source, edge.target)) if edge.symmetric else [edge.source, edge.target]
    return ends[0], edge.predicate, ends[1]


def _change(before: bool, after: bool) -> str:
    return SAME if before and after else NEW if after else GONE


def _edge_change(
    edge: Edge, was: dict[tuple[str, str, str], str], now: dict[tuple[str, str, str], str]
) -> str:
    tie = _tie(edge)
    if tie in was and tie in now and was[tie] != now[tie]:
        return MOVED
    return _change(tie in was, tie in now)
