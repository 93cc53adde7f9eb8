"""Room: the boxes that nodes and labels fill, pushed apart where they overlap, and pieces on shelves."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

Points = NDArray[np.float64]

GAP = 13.0
"""Pixels between two boxes."""

DENSEST = 0.3
"""Share of a piece's room that boxes may fill before anything is pushed."""

BETWEEN = 22.0
"""Pixels between two pieces."""


@dataclass(frozen=True)
class Boxes:
    """What each node fills around its centre: half widths, and heights above and below."""

    half: Points
    above: Points
    below: Points

    @classmethod
    def of(cls, radii: Sequence[float], sizes: Sequence[tuple[float, float]], *, labels: bool) -> "Boxes":
        """Boxes of circles with their labels below them, or of the circles alone."""
        circle = np.array(radii, dtype=float)
        widths, heights = np.array(sizes, dtype=float).reshape(-1, 2).T
        if not labels:
            return cls(circle, circle, circle)
        return cls(np.maximum(circle, widths / 2), circle, circle + 2 + heights)


def spread(points: Points, boxes: Boxes, rounds: int = 400) -> Points:
    """The points moved as little as it takes until no two boxes overlap."""
    points = loosened(points, boxes)
    middle = points + np.column_stack([np.zeros(len(points)), (boxes.below - boxes.above) / 2])
    high = (boxes.below + boxes.above) / 2
    reach = float(np.hypot(boxes.half.max(), high.max())) * 2 + GAP
    for round_ in range(rounds):
        pairs = cKDTree(middle).query_pairs(reach, output_type="ndarray")
        pairs = pairs[np.lexsort(pairs.T[::-1])]
        a, b = pairs.T
        gap = middle[b] - middle[a]
        over = np.column_stack([boxes.half[a] + boxes.half[b], high[a] + high[b]]) + GAP - np.abs(gap)
        hit = (over > 0.01).all(axis=1)
        if not hit.any():
            break
        a, b, gap, over = a[hit], b[hit], gap[hit], over[hit]
        # a wide pair is parted upwards, a high one sideways; those that coincide by their order
        flat = over[:, 0] < over[:, 1]
        sign = np.where(gap >= 0, 1.0, -1.0)
        push = np.where(np.column_stack([flat, ~flat]), sign * over / 2, 0.0)
        push *= 0.5 if round_ < rounds // 2 else 0.9
        np.add.at(middle, b, push)
        np.add.at(middle, a, -push)
        if round_ % 20 == 19:
            middle *= 1.03  # a crowd that only shuffles gets more room
    return middle - np.column_stack([np.zeros(len(points)), (boxes.below - boxes.above) / 2])


def loosened(points: Points, boxes: Boxes) -> Points:
    """The points drawn apart as a whole where their boxes would fill too much of the room they stand in.

    Flat boxes need more width than height: without it, pushing apart would stack them in columns.
    """
    filled = float(((2 * boxes.half + GAP) * (boxes.above + boxes.below + GAP)).sum())
    wide, high = (np.maximum(points.std(axis=0), 1.0) * 4).tolist()
    crowding = filled / (DENSEST * wide * high)
    if len(points) < 12 or crowding <= 1:
        return points
    flat = float(boxes.half.mean() * 2 / (boxes.above + boxes.below).mean())
    stretch = min(max(flat, 1.0), 2.0) ** 0.5
    grown: Points = points * np.array([crowding**0.5 * stretch, crowding**0.5 / stretch])
    return grown


def packed(pieces: Sequence[tuple[Points, Boxes]], aspect: float) -> list[Points]:
    """The pieces moved apart, each in its turn as high up as it fits, the whole around the origin."""
    if not pieces:
        return []
    corners, sizes = [], []
    for points, boxes in pieces:
        low = np.array([(points[:, 0] - boxes.half).min(), (points[:, 1] - boxes.above).min()])
        high = np.array([(points[:, 0] + boxes.half).max(), (points[:, 1] + boxes.below).max()])
        corners.append(low)
        sizes.append(high - low + BETWEEN)
    area = sum(float(w * h) for w, h in sizes)
    width = max(max(float(w) for w, _ in sizes), (area * aspect) ** 0.5 * 1.06)
    skyline = [(0.0, width, 0.0)]  # from, to, how far down it is taken
    places = []
    for (points, _), low, (w, h) in zip(pieces, corners, sizes, strict=True):
        y, x = min(
            (max(bottom for a, b, bottom in skyline if a < left + w and b > left), left)
            for left, _, _ in skyline
            if left + w <= width + 1e-6
        )
        skyline = sorted(
            [part for a, b, bottom in skyline for part in _outside(a, b, bottom, x, x + float(w))]
            + [(x, x + float(w), y + float(h))]
        )
        places.append(points - low + np.array([x, y]))
    whole = np.concatenate(places)
    centre = (whole.min(0) + whole.max(0)) / 2
    return [points - centre for points in places]


def _outside(a: float, b: float, bottom: float, low: float, high: float) -> list[tuple[float, float, float]]:
    """What is left of a stretch of skyline when the part between `low` and `high` is built over."""
    return [(c, d, bottom) for c, d in ((a, min(b, low)), (max(a, high), b)) if d - c > 1e-6]
