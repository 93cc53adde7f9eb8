"""Strokes: the lines of ties, from rim to rim, bent where others lie beside them."""

from dataclasses import dataclass
from math import hypot

from graph.model.network import Edge
from graph.picture.bends import Bend
from graph.picture.shapes import Point, dashes, line_colour

HEAD = 8.0
"""Length of an arrow head, in pixels."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A cubic Bézier curve: its two ends with the two points that draw it between them.

    `head` are the corners of the arrow, none where the tie goes both ways. `hint` says it in words.
    """

    curve: tuple[Point, Point, Point, Point]
    colour: str
    width: float
    dash: tuple[float, ...]
    head: tuple[Point, ...]
    hint: str

    def at(self, t: float) -> Point:
        """The point at `t`, from 0 to 1, of the curve."""
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        x = sum(w * p[0] for w, p in zip(weights, self.curve, strict=True))
        y = sum(w * p[1] for w, p in zip(weights, self.curve, strict=True))
        return x, y


def stroke(
    edge: Edge, bend: Bend, ends: tuple[Point, Point], radii: tuple[float, float], hint: str
) -> Stroke:
    """The line of one tie between the centres `ends` of nodes with these `radii`."""
    (ax, ay), (bx, by) = ends
    arrow = HEAD if not edge.symmetric else 0.0
    if edge.source == edge.target:
        out = radii[0] + 26 + 14 * bend.loop
        first, last = (ax - out, ay - out), (ax + out, ay - out)
        start = _towards((ax, ay), first, radii[0])
        stop = _towards((bx, by), last, radii[1] + 2 + arrow * 0.6)
    else:
        dx, dy = bx - ax, by - ay
        via = ((ax + bx) / 2 + dy * bend.arc, (ay + by) / 2 - dx * bend.arc)
        start = _towards((ax, ay), via, radii[0])
        stop = _towards((bx, by), via, radii[1] + 2 + arrow * 0.6)
        first = (start[0] + (via[0] - start[0]) * 2 / 3, start[1] + (via[1] - start[1]) * 2 / 3)
        last = (stop[0] + (via[0] - stop[0]) * 2 / 3, stop[1] + (via[1] - stop[1]) * 2 / 3)
    tip = _towards((bx, by), last, radii[1] + 2)
    width = 1.0 if edge.computed else min(3.6, 1.3 + 0.4 * (edge.meetings - 1))
    return Stroke(
        (_rounded(start), _rounded(first), _rounded(last), _rounded(stop)),
        line_colour(edge),
        round(width, 2),
        dashes(edge),
        _head(tip, last) if arrow else (),
        hint,
    )


def _towards(start: Point, goal: Point, far: float) -> Point:
    """The point `far` from `start` on the way to `goal`, at most half of that way."""
    length = hypot(goal[0] - start[0], goal[1] - start[1])
    share = min(far / length, 0.5) if length else 0.0
    return start[0] + (goal[0] - start[0]) * share, start[1] + (goal[1] - start[1]) * share


def _head(tip: Point, back: Point) -> tuple[Point, ...]:
    """The three corners of an arrow head that comes from `back`."""
    length = hypot(tip[0] - back[0], tip[1] - back[1]) or 1.0
    dx, dy = (tip[0] - back[0]) / length * HEAD, (tip[1] - back[1]) / length * HEAD
    sides = (
        (tip[0] - dx - dy * 0.42, tip[1] - dy + dx * 0.42),
        (tip[0] - dx + dy * 0.42, tip[1] - dy - dx * 0.42),
    )
    return tuple(map(_rounded, (tip, *sides)))


def _rounded(point: Point) -> Point:
    return round(point[0], 1), round(point[1], 1)
