"""The knowledge as one RDF file, in the format that its name asks for; the same library, the same bytes."""

from os import PathLike
from pathlib import Path

import pyoxigraph

from graph.errors import UnknownGraphFormat
from graph.files import write_whole
from graph.knowledge.store.graphs import based, nquads, quads, what_holds_now
from graph.knowledge.store.library import Store
from graph.knowledge.vocabulary.minting import BASE
from graph.knowledge.vocabulary.terms import PREFIXES

ALL_GRAPHS = {
    ".nq": pyoxigraph.RdfFormat.N_QUADS,
    ".trig": pyoxigraph.RdfFormat.TRIG,
    ".jsonld": pyoxigraph.RdfFormat.JSON_LD,
}
DEFAULT_GRAPH = {
    ".nt": pyoxigraph.RdfFormat.N_TRIPLES,
    ".ttl": pyoxigraph.RdfFormat.TURTLE,
    ".rdf": pyoxigraph.RdfFormat.RDF_XML,
}


def export(store: Store, path: str | PathLike[str], base: str | None = None) -> None:
    """Writes all graphs (.nq .trig .jsonld) or what holds now (.nt .ttl .rdf), whole or not at all.

    Raises UnknownGraphFormat for any other ending, and OSError.
    """
    write_whole(path, exported(store, Path(path).suffix.lower(), base, name=str(path)))


def exported(store: Store, ending: str, base: str | None = None, name: str = "") -> bytes:
    """What `export` writes under an ending. Raises UnknownGraphFormat, naming `name`."""
    if ending == ".nq":
        return nquads(store, base).encode("utf-8")
    place = (base if base.endswith(("/", "#")) else f"{base}/") if base else BASE
    prefixes = {name: iri.replace(BASE, place, 1) for name, iri in PREFIXES.items()}
    if ending in ALL_GRAPHS:
        held = sorted(quads(nquads(store, base)), key=_by_graph)
        return _written(held, ALL_GRAPHS[ending], prefixes)
    if ending in DEFAULT_GRAPH:
        held = quads("".join(based(what_holds_now(store.db), base)))
        return _written([quad.triple for quad in held], DEFAULT_GRAPH[ending], prefixes)
    raise UnknownGraphFormat(file=name or ending)


def _by_graph(quad: pyoxigraph.Quad) -> tuple[str, str, str, str]:
    """A graph's quads stand together, the default graph's first."""
    graph = "" if isinstance(quad.graph_name, pyoxigraph.DefaultGraph) else str(quad.graph_name)
    return graph, str(quad.subject), str(quad.predicate), str(quad.object)


def _written(
    held: "list[pyoxigraph.Quad] | list[pyoxigraph.Triple]",
    form: pyoxigraph.RdfFormat,
    prefixes: dict[str, str],
) -> bytes:
    known = prefixes if form in (pyoxigraph.RdfFormat.TURTLE, pyoxigraph.RdfFormat.TRIG) else None
    written = pyoxigraph.serialize(held, format=form, prefixes=known)
    if written is None:
        raise TypeError("pyoxigraph gives bytes where it is given no file")
    return written
