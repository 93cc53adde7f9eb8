"""Measures: what the size of a node and the order of names rest on."""

from math import sqrt

from graph.model.network import Network


def degrees(network: Network) -> dict[str, int]:
    """Ties of each node, a tie to itself once; nodes without ties are there with 0."""
    counts = {node.iri: 0 for node in network.nodes}
    for edge in network.edges:
        for end in {edge.source, edge.target}:
            counts[end] += 1
    return counts


def radius(degree: int) -> float:
    """A node's radius in pixels of the layout: its area grows with its ties, up to a bound."""
    return round(min(30.0, 6 + 2.6 * sqrt(degree)), 1)
