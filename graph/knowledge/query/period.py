"""Which documents a question is about, by the date of their meeting, and their order in answers."""

import sqlite3


def documents(db: sqlite3.Connection, since: str | None = None, until: str | None = None) -> list[int]:
    """The documents that speak of a period, by date, then by what they are; those without a date only if none is asked.

    `until` may be a beginning of a date ("2021-04"), which holds all of it.
    """
    rows = db.execute(
        "SELECT id, coalesce(date, '') FROM document"
        " WHERE id NOT IN (SELECT document FROM silent) ORDER BY date IS NULL, date, sha256"
    ).fetchall()
    return [
        document
        for document, date in rows
        if (since is None or date >= since) and (until is None or (date and date <= f"{until}~"))
    ]


def places(db: sqlite3.Connection, since: str | None = None, until: str | None = None) -> dict[int, int]:
    """The place in answers of each document of a period."""
    return {document: place for place, document in enumerate(documents(db, since, until))}
