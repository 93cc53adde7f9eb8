"""Printed pages as one text: a form feed between pages, every line with its left edge, every run with its box."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from graph.model.text import Box, LineHint, Span
from graph.reading.documents.layout import Printed

LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)
LETTER_WIDTH: Final = 0.5
"""Of the letter size: how wide a mean letter of a text face is."""
WIDEST: Final = 40  # blanks between two runs of a line, at most


def written(
    pages: Sequence[list[Printed]],
) -> tuple[str, tuple[int, ...], tuple[LineHint, ...], tuple[Box, ...]]:
    """All pages as one text, with where each begins, each line's left edge and each run's box."""
    margin = min(row[0].left for page in pages for row in page)
    parts: list[str] = []
    length = 0
    starts: list[int] = []
    hints: list[LineHint] = []
    boxes: list[Box] = []

    def put(words: str) -> int:
        nonlocal length
        parts.append(words)
        length += len(words)
        return length - len(words)

    for number, page in enumerate(pages, start=1):
        if number > 1:
            put("\f")
        starts.append(length)
        for row, apart in zip(page, _apart(page), strict=True):
            if apart:
                put("\n")
            width = LETTER_WIDTH * row[0].size
            hints.append(LineHint(length, indent=round((row[0].left - margin) / width, 1)))
            end = row[0].left
            for place, run in enumerate(row):
                if place:
                    put(" " * max(3, min(WIDEST, round((run.left - end) / width))))
                words = unicodedata.normalize("NFC", run.text.translate(LIGATURES))
                start = put(words)
                boxes.append(Box(Span(start, length), number, run.left, run.bottom, run.right, run.top))
                end = run.right
            put("\n")
    return "".join(parts), tuple(starts), tuple(hints), tuple(boxes)


def _apart(page: list[Printed]) -> Iterator[bool]:
    """For each line, whether it stands further below the one before it than lines of the page usually do."""
    steps = [before[0].foot - after[0].foot for before, after in pairwise(page)]
    close = sorted(step for step in steps if step > 0)
    usual = median(close[: max(1, len(close) * 3 // 4)]) if close else 0.0
    yield from [False][: len(page)]
    yield from (step > 1.3 * usual for step in steps)
