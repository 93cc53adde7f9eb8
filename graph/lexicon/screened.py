"""Patterns that are tried only where letters stand that they ask for: a look-up tells most texts apart."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from graph.lexicon.heads import function_words

LETTERS = 3
"""Letters of a word's beginning, or within one, that are looked at."""
WORD = re.compile(r"\w+")
COMMON = 10
"""How many times as often as another a function word is found."""
ANY = frozenset({""})
"""What stands in every text."""
PIECE = re.compile(
    r"(?P<edge>\\b|\^|\(\?<!(?:\[\\w-\]|\\w)\))|(?P<blank> |\\s)|(?P<stop>[,‹-]|\\\.|\(\?!\[?\\w[^()]*\))"
    r"|(?P<denied>\(\?<?!)|(?P<group>\((?:\?:|\?P<\w+>|(?P<ahead>\?=))?)|(?P<close>[|)])"
    r"|\[(?P<choice>[^\W\d_]+)\]|(?P<letter>[^\W\d_])|\[\^?\]?(?:[^\]\\]|\\.)*\]|\\u\w{4}|\\.|."
)
"""One piece of a pattern: an edge of a word, what ends a word, a group, a letter, or some other sign."""
TIMES = re.compile(r"(?:(?P<never>[?*]|\{0)|(?P<again>\+|\{))?[\d,}]*\??")
REPEATS = frozenset("?*+{")
"""What begins with one of these tells how often the piece before it comes."""


@lru_cache(maxsize=512)  # one stage after another asks it of the same sentences
def beginnings(text: str) -> frozenset[str]:
    """The first three letters of each word of a text, small ones; a shorter word whole. `ANY` too."""
    return frozenset([*ANY, *[word[:LETTERS] for word in WORD.findall(text.lower())]])


@lru_cache(maxsize=512)
def trios(text: str) -> frozenset[str]:
    """Every three signs of a text that stand in a row, small letters. `ANY` too."""
    low = text.lower()
    return frozenset([*ANY, *map("".join, zip(low, low[1:], low[2:], strict=False))])


@dataclass(frozen=True)
class Screened:
    """A pattern that is tried where letters stand that each text has which it fits.

    Most patterns are never tried on most documents: each is made when it is first asked for.
    """

    written: str
    flags: re.RegexFlag = re.NOFLAG

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.written, self.flags)

    @cached_property
    def _screen(self) -> tuple[Callable[[str], frozenset[str]], frozenset[str]]:
        """What is looked up in a text, and the letters of which one must be found."""
        begun = openings(self.written)
        return (beginnings, begun) if begun != ANY else (trios, inside(self.written))

    def may_fit(self, text: str) -> bool:
        """Whether letters stand in a text that the pattern asks for."""
        look, letters = self._screen
        return not letters.isdisjoint(look(text))

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first place where the pattern fits."""
        look, letters = (
            self._screen
        )  # as `may_fit`, without a call: it is asked eighty thousand times a second
        return None if letters.isdisjoint(look(text)) else self.pattern.search(text, start)

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """All places where it fits."""
        look, letters = self._screen
        return () if letters.isdisjoint(look(text)) else self.pattern.finditer(text)

    def sub(self, other: str, text: str) -> str:
        """The text with something else wherever it fits."""
        return self.pattern.sub(other, text) if self.may_fit(text) else text


def screened(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> Screened:
    """A pattern that is tried only where it may fit; it is written without comments and line feeds."""
    if "\n" in pattern:
        raise ValueError(f"a line feed in {pattern!r}")
    return Screened(pattern, flags)


class _Piece(NamedTuple):  # made for each letter of a thousand phrases: a dataclass takes four times as long
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


def inside(pattern: str) -> frozenset[str]:
    """Three letters in a row, of which one trio stands in whatever a pattern fits; `ANY` where none is told."""
    return frozenset(_inside(_parsed(pattern)[0]) or ANY)


def _inside(alternatives: tuple[tuple[_Piece, ...], ...]) -> set[str] | None:
    """One trio for each alternative: of its places the one with the fewest; None where one tells none."""
    found: set[str] = set()
    for pieces in alternatives:
        told = [trio for index in range(len(pieces)) if (trio := _trio(pieces[index:])) is not None]
        if not told:
            return None
        found |= min(told, key=len)
    return found


def _trio(pieces: tuple[_Piece, ...]) -> set[str] | None:
    """The three letters that follow at a place which all comes to, or stand within its group."""
    first = pieces[0]
    if first.never or first.kind in ("edge", "blank", "stop", "denied", "other"):
        return None
    try:
        return _begin("", pieces, within=True)
    except _Untold:
        return _inside(first.inner) if first.kind == "group" else None


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


def _begin(run: str, rest: tuple[_Piece, ...], within: bool = False) -> set[str]:
    """How a word may begin that goes on at a place, `run` before it; `within` one, it must not end sooner."""
    if len(run) == LETTERS:
        return {run}
    if not rest:
        raise _Untold
    piece, after = rest[0], rest[1:]
    if piece.kind == "edge" and not run:
        return _begin(run, after, within)
    if piece.kind == "denied":
        return _begin(run, after, within)
    if run and not within and piece.kind in ("edge", "blank", "stop"):
        begun = {run}
    elif piece.kind == "group":
        behind = (OTHER,) if piece.again else after
        begun = set().union(*(_begin(run, (*inner, *behind), within) for inner in piece.inner))
    elif piece.kind == "letter" and not piece.again:
        begun = set().union(*(_begin(run + letter, after, within) for letter in piece.letters))
    else:
        raise _Untold
    return begun | _begin(run, after, within) if piece.never else begun


def _parsed(pattern: str, at: int = 0) -> tuple[tuple[tuple[_Piece, ...], ...], int]:
    """The alternatives of a group whose inside begins at a place, each piece by piece, and where it ends."""
    found: list[list[_Piece]] = [[]]
    while at < len(pattern):
        if pattern[at].isalpha() and pattern[at + 1 : at + 2] not in REPEATS:  # as most are, and sooner
            found[-1].append(_Piece("letter", pattern[at].lower()))
            at += 1
            continue
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
        times = TIMES.match(pattern, at) if pattern[at : at + 1] in REPEATS else None
        never, again = (times["never"], times["again"]) if times else (None, None)
        at = times.end() if times else at
        again = again or piece["ahead"] or never in ("*", "{0")
        found[-1].append(_Piece("letter" if letters else kind, letters, inner, bool(never), bool(again)))
    return tuple(map(tuple, found)), at
