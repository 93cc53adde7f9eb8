"""An opinion held against the reading: whether it may be kept, and how it differs from what the rules read."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from graph.model.opinions import Difference, Fault, Opinion, Stance
from graph.model.reading import Reading, Relation, Statement
from graph.model.terms import SYMMETRIC, Predicate, Status
from graph.model.text import Span

LETTERS: Final = 10
WORDS: Final = 2
"""A quote shorter than this stands everywhere and shows nothing."""
LONGEST: Final = 700


@dataclass(frozen=True, slots=True)
class Judged:
    """Where an opinion stands, whom it is about (keys of actors), and how it differs; None where it does not."""

    span: Span
    statement: Statement
    actors: tuple[str, ...]
    difference: Difference | None


def folded(words: str) -> str:
    """Words as they are compared: composed letters, case folded, white space collapsed."""
    return collapsed(words).casefold()


def collapsed(words: str) -> str:
    """Words in their reading form: composed letters, white space collapsed."""
    return " ".join(unicodedata.normalize("NFC", words).split())


class Judge:
    """Judges opinions on one document by its reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.document = reading.document
        self.by_words: dict[str, set[str]] = defaultdict(set)
        mentioned = {mention.actor for mention in reading.mentions}
        for mention in reading.mentions:
            words = self.document.reading_form(mention.span).text
            self.by_words[folded(words)].add(mention.actor)
        for actor in reading.actors:
            if actor.key in mentioned:
                for name in (actor.name, *actor.names):
                    self.by_words[folded(name)].add(actor.key)

    def judged(self, opinion: Opinion) -> Judged | Fault:
        """Where it stands and how it differs; the fault where the document does not bear it."""
        placed = self._placed(opinion)
        if placed is None:
            return Fault.QUOTE
        statement, span = placed
        if opinion.stance is Stance.NAMED:
            return self._named(opinion, statement, span)
        ends = [self.end(words, statement) for words in (opinion.name, opinion.other or "")]
        one, other = ends
        if one is None or other is None or one == other:
            return Fault.NAME
        return Judged(span, statement, (one, other), self._difference(opinion, one, other, statement))

    def _placed(self, opinion: Opinion) -> tuple[Statement, Span] | None:
        """The statement that holds the quote, the first in which both ends are named if several do."""
        quote = opinion.quote
        if not LETTERS <= len(quote) <= LONGEST or len(quote.split()) < WORDS:
            return None
        holding = [
            (statement, place)
            for statement in self.reading.statements
            if (place := statement.text.find(quote)) >= 0
        ]
        ends = [words for words in (opinion.name, opinion.other) if words]
        holding.sort(key=lambda one: -sum(folded(words) in folded(one[0].text) for words in ends))
        for statement, place in holding:
            form = self.document.reading_form(statement.span)
            if form.text[place : place + len(quote)] == quote:
                return statement, form.span(place, place + len(quote))
        return None

    def end(self, words: str, statement: Statement) -> str | None:
        """The one actor that the words name: in the statement, else near it, else in the document; else None."""
        named = self.by_words.get(folded(words), set())
        for near in (self._within(statement), set(self.near(statement)), named):
            fitting = named & near
            if fitting:
                return fitting.pop() if len(fitting) == 1 else None
        return None

    def _within(self, statement: Statement) -> set[str]:
        return {m.actor for m in self.reading.mentions if statement.span.holds(m.span)}

    def near(self, statement: Statement) -> Iterator[str]:
        """The actors within reach of a statement: in it, in its heading, its speakers and whom they speak for."""
        for mention in self.reading.mentions:
            heading = statement.heading is not None and statement.heading.holds(mention.span)
            if heading or statement.span.holds(mention.span):
                yield mention.actor
        yield from statement.speakers
        if statement.organisation:
            yield statement.organisation

    def _difference(self, opinion: Opinion, one: str, other: str, statement: Statement) -> Difference | None:
        """How a tie differs from those that the rules read between the same two."""
        read = [tie for tie in self.reading.relations if {tie.subject, tie.object} == {one, other}]
        same = [tie for tie in read if self._same(tie, opinion.predicate, one)]
        here = [tie for tie in same if statement.span.holds(tie.quote)]
        if opinion.stance is Stance.DENIES:
            held = any(tie.status is not Status.NEGATED for tie in here)
            return Difference.TIE_DENIED if held else None
        if here:
            known = opinion.status is None or any(tie.status is opinion.status for tie in here)
            return None if known else Difference.STATUS_OTHERWISE
        if same:
            return None  # read elsewhere in the document: the tie is no news
        beside = any(statement.span.holds(tie.quote) for tie in read)
        return Difference.TIE_OTHERWISE if beside else Difference.TIE_UNSEEN

    def _same(self, tie: Relation, predicate: Predicate | None, one: str) -> bool:
        return tie.predicate is predicate and (tie.subject == one or tie.predicate in SYMMETRIC)

    def _named(self, opinion: Opinion, statement: Statement, span: Span) -> Judged | Fault:
        """Whether a mention covers a name, or a part of it; its first place in the quote that none covers."""
        form = self.document.reading_form(span)
        place, free = form.text.find(opinion.name), None
        while place >= 0:
            found = form.span(place, place + len(opinion.name))
            if not any(mention.span.meets(found) for mention in self.reading.mentions):
                free = free or found
            place = form.text.find(opinion.name, place + 1)
        if opinion.name not in form.text:
            return Fault.QUOTE
        return Judged(free or span, statement, (), Difference.NAME_UNSEEN if free else None)
