"""Stated ties: the same two, the same predicate and status, gathered over all documents that say so."""

import json
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass, field

from graph.model.terms import SYMMETRIC, Status

EVERY = """
SELECT r.id, r.document, r.subject, r.predicate, r.object, r.quote, r.status, r.certainty, r.reason, r.amount, r.period,
       s.shared AS subject_shared, o.shared AS object_shared
FROM relation r JOIN actor s ON s.id = r.subject JOIN actor o ON o.id = r.object
"""
OF_SOME = """
WITH asked AS (SELECT value FROM json_each(?)), near AS (
  SELECT r.id FROM asked j JOIN relation r ON r.subject = j.value
  UNION SELECT r.id FROM asked j JOIN relation r ON r.object = j.value
)
SELECT r.id, r.document, r.subject, r.predicate, r.object, r.quote, r.status, r.certainty, r.reason, r.amount, r.period,
       s.shared AS subject_shared, o.shared AS object_shared
FROM near n JOIN relation r ON r.id = n.id
JOIN actor s ON s.id = r.subject JOIN actor o ON o.id = r.object
"""


@dataclass
class Tie:
    """One tie with every relation that states it, in the order of answers; the first one gives its ends."""

    rows: list[sqlite3.Row] = field(default_factory=list)

    @property
    def subject(self) -> int:
        """The first document's actor whose tie it is."""
        return int(self.rows[0]["subject"])

    @property
    def object(self) -> int:
        """The first document's actor at the other end."""
        return int(self.rows[0]["object"])

    @property
    def predicate(self) -> str:
        """A code of `Predicate`."""
        return str(self.rows[0]["predicate"])

    @property
    def status(self) -> str:
        """A code of `Status`."""
        return str(self.rows[0]["status"])

    @property
    def certainty(self) -> str:
        """The surest of all that state it."""
        return min(
            (str(row["certainty"]) for row in self.rows), key=("explicit", "inferred", "probable").index
        )

    @property
    def symmetric(self) -> bool:
        """Whether it is true both ways."""
        return self.predicate in SYMMETRIC

    @property
    def shared(self) -> tuple[int | None, int | None]:
        """The shared actors at its ends; None for a party that is not named."""
        return self.rows[0]["subject_shared"], self.rows[0]["object_shared"]

    @property
    def quotes(self) -> tuple[int, ...]:
        """The quotes that state it, each once."""
        return tuple(dict.fromkeys(row["quote"] for row in self.rows))

    @property
    def meetings(self) -> int:
        """In how many documents it is stated."""
        return len({row["document"] for row in self.rows})


def ties(
    db: sqlite3.Connection,
    order: dict[int, int],
    asked: Collection[int] | None = None,
    relations: Collection[str] = (),
    status: str | None = None,
) -> list[Tie]:
    """The ties in the documents of `order`, which gives each its place, as they are first stated.

    `asked` are actors of documents, one of which must stand at an end. Negated ties only where that status is
    asked for.
    """
    if asked is None:
        rows = db.execute(EVERY).fetchall()
    else:
        rows = db.execute(OF_SOME, (json.dumps(sorted(asked)),)).fetchall()
    rows = [
        row
        for row in rows
        if row["document"] in order
        and (not relations or row["predicate"] in relations)
        and (row["status"] == status if status is not None else row["status"] != Status.NEGATED)
    ]
    rows.sort(key=lambda row: (order[row["document"]], row["id"]))
    found: dict[tuple[int, str, int, str], Tie] = {}
    for row in rows:
        one, two = row["subject_shared"] or -row["subject"], row["object_shared"] or -row["object"]
        if row["predicate"] in SYMMETRIC and one > two:
            one, two = two, one
        found.setdefault((one, row["predicate"], two, row["status"]), Tie()).rows.append(row)
    return list(found.values())


def ranked(found: Collection[Tie]) -> list[Tie]:
    """The ties that most documents state first, else as they came."""
    return sorted(found, key=lambda tie: -tie.meetings)
