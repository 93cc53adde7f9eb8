"""Actors: the list of those the library knows, and the dossier of one: everything that is said of it."""

import sqlite3

from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.figures import FIGURES
from graph.knowledge.query.figures import cells as figure_cells
from graph.knowledge.query.mentions import spoken_by
from graph.knowledge.query.names import bearers, ids, with_units
from graph.knowledge.query.partners import ranked, row_of, ties
from graph.knowledge.query.period import order
from graph.knowledge.query.promises import PROMISES, WHO
from graph.knowledge.query.promises import cells as promise_cells
from graph.knowledge.query.silence import answer, nearest
from graph.knowledge.query.statements import statements
from graph.model.answers import Answer, Cell, Row

LISTED = """
SELECT coalesce(a.shared, -a.id) AS one, a.id, a.kind, a.name, a.classification, p.name AS part_of,
       (SELECT count(*) FROM mention m WHERE m.actor = a.id) AS times,
       (SELECT min(m.quote) FROM mention m WHERE m.actor = a.id) AS quote
FROM actor a LEFT JOIN actor p ON p.id = a.part_of ORDER BY a.id
"""


def actors(
    db: sqlite3.Connection,
    name: str | None = None,
    kind: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Answer:
    """One row a shared actor: its name, type, other forms, how often and in how many documents it is named."""
    evidence = Evidences(db)
    fitting = ids(db, name) if name else None
    groups: dict[int, list[sqlite3.Row]] = {}
    for row in db.execute(LISTED):
        if (kind is None or row["kind"] == kind) and (fitting is None or row["id"] in fitting):
            groups.setdefault(row["one"], []).append(row)
    rows: list[Row] = []
    for group in groups.values():
        forms = [
            form
            for row in group
            for (form,) in db.execute("SELECT name FROM name WHERE actor = ? ORDER BY id", (row["id"],))
        ]
        first = group[0]
        named = first["kind"] != "unnamed"
        quotes = [row["quote"] for row in group if row["quote"] is not None]
        rows.append(
            {
                "name": first["name"] if named else None,
                "type": first["kind"],
                "classification": first["classification"],
                "part_of": first["part_of"],
                "aliases": [form for form in dict.fromkeys(forms) if form != first["name"]],
                "mentions": sum(row["times"] for row in group),
                "documents": len({row["id"] >> 20 for row in group}),
                "evidence": [evidence.of(quote) for quote in quotes[:3]],
            }
            | ({} if named else {"as_written": first["name"], "candidates": _candidates(db, first["id"])})
        )
    rows.sort(key=lambda row: (str(row["type"]), str(row["name"] or row.get("as_written") or "").casefold()))
    closest = [] if rows else nearest(db, evidence, about=name)
    return answer(db, "actors", {"name": name, "type": kind}, rows, evidence, closest, limit, offset)


def _candidates(db: sqlite3.Connection, actor: int) -> list[dict[str, str | None]]:
    found = db.execute("SELECT name, reason FROM candidate WHERE of = ? ORDER BY id", (actor,))
    return [{"name": row["name"], "reason": row["reason"]} for row in found]


ROLES = """
SELECT m.role, m.quote, m.certainty, p.id AS person_id, p.name AS person, o.id AS organisation_id, o.name AS organisation
FROM membership m JOIN actor p ON p.id = m.person JOIN actor o ON o.id = m.organisation ORDER BY m.id
"""
PROPERTIES = """
SELECT p.*, a.name AS of_name, b.name AS actor_name FROM property p JOIN actor a ON a.id = p.of
LEFT JOIN actor b ON b.id = p.actor ORDER BY p.id
"""


def actor(db: sqlite3.Connection, name: str, limit: int | None = None, offset: int = 0) -> Answer:
    """The dossier: one row a fact (name, role, tie, property, figure, promise, statement), in that order."""
    evidence = Evidences(db)
    fitting = bearers(db, name)
    asked = {bearer.id for bearer in fitting}
    wide = with_units(db, asked)
    rows: list[Row] = []
    for row in actors(db, name).rows if fitting else ():
        quotes = [
            quote
            for bearer in fitting
            if bearer.name == (row["name"] or row.get("as_written"))
            for (quote,) in db.execute("SELECT min(quote) FROM mention WHERE actor = ?", (bearer.id,))
            if quote is not None
        ]
        rows.append({"fact": "name"} | row | {"evidence": [evidence.of(quote) for quote in quotes[:3]]})
    for row in db.execute(ROLES):
        if row["person_id"] in asked or row["organisation_id"] in wide:
            rows.append(
                {
                    "fact": "role",
                    "person": row["person"],
                    "organisation": row["organisation"],
                    "title": row["role"],
                    "certainty": row["certainty"],
                    "evidence": [evidence.of(row["quote"])],
                }
            )
    for tie in ranked(ties(db)):
        if any(line["subject"] in wide or line["object"] in wide for line in tie.rows):
            fact: Row = {"fact": "tie"}
            rows.append(fact | row_of(db, tie, wide, evidence))
    for row in db.execute(PROPERTIES):
        if row["of"] in asked or row["actor"] in asked:
            value: Cell = row["actor_name"] or row["value"]
            rows.append(
                {
                    "fact": "property",
                    "name": row["of_name"],
                    "detail": row["detail"],
                    "value": value,
                    "unit": row["unit"],
                    "status": row["status"],
                    "evidence": [evidence.of(row["quote"])],
                }
            )
    rows += _spoken(db, name, asked, wide, evidence)
    closest = [] if rows else nearest(db, evidence, about=name)
    return answer(db, "actor", {"name": name}, rows, evidence, closest, limit, offset)


def _spoken(
    db: sqlite3.Connection, name: str, asked: set[int], wide: set[int], evidence: Evidences
) -> list[Row]:
    """Figures, promises and statements of the actor, or of those who speak for it."""
    rows: list[Row] = []
    spoken = spoken_by(db, name) if asked else set()
    places = order(db)
    for row in sorted(db.execute(FIGURES).fetchall(), key=lambda row: (places[row["document"]], row["id"])):
        if row["passage"] in spoken or row["about"] in asked:
            span = (row["start"], row["end"])
            rows.append(
                {"fact": "figure"} | figure_cells(db, row) | {"evidence": [evidence.of(row["quote"], [span])]}
            )
    for row in db.execute(PROMISES).fetchall():
        who = db.execute(WHO, (row["id"],)).fetchall()
        if {person["id"] for person in who} & wide or row["organisation"] in wide:
            rows.append(
                {"fact": "promise"} | promise_cells(db, row, who) | {"evidence": [evidence.of(row["quote"])]}
            )
    if spoken:
        said = statements(db, by=name)
        quote_of = said.evidence
        for line in said.rows:
            keys = (
                [key for key in line["evidence"] if isinstance(key, str)]
                if isinstance(line["evidence"], list)
                else []
            )
            found = [_quote_id(db, quote_of[key].document, quote_of[key].start) for key in keys]
            rows.append({"fact": "statement"} | line | {"evidence": [evidence.of(quote) for quote in found]})
    return rows


def _quote_id(db: sqlite3.Connection, document: str, start: int) -> int:
    row = db.execute(
        "SELECT q.id FROM quote q JOIN document d ON d.id = q.document WHERE d.sha256 = ? AND q.start = ? ORDER BY q.id",
        (document, start),
    ).fetchone()
    return int(row[0])
