"""A reading as the sorted N-Quads of its document's named graph."""

from graph.knowledge.quads.claims import claims
from graph.knowledge.quads.lines import Graph
from graph.knowledge.quads.places import Places
from graph.knowledge.quads.units import units
from graph.model.reading import Reading


def nquads(reading: Reading) -> str:
    """Canonical N-Quads, sorted by code point, without blank nodes; every line in the document's graph.

    The same reading gives the same bytes anywhere. Raises ValueError where a value of the reading points
    at an actor or a quote that there is not.
    """
    return nquads_at(Places(reading))


def nquads_at(places: Places) -> str:
    """The same for a reading whose places are known already."""
    graph = Graph(places.document)
    units(graph, places)
    claims(graph, places)
    return "".join(graph.lines())
