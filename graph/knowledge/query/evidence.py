"""The words an answer rests on: quotes fetched from the read model together, numbered by their first use."""

import json
import re
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from graph.knowledge.query.spoken import Spoken
from graph.model.answers import Evidence

LIMITS = {"text": 1500, "quote": 700, "statement": 1000, "heading": 200}
"""The longest that each text of an evidence may be, in code points."""
OCR = "ocr"
"""The warning of a document whose text was recognised in pictures."""
SENTENCE_END = re.compile(r"[.!?](?=\s|$)")

QUOTES = """
SELECT q.id, q.start, q."end", q.text, q.raw, q.line, q.page, q.skipped, q.status, q.passage,
       d.sha256, d.title, d.date, d.file, d.warnings, s.text AS statement, s.attribution,
       coalesce(h.whole, own.whole) AS heading
FROM json_each(?) j JOIN quote q ON q.id = j.value JOIN document d ON d.id = q.document
LEFT JOIN statement s ON s.id = q.passage LEFT JOIN heading h ON h.id = s.heading
LEFT JOIN heading own ON own.id = q.passage
"""


@dataclass
class Evidences:
    """The evidence of one answer, as it grows: keys e1, e2 … in the order of first use."""

    db: sqlite3.Connection
    keys: dict[int, str] = field(default_factory=dict)
    words: dict[int, set[tuple[int, int]]] = field(default_factory=dict)

    def of(self, quote: int, words: Iterable[tuple[int, int]] = ()) -> str:
        """The key of a quote; `words` are spans in the document that made it match."""
        self.marked(quote, words)
        return self.keys.setdefault(quote, f"e{len(self.keys) + 1}")

    def marked(self, quote: int, words: Iterable[tuple[int, int]]) -> None:
        """Keeps the spans that made a quote match, whether or not it is used."""
        self.words.setdefault(quote, set()).update(words)

    def only(self, used: Collection[str]) -> dict[str, Evidence]:
        """The evidence of these keys, in the order of first use."""
        quotes = {quote: key for quote, key in self.keys.items() if key in used}
        rows = {row["id"]: row for row in self.db.execute(QUOTES, (json.dumps(list(quotes)),))}
        spoken = Spoken(self.db, {row["passage"] for row in rows.values()})
        return {key: self._evidence(rows[quote], spoken) for quote, key in quotes.items()}

    def _evidence(self, row: sqlite3.Row, spoken: Spoken) -> Evidence:
        organisation, part_of = spoken.organisations.get(row["passage"], (None, None))
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
            words=tuple(sorted(self.words[row["id"]])),
            statement=around(row["statement"], row["text"]) if row["statement"] else None,
            heading=row["heading"][: LIMITS["heading"]] if row["heading"] else None,
            speakers=tuple(spoken.speakers.get(row["passage"], ())),
            attribution=row["attribution"],
            organisation=organisation,
            part_of=part_of,
            status=row["status"],
            file=row["file"],
            recognised=OCR in json.loads(row["warnings"]),
        )


def around(statement: str, quote: str) -> str:
    """A statement no longer than allowed, cut at sentences around the quote."""
    limit = LIMITS["statement"]
    if len(statement) <= limit:
        return statement
    place = max(0, statement.find(quote))
    last = min(place + len(quote), place + limit)
    ends = [match.end() for match in SENTENCE_END.finditer(statement)]
    starts = [0, *(end + 1 for end in ends if end < len(statement))]
    room = (limit - (last - place)) // 2
    first = next((start for start in starts if place - room <= start <= place), place)
    fitting = [end for end in ends if last <= end <= first + limit]
    return statement[first : fitting[-1] if fitting else min(len(statement), first + limit)].strip()
