"""Programmes of meetings: points with their hour, and below them who takes part."""

import re

from graph.model.outline import Outline
from graph.model.text import Document, Line
from graph.reading.outline import running
from graph.reading.outline.gathering import Habit

HOUR = re.compile(
    r"(?:kl\.?\s*)?(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s?[–-]\s?(?:[01]?\d|2[0-3])[.:][0-5]\d)?\s+\S"
)


def heading(document: Document, line: Line, apart: bool) -> bool:
    """A line that opens with an hour of the day."""
    return HOUR.match(line.span.of(document.text)) is not None


class Programme:
    """Scores the share of text below points that have their hour."""

    name = "programme"
    habit = Habit(heading, lists_names=True)

    def fit(self, document: Document) -> float:
        """0 with fewer than three such points; else that share, lower where much is said below them."""
        points = [line for line in document.lines if heading(document, line, False)]
        if len(points) < 3:
            return 0.0
        below = [line for line in document.lines if line.number >= points[0].number]
        short = sum(line.span.end - line.span.start < running.NAMES for line in below) / len(below)
        return short * (1 - points[0].span.start / len(document.text))

    def read(self, document: Document) -> Outline:
        """A line that only names somebody is nobody's statement; who stands beside whom is kept."""
        return running.read(document, self.name, self.habit)
