"""Everything that is derived, made anew inside a transaction: quads, read model, full text, identity."""

import sqlite3
import zlib

from graph.knowledge.store.contents import put_in, take_out
from graph.knowledge.store.decided import settle_decisions
from graph.knowledge.store.entry import entry
from graph.knowledge.store.identity import Touched, settle
from graph.knowledge.store.stored import read_back


def remake(db: sqlite3.Connection) -> int:
    """Makes it from the documents' readings; gives their number."""
    touched = Touched()
    kept = db.execute("SELECT id, sha256 FROM document ORDER BY sha256").fetchall()
    for old, _ in kept:
        (packed,) = db.execute("SELECT reading FROM document WHERE id = ?", (old,)).fetchone()
        paths = db.execute("SELECT path FROM path WHERE document = ?", (old,)).fetchall()
        made = entry(read_back(zlib.decompress(packed).decode("utf-8", "surrogatepass")))
        take_out(db, old, touched)
        document = put_in(db, made, touched)
        db.executemany("INSERT INTO path VALUES (?, ?)", [(row[0], document) for row in paths])
    settle(db, touched)
    settle_decisions(db)
    for table in ("quote_text", "passage_text"):
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")  # noqa: S608  # own names
    return len(kept)
