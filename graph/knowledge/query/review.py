"""Sensitive words near a person, for somebody to look at: where they stand, on which ground. Nothing is judged."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.silence import answer
from graph.knowledge.query.spoken import Spoken
from graph.lexicon.sensitive import sensitive_words
from graph.model.answers import Answer, Row
from graph.model.terms import Kind

QUOTES = """
SELECT q.id, q.passage, q.start, q.raw, d.date FROM quote q JOIN document d ON d.id = q.document
WHERE q.document NOT IN (SELECT document FROM silent) ORDER BY d.date IS NULL, d.date, d.sha256, q.start, q.id
"""
NAMED = """
SELECT m.quote, m.start, m."end", m.kind, a.name FROM json_each(?) j
JOIN mention m ON m.quote = j.value JOIN actor a ON a.id = m.actor ORDER BY m.start, m.id
"""
Named = dict[int, list[sqlite3.Row]]


def review(db: sqlite3.Connection, limit: int | None = None, offset: int = 0) -> Answer:
    """One row a word and ground, in the order of the documents.

    A person is near where the sentence, or the one before it in the same statement, names one. A word inside
    the name of something else ("Cancerfonden") is left out.
    """
    evidence = Evidences(db)
    return answer(db, "review", {}, _rows(db, evidence), evidence, list, limit, offset)


def _rows(db: sqlite3.Connection, evidence: Evidences) -> Iterator[Row]:
    quotes = db.execute(QUOTES).fetchall()
    told = [quote for quote in quotes if sensitive_words(quote["raw"])]
    before = {after["id"]: one for one, after in pairwise(quotes)}
    near = {one["id"] for quote in told for one in (quote, before.get(quote["id"])) if one}
    named: Named = defaultdict(list)
    for row in db.execute(NAMED, (json.dumps(sorted(near)),)):
        named[row["quote"]].append(row)
    spoken = Spoken(db, {quote["passage"] for quote in told})
    for quote in told:
        last = before.get(quote["id"])
        persons = _persons(named[quote["id"]])
        if not persons and last is not None and last["passage"] == quote["passage"]:
            persons = _persons(named[last["id"]])
        if not persons:
            continue
        for start, end, ground in sensitive_words(quote["raw"]):
            place = (quote["start"] + start, quote["start"] + end)
            if _within(place, named[quote["id"]]):
                continue
            yield spoken.cells(quote["passage"]) | {
                "sensitive": ground,
                "words": quote["raw"][start:end],
                "person": ", ".join(persons),
                "date": quote["date"],
                "evidence": [evidence.of(quote["id"], [place])],
            }


def _persons(named: list[sqlite3.Row]) -> list[str]:
    return list(dict.fromkeys(row["name"] for row in named if row["kind"] == Kind.PERSON.value))


def _within(place: tuple[int, int], named: list[sqlite3.Row]) -> bool:
    return any(row["start"] <= place[0] and place[1] <= row["end"] for row in named)
