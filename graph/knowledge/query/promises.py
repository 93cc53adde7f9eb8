"""Promises: who offered or was given what, on what condition, due when."""

import sqlite3

from graph.knowledge.query.evidence import Evidences, speaker_cells
from graph.knowledge.query.mentions import spoken_by
from graph.knowledge.query.names import bearers, with_units
from graph.knowledge.query.period import documents, order
from graph.knowledge.query.silence import answer, nearest
from graph.knowledge.query.words import matched, passages
from graph.model.answers import Answer, Cell, Row

PROMISES = """
SELECT p.*, q.passage, d.date, o.name AS organisation_name, t.name AS to_name
FROM promise p JOIN quote q ON q.id = p.quote JOIN document d ON d.id = p.document
LEFT JOIN actor o ON o.id = p.organisation LEFT JOIN actor t ON t.id = p."to"
ORDER BY p.id
"""
WHO = "SELECT a.id, a.name FROM promiser r JOIN actor a ON a.id = r.actor WHERE r.promise = ? ORDER BY r.id"


def promises(
    db: sqlite3.Connection,
    about: str | None = None,
    by: str | None = None,
    open_only: bool = False,
    as_of: str | None = None,
    status: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Answer:
    """One row a promise. `open_only` leaves out those due before `as_of`, where that is told."""
    places, wanted = order(db), set(documents(db, since, until))
    evidence = Evidences(db)
    held = passages(db, about) if about else None
    spoken = spoken_by(db, by) if by is not None else None
    actors = with_units(db, {bearer.id for bearer in bearers(db, by)}) if by is not None else None
    rows: list[Row] = []
    for row in sorted(db.execute(PROMISES).fetchall(), key=lambda row: (places[row["document"]], row["id"])):
        who = db.execute(WHO, (row["id"],)).fetchall()
        owners = {person["id"] for person in who} | {row["organisation"]}
        fits = (
            row["document"] in wanted
            and (held is None or row["passage"] in held)
            and (
                actors is None
                or owners & actors
                or (spoken is not None and row["passage"] in spoken and not who)
            )
            and (status is None or row["status"] == status)
            and not (open_only and as_of and row["due"] and row["due"] < as_of)
        )
        if fits:
            spans = matched(db, row["quote"], about) if about else []
            rows.append(cells(db, row, who) | {"evidence": [evidence.of(row["quote"], spans)]})
    closest = [] if rows else nearest(db, evidence, about=about, by=sorted(actors or ()))
    parameters: dict[str, Cell] = {
        "about": about, "by": by, "open": open_only or None, "as_of": as_of, "status": status,
        "from": since, "to": until,
    }  # fmt: skip
    return answer(db, "promises", parameters, rows, evidence, closest, limit, offset)


def cells(db: sqlite3.Connection, row: sqlite3.Row, who: list[sqlite3.Row]) -> Row:
    """A promise's row, but for its evidence."""
    names = [person["name"] for person in who]
    spoken = speaker_cells(db, row["passage"])
    found: Row = {"who": names[0] if len(names) == 1 else (spoken["speaker"] if not names else None)}
    if len(names) > 1:
        found["speakers"] = list(names)
    return found | {
        "organisation": row["organisation_name"] or spoken["organisation"],
        "what": row["what"],
        "to": row["to_name"],
        "condition": row["condition"],
        "due": row["due"],
        "due_as_written": row["due_as_written"],
        "outcome": None,
        "date": row["date"],
        "status": row["status"],
        "certainty": row["certainty"],
    }
