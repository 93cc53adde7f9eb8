"""What every saved question can be asked with: about, by, from, to, status, want."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.mentions import spoken_by
from graph.knowledge.query.names import bearers
from graph.knowledge.query.period import documents, order
from graph.knowledge.query.silence import answer, keys_of, nearest
from graph.knowledge.query.words import passages
from graph.model.answers import Answer, Row


@dataclass
class Asked:
    """One asking of a saved question: its parameters, looked up once, and the evidence as it grows."""

    db: sqlite3.Connection
    name: str
    parameters: dict[str, str]
    limit: int | None = None
    offset: int = 0

    def __post_init__(self) -> None:
        self.evidence = Evidences(self.db)
        self.places = order(self.db)
        self.period = set(documents(self.db, self.get("from"), self.get("to")))
        by = self.get("by")
        self.spoken = spoken_by(self.db, by) if by else None
        about = self.get("about")
        self.held = passages(self.db, about) if about else None
        self.named = {bearer.id for bearer in bearers(self.db, about)} if about else set()

    def get(self, name: str) -> str | None:
        """A parameter's value; None where it was not given."""
        return self.parameters.get(name)

    def fits(
        self, document: int, passage: int, actors: Iterable[int | None] = (), status: str | None = None
    ) -> bool:
        """Whether one thing that a passage says is within what was asked for."""
        if document not in self.period or (self.spoken is not None and passage not in self.spoken):
            return False
        if self.get("status") and status is not None and status != self.get("status"):
            return False
        return self.held is None or passage in self.held or bool(self.named & set(actors))

    def passage(self, quote: int) -> int:
        """The passage that a quote stands in."""
        row = self.db.execute("SELECT passage FROM quote WHERE id = ?", (quote,)).fetchone()
        return int(row[0])

    def key(self, quote: int, words: Iterable[tuple[int, int]] = ()) -> str:
        """The key of a quote as evidence."""
        return self.evidence.of(quote, words)

    def answered(self, rows: list[Row], closest: Iterable[int] = ()) -> Answer:
        """The answer; with `want`, only the rows where that column is known."""
        want = self.get("want")
        near = list(closest)
        if want:
            known = [row for row in rows if row.get(want) not in (None, [], "")]
            if not known:
                quote_of = {key: quote for quote, key in self.evidence.keys.items()}
                near = [quote_of[key] for row in rows for key in keys_of(row)] + near
            rows = known
        if not rows:
            about = self.get("about")
            near += nearest(self.db, self.evidence, about=about, actors=sorted(self.named))
        parameters = dict(sorted(self.parameters.items()))
        return answer(
            self.db, self.name, dict(parameters), rows, self.evidence, near, self.limit, self.offset
        )


Given = Mapping[str, str]
