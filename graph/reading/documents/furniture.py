"""Page furniture: what a page prints beside what was said, and says again on the next one.

Whole lines only. What a line says once, without being a page number, a comment or a signature's mark, is
never furniture.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from graph.model.text import LINE, Span
from graph.reading.documents.addresses import repeated_addresses

PAGE_NUMBER = re.compile(
    r"(?P<word>(?:sida|sidan|sid\.?|page|s\.)\s*)?(?P<dash>[–-]\s*)?(?P<page>\d{1,4})"
    r"(?:\s*\(\s*(?P<of>\d{1,4})\s*\)|\s*(?:av|of|/)\s*(?P<total>\d{1,4})|\s*[–-])?",
    re.IGNORECASE,
)
GAP = re.compile(r"\s{3,}|\t|\s\|\s(?=(?:sida|sidan|sid\.?|page|s\.)\s*\d)", re.IGNORECASE)
"""What parts a page's number from its running line: white space, or a bar before the word for a page."""
COMMENT = re.compile(r"<!--.*?-->")
SIGNED = re.compile(
    r"(?:det här dokumentet är (?:digitalt|elektroniskt) (?:signerat|undertecknat)\.?"
    r"|dokumentet är (?:digitalt|elektroniskt) (?:signerat|undertecknat)\.?"
    r"|(?:transaktionsidentitet|transaktions-?id|signaturreferens|(?:penneo )?dokument(?:nyckel|-?id))"
    r"(?=\D*\d)(?:\s*:)?\s*[\w-]+"
    r"|(?:justerandes?|justerares?|ordförandens?|sekreterarens?)\s+sign(?:aturer|atur|\.)?:?"
    r"(?:\s+(?:utdragsbestyrkande|justerandes? sign(?:atur|\.)?))*"
    r"|utdragsbestyrkande:?)",
    re.IGNORECASE,
)
"""What signing services print on every page, and the ruled lines at the foot of Swedish protocols."""
REACH: Final = 5  # lines from the edge of a page, within which headers and footers stand
SHARE: Final = 0.6
"""Of the pages: a running line stands on more of them than it is missing from; first pages often lack it."""
AT_EDGES: Final = 0.8  # of all the places where a running line's words stand alone on a line


@dataclass(frozen=True, slots=True)
class _Number:
    """A line that may hold a page number: alone, or at the end after a gap."""

    line: int
    page: int
    total: int | None
    said: bool  # a word, dashes or a total show that it numbers pages
    beside: str  # what else stands on the line


def furniture(text: str) -> tuple[Span, ...]:
    """The spans of lines that are furniture, in reading order, without white space around them."""
    lines = [
        Span(
            match.start() + len(match.group()) - len(match.group().lstrip()),
            match.start() + len(match.group().rstrip()),
        )
        for match in LINE.finditer(text)
        if match.group().strip()
    ]
    words = [line.of(text) for line in lines]
    breaks = [
        index for index in range(1, len(lines)) if "\f" in text[lines[index - 1].end : lines[index].start]
    ]
    marks = [index for index, line in enumerate(words) if COMMENT.fullmatch(line)]
    signed = [index for index, line in enumerate(words) if SIGNED.fullmatch(line)]
    numbers = _page_numbers(words, breaks, marks)
    found = {*marks, *signed, *numbers}
    found |= _running(words, breaks, sorted({*marks, *numbers}), found)
    found |= repeated_addresses(words)
    return tuple(lines[index] for index in sorted(found))


def _page_numbers(words: list[str], breaks: list[int], marks: list[int]) -> set[int]:
    """Lines whose numbers rise from page to page, and single ones that say themselves what they are."""
    candidates = [number for index, line in enumerate(words) if (number := _number(index, line))]
    found: set[int] = set()
    said = [number for number in candidates if number.said]
    for first, second in itertools.pairwise(said):
        if (
            first.page < second.page
            and first.total == second.total
            and first.beside == second.beside
            and second.line - first.line > 1
        ):
            found |= {first.line, second.line}
    edges = {0, len(words) - 1} | {index + step for index in (*breaks, *marks) for step in (-1, 0, 1)}
    found |= {
        number.line
        for number in said
        if not number.beside
        and number.total
        and number.page <= number.total
        and any(abs(number.line - edge) < REACH - 2 for edge in edges)
    }
    if breaks:  # bare numbers count pages only where pages are known, one page after the other
        page_of = {number.line: sum(edge <= number.line for edge in breaks) for number in candidates}
        bare = [number for number in candidates if number.line in edges]
        series = Counter((number.page - page_of[number.line], number.beside) for number in bare)
        found |= {
            number.line for number in bare if series[number.page - page_of[number.line], number.beside] >= 2
        }
    return found


def _number(index: int, line: str) -> _Number | None:
    tail = GAP.split(line)[-1]
    match = PAGE_NUMBER.fullmatch(tail.strip())
    if not match:
        return None
    total = match["of"] or match["total"]
    said = bool(match["word"] or total or (match["dash"] and tail.rstrip().endswith(("-", "–"))))
    beside = "" if tail == line else _folded(line[: -len(tail)])
    return _Number(index, int(match["page"]), int(total) if total else None, said, beside)


def _running(words: list[str], breaks: list[int], marks: list[int], known: set[int]) -> set[int]:
    """Lines that stand at the same edge of most pages, in one piece from the edge inwards."""
    tops, bottoms = [*breaks, *(mark + 1 for mark in marks)], [*breaks, *marks]
    if breaks:
        bottoms = [*bottoms, len(words)]
    if breaks or marks:
        tops = [0, *tops]
    everywhere = Counter(map(_folded, words))
    sides = [
        [_reach(start, step, len(words), known) for start in sorted(set(starts))]
        for starts, step in ((tops, 1), ([index - 1 for index in bottoms], -1))
    ]
    running = [_on_most(reaches, words) for reaches in sides]
    while True:
        found = {
            index
            for reaches, lines in zip(sides, running, strict=True)
            for reach in reaches
            for index in _from_the_edge(reach, lines, words)
        }
        at_edges = Counter(_folded(words[index]) for index in found)
        # "Beslut" opens many a page by chance and stands within others as well: that is no header
        within = {line for line, times in at_edges.items() if times < AT_EDGES * everywhere[line]}
        if not within:
            return {index for index in found if at_edges[_folded(words[index])] >= 2}
        running = [lines - within for lines in running]


def _from_the_edge(reach: list[int], lines: set[str], words: list[str]) -> Iterator[int]:
    """The lines in one piece from the edge inwards that are among these."""
    return takewhile(lambda index: _folded(words[index]) in lines, reach)


def _on_most(reaches: list[list[int]], words: list[str]) -> set[str]:
    """The lines that stand near this edge on two pages or more, and on most."""
    seen = Counter(line for reach in reaches for line in {_folded(words[index]) for index in reach})
    return {line for line, times in seen.items() if times >= 2 and times >= SHARE * (len(reaches) - 1)}


def _reach(start: int, step: int, count: int, known: set[int]) -> list[int]:
    """The lines near an edge that are not furniture yet, from the edge inwards."""
    found: list[int] = []
    index = start
    while 0 <= index < count and len(found) < REACH:
        if index not in known:
            found.append(index)
        index += step
    return found


def _folded(words: str) -> str:
    return re.sub(r"\s+", " ", words).casefold()
