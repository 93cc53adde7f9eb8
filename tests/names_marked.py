"""Sentences with their names marked in brackets, and how well recognition finds them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.model.outline import Outline
from graph.model.reading import Meeting, Quote
from graph.model.terms import Kind
from graph.model.text import Document, Span
from graph.reading.recognition.recognise import recognise

KINDS = {
    "p": "person",
    "o": "organisation",
    "l": "place",
    "j": "project",
    "s": "scheme",
    "e": "event",
    "a": "amount",
    "d": "date",
}
MARK = re.compile(r"\[([polsejad]): ?|\]| / ")
Name = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """One document of a few sentences, and the names that a person marked in it."""

    sentences: tuple[str, ...]
    names: frozenset[Name]

    @property
    def text(self) -> str:
        """The sentences, each on a line of its own."""
        return "\n".join(self.sentences)


def marked(file: Path) -> Iterator[Marked]:
    """The documents of a file, one a line."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield _unmarked(line)


def _unmarked(line: str) -> Marked:
    text, last = "", 0
    opened: list[tuple[str, int]] = []
    names: set[Name] = set()
    for mark in MARK.finditer(line):
        text += line[last : mark.start()]
        last = mark.end()
        if mark[1]:
            opened.append((KINDS[mark[1]], len(text)))
        elif mark.group() == "]":
            kind, start = opened.pop()
            names.add((kind, start, len(text)))
        else:
            text += "\n"
    if opened:
        raise ValueError(f"a bracket stays open: {line}")
    return Marked(tuple((text + line[last:]).split("\n")), frozenset(names))


def recognised(document: Marked) -> frozenset[Name]:
    """What recognition finds in it: names, dates, and figures that are money; no mere descriptions."""
    quotes, start = [], 0
    for sentence in document.sentences:
        span = Span(start, start + len(sentence))
        quotes.append(Quote(span, sentence, span))
        start = span.end + 1
    found = recognise(
        Document("marked.txt", document.text), Outline("notes", Meeting("Möte"), quotes=tuple(quotes))
    )
    return frozenset(
        {
            *(
                (str(one.kind), *_ends(one.span))
                for one in found.found
                if one.kind is not Kind.UNNAMED and not one.description
            ),
            *(("date", *_ends(date.span)) for date in found.dates),
            *(("amount", *_ends(figure.span)) for figure in found.figures if figure.money),
        }
    )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def scores(documents: list[Marked]) -> dict[str, float]:
    """F1 of exact names by kind, and over all of them under "all"."""
    hit: Counter[str] = Counter()
    said: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for document in documents:
        found = recognised(document)
        for name, count in ((found & document.names, hit), (found, said), (document.names, wanted)):
            count.update(kind for kind, _, _ in name)
            count["all"] += len(name)
    return {kind: 2 * hit[kind] / (said[kind] + wanted[kind]) for kind in wanted}
