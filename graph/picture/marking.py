"""Marking: which letters of a quote's reading form are the words that made it match."""

from itertools import groupby

from graph.model.answers import Evidence

SOFT_HYPHEN = "\u00ad"


def marked(evidence: Evidence) -> list[tuple[str, bool]]:
    """The quote in pieces, each with whether it is marked; joined they are the quote.

    The reading form leaves out white space, furniture and hyphens of the raw text but adds no letter, so
    one walk along both finds each letter's place. A letter that the raw text lacks (the ellipsis of a
    long quote) is as marked as the one before it.
    """
    flags: list[bool] = []
    at, last = 0, False
    for letter in evidence.quote:
        if not letter.isspace():
            found = _next(evidence, letter, at)
            if found is not None:
                at = found + 1
                place = evidence.start + found
                last = any(start <= place < end for start, end in evidence.words)
        flags.append(last)
    for i in range(len(flags) - 1, 0, -1):  # no mark ends in a blank
        if evidence.quote[i].isspace() and (i + 1 == len(flags) or not flags[i + 1]):
            flags[i] = False
    pieces = groupby(zip(evidence.quote, flags, strict=True), key=lambda pair: pair[1])
    return [("".join(letter for letter, _ in run), flag) for flag, run in pieces]


def _next(evidence: Evidence, letter: str, at: int) -> int | None:
    """Where `letter` stands next in the raw text, outside what was skipped; nothing but filler before it."""
    for i in range(at, len(evidence.text)):
        here = evidence.text[i]
        place = evidence.start + i
        if any(start <= place < end for start, end in evidence.skipped):
            continue
        if here == letter:
            return i
        if not (here.isspace() or here in "-‐" or here == SOFT_HYPHEN):
            return None
    return None
