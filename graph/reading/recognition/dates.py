"""Dates: days, months, seasons, weeks and years as written, with the ISO form they stand for."""

import calendar
import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.lexicon.clauses import Outlook, clause_at, outlook
from graph.lexicon.heads import heads
from graph.lexicon.screened import LETTERS, beginnings
from graph.model.reading import DateMention, Quote, outermost
from graph.model.terms import Certainty, Reason
from graph.model.text import Document

MONTHS = (  # Unicode CLDR, locale sv, with the abbreviations that minutes use; locales nb, en
    "januari|jan|januar|january", "februari|febr|feb|februar|february", "mars|mar|march", "april|apr", "maj|mai",
    "juni|jun|june",
    "juli|jul|july", "augusti|aug|august", "september|sept|sep", "oktober|okt|october", "november|nov",
    "december|dec|desember",
)  # fmt: skip
NUMBER = {form: i for i, forms in enumerate(MONTHS, 1) for form in forms.split("|")}
ABROAD = ("januar", "februar", "mai", "desember")  # Norwegian names that are no Swedish word
FULL = "|".join(sorted([*(forms.split("|")[0] for forms in MONTHS), *ABROAD], key=len, reverse=True))
ANY = "|".join(sorted(NUMBER, key=len, reverse=True))
SEASONS = {
    "våren": 3, "sommaren": 6, "hösten": 9, "vintern": 12, "vår": 3, "sommar": 6, "höst": 9, "vinter": 12,
    "vårterminen": 1, "höstterminen": 8, "vt": 1, "ht": 8,
}  # fmt: skip
SEASON = "|".join(sorted(SEASONS, key=len, reverse=True))
DASH = r"\s?[-–—]\s?"
YEAR = r"(?:19|20)\d\d"
ORDINALS = {"första": 1, "sista": 31}
TITLE_TAILS = (
    "budget", "budgeten", "plan", "planen", "strategi", "strategin", "program", "programmet", "agenda",
    "vision", "bokslut", "årsredovisning", "verksamhetsberättelse", "prop", "sou", "ds", "dnr", "upplaga",
)  # fmt: skip
FORBIDDEN = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|\b[A-ZÅÄÖ]{1,5}[ -]?\d{4}[-:/]\d+\S*|\b(?:19|20)\d\d:\d+\b")  # fmt: skip
DAY = r"[0-3]?\d"
TAIL = rf"(?:\.(?=\s{YEAR}))?"  # of an abbreviated month before its year
COUNTED = r"\s?(?:%|procent|kr\b|kronor|personer|tkr|st\b|kvm|\d{3}\b)"

