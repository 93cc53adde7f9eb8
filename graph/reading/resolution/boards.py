"""Whom those who are elected, and those who sit on a board, stand for: the body that elects or that meets."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from graph.model.outline import Outline, Party
from graph.model.reading import Mention
from graph.model.terms import Kind, Presence
from graph.model.text import Document, Span

ELECTION = re.compile(r"\bval av\s.*\b(?:för|i|till)\s", re.IGNORECASE)
POST = re.compile(
    r"[\W\d]*(?P<role>(?:vice |ordinarie |1:e |2:e )?(?:ordförande|kassör|sekreterare|(?:styrelse)?ledam(?:ot|öter)|suppleant(?:er)?"
    r"|ersättare|styrelse))\s*(?:\([^()]{1,40}\)\s*)?:",
    re.IGNORECASE,
)
BOARD = re.compile(
    r"styrelsemöte|styrelseprotokoll|styrelsesammanträde|styrelsens|styrelsen för|årsmöte|föreningsstämma|årsstämma|medlemsmöte",
    re.IGNORECASE,
)
"""What a title says of a meeting that is a body's own, its members there for no other."""
OFFICE = re.compile(
    r"(?:vice |1:e vice |2:e vice |v\.? ?)?(?:ordf(?:örande)?|kassör|sekr(?:eterare)?|ledamot|suppleant|led|suppl|kass)\.?$",
    re.IGNORECASE,
)
IN_OFFICE = re.compile(
    r"[\W\d]*(?:(?:Styrelsens|Föreningens)\s)?(?P<role>(?:vice\s)?(?:ordförande|kassör|sekreterare))n?\s",
    re.IGNORECASE,
)
"""An officer's title that opens a sentence: "Kassören Benny Wall gick igenom"."""
TOP = 300
"""Characters within which the title of a meeting stands."""

Seat = tuple[str, str, Span, str | None]  # person, organisation, quote, role


def elected(
    document: Document, outline: Outline, ordered: list[Mention], kinds: dict[str, Kind]
) -> Iterator[Seat]:
    """Those named behind a post under "Val av styrelse för X", each with X."""
    headings = sorted(outline.headings, key=lambda heading: heading.span)
    starts = [line.span.start for line in document.lines]
    for index, heading in enumerate(headings):
        if not ELECTION.search(heading.text):
            continue
        bodies = [
            m
            for m in ordered
            if heading.span.holds(m.span)
            and kinds[m.actor] is Kind.ORGANISATION
            and ELECTION.search(document.text[heading.span.start : m.span.start])
        ]
        if len(bodies) != 1:
            continue
        stop = headings[index + 1].span.start if index + 1 < len(headings) else len(document.text)
        for mention in ordered:
            if kinds[mention.actor] is Kind.PERSON and heading.span.end <= mention.span.start < stop:
                line = document.lines[bisect_right(starts, mention.span.start) - 1]
                post = POST.match(line.span.of(document.text))
                if post:
                    yield mention.actor, bodies[0].actor, mention.quote, post["role"].casefold()


def seated(
    document: Document,
    outline: Outline,
    ordered: list[Mention],
    kinds: dict[str, Kind],
    key_of: Callable[[Party], str],
) -> Iterator[Seat]:
    """Those in the list of a board's own meeting whose office stands beside them, each with that body."""
    title = outline.meeting.title_span
    end = max(TOP, title.end if title else 0)
    words = document.text[: title.end if title else TOP]
    if not BOARD.search(words):
        return
    first = min((presented.quote.start for presented in outline.presented), default=end)
    bodies = [
        mention
        for mention in ordered
        if mention.span.end <= min(first, end)
        and kinds[mention.actor] is Kind.ORGANISATION
        and not BOARD.match(mention.span.of(document.text))
    ]
    stop = title.end if title else document.lines[0].span.end
    entitled = [mention for mention in bodies if mention.span.end <= stop]
    named = {mention.actor for mention in entitled or bodies}
    if len(named) != 1:
        return
    body = next(iter(named))
    yield from _in_office(document, ordered, kinds, body)
    for presented in outline.presented:
        if presented.party.kind is not Kind.PERSON or presented.presence is Presence.SUBSTITUTE:
            continue
        after = document.text[presented.party.span.end : presented.quote.end]
        office = re.match(r"\s*[,(]\s*(?P<role>[^,;()\n]{2,30})", after)
        if office and OFFICE.match(office["role"].strip()):
            yield key_of(presented.party), body, presented.quote, office["role"].strip()


def _in_office(
    document: Document, ordered: list[Mention], kinds: dict[str, Kind], body: str
) -> Iterator[Seat]:
    """Officers whom a sentence opens with, their title before them and no other body beside them."""
    for index, mention in enumerate(ordered):
        if kinds[mention.actor] is not Kind.PERSON or mention.span.start <= mention.quote.start:
            continue
        office = IN_OFFICE.fullmatch(document.text, mention.quote.start, mention.span.start)
        following = ordered[index + 1] if index + 1 < len(ordered) else None
        beside = (
            following is not None
            and kinds[following.actor] is Kind.ORGANISATION
            and following.actor != body
            and document.text[mention.span.end : following.span.start].strip()
            in (",", "(", "från", "på", "vid")
        )
        if office and not beside:
            yield mention.actor, body, mention.quote, office["role"].casefold()
