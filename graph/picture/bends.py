"""Bends: how ties that lie beside each other are curved apart, so that each can be seen and pressed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model.network import Edge

STEP = 0.36
"""From one tie to the next beside it: height of the arc over the distance of the ends, twice."""


@dataclass(frozen=True, slots=True)
class Bend:
    """`arc` is 0 for a straight tie, above 0 to the left of its direction; `loop` counts own ties."""

    arc: float
    loop: int = 0


def bends(edges: Sequence[Edge]) -> list[Bend]:
    """One bend an edge, in their order; ties between the same two are spread evenly around the straight."""
    beside: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, edge in enumerate(edges):
        beside[min(edge.source, edge.target), max(edge.source, edge.target)].append(i)
    found = [Bend(0.0)] * len(edges)
    for (low, high), numbers in beside.items():
        step = min(STEP, 1.2 / len(numbers))
        for k, i in enumerate(numbers):
            if low == high:
                found[i] = Bend(0.0, k)
            else:
                arc = (k - (len(numbers) - 1) / 2) * step
                found[i] = Bend(round(arc if edges[i].source == low else -arc, 3))
    return found
