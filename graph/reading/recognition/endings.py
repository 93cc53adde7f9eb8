"""Heads that the names of organisations end in: "smålandskammaren", "norrskogarna"."""

import re
from functools import cache, lru_cache

from graph.lexicon.heads import heads

TRAFFIC = re.compile(
    r"(?:tåg|buss|bil|färje|flyg|båt|järnvägs|gods|person|kollektiv|last|sjö|väg|genomfarts|turist|pendel|spår)trafiken$"
)
"""Traffic of a kind, which nobody is called; "Östgötatrafiken" is a company."""
RULING = re.compile(
    r"(?:strategin|planen|programmet|lagen|policyn|utredningen|propositionen|förordningen|konventionen|budgeten)$"
)
"""What a plan or a law ends in, which is nobody: "Nationella Turismstrategin"."""
NO_GENITIVE = re.compile(
    r"(?:gas|glas|hus|ljus|plats|kurs|pris|grus|bas|lås|sås|frys|snus|spis|näs|fors|paradis|kompass)$"
)
"""Nouns whose -s is no genitive."""


@cache
def _organisation_endings() -> frozenset[str]:
    endings = {head.casefold() for head in heads("organisation_heads") if len(head) > 3 and " " not in head}
    endings -= {"lag", "rätt", "team", "staden", "stad", "region", "regionen", "kraft", "media", "stift"}
    endings |= {
        "verken",
        "organet",
        "eriet",
        "trafiken",
        "tinget",
        "företagarna",
        "entreprenörerna",
        "gården",
        "teknik",
    }
    endings |= {
        "college",
        "högskola",
        "stål",
        "bygg",
        "frakt",
        "tjänster",
        "transport",
        "lotsen",
        "hjälpen",
    }
    endings |= {
        "producenterna",
        "odlarna",
        "handlarna",
        "näringsidkarna",
        "bönderna",
        "arbetsgivarna",
        "unionen",
    }
    return frozenset(endings)


@cache
def _lengths() -> tuple[int, ...]:
    return tuple(sorted({len(ending) for ending in _organisation_endings()}, reverse=True))


@lru_cache(maxsize=20_000)
def organisation_ending(low: str) -> str | None:
    """The head of an organisation that a compound ends in ("smålandskammaren"); no whole word is one."""
    if TRAFFIC.match(low):
        return None
    for length in _lengths():
        if len(low) > length + max(2, 6 - length) and low[-length:] in _organisation_endings():
            return low[-length:]
    return None
