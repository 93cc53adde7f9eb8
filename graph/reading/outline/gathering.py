"""Lines gathered into headings, items, rows and paragraphs, by the habits of one way of writing."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from graph.model.text import Document, Line, Span
from graph.reading.outline.attribution import labelled
from graph.reading.outline.cells import is_row
from graph.reading.outline.headlines import DRAWN, run_in, short
from graph.reading.outline.marks import LETTERED, MARK, NUMBERED, QUOTED_LINE
from graph.reading.outline.meeting import CLOSING
from graph.reading.outline.openings import opening
from graph.reading.outline.senders import left

ROOM = 0.1
"""Share of a page's width that must be left, for a line to be a paragraph's last."""
HEADLINE = 40
"""Characters of the longest heading that is told by the paragraph straight below it."""
TASK = 120
"""Characters of the longest numbered line that only gives somebody something to do."""


@dataclass(frozen=True)
class Habit:
    """How one way of writing minutes uses headings, labels and paragraphs.

    `is_heading` is asked of each line, and told whether it stands between empty lines.
    """

    is_heading: Callable[[Document, Line, bool], bool]
    section_speaks: bool = False  # the heading's persons speak in its paragraphs
    label_holds: bool = False  # a label's speaker goes on until the next label or heading
    lists_names: bool = False  # a line that names somebody stands by itself and says nothing
    rows_speak: bool = False  # a table's row says what its first cells' persons told
    plate: Callable[[Document, int], int] | None = None  # how many lines from an index on are one heading


@dataclass
class Block:
    """Lines that belong together, with the mark in front of them if there is one."""

    lines: list[Line]
    start: int
    kind: str  # heading, item, paragraph, row
    plate: bool = False  # a heading that only names who speaks

    @property
    def span(self) -> Span:
        """Without the mark."""
        return Span(self.start, self.lines[-1].span.end)


def gathered(document: Document, habit: Habit, known: tuple[Span, ...]) -> list[Block]:
    """The lines as blocks; one that meets a span of `known` (title, next meeting) stands by itself."""
    found: list[Block] = []
    width = _width(document)
    below = {line.number: after for line, after in pairwise(document.lines)}
    plated = 0  # lines that still belong to a heading of several
    for index, line in enumerate(document.lines):
        if plated:
            found[-1].lines.append(line)
            plated -= 1
            continue
        words = line.span.of(document.text)
        alone = any(span.meets(line.span) for span in known) or CLOSING.fullmatch(words) is not None
        mark = MARK.match(words) or QUOTED_LINE.match(words) or LETTERED.match(words)
        if mark and mark.end() == len(words):
            mark = None  # ">" alone: nothing stands behind it
        start = line.span.start + (mark.end() if mark else 0)
        role = line.hint.role if line.hint else None
        after = below.get(line.number)
        apart = line.blank_before and (after is None or after.blank_before)
        if _task(document, line) or is_row(words) or role == "row":
            found.append(Block([line], line.span.start, "row"))
        elif alone:
            found.append(Block([line], start, "paragraph"))
        elif habit.plate and (lines := habit.plate(document, index)):
            found.append(Block([line], line.span.start, "heading", plate=True))
            plated = lines - 1
        elif DRAWN.fullmatch(words):
            found.append(Block([line], line.span.start, "heading"))
        elif mark or role == "item":
            found.append(Block([line], start, "item"))
        elif run_in(words):
            found.append(Block([line], start, "paragraph"))
        elif (
            habit.is_heading(document, line, apart)
            or _over_list(document, line, after)
            or _over_text(document, line, after, width)
        ):
            found.append(Block([line], line.span.start, "heading"))
        elif found and not habit.lists_names and _goes_on(document, found[-1], line, width, known):
            found[-1].lines.append(line)
        else:
            found.append(Block([line], start, "paragraph"))
    return found


def _over_list(document: Document, line: Line, after: Line | None) -> bool:
    """Whether a line stands over a list as its heading, naming nobody as a label would."""
    words = line.span.of(document.text)
    if after is None or not line.blank_before or not short(words) or ":" in words or opening(words):
        return False
    return MARK.match(after.span.of(document.text)) is not None


def _over_text(document: Document, line: Line, after: Line | None, width: int) -> bool:
    """Whether a short line stands straight over a paragraph, whose first word it had room for."""
    words = line.span.of(document.text)
    if after is None or after.blank_before or not line.blank_before or not short(words):
        return False
    below = after.span.of(document.text)
    roomy = len(words) < HEADLINE and len(words) + len(below.split()[0]) < width // 2
    return (
        roomy
        and len(below) > width // 2
        and below[:1].isupper()
        and not re.search(r"[:\d|]", words)
        and not opening(words)
    )


def _task(document: Document, line: Line) -> bool:
    """A numbered line that gives somebody something to do: "2. Eva-Lena: bussrapporten, träff 8"."""
    words = line.span.of(document.text)
    mark = NUMBERED.match(words)
    if not mark or len(words) > TASK:
        return False
    rest = Span(line.span.start + mark.end(), line.span.end)
    return labelled(document.reading_form(rest)) is not None


def _width(document: Document) -> int:
    lengths = sorted(line.span.end - line.span.start for line in document.lines)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _goes_on(document: Document, block: Block, line: Line, width: int, known: tuple[Span, ...]) -> bool:
    """Whether a line belongs to the block above: no blank line between, and the one above was full."""
    if block.kind in ("heading", "row") or any(span.meets(block.span) for span in known):
        return False
    words = line.span.of(document.text)
    if labelled(document.reading_form(line.span)) and block.kind == "paragraph":
        return False
    if left(block.lines[-1].span.of(document.text)):
        return False
    if line.blank_before:
        last = block.lines[-1].span.of(document.text)
        unfinished = not last.endswith((".", "!", "?", ":", "”", "*"))
        return unfinished and (words[:1].islower() or last.endswith(",")) and len(last) > 0.4 * width
    if document.format == "pdf" and _ended_early(block.lines[-1].span.of(document.text), words, width):
        return False
    return not opening(words)


def _ended_early(above: str, words: str, width: int) -> bool:
    """Whether a page's line stops where the next word would have had room: a paragraph's last line."""
    room = width - len(above) - 1 - len(words.split()[0])
    return above.endswith((".", "!", "?")) and words[:1].isupper() and room > ROOM * width
