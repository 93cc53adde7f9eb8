"""On what a mention rests: who vouches for it, a list, a rule, the layout, the document or the model, and on which words."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from graph.model.reading import Mention, Reading
from graph.model.text import Span

WORD: Final = re.compile(r"[^\W_]+(?:[-'’\u00ad][^\W_]+)*")


class Where(Enum):
    """Where the words stand that a rule rests on, seen from the name."""

    NAME = auto()  # the name itself
    FIRST = auto()  # its first word
    LAST = auto()  # its last word
    BEFORE = auto()  # the words before it
    AFTER = auto()  # the words after it
    HOLDER = auto()  # the longer name inside which it stands
    AROUND = auto()  # on either side, as the sentence has it


BESIDE: Final = 3
"""Words on a side that are shown as the cue."""

LAYOUT: Final = frozenset({"party of the layout", "person of the layout"})
ELSEWHERE: Final = frozenset({"named in full elsewhere", "abbreviation explained"})
MODEL: Final = "tagger"
BY_HAND: Final = "by-hand"
LISTED: Final = "listed "
LISTS: Final = frozenset({"given name alone", "known instrument"})
"""Rules whose proof is a word list, beside those of the gazetteer."""

CUES: Final = {
    "acts or is a partner": Where.AROUND,
    "address or venue": Where.AROUND,
    "after a preposition of place": Where.BEFORE,
    "among organisations": Where.AROUND,
    "applied for by name": Where.BEFORE,
    "award": Where.FIRST,
    "called event": Where.AROUND,
    "called organisation": Where.BEFORE,
    "called place": Where.BEFORE,
    "called project": Where.AROUND,
    "called scheme": Where.BEFORE,
    "company-of-establishment": Where.HOLDER,
    "compound of schemes": Where.FIRST,
    "county-as-authority": Where.AROUND,
    "ending of organisations": Where.LAST,
    "ending of places": Where.LAST,
    "ending of schemes": Where.LAST,
    "ending of towns": Where.LAST,
    "establishment": Where.LAST,
    "establishment-of": Where.FIRST,
    "explains its letters": Where.AFTER,
    "gathering with place and day": Where.AROUND,
    "has money left": Where.AFTER,
    "led by somebody": Where.BEFORE,
    "legal-form": Where.NAME,
    "money comes out of it": Where.BEFORE,
    "municipality": Where.LAST,
    "municipality by its place": Where.AROUND,
    "name of nature": Where.LAST,
    "near-name": Where.BEFORE,
    "owner of what follows": Where.AFTER,
    "told to be an event": Where.AROUND,
    "the project that is spoken of next": Where.BEFORE,
    "unit of its chief": Where.BEFORE,
    "venue of a town": Where.BEFORE,
    "what only an undertaking does": Where.AROUND,
}
"""Where the cue of each rule stands; a rule that is not here rests on the words of the name itself."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What vouches for a mention: `list`, `rule`, `layout`, `document`, `model` or `person`; and the words it rests on."""

    source: str
    cue: Span


class Grounds:
    """The grounds of one document's mentions.

    What the layout or the document vouches for rests on the words elsewhere that name the same actor most
    fully; where there are none, on the mention itself. Which side of a name a rule looks at is known of the
    rule (`CUES`); the words shown there are those nearest to the name.
    """

    def __init__(self, reading: Reading) -> None:
        self._text = reading.document.text
        self._headings = [heading.span for heading in reading.headings]
        self._namings: dict[str, set[Span]] = {}
        self._in_quote: dict[Span, list[Span]] = {}
        for mention in reading.mentions:
            self._in_quote.setdefault(mention.quote, []).append(mention.span)
            if mention.rule not in ELSEWHERE:
                self._namings.setdefault(mention.actor, set()).add(mention.span)
        self._best = {actor: sorted(spans, key=self._fullness) for actor, spans in self._namings.items()}

    def of(self, mention: Mention) -> Ground:
        """The ground of a mention of this document."""
        if mention.rule in LAYOUT:
            return Ground("layout", self._fullest(mention))
        if mention.rule in ELSEWHERE:
            return Ground("document", self._fullest(mention))
        if mention.rule == BY_HAND:
            return Ground("person", mention.span)
        if mention.rule == MODEL:
            return Ground("model", mention.span)
        source = "list" if mention.rule.startswith(LISTED) or mention.rule in LISTS else "rule"
        if CUES.get(mention.rule) is Where.HOLDER:
            return Ground(source, self._holder(mention))
        return Ground(source, _cue(self._text, mention))

    def _fullness(self, span: Span) -> tuple[int, bool, int]:
        """The longest naming first, a heading's before others of its length, then the earliest."""
        return -_length(span), not any(heading.holds(span) for heading in self._headings), span.start

    def _fullest(self, mention: Mention) -> Span:
        """The fullest other naming of the same actor, unless it is shorter."""
        for span in self._best.get(mention.actor, ()):
            if _length(span) < _length(mention.span):
                break
            earlier = span.start < mention.span.start or mention.rule not in LAYOUT
            # the layout's own first naming rests on itself
            if span != mention.span and (earlier or _length(span) > _length(mention.span)):
                return span
        return mention.span

    def _holder(self, mention: Mention) -> Span:
        """The shortest longer name that holds a nested one."""
        inside = [span for span in self._in_quote[mention.quote] if span.holds(mention.span)]
        return min((span for span in inside if span != mention.span), key=_length, default=mention.span)


def _length(span: Span) -> int:
    return span.end - span.start


def _cue(text: str, mention: Mention) -> Span:
    """The words that the rule of a mention rests on; the name itself where nothing stands on that side."""
    name, quote = mention.span, mention.quote
    where = CUES.get(mention.rule, Where.NAME)
    if where is Where.NAME:
        return name
    if where in (Where.FIRST, Where.LAST):
        words = [
            Span(name.start + word.start(), name.start + word.end()) for word in WORD.finditer(name.of(text))
        ]
        return (words or [name])[0 if where is Where.FIRST else -1]
    before = [word.start() for word in WORD.finditer(text, quote.start, name.start)][-BESIDE:]
    after = [word.end() for word in WORD.finditer(text, name.end, quote.end)][:BESIDE]
    start = before[0] if before and where is not Where.AFTER else name.start
    end = after[-1] if after and where is not Where.BEFORE else name.end
    return Span(start, end)
