"""Notes with a nameplate over each part: who speaks, alone on one or two lines straight over the text."""

from bisect import bisect_right

from graph.lexicon.verbs import speech_verbs
from graph.model.outline import Outline
from graph.model.text import Document, Line
from graph.reading.outline import running
from graph.reading.outline.gathering import Habit
from graph.reading.outline.headlines import short
from graph.reading.outline.labels import Label, names_only, parse
from graph.reading.outline.marks import MARK
from graph.reading.outline.participants import opening
from graph.reading.outline.personal_names import all_capitals, could_be_organisation, looks_organisational

FEWEST = 3
"""Nameplates from which they are the document's way of naming speakers."""
HEADLINE = 40
"""Characters of the longest heading that stands straight over its text."""


def plate(document: Document, index: int) -> int:
    """How many lines from `index` on are a nameplate over text; 0 where none begins there."""
    lines = document.lines[index : index + 3]
    if len(lines) < 2 or not lines[0].blank_before or not _plain(document, lines[0]):
        return 0
    first = _named(document, lines[0])
    if first is None or not _straight(lines[1]):
        return 0
    second = _named(document, lines[1]) if len(lines) > 2 and _plain(document, lines[1]) else None
    if second is not None and _straight(lines[2]) and _complete(first, second) and _told(document, lines[2]):
        return 2
    sure = first.organisation is None or looks_organisational(first.organisation.name)
    return 1 if sure and second is None and _told(document, lines[1]) else 0


def _straight(line: Line) -> bool:
    return not line.blank_before


def _plain(document: Document, line: Line) -> bool:
    words = line.span.of(document.text)
    return (
        short(words)
        and words[:1].isupper()
        and not words.endswith((".", ":", ",", ";", "?", "!"))
        and ". " not in words
        and not all_capitals(words)
        and not MARK.match(words)
        and not opening(words)
        and "|" not in words
        and not any(word in speech_verbs() for word in words.split())
    )


def _named(document: Document, line: Line) -> Label | None:
    """Whom a line names, where nothing else stands in it."""
    form = document.reading_form(line.span)
    label = parse(form)
    if label.empty or label.umbrella or not names_only(form, label):
        return None
    if label.organisation and not could_be_organisation(label.organisation.name):
        return None
    return label


def _complete(first: Label, second: Label) -> bool:
    """Whether one of two lines names the person and the other what they speak for."""
    whole = {True, False} == {bool(first.persons), bool(second.persons)}
    apart = (first.organisation is None) != (second.organisation is None)
    return whole and apart


def _told(document: Document, line: Line) -> bool:
    """Whether a line is running text: words in small letters after its first."""
    words = line.span.of(document.text).split()
    return len(words) > 2 and any(word[:1].islower() for word in words[1:]) and not opening(" ".join(words))


def heading(document: Document, line: Line, apart: bool) -> bool:
    """A short line over text whose first word it had room for."""
    del apart
    index = bisect_right(document.lines, line.span.start, key=lambda other: other.span.start)
    below = document.lines[index] if index < len(document.lines) else None
    if below is None or below.blank_before or not line.blank_before or not _plain(document, line):
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
        return any(parse(document.reading_form(line.span)).persons for line in lines)

    def read(self, document: Document) -> Outline:
        """The person of the nameplate speaks in each paragraph below it that names nobody else."""
        return running.read(document, self.name, self.habit)
