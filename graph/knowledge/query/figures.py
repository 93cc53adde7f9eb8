"""Figures with their speaker and period: what they measure, of what, where."""

import sqlite3
from collections.abc import Iterable, Iterator

from graph.knowledge.query.by_hand import by_hand
from graph.knowledge.query.chunks import chunks
from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.mentions import spoken_by
from graph.knowledge.query.names import folded, ids
from graph.knowledge.query.parties import Parties
from graph.knowledge.query.period import places
from graph.knowledge.query.silence import answer, nearest
from graph.knowledge.query.spoken import Spoken
from graph.knowledge.query.words import Words
from graph.lexicon.stems import stem, words
from graph.model.answers import Answer, Cell, Row

FIGURES = """
SELECT f.*, q.passage, q.text AS sentence, d.date FROM figure f JOIN quote q ON q.id = f.quote
JOIN document d ON d.id = f.document
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
    evidence = Evidences(db)
    order = places(db, since, until)
    held = Words(db, about) if about else None
    named = ids(db, about) or set()
    spoken = spoken_by(db, by) if by is not None else None
    located = ids(db, place)
    found = [
        row
        for row in db.execute(FIGURES)
        if row["document"] in order
        and (spoken is None or row["passage"] in spoken)
        and (not held or row["passage"] in held.passages or row["about"] in named)
        and (measures is None or measured(row["measures"], measures) or measured(row["unit"], measures))
        and (unit is None or folded(row["unit"] or "") == folded(unit))
        and (located is None or row["place"] in located)
        and (status is None or row["status"] == status)
    ]
    found.sort(key=lambda row: (order[row["document"]], row["id"]))

    def closest() -> list[int]:
        return nearest(db, evidence, held, sorted(named | (located or set())))

    parameters: dict[str, Cell] = {
        "about": about, "measures": measures, "unit": unit, "place": place, "by": by, "status": status,
        "from": since, "to": until,
    }  # fmt: skip
    rows = _rows(db, found, held, evidence)
    return answer(db, "figures", parameters, rows, evidence, closest, limit, offset)


def _rows(
    db: sqlite3.Connection, found: Iterable[sqlite3.Row], held: Words | None, evidence: Evidences
) -> Iterator[Row]:
    for chunk in chunks(found):
        spans = held.spans({row["quote"] for row in chunk}) if held else {}
        for row, cells in figure_rows(db, chunk):
            words_that_match = [(row["start"], row["end"]), *spans.get(row["quote"], ())]
            yield cells | {"evidence": [evidence.of(row["quote"], words_that_match)]}


def figure_rows(db: sqlite3.Connection, found: list[sqlite3.Row]) -> Iterator[tuple[sqlite3.Row, Row]]:
    """Each figure with its row, but for its evidence."""
    spoken = Spoken(db, [row["passage"] for row in found])
    ends = ("about", "place", "source")
    parties = Parties(db, [row[end] for row in found for end in ends if row[end] is not None])
    for row in found:
        about, place, source = (
            parties.name(row[end]) or parties.rows[row[end]]["name"] if row[end] is not None else None
            for end in ends
        )
        yield (
            row,
            {
                "value": row["value"],
                "low": row["low"],
                "high": row["high"],
                "bound": row["bound"],
                "approximate": bool(row["approximate"]),
                "unit": row["unit"],
                "as_written": row["as_written"],
                "measures": row["measures"],
                "about": about,
                "place": place,
                "period": row["period"],
                "as_of": row["as_of"],
                "base": row["base"],
                **spoken.cells(row["passage"]),
                "source": source,
                "date": row["date"],
                "status": row["status"],
                **by_hand([row]),
            },
        )


def measured(text: str | None, wanted: str) -> bool:
    """Whether every word that is asked for stands in what is measured, inflected or as a part of it."""
    if not text:
        return False
    there = {stem(word) for word in words(text)}
    low = text.casefold()
    return all(stem(word) in there or word.casefold() in low for word in words(wanted))
