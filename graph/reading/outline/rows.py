"""Rows that name who speaks in their first cells and hold what was said in the others."""

import re
from dataclasses import dataclass

from graph.model.text import Document, Span
from graph.reading.outline.cells import cells
from graph.reading.outline.labels import Label, parse
from graph.reading.outline.personal_names import looks_organisational

NAME = 90
"""Characters of the longest cell that only names somebody."""
SENTENCE = re.compile(r"[a-zåäö0-9%)][.!?](?:\s|$)")


@dataclass(frozen=True, slots=True)
class SpokenRow:
    """Whom a row names, the span of the cells that do, and the cells that say something."""

    label: Label
    who: Span
    said: tuple[Span, ...]


def spoken_row(document: Document, line: Span) -> SpokenRow | None:
    """A row as somebody's report; None where no cell says anything or the first names nobody."""
    found = cells(document, line)
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
