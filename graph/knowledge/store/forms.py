"""The written forms of a person's name, and where they stand in a text: to mask them, and to look for them."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from graph.model.text import Span

MASK = "▇"
BREAK = r"(?:\u00ad|[-\u2010][ \t]*\r?\n[ \t]*)?"
"""What may part two letters of a word: a soft hyphen, or a hyphen at a line end."""
GAP = r"[\s._\-\u2010]+"
"""What may part two words of a name: blanks; in addresses and file names also points and hyphens."""
BEFORE, AFTER = r"(?<![^\W_])", r"(?![\u0300-\u036f])(?=[sS]?(?![^\W_]))"
"""A form is a whole word, or one with a genitive -s."""
WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 3
"""Letters of a word that may stand for a person alone: "af" and "de" never do."""


def plain(name: str) -> str:
    """The form by which names are compared: composed, case folded, white space collapsed."""
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


def without_marks(name: str) -> str:
    """The name in bare letters, as addresses write it: "Åsa" → "Asa"."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


@dataclass(frozen=True)
class Forms:
    """Forms of one person's name: `whole` names match in any case, `single` words only as names are written."""

    whole: frozenset[str]
    single: frozenset[str] = frozenset()

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """What finds them, composed or decomposed, across line ends and in addresses; None for no forms."""
        names = {*self.whole, *map(without_marks, self.whole)}
        words = {case for word in self.single for case in (word, word.upper())}
        parts = [f"(?i:{_spelt(name)})" for name in sorted(names, key=_longest)]
        parts += [_spelt(word) for word in sorted(words, key=_longest)]
        return re.compile(f"{BEFORE}(?:{'|'.join(parts)}){AFTER}") if parts else None

    def spans(self, text: str) -> list[Span]:
        """Where they stand."""
        if self.pattern is None:
            return []
        return [Span(*found.span()) for found in self.pattern.finditer(text)]

    def masked(self, text: str, mask: str = MASK) -> str:
        """The text without them, no character longer or shorter."""
        return hidden(text, self.spans(text), mask)


def forms_of(names: Iterable[str], others: Iterable[str] = ()) -> Forms:
    """The forms of names; a single word of one only where no name of `others` has that word."""
    borne = {word for name in others for word in _words(plain(name))}
    borne |= {word + "s" for word in borne} | {word.removesuffix("s") for word in borne}
    whole = {" ".join(unicodedata.normalize("NFC", name).split()) for name in names}
    single = {
        word
        for name in whole
        for word in _words(name)
        if len(word) >= SHORTEST and word[0].isupper() and word.casefold() not in borne
    }
    return Forms(frozenset(name for name in whole if " " in name), frozenset(single))


def hidden(text: str, spans: Iterable[Span], mask: str = MASK) -> str:
    """The text with every printed character inside the spans replaced; white space stays where it is."""
    letters = list(text)
    for span in spans:
        for place in range(span.start, span.end):
            if not letters[place].isspace():
                letters[place] = mask
    return "".join(letters)


def _words(name: str) -> list[str]:
    """The words of a name, and the whole of those that a hyphen joins."""
    joined = [word for word in name.split() if "-" in word]
    return [*WORD.findall(name), *joined]


def _longest(form: str) -> tuple[int, str]:
    return -len(form), form


def _spelt(form: str) -> str:
    """A form as a pattern: each letter in both Unicode forms, a break allowed between two."""
    words = []
    for word in form.split():
        letters = []
        for letter in word:
            apart = unicodedata.normalize("NFD", letter)
            both = re.escape(letter) if apart == letter else f"(?:{re.escape(letter)}|{re.escape(apart)})"
            letters.append(both)
        words.append(BREAK.join(letters))
    return GAP.join(words)
