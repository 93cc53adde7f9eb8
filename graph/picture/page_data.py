"""Page data: the network as the page's scripts read it, held by pyvis until it is written.

Codes of the model stand for what is drawn how; the words for them come along once, in one language.
"""

import hashlib
from typing import Any

from pyvis.network import Network as VisNetwork

from graph.model.answers import Evidence
from graph.model.network import Edge, Network, Node
from graph.picture.bends import Bend, bends
from graph.picture.labels import label_lines, label_size
from graph.picture.layout import SHAPES, layouts
from graph.picture.marking import marked
from graph.picture.measures import degrees, radius
from graph.picture.words import source_line, title_of, words
from graph.wording.sentences import Language, terms

MANY = 400
"""Nodes above which names are few and one shape must do: places are most of a large page."""

GROUPS = ("kind", "status", "certainty", "predicate", "inverse", "reason", "attribution", "change")


def vis_network(network: Network) -> VisNetwork:
    """The network as pyvis holds it: places and sizes of nodes, every tie apart, physics off."""
    counts, shapes = degrees(network), SHAPES if len(network.nodes) <= MANY else SHAPES[:1]
    where, *others = layouts(network, shapes)
    held = VisNetwork(directed=True, cdn_resources="in_line")  # undirected ones lose parallel ties
    held.toggle_physics(False)
    for node in network.nodes:
        x, y = where[node.iri]
        held.add_node(
            node.iri,
            label=node.name,
            x=x,
            y=y,
            others=[other[node.iri] for other in others],
            size=radius(counts[node.iri]),
            degree=counts[node.iri],
        )
    for edge, bend, key in zip(network.edges, bends(network.edges), edge_keys(network), strict=True):
        held.add_edge(edge.source, edge.target, key=key, bend=bend)
    return held


def page_data(network: Network, lang: Language, title: str | None = None) -> dict[str, Any]:
    """What stands in the page as JSON: nodes, edges, evidence, documents, words."""
    held = vis_network(network)
    documents = {document[0]: i for i, document in enumerate(network.documents)}
    return {
        "lang": lang,
        "title": title_of(network, lang, title),
        "source": source_line(network, lang),
        "file": "samverkan",
        "words": words(lang),
        "terms": {group: terms(lang).get(group, {}) for group in GROUPS},
        "documents": [[name, date, file] for _, name, date, file in network.documents],
        "nodes": [_node(*pair) for pair in zip(network.nodes, held.nodes, strict=True)],
        "edges": [_edge(*pair) for pair in zip(network.edges, held.edges, strict=True)],
        "evidence": {
            key: _evidence(found, documents.get(found.document)) for key, found in network.evidence.items()
        },
    }


def edge_keys(network: Network) -> list[str]:
    """A short name for each edge, made from what it is: an address holds in tomorrow's page too."""
    seen: dict[str, int] = {}
    keys = []
    for edge in network.edges:
        parts = (edge.source, edge.predicate, edge.target, edge.status, edge.role or "")
        key = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]
        seen[key] = seen.get(key, 0) + 1
        keys.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return keys


def _node(node: Node, held: dict[str, Any]) -> dict[str, Any]:
    lines = label_lines(node.name)
    return {
        "iri": node.iri,
        "kind": node.kind,
        "name": node.name,
        "lines": lines,
        "label": label_size(lines),
        "aliases": [alias for alias in node.aliases if alias != node.name],
        "x": held["x"],
        "y": held["y"],
        "others": held["others"],
        "radius": held["size"],
        "degree": held["degree"],
        "meetings": node.meetings,
        "candidates": node.candidates,
        "evidence": node.evidence,
        **({"change": node.change} if node.change else {}),
    }


def _edge(edge: Edge, held: dict[str, Any]) -> dict[str, Any]:
    bend: Bend = held["bend"]
    return {
        "key": held["key"],
        "from": edge.source,
        "to": edge.target,
        "predicate": edge.predicate,
        "status": edge.status,
        "certainty": edge.certainty,
        "symmetric": edge.symmetric,
        "computed": edge.computed,
        "meetings": edge.meetings,
        "role": edge.role,
        "evidence": edge.evidence,
        "bend": bend.arc,
        "loop": bend.loop,
        **({"change": edge.change} if edge.change else {}),
    }


def _evidence(found: Evidence, document: int | None) -> dict[str, Any]:
    longer = found.statement and found.statement != found.quote
    return {
        "document": document,
        "line": found.line,
        "page": found.page,
        "parts": marked(found),
        "statement": found.statement if longer else None,
        "heading": found.heading if longer else None,
        "speakers": found.speakers,
        "attribution": found.attribution,
        "organisation": found.organisation,
        "part_of": found.part_of,
    }
