"""The sentences of a document in order, each with its names as tokens and all that it leans on."""

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from graph.model.outline import Outline
from graph.model.reading import Mention, Quote, Statement, outermost
from graph.model.recognition import Recognition
from graph.model.resolved import Resolved
from graph.model.terms import Kind
from graph.model.text import Document, Span
from graph.reading.relations.ends import THING, Scene
from graph.reading.relations.refers import referred
from graph.reading.relations.tagged import TOKEN, Tagged, tag

LONGEST = 2_000
"""Characters of the longest sentence that is read for its meaning."""
MOST = 80
"""Names, figures and dates of the fullest one."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A quote as the rules see it, and where it stands.

    `statement` is None for headings and rows. `before` are the mentions earlier in the same statement,
    nested ones too; `following` the next sentence of the statement, if any. `meeting` and `next` are days.
    """

    tagged: Tagged
    known: Tagged  # the same with "bolaget", "projektet" as tokens too where it is told whom they mean
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

    A quote inside another (a label at the head of its line) is read with that. What is longer or holds
    more names and numbers than any sentence is a table or a list that nothing parted: it says no ties.
    """
    mentions = sorted(resolved.mentions, key=lambda mention: mention.span)
    figures = sorted(recognition.figures, key=lambda figure: figure.span)
    dates = sorted(recognition.dates, key=lambda date: date.span)
    statements = sorted(resolved.statements, key=lambda statement: statement.span)
    actors = {actor.key: actor for actor in resolved.actors}
    belongs = tuple((one.person, one.organisation) for one in resolved.memberships)
    tagged = []
    for quote in outermost(outline.quotes):
        names = inside(mentions, quote.span)
        numbers, days = inside(figures, quote.span), inside(dates, quote.span)
        if quote.span.end - quote.span.start > LONGEST or len(names) + len(numbers) + len(days) > MOST:
            continue
        tagged.append(tag(quote, document.reading_form(quote.span), names, numbers, days))
    day = outline.meeting.next
    following = day.date() if isinstance(day, datetime.datetime) else day
    last: Statement | None = None
    named: list[Mention] = []
    things: tuple[str, ...] = ()
    for index, one in enumerate(tagged):
        statement = holder(statements, one.quote.span)
        if statement is None or statement is not last:
            named, things = [], ()
        after = tagged[index + 1] if index + 1 < len(tagged) else None
        if after and (statement is None or not statement.span.holds(after.quote.span)):
            after = None
        scene = Scene(
            actors,
            _speaker(statement, resolved),
            things,
            belongs,
            statement is not None,
            outline.meeting.date,
            ahead=_only(after) if after else None,
        )
        known = one
        if statement is not None:
            own = inside(mentions, one.quote.span)
            told = list(referred(one.form, one.quote, actors, scene.speaker, named, own))
            if told:
                kept = [m for m in own if not any(m.span == other.span for other in told)]
                numbers, days = inside(figures, one.quote.span), inside(dates, one.quote.span)
                known = tag(one.quote, one.form, sorted([*kept, *told], key=lambda m: m.span), numbers, days)
        yield Sentence(one, known, scene, statement, tuple(named), after, outline.meeting.date, following)
        named = [*named, *inside(mentions, one.quote.span)]
        things += tuple(_things(one))
        last = statement


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


Placed = TypeVar("Placed", bound=_Placed)


def inside(placed: list[Placed], span: Span) -> list[Placed]:
    """Those of a list in reading order that lie within a span."""
    first = bisect_left(placed, span.start, key=lambda one: one.span.start)
    last = bisect_left(placed, span.end, key=lambda one: one.span.start)
    return [one for one in placed[first:last] if span.holds(one.span)]


SOURCE = re.compile(r"\b(?:ur|från|hos) (?:\w+ )?$")


def _things(tagged: Tagged) -> Iterator[str]:
    """What the next sentence may go on about; not the source that money comes out of ("ur Fonden")."""
    for token in TOKEN.finditer(tagged.text):
        mention = tagged.named[int(token[2])].mention
        if mention and mention.kind in THING and not SOURCE.search(tagged.text[: token.start()][-40:]):
            yield mention.actor


def _only(tagged: Tagged) -> str | None:
    """The one project, scheme or event that a sentence names."""
    found = {named.mention.actor for named in tagged.named if named.mention and named.mention.kind in THING}
    return found.pop() if len(found) == 1 else None


def holder(statements: list[Statement], quote: Span) -> Statement | None:
    """The statement, of those in reading order, that a quote lies in."""
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
