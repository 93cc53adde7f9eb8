"""Actors: the list of all that the library knows, with their forms and how often they are named."""

import json
import sqlite3
from collections.abc import Iterator

from graph.knowledge.query.chunks import chunks
from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.names import ids
from graph.knowledge.query.parties import Parties
from graph.knowledge.query.period import places
from graph.knowledge.query.silence import answer, nearest
from graph.knowledge.query.words import Words
from graph.knowledge.store.bindings import numbered
from graph.model.answers import Answer, Row

SHOWN = 3
"""Quotes of a row: the first that name the actor."""
ACTORS = """
SELECT coalesce(a.shared, -a.id) AS one, a.id, coalesce(s.kind, a.kind) AS kind, coalesce(s.name, a.name) AS name,
       coalesce(s.classification, a.classification) AS classification, a.document, a.part_of
FROM actor a LEFT JOIN shared s ON s.id = a.shared
WHERE a.document NOT IN (SELECT document FROM silent) AND (?1 IS NULL OR a.id IN (SELECT value FROM json_each(?1)))
"""
FORMS = "SELECT DISTINCT n.name FROM json_each(?) j JOIN name n ON n.actor = j.value ORDER BY n.name"
NAMED = """
SELECT m.quote, count(*) AS times, m.document FROM json_each(?) j JOIN mention m ON m.actor = j.value
GROUP BY m.quote
"""


def actors(
    db: sqlite3.Connection,
    name: str | None = None,
    kind: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Answer:
    """One row an actor: its name, type, other forms, how often and in how many documents it is named."""
    evidence = Evidences(db)
    fitting = ids(db, name) if name else None
    order = places(db)
    found = sorted(
        (group for group in groups(db, order, fitting) if kind in (None, group[0]["kind"])),
        key=lambda group: (
            group[0]["kind"], group[0]["name"].casefold(), order[group[0]["document"]], group[0]["id"],
        ),
    )  # fmt: skip

    def closest() -> list[int]:
        return nearest(db, evidence, Words(db, name) if name else None)

    rows = actor_rows(db, found, order, evidence)
    return answer(db, "actors", {"name": name, "type": kind}, rows, evidence, closest, limit, offset)


def actor_rows(
    db: sqlite3.Connection, found: list[list[sqlite3.Row]], order: dict[int, int], evidence: Evidences
) -> Iterator[Row]:
    """A row for each group of documents' actors that are one, in the order of answers."""
    for chunk in chunks(found):
        above = [row["part_of"] for group in chunk for row in group if row["part_of"] is not None]
        parties = Parties(db, [*above, *(group[0]["id"] for group in chunk)])
        for group in chunk:
            first = group[0]["id"]
            held = json.dumps([row["id"] for row in group])
            forms = [form for (form,) in db.execute(FORMS, (held,))]
            quotes = sorted(
                db.execute(NAMED, (held,)), key=lambda row: (order[row["document"]], row["quote"])
            )
            part_of = next(
                (parties.name(row["part_of"]) for row in group if row["part_of"] is not None), None
            )
            yield {
                "name": parties.name(first),
                "type": group[0]["kind"],
                **parties.unnamed(first),
                "classification": group[0]["classification"],
                "part_of": part_of,
                "aliases": [form for form in forms if form != group[0]["name"]],
                "mentions": sum(row["times"] for row in quotes),
                "documents": len({row["document"] for row in group}),
                "evidence": [evidence.of(row["quote"]) for row in quotes[:SHOWN]],
            }


def groups(
    db: sqlite3.Connection, order: dict[int, int], fitting: set[int] | None = None
) -> list[list[sqlite3.Row]]:
    """The documents' actors, of some ids or all, those that are one together; the first named first."""
    found: dict[int, list[sqlite3.Row]] = {}
    for row in db.execute(ACTORS, numbered(None if fitting is None else json.dumps(sorted(fitting)))):
        found.setdefault(row["one"], []).append(row)
    for group in found.values():
        group.sort(key=lambda row: (order[row["document"]], row["id"]))
    return sorted(found.values(), key=lambda group: (order[group[0]["document"]], group[0]["id"]))
