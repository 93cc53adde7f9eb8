"""Lines gathered under their bullets, with the level of each learnt from list depth, glyph or indent."""

import re
from dataclasses import dataclass
from itertools import pairwise

from graph.model.text import Document, Line, Span
from graph.reading.outline.headlines import topic
from graph.reading.outline.heads import heads, opens_item, over_lines, parted, set_width
from graph.reading.outline.marks import MARK
from graph.reading.outline.meeting import CLOSING
from graph.reading.outline.procedure import NEXT

STOPS = (".", "!", "?", ":", "…", ")", "”", '"')
WHOLE = 0.8
"""Share of items without marks that must be whole sentences, for lines to be read as items."""
MOST, FEW = 0.5, 0.1
"""Share of a mark's lines that name who speaks: from here on it is a head's, up to here an item's."""
LOOSE = 0.1
"""Share of items that may stand below an empty line in a list whose items stand close together."""
HEADLINE = 40
"""Characters of the longest line that stands over a paragraph as its heading."""
PARAGRAPH_GAP = 2
"""Lines without print that part a paragraph from an item above it; one is what a PDF leaves between lines."""


@dataclass
class Block:
    """A marked line with what goes on below it, or an unmarked paragraph (level None)."""

    start: int
    end: int
    level: int | None
    last: int
    indent: float = 0.0  # of the mark

    @property
    def span(self) -> Span:
        """From the first printed character after the mark to the last."""
        return Span(self.start, self.end)


def blocks(document: Document, apart: tuple[Span, ...] = ()) -> list[Block]:
    """The document's lines gathered under their marks, with levels learnt from glyph, indent and list depth.

    Lines that meet a span of `apart` (the title, the next meeting) stand by themselves.
    """
    marks = [(line, _mark(line.span.of(document.text))) for line in document.lines]
    marked = [(line, match) for line, match in marks if match or _hinted(line)]
    levels = _levels(marked)
    naming = heads(document)
    bare = naming - levels.keys()
    if len(marked) < len(bare) and over_lines(document, bare):
        read = _unmarked(document, bare, apart)
        if _whole(document, read):
            return read
    if not any(levels.values()):
        levels |= _by_words(document, levels, naming)
    else:
        levels |= _by_glyph(document, [(line, match) for line, match in marked if match], naming)
    levels |= _promoted(levels, naming)
    items = [line for line, _ in marked if levels[line.number] == 1]
    tight = sum(line.blank_before for line in items) <= LOOSE * len(items)
    found: list[Block] = []
    for line, match in marks:
        if line.number not in levels and found and _begins(document, line, found[-1], naming):
            found.append(Block(line.span.start, line.span.end, 1, line.number, line.indent))
        elif line.number in levels:
            start = line.span.start + (match.end() if match else 0)
            found.append(Block(start, line.span.end, levels[line.number], line.number, line.indent))
        elif (
            found
            and not _alone(document, line, found[-1], apart)
            and not _new_paragraph(document, found[-1], line)
            and not (tight and _after_list(document, found[-1], line))
        ):
            found[-1].end, found[-1].last = line.span.end, line.number
        else:
            found.append(Block(line.span.start, line.span.end, None, line.number))
    return found


def _begins(document: Document, line: Line, above: Block, naming: frozenset[int]) -> bool:
    """Whether a line without a mark is what the person says whom the line above it names in full."""
    said = not line.span.of(document.text)[0].islower() and not line.blank_before
    return said and above.level == 0 and above.last in naming


def _mark(words: str) -> re.Match[str] | None:
    """The mark of an item; "* * *" only parts what stands above from what stands below."""
    mark = MARK.match(words)
    return mark if mark and re.search(r"\w", words[mark.end() :]) else None


def _by_words(document: Document, levels: dict[int, int], naming: frozenset[int]) -> dict[int, int]:
    """Levels where all marks are alike: who is named above items heads them, marked or not."""
    below = {line.number: after.number for line, after in pairwise(document.lines)}
    over = {number for number in naming if number not in levels and below[number] in levels}
    inner = naming & levels.keys()
    tops = over if len(over) > len(inner) else inner
    if len(tops) < 2 or (tops is inner and len(levels) < 2 * len(tops)):
        return {}
    return dict.fromkeys(levels, 1) | dict.fromkeys(tops, 0)


def _promoted(levels: dict[int, int], naming: frozenset[int]) -> dict[int, int]:
    """Whoever is named heads items wherever they stand, where most upper lines name somebody.

    Minutes that several wrote, or whose later pages lost their marks, change their habits on the way.
    """
    tops = [number for number, level in levels.items() if level == 0]
    if not tops or len(tops) == len(levels) or sum(number in naming for number in tops) < MOST * len(tops):
        return {}
    return dict.fromkeys((number for number in naming if number > min(tops)), 0)


