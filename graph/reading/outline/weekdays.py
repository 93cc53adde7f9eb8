"""A day that is told by its week: "torsdag v. 12"."""

import re
from datetime import date

from graph.lexicon.calendar import days

WEEKDAY = re.compile(r"\b(?P<day>mån|tis|ons|tors?|fre|lör|sön)(?:dag(?:en)?|s|\.)?\b", re.IGNORECASE)
WEEKDAYS = {"mån": 1, "tis": 2, "ons": 3, "tor": 4, "fre": 5, "lör": 6, "sön": 7}


def of_week(words: str, start: int, meeting: date | None) -> date | None:
    """A day of a week by its number ("torsdag v. 12"), the first such on or after the meeting."""
    week = next((day.week for day in days(words) if day.week and day.start >= start), None)
    named = WEEKDAY.search(words, start)
    if not week or not named or meeting is None:
        return None
    weekday = WEEKDAYS[named["day"].casefold()[:3]]
    for year in (meeting.year, meeting.year + 1):
        try:
            when = date.fromisocalendar(year, week, weekday)
        except ValueError:
            continue  # the year has no week 53
        if when >= meeting:
            return when
    return None
