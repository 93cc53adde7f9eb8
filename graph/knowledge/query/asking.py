"""Saved questions asked, by name or by a sentence: parameters, the query, and what is asked of its rows."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from graph.errors import BadParameter, MissingParameter, UnknownParameter
from graph.knowledge.query.contained import Value, results
from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.figures import figures
from graph.knowledge.query.mentions import mentions, spoken_by
from graph.knowledge.query.names import bearers, with_units
from graph.knowledge.query.partners import partners
from graph.knowledge.query.period import order
from graph.knowledge.query.promises import promises
from graph.knowledge.query.saved import SavedQuestion, saved_questions
from graph.knowledge.query.silence import answer, keys_of, nearest
from graph.knowledge.query.solutions import Gathered, Solution, gathered, rows, solutions
from graph.knowledge.query.statements import holding, statements
from graph.knowledge.query.wordings import chosen
from graph.knowledge.query.words import matched, passages
from graph.knowledge.store.index import index_path
from graph.knowledge.store.library import Store
from graph.knowledge.vocabulary.terms import concept
from graph.model.answers import Answer, Cell, Row, Silence
from graph.model.terms import Presence, Status

SECONDS = 60.0
CODES = {"status", "presence"}
"""Parameters whose values are codes of the model."""
ALIASES = {"name": "actor", "since": "from", "until": "to"}
CONTEXT = 2
"""Quotes that are added where a row's own do not hold the words that made it match."""


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
    if question.name in READ and not READ_NOT[question.name] & given.keys():
        found = READ[question.name](store.db, given)
        return _page(_wanted(store.db, found, given.get("want")), limit, offset)
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
        content = results(
            index, question.sparql, seconds=SECONDS, values=bound(question, given) | actors
        ).content
        found += solutions(content)
    made = in_order(db, gathered(db, question, found))
    evidence = Evidences(db)
    made = _about(db, question, made, given.get("about"))
    made = _by(db, made, given.get("by"))
    kept = [(row, held) for held in made for row in rows(db, question, held)]
    if "status" in given and "status" not in question.optional:
        kept = [pair for pair in kept if _status(db, pair[1]) & {given["status"]}]
    before = kept
    kept = _except(db, kept, given.get("except"))
    want = given.get("want", question.want)
    if want:
        before = kept or before
        kept = [pair for pair in kept if pair[0].get(want) is not None]
    shown = [row | {"evidence": _evidence(db, held, evidence, given.get("about"))} for row, held in kept]
    closest: list[int] = []
    if not shown:
        closest = [quote for _, held in before for quote in held.evidence]
        people = sorted(with_units(db, {bearer.id for bearer in bearers(db, given.get("by", ""))}))
        about = given.get("about") or next((given[name] for name in question.parameters), None)
        named = sorted({bearer.id for bearer in bearers(db, about or "")})
        closest += nearest(db, evidence, about=about, actors=named, by=people)
    parameters: dict[str, Cell] = dict(given)
    return answer(db, question.name, parameters, shown, evidence, closest, limit, offset)


def in_order(db: sqlite3.Connection, made: list[Gathered]) -> list[Gathered]:
    """The rows by meeting, then as their first quotes stand in the text."""
    documents = {quote >> 20: 0 for held in made for quote in held.named}
    documents = {document: place for document, place in order(db).items() if document in documents}
    last = (len(documents), 0)
    return sorted(made, key=lambda held: min(((documents[q >> 20], q) for q in held.evidence), default=last))


def _passages(db: sqlite3.Connection, quotes: list[int]) -> set[int]:
    return {db.execute("SELECT passage FROM quote WHERE id = ?", (quote,)).fetchone()[0] for quote in quotes}


def _about(
    db: sqlite3.Connection, question: SavedQuestion, made: list[Gathered], about: str | None
) -> list[Gathered]:
    """The rows that are about something: by name, or by words in the passages of their quotes."""
    if about is None:
        return made
    if question.about_name:
        names = {bearer.name for bearer in bearers(db, about)}
        return [held for held in made if names & {str(value) for value in _named(held)}]
    fitting = passages(db, about)
    return made if fitting is None else [held for held in made if _passages(db, held.named) & fitting]


def _named(held: Gathered) -> list[Cell]:
    return [*held.values.get("name", []), *held.values.get("as_written", [])]


def _by(db: sqlite3.Connection, made: list[Gathered], by: str | None) -> list[Gathered]:
    """The rows of which some quote is said by a person or an organisation."""
    if by is None:
        return made
    spoken = spoken_by(db, by)
    return [held for held in made if _passages(db, held.named) & spoken]


