"""Patterns that are tried only where a word begins as they ask for: a look-up tells most texts apart."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.lexicon.heads import function_words

LETTERS = 3
"""Letters of a word's beginning that are looked at."""
WORD = re.compile(r"\w+")
COMMON = 10
"""How many times as often as another a function word is found."""
ANY = frozenset({""})
"""What stands in every text."""
PIECE = re.compile(
    r"(?P<edge>\\b|\^|\(\?<!(?:\[\\w-\]|\\w)\))|(?P<blank> |\\s)|(?P<stop>[,‹-]|\\\.|\(\?!\[?\\w[^()]*\))"
    r"|(?P<denied>\(\?<?!)|(?P<group>\((?:\?:|\?P<\w+>|(?P<ahead>\?=))?)|(?P<close>[|)])"
    r"|\[(?P<choice>[^\W\d_]+)\]|(?P<letter>[^\W\d_])|\[\^?\]?(?:[^\]\\]|\\.)*\]|\\.|."
)
"""One piece of a pattern: an edge of a word, what ends a word, a group, a letter, or some other sign."""
TIMES = re.compile(r"(?:(?P<never>[?*]|\{0)|(?P<again>\+|\{))?[\d,}]*\??")


@lru_cache(maxsize=512)  # one stage after another asks it of the same sentences
def beginnings(text: str) -> frozenset[str]:
    """The first three letters of each word of a text, small ones; a shorter word whole. `ANY` too."""
    return frozenset([*ANY, *[word[:LETTERS] for word in WORD.findall(text.lower())]])


@dataclass(frozen=True, slots=True)
class Screened:
    """A pattern with beginnings of words, of which one stands in each text that it fits."""

    pattern: re.Pattern[str]
    openings: frozenset[str]

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where the pattern fits."""
        return None if self.openings.isdisjoint(beginnings(text)) else self.pattern.search(text)

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """All places where it fits."""
        return () if self.openings.isdisjoint(beginnings(text)) else self.pattern.finditer(text)


def screened(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> Screened:
    """A pattern, compiled, with the beginnings of words that it asks for; it is written without comments."""
    return Screened(re.compile(pattern, flags), openings(pattern))


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands at one place of a pattern, and whether it may be left out or come again."""

    kind: str  # edge, blank, stop, group, letter, other
    letters: str = ""
    inner: tuple[tuple["_Piece", ...], ...] = ()
    never: bool = False
    again: bool = False


OTHER = _Piece("other")


def openings(pattern: str) -> frozenset[str]:
    """The rarest beginnings of which one word of whatever a pattern fits has one; `ANY` where none is told."""
    told = []
    for edge, *rest in _places(_parsed(pattern)[0], ()):
        if edge.kind in ("edge", "blank") and not (edge.never or edge.again):
            try:
                told.append(_begin("", tuple(rest)))
            except _Untold:
                continue
    return frozenset(min(told, key=_common)) if told else ANY


def _common(letters: Iterable[str]) -> int:
    """How often letters are found, roughly: a function word stands in one sentence of two."""
    return sum(COMMON if one in _function_words() else 1 for one in letters)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word[:LETTERS] for word in function_words())


class _Untold(Exception):
    """The pattern does not say here how a word begins."""


def _places(
    alternatives: tuple[tuple[_Piece, ...], ...], after: tuple[_Piece, ...]
) -> Iterator[tuple[_Piece, ...]]:
    """What follows from each place on that all comes to which a pattern fits."""
    if len(alternatives) > 1:
        return
    for index, piece in enumerate(alternatives[0]):
        rest = (*alternatives[0][index + 1 :], *after)
        yield (piece, *rest)
        if piece.kind == "group" and not (piece.never or piece.again):
            yield from _places(piece.inner, rest)


def _begin(run: str, rest: tuple[_Piece, ...]) -> set[str]:
    """How a word may begin that goes on at a place, `run` before it."""
    if len(run) == LETTERS:
        return {run}
    if not rest:
        raise _Untold
    piece, after = rest[0], rest[1:]
    if piece.kind == "edge" and not run:
        return _begin(run, after)
    if piece.kind == "denied":
        return _begin(run, after)
    if run and piece.kind in ("edge", "blank", "stop"):
        begun = {run}
    elif piece.kind == "group":
        behind = (OTHER,) if piece.again else after
        begun = set().union(*(_begin(run, (*inner, *behind)) for inner in piece.inner))
    elif piece.kind == "letter" and not piece.again:
        begun = set().union(*(_begin(run + letter, after) for letter in piece.letters))
    else:
        raise _Untold
    return begun | _begin(run, after) if piece.never else begun


def _parsed(pattern: str, at: int = 0) -> tuple[tuple[tuple[_Piece, ...], ...], int]:
    """The alternatives of a group whose inside begins at a place, each piece by piece, and where it ends."""
    found: list[list[_Piece]] = [[]]
    while at < len(pattern):
        piece = PIECE.match(pattern, at)
        if piece is None:
            raise ValueError(f"a line feed in {pattern!r}")
        kind, at = piece.lastgroup or "other", piece.end()
        inner: tuple[tuple[_Piece, ...], ...] = ()
        if piece["close"] == ")":
            return tuple(map(tuple, found)), at
        if piece["close"]:
            found.append([])
            continue
        if piece["group"] or piece["denied"]:
            kind = "group" if piece["group"] else "denied"
            inner, at = _parsed(pattern, at)
        letters = (piece["choice"] or piece["letter"] or "").lower()
        times = TIMES.match(pattern, at)
        never, again = (times["never"], times["again"]) if times else (None, None)
        at = times.end() if times else at
        again = again or piece["ahead"] or never in ("*", "{0")
        found[-1].append(_Piece("letter" if letters else kind, letters, inner, bool(never), bool(again)))
    return tuple(map(tuple, found)), at
