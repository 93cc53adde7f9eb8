"""Notes as sent by e-mail: the speaker in capitals over each part."""

from graph.model.outline import Outline
from graph.model.text import Document
from graph.reading.outline import headlines, running
from graph.reading.outline.gathering import Habit
from graph.reading.outline.labels import parse


class Capitals:
    """Scores the share of text below lines in capitals that name somebody."""

    name = "capitals"
    habit = Habit(headlines.capitals, section_speaks=True, rows_speak=True)

    def fit(self, document: Document) -> float:
        """Share of text below a line in capitals, by how many of those lines name somebody."""
        heads = [line for line in document.lines if headlines.capitals(document, line, False)]
        if len(heads) < 3:
            return 0.0
        named = sum(not parse(document.reading_form(line.span)).empty for line in heads)
        return (1 - heads[0].span.start / len(document.text)) * (0.3 + 0.65 * named / len(heads))

    def read(self, document: Document) -> Outline:
        """The heading's person speaks in each paragraph that names nobody else."""
        return running.read(document, self.name, self.habit)