DATE = re.compile(
    rf"""(?<![\w/:.,-])(?:
      (?P<iso>{YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![-\d])
    | (?P<short>\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![-\d])
    | (?P<dotted>{DAY}\.[01]?\d\.{YEAR})(?!\d)
    | (?P<d1>{DAY})(?::?[ae])?\s?(?P<m1>{ANY})\b\.?(?:\s(?P<y1>{YEAR}))?{DASH}
      (?P<d2>{DAY})(?::?[ae])?\s?(?P<m2>{ANY})\b{TAIL}(?:\s(?P<y2>{YEAR}))?(?!\d)
    | (?P<d3>{DAY})(?:{DASH}|\soch\s)(?P<d4>{DAY})\s?(?P<m3>{ANY})\b{TAIL}(?:,?\s(?P<y3>{YEAR}))?(?!\d)
    | (?P<d5>{DAY})(?::?[ae]|\.(?=\s(?-i:[a-z])))?\s?(?P<m5>{ANY})\b{TAIL}(?:,?\s(?P<y5>{YEAR}))?(?!\d)
    | (?P<ordinal>första|sista)\s(?P<m6>{FULL})\b(?:\s(?P<y6>{YEAR}))?
    | (?P<d7>{DAY})/(?P<m7>[01]?\d)(?![\d/])(?:(?:\s|\s?[-–]\s?)(?P<y7>{YEAR})|-(?P<yy7>\d\d))?(?!\d)
    | (?P<m8>{FULL})(?:{DASH}|/)(?P<m9>{FULL})\b(?:\s(?P<y9>{YEAR}))?
    | (?P<m10>{ANY})\b\.?\s(?P<y10>{YEAR})(?!\d)
    | (?P<season>{SEASON})(?:/(?P<season2>{SEASON}))?\s?(?P<y11>{YEAR})(?:[-–/]\d\d(?:\d\d)?)?(?!\d)
    | (?:säsongen|läsåret|vintern|budgetåret)\s(?P<s1>{YEAR}|\d\d)[/–-](?P<s2>{YEAR}|\d\d)(?!\d)
    | (?:(?P<quarter>Q[1-4])|kvartal\s(?P<quarter2>[1-4])|(?P<quarter3>första|andra|tredje|fjärde)\skvartalet)
      [,\s]\s?(?P<y13>{YEAR})(?!\d)
    | (?:v\.?|veckan?|veckorna|uke|uge)\s?(?P<w1>[0-5]?\d)(?:(?:{DASH}|\soch\s)(?P<w2>[0-5]?\d))?(?!\d|[.,]\d)
      (?:[,\s]\s?(?P<y14>{YEAR}))?
    | (?P<m15>{FULL})\b(?![-/]\w)
    | (?P<y16>{YEAR})(?:{DASH}(?P<y17>{YEAR}))?(?![\w:/%-]|[.,]\d|{COUNTED})
    )""",
    re.VERBOSE | re.IGNORECASE,
)
DIGIT = re.compile(r"\d")
MONTHS_BEGUN = frozenset(month[:LETTERS] for month in NUMBER)
"""A date has a digit or the name of a month."""
TIME_BEFORE_MONTH = re.compile(
    r"(?:\b(?:i|under|till|sedan|från|efter|före|för|per|och|eller|t\.?o\.?m\.?|av|förrän|om|senast|hela|"
    r"samt|kring|runt|omkring|fram|innan|jämfört med|än i|fra|til|etter|innen|from|until)|,|\()\s*$",
    re.IGNORECASE,
)
QUANTITY = re.compile(
    r"\b(?:cirka|ca\.?|drygt|knappt|omkring|ungefär|över|totalt|närmare|nästan|uppemot)\s+$", re.IGNORECASE
)


FAR = 240  # how many characters of a clause to either side tell when a date is


@dataclass(frozen=True, slots=True)
class Partial:
    """A date as far as its words go: year, month and day, 0 where they do not say."""

    year: int = 0
    month: int = 0
    day: int = 0
    week: int = 0

    def iso(self) -> str:
        """As precise as it is: "2021", "2021-05", "2021-05-17", "2021-W18"."""
        if self.week:
            return f"{self.year}-W{self.week:02d}"
        month = f"-{self.month:02d}" if self.month else ""
        return f"{self.year:04d}{month}" + (f"-{self.day:02d}" if self.day else "")

    def real(self) -> bool:
        """Whether the calendar has it; 29 February counts where the year is unknown."""
        if self.week:
            return 1 <= self.week <= 53
        if not self.month:
            return True
        if not 1 <= self.month <= 12:
            return False
        return not self.day or 1 <= self.day <= calendar.monthrange(self.year or 2024, self.month)[1]

    def days_from(self, meeting: datetime.date) -> int:
        """How many days after the meeting its middle lies; negative before it."""
        if self.week:
            there = datetime.date.fromisocalendar(self.year, min(self.week, 52), 3)
        elif self.day and self.real():
            there = datetime.date(self.year, self.month, self.day)
        else:
            there = datetime.date(self.year, self.month or 7, 15)
        return (there - meeting).days


