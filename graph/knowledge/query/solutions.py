"""What a query returns, as rows: solutions gathered into rows, details into columns, quotes found again."""

import json
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from graph.knowledge.query.saved import SavedQuestion
from graph.knowledge.query.spoken import speaker_cells
from graph.knowledge.store.bindings import numbered
from graph.knowledge.vocabulary.terms import CLASSIFICATION, KIND_CLASSES, SAM
from graph.model.answers import Cell, Row
from graph.model.terms import Status

PLACED = re.compile(r"/doc/(?P<document>[0-9a-f]+)#[a-z]+-(?P<start>\d+)-(?P<end>\d+)$")
CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
NUMBERS = ("integer", "decimal", "double")
UNITS = frozenset({"amount", "limit"})
"""Details that carry a unit."""
KINDS = {term: kind.value for kind, term in KIND_CLASSES.items()}
Term = dict[str, str]
Solution = dict[str, Term]


@dataclass
class Gathered:
    """One row in the making: values of each column, and quotes by the variable that returned them."""

    values: dict[str, list[Cell]] = field(default_factory=dict)
    texts: set[str] = field(default_factory=set)
    quotes: dict[str, list[int]] = field(default_factory=dict)

    def add(self, column: str, term: Term) -> None:
        """One more value; a text can be one of several, of codes the first stands."""
        value = cell(term)
        held = self.values.setdefault(column, [])
        if term["type"] == "literal":
            self.texts.add(column)
        if value is not None and value not in held:
            held.append(value)

    @property
    def evidence(self) -> list[int]:
        """The quotes that the row rests on; those that only name it where there are no others."""
        first = self.quotes.get("quote", [])
        return first or [quote for held in self.quotes.values() for quote in held]

    @property
    def named(self) -> list[int]:
        """All its quotes."""
        return [quote for held in self.quotes.values() for quote in held]


def solutions(content: bytes) -> list[Solution]:
    """The solutions of SPARQL 1.1 Query Results JSON."""
    found: dict[str, Any] = json.loads(content)
    return list(found["results"]["bindings"])


def cell(term: Term) -> Cell:
    """A term as it stands in a row: numbers as numbers, terms as their codes, empty text as nothing."""
    value = term["value"]
    if term["type"] == "uri":
        if value in KINDS:
            return KINDS[value]
        if value.startswith(SAM):
            return CAPITAL.sub("_", value.removeprefix(SAM)).lower()
        if value.startswith(CLASSIFICATION):
            return value.removeprefix(CLASSIFICATION).replace("-", " ")
        return value
    kind = term.get("datatype", "").rpartition("#")[2]
    if kind in NUMBERS:
        number = float(value)
        return int(number) if number.is_integer() else number
    if kind == "boolean":
        return value in ("true", "1")
    if kind == "dateTime":
        return value.removesuffix(":00") if value.count(":") == 2 else value
    return value or None


def gathered(db: sqlite3.Connection, question: SavedQuestion, found: Iterable[Solution]) -> list[Gathered]:
    """The solutions as rows in the making, in the order of the first solution of each."""
    quotes = Quotes(db)
    made: dict[tuple[str, ...], Gathered] = {}
    for number, solution in enumerate(found):
        key = tuple(solution[name]["value"] if name in solution else "" for name in question.row)
        row = made.setdefault(key or (str(number),), Gathered())
        for column, variable in question.columns:
            if variable in solution:
                row.add(column, solution[variable])
        if "detail" in solution and "value" in solution:
            detail = str(cell(solution["detail"]))
            row.add(detail, solution["value"])
            if "unit" in solution and detail in UNITS:
                row.add("unit", solution["unit"])
        for variable, term in solution.items():
            if variable.startswith("quote"):
                quote = quotes.at(term["value"])
                held = row.quotes.setdefault(variable, [])
                if quote is not None and quote not in held:
                    held.append(quote)
    return list(made.values())


class Quotes:
    """Quotes of the read model by their IRI."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.known: dict[str, int | None] = {}

    def at(self, iri: str) -> int | None:
        """The quote's id; None for one that there is not."""
        if iri not in self.known:
            place = PLACED.search(iri)
            row = (
                place
                and self.db.execute(
                    "SELECT q.id FROM document d JOIN quote q ON q.document = d.id"
                    " WHERE d.sha256 >= ?1 AND d.sha256 < ?1 || 'g' AND q.start = ?2 AND q.\"end\" = ?3",
                    numbered(place["document"], int(place["start"]), int(place["end"])),
                ).fetchone()
            )
            self.known[iri] = row[0] if row else None
        return self.known[iri]


def rows(db: sqlite3.Connection, question: SavedQuestion, held: Gathered) -> list[Row]:
    """The row, without its evidence; several where a column holds several numbers."""
    returned = question.returned
    row: Row = {}
    for column, variable in question.columns:
        values = held.values.get(column, [])
        if column == "status":
            values = sorted(
                values, key=lambda value: value == Status.ASSERTED
            )  # what is not simply so tells more
        several = column in held.texts and all(isinstance(value, str) for value in values)
        row[column] = "; ".join(map(str, values)) if several and values else (values[0] if values else None)
        if column in ("speaker", "organisation") and variable not in returned:
            row |= {key: value for key, value in _spoken(db, held).items() if key in (column, f"{column}s")}
    numbers = {
        column: values
        for column, values in held.values.items()
        if len(values) > 1 and not any(isinstance(value, str) for value in values)
    }
    count = max(map(len, numbers.values()), default=1)
    return [row, *(_numbered(row, numbers, place) for place in range(1, count))]


def _numbered(row: Row, numbers: dict[str, list[Cell]], place: int) -> Row:
    return row | {column: values[min(place, len(values) - 1)] for column, values in numbers.items()}


def _spoken(db: sqlite3.Connection, held: Gathered) -> Row:
    """Who said the first of the quotes that anybody said."""
    for quote in held.evidence:
        (passage,) = db.execute("SELECT passage FROM quote WHERE id = ?", (quote,)).fetchone()
        cells = speaker_cells(db, passage)
        if any(cells.values()):
            return cells
    return {"speaker": None, "organisation": None}
