"""Which documents a question is about: by the date of their meeting."""

import sqlite3


def documents(db: sqlite3.Connection, since: str | None = None, until: str | None = None) -> list[int]:
    """The documents of a period, by date, then by what they are; those without a date only if none is asked.

    `until` may be a beginning of a date ("2021-04"), which holds all of it.
    """
    rows = db.execute("SELECT id, date FROM document ORDER BY date IS NULL, date, sha256").fetchall()
    if since is None and until is None:
        return [row["id"] for row in rows]
    return [
        row["id"]
        for row in rows
        if row["date"]
        and (since is None or row["date"] >= since)
        and (until is None or row["date"] <= until or row["date"].startswith(until))
    ]


def order(db: sqlite3.Connection) -> dict[int, int]:
    """The place of each document in answers: by date, then by its hash."""
    return {document: place for place, document in enumerate(documents(db))}
