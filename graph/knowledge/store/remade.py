"""Everything that is derived, made anew inside a transaction: quads, read model, full text, identity."""

import sqlite3

from graph.knowledge.store.corrections import made_anew
from graph.knowledge.store.decided import settle_decisions
from graph.knowledge.store.identity import Touched, settle


def remake(db: sqlite3.Connection) -> int:
    """Makes it from the documents' readings and people's decisions; gives the documents' number."""
    touched = Touched()
    kept = db.execute("SELECT id, sha256 FROM document ORDER BY sha256").fetchall()
    for old, _ in kept:
        made_anew(db, old, touched)
    settle(db, touched)
    settle_decisions(db)
    for table in ("quote_text", "passage_text"):
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")  # noqa: S608  # own names
    return len(kept)
