"""Every mention of an actor, project, scheme, event or place, in every form of its name: one row a quote."""

import sqlite3

from graph.knowledge.query.evidence import Evidences, speaker_cells
from graph.knowledge.query.names import bearers, with_units
from graph.knowledge.query.period import documents, order
from graph.knowledge.query.silence import answer, nearest
from graph.model.answers import Answer, Row

NAMED = """
SELECT m.quote, m.start, m."end", m.certainty, a.id AS actor, a.kind, a.name, a.shared, q.passage, q.document, d.date
FROM mention m JOIN actor a ON a.id = m.actor JOIN quote q ON q.id = m.quote JOIN document d ON d.id = q.document
WHERE m.actor = ?
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
    places, wanted = order(db), set(documents(db, since, until))
    evidence = Evidences(db)
    fitting = bearers(db, name)
    found = [
        row for bearer in fitting for row in db.execute(NAMED, (bearer.id,)) if row["document"] in wanted
    ]
    if by is not None:
        spoken = spoken_by(db, by)
        found = [row for row in found if row["passage"] in spoken]
    by_quote: dict[int, list[sqlite3.Row]] = {}
    for row in sorted(
        found, key=lambda row: (places[row["document"]], row["quote"], row["start"], -row["end"])
    ):
        by_quote.setdefault(row["quote"], []).append(row)
    rows: list[Row] = []
    for quote, named in by_quote.items():
        widest = max(named, key=lambda row: (row["end"] - row["start"], -row["start"]))
        key = evidence.of(quote, [(row["start"], row["end"]) for row in _outer(named)])
        rows.append(
            {
                "name": widest["name"],
                "type": widest["kind"],
                **speaker_cells(db, widest["passage"]),
                "date": widest["date"],
                "certainty": widest["certainty"],
                "evidence": [key],
            }
        )
    closest = [] if rows else nearest(db, evidence, about=name)
    parameters = {"name": name, "from": since, "to": until, "by": by}
    return answer(db, "mentions", parameters, rows, evidence, closest, limit, offset)


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


def spoken_by(db: sqlite3.Connection, by: str, on_behalf_of_only: bool = False) -> set[int]:
    """The statements of a speaker, or of those who speak for an organisation or a unit of it."""
    actors = with_units(db, {bearer.id for bearer in bearers(db, by)})
    found: set[int] = set()
    for actor in actors:
        found |= {row[0] for row in db.execute("SELECT id FROM statement WHERE organisation = ?", (actor,))}
        if not on_behalf_of_only:
            found |= {row[0] for row in db.execute("SELECT statement FROM speaker WHERE actor = ?", (actor,))}
    return found
