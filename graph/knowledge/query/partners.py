"""Who works with whom: the ties that quotes state, and on request the weaker ones that are computed."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.names import bearers, with_units
from graph.knowledge.query.period import documents, order
from graph.knowledge.query.silence import answer, nearest
from graph.knowledge.query.weaker import weaker_ties
from graph.model.answers import Answer, Cell, Row
from graph.model.terms import SYMMETRIC, Status

RELATIONS = """
SELECT r.id, r.predicate, r.quote, r.status, r.certainty, r.period, r.document, r.subject, r.object, f.value, f.low, f.unit,
       s.kind AS subject_kind, s.name AS subject_name, s.shared AS subject_shared,
       o.kind AS object_kind, o.name AS object_name, o.shared AS object_shared, d.date
FROM relation r JOIN actor s ON s.id = r.subject JOIN actor o ON o.id = r.object JOIN document d ON d.id = r.document
LEFT JOIN figure f ON f.id = r.amount
ORDER BY r.id
"""
CANDIDATES = "SELECT name, reason FROM candidate WHERE of = ? ORDER BY id"
UNNAMED = "unnamed"


@dataclass
class Tie:
    """One tie with all the quotes that state it. `subject` and `object` are ids of actors of a document."""

    subject: int
    object: int
    predicate: str
    status: str
    certainty: str
    rows: list[sqlite3.Row] = field(default_factory=list)


def partners(
    db: sqlite3.Connection,
    name: str | None = None,
    relation: str | None = None,
    status: str | None = None,
    computed: bool = False,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Answer:
    """One row a tie, the ties that most meetings state first; negated ones only where they are asked for."""
    evidence = Evidences(db)
    asked = with_units(db, {bearer.id for bearer in bearers(db, name)}) if name is not None else None
    rows: list[Row] = []
    for tie in ranked(ties(db, relation, status, since, until)):
        if asked is None or tie.subject in asked or tie.object in asked or _any(tie, asked):
            rows.append(row_of(db, tie, asked, evidence))
    if computed:
        for weak in weaker_ties(db, asked, set(documents(db, since, until))):
            if relation is None or weak.relation == relation:
                keys = [evidence.of(quote) for quote in weak.quotes]
                rows.append(
                    {
                        "name": weak.name,
                        "type": weak.kind,
                        "relation": weak.relation,
                        "other": weak.other,
                        "amount": None,
                        "unit": None,
                        "period": None,
                        "status": "asserted",
                        "computed": True,
                        "evidence": list(keys),
                    }
                )
    closest: list[int] = []
    if not rows:
        closest = nearest(db, evidence, about=name, actors=sorted(asked or ()))
    parameters: dict[str, Cell] = {
        "name": name, "relation": relation, "status": status, "computed": computed or None,
        "from": since, "to": until,
    }  # fmt: skip
    return answer(db, "partners", parameters, rows, evidence, closest, limit, offset)


def _any(tie: Tie, asked: set[int]) -> bool:
    return any(row["subject"] in asked or row["object"] in asked for row in tie.rows)


def ties(
    db: sqlite3.Connection,
    relation: str | None = None,
    status: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[Tie]:
    """The stated ties of a period: the same two, the same predicate and status, over all documents."""
    places, wanted = order(db), set(documents(db, since, until))
    found: dict[tuple[object, ...], Tie] = {}
    for row in sorted(db.execute(RELATIONS).fetchall(), key=lambda row: (places[row["document"]], row["id"])):
        if row["document"] not in wanted or (relation is not None and row["predicate"] != relation):
            continue
        if row["status"] != status if status is not None else row["status"] == Status.NEGATED:
            continue
        one = row["subject_shared"] or f"unnamed {row['subject']}"
        two = row["object_shared"] or f"unnamed {row['object']}"
        if row["predicate"] in SYMMETRIC and str(one) > str(two):
            one, two = two, one
        key = (one, row["predicate"], two, row["status"])
        tie = found.setdefault(
            key, Tie(row["subject"], row["object"], row["predicate"], row["status"], row["certainty"])
        )
        tie.rows.append(row)
    return list(found.values())


def ranked(found: Iterable[Tie]) -> list[Tie]:
    """The ties that most meetings state first, else in the order of reading."""
    return sorted(found, key=lambda tie: -len({row["date"] or row["document"] for row in tie.rows}))


def row_of(db: sqlite3.Connection, tie: Tie, asked: set[int] | None, evidence: Evidences) -> Row:
    """A tie as a row: `name` is the party that was not asked for, or the unnamed one, `other` the one beside it."""
    first = tie.rows[0]
    own = asked is not None and any(row["object"] in asked for row in tie.rows)
    turned = own or (first["subject_kind"] != UNNAMED and first["object_kind"] != UNNAMED and asked is None)
    sides = ("subject", "object") if turned else ("object", "subject")
    if asked is not None and any(row["subject"] in asked for row in tie.rows):
        sides = ("object", "subject")
    name, other = (first[f"{side}_name"] for side in sides)
    row: Row = {"name": name, "type": first[f"{sides[0]}_kind"], "relation": tie.predicate, "other": other}
    for side, cell in zip(sides, ("name", "other"), strict=True):
        if first[f"{side}_kind"] == UNNAMED:
            row[cell] = None
            row["as_written"] = first[f"{side}_name"] or None
            row["candidates"] = [
                {"name": c["name"], "reason": c["reason"]} for c in db.execute(CANDIDATES, (first[side],))
            ]
    amounts = [line for line in tie.rows if line["value"] is not None or line["low"] is not None]
    row |= {
        "subject": first["subject_name"],
        "amount": amounts[0]["value"] if amounts else None,
        "unit": amounts[0]["unit"] if amounts else None,
        "period": next((line["period"] for line in tie.rows if line["period"]), None),
        "status": tie.status,
        "certainty": tie.certainty,
        "meetings": len({line["date"] or line["document"] for line in tie.rows}),
        "evidence": list(dict.fromkeys(evidence.of(line["quote"]) for line in tie.rows)),
    }
    return row
