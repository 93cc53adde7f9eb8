"""Series: the meetings that follow one another, of one kind in one region."""

import sqlite3
from collections import defaultdict

MEETINGS = """
SELECT m.document, m.kind, m.date, m.next, d.sha256, d.title, coalesce(r.shared, 0) AS region
FROM meeting m JOIN document d ON d.id = m.document LEFT JOIN actor r ON r.id = m.region
WHERE m.date IS NOT NULL AND m.document NOT IN (SELECT document FROM main.silent) ORDER BY m.date, d.sha256
"""


def series(db: sqlite3.Connection, until: str | None = None) -> list[list[int]]:
    """The documents of each series by date, up to a day; a meeting alone is a series too.

    Meetings are of one series that are of one kind in one region.
    A meeting whose kind nothing tells is in no series with others; one without a date is in none.
    Of the same minutes in several documents only those that speak are a meeting.
    """
    found: dict[tuple[str, int], list[int]] = defaultdict(list)
    for row in db.execute(MEETINGS):
        if until and row["date"] > f"{until}~":
            break
        kind = " ".join((row["kind"] or "").casefold().split())
        found[(kind, row["region"]) if kind else (row["sha256"], 0)].append(row["document"])
    return list(found.values())
