"""What a row says of itself where a person made or changed what it tells."""

import sqlite3
from collections.abc import Iterable

from graph.model.answers import Row
from graph.model.terms import Reason


def by_hand(rows: Iterable[sqlite3.Row]) -> Row:
    """The reason that a person said so, if one of these rests on that; nothing else."""
    said = any(row["reason"] == Reason.SAID_BY_A_PERSON for row in rows)
    return {"reason": Reason.SAID_BY_A_PERSON.value} if said else {}
