"""Rows that name who speaks in their first cells and hold what was said in the others."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from graph.model.text import Document, Span
from graph.reading.outline.cells import is_row, placed
from graph.reading.outline.labels import Label, parse
from graph.reading.outline.personal_names import looks_organisational

NAME = 90
"""Characters of the longest cell that only names somebody."""
SENTENCE = re.compile(r"[a-zåäö0-9%)][.!?](?:\s|$)")
ACTOR = re.compile(
    r"(?:aktör(?:er)?|organisation(?:er)?|namn|vem|deltagare|part(?:er)?|kommun(?:er)?|företag|bolag|medlem(?:mar)?"
    r"|aktører?|organisasjon|navn|deltaker|actor|organisation|organization|name|participant|partner)\W*",
    re.IGNORECASE,
)
"""Heads of the column that names who reports."""
TASK = re.compile(
    r"(?:åtgärd(?:er)?|aktivitet(?:er)?|ansvar(?:ig|iga)?|ägare|klart?|klart? senast|senast|deadline|förfaller|när|datum"
    r"|tidpunkt|vem|status|att göra|uppföljning|nästa steg|beslut|tiltak|frist|oppfølging|actions?|responsible|owner|due(?: date)?|next steps?)\W*",
    re.IGNORECASE,
)
"""Heads of columns that say what is to be done, by whom and until when; nobody speaks in them."""


@dataclass(frozen=True, slots=True)
class SpokenRow:
    """Whom a row names, the span of the cells that do, and the cells that say something."""

    label: Label
    who: Span
    said: tuple[Span, ...]


def columns(document: Document, line: Span) -> tuple[str, ...]:
    """The heads of a table's columns; none where a row is no head of a table of reports."""
    found = placed(document, line)
    words = [cell.of(document.text) for _, cell in found]
    if len(words) < 2 or found[0][0] != 0 or not ACTOR.fullmatch(words[0]):
        return ()
    heads = [""] * (found[-1][0] + 1)
    for (column, _), head in zip(found, words, strict=True):
        heads[column] = head
    return tuple(heads)


def goes_on(document: Document, line: Span, heads: tuple[str, ...]) -> tuple[Span, ...]:
    """What a row says whose first cell is empty: it belongs to whom the row above names."""
    found = placed(document, line)
    if not heads or not found or found[0][0] != 1 or found[-1][0] >= len(heads):
        return ()
    said = tuple(cell for column, cell in found if _reports(column, heads) and _says(cell.of(document.text)))
    return said if any(SENTENCE.search(cell.of(document.text)) for cell in said) else ()


def _reports(column: int, heads: tuple[str, ...]) -> bool:
    """Whether a column names who reports, as the first does, or what is told, as far as its head says."""
    return column == 0 or column >= len(heads) or not TASK.fullmatch(heads[column])


def spoken_row(document: Document, line: Span, heads: tuple[str, ...] = ()) -> SpokenRow | None:
    """A row as somebody's report; None where no cell says anything or the first names nobody."""
    tasks = _tasks(document, line)
    found = [
        cell for column, cell in placed(document, line) if _reports(column, heads) and cell.start not in tasks
    ]
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
    pieces = list(re.finditer(r"[^|\t]+", line.of(document.text)))
    return frozenset(
        line.start + piece.end() - len(piece.group().lstrip())
        for title, piece in zip(titles[1:], pieces[1:], strict=False)  # the first names who reports
        if TASK.fullmatch(title)
    )


def _titles(document: Document, line: Span) -> list[str]:
    """The titles of the columns: the row that the rows above this one begin with; empty without any."""
    place = bisect_left(document.lines, line.start, key=lambda other: other.span.start)
    while place and not document.lines[place].blank_before and is_row(_words(document, place - 1)):
        place -= 1
    first = [title.strip() for title in re.split(r"[|\t]", _words(document, place))]
    return first if sum(map(len, first)) < NAME and document.lines[place].span != line else []


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
