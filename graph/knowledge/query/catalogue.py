"""Registers: schemes, projects, procurements, events, rules, links, each with what is said of it."""

import sqlite3
from collections.abc import Callable

from graph.knowledge.query.asked import Asked
from graph.knowledge.query.evidence import speaker_cells
from graph.model.answers import Answer, Cell, Row

COLUMNS = {
    "schemes": ("principal", "financier", "limit", "deadline", "channel", "applicants", "state", "amount"),
    "deadlines": ("deadline", "state"),
    "projects": (
        "topic",
        "who",
        "place",
        "when",
        "jobs",
        "amount",
        "condition",
        "what",
        "financier",
        "state",
        "decision",
        "deadline",
    ),
    "procurements": ("who", "what", "amount", "deadline", "state", "decision"),
    "events": ("state", "when", "place", "who"),
    "rules": ("what", "until", "stage", "state"),
    "links": ("address", "topic", "who"),
    "decisions": ("decision",),
}
"""The details that each register shows, in this order."""
KINDS = {
    "schemes": ("scheme",), "deadlines": ("scheme", "project", "event", "rule"), "projects": ("project",),
    "procurements": ("project",), "events": ("event",), "rules": ("rule",), "links": ("link",),
    "decisions": ("scheme", "project", "event", "rule"),
}  # fmt: skip
ALSO_NAMED = ("projects", "schemes", "events")
"""Registers that also show what is only named, without a single detail."""

SAID = """
SELECT p.*, q.passage, b.name AS actor_name, b.kind AS actor_kind FROM property p JOIN quote q ON q.id = p.quote
LEFT JOIN actor b ON b.id = p.actor WHERE p.of = ? ORDER BY p.id
"""
NAMED = (
    "SELECT m.quote, q.passage FROM mention m JOIN quote q ON q.id = m.quote WHERE m.actor = ? ORDER BY m.id"
)
PARTNERS = """
SELECT r.predicate, r.quote, r.status, s.name, s.id FROM relation r JOIN actor s ON s.id = r.subject
WHERE r.object = ? AND r.status <> 'negated' AND r.predicate IN ('funds', 'offers', 'plans', 'participates_in') ORDER BY r.id
"""


def register(asked: Asked) -> Answer:
    """One row a thing, its details in columns; several values of one detail joined in a list of rows' order."""
    rows: list[Row] = []
    near: list[int] = []
    for actor in asked.db.execute(
        "SELECT id, document, kind, name, classification, description FROM actor ORDER BY id"
    ):
        if (
            actor["kind"] in KINDS[asked.name]
            and actor["document"] in asked.period
            and _of_kind(asked.name, actor)
        ):
            row = _row(asked, actor)
            if row is not None:
                rows.append(row)
            elif _within(asked, actor):
                doubtful = [
                    r["quote"] for r in asked.db.execute(SAID, (actor["id"],)) if r["status"] != "asserted"
                ]
                near += dict.fromkeys(doubtful)
    rows.sort(key=lambda row: str(row["date"] or "9"))
    return asked.answered(rows, near)


def _of_kind(register_name: str, actor: sqlite3.Row) -> bool:
    procured = actor["classification"] == "procurement"
    return procured if register_name == "procurements" else not (procured and register_name == "projects")


def _within(asked: Asked, actor: sqlite3.Row) -> bool:
    """Whether anything that is said of a thing, or names it, is within what was asked for."""
    said = asked.db.execute(SAID, (actor["id"],)).fetchall()
    passages = {row["passage"] for row in (*said, *asked.db.execute(NAMED, (actor["id"],)))}
    actors = (actor["id"], *(row["actor"] for row in said))
    return any(asked.fits(actor["document"], passage, actors) for passage in passages)


def _row(asked: Asked, actor: sqlite3.Row) -> Row | None:
    said = asked.db.execute(SAID, (actor["id"],)).fetchall()
    named = asked.db.execute(NAMED, (actor["id"],)).fetchall()
    if not _within(asked, actor):
        return None
    want = asked.get("want")
    columns = COLUMNS[asked.name]
    shown = [row for row in said if row["detail"] in columns]
    if asked.get("status"):
        shown = [row for row in shown if row["status"] == asked.get("status")]
    if asked.name == "decisions":
        shown = [row for row in shown if row["status"] in ("asserted", "planned", "negated")]
    if not shown and (asked.name not in ALSO_NAMED or asked.get("status")):
        return None
    if asked.name == "deadlines" and not any(row["detail"] == "deadline" for row in shown):
        return None
    cells: dict[str, Cell] = {"name": actor["name"], "type": actor["kind"]}
    for column in columns:
        values = [row["actor_name"] or row["value"] for row in shown if row["detail"] == column]
        cells[column] = values[-1] if column == "state" and values else _one_or_more(values)
        units = [row["unit"] for row in shown if row["detail"] == column and row["unit"]]
        if column in ("amount", "limit") and units:
            cells[f"{column}_unit"] = units[0]
    ties = _ties(asked, actor, cells) if asked.name in ("projects", "schemes") else []
    quotes = [row["quote"] for row in shown if not want or row["detail"] == want]
    quotes += [quote for quote, detail in ties if not want or detail == want]
    quotes += [row["quote"] for row in named if not quotes or (want and not quotes)][:3]
    places = [asked.passage(quote) for quote in quotes]
    status = [row["status"] for row in shown if not want or row["detail"] == want]
    date = asked.db.execute("SELECT date FROM document WHERE id = ?", (actor["document"],)).fetchone()[0]
    return {
        **cells,
        **(speaker_cells(asked.db, places[0]) if places else {}),
        "date": date,
        "status": next((s for s in status if s != "asserted"), "asserted"),
        "evidence": list(dict.fromkeys(asked.key(quote) for quote in quotes)),
    }


def _ties(asked: Asked, actor: sqlite3.Row, cells: dict[str, Cell]) -> list[tuple[int, str]]:
    """Fills in whom relations name: who takes part or plans, who pays, who runs it."""
    found: list[tuple[int, str]] = []
    for row in asked.db.execute(PARTNERS, (actor["id"],)):
        column = {"funds": "financier", "offers": "principal"}.get(row["predicate"], "who")
        if column in cells:
            held = cells[column]
            names = held if isinstance(held, list) else [held] if held is not None else []
            if row["name"] not in names:
                cells[column] = _one_or_more([*names, row["name"]])
                found.append((row["quote"], column))
    return found


def _one_or_more(values: list[object]) -> Cell:
    """Nothing, the one value, or all of them in order."""
    distinct = list(dict.fromkeys(values))
    if not distinct:
        return None
    return distinct[0] if len(distinct) == 1 else distinct  # type: ignore[return-value] # numbers and text as stored


Register = Callable[[Asked], Answer]
