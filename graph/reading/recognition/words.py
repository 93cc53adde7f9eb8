"""A quote as words: what every finder of names works on."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from graph.lexicon.heads import function_words
from graph.model.text import Document, ReadingForm, Span
from graph.reading.recognition.breaks import broken

WORD = re.compile(
    r"(?P<address>https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\S+)"
    r"|(?P<initials>(?:[A-ZÅÄÖÉ]\.)+(?=\s?[A-ZÅÄÖÉ:,]))"
    r"|(?P<word>[^\W_]+(?:[-‑+'’\u00ad][^\W_]+)*\+?)(?P<ending>(?::s|:ns|:n|'s|’s)(?![^\W_]))?"
)
SMALL = re.compile(r"(?<!\w)[a-zåäöé]{4,}(?!\w)")
LONGEST = 60  # letters of a word that may be a name
OPENER = re.compile(r"[.!?:|•▪–—#=\[\]\n]\W*$|[”\"“»]\s*$")


class Word(NamedTuple):  # made for each word that is read: a dataclass takes four times as long
    """One word of a quote, its offsets in the quote's reading form.

    `end` leaves an ending after an apostrophe or a colon out ("AB:s" ends before ":s"); `whole` takes it
    in. `gap` is what stands before it. `opens` says that it opens a sentence, where a capital proves
    nothing. `address` marks web addresses, which hold no names. `ordinary` says that the document has the
    word in lower case too.
    """

    text: str
    low: str
    start: int
    end: int
    whole: int
    gap: str
    capital: bool
    opens: bool
    function: bool
    address: bool = False
    ordinary: bool = False

    @property
    def colon_genitive(self) -> bool:
        """Whether a genitive ending stands after it, parted by a sign."""
        return self.whole > self.end

    @property
    def abbreviation(self) -> bool:
        """Whether it is written in capitals throughout ("SKR")."""
        return len(self.text) > 1 and self.text.isupper()


@dataclass(frozen=True, eq=False)
class Passage:
    """A quote with its reading form and its words; one is equal to itself alone.

    `shouted` marks a line in capitals throughout.
    """

    quote: Span
    form: ReadingForm
    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """The reading form."""
        return self.form.text

    @cached_property
    def shouted(self) -> bool:
        """Whether its letters are capitals throughout, so that a capital proves nothing."""
        capitals = sum(map(str.isupper, self.text))
        if capitals < 6:
            return False  # too few for the shortest line that is told so
        letters = sum(map(str.isalpha, self.text))
        return letters > 8 and capitals > 0.7 * letters

    @cached_property
    def at(self) -> dict[int, int]:
        """The position of the word that begins at an offset."""
        return {word.start: position for position, word in enumerate(self.words)}

    def word(self, position: int) -> Word | None:
        """The word at a position, None beyond either end."""
        return self.words[position] if 0 <= position < len(self.words) else None

    def low(self, position: int) -> str:
        """The word at a position case folded, empty beyond either end."""
        return self.words[position].low if 0 <= position < len(self.words) else ""

    def gap(self, position: int) -> str:
        """What stands before the word at a position; the rest of the text beyond the last."""
        if position < len(self.words):
            return self.words[position].gap
        return self.text[self.words[-1].whole :] if self.words else self.text

    def raw(self, start: int, end: int) -> Span:
        """The place in the document of a stretch of the reading form."""
        return self.form.span(start, end)


def small_words(document: Document) -> frozenset[str]:
    """Every word of a document that stands in lower case somewhere."""
    return frozenset(SMALL.findall(document.text))


def passage(document: Document, quote: Span, small: frozenset[str] = frozenset()) -> Passage:
    """The words of one quote, wrapped lines joined and furniture left out; `small` its `small_words`."""
    form = document.reading_form(quote)
    text = broken(document, form)
    form = form if text is form.text else ReadingForm(text, form.offsets)
    known = function_words()
    words: list[Word] = []
    last = 0
    for match in WORD.finditer(text):
        start, whole = match.span()
        gap = text[last:start]
        address = match.lastgroup == "address" or whole - start > LONGEST
        end = match.end("word")
        end = whole if end < 0 else end
        token = text[start:end]
        low = token.casefold()
        opens = not words or (gap != " " and OPENER.search(gap) is not None)
        words.append(
            Word(
                token,
                low,
                start,
                end,
                whole,
                gap,
                token[0].isupper(),
                opens,
                low in known,
                address,
                low in small,
            )
        )
        last = whole
    return Passage(quote, form, tuple(words))


def bare_forms(low: str) -> tuple[str, ...]:
    """A word and what is left of it without a genitive -s: the whole word first ("borås")."""
    return (low, low[:-1]) if len(low) > 3 and low.endswith("s") and not low.endswith("ss") else (low,)
