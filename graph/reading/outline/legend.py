"""Lines that say whom letters stand for in the notes: "AB = Anna Brink, Mora kommun", "CD = jag"."""

import re
from collections.abc import Iterator

from graph.model.outline import Party
from graph.model.terms import Kind
from graph.model.text import Document, Span
from graph.reading.outline.builder import Builder
from graph.reading.outline.entries import Entry, entries
from graph.reading.outline.met import full_names
from graph.reading.outline.pieces import SHORTENED
from graph.reading.outline.roster import initials

SELF = re.compile(r"(?P<short>[A-ZÅÄÖ]{2,4})\s?=\s?(?:jag|undertecknad|I|me)\b[ .,]*$")
"""Whoever took the notes, by the letters alone."""


def begun(document: Document) -> Builder:
    """A builder that knows whom the letters stand for, wherever in the document that is told."""
    builder = Builder(document)
    for one in legend(document):
        builder.note(*one.persons, one.organisation)
        for person in one.persons:
            builder.roster.add(person, one.organisation)
        if one.short:
            builder.roster.called[one.short.name] = one.short
    return builder


def legend(document: Document) -> Iterator[Entry]:
    """Each line that opens with letters and what they stand for, and nothing more."""
    if "=" not in document.text:
        return
    for line in document.lines:
        form = document.reading_form(line.span)
        if SHORTENED.match(form.text):
            for one in entries(form) or ():
                if one.short:
                    yield one
        elif told := SELF.match(form.text):
            names = [name for name in full_names(document) if initials(name) == told["short"]]
            if len(names) == 1:
                at = Span(line.span.start, line.span.start + len(told["short"]))
                yield Entry((), short=Party(at, told["short"], Kind.PERSON, names[0]))
