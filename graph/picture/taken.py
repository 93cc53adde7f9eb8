"""Taken: which parts of the figure words stand on already."""

from collections import defaultdict

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

CELL = 120.0


class Taken:
    """Boxes in a grid, so that whether a place is free costs a look at its neighbours only."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def free(self, box: Box) -> bool:
        """Whether no box that was taken overlaps this one."""
        return not any(
            other[0] < box[2] and box[0] < other[2] and other[1] < box[3] and box[1] < other[3]
            for cell in self._around(box)
            for other in self._cells.get(cell, ())
        )

    def take(self, box: Box) -> None:
        """From now on this box is taken."""
        for cell in self._around(box):
            self._cells[cell].append(box)

    @staticmethod
    def _around(box: Box) -> list[tuple[int, int]]:
        left, top, right, bottom = (int(side // CELL) for side in box)
        return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]
