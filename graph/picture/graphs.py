"""The network as a networkx graph, and as the files that graph programs open."""

import io
import json
from dataclasses import asdict
from typing import Any

import networkx as nx

from graph.model.network import Network
from graph.picture.characters import printable
from graph.picture.layout import layout
from graph.picture.words import source_line, title_of
from graph.wording.sentences import Language


def multidigraph(network: Network) -> "nx.MultiDiGraph[str]":
    """Nodes by IRI with name, kind and aliases; every tie a directed edge of its own, `symmetric` an attribute."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=printable(network.title))
    for node in network.nodes:
        graph.add_node(
            node.iri,
            label=printable(node.name),
            kind=node.kind,
            aliases="; ".join(map(printable, node.aliases)),
            meetings=node.meetings,
        )
    for number, edge in enumerate(network.edges):
        quotes = [network.evidence[key] for key in edge.evidence if key in network.evidence]
        graph.add_edge(
            edge.source, edge.target, key=str(number), relation=edge.predicate, status=edge.status, certainty=edge.certainty,
            symmetric=edge.symmetric, computed=edge.computed, meetings=edge.meetings, role=printable(edge.role or ""),
            quote=printable(" / ".join(held.quote for held in quotes)),
            sources=printable("; ".join(dict.fromkeys(f"{held.title}, {held.line}" for held in quotes))),
        )  # fmt: skip
    return graph


def as_gexf(network: Network, lang: Language = "sv") -> str:
    """GEXF 1.2 for Gephi, with places; its date is that of the newest document, not today's."""
    graph = multidigraph(network)
    where = layout(network)
    for iri, (x, y) in where.items():
        graph.nodes[iri]["viz"] = {"position": {"x": x, "y": -y, "z": 0.0}}
    text = "\n".join(nx.generate_gexf(graph, prettyprint=True, version="1.2draft"))
    dates = sorted(date for _, _, date, _ in network.documents if date)
    return _dated(text, dates[-1] if dates else "1970-01-01") + "\n"


def _dated(text: str, day: str) -> str:
    begin = text.find('lastmodifieddate="')
    if begin < 0:
        return text
    start = begin + len('lastmodifieddate="')
    return text[:start] + day + text[text.index('"', start) :]


def as_graphml(network: Network, lang: Language = "sv") -> str:
    """GraphML, for yEd, Cytoscape and igraph."""
    held = io.BytesIO()
    nx.write_graphml(multidigraph(network), held, encoding="utf-8", prettyprint=True)
    return held.getvalue().decode("utf-8")


def as_json(network: Network, lang: Language = "sv") -> str:
    """All of it: nodes, edges, evidence, documents."""
    whole: dict[str, Any] = {
        "title": title_of(network, lang),
        "source": source_line(network, lang),
        "nodes": [asdict(node) for node in network.nodes],
        "edges": [asdict(edge) for edge in network.edges],
        "evidence": {key: asdict(held) for key, held in network.evidence.items()},
        "documents": [
            dict(zip(("document", "title", "date", "file"), held, strict=True)) for held in network.documents
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
