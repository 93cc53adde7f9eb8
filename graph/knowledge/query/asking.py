"""Saved questions asked, by name or by a sentence: parameters, the query, and what is asked of its rows."""

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.errors import BadParameter, MissingParameter, UnknownParameter
from graph.knowledge.query.contained import Value, results
from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.names import bearers, with_units
from graph.knowledge.query.narrowed import Narrowing
from graph.knowledge.query.period import places
from graph.knowledge.query.read_sooner import read_sooner
from graph.knowledge.query.saved import SavedQuestion, saved_questions
from graph.knowledge.query.silence import answer, following, nearest
from graph.knowledge.query.solutions import Gathered, Solution, gathered, solutions
from graph.knowledge.query.wordings import chosen
from graph.knowledge.query.words import Words
from graph.knowledge.store.contents import SHIFT
from graph.knowledge.store.index import index_path
from graph.knowledge.store.library import Store
from graph.knowledge.vocabulary.terms import concept
from graph.model.answers import Answer, Row
from graph.model.terms import Presence, Status

SECONDS = 60.0
CODES = {"status", "presence"}
"""Parameters whose values are codes of the model."""
ALIASES = {"name": "actor", "since": "from", "until": "to"}


def questions() -> list[Row]:
    """One row a saved question: its name, wordings, and what can be asked with it."""
    return [
        {
            "name": question.name,
            "sv": question.sv,
            "en": question.en,
            "parameters": list(question.parameters),
            "optional": [name for name in question.taken if name not in question.parameters],
            "columns": [column for column, _ in question.columns],
        }
        for question in saved_questions().values()
    ]


def ask(
    store: Store,
    sentence: str,
    parameters: Mapping[str, str] | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Answer:
    """The answer to a saved question.

    Raises NoSuchQuestion, MissingParameter, UnknownParameter and BadParameter, each saying what there is, and
    what `contained.results` raises.
    """
    question, inside = chosen(sentence)
    given = _checked(question, {**inside, **dict(parameters or {})})
    found = read_sooner(store.db, question.name, given, limit, offset)
    if found is not None:
        return found
    return asked(store.db, index_path(store), question, given, limit, offset)


def _checked(question: SavedQuestion, given: Mapping[str, str]) -> dict[str, str]:
    """The parameters by the names that the question has for them."""
    found: dict[str, str] = {}
    for name, value in given.items():
        known = name if name in question.taken else ALIASES.get(name, name)
        if known == "status" and "presence" in question.optional:
            known = "presence"  # what "status" asks of somebody who is expected
        if known not in question.taken and known != "status":
            raise UnknownParameter(question=question.name, name=name, known=", ".join(question.taken))
        found[known] = value
    for name in question.parameters:
        if not found.get(name, "").strip():
            raise MissingParameter(question=question.name, parameter=name)
    columns = [column for column, _ in question.columns]
    codes: dict[str, list[str]] = {"status": [*Status], "presence": [*Presence], "want": columns}
    for name, allowed in codes.items():
        if name in found and found[name] not in allowed:
            raise BadParameter(parameter=name, value=found[name], known=", ".join(allowed))
    return found


def bound(question: SavedQuestion, given: Mapping[str, str]) -> dict[str, Value]:
    """The values of the query's variables, but for actors."""
    values = {name: Value(text=given[name]) for name in question.optional if name in given}
    for name in CODES & values.keys():
        values[name] = Value(iri=concept(given[name]))
    if "type" in values:
        values["type"] = Value(text=given["type"].casefold().replace(" ", "-"))
    return values


def actors_bound(
    db: sqlite3.Connection, question: SavedQuestion, given: Mapping[str, str]
) -> list[dict[str, Value]]:
    """The values of the variables that stand for actors: one set for each shared actor that the name fits."""
    sets: list[dict[str, Value]] = [{}]
    for name in question.parameters:
        shared = {bearer.shared for bearer in bearers(db, given[name]) if bearer.shared is not None}
        iris = sorted(
            row[0] for one in shared for row in db.execute("SELECT iri FROM shared WHERE id = ?", (one,))
        )
        sets = [values | {name: Value(iri=iri)} for values in sets for iri in iris]
    return sets


def asked(
    db: sqlite3.Connection,
    index: Path,
    question: SavedQuestion,
    given: Mapping[str, str],
    limit: int | None = None,
    offset: int = 0,
) -> Answer:
    """The answer of a question's own query, over an index of the same library."""
    found: list[Solution] = []
    for actors in actors_bound(db, question, given):
        values = bound(question, given) | actors
        found += solutions(results(index, question.sparql, seconds=SECONDS, values=values).content)
    narrowing = Narrowing(db, question, given, in_order(db, gathered(db, question, found)))
    narrowed = narrowing.narrowed()
    evidence = Evidences(db)

    def rows() -> Iterator[Row]:
        for row, held in narrowed.rows:
            quotes = narrowing.evidence(held)
            yield row | {"evidence": [evidence.of(quote, spans) for quote, spans in quotes.items()]}

    def closest() -> list[int]:
        about = given.get("about") or next((given[name] for name in question.parameters), "")
        named = sorted({bearer.id for bearer in bearers(db, about)})
        people = sorted(with_units(db, {bearer.id for bearer in bearers(db, given.get("by", ""))}))
        near = [*narrowed.near, *following(db, narrowed.near)]
        return [*near, *nearest(db, evidence, Words(db, about), named, people)]

    return answer(db, question.name, dict(given), rows(), evidence, closest, limit, offset)


def in_order(db: sqlite3.Connection, made: list[Gathered]) -> list[Gathered]:
    """The rows by meeting, then as their first quotes stand in the text; those without a quote last."""
    order = places(db)
    last = (len(order), 0)
    return sorted(made, key=lambda held: min(((order[q >> SHIFT], q) for q in held.evidence), default=last))
