"""Minutes as a table: a row names who speaks and says what."""

from graph.model.outline import Outline
from graph.model.text import Document
from graph.reading.outline import running
from graph.reading.outline.cells import is_row
from graph.reading.outline.gathering import Habit
from graph.reading.outline.headlines import topic
from graph.reading.outline.rows import spoken_row


class Table:
    """Scores the share of text that stands in rows whose first cells name somebody."""

    name = "table"
    habit = Habit(topic, rows_speak=True)

    def fit(self, document: Document) -> float:
        """That share; a table of participants says nothing and scores 0."""
        rows = [line.span for line in document.lines if is_row(line.span.of(document.text))]
        said = [span for span in rows if spoken_row(document, span)]
        if len(said) < 2:
            return 0.0
        printed = sum(line.span.end - line.span.start for line in document.lines)
        return sum(span.end - span.start for span in said) / printed

    def read(self, document: Document) -> Outline:
        """What stands in a row is said by whom its first cells name."""
        return running.read(document, self.name, self.habit)
