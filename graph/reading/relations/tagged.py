"""A quote in which every name stands as a token, so that rules of Swedish can be written over kinds."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from graph.model.reading import DateMention, Figure, Mention, Quote
from graph.model.terms import Kind
from graph.model.text import ReadingForm, Span

LETTER = {
    Kind.ORGANISATION: "O",
    Kind.UNNAMED: "U",
    Kind.PERSON: "H",
    Kind.PLACE: "L",
    Kind.PROJECT: "P",
    Kind.SCHEME: "S",
    Kind.EVENT: "E",
    Kind.RULE: "R",
    Kind.LINK: "W",
}
TOKEN = re.compile(r"‹([A-Z])(\d+)›")


@dataclass(frozen=True, slots=True)
class Named:
    """One token: the mention (or figure, or date) that it stands for, and the names nested in it."""

    letter: str
    mention: Mention | None = None
    figure: Figure | None = None
    date: DateMention | None = None
    nested: tuple[Mention, ...] = ()


@dataclass(frozen=True)
class Tagged:
    """A quote's reading form with tokens: ‹O0› for an organisation, ‹M3› for money, ‹D4› for a date.

    `text` is that form; a token's number is its index in `named`. `origin` gives for every character
    of `text` its offset in `plain`, the reading form itself.
    """

    quote: Quote
    form: ReadingForm
    text: str
    named: tuple[Named, ...]
    origin: tuple[int, ...]

    @cached_property
    def plain(self) -> str:
        """The reading form without tokens."""
        return self.form.text

    @cached_property
    def low(self) -> str:
        """The tagged text in small letters."""
        return self.text.lower()

    def tokens(self, text: str) -> list[Named]:
        """What the tokens in a stretch of the text stand for, in order."""
        return [self.named[int(token[2])] for token in TOKEN.finditer(text)]

    def mentions(self, text: str) -> list[Mention]:
        """The mentions among them."""
        return [named.mention for named in self.tokens(text) if named.mention]

    def words(self, start: int, end: int) -> str:
        """A stretch of the tagged text as it is written."""
        if start >= end:
            return ""
        return self.plain[self.origin[start] : self.origin[end - 1] + 1]

    def written(self, text: str) -> str:
        """A tagged stretch with each token replaced by its own words."""
        return TOKEN.sub(lambda token: self._own(self.named[int(token[2])]), text)

    def place(self, span: Span) -> int | None:
        """Where in the tagged text the token of a mention, figure or date stands."""
        for token in TOKEN.finditer(self.text):
            if _span(self.named[int(token[2])]) == span:
                return token.start()
        return None

    def _own(self, named: Named) -> str:
        span = _span(named)
        start, end = (bisect_left(self.form.offsets, border) for border in (span.start, span.end))
        return self.plain[start:end]


def _span(named: Named) -> Span:
    holder = named.mention or named.figure or named.date
    if holder is None:
        raise ValueError("a token of nothing")
    return holder.span


def tag(
    quote: Quote,
    form: ReadingForm,
    mentions: list[Mention],
    figures: list[Figure],
    dates: list[DateMention],
) -> Tagged:
    """The quote with its outermost names, figures and dates as tokens, genitive endings kept after them.

    Where spans overlap the longer one stands; a name inside it is nested in its token.
    """
    spans: list[tuple[Span, Named]] = []
    for mention in mentions:
        if not any(_covers(other, mention) for other in mentions):
            nested = tuple(m for m in mentions if m is not mention and mention.span.holds(m.span))
            spans.append((mention.span, Named(LETTER[mention.kind], mention, nested=nested)))
    taken = [span for span, _ in spans]
    for figure in figures:
        if not any(span.meets(figure.span) for span in taken):
            spans.append((figure.span, Named("M" if figure.money else "N", figure=figure)))
    for date in dates:
        if not any(span.meets(date.span) for span in taken):
            spans.append((date.span, Named("D", date=date)))
    return _woven(quote, form, sorted(spans, key=lambda pair: pair[0]))


def _covers(outer: Mention, inner: Mention) -> bool:
    """Whether another mention holds this one: a longer one, or one as long that is not marked nested."""
    if outer is inner or not outer.span.holds(inner.span):
        return False
    return outer.span != inner.span or (inner.nested and not outer.nested)


def _woven(quote: Quote, form: ReadingForm, spans: list[tuple[Span, Named]]) -> Tagged:
    pieces: list[str] = []
    origin: list[int] = []
    named: list[Named] = []
    index = 0
    for span, name in spans:  # in the order of their starts; none meets another
        start = bisect_left(form.offsets, span.start, index)
        end = bisect_left(form.offsets, span.end, start)
        if start == end:
            continue
        token = f"‹{name.letter}{len(named)}›"
        pieces += form.text[index:start], token
        origin.extend(range(index, start))
        origin.extend([start] * (len(token) - 1) + [end - 1])
        named.append(name)
        index = end
    pieces.append(form.text[index:])
    origin.extend(range(index, len(form.text)))
    return Tagged(quote, form, "".join(pieces), tuple(named), tuple(origin))
