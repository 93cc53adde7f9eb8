"""Five words at a time: what tells that two texts are the same minutes, however a file breaks its lines.

A text's shingles are compared whole only where their bands meet: the least of many hashes in each of `BINS`
bins, a few bins a band (Broder 1997, minhash; Li and Owen 2012, one permutation).
"""

import re
import zlib

WORD = re.compile(r"\w+")
JOINED = re.compile(r"[-\u2010\u00ad][ \t]*(?:\r\n|\n|\r)[ \t]*(?=[a-zåäöé])|\u00ad")
"""A word that a line end breaks."""
LENGTH = 5
"""Words of a shingle."""
FEWEST = 40
"""Shingles below which a text is too short to tell anything."""
BINS, ROWS = 126, 3
MIXED, MASK = 0x9E3779B1, 0xFFFFFFFF
"""Spreads a CRC over all its bits (Knuth, multiplicative hashing)."""


def shingles(text: str) -> frozenset[int]:
    """The hash of every five words that stand together, case folded; empty for a text that is too short."""
    found = [word.encode("utf-8", "surrogatepass") for word in WORD.findall(JOINED.sub("", text).casefold())]
    held = frozenset(zlib.crc32(b" ".join(found[at : at + LENGTH])) for at in range(len(found) - LENGTH + 1))
    return held if len(held) >= FEWEST else frozenset()


def bands(held: frozenset[int]) -> tuple[int, ...]:
    """The keys under which texts meet that share most of their shingles; none for a text that is too short."""
    if not held:
        return ()
    least: list[int | None] = [None] * BINS
    for one in held:
        mixed = one * MIXED & MASK
        place, value = mixed % BINS, mixed // BINS
        before = least[place]
        if before is None or value < before:
            least[place] = value
    filled = [_next(least, place) for place in range(BINS)]
    keys = ((start // ROWS, *filled[start : start + ROWS]) for start in range(0, BINS, ROWS))
    return tuple(sorted({zlib.crc32(repr(key).encode("ascii")) for key in keys}))


def _next(least: list[int | None], place: int) -> int:
    """What an empty bin takes from the next one that holds something, and how far away it was."""
    for away in range(BINS):
        value = least[(place + away) % BINS]
        if value is not None:
            return value * BINS + away
    return 0


def share(one: frozenset[int], other: frozenset[int]) -> float:
    """How much two texts have in common of what either has: 0 to 1 (Jaccard)."""
    return len(one & other) / len(one | other) if one and other else 0.0
