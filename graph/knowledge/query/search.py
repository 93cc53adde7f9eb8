"""Full text over quotes: all words, `OR`, a phrase, a beginning."""

import sqlite3

from graph.knowledge.query.evidence import Evidences, speaker_cells
from graph.knowledge.query.silence import answer, nearest
from graph.knowledge.query.words import expression, matched, parse
from graph.model.answers import Answer, Row

FOUND = """
SELECT t.rowid AS id, q.passage, q.status, d.date, d.sha256, round(bm25(quote_text), 6) AS rank
FROM quote_text t JOIN quote q ON q.id = t.rowid JOIN document d ON d.id = q.document
WHERE quote_text MATCH ? ORDER BY rank, d.date, d.sha256, t.rowid
"""


def search(db: sqlite3.Connection, text: str, limit: int | None = None, offset: int = 0) -> Answer:
    """One row a quote, the best match first (BM25); the words that matched are in its evidence."""
    evidence = Evidences(db)
    alternatives = parse(text)
    rows: list[Row] = []
    found = db.execute(FOUND, (expression(db, alternatives),)).fetchall() if alternatives else []
    stop = len(found) if limit is None else offset + limit + 1
    for row in found[:stop]:
        spans = matched(db, row["id"], text)
        rows.append(
            speaker_cells(db, row["passage"])
            | {"date": row["date"], "status": row["status"], "evidence": [evidence.of(row["id"], spans)]}
        )
    closest = [] if rows else nearest(db, evidence, about=text)
    return answer(db, "search", {"words": text}, rows, evidence, closest, limit, offset)
