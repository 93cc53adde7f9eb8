"""Where words stand on a page: runs of letters on one baseline, lines of runs, columns of lines.

A run ends where the gap is wider than a justified line leaves between words. Points, from the lower left.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

WORD_GAP: Final = 0.2
"""Of the letter size: from here on a gap parts two words that the page draws one by one."""
RUN_GAP: Final = 1.4
"""Of the letter size: from here on a gap parts two runs."""
COLUMN_LINES: Final = 5
COLUMN_LETTERS: Final = 22
"""A column of prose has at least so many lines, and so many letters on a usual one; a table's has fewer."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One character with its box, the size of its face and where its line's foot is."""

    character: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    foot: float


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that stand together on one baseline."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    foot: float


Printed = tuple[Run, ...]
"""One printed line, its runs from left to right."""


def runs(letters: Sequence[Letter]) -> list[Run]:
    """Runs in the order in which the page draws them."""
    found: list[Run] = []
    open_: list[Letter] = []
    for letter in letters:
        if open_ and _breaks(open_[-1], letter):
            found.extend(_run(open_))
            open_ = []
        open_.append(letter)
    found.extend(_run(open_))
    return found


def _breaks(before: Letter, letter: Letter) -> bool:
    size = max(before.size, letter.size, 1.0)
    gap = letter.left - before.right
    return abs(letter.foot - before.foot) > 0.4 * size or gap > RUN_GAP * size or gap < -1.5 * size


def _run(letters: Sequence[Letter]) -> Iterator[Run]:
    words: list[str] = []
    printed = [letter for letter in letters if not letter.character.isspace()]
    if not printed:
        return
    for letter in letters:
        if letter.character.isspace():
            if words and words[-1] != " ":
                words.append(" ")
            continue
        words.append(letter.character)
    yield Run(
        "".join(words).strip(),
        min(letter.left for letter in printed),
        min(letter.bottom for letter in printed),
        max(letter.right for letter in printed),
        max(letter.top for letter in printed),
        median(letter.size for letter in printed),
        median(letter.foot for letter in printed),
    )


def lines(found: Sequence[Run]) -> list[Printed]:
    """Runs of one foot side by side, lines from the top of the page down, column by column."""
    stacked: list[list[Run]] = []
    for run in sorted(found, key=lambda one: (-one.foot, one.left)):
        if stacked and abs(stacked[-1][0].foot - run.foot) <= 0.35 * max(run.size, stacked[-1][0].size):
            stacked[-1].append(run)
        else:
            stacked.append([run])
    rows = [tuple(sorted(row, key=lambda one: one.left)) for row in stacked]
    return _by_column([_touching(row) for row in rows])


def _touching(row: Printed) -> Printed:
    """Runs that the page draws in pieces, put together where no gap parts them."""
    joined: list[Run] = []
    for run in row:
        if joined and run.left - joined[-1].right < RUN_GAP * run.size:
            last = joined.pop()
            glue = " " if run.left - last.right > WORD_GAP * run.size else ""
            joined.append(
                Run(
                    last.text + glue + run.text,
                    last.left,
                    min(last.bottom, run.bottom),
                    max(last.right, run.right),
                    max(last.top, run.top),
                    last.size,
                    last.foot,
                )
            )
        else:
            joined.append(run)
    return tuple(joined)


def _by_column(rows: list[Printed]) -> list[Printed]:
    """Rows with the two columns of a band one after the other; all else as it stands."""
    gutter = _gutter(rows)
    if gutter is None:
        return rows
    ordered: list[Printed] = []
    band: list[Printed] = []
    for row in (*rows, None):
        if row is not None and not any(run.left < gutter < run.right for run in row):
            band.append(row)
            continue
        ordered.extend(_columns(band, gutter))
        band = []
        if row is not None:
            ordered.append(row)
    return ordered


def _gutter(rows: list[Printed]) -> float | None:
    """The middle of the gap that most rows of two runs leave, where it lies in the middle of the page."""
    if not rows:
        return None
    left, right = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    gaps = [
        (before.right, after.left)
        for row in rows
        for before, after in pairwise(row)
        if 0.3 < ((before.right + after.left) / 2 - left) / (right - left) < 0.7
    ]
    if len(gaps) < COLUMN_LINES:
        return None
    # the right column's edge is straight, the left one's ends are ragged
    edge = median(after for _, after in gaps)
    inner = [before for before, after in gaps if abs(after - edge) < 3 and before < edge]
    return (max(inner) + edge) / 2 if len(inner) >= COLUMN_LINES else None


def _columns(band: list[Printed], gutter: float) -> list[Printed]:
    left = [side for row in band if (side := tuple(run for run in row if run.right <= gutter))]
    right = [side for row in band if (side := tuple(run for run in row if run.left >= gutter))]
    return [*left, *right] if _is_prose(left) and _is_prose(right) else band


def _is_prose(column: list[Printed]) -> bool:
    if len(column) < COLUMN_LINES:
        return False
    letters = median(sum(len(run.text) for run in row) for row in column)
    width = max(row[-1].right for row in column) - min(row[0].left for row in column)
    full = sum(row[-1].right - row[0].left > 0.6 * width for row in column)
    return letters >= COLUMN_LETTERS and full >= 0.5 * len(column)
