"""Rows that name who speaks in their first cells and hold what was said in the others."""

import re
from dataclasses import dataclass

from graph.model.text import Document, Span
from graph.reading.outline.cells import placed
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
    r"(?:åtgärd(?:er)?|ansvar(?:ig|iga)?|klart?|klart? senast|senast|deadline|när|vem|status|att göra|uppföljning"
    r"|nästa steg|beslut|tiltak|frist|oppfølging|actions?|responsible|owner|due(?: date)?|next steps?)\W*",
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
    """Whether what stands in a column is told by somebody, as far as its head says."""
    return column >= len(heads) or not TASK.fullmatch(heads[column])


def spoken_row(document: Document, line: Span, heads: tuple[str, ...] = ()) -> SpokenRow | None:
    """A row as somebody's report; None where no cell says anything or the first names nobody."""
    found = [cell for column, cell in placed(document, line) if _reports(column, heads)]
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
