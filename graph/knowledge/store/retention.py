"""How long minutes are kept: rules by age and title, and the documents that are due by them.

A rule takes whole documents out. Storage no longer than the purpose needs is article 5.1(e) of the GDPR; which
times that means is for the user to say.
"""

import re
import sqlite3
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from graph.knowledge.store.corrections import paths_of
from graph.knowledge.store.erasure import sweep
from graph.knowledge.store.library import Store

AGE = re.compile(r"(?P<many>\d{1,4}) (?P<unit>day|month|year)s?")
MONTHS = {"month": 1, "year": 12}
DATED = "SELECT id, sha256, title, date FROM document WHERE date IS NOT NULL ORDER BY date, sha256"


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """Minutes of a meeting held so long ago go: `age` as "3 years", `meeting` words of its title."""

    age: str
    meeting: str | None = None

    def held_before(self, day: date) -> date:
        """The last day whose meetings are due on a day. Raises ValueError for an age that is none."""
        told = AGE.fullmatch(self.age)
        if told is None:
            raise ValueError(self.age)
        many = int(told["many"])
        if told["unit"] == "day":
            return day - timedelta(days=many)
        months = day.year * 12 + day.month - 1 - many * MONTHS[told["unit"]]
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Due:
    """A document that a rule takes out; `rule` is the place of the rule among all, from 1."""

    sha256: str
    title: str
    date: str
    rule: int
    paths: tuple[str, ...]


def due(db: sqlite3.Connection, rules: tuple[RetentionRule, ...], day: date) -> list[Due]:
    """Every document that some rule says to take out on a day, the oldest first, each under its first rule.

    One without a day is never due: nobody knows how old it is.
    """
    last = [rule.held_before(day).isoformat() for rule in rules]
    found = []
    for row in db.execute(DATED).fetchall():
        words = row["title"].casefold()
        for place, rule in enumerate(rules):
            if row["date"][:10] <= last[place] and (rule.meeting or "").casefold() in words:
                paths = tuple(paths_of(db, row["id"]))
                found.append(Due(row["sha256"], row["title"], row["date"], place + 1, paths))
                break
    return found


def take_out_due(store: Store, documents: list[Due]) -> None:
    """Takes them out, and leaves nothing of them in free pages, the log or the full text."""
    for one in documents:
        store.remove(one.sha256)
    if documents:
        sweep(store)
