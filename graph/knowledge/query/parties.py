"""Actors as they stand in rows: by name, or, where the words name nobody, as written and with candidates."""

import json
import sqlite3
from collections.abc import Iterable

from graph.model.answers import Row
from graph.model.terms import Kind

PARTIES = """
SELECT a.id, coalesce(s.kind, a.kind) AS kind, a.name, a.shared, s.name AS shared_name FROM json_each(?) j
JOIN actor a ON a.id = j.value LEFT JOIN shared s ON s.id = a.shared
"""
CANDIDATES = """
SELECT c.of, c.name, c.reason FROM json_each(?) j JOIN candidate c ON c.of = j.value ORDER BY c.id
"""


class Parties:
    """Some actors of documents, fetched together. Several documents' actors that are one have one name."""

    def __init__(self, db: sqlite3.Connection, actors: Iterable[int]) -> None:
        asked = (json.dumps(sorted(set(actors))),)
        self.rows = {row["id"]: row for row in db.execute(PARTIES, asked)}
        self.candidates: dict[int, list[dict[str, str | None]]] = {}
        for of, name, reason in db.execute(CANDIDATES, asked):
            self.candidates.setdefault(of, []).append({"name": name, "reason": reason})

    def kind(self, actor: int) -> str:
        """What an actor is, a code of `Kind`."""
        return str(self.rows[actor]["kind"])

    def name(self, actor: int) -> str | None:
        """Its name; None for a party that is not named."""
        row = self.rows[actor]
        return None if row["kind"] == Kind.UNNAMED else str(row["shared_name"] or row["name"])

    def unnamed(self, actor: int) -> Row:
        """`as_written` and `candidates` of a party that is not named; nothing for others."""
        row = self.rows[actor]
        if row["kind"] != Kind.UNNAMED:
            return {}
        return {"as_written": row["name"] or None, "candidates": self.candidates.get(actor, [])}
