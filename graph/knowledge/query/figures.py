"""Figures with their speaker and period: what they measure, of what, where."""

import sqlite3

from graph.knowledge.query.evidence import Evidences, speaker_cells
from graph.knowledge.query.mentions import spoken_by
from graph.knowledge.query.names import bearers, folded, ids
from graph.knowledge.query.period import documents, order
from graph.knowledge.query.silence import answer, nearest
from graph.knowledge.query.words import matched, passages
from graph.lexicon.stems import stem, words
from graph.model.answers import Answer, Cell, Row

FIGURES = """
SELECT f.*, q.passage, d.date, d.id AS document, pa.name AS place_name, ab.name AS about_name, so.name AS source_name
FROM figure f JOIN quote q ON q.id = f.quote JOIN document d ON d.id = f.document
LEFT JOIN actor pa ON pa.id = f.place LEFT JOIN actor ab ON ab.id = f.about LEFT JOIN actor so ON so.id = f.source
ORDER BY f.id
"""


def figures(
    db: sqlite3.Connection,
    about: str | None = None,
    measures: str | None = None,
    unit: str | None = None,
    place: str | None = None,
    by: str | None = None,
    status: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Answer:
    """One row a figure. `about` are words of the statement or the name of what the figure is of."""
    places, wanted = order(db), set(documents(db, since, until))
    evidence = Evidences(db)
    spoken = spoken_by(db, by) if by is not None else None
    held = passages(db, about) if about else None
    named = ids(db, about) or set() if about else set()
    located = ids(db, place)
    rows: list[Row] = []
    for row in sorted(db.execute(FIGURES).fetchall(), key=lambda row: (places[row["document"]], row["id"])):
        fits = (
            row["document"] in wanted
            and (spoken is None or row["passage"] in spoken)
            and (held is None or row["passage"] in held or row["about"] in named)
            and (measures is None or measured(row["measures"], measures) or measured(row["unit"], measures))
            and (unit is None or folded(row["unit"] or "") == folded(unit))
            and (located is None or row["place"] in located)
            and (status is None or row["status"] == status)
        )
        if fits:
            spans = [(row["start"], row["end"]), *(matched(db, row["quote"], about) if about else [])]
            rows.append(cells(db, row) | {"evidence": [evidence.of(row["quote"], spans)]})
    closest: list[int] = []
    if not rows:
        closest = nearest(
            db, evidence, about=about, actors=[bearer.id for bearer in bearers(db, about or place or "")]
        )
    parameters: dict[str, Cell] = {
        "about": about, "measures": measures, "unit": unit, "place": place, "by": by, "status": status,
        "from": since, "to": until,
    }  # fmt: skip
    return answer(db, "figures", parameters, rows, evidence, closest, limit, offset)


def cells(db: sqlite3.Connection, row: sqlite3.Row) -> Row:
    """A figure's row, but for its evidence."""
    return {
        "value": row["value"],
        "low": row["low"],
        "high": row["high"],
        "bound": row["bound"],
        "approximate": bool(row["approximate"]),
        "unit": row["unit"],
        "as_written": row["as_written"],
        "measures": row["measures"],
        "about": row["about_name"],
        "place": row["place_name"],
        "period": row["period"],
        "base": row["base"],
        **speaker_cells(db, row["passage"]),
        "source": row["source_name"],
        "date": row["date"],
        "status": row["status"],
    }


def measured(text: str | None, wanted: str) -> bool:
    """Whether every word that is asked for stands in what is measured, in any inflection or as a part of it."""
    if not text:
        return False
    there = {stem(word) for word in words(text)}
    low = text.casefold()
    return all(stem(word) in there or word.casefold() in low for word in words(wanted))
