"""Transcripts: turns that begin with a name and a colon."""

from graph.model.outline import Outline
from graph.model.text import Document, Line
from graph.reading.outline import running
from graph.reading.outline.attribution import labelled
from graph.reading.outline.gathering import Habit
from graph.reading.outline.headlines import topic
from graph.reading.outline.marks import MARK


def heading(document: Document, line: Line, apart: bool) -> bool:
    """A line that stands apart and is no speaker's label."""
    return topic(document, line, apart) and not labelled(document.reading_form(line.span))


class Transcript:
    """Scores the share of paragraphs that begin with a speaker's label."""

    name = "transcript"
    habit = Habit(heading, label_holds=True)

    def fit(self, document: Document) -> float:
        """That share, where at least three do; items of lists are no turns."""
        firsts = [line for line in document.lines if line.blank_before or line is document.lines[0]]
        turns = [
            line
            for line in firsts
            if not MARK.match(line.span.of(document.text)) and labelled(document.reading_form(line.span))
        ]
        return 0.95 * len(turns) / len(firsts) if len(turns) >= 3 else 0.0

    def read(self, document: Document) -> Outline:
        """A label holds until the next one."""
        return running.read(document, self.name, self.habit)
