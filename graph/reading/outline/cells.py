"""Rows of tables: their cells, parted by bars or tabs."""

import re

from graph.model.text import Document, Span

PARTED = re.compile(r"[^|\t]+")


def is_row(words: str) -> bool:
    """Whether a line is a table's row, its cells parted by bars or by a tab."""
    return " | " in words or words.endswith(" |") or "\t" in words.strip()


def placed(document: Document, line: Span) -> tuple[tuple[int, Span], ...]:
    """The cells of a row that hold something, each with how many bars or tabs stand before it."""
    found = []
    for span in cells(document, line):
        before = document.text[line.start : span.start]
        found.append((before.count("|") + before.count("\t"), span))
    return tuple(found)


def cells(document: Document, line: Span) -> tuple[Span, ...]:
    """The cells of a row that hold something, white space left out."""
    found = []
    for piece in PARTED.finditer(line.of(document.text)):
        words = piece.group().strip()
        if words:
            start = line.start + piece.start() + piece.group().index(words)
            found.append(Span(start, start + len(words)))
    return tuple(found)
