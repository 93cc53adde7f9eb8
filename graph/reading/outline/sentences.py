"""Sentences: where one ends in minutes, with their abbreviations, figures and broken lines."""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from graph.lexicon.heads import function_words
from graph.lexicon.names import is_given_name
from graph.model.reading import Quote
from graph.model.text import Document, Line, ReadingForm, Span

END = re.compile(r"(?<![.!?…])[.!?…]+[\"”’)»]*(?=\s|$)")
ABBREVIATION = re.compile(
    r"(?:^|[\s(/])(?:bl|bl\.\s?a|a|t\.?\s?ex|t\.\s?o\.\s?m|t\.?o\.?m|f\.?\s?n|f\.?d|fr\.?o\.?m|o\.?\s?s\.?\s?v|d\.?\s?v\.?\s?s|m\.?\s?m|m\.?\s?fl"
    r"|s\.?\s?k|kl|ca|c:a|nr|tel|st|resp|tf|prof|dr|jfr|ev|inkl|exkl|max|min|milj|mdr|kap|avd|forts|p\.?g\.?a|pga|i\.?\s?o\.?\s?m|m\.?a\.?o"
    r"|v|jan|feb|febr|apr|aug|sept|okt|nov|dec|kungl|bitr|vik|ordf|sekr|leg|civ|tekn|[A-ZÅÄÖ]|[A-ZÅÄÖ]\.[A-ZÅÄÖ]|ek\.?\s?för|osv|etc|mm)\.$",
    re.IGNORECASE,
)
CAN_END = re.compile(
    r"(?:^|[\s(])(?:etc|osv|o\.?\s?s\.?\s?v|m\.?\s?m|m\.?\s?fl|mm|milj|år|st)\.$", re.IGNORECASE
)
INITIAL = re.compile(r"(?:^|\s)(?:[A-ZÅÄÖ]\.)+$")
OPENER = re.compile(r"[\"”“’»(–-]*\s*[A-ZÅÄÖÉÜ0-9]")
SHORT_LINE = 0.8
"""A line that ends without a stop well before its block's width, and a capital after it: two sentences.

So is a full line, where the next begins with "Det", "Vi" or another capital that is no name's."""


def sentences(document: Document, span: Span, holder: Span | None = None) -> tuple[Quote, ...]:
    """The sentences of a stretch of text, each with its raw span and its reading form.

    `holder` is the statement or heading they are part of, the stretch itself unless told.
    """
    form = document.reading_form(span)
    found = []
    for start, end in bounds(form, document, span):
        raw = form.span(start, end)
        found.append(Quote(raw, form.text[start:end], holder or span, document.skipped(raw)))
    return tuple(found)


def bounds(form: ReadingForm, document: Document, span: Span) -> list[tuple[int, int]]:
    """Start and end of every sentence in the reading form, white space outside."""
    text = form.text
    cuts = {match.end() for match in END.finditer(text) if _ends(text, match)}
    cuts |= set(_broken_off(form, document, span))
    found, start = [], 0
    for cut in [*sorted(cuts), len(text)]:
        piece = text[start:cut]
        bare = piece.strip()
        if bare:
            begin = start + len(piece) - len(piece.lstrip())
            found.append((begin, begin + len(bare)))
        start = cut
    return found


def lines_of(document: Document, span: Span) -> tuple[Line, ...]:
    """The printed lines that a span touches."""
    first = bisect_right(document.lines, span.start, key=lambda line: line.span.end)
    last = bisect_left(document.lines, span.end, key=lambda line: line.span.start)
    return document.lines[first:last]


def _ends(text: str, stop: re.Match[str]) -> bool:
    after = text[stop.end() :].lstrip()
    if not after:
        return True
    if "." not in stop.group():
        return not after[0].islower()
    before = text[max(0, stop.start() - 14) : stop.start() + 1]
    if INITIAL.search(before):
        return False
    if CAN_END.search(before):
        return bool(re.match(r"[\"”(]*[A-ZÅÄÖ][a-zåäö]", after)) and not before.lower().endswith(" st.")
    if ABBREVIATION.search(before):
        return False
    if re.search(r"(?:^|\s)\d{1,3}\.$", before) and re.match(r"[a-zåäö]", after):
        return False
    return bool(OPENER.match(after)) or not after[0].islower()


def _broken_name(above: str, first: str) -> bool:
    """Whether a line ends with a given name and the next begins with what may be its surname."""
    last = above.split()[-1]
    return last[:1].isupper() and is_given_name(last) and first.casefold() not in function_words()


def _broken_off(form: ReadingForm, document: Document, span: Span) -> list[int]:
    """Places where a line ends early without a stop and the next begins with a capital or a dash."""
    text, raw = form.text, document.text
    lines = lines_of(document, span)
    if len(lines) < 2:
        return []
    width = max(line.span.end - line.span.start for line in lines)
    starts = {offset: index for index, offset in enumerate(form.offsets)}
    found = []
    for line, following in pairwise(lines):
        place = starts.get(following.span.start)
        if place is None:
            continue
        words = line.span.of(raw)
        first = following.span.of(raw)
        new = re.match(r"([A-ZÅÄÖ][a-zåäö]*)\s+[a-zåäö]", first)
        early = following.blank_before or len(words) < SHORT_LINE * width
        if (
            new
            and (early or new[1].casefold() in function_words())
            and not _broken_name(words, new[1])
            and words[-1].isalnum()
            and not first[0].islower()
        ):
            found.append(place)
    return [place for place in found if text[place - 1] == " "]
