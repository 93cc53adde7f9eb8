"""Marked notes of one level, many of which begin with a speaker's label."""

from graph.model.outline import Outline
from graph.model.text import Document, Line
from graph.reading.outline import running
from graph.reading.outline.attribution import labelled
from graph.reading.outline.emboldened import before_dash
from graph.reading.outline.gathering import Habit
from graph.reading.outline.headlines import topic
from graph.reading.outline.marks import MARK


class Notes:
    """Scores the share of lines that are marked and labelled."""

    name = "notes"
    habit = Habit(topic, section_speaks=True, label_holds=True)

    def fit(self, document: Document) -> float:
        """Share of lines that are marked, and of those the share that begins with a label."""
        marked = [line for line in document.lines if MARK.match(line.span.of(document.text))]
        if len(marked) < 3:
            return 0.0
        labels = sum(_labelled(document, line) for line in marked)
        if not labels:
            return 0.0
        covered = len(marked) / len(document.lines)
        left = min(line.indent for line in marked)
        nested = sum(line.indent > left + 1 for line in marked) / len(marked)
        return (
            (1 - nested / 2) * min(1.0, covered * 1.4) * (0.25 + 0.75 * min(1.0, 1.6 * labels / len(marked)))
        )

    def read(self, document: Document) -> Outline:
        """A label holds for the unlabelled items after it, until the next label or heading."""
        return running.read(document, self.name, self.habit)


def _labelled(document: Document, line: Line) -> bool:
    form = document.reading_form(line.span)
    mark = MARK.match(form.text)
    if mark is None:
        return False
    inner = document.reading_form(form.span(mark.end(), len(form.text)))
    return (labelled(inner) or before_dash(inner)) is not None
