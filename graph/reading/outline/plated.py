"""Notes with a nameplate over each part: who speaks, alone on one or two lines straight over the text."""

from bisect import bisect_right

from graph.model.outline import Outline
from graph.model.text import Document, Line
from graph.reading.outline import running
from graph.reading.outline.gathering import Habit
from graph.reading.outline.plates import plain, plate, plate_label

FEWEST = 3
"""Nameplates from which they are the document's way of naming speakers."""
HEADLINE = 40
"""Characters of the longest heading that stands straight over its text."""


def heading(document: Document, line: Line, apart: bool) -> bool:
    """A line of few words over text, which names nobody."""
    del apart
    index = bisect_right(document.lines, line.span.start, key=lambda other: other.span.start)
    below = document.lines[index] if index < len(document.lines) else None
    if below is None or below.blank_before or not line.blank_before or not plain(document, line):
        return False
    words = line.span.of(document.text)
    one = len(words) < HEADLINE and len(words.split()) < 5
    return one and below.span.of(document.text)[:1].isupper()


class Plated:
    """Scores the text below nameplates by how many of them name a person."""

    name = "plated"
    habit = Habit(heading, section_speaks=True, plate=plate)

    def fit(self, document: Document) -> float:
        """0 with fewer than three nameplates or where few name a person; else the share of text below."""
        found = [index for index in range(len(document.lines)) if plate(document, index)]
        persons = [index for index in found if self._person(document, index)]
        if len(found) < FEWEST or 2 * len(persons) < len(found):
            return 0.0
        start = document.lines[found[0]].span.start
        heads = [
            line for line in document.lines if line.span.start > start and heading(document, line, False)
        ]
        share = 1 - start / len(document.text)
        return share * (0.4 + 0.6 * len(found) / max(len(found), len(heads)))

    def _person(self, document: Document, index: int) -> bool:
        lines = document.lines[index : index + plate(document, index)]
        return bool(plate_label(document, list(lines)).persons)

    def read(self, document: Document) -> Outline:
        """The person of the nameplate speaks in each paragraph below it that names nobody else."""
        return running.read(document, self.name, self.habit)
