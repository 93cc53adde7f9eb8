"""Figures that moved: the same thing measured of the same, at two times, with another number."""

import json
import sqlite3
from collections.abc import Iterator

from graph.knowledge.query.compared import Compared
from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.figures import FIGURES, figure_rows
from graph.knowledge.store.outcomes import topic
from graph.lexicon.stems import stem, words
from graph.model.answers import Row

Measured = tuple[frozenset[str], str, int | None]
"""What is measured, by stems; its unit; who tells it: a shared organisation."""

SOURCES = "SELECT a.id, a.shared FROM json_each(?) j JOIN actor a ON a.id = j.value"
TELLING = """
SELECT s.id, o.shared FROM json_each(?) j JOIN statement s ON s.id = j.value JOIN actor o ON o.id = s.organisation
"""


def moved_figures(db: sqlite3.Connection, pair: Compared, evidence: Evidences) -> Iterator[Row]:
    """A row for each figure whose last value before differs from its last value after; `was` is the former.

    Both must be told by the same, in the same unit, of the same measure; where both name a place or whom it is
    of, of the same. What is only counted ("310 företag", "två företag") must be told in words in common.
    """
    before, after = (_last(db, side) for side in (pair.before, pair.after))
    held = [(before[key], row) for key, row in after.items() if key in before and _other(before[key], row)]
    cells = {row["id"]: shown for row, shown in figure_rows(db, [row for both in held for row in both])}
    for was, row in held:
        earlier, later = cells[was["id"]], cells[row["id"]]
        if any(earlier[of] and later[of] and earlier[of] != later[of] for of in ("about", "place")):
            continue
        if row["unit"] is None and not _in_common(was, row):
            continue
        yield {
            "change": "moved",
            "fact": "figure",
            **later,
            "was": was["value"],
            "was_as_written": was["as_written"],
            "evidence": [evidence.of(one["quote"], [(one["start"], one["end"])]) for one in (was, row)],
        }


def _last(db: sqlite3.Connection, documents: tuple[int, ...]) -> dict[Measured, sqlite3.Row]:
    """The last figure of each measure in some meetings, of those with one value."""
    place = {document: number for number, document in enumerate(documents)}
    rows = [row for row in db.execute(FIGURES) if row["document"] in place and row["value"] is not None]
    rows.sort(key=lambda row: (place[row["document"]], row["id"]))
    asked = json.dumps(sorted({row["passage"] for row in rows}))
    telling = dict(db.execute(TELLING, (asked,)))
    found: dict[Measured, sqlite3.Row] = {}
    asked = json.dumps(sorted({row["source"] for row in rows if row["source"] is not None}))
    shared = dict(db.execute(SOURCES, (asked,)))
    for row in rows:
        measure = frozenset(map(stem, words(row["measures"] or "")))
        if measure:
            told_by = shared.get(row["source"]) or telling.get(row["passage"])
            found[measure, (row["unit"] or "").casefold(), told_by] = row
    return found


def _in_common(was: sqlite3.Row, row: sqlite3.Row) -> bool:
    """Whether two sentences share a word beside the one that is counted."""
    measure = topic(row["measures"] or "")
    return bool((topic(was["sentence"]) & topic(row["sentence"])) - measure)


def _other(was: sqlite3.Row, row: sqlite3.Row) -> bool:
    return bool(was["value"] != row["value"])
