"""Days, months and seasons as Swedish minutes write them.

Names of months and their abbreviations: Unicode CLDR, locale sv.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from graph.lexicon.screened import LETTERS, beginnings

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
NUMBER_OF = {name: number for number, name in enumerate(MONTHS, 1)} | {
    name[:3]: number for number, name in enumerate(MONTHS, 1) if len(name) > 4
}
NUMBER_OF |= {"sept": 9}
ABROAD = (
    ("januar", "january"), ("februar", "february"), ("march",), (), ("mai", "may"), ("june",),
    ("july",), ("august",), (), ("october",), (), ("desember", "december"),
)  # fmt: skip
"""Norwegian and English names where they differ; CLDR, locales nb and en."""
NUMBER_OF |= {name: number for number, names in enumerate(ABROAD, 1) for name in names}
MONTH = "|".join(sorted(NUMBER_OF, key=len, reverse=True))
SEASONS = {"våren": (3, 5), "sommaren": (6, 8), "hösten": (9, 11), "vintern": (12, 2)}
SEASON = "|".join((*SEASONS, "våren", "vår", "sommar", "höst", "vinter"))

DAY = re.compile(
    rf"\b(?P<d>[12]?\d|3[01])(?:\s?(?:–|-|och)\s?(?P<d2>[12]?\d|3[01]))?\.?\s+(?P<m>{MONTH})\b\.?"
    r"(?:\s+(?P<y>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
ACROSS = re.compile(
    rf"\b(?P<d>[12]?\d|3[01])\s+(?P<m>{MONTH})\s?[–-]\s?(?P<d2>[12]?\d|3[01])\s+(?P<m2>{MONTH})\b"
    r"(?:\s+(?P<y>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
ISO = re.compile(r"\b(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])\b")
SLASH = re.compile(r"(?<![\d/])(?P<d>[12]?\d|3[01])/(?P<m>1[0-2]|0?[1-9])(?:[ -](?P<y>(?:20)\d\d))?(?![\d/])")
LAST = re.compile(rf"\bsista\s+(?P<m>{MONTH})\b", re.IGNORECASE)
MONTH_YEAR = re.compile(rf"\b(?P<m>{MONTH})\s+(?P<y>(?:19|20)\d\d)\b", re.IGNORECASE)
SEASON_YEAR = re.compile(
    r"\b(?P<s>(?:våren|sommaren|hösten|vintern)(?:/(?:våren|sommaren|hösten|vintern))?)\s+(?P<y>(?:19|20)\d\d)"
    r"(?:[/–-](?:(?:19|20)?\d\d))?\b",
    re.IGNORECASE,
)
YEARS = re.compile(r"\b(?P<y>(?:19|20)\d\d)\s?[–-]\s?(?P<y2>(?:19|20)\d\d)\b")
BARE_MONTH = re.compile(rf"\b(?P<m>{'|'.join(MONTHS)})\b")
WEEK = re.compile(r"\b(?:v\.\s?|vecka\s)(?P<w>[1-5]?\d)(?:\s?[–-]\s?(?P<w2>[1-5]?\d))?\b", re.IGNORECASE)
YEAR = re.compile(r"(?<![\d.,/-])(?P<y>(?:19|20)\d\d)(?![\d/%]|[.,:-]\d|\s?(?:kr|st|procent)\b)")


DIGIT = re.compile(r"\d")
BEGUN = frozenset(month[:LETTERS] for month in NUMBER_OF)
"""Every time has a digit or the name of a month."""


@dataclass(frozen=True, slots=True)
class Day:
    """One time as written at `start`:`end` of a text; what the words leave out is None.

    `last` stands for the end of a month ("sista april"); `week` is an ISO week.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    end_year: int | None = None
    season: str | None = None
    week: int | None = None
    last: bool = False


def days(text: str) -> list[Day]:
    """Every time that a text names, in reading order, the longest where two overlap.

    A day that the calendar lacks ("31 april") is none.
    """
    found: list[Day] = []
    if DIGIT.search(text) is None and BEGUN.isdisjoint(beginnings(text)):
        return found
    for pattern in (ACROSS, DAY, ISO, SLASH, LAST, SEASON_YEAR, MONTH_YEAR, YEARS, WEEK, BARE_MONTH, YEAR):
        for match in pattern.finditer(text):
            day = _day(match)
            if day and not any(day.start < other.end and other.start < day.end for other in found):
                found.append(day)
    return sorted(found, key=lambda day: day.start)


def _day(match: re.Match[str]) -> Day | None:
    parts = match.groupdict()
    month = _month(parts.get("m"))
    year = int(parts["y"]) if parts.get("y") else None
    day = int(parts["d"]) if parts.get("d") else None
    if match.re is LAST and month:
        return Day(*match.span(), month=month, last=True)
    if day and month and day > monthrange(year or 2024, month)[1]:
        return None
    end = match.end() - (match.group().endswith("."))
    return Day(
        match.start(),
        end,
        year,
        month,
        day,
        _month(parts.get("m2")) or (month if parts.get("d2") else None),
        int(parts["d2"]) if parts.get("d2") else None,
        int(parts["y2"]) if parts.get("y2") else None,
        (parts.get("s") or "").casefold() or None,
        int(parts["w"]) if parts.get("w") else None,
    )


def _month(name: str | None) -> int | None:
    if not name:
        return None
    return int(name) if name.isdigit() else NUMBER_OF[name.casefold()]


def next_such_day(day: int, month: int, since: date) -> date:
    """The first such day of the calendar on or after a date."""
    for year in range(since.year, since.year + 9):
        if day <= monthrange(year, month)[1] and date(year, month, day) >= since:
            return date(year, month, day)
    raise ValueError(f"no such day: {day}/{month}")
