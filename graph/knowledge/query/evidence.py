"""The words an answer rests on: quotes fetched from the read model, each numbered at its first use."""

import json
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.model.answers import Cell, Evidence

LIMITS = {"text": 1500, "quote": 700, "statement": 1000, "heading": 200}
"""The longest that each text of an evidence may be, in code points."""

QUOTE = """
SELECT q.id, q.start, q."end", q.text, q.raw, q.line, q.page, q.skipped, q.status, q.passage, q.document,
       d.sha256, d.title, d.date, d.file, p.kind,
       s.text AS statement, s.attribution, s.organisation, coalesce(h.whole, own.whole) AS heading
FROM quote q JOIN document d ON d.id = q.document JOIN passage p ON p.id = q.passage
LEFT JOIN statement s ON s.id = q.passage LEFT JOIN heading h ON h.id = s.heading
LEFT JOIN heading own ON own.id = q.passage
WHERE q.id = ?
"""
SPEAKERS = "SELECT a.name FROM speaker s JOIN actor a ON a.id = s.actor WHERE s.statement = ? ORDER BY s.id"
ORGANISATION = """
SELECT a.name, p.name AS part_of,
       (SELECT n.name FROM name n WHERE n.actor = a.id ORDER BY n.id LIMIT 1 OFFSET 1) AS written
FROM actor a LEFT JOIN actor p ON p.id = a.part_of WHERE a.id = ?
"""


@dataclass
class Evidences:
    """The evidence of one answer, as it grows: keys e1, e2 … in the order of first use."""

    db: sqlite3.Connection
    keys: dict[int, str] = field(default_factory=dict)
    words: dict[int, set[tuple[int, int]]] = field(default_factory=dict)

    def of(self, quote: int, words: Iterable[tuple[int, int]] = ()) -> str:
        """The key of a quote; `words` are spans in the document that made it match."""
        self.words.setdefault(quote, set()).update(words)
        return self.keys.setdefault(quote, f"e{len(self.keys) + 1}")

    def only(self, used: set[str]) -> dict[str, Evidence]:
        """The evidence of these keys, in the order of first use."""
        return {key: self._evidence(quote) for quote, key in self.keys.items() if key in used}

    def _evidence(self, quote: int) -> Evidence:
        row = self.db.execute(QUOTE, (quote,)).fetchone()
        speakers = tuple(name for (name,) in self.db.execute(SPEAKERS, (row["passage"],)))
        organisation = self.db.execute(ORGANISATION, (row["organisation"],)).fetchone()
        return Evidence(
            document=row["sha256"],
            title=row["title"],
            date=row["date"],
            start=row["start"],
            end=row["end"],
            skipped=tuple((start, end) for start, end in json.loads(row["skipped"])),
            line=row["line"],
            page=row["page"],
            text=row["raw"][: LIMITS["text"]],
            quote=row["text"][: LIMITS["quote"]],
            words=tuple(sorted(self.words[quote])),
            statement=around(row["statement"], row["text"]) if row["statement"] else None,
            heading=row["heading"][: LIMITS["heading"]] if row["heading"] else None,
            speakers=speakers,
            attribution=row["attribution"],
            organisation=organisation["name"] if organisation else None,
            part_of=organisation["part_of"] if organisation else None,
            status=row["status"],
            file=row["file"],
        )


def around(statement: str, quote: str) -> str:
    """A statement no longer than allowed, cut at sentences around the quote."""
    limit = LIMITS["statement"]
    if len(statement) <= limit:
        return statement
    place = max(0, statement.find(quote))
    begin = max(0, min(place - (limit - len(quote)) // 2, len(statement) - limit))
    starts = [0, *(match.end() for match in re.finditer(r"[.!?]\s+", statement))]
    first = next((start for start in starts if begin <= start <= place), begin)
    cut = statement[first : first + limit]
    ends = [
        match.end()
        for match in re.finditer(r"[.!?](?=\s|$)", cut)
        if match.end() >= place - first + len(quote)
    ]
    return cut[: ends[-1]] if ends else cut


def speaker_cells(db: sqlite3.Connection, passage: int) -> dict[str, Cell]:
    """`speaker`, and `speakers` where several could have said it; `organisation` they speak for."""
    names = [name for (name,) in db.execute(SPEAKERS, (passage,))]
    row = db.execute("SELECT organisation FROM statement WHERE id = ?", (passage,)).fetchone()
    organisation = db.execute(ORGANISATION, (row[0],)).fetchone() if row and row[0] else None
    cells: dict[str, Cell] = {"speaker": names[0] if len(names) == 1 else None}
    if len(names) > 1:
        cells["speakers"] = list(names)
    cells["organisation"] = organisation["name"] if organisation else None
    return cells
