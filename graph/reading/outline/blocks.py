"""Sections that another layout reads better than the one that reads the whole."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from graph.model.outline import Outline, Pairing, Party, Presented, Turn
from graph.model.reading import Heading, Quote
from graph.model.text import Document, Span
from graph.reading.outline.fields import TODO
from graph.reading.outline.headlines import PART

SILENT = 0.2
"""Share of a section's statements with a speaker, up to which the whole's own reading explains little."""
SPOKEN = 0.8
"""The share from which another layout explains the section."""

Piece = TypeVar("Piece", Turn, Quote, Heading, Party, Pairing, Presented)


def mixed(document: Document, whole: Outline, rivals: tuple[Callable[[], Outline], ...]) -> Outline:
    """The whole, each section in which it names nearly nobody read by the first rival that names nearly all.

    Sections reach from one heading of the whole to the next. Decisions and tasks are nobody's words in
    any layout. A rival reads only when a section asks for it; one that reads across its edges is passed by.
    """
    edges = [*sorted(heading.span.start for heading in whole.headings), len(document.text)]
    read = whole
    for heading, (start, end) in zip(
        sorted(whole.headings, key=lambda heading: heading.span), pairwise(edges), strict=True
    ):
        if start == end or PART.fullmatch(heading.text) or TODO.fullmatch(heading.text):
            continue
        section = Span(start, end)
        if len(_inside(whole.turns, section)) < 2 or _spoken(whole, section) > SILENT:
            continue
        for rival in rivals:
            other = rival()
            if _fits(whole, other, section):
                read = _grafted(read, other, section)
                break
    return read


def _place(piece: Turn | Quote | Heading | Party | Pairing | Presented) -> Span:
    return piece.quote if isinstance(piece, Pairing | Presented) else piece.span


def _inside(pieces: tuple[Piece, ...], section: Span) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if section.meets(_place(piece)))


def _spoken(read: Outline, section: Span) -> float:
    """Share of the section's statements, by their length, that have a speaker."""
    turns = _inside(read.turns, section)
    said = sum(turn.span.end - turn.span.start for turn in turns)
    named = sum(turn.span.end - turn.span.start for turn in turns if turn.speakers)
    return named / said if said else 0.0


def _fits(whole: Outline, rival: Outline, section: Span) -> bool:
    """Whether a rival explains the section from what stands in it alone, and leaves no more unread."""
    turns = _inside(rival.turns, section)
    own = all(turn.heading is None or section.holds(turn.heading) for turn in turns)
    kept = all(section.holds(turn.span) for turn in turns)
    kept = kept and all(section.holds(quote.span) for quote in _inside(rival.quotes, section))
    kept = kept and all(section.holds(heading.span) for heading in _inside(rival.headings, section))
    same = all(section.holds(quote.span) for quote in _inside(whole.quotes, section))
    unread = len([span for span in rival.unread if section.meets(span)])
    before = len([span for span in whole.unread if section.meets(span)])
    return own and kept and same and unread <= before and _spoken(rival, section) >= SPOKEN


def _grafted(read: Outline, rival: Outline, section: Span) -> Outline:
    return replace(
        read,
        headings=_joined(read.headings, rival.headings, section),
        turns=_joined(read.turns, rival.turns, section),
        quotes=_joined(read.quotes, rival.quotes, section),
        parties=_joined(read.parties, rival.parties, section),
        pairings=_joined(read.pairings, rival.pairings, section),
        presented=_joined(read.presented, rival.presented, section),
        unread=tuple(
            sorted(
                [span for span in read.unread if not section.meets(span)]
                + [span for span in rival.unread if section.meets(span)]
            )
        ),
    )


def _joined(ours: tuple[Piece, ...], theirs: tuple[Piece, ...], section: Span) -> tuple[Piece, ...]:
    both: list[Piece] = [piece for piece in ours if not section.meets(_place(piece))]
    both.extend(_inside(theirs, section))
    both.sort(key=_place)
    return tuple(both)
