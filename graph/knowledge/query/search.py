"""Full text over quotes: all words, `OR`, a phrase, a beginning."""

import json
import sqlite3
from collections.abc import Iterator

from graph.knowledge.query.chunks import chunks
from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.period import places
from graph.knowledge.query.silence import answer, nearest
from graph.knowledge.query.spoken import Spoken
from graph.knowledge.query.words import Words
from graph.knowledge.store.contents import SHIFT
from graph.model.answers import Answer, Row

RANKED = """
SELECT t.rowid, round(bm25(quote_text, 4.0, 1.0), 6) AS rank FROM quote_text t WHERE quote_text MATCH ?
AND t.rowid >> 20 NOT IN (SELECT document FROM silent)
"""
"""Of documents that speak (20: `SHIFT`). The words as they were asked for weigh more than their stems, which other words may share."""
FOUND = """
SELECT q.id, q.passage, q.status, d.date, d.sha256 FROM json_each(?) j
JOIN quote q ON q.id = j.value JOIN document d ON d.id = q.document
"""


def search(db: sqlite3.Connection, text: str, limit: int | None = None, offset: int = 0) -> Answer:
    """One row a quote, the best match first (BM25); the words that matched are in its evidence."""
    evidence = Evidences(db)
    words = Words(db, text)

    def closest() -> list[int]:
        return nearest(db, evidence, about=words)

    return answer(db, "search", {"words": text}, _rows(db, words, evidence), evidence, closest, limit, offset)


def _rows(db: sqlite3.Connection, words: Words, evidence: Evidences) -> Iterator[Row]:
    if not words:
        return
    ranks = {row[0]: row[1] for row in db.execute(RANKED, (words.expression,))}
    order = places(db)
    ordered = sorted(ranks, key=lambda quote: (ranks[quote], order[quote >> SHIFT], quote))
    for chunk in chunks(ordered):
        rows = {row["id"]: row for row in db.execute(FOUND, (json.dumps(chunk),))}
        spoken = Spoken(db, [row["passage"] for row in rows.values()])
        spans = words.spans(set(chunk))
        for quote in chunk:
            row = rows[quote]
            yield spoken.cells(row["passage"]) | {
                "date": row["date"],
                "status": row["status"],
                "evidence": [evidence.of(quote, spans[quote])],
            }
