"""Runs of capitalised words, and which of them prove nothing."""

import re
from functools import cache

from graph.lexicon.heads import function_words, heads

CAPITAL = r"[A-ZÅÄÖÆØÉÜÁÓŁŠŽ][\w&’'‑-]{0,40}"
RUN = rf"{CAPITAL}(?: (?:& )?{CAPITAL}){{0,6}}"
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


@cache
def general() -> frozenset[str]:
    """Words that begin with a capital only because of where they stand: function words and bare heads."""
    found = set(function_words())
    for name in ("organisation_heads", "project_heads", "scheme_heads", "event_heads"):
        found |= {head.casefold() for head in heads(name)}
    return frozenset(found)


def is_general(word: str) -> bool:
    """Whether a word is a function word or a bare head, genitive or not ("Regionens", "Årets")."""
    low = word.casefold()
    return (
        low in general()
        or low.removesuffix("s") in general()
        or low in ("årets", "länets", "vår", "vårt", "våra")
    )


def opens_sentence(text: str, start: int) -> bool:
    """Whether what stands before a place ends a sentence, or nothing does."""
    return re.search(r"(?:^|[.!?:;–”\"(]\s*|\n)$", text[:start]) is not None
