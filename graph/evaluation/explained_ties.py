"""Why a tie is drawn, or not: its quote, the rule that read it, its status with the words that decide it."""

import json
import re
import sqlite3
from collections.abc import Iterator

from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.names import bearers, with_units
from graph.knowledge.query.period import places
from graph.knowledge.query.silence import answer, nearest
from graph.knowledge.store.bindings import numbered
from graph.model.answers import Answer, Row
from graph.model.terms import Status
from graph.reading.relations.status import clause_status

TIES = """
SELECT r.*, s.name AS subject_name, o.name AS object_name, q.text, q.start, q.document AS held
FROM relation r JOIN actor s ON s.id = r.subject JOIN actor o ON o.id = r.object JOIN quote q ON q.id = r.quote
WHERE (r.subject IN (SELECT value FROM json_each(?1)) AND r.object IN (SELECT value FROM json_each(?2)))
   OR (r.subject IN (SELECT value FROM json_each(?2)) AND r.object IN (SELECT value FROM json_each(?1)))
ORDER BY r.id
"""
MENTIONED = "SELECT words FROM mention WHERE quote = ? AND actor = ? ORDER BY start LIMIT 1"
WORD = re.compile(r"[\w-]+")
MOST = 4
"""Words of the longest cue that is looked for."""


def explained_ties(db: sqlite3.Connection, one: str, other: str) -> Answer:
    """One row a statement of a tie between two, denied ones too: `rule`, `status`, `cue`, `certainty`, `reason`.

    `drawn` says whether it stands in the picture; `cue` are the fewest words without which the status would be
    another, None where nothing but the plain sentence makes it a fact.
    """
    evidence = Evidences(db)
    order = places(db)
    ends = [sorted(with_units(db, {bearer.id for bearer in bearers(db, name)})) for name in (one, other)]
    found = [row for row in db.execute(TIES, numbered(*map(json.dumps, ends))) if row["held"] in order]
    found.sort(key=lambda row: (order[row["held"]], row["id"]))

    def rows() -> Iterator[Row]:
        for row in found:
            yield {
                "name": row["subject_name"] or None,
                "relation": row["predicate"],
                "other": row["object_name"],
                "subject": row["subject_name"] or None,
                "status": row["status"],
                "cue": cue(row["text"], _place(db, row), Status(row["status"])),
                "certainty": row["certainty"],
                "reason": row["reason"],
                "rule": row["rule"],
                "drawn": row["status"] != Status.NEGATED,
                "evidence": [evidence.of(row["quote"])],
            }

    parameters = {"name": one, "other": other}
    return answer(
        db,
        "explain",
        parameters,
        rows(),
        evidence,
        lambda: nearest(db, evidence, actors=[*ends[0], *ends[1]]),
    )


def _place(db: sqlite3.Connection, row: sqlite3.Row) -> int:
    """Where in its quote the tie stands: at the end that is named in it, the object first."""
    for actor in (row["object"], row["subject"]):
        named = db.execute(MENTIONED, (row["quote"], actor)).fetchone()
        if named and named[0] in row["text"]:
            return int(row["text"].index(named[0]))
    return 0


def cue(text: str, place: int, status: Status) -> str | None:
    """The fewest words, side by side, without which what stands at a place would have another status."""
    if status is Status.ASSERTED or clause_status(text, place) is not status:
        return None
    words = list(WORD.finditer(text))
    for length in range(1, MOST + 1):
        for first, last in zip(words, words[length - 1 :], strict=False):
            start, end = first.start(), last.end()
            if start <= place < end:
                continue
            left = f"{text[:start]}{text[end:].lstrip() if not text[:start].strip() else text[end:]}"
            moved = place - (end - start) if place >= end else place
            if clause_status(left, max(moved, 0)) is not status:
                return text[start:end]
    return "?" if status is Status.ASKED and text.rstrip("”\"' ").endswith("?") else None
