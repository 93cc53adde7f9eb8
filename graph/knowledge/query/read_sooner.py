"""Saved questions that the read model answers sooner than their own query; a test holds both equal."""

import sqlite3
from collections.abc import Mapping

from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.figures import figures
from graph.knowledge.query.mentions import mentions
from graph.knowledge.query.partners import partners, tie_rows
from graph.knowledge.query.period import places
from graph.knowledge.query.promises import promises
from graph.knowledge.query.silence import CLOSEST, answer, searched
from graph.knowledge.query.statements import statements
from graph.knowledge.query.ties import ties
from graph.model.answers import Answer
from graph.model.plain import evidence_keys
from graph.model.terms import Predicate

TOGETHER = (
    Predicate.WORKS_WITH, Predicate.MET_WITH, Predicate.PARTICIPATES_IN, Predicate.SUPPORTS, Predicate.OFFERS,
    Predicate.FUNDS, Predicate.COMMISSIONS,
)  # fmt: skip
"""Ties that are collaborations, in whatever form."""

Given = Mapping[str, str]


def _narrowed(given: Given) -> tuple[str | None, ...]:
    return tuple(given.get(name) for name in ("by", "about", "status", "from", "to"))


def _mentions(db: sqlite3.Connection, given: Given) -> Answer:
    by, _, _, since, until = _narrowed(given)
    return mentions(db, given["actor"], since, until, by)


def _partners(db: sqlite3.Connection, given: Given) -> Answer:
    _, _, status, since, until = _narrowed(given)
    return partners(db, given["actor"], status=status, since=since, until=until)


def _collaborations(db: sqlite3.Connection, given: Given) -> Answer:
    evidence = Evidences(db)
    order = places(db, given.get("from"), given.get("to"))
    found = ties(db, order, None, TOGETHER, given.get("status"))
    rows = tie_rows(db, found, None, evidence)
    return answer(db, "collaborations", dict(given), rows, evidence, lambda: [])


def _statements(db: sqlite3.Connection, given: Given) -> Answer:
    by, about, status, since, until = _narrowed(given)
    return statements(db, by, None, about, status, since, until)


def _figures(db: sqlite3.Connection, given: Given) -> Answer:
    by, about, status, since, until = _narrowed(given)
    return figures(db, about, by=by, status=status, since=since, until=until)


def _promises(db: sqlite3.Connection, given: Given) -> Answer:
    by, about, status, since, until = _narrowed(given)
    return promises(db, about, by, status=status, since=since, until=until)


READ = {
    "mentions": _mentions,
    "partners": _partners,
    "collaborations": _collaborations,
    "statements": _statements,
    "figures": _figures,
    "promises": _promises,
}
READ_NOT: dict[str, set[str]] = {
    "mentions": {"about", "status"},
    "partners": {"about", "by"},
    "collaborations": {"about", "by"},
}
"""What the read model does not take with them: then their own query is asked."""


def read_sooner(
    db: sqlite3.Connection, name: str, given: Given, limit: int | None, offset: int
) -> Answer | None:
    """The read model's answer; None where the question's own query is to be asked."""
    if name not in READ or READ_NOT.get(name, set()) & given.keys():
        return None
    found = READ[name](db, given)
    want = given.get("want")
    parameters = dict(found.parameters) | ({"want": want} if want else {})
    rows = [row for row in found.rows if want is None or row.get(want) is not None]
    if found.rows and not rows:
        shown = dict(list(found.evidence.items())[:CLOSEST])
        return Answer(found.name, parameters, (), shown, silent=searched(db, tuple(shown)))
    stop = None if limit is None else offset + limit
    page = rows[offset:stop]
    used = {key for row in page for key in evidence_keys(row)} | set(
        found.silent.closest if found.silent else ()
    )
    evidence = {key: item for key, item in found.evidence.items() if key in used}
    more = stop is not None and stop < len(rows)
    return Answer(found.name, parameters, tuple(page), evidence, more, found.silent)
