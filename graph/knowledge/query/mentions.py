"""Every mention of an actor, project, scheme, event or place, in every form of its name: one row a quote."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby

from graph.knowledge.query.by_hand import by_hand
from graph.knowledge.query.chunks import chunks
from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.names import bearers, with_units
from graph.knowledge.query.parties import Parties
from graph.knowledge.query.period import places
from graph.knowledge.query.silence import answer, nearest
from graph.knowledge.query.spoken import Spoken
from graph.knowledge.query.words import Words
from graph.knowledge.store.bindings import numbered
from graph.model.answers import Answer, Row

NAMED = """
SELECT m.quote, m.start, m."end", m.certainty, m.reason, m.actor, m.document
FROM json_each(?) j JOIN mention m ON m.actor = j.value
"""
PASSAGES = """
SELECT q.id, q.passage, d.date FROM json_each(?) j JOIN quote q ON q.id = j.value
JOIN document d ON d.id = q.document
"""
SPOKEN = """
SELECT s.id FROM json_each(?1) j JOIN statement s ON s.organisation = j.value
UNION SELECT k.statement FROM json_each(?2) j JOIN speaker k ON k.actor = j.value
"""


def mentions(
    db: sqlite3.Connection,
    name: str,
    since: str | None = None,
    until: str | None = None,
    by: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Answer:
    """Each quote that names any actor whom `name` fits, once, under the widest of the names in it."""
    evidence = Evidences(db)
    order = places(db, since, until)
    fitting = sorted({bearer.id for bearer in bearers(db, name)})
    found = [row for row in db.execute(NAMED, (json.dumps(fitting),)) if row["document"] in order]
    if by is not None:
        found = _within(db, found, spoken_by(db, by))
    found.sort(key=lambda row: (order[row["document"]], row["quote"], row["start"], -row["end"]))
    quotes = [list(named) for _, named in groupby(found, key=lambda row: row["quote"])]

    def closest() -> list[int]:
        return nearest(db, evidence, about=Words(db, name), actors=fitting)

    parameters = {"name": name, "from": since, "to": until, "by": by}
    return answer(db, "mentions", parameters, _rows(db, quotes, evidence), evidence, closest, limit, offset)


def _within(db: sqlite3.Connection, found: list[sqlite3.Row], passages: set[int]) -> list[sqlite3.Row]:
    quotes = json.dumps(sorted({row["quote"] for row in found}))
    inside = {row["id"] for row in db.execute(PASSAGES, (quotes,)) if row["passage"] in passages}
    return [row for row in found if row["quote"] in inside]


def _rows(db: sqlite3.Connection, quotes: Iterable[list[sqlite3.Row]], evidence: Evidences) -> Iterator[Row]:
    for chunk in chunks(quotes):
        held = json.dumps([named[0]["quote"] for named in chunk])
        passages = {row["id"]: row for row in db.execute(PASSAGES, (held,))}
        spoken = Spoken(db, [row["passage"] for row in passages.values()])
        parties = Parties(db, [row["actor"] for named in chunk for row in named])
        for named in chunk:
            widest = max(named, key=lambda row: (row["end"] - row["start"], -row["start"]))
            actor, place = widest["actor"], passages[widest["quote"]]
            yield {
                "name": parties.name(actor),
                "type": parties.kind(actor),
                **parties.unnamed(actor),
                **spoken.cells(place["passage"]),
                "date": place["date"],
                "certainty": widest["certainty"],
                **by_hand(named),
                "evidence": [
                    evidence.of(widest["quote"], [(row["start"], row["end"]) for row in _outer(named)])
                ],
            }


def _outer(named: list[sqlite3.Row]) -> list[sqlite3.Row]:
    """The mentions that lie inside no other of them."""
    return [
        row
        for row in named
        if not any(
            other["start"] <= row["start"]
            and row["end"] <= other["end"]
            and (other["start"], other["end"]) != (row["start"], row["end"])
            for other in named
        )
    ]


def spoken_by(db: sqlite3.Connection, by: str, for_organisation_only: bool = False) -> set[int]:
    """The statements of a speaker, or of those who speak for an organisation or a unit of it."""
    actors = json.dumps(sorted(with_units(db, {bearer.id for bearer in bearers(db, by)})))
    return {row[0] for row in db.execute(SPOKEN, numbered(actors, "[]" if for_organisation_only else actors))}
