"""The network as a networkx graph, and as the files that graph programs open."""

import io
import json
from dataclasses import asdict
from typing import Any
from xml.etree import ElementTree

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from graph.model.network import Edge, Network
from graph.picture.characters import printable
from graph.picture.layout import layout
from graph.picture.page_data import edge_keys
from graph.picture.words import relation_words, source_line, title_of
from graph.wording.sentences import Language

EPOCH = "1970-01-01"
"""The date of a file whose documents bear none."""


def multidigraph(network: Network, lang: Language = "sv") -> "nx.MultiDiGraph[str]":
    """Nodes by IRI; every tie an edge of its own from source to target, `symmetric` an attribute of it.

    Attributes are text, numbers and truth values, of one type each; the quotes of an edge stand in `quote`,
    one a line.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=printable(network.title))
    for node in network.nodes:
        graph.add_node(
            printable(node.iri),
            label=printable(node.name),
            kind=printable(node.kind),
            aliases=printable("; ".join(node.aliases)),
            meetings=node.meetings,
            quotes=len(node.evidence),
            **({"change": node.change} if node.change else {}),
        )
    for key, edge in zip(edge_keys(network), network.edges, strict=True):
        ends = (printable(edge.source), printable(edge.target))
        graph.add_edge(*ends, key=key, **_attributes(network, edge, lang))
    return graph


def _attributes(network: Network, edge: Edge, lang: Language) -> dict[str, str | int | bool]:
    found = [network.evidence[key] for key in edge.evidence if key in network.evidence]
    places = dict.fromkeys(f"{one.title} ({one.file}), {one.line}" for one in found)
    return {
        "label": printable(relation_words(edge, lang)),
        "relation": printable(edge.predicate),
        "status": printable(edge.status),
        "certainty": printable(edge.certainty),
        "symmetric": edge.symmetric,
        "computed": edge.computed,
        "role": printable(edge.role or ""),
        "meetings": edge.meetings,
        **({"change": edge.change} if edge.change else {}),
        "quote": printable("\n".join(one.quote for one in found)),
        "speaker": printable("; ".join(dict.fromkeys(name for one in found for name in one.speakers))),
        "source": printable("; ".join(places)),
    }


def as_gexf(network: Network, lang: Language = "sv") -> str:
    """GEXF 1.2 for Gephi, with places; its date is that of the newest document, not today's."""
    graph = multidigraph(network, lang)
    for iri, (x, y) in layout(network).items():
        graph.nodes[printable(iri)]["viz"] = {"position": {"x": x, "y": -y, "z": 0.0}}
    for number, (*_, attributes) in enumerate(graph.edges(data=True)):
        attributes["id"] = str(number)  # networkx would give edges of the same key one id
    writer = GEXFWriter(encoding="utf-8", prettyprint=False, version="1.2draft")
    writer.add_graph(graph)
    dates = sorted(date for _, _, date, _ in network.documents if date)
    for meta in writer.xml.iter("meta"):
        meta.set("lastmodifieddate", printable(dates[-1]) if dates else EPOCH)
    ElementTree.indent(writer.xml)
    return _xml(writer.xml)


def as_graphml(network: Network, lang: Language = "sv") -> str:
    """GraphML, for yEd, Cytoscape and igraph."""
    written = io.BytesIO()
    # not `write_graphml`, which takes lxml where it is, whose bytes differ
    nx.write_graphml_xml(multidigraph(network, lang), written, encoding="utf-8", prettyprint=True)
    return _xml(ElementTree.fromstring(written.getvalue()))  # noqa: S314 - what was just written


def _xml(root: ElementTree.Element) -> str:
    ElementTree.register_namespace("", root.tag.partition("}")[0].lstrip("{"))
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def as_json(network: Network, lang: Language = "sv") -> str:
    """All of it; `nodes` and `edges` as networkx' node-link data, so that it reads them back."""
    whole: dict[str, Any] = {
        "title": title_of(network, lang),
        "source": source_line(network, lang),
        "directed": True,
        "multigraph": True,
        "graph": {},
        "nodes": [{"id": node.iri, **_without(asdict(node), "iri")} for node in network.nodes],
        "edges": [
            {"key": key, **asdict(edge)} for key, edge in zip(edge_keys(network), network.edges, strict=True)
        ],
        "evidence": {key: asdict(found) for key, found in network.evidence.items()},
        "documents": [
            dict(zip(("document", "title", "date", "file"), one, strict=True)) for one in network.documents
        ],
    }
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"  # half a surrogate pair has no bytes


def _without(fields: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key != name}
