"""Phone numbers in a text, as Swedish ones are written and foreign ones with their country.

A number of nobody (a switchboard, a service) stays, and what only looks like one: numbers of cases, accounts and
invoices, amounts, days and times. Source: Post- och telestyrelsen, the Swedish numbering plan (E.164).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final

from graph.model.text import Span
from graph.reading.documents.kept_open import kept_open

GAP = r"[ \u00a0\u2009\u202f]"
DASH = r"[-\u2010\u2011\u2013\u2212]"
AREA = re.compile(
    rf"(?<![\w.,:/+§\u2010\u2011\u2013-])\(?(?P<area>0(?:[1-9][0-9]{{1,2}}|8))\)?"
    rf"(?P<sign>{GAP}?(?:{DASH}|/){GAP}?|{GAP})(?=[0-9])"
)
MOBILE = re.compile(r"(?<![\w.,:/+§-])07[0-9]{8}(?![0-9])")
COUNTRY = re.compile(
    rf"(?<![\w+])(?:\+|00)(?P<country>46|45|47|49|44|358|354|372|371|370|48|33|32|31|1)"
    rf"(?P<sign>{GAP}|{DASH})?(?P<trunk>\(0\){GAP}?)?(?=[0-9])"
)
SAID = re.compile(
    rf"\b(?:tel|telefon|telefonnummer|telefonnr|tfn|mobil|mobilnummer|mobilnr|mobiltelefon|direktnummer|fax|sms)\b"
    rf"[.:]?{GAP}?(?:nr|nummer)?[.:]?{GAP}?(?=\(?[0-9])\(?",
    re.IGNORECASE,
)
GROUPS = re.compile(rf"[0-9]{{1,10}}(?:\)?{GAP}?(?:{GAP}|{DASH}|/){GAP}?[0-9]{{1,8}}){{0,5}}")
GROUP = re.compile(r"[0-9]+")
DASHES = re.compile(DASH)
AFTER = re.compile(
    rf"[0-9]|[-/.,:\u2013][0-9]|{GAP}?(?:%|kr\b|kronor|sek\b|mnkr|mkr|tkr|kkr|msek|euro|procent|miljon|miljard|tusen|st\b|m²|kvm|ton\b)",
    re.IGNORECASE,
)
"""What follows an amount, or the rest of a longer number."""
BEFORE = re.compile(
    r"(?:dnr|d:nr|diarienr|diarienummer|ärende|ärendenr|ärendenummer|mål|målnr|ref|refnr|referens|faktura|fakturanr|fakturanummer|ocr|bg|pg"
    r"|bankgiro|plusgiro|postgiro|konto|kontonr|kontonummer|bankkonto|clearing|clearingnr|clearingnummer|iban|bic|org|orgnr|organisationsnummer|isbn|issn|ean"
    r"|artikelnr|artikelnummer|projektnr|projektnummer|projekt-id|beslut|beslutsnr|id|version|serienr|serienummer|kundnr|kundnummer|avtal|avtalsnr)"
    r"[.:#]?[ \u00a0]?(?:nr|nummer)?[.:#]?[ \u00a0]?\Z",
    re.IGNORECASE,
)
CLOSE: Final = 32  # characters in which the word for what a number is stands before it
LEAST, MOST = 8, 10
"""Digits of a Swedish number with its 0."""


def phones(text: str) -> Iterator[Span]:
    """Where phone numbers of persons stand, in reading order, none within another."""
    end = 0
    for span in sorted({*_national(text), *_mobile(text), *_abroad(text), *_said(text)}):
        if span.start >= end and not _otherwise(text, span):
            yield span
            end = span.end


def _national(text: str) -> Iterator[Span]:
    """An area and a number in groups of two or three: "063-14 30 00", "08-123 45 67"."""
    for area in AREA.finditer(text):
        mobile = area["area"].startswith("07")
        blank = area["sign"].isspace()

        def fits(
            groups: Sequence[str], length: int = len(area["area"]), mobile: bool = mobile, blank: bool = blank
        ) -> bool:
            if not LEAST <= length + sum(map(len, groups)) <= MOST or (groups[0][0] == "0" and not mobile):
                return False
            if blank and length == 2 and len(groups[0]) != 3:  # "08 10 12 14" are hours
                return False
            return _grouped(groups)

        yield from _longest(text, area.start(), area.end(), fits, dashes=mobile)


def _mobile(text: str) -> Iterator[Span]:
    """Ten digits in one: "0701234567"."""
    for found in MOBILE.finditer(text):
        yield Span(*found.span())


def _abroad(text: str) -> Iterator[Span]:
    """With the country before: "+46 (0)70-123 45 67"."""
    for country in COUNTRY.finditer(text):
        sweden = country["country"] == "46"

        def fits(groups: Sequence[str], sweden: bool = sweden) -> bool:
            amount = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]) and len(groups) > 1
            return 7 <= sum(map(len, groups)) <= MOST + 1 and (sweden or not amount)

        yield from _longest(text, country.start(), country.end(), fits, dashes=True)


def _said(text: str) -> Iterator[Span]:
    """What a word says to be one: "tel 14 30 00", "tfn: 063143000"."""
    for said in SAID.finditer(text):

        def fits(groups: Sequence[str]) -> bool:
            digits = sum(map(len, groups))
            if groups[0][0] == "0":
                return 7 <= digits <= MOST
            amount = len(groups) > 1 and len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
            return 5 <= digits <= 8 and _grouped(groups) and not amount

        yield from _longest(text, said.end(), said.end(), fits, dashes=True)


def _grouped(groups: Sequence[str]) -> bool:
    """Whether digits stand as those of a subscriber do."""
    sizes = [len(group) for group in groups]
    return (
        all(2 <= size <= 3 for size in sizes) or sizes == [3, 4] or (len(sizes) == 1 and 5 <= sizes[0] <= 8)
    )


def _longest(
    text: str, start: int, place: int, fits: Callable[[Sequence[str]], bool], dashes: bool
) -> Iterator[Span]:
    """The longest run of groups from a place on that fits, with nothing behind it that makes it something else."""
    run = GROUPS.match(text, place)
    if run is None:
        return
    groups = list(GROUP.finditer(text, *run.span()))
    for count in range(len(groups), 0, -1):
        end = groups[count - 1].end()
        joints = text[groups[0].end() : end]
        if (dashes or not DASHES.search(joints)) and fits([group.group() for group in groups[:count]]):
            if not AFTER.match(text, end):
                yield Span(start, end)
            return


def _otherwise(text: str, span: Span) -> bool:
    """Whether the word before says that it is no phone, or nobody's."""
    before = text[max(0, span.start - CLOSE) : span.start]
    digits = "".join(GROUP.findall(span.of(text)))
    beginnings = tuple(kept_open()["phones"]["beginnings"])
    return bool(BEFORE.search(before) or _function().search(before)) or digits.startswith(beginnings)


@cache
def _function() -> re.Pattern[str]:
    words = "|".join(map(re.escape, kept_open()["phones"]["words"]))
    between = r"(?:tel|telefon|tfn|nr|nummer|på|är|når du på|har)"
    return re.compile(rf"\b(?:{words})\b[,.:]?[ ]?(?:{between}[.:]?[ ]?)?\(?\Z", re.IGNORECASE)
