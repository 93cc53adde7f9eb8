"""Shapes and colours of nodes and ties in figures; the page has the same in `page.css` and `shapes.js`."""

from math import cos, pi, sin

from graph.model.network import Edge

Point = tuple[float, float]

COLOURS = {
    "organisation": "#2f6fdd",
    "person": "#c2700c",
    "project": "#1f8a4d",
    "scheme": "#8447d0",
    "event": "#cf3446",
    "place": "#64748b",
    "rule": "#0b7a83",
    "link": "#86692f",
    "unnamed": "#6b7280",
}
"""Colour of a kind of node: at least 3 to 1 against white, the bound of WCAG 1.4.11."""

CHANGES = {"new": "#127a3d", "gone": "#b3261e", "moved": "#8a5a00"}
"""Colour of what came, went, or holds otherwise, where two times are compared."""

GROUND, INK, FAINT, TIE, COMPUTED = "#ffffff", "#1b1f24", "#5a626b", "#8b939e", "#a3abb5"

REGULAR = {"project": (4, 45), "scheme": (4, 0), "place": (3, -90), "rule": (6, 0), "link": (3, 90)}
"""Kinds drawn as a polygon: its corners, and where the first one stands, in degrees."""


def colour(kind: str) -> str:
    """The colour of a kind of node."""
    return COLOURS.get(kind, COLOURS["unnamed"])


def corners(kind: str, x: float, y: float, radius: float) -> tuple[Point, ...]:
    """The corners of a node's shape around its centre; none for a circle."""
    if kind == "event":
        reach = [radius * (0.5 if i % 2 else 1.2) for i in range(10)]
        start = -90
    elif kind in REGULAR:
        count, start = REGULAR[kind]
        reach = [radius * (1.3 if kind == "project" else 1.15)] * count
    else:
        return ()
    turns = [(start + i * 360 / len(reach)) * pi / 180 for i in range(len(reach))]
    return tuple(
        (round(x + far * cos(turn), 1), round(y + far * sin(turn), 1))
        for far, turn in zip(reach, turns, strict=True)
    )


def dashes(edge: Edge) -> tuple[float, ...]:
    """How a tie's line is broken: stated as fact whole, otherwise dashed, computed dotted."""
    if edge.change == "gone":
        return (1, 4)
    if edge.computed:
        return (2, 5)
    return () if edge.status == "asserted" else (7, 5)


def line_colour(edge: Edge) -> str:
    """The colour of a tie's line: what changed of it, where times are compared."""
    return CHANGES.get(edge.change or "", COMPUTED if edge.computed else TIE)
