"""Lines that name who speaks in the lines below them, told by what they say and not by their marks."""

import re
from bisect import bisect_right
from itertools import pairwise

from graph.lexicon.listed import organisations_named
from graph.model.text import Document, Line, Span
from graph.reading.outline.attribution import labelled
from graph.reading.outline.labels import names_only, parse
from graph.reading.outline.marks import MARK
from graph.reading.outline.openings import opening
from graph.reading.outline.personal_names import looks_organisational

NAME = re.compile(r"(?:af |von |de )?[A-ZÅÄÖÉÜ]")
TIMED = re.compile(r"\b(?:1[89]|20)\d\d\b|^(?:plats|lokal|tid|datum|dag|rum)\b[^:]{0,20}:", re.IGNORECASE)
"""A title with its date, and where and when: they stand above all, and nobody speaks below."""
JOINTS = frozenset(("i", "och", "för", "&", "av"))
SHORT_NAME = 2
"""Words of a name in which small letters may begin any but the first: "Malmö universitet"."""
SMALL = 6
"""Words in small letters of the longest names and titles: "biträdande enhetschef, Myndigheten för digital …"."""
LONGEST = 100
"""Characters of the longest line that only names who speaks."""
RAGGED = 12
"""Characters by which the ends of broken lines differ: a long word's."""
CLOSE = 0.7
"""Share of those who are named with a line straight below, where lines are items without marks."""
FULL = 0.2
"""Share of lines that are full where lines are broken to a width."""


def heads(document: Document) -> frozenset[int]:
    """Numbers of the lines that name a person with an organisation, or what is surely an organisation.

    Such lines one after another are the entries of a list and head nothing; of two that an empty line
    parts, the first has nothing to say.
    """
    found: set[int] = set()
    run: list[Line] = []
    for line in document.lines:
        if _names(document, line):
            run.append(line)
            continue
        if len(run) == 1 or (len(run) == 2 and run[1].blank_before):
            found.add(run[-1].number)
        run = []
    return frozenset(found)


def _names(document: Document, line: Line) -> bool:
    words = line.span.of(document.text)
    mark = MARK.match(words)
    begin = line.span.start + (mark.end() if mark else 0)
    if line.span.end - begin > LONGEST or words.endswith((".", "!", "?", ",", ";")) or opening(words):
        return False
    bare = words[mark.end() if mark else 0 :]
    small = sum(token[0].islower() for token in bare.split())
    if small > SMALL or not NAME.match(bare) or TIMED.search(bare):
        return False  # told before anything is looked up: most lines are no heads
    form = document.reading_form(Span(begin, line.span.end))
    label = parse(form)
    if label.organisation is None:
        return False
    colon = form.text.find(":")
    before = colon >= 0 and any(person.span.end <= form.offsets[colon] for person in label.persons)
    if (before or not label.persons) and not organisation_alone(label.organisation.name):
        return False  # "Bo Ek: Läget i industrin är": a turn, broken at its line's end
    return names_only(form, label)


def organisation_alone(name: str) -> bool:
    """Whether a line is an organisation's name and no part of a sentence that names one."""
    if organisations_named(name):
        return True
    tokens = name.split()
    titled = all(token[:1].isupper() or token in JOINTS for token in tokens)
    return looks_organisational(name) and (titled or len(tokens) <= SHORT_NAME)


def over_lines(document: Document, naming: frozenset[int]) -> bool:
    """Whether what is said stands line by line straight below those who say it, with nothing between."""
    close = sum(
        line.number in naming and not _between(document, line, below)
        for line, below in pairwise(document.lines)
    )
    first = min(naming, default=0)
    parted = sum(
        _between(document, line, below) and line.number not in naming and below.number not in naming
        for line, below in pairwise(document.lines)
        if line.number > first
    )
    turns = sum(labelled(document.reading_form(line.span)) is not None for line in document.lines)
    if turns > len(naming):
        return False  # a transcript, its participants named above
    return len(naming) > 1 and close > CLOSE * len(naming) and parted <= len(naming)


def _between(document: Document, line: Line, below: Line) -> bool:
    """Whether empty lines stand between two lines, and no page ends there."""
    gap = Span(line.span.end, below.span.start)
    return below.blank_before and not any(zone.meets(gap) for zone in document.furniture)


def parted(document: Document, line: Line) -> bool:
    """Whether empty lines stand over a line, and no page begins there."""
    index = bisect_right(document.lines, line.span.start, key=lambda other: other.span.start) - 1
    return index < 1 or _between(document, document.lines[index - 1], line)


def opens_item(document: Document, line: Line, width: int) -> bool:
    """Whether a line without a mark begins an item: its first word had room on the line above.

    So a broken line is told from a new item where nothing is printed to tell them apart.
    """
    index = bisect_right(document.lines, line.span.start, key=lambda other: other.span.start) - 1
    words = line.span.of(document.text)
    if parted(document, line):
        return True
    if not (words[:1].isupper() or words[:1].isdigit()):
        return False
    above = document.lines[index - 1]
    right = above.indent + above.span.end - above.span.start
    return right + 1 + len(words.split(maxsplit=1)[0]) <= width


def set_width(document: Document) -> int:
    """How many characters the text's lines have room for; more than any has where lines are not broken."""
    edges = [int(line.indent) + line.span.end - line.span.start for line in document.lines]
    widest = max(edges, default=0)
    full = sum(edge > widest - RAGGED for edge in edges)
    return widest if full > FULL * len(edges) else widest * 2
