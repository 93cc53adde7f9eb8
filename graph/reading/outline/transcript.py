"""Transcripts: turns that begin with a name and a colon."""

from graph.model.outline import Outline
from graph.model.text import Document, Line
from graph.reading.outline import running
from graph.reading.outline.attribution import labelled
from graph.reading.outline.emboldened import emboldened
from graph.reading.outline.gathering import Habit
from graph.reading.outline.headlines import topic
from graph.reading.outline.marks import MARK
from graph.reading.outline.openings import opening
from graph.reading.outline.plates import field_plate

HOLDS = 0.75
"""Share of labelled paragraphs from which one without a label goes on with the speaker before it."""


def heading(document: Document, line: Line, apart: bool) -> bool:
    """A line that stands apart and is no speaker's label."""
    return topic(document, line, apart) and not labelled(document.reading_form(line.span))


def _opens_turn(document: Document, line: Line) -> bool:
    words = line.span.of(document.text)
    return (
        not MARK.match(words)
        and not opening(words)
        and (labelled(document.reading_form(line.span)) or emboldened(document, line.span)) is not None
    )


class Transcript:
    """Scores the share of paragraphs that begin with a speaker's label."""

    name = "transcript"

    def fit(self, document: Document) -> float:
        """That share, a little raised, where at least three do."""
        return min(1.0, 1.1 * labelled_share(document))

    def read(self, document: Document) -> Outline:
        """A label holds until the next one where nearly all have one; else for its own paragraph."""
        holds = labelled_share(document) >= HOLDS
        return running.read(document, self.name, Habit(heading, label_holds=holds, plate=field_plate))


def labelled_share(document: Document) -> float:
    """Share of paragraphs, from the first turn on, that begin with a label; 0 where fewer than three do."""
    turns = [
        line
        for index, line in enumerate(document.lines)
        if _opens_turn(document, line) or field_plate(document, index)
    ]
    if len(turns) < 3:
        return 0.0
    first = turns[0].number
    begun = {line.number for line in document.lines if line.blank_before and line.number >= first}
    return len(turns) / len(begun | {line.number for line in turns})
