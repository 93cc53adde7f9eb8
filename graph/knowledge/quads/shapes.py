"""What of a graph's triples breaks the shapes: SHACL, by pyshacl."""

from functools import cache
from importlib.resources import files

import pyshacl
import rdflib

from graph.knowledge import vocabulary

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")


@cache
def _shapes() -> rdflib.Graph:
    text = files(vocabulary).joinpath("shapes.ttl").read_text(encoding="utf-8")
    return rdflib.Graph().parse(data=text, format="turtle")


def breaches(nquads: str) -> list[tuple[str, str]]:
    """The nodes of a document's graph that break a shape, each with what is wrong, sorted."""
    held = rdflib.Dataset(default_union=True)
    held.parse(data=nquads, format="nquads")
    triples = rdflib.Graph()
    for triple in held.triples((None, None, None)):
        triples.add(triple)
    _, report, _ = pyshacl.validate(triples, shacl_graph=_shapes(), inference="none")
    if not isinstance(report, rdflib.Graph):
        raise TypeError(str(report))
    found = set()
    for result in report.subjects(rdflib.RDF.type, SH.ValidationResult):
        node, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
        message = report.value(result, SH.resultMessage)
        found.add((str(node), f"{path or ''}: {message}"))
    return sorted(found)
