"""The audit log as rows."""

import sqlite3

from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.silence import answer
from graph.knowledge.store.audit import Noted, log
from graph.model.answers import Answer, Row


def audit(db: sqlite3.Connection, limit: int | None = None, offset: int = 0) -> Answer:
    """One row a line of the log, the latest first."""
    rows = [_row(one) for one in reversed(log(db))]
    return answer(db, "audit", {}, rows, Evidences(db), lambda: [], limit, offset)


def _row(one: Noted) -> Row:
    return {
        "act": one.act.value,
        "who": one.who,
        "at": one.at,
        "document": one.document,
        "count": one.count,
        "file": one.path,
        "sha256": one.sha256,
        "evidence": [],
    }
