"""Minutes with a list of participants, then prose that says who tells what."""

from graph.model.outline import Outline
from graph.model.text import Document
from graph.reading.outline import running
from graph.reading.outline.gathering import Habit
from graph.reading.outline.headlines import spoken_share, topic
from graph.reading.outline.openings import opening

TOP = 25
"""Lines within which a list of participants opens."""


class Attendance:
    """Scores the prose below a list of participants by how much of it names a speaker."""

    name = "attendance"
    habit = Habit(topic, rows_speak=True)

    def fit(self, document: Document) -> float:
        """0 without such a list; else how much of what follows names a speaker by a verb of speech."""
        opened = any(opening(line.span.of(document.text)) for line in document.lines[:TOP])
        return 0.3 + 0.6 * spoken_share(document) if opened else 0.0

    def read(self, document: Document) -> Outline:
        """Paragraphs parted into runs by one speaker."""
        return running.read(document, self.name, self.habit)