def dates(
    document: Document, quotes: Sequence[Quote], meeting: datetime.date | None
) -> tuple[DateMention, ...]:
    """Every date that the quotes name, in reading order.

    Spans leave out "den" and the weekday. A date without a year takes the one that its clause speaks
    of: ahead, the first such day on or after `meeting`; back, the last such before it; else the nearest.
    It says so in its certainty. With no meeting its ISO form stays None. A day that the calendar lacks
    ("31 april") is no date, nor is a year in a title or a number.
    """
    found: list[DateMention] = []
    for quote in outermost(quotes):
        form = document.reading_form(quote.span)
        for start, end, first, last in written_dates(form.text):
            span = form.span(start, end)
            low, high = clause_at(form.text, start)
            low, high = max(low, start - FAR), min(high, end + FAR)
            look = outlook(form.text[low:high], form.text[low:start])
            found.append(_mention(DateMention(span, None, quote.span), first, last, look, meeting))
    return tuple(sorted(found, key=lambda date: date.span))


def _mention(
    bare: DateMention,
    first: Partial,
    last: Partial | None,
    look: Outlook | None,
    meeting: datetime.date | None,
) -> DateMention:
    if first.year:
        until = last.iso() if last else None
        return DateMention(bare.span, first.iso(), bare.quote, until)
    if meeting is None:
        return bare
    dated = _nearest(first, look, meeting)
    until = None
    if last:
        year = dated.year + (last.month < dated.month)
        until = Partial(year, last.month, last.day, last.week).iso()
    reason = (
        Reason.YEAR_OF_THE_MEETING
        if dated.year == meeting.year
        else Reason.NEXT_SUCH_DAY
        if dated.year > meeting.year
        else Reason.DAY_RELATIVE_TO_MEETING
    )
    return DateMention(bare.span, dated.iso(), bare.quote, until, Certainty.INFERRED, reason)


def _nearest(date: Partial, look: Outlook | None, meeting: datetime.date) -> Partial:
    """The year that the outlook asks for; a month that holds the meeting counts both ways."""
    slack = 0 if date.day else 4 if date.week else 15
    ahead = []
    for year in (meeting.year - 1, meeting.year, meeting.year + 1):
        dated = Partial(year, date.month, date.day, date.week)
        if dated.real():
            ahead.append((dated.days_from(meeting), dated))
    future = [dated for days, dated in ahead if days >= -slack]
    past = [dated for days, dated in ahead if days <= slack]
    if look == "ahead" and future:
        return future[0]
    if look == "back" and past:
        return past[-1]
    nearest = min(
        ahead, key=lambda pair: (abs(pair[0]), -pair[0]), default=(0, Partial(meeting.year, date.month))
    )
    return nearest[1]


@lru_cache(maxsize=512)  # what is a date is no figure
def written_dates(text: str) -> tuple[tuple[int, int, Partial, Partial | None], ...]:
    """Start, end, date and end of range of every date in a text in its reading form, year 0 if unsaid."""
    if DIGIT.search(text) is None and MONTHS_BEGUN.isdisjoint(beginnings(text)):
        return ()
    return tuple(_written(text))


def _written(text: str) -> Iterator[tuple[int, int, Partial, Partial | None]]:
    matches = list(DATE.finditer(text))
    if not matches:
        return
    forbidden = bytearray(len(text))
    for zone in FORBIDDEN.finditer(text):
        forbidden[zone.start() : zone.end()] = b"\x01" * (zone.end() - zone.start())
    for match in matches:
        start, end = match.span()
        if any(forbidden[start:end]):
            continue
        read = _read(match, text)
        if read and read[0].real() and (read[1] is None or read[1].real()):
            yield start, end - match.group().endswith("."), *read


