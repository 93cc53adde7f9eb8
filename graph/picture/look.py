"""How kinds and ties look: colours that carry on white and on black, and the dash of what is not yet so."""

import math

COLOURS = {
    "organisation": "#2a6fdb",
    "person": "#b8680a",
    "project": "#12804a",
    "scheme": "#7d48c8",
    "event": "#c73552",
    "place": "#5d6b7e",
    "unnamed": "#767676",
    "rule": "#8a6d1d",
}
"""Colour of a kind of node; each has a contrast of 4.5 to 1 against white."""

UNCERTAIN = ("planned", "considered", "estimated", "proposed", "asked", "unclear", "offered")
"""Statuses of ties that are drawn dashed: said, but not as something that is so."""


def colour(kind: str) -> str:
    """The colour of a kind."""
    return COLOURS.get(kind, "#5d6b7e")


def size(degree: int) -> float:
    """The radius of a node with so many ties."""
    return round(7 + 3.0 * math.sqrt(min(degree, 40)), 2)
