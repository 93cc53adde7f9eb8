"""Minutes by agenda: numbered or § points, with labelled turns or prose below them."""

from graph.model.outline import Outline
from graph.model.text import Document
from graph.reading.outline import running
from graph.reading.outline.gathering import Habit
from graph.reading.outline.headlines import numbered, spoken_share, topic
from graph.reading.outline.marks import SECTION_SIGN


class Agenda:
    """Scores the share of text under numbered points, where speakers are named below them."""

    name = "agenda"
    habit = Habit(topic, rows_speak=True)

    def fit(self, document: Document) -> float:
        """Share of text under a numbered or § heading, and how much of it names a speaker."""
        marks = [
            line
            for line in document.lines
            if SECTION_SIGN.match(line.span.of(document.text)) or numbered(document, line)
        ]
        if len(marks) < 2:
            return 0.0
        share = 1 - marks[0].span.start / len(document.text)
        return share * (0.35 + 0.5 * spoken_share(document))

    def read(self, document: Document) -> Outline:
        """Each paragraph is read by its own label or verb of speech."""
        return running.read(document, self.name, self.habit)