def _read(match: re.Match[str], text: str) -> tuple[Partial, Partial | None] | None:
    """What one match stands for; None where it only looks like a date."""
    g = match.groupdict()
    before = text[max(0, match.start() - 80) : match.start()]

    def number(name: str) -> int:
        return int(g[name]) if g[name] else 0

    def month(name: str) -> int:
        return NUMBER[g[name].lower()] if g[name] else 0

    if g["iso"]:
        year, mid, day = map(int, g["iso"].split("-"))
        return Partial(year, mid, day), None
    if g["short"]:
        year, mid, day = map(int, g["short"].split("-"))
        return Partial(2000 + year, mid, day), None
    if g["dotted"]:
        day, mid, year = map(int, g["dotted"].split("."))
        return Partial(year, mid, day), None
    if g["d1"]:
        last_year = number("y2")
        first_year = number("y1") or (last_year - (month("m1") > month("m2")) if last_year else 0)
        return Partial(first_year, month("m1"), number("d1")), Partial(last_year, month("m2"), number("d2"))
    if g["d3"]:
        if number("d3") >= number("d4"):
            return None
        year, mid = number("y3"), month("m3")
        return Partial(year, mid, number("d3")), Partial(year, mid, number("d4"))
    if g["d5"]:
        return Partial(number("y5"), month("m5"), number("d5")), None
    if g["ordinal"]:
        mid, year = month("m6"), number("y6")
        last_day = calendar.monthrange(year or 2023, mid)[1]
        return Partial(year, mid, min(ORDINALS[g["ordinal"].lower()], last_day)), None
    if g["d7"]:
        if re.match(r"\s?(?:av|del)\b", text[match.end() : match.end() + 8]):
            return None
        year = number("y7") or (2000 + number("yy7") if g["yy7"] else 0)
        return (Partial(year, number("m7"), number("d7")), None) if number("d7") and number("m7") else None
    if g["m8"]:
        year = number("y9")
        first_year = year - (month("m8") > month("m9")) if year else 0
        return Partial(first_year, month("m8")), Partial(year, month("m9"))
    if g["m10"]:
        return Partial(number("y10"), month("m10")), None
    if g["season"]:
        last = SEASONS[g["season2"].lower()] if g["season2"] else SEASONS[g["season"].lower()]
        year = number("y11")
        first = Partial(year, SEASONS[g["season"].lower()])
        end = last + (4 if "termin" in match.group().lower() or last in (1, 8) else 2)
        return first, Partial(year + (end > 12), end - 12 if end > 12 else end)
    if g["s1"]:
        first_year, last_year = (y if y > 99 else 2000 + y for y in (number("s1"), number("s2")))
        return (Partial(first_year), Partial(last_year)) if last_year == first_year + 1 else None
    if g["y13"]:
        words = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}
        quarter = words.get((g["quarter3"] or "").lower()) or int((g["quarter2"] or g["quarter"])[-1])
        return Partial(number("y13"), 3 * quarter - 2), Partial(number("y13"), 3 * quarter)
    if g["w1"]:
        until = Partial(number("y14"), week=number("w2")) if g["w2"] else None
        return Partial(number("y14"), week=number("w1")), until
    if g["m15"]:
        word = g["m15"]
        named = word[0].isupper() and bool(before.strip()) and before.rstrip()[-1] not in ".:!?–-|•*"
        if named or (word.lower() in ("maj", "mars") and not TIME_BEFORE_MONTH.search(before)):
            return None
        return Partial(0, NUMBER[word.lower()]), None
    return _year(match, before)


def _year(match: re.Match[str], before: str) -> tuple[Partial, Partial | None] | None:
    """A bare year, unless it belongs to a title ("Kommunbudget 2031") or counts something."""
    word = re.search(r"([\w-]+)\W{0,2}$", before)
    previous = word[1] if word else ""
    tail = previous.lower()
    if QUANTITY.search(before) or tail in ("nr", "dnr", "nummer", "kl"):
        return None
    if any(tail.endswith(end) for end in TITLE_TAILS):
        return None
    inside = bool(re.search(r"[\w,;] ?[\w-]+ $", before))  # a capital that no full stop asks for
    titled = any(tail.endswith(head.lower()) for head in heads("event_heads"))
    if previous[:1].isupper() and inside and titled:
        return None
    last = match["y17"]
    return Partial(int(match["y16"])), Partial(int(last)) if last else None
