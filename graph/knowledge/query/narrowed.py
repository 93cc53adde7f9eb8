"""What is asked of a saved question's rows beside its own parameters: about, by, except, status, want."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from graph.knowledge.query.mentions import spoken_by
from graph.knowledge.query.names import bearers
from graph.knowledge.query.saved import SavedQuestion
from graph.knowledge.query.solutions import Gathered, rows
from graph.knowledge.query.statements import holding
from graph.knowledge.query.words import Words
from graph.model.answers import Cell, Row

CONTEXT = 2
"""Quotes that are added where a row's own do not hold the words that made it match."""
QUOTES = "SELECT q.id, q.passage, q.status FROM json_each(?) j JOIN quote q ON q.id = j.value"


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The rows that fit, each with what it was made of, and the quotes of those that all but fitted."""

    rows: list[tuple[Row, Gathered]]
    near: list[int]


class Narrowing:
    """The rows of one asking, narrowed step by step."""

    def __init__(
        self, db: sqlite3.Connection, question: SavedQuestion, given: Mapping[str, str], made: list[Gathered]
    ) -> None:
        self.db, self.question, self.given, self.made = db, question, given, made
        self.words = Words(db, given["about"]) if "about" in given else None
        held = sorted({quote for row in made for quote in row.named})
        self.quotes = {row["id"]: row for row in db.execute(QUOTES, (json.dumps(held),))}

    def narrowed(self) -> Narrowed:
        """Those that fit; near are the ones that the last condition took away."""
        made = self._by(self._about(self.made))
        pairs = [(row, held) for held in made for row in rows(self.db, self.question, held)]
        if "status" in self.given and "status" not in self.question.optional:
            pairs = [pair for pair in pairs if self.given["status"] in self._status(pair[1])]
        left = self._except(pairs)
        want = self.given.get("want", self.question.want)
        known = [pair for pair in left if want is None or pair[0].get(want) is not None]
        near = left or pairs
        return Narrowed(known, [] if known else [quote for _, held in near for quote in held.evidence])

    def passages(self, held: Gathered) -> set[int]:
        """The passages in which a row's quotes stand."""
        return {self.quotes[quote]["passage"] for quote in held.named}

    def _status(self, held: Gathered) -> set[str]:
        return {self.quotes[quote]["status"] for quote in held.evidence}

    def _about(self, made: list[Gathered]) -> list[Gathered]:
        """By name, or by words in the passages of the quotes, or in the name of what the row is of."""
        about = self.given.get("about")
        if about is None:
            return made
        names = {bearer.name for bearer in bearers(self.db, about)}
        named = [held for held in made if names & set(map(str, _names(held)))]
        if self.question.about_name or not self.words:
            return named
        fitting = self.words.passages
        return [held for held in made if self.passages(held) & fitting or held in named]

    def _by(self, made: list[Gathered]) -> list[Gathered]:
        """Those of which some quote is said by a person or an organisation."""
        if "by" not in self.given:
            return made
        spoken = spoken_by(self.db, self.given["by"])
        return [held for held in made if self.passages(held) & spoken]

    def _except(self, pairs: list[tuple[Row, Gathered]]) -> list[tuple[Row, Gathered]]:
        """Those that are not of, and not on behalf of, somebody."""
        if "except" not in self.given:
            return pairs
        names = {bearer.name for bearer in bearers(self.db, self.given["except"])}
        return [pair for pair in pairs if not names & {pair[0].get("name"), pair[0].get("organisation")}]

    def evidence(self, held: Gathered) -> dict[int, list[tuple[int, int]]]:
        """A row's quotes with the words that match; others that hold the words too, where they do not."""
        quotes = list(held.evidence)
        if not self.words:
            return {quote: [] for quote in quotes}
        spans = self.words.spans(set(quotes))
        if not any(spans.values()):
            more = [
                quote
                for passage in sorted(self.passages(held) & self.words.passages)
                for quote in holding(self.db, passage, self.words)[:CONTEXT]
            ]
            quotes = sorted({*quotes, *more})
            spans = self.words.spans(set(quotes))
        return {quote: spans[quote] for quote in quotes}


def _names(held: Gathered) -> list[Cell]:
    return [*held.values.get("name", []), *held.values.get("as_written", [])]
