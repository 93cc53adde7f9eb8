"""The sentences of a document in order, each with its names as tokens and all that it leans on."""

import datetime
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model.outline import Outline
from graph.model.reading import Mention, Quote, Statement
from graph.model.recognition import Recognition
from graph.model.resolved import Resolved
from graph.model.terms import Kind
from graph.model.text import Document, Span
from graph.reading.relations.tagged import Tagged, tag
from graph.reading.relations.ties import THING, Scene


@dataclass(frozen=True, slots=True)
class Sentence:
    """A quote as the rules see it, and where it stands.

    `statement` is None for headings and rows. `before` are the mentions earlier in the same statement,
    nested ones too; `following` the next sentence of the statement, if any. `meeting` and `next` are days.
    """

    tagged: Tagged
    scene: Scene
    statement: Statement | None = None
    before: tuple[Mention, ...] = ()
    following: Tagged | None = None
    meeting: datetime.date | None = None
    next: datetime.date | None = None

    @property
    def quote(self) -> Quote:
        """The quote itself."""
        return self.tagged.quote


def sentences(
    document: Document, outline: Outline, recognition: Recognition, resolved: Resolved
) -> Iterator[Sentence]:
    """Every quote once, in reading order. What was named in a statement is known until it ends.

    A quote inside another (a label at the head of its line) is read with that.
    """
    statements = sorted(resolved.statements, key=lambda statement: statement.span)
    actors = {actor.key: actor for actor in resolved.actors}
    belongs = tuple((one.person, one.organisation) for one in resolved.memberships)
    tagged = [
        tag(
            quote,
            document.reading_form(quote.span),
            [mention for mention in resolved.mentions if quote.span.holds(mention.span)],
            [figure for figure in recognition.figures if quote.span.holds(figure.span)],
            [date for date in recognition.dates if quote.span.holds(date.span)],
        )
        for quote in outline.quotes
        if not any(other.span != quote.span and other.span.holds(quote.span) for other in outline.quotes)
    ]
    day = outline.meeting.next
    following = day.date() if isinstance(day, datetime.datetime) else day
    last: Statement | None = None
    named: list[Mention] = []
    for index, one in enumerate(tagged):
        statement = _holder(statements, one.quote.span)
        if statement is None or statement is not last:
            named = []
        after = tagged[index + 1] if index + 1 < len(tagged) else None
        if after and (statement is None or not statement.span.holds(after.quote.span)):
            after = None
        things = tuple(mention.actor for mention in named if mention.kind in THING and not mention.nested)
        scene = Scene(actors, _speaker(statement, resolved), things, belongs)
        yield Sentence(one, scene, statement, tuple(named), after, outline.meeting.date, following)
        here = [mention for mention in resolved.mentions if one.quote.span.holds(mention.span)]
        named = [*named, *sorted(here, key=lambda mention: mention.span)]
        last = statement


def _holder(statements: list[Statement], quote: Span) -> Statement | None:
    index = bisect_right(statements, quote.start, key=lambda statement: statement.span.start) - 1
    return statements[index] if index >= 0 and statements[index].span.holds(quote) else None


def _speaker(statement: Statement | None, resolved: Resolved) -> str | None:
    """The organisation that speaks: the one spoken for, or the speaker where it is itself one."""
    if statement is None:
        return None
    if statement.organisation:
        return statement.organisation
    kinds = {actor.key: actor.kind for actor in resolved.actors}
    speaking = [key for key in statement.speakers if kinds.get(key) in (Kind.ORGANISATION, Kind.UNNAMED)]
    return speaking[0] if len(speaking) == 1 else None
