"""Words that may tell of a person what the GDPR protects: health, union, belief, politics, origin, sexuality, crime."""

import re
from functools import cache
from itertools import accumulate

from graph.lexicon.tables import table

WORD = re.compile(r"[^\W\d_]+")


@cache
def _grounds() -> dict[str, str]:
    return {row["begins"]: row["ground"] for row in table("sensitive")}


def sensitive_words(text: str) -> list[tuple[int, int, str]]:
    """Start, end and ground of each word that begins as the list says; offsets in `text`."""
    grounds = _grounds()
    found = []
    for word in WORD.finditer(text):
        begins = reversed(list(accumulate(word.group().casefold())))
        ground = next((grounds[begin] for begin in begins if begin in grounds), None)
        if ground:
            found.append((word.start(), word.end(), ground))
    return found
