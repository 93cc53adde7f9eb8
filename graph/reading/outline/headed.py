"""Notes with a heading that names who speaks over each part, in ordinary letters."""

from bisect import bisect_right

from graph.model.outline import Outline
from graph.model.text import Document, Line
from graph.reading.outline import running
from graph.reading.outline.gathering import Habit
from graph.reading.outline.headlines import short, topic
from graph.reading.outline.heads import organisation_alone
from graph.reading.outline.labels import Label, names_only, parse
from graph.reading.outline.marks import HEAD_MARK, MARK
from graph.reading.outline.openings import opening
from graph.reading.outline.plates import broken_head


def heading(document: Document, line: Line, apart: bool) -> bool:
    """A line that stands apart, or that names a person with an organisation above what they say."""
    if topic(document, line, apart):
        return True
    words = line.span.of(document.text)
    if not line.blank_before or not short(words.rstrip(" :*_")) or MARK.match(words) or opening(words):
        return False
    label = named(document, line)
    if not label.persons or label.organisation is None:
        return False
    return names_only(document.reading_form(line.span), label) and not _listed(document, line)


def _listed(document: Document, line: Line) -> bool:
    """Whether the line below names somebody likewise: both are entries of a list."""
    index = bisect_right(document.lines, line.span.start, key=lambda other: other.span.start)
    if index >= len(document.lines) or document.lines[index].blank_before:
        return False
    form = document.reading_form(document.lines[index].span)
    return names_only(form, parse(form))


def named(document: Document, line: Line) -> Label:
    """Whom a heading names, its mark left aside."""
    form = document.reading_form(line.span)
    mark = HEAD_MARK.match(form.text)
    begin, end = mark.end() if mark else 0, len(form.text.rstrip("*_# :"))
    return parse(form, begin, end) if begin < end else Label()


def names_somebody(label: Label) -> bool:
    """Whether a heading names a person with an organisation, or what is surely an organisation."""
    if label.organisation is None:
        return False
    return bool(label.persons) or organisation_alone(label.organisation.name)


class Headed:
    """Scores the text below headings by how many of them name somebody."""

    name = "headed"
    habit = Habit(heading, section_speaks=True, rows_speak=True, plate=broken_head)

    def fit(self, document: Document) -> float:
        """0 with fewer than two headings that name somebody; the share of such headings else."""
        lines = document.lines
        heads = []
        for index, line in enumerate(lines[1:], 1):
            below = lines[index + 1].blank_before if index + 1 < len(lines) else True
            if index + 1 < len(lines) and heading(document, line, line.blank_before and below):
                heads.append(line)
        speaking = [line for line in heads if names_somebody(named(document, line))]
        if len(speaking) < 2:
            return 0.0
        share = 1 - speaking[0].span.start / len(document.text)
        return share * (0.2 + 0.7 * len(speaking) / len(heads))

    def read(self, document: Document) -> Outline:
        """The heading's person speaks in each paragraph that names nobody else."""
        return running.read(document, self.name, self.habit)
