"""Who said what: one row a quote that matches."""

import re
import sqlite3

from graph.knowledge.query.evidence import Evidences, speaker_cells
from graph.knowledge.query.mentions import spoken_by
from graph.knowledge.query.names import bearers, with_units
from graph.knowledge.query.period import documents, order
from graph.knowledge.query.silence import answer, nearest
from graph.knowledge.query.words import matched, parse, passages, quotes
from graph.model.answers import Answer, Row

FOLLOWS = re.compile(r"(?:Vad|Varför|Hur|När|Vem|Vilka|Vilken|Kan|Ska)\b.{0,60}\?$")
"""A short question that goes on from the sentence before it: evidence of the same thing."""


def statements(
    db: sqlite3.Connection,
    by: str | None = None,
    on_behalf_of: str | None = None,
    about: str | None = None,
    status: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Answer:
    """The quotes of statements that fit all that is asked, in the order of meetings and of reading."""
    places, wanted = order(db), set(documents(db, since, until))
    evidence = Evidences(db)
    passed = chosen(db, by, on_behalf_of, about)
    rows: list[Row] = []
    found = [
        row
        for passage in passed
        for row in db.execute(
            "SELECT document, id, date FROM (SELECT s.document, s.id, d.date FROM statement s JOIN document d ON d.id = s.document WHERE s.id = ?)",
            (passage,),
        )
        if row["document"] in wanted
    ]
    for row in sorted(found, key=lambda row: (places[row["document"]], row["id"])):
        cells = speaker_cells(db, row["id"])
        for quote, follow in holding(db, row["id"], about):
            if status is not None and quote["status"] != status:
                continue
            spans = matched(db, quote["id"], about) if about else []
            keys = [evidence.of(quote["id"], spans), *(evidence.of(other) for other in follow)]
            rows.append({**cells, "date": row["date"], "status": quote["status"], "evidence": keys})
    closest: list[int] = []
    if not rows:
        speakers = sorted(with_units(db, {b.id for b in bearers(db, by or on_behalf_of or "")}))
        actors = [b.id for b in bearers(db, about)] if about else []
        closest = nearest(db, evidence, about=about, by=speakers, actors=actors)
        if speakers and not any(True for actor in speakers if _speaks(db, actor)):
            closest += [
                row[0]
                for actor in speakers
                for row in db.execute("SELECT DISTINCT quote FROM mention WHERE actor = ?", (actor,))
            ]
    parameters = {
        "by": by,
        "on_behalf_of": on_behalf_of,
        "about": about,
        "status": status,
        "from": since,
        "to": until,
    }
    return answer(db, "statements", parameters, rows, evidence, closest, limit, offset)


def _speaks(db: sqlite3.Connection, actor: int) -> bool:
    return (
        db.execute(
            "SELECT 1 FROM speaker WHERE actor = ? UNION SELECT 1 FROM statement WHERE organisation = ?",
            (actor, actor),
        ).fetchone()
        is not None
    )


def chosen(db: sqlite3.Connection, by: str | None, on_behalf_of: str | None, about: str | None) -> set[int]:
    """The statements that fit a speaker, an organisation and words; without any, those with a speaker."""
    passed: set[int] | None = None
    for part in (
        spoken_by(db, by) if by is not None else None,
        spoken_by(db, on_behalf_of, True) if on_behalf_of is not None else None,
        passages(db, about) if about is not None else None,
    ):
        if part is not None:
            passed = part if passed is None else passed & part
    return {row[0] for row in db.execute("SELECT id FROM statement")} if passed is None else passed


def holding(db: sqlite3.Connection, passage: int, about: str | None) -> list[tuple[sqlite3.Row, list[int]]]:
    """The quotes of a statement that hold the words, each with the short questions that follow it.

    All of them where no words are asked for, or where only the heading holds them. Where no sentence holds
    all the words, those that hold any.
    """
    every = db.execute(
        "SELECT id, text, status FROM quote WHERE passage = ? ORDER BY id", (passage,)
    ).fetchall()
    if about is None or not parse(about):
        return [(quote, []) for quote in every]
    inside = {quote["id"] for quote in every}
    held = quotes(db, about) & inside or quotes(db, about, every=False) & inside or inside
    found: list[tuple[sqlite3.Row, list[int]]] = []
    for place, quote in enumerate(every):
        if quote["id"] in held:
            after = every[place + 1] if place + 1 < len(every) else None
            follows = after is not None and after["id"] not in held and FOLLOWS.match(after["text"])
            found.append((quote, [after["id"]] if after is not None and follows else []))
    return found
