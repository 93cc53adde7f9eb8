"""Layouts of running text: agenda and attendance with prose, e-mail notes in capitals, transcripts, marked notes."""

import re

from graph.model.outline import Outline
from graph.model.text import Document, Line
from graph.reading.outline import running
from graph.reading.outline.attribution import labelled, speaking
from graph.reading.outline.bulleted import MARK
from graph.reading.outline.labels import parse
from graph.reading.outline.participants import opening
from graph.reading.outline.personal_names import all_capitals

SECTION_SIGN = re.compile(r"§\s*\d+")
NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]\s+[A-ZÅÄÖ]")
HASH = re.compile(r"#{1,6}\s")


def short(words: str) -> bool:
    """Whether a line could be a heading by its form: few words, no stop at the end."""
    return len(words) < 90 and not words.endswith((".", ",", "!", "?", ";")) and words[:1].isupper()


def _blank_after(document: Document, line: Line) -> bool:
    index = document.lines.index(line)
    return index + 1 >= len(document.lines) or document.lines[index + 1].blank_before


def topic(document: Document, line: Line) -> bool:
    """A line that stands apart and ends without a stop, or that a file marks as a heading."""
    words = line.span.of(document.text)
    if HASH.match(words) or (line.hint is not None and line.hint.role == "heading"):
        return True
    if SECTION_SIGN.match(words) or (NUMBER.match(words) and short(words) and not opening(words)):
        return True
    return (
        short(words)
        and line.blank_before
        and _blank_after(document, line)
        and ":" not in words
        and len(words) < 60
    )


def capitals(document: Document, line: Line) -> bool:
    """A line in capitals that stands apart."""
    words = re.sub(r"\([^()]*\)", "", line.span.of(document.text))
    return all_capitals(words) and line.blank_before and len(words) < 90


class Agenda:
    """Numbered or § points, with labelled turns or prose below them."""

    name = "agenda"
    habit = running.Habit(topic)

    def fit(self, document: Document) -> float:
        """Share of text under a numbered or § heading, and how much of it names a speaker."""
        lines = document.lines
        marks = [
            line
            for line in lines
            if SECTION_SIGN.match(line.span.of(document.text)) or _numbered(document, line)
        ]
        if len(marks) < 2:
            return 0.0
        share = 1 - marks[0].span.start / max(1, len(document.text))
        return share * (0.35 + 0.5 * _spoken_share(document))

    def read(self, document: Document) -> Outline:
        """Each paragraph is read by its own label or verb of speech."""
        return running.read(document, self.name, self.habit)


class Attendance:
    """A list of participants, then paragraphs that say who tells what."""

    name = "attendance"
    habit = running.Habit(topic)

    def fit(self, document: Document) -> float:
        """0 without such a list; else how much of what follows names a speaker by a verb of speech."""
        opened = any(opening(line.span.of(document.text)) for line in document.lines[:25])
        if not opened:
            return 0.0
        return 0.3 + 0.6 * _spoken_share(document)

    def read(self, document: Document) -> Outline:
        """Paragraphs parted into runs by one speaker."""
        return running.read(document, self.name, self.habit)


class Capitals:
    """Notes with the speaker in capitals over each part."""

    name = "capitals"
    habit = running.Habit(capitals, section_speaks=True)

    def fit(self, document: Document) -> float:
        """Share of text below a line in capitals, by how many of those lines name somebody."""
        heads = [line for line in document.lines if capitals(document, line)]
        if len(heads) < 3:
            return 0.0
        named = sum(not parse(document.reading_form(line.span)).empty for line in heads)
        return (1 - heads[0].span.start / max(1, len(document.text))) * (0.3 + 0.65 * named / len(heads))

    def read(self, document: Document) -> Outline:
        """The heading's person speaks in each paragraph that names nobody else."""
        return running.read(document, self.name, self.habit)


class Transcript:
    """Turns that begin with a name and a colon."""

    name = "transcript"
    habit = running.Habit(
        lambda document, line: topic(document, line) and not labelled(document.reading_form(line.span)),
        label_holds=True,
    )

    def fit(self, document: Document) -> float:
        """Share of paragraphs that begin with a speaker's label."""
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


class Notes:
    """Marked notes of one level, many of which begin with a speaker's label."""

    name = "notes"
    habit = running.Habit(topic, section_speaks=True, label_holds=True)

    def fit(self, document: Document) -> float:
        """Share of lines that are marked, and of those the share that begins with a label."""
        marked = [line for line in document.lines if MARK.match(line.span.of(document.text))]
        if len(marked) < 3:
            return 0.0
        labels = sum(_labelled_item(document, line) for line in marked)
        covered = len(marked) / len(document.lines)
        return min(1.0, covered * 1.4) * (0.25 + 0.75 * min(1.0, 1.6 * labels / len(marked)))

    def read(self, document: Document) -> Outline:
        """A label holds for the unlabelled items after it, until the next label or heading."""
        return running.read(document, self.name, self.habit)


class Paragraphs:
    """The last resort: prose, read by its verbs of speech, claiming nothing where it names nobody."""

    name = "paragraphs"
    habit = running.Habit(topic)

    def fit(self, document: Document) -> float:
        """A constant below every layout that has found a mark of its own."""
        return 0.05

    def read(self, document: Document) -> Outline:
        """Paragraphs parted into runs by one speaker."""
        return running.read(document, self.name, self.habit)


def _numbered(document: Document, line: Line) -> bool:
    words = line.span.of(document.text)
    return NUMBER.match(words) is not None and short(words)


def _labelled_item(document: Document, line: Line) -> bool:
    mark = MARK.match(line.span.of(document.text))
    form = document.reading_form(line.span)
    return (
        mark is not None
        and labelled(document.reading_form(form.span(mark.end(), len(form.text)))) is not None
    )


def _spoken_share(document: Document) -> float:
    """Share of the longer lines that name a speaker by a verb of speech or a label."""
    long = [line for line in document.lines if line.span.end - line.span.start > 60]
    if not long:
        return 0.0
    spoken = sum(
        bool(speaking(f) or labelled(f)) for f in (document.reading_form(line.span) for line in long)
    )
    return min(1.0, 2.0 * spoken / len(long))
