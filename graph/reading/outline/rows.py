"""Rows that name who speaks in their first cells and hold what was said in the others."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from graph.model.text import Document, Span
from graph.reading.outline.cells import cells, is_row, placed
from graph.reading.outline.labels import Label, parse
from graph.reading.outline.personal_names import looks_organisational

NAME = 90
"""Characters of the longest cell that only names somebody."""
TASK = re.compile(
    r"(?:åtgärd(?:er)?|aktivitet(?:er)?|att göra|nästa steg|ansvarig(?:a)?|ansvar|vem|ägare|klart?|klar senast|senast"
    r"|när|datum|tidpunkt|deadline|förfaller|status|uppföljning|beslut"
    r"|tiltak|frist|oppfølging|actions?|responsible|owner|due(?: date)?|next steps?)",
    re.IGNORECASE,
)
"""Titles of columns that give somebody something to do."""
RULE = re.compile(r"[-+=|\s]{5,}")
"""What is drawn below the titles of a table."""
SENTENCE = re.compile(r"[a-zåäö0-9%)][.!?](?:\s|$)")


@dataclass(frozen=True, slots=True)
class SpokenRow:
    """Whom a row names, the span of the cells that do, and the cells that say something."""

    label: Label
    who: Span
    said: tuple[Span, ...]


def goes_on(document: Document, line: Span) -> tuple[Span, ...]:
    """What a row says whose first cell is empty: it belongs to whom the row above names."""
    titles = _titles(document, line)
    found = placed(document, line)
    first = int(bool(titles) and not titles[0])  # a row may be framed by bars
    if not titles or not found or found[0][0] != first + 1 or found[-1][0] >= len(titles):
        return ()
    said = tuple(
        cell for column, cell in found if not TASK.fullmatch(titles[column]) and _says(cell.of(document.text))
    )
    return said if any(SENTENCE.search(cell.of(document.text)) for cell in said) else ()


def spoken_row(document: Document, line: Span) -> SpokenRow | None:
    """A row as somebody's report; None where no cell says anything or the first names nobody."""
    tasks = _tasks(document, line)
    found = [cell for cell in cells(document, line) if cell.start not in tasks]
    names = []
    for cell in found:
        label = _name(document, cell)
        if label is None:
            break
        names.append((cell, label))
    said = tuple(cell for cell in found[len(names) :] if _says(cell.of(document.text)))
    if not names or not any(SENTENCE.search(cell.of(document.text)) for cell in said):
        return None
    persons = tuple(person for _, label in names for person in label.persons)
    organisation = next((label.organisation for _, label in names if label.organisation), None)
    role = next((label.role for _, label in names if label.role), None)
    who = Span(names[0][0].start, names[-1][0].end)
    return SpokenRow(Label(persons, organisation, role=role), who, said)


def _tasks(document: Document, line: Span) -> frozenset[int]:
    """Where the cells of a row begin that stand below "Åtgärd", "Ansvarig", "Klart" and their like."""
    titles = _titles(document, line)
    if not titles:
        return frozenset()
    first = int(not titles[0])  # a row may be framed by bars; the first column names who reports
    return frozenset(
        cell.start
        for column, cell in placed(document, line)
        if first < column < len(titles) and TASK.fullmatch(titles[column])
    )


def _titles(document: Document, line: Span) -> list[str]:
    """The titles of the columns: the row that the rows above this one begin with; empty without any."""
    place = bisect_left(document.lines, line.start, key=lambda other: other.span.start)
    while place and _in_table(_words(document, place - 1)) and not _parted(document, place):
        place -= 1
    first = [title.strip() for title in re.split(r"[|\t]", _words(document, place))]
    return first if sum(map(len, first)) < NAME and document.lines[place].span != line else []


def _in_table(words: str) -> bool:
    return is_row(words) or RULE.fullmatch(words) is not None


def _parted(document: Document, place: int) -> bool:
    """Whether a row stands apart from the line above, with no rule of a table between them."""
    lines = document.lines
    between = document.text[lines[place - 1].span.end : lines[place].span.start].strip()
    return lines[place].blank_before and RULE.fullmatch(between) is None


def _words(document: Document, place: int) -> str:
    return document.lines[place].span.of(document.text)


def _name(document: Document, cell: Span) -> Label | None:
    words = cell.of(document.text)
    if len(words) > NAME or SENTENCE.search(words):
        return None
    label = parse(document.reading_form(cell))
    if label.persons or (label.organisation and looks_organisational(label.organisation.name)):
        return label
    return None


def _says(words: str) -> bool:
    return len(words.split()) > 2 or SENTENCE.search(words) is not None
