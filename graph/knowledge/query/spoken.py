"""Who said what stands in a passage: speakers, and the organisation they speak for."""

import json
import sqlite3
from collections.abc import Iterable

from graph.model.answers import Row

SPEAKERS = """
SELECT s.statement, a.name FROM json_each(?) j JOIN speaker s ON s.statement = j.value
JOIN actor a ON a.id = s.actor ORDER BY s.id
"""
ORGANISATIONS = """
SELECT s.id, o.name, p.name FROM json_each(?) j JOIN statement s ON s.id = j.value
JOIN actor o ON o.id = s.organisation LEFT JOIN actor p ON p.id = o.part_of
"""


class Spoken:
    """The speakers of some passages, fetched together.

    `organisations` gives the most specific one as named, and the one above it.
    """

    def __init__(self, db: sqlite3.Connection, passages: Iterable[int]) -> None:
        asked = (json.dumps(sorted(set(passages))),)
        self.speakers: dict[int, list[str]] = {}
        for passage, name in db.execute(SPEAKERS, asked):
            self.speakers.setdefault(passage, []).append(name)
        self.organisations: dict[int, tuple[str, str | None]] = {
            passage: (name, part_of) for passage, name, part_of in db.execute(ORGANISATIONS, asked)
        }

    def cells(self, passage: int) -> Row:
        """`speaker`, and `speakers` where several could have said it, none of them chosen; `organisation`."""
        names = self.speakers.get(passage, [])
        row: Row = {"speaker": names[0] if len(names) == 1 else None}
        if len(names) > 1:
            row["speakers"] = list(names)
        return row | {"organisation": self.organisations.get(passage, (None, None))[0]}


def speaker_cells(db: sqlite3.Connection, passage: int) -> Row:
    """The same of one passage."""
    return Spoken(db, [passage]).cells(passage)