def _except(
    db: sqlite3.Connection, kept: list[tuple[Row, Gathered]], name: str | None
) -> list[tuple[Row, Gathered]]:
    """The rows that are not of, and not on behalf of, somebody."""
    if name is None:
        return kept
    names = {bearer.name for bearer in bearers(db, name)}
    return [pair for pair in kept if not names & {pair[0].get("name"), pair[0].get("organisation")}]


def _status(db: sqlite3.Connection, held: Gathered) -> set[str]:
    return {
        db.execute("SELECT status FROM quote WHERE id = ?", (quote,)).fetchone()[0] for quote in held.evidence
    }


def _evidence(db: sqlite3.Connection, held: Gathered, evidence: Evidences, about: str | None) -> list[str]:
    """The keys of a row's quotes; with words, those that hold them as well where its own do not."""
    quotes = list(held.evidence)
    if about is None:
        return [evidence.of(quote) for quote in quotes]
    spans = {quote: matched(db, quote, about) for quote in quotes}
    fitting = passages(db, about) or set()
    if not any(spans.values()):
        for passage in sorted(_passages(db, held.named) & fitting):
            more = [quote["id"] for quote, _ in holding(db, passage, about)][:CONTEXT]
            quotes += [quote for quote in more if quote not in quotes]
    return [evidence.of(quote, spans.get(quote) or matched(db, quote, about)) for quote in sorted(quotes)]


def _wanted(db: sqlite3.Connection, found: Answer, want: str | None) -> Answer:
    """An answer of the read model, its rows those where a column is known."""
    if want is None or found.silent:
        return found
    kept = tuple(row for row in found.rows if row.get(want) is not None)
    if kept:
        used = {key for row in kept for key in keys_of(row)}
        evidence = {key: item for key, item in found.evidence.items() if key in used}
        return Answer(found.name, found.parameters | {"want": want}, kept, evidence)
    closest = tuple(found.evidence)
    count = db.execute("SELECT count(*), coalesce(sum(statements), 0) FROM document").fetchone()
    silent = Silence(count[0], count[1], closest)
    return Answer(found.name, found.parameters | {"want": want}, (), found.evidence, silent=silent)


def _page(found: Answer, limit: int | None, offset: int) -> Answer:
    stop = None if limit is None else offset + limit
    shown = found.rows[offset:stop]
    used = {key for row in shown for key in keys_of(row)} | set(found.silent.closest if found.silent else ())
    evidence = {key: item for key, item in found.evidence.items() if key in used}
    more = stop is not None and stop < len(found.rows)
    return Answer(found.name, found.parameters, shown, evidence, more, found.silent)


def _period(given: Mapping[str, str]) -> tuple[str | None, str | None]:
    return given.get("from"), given.get("to")


def _mentions(db: sqlite3.Connection, given: Mapping[str, str]) -> Answer:
    since, until = _period(given)
    return mentions(db, given["actor"], since, until, given.get("by"))


def _partners(db: sqlite3.Connection, given: Mapping[str, str]) -> Answer:
    since, until = _period(given)
    return partners(db, given["actor"], status=given.get("status"), since=since, until=until)


def _statements(db: sqlite3.Connection, given: Mapping[str, str]) -> Answer:
    since, until = _period(given)
    return statements(
        db, by=given.get("by"), about=given.get("about"), status=given.get("status"), since=since, until=until
    )


def _figures(db: sqlite3.Connection, given: Mapping[str, str]) -> Answer:
    since, until = _period(given)
    return figures(
        db, about=given.get("about"), by=given.get("by"), status=given.get("status"), since=since, until=until
    )


def _promises(db: sqlite3.Connection, given: Mapping[str, str]) -> Answer:
    since, until = _period(given)
    return promises(
        db, about=given.get("about"), by=given.get("by"), status=given.get("status"), since=since, until=until
    )


READ = {
    "mentions": _mentions,
    "partners": _partners,
    "statements": _statements,
    "figures": _figures,
    "promises": _promises,
}
"""Questions that the read model answers sooner than their own query; a test holds both to the same quotes."""
READ_NOT: dict[str, set[str]] = {
    "mentions": {"about", "status"},
    "partners": {"about", "by"},
    "statements": set(),
    "figures": set(),
    "promises": set(),
}
"""What the read model does not take with them: then their own query is asked."""