def _by_glyph(
    document: Document, marked: list[tuple[Line, re.Match[str]]], naming: frozenset[int]
) -> dict[int, int]:
    """Levels where the mark that comes first is an item's: those below whose names or marks it stands."""
    lines: dict[str, list[int]] = {}
    for line, match in marked:
        if not _hinted(line):
            lines.setdefault(match["glyph"], []).append(line.number)
    if len(lines) < 2:
        return {}
    share = {glyph: sum(number in naming for number in found) / len(found) for glyph, found in lines.items()}
    first = next(iter(lines))
    numbers = {line.number for line, _ in marked}
    below = {line.number: after.number for line, after in pairwise(document.lines)}
    over = {number for number in naming - numbers if below[number] in numbers}
    tops = {glyph for glyph in lines if share[glyph] >= MOST}
    if share[first] > FEW or not (tops or len(over) > 1):
        return {}
    return {number: int(glyph not in tops) for glyph, found in lines.items() for number in found} | (
        dict.fromkeys(over, 0)
    )


def _whole(document: Document, found: list[Block]) -> bool:
    """Whether the items are whole: they begin and end as sentences do, and are no broken lines."""
    items = [block.span.of(document.text) for block in found if block.level == 1]
    ended = sum(words.endswith(STOPS) and not words[0].islower() for words in items)
    return ended >= WHOLE * len(items)


def _unmarked(document: Document, naming: frozenset[int], apart: tuple[Span, ...]) -> list[Block]:
    """Lines without marks: who is named heads the items below, an empty line and another topic end them.

    Where items are set in, what stands at the margin with items below it is a head whatever it says.
    """
    lines = document.lines
    width = set_width(document)
    first = min(naming)
    margin = min(line.indent for line in lines)
    heading = {line.indent for line in lines if line.number in naming}
    inner = [line.indent for line in lines if line.number > first and line.number not in naming]
    inset = heading == {margin} and sum(indent > margin for indent in inner) > len(inner) / 2
    found: list[Block] = []
    for line, after in zip(lines, (*lines[1:], None), strict=True):
        over = inset and line.indent == margin and after is not None and after.indent > margin
        if line.number in naming or (over and line.number > first):
            found.append(Block(line.span.start, line.span.end, 0, line.number, line.indent))
        elif (
            line.number < first
            or any(span.meets(line.span) for span in apart)
            or CLOSING.fullmatch(line.span.of(document.text))
            or NEXT.match(line.span.of(document.text))
            or topic(document, line, parted(document, line))
        ):
            found.append(Block(line.span.start, line.span.end, None, line.number))
        elif found[-1].level == 0 or opens_item(document, line, width):
            level = None if found[-1].level is None or (inset and line.indent == margin) else 1
            found.append(Block(line.span.start, line.span.end, level, line.number, line.indent))
        else:
            found[-1].end, found[-1].last = line.span.end, line.number
    return found


def _alone(document: Document, line: Line, above: Block, apart: tuple[Span, ...]) -> bool:
    if NEXT.match(line.span.of(document.text)) or NEXT.match(above.span.of(document.text)):
        return True
    if CLOSING.fullmatch(line.span.of(document.text)) or CLOSING.fullmatch(above.span.of(document.text)):
        return True
    return any(span.meets(line.span) or span.meets(above.span) for span in apart)


def _hinted(line: Line) -> bool:
    return line.hint is not None and line.hint.level is not None


def _levels(marked: list[tuple[Line, re.Match[str] | None]]) -> dict[int, int]:
    """The level of each marked line: list depth where the file tells; else by glyph; else by indent."""
    found: dict[int, int] = {}
    glyphs: dict[str, int] = {}
    plain = [(line, match) for line, match in marked if match and not _hinted(line)]
    kinds = list(dict.fromkeys(match["glyph"] for _, match in plain if match))
    indents = sorted({line.indent for line, _ in plain})
    for line, match in marked:
        if line.hint is not None and line.hint.level is not None:
            found[line.number] = line.hint.level
        elif match and len(kinds) > 1:
            found[line.number] = glyphs.setdefault(match["glyph"], min(len(glyphs), 1))
        else:
            found[line.number] = 0 if line.indent < indents[0] + 2 else 1
    return found


def _after_list(document: Document, item: Block, line: Line) -> bool:
    """Whether a line below an empty one no longer belongs to a list whose items stand close together."""
    above = document.text[item.start : item.end]
    ended = above.rstrip().endswith((".", "!", "?", "”"))
    opened = line.span.of(document.text)[:1].isupper()
    return line.blank_before and ended and opened and line.indent <= item.indent


def _new_paragraph(document: Document, block: Block, line: Line) -> bool:
    """Whether an unmarked line begins a paragraph of its own rather than going on with the item above."""
    gap = line.number - block.last - 1
    between = sum(
        zone.of(document.text).strip() != ""
        for zone in document.furniture
        if block.end <= zone.start < line.span.start
    )
    words = line.span.of(document.text)
    above = document.text[block.start : block.end].rstrip()
    if words.startswith(("http", "www")):
        return False
    if line.blank_before and line.indent < block.indent and words[:1].isupper():
        return True  # left of the mark itself: no part of its item
    if between:
        return above.endswith((".", "!", "?", ":")) and words[:1].isupper() and gap > PARAGRAPH_GAP + 4
    ended = above.endswith((".", "!", "?", ":", "”", ")")) or block.level is None
    if block.level is None and len(above) < HEADLINE and "\n" not in above and words[:1].isupper():
        return not above.endswith((",", "-"))  # "Övrigt" above what was said
    if gap >= PARAGRAPH_GAP and words[:1].isupper():
        return ended or gap > PARAGRAPH_GAP
    return block.level is None and line.blank_before and gap >= 1 and ended
