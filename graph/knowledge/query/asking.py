"""Saved questions: by name, or by a Swedish or English sentence that fits the wording of one."""

from collections.abc import Callable, Mapping

from rapidfuzz import fuzz

from graph.errors import NoSuchQuestion, UnknownParameter
from graph.knowledge.query.asked import Asked
from graph.knowledge.query.catalogue import COLUMNS, register
from graph.knowledge.query.figures import figures
from graph.knowledge.query.gatherings import (
    attendance,
    concerns,
    meetings,
    names,
    next_meeting,
    roles,
    speakers,
    where,
)
from graph.knowledge.query.mentions import mentions
from graph.knowledge.query.partners import partners, row_of, ties
from graph.knowledge.query.promises import promises
from graph.knowledge.query.saved import saved_questions
from graph.knowledge.query.silence import keys_of
from graph.knowledge.query.statements import statements
from graph.knowledge.store.library import Store
from graph.model.answers import Answer, Row
from graph.model.terms import Predicate

COMMON = ("about", "by", "from", "to", "status", "want")
"""Parameters that every saved question takes."""
FITS = 82
"""How alike a sentence and a question's wording must be, of 100, for the one to stand for the other."""
TOGETHER = {
    Predicate.WORKS_WITH,
    Predicate.MET_WITH,
    Predicate.PARTICIPATES_IN,
    Predicate.SUPPORTS,
    Predicate.FUNDS,
    Predicate.OFFERS,
    Predicate.COMMISSIONS,
}


def ask(
    store: Store, question: str, parameters: Mapping[str, str], limit: int | None = None, offset: int = 0
) -> Answer:
    """The answer to a saved question. Raises NoSuchQuestion, UnknownParameter."""
    name = _named(question)
    allowed = {*COMMON, *saved_questions()[name].parameters}
    for parameter in parameters:
        if parameter not in allowed:
            raise UnknownParameter(name=parameter, question=name, known=", ".join(sorted(allowed)))
    return ANSWERS[name](Asked(store.db, name, dict(parameters), limit, offset))


def _named(question: str) -> str:
    known = saved_questions()
    if question in known:
        return question
    scored = sorted(
        (
            -max(fuzz.token_set_ratio(question.casefold(), text.casefold()) for text in (saved.sv, saved.en)),
            name,
        )
        for name, saved in known.items()
    )
    if not scored or -scored[0][0] < FITS:
        raise NoSuchQuestion(question=question)
    return scored[0][1]


def questions() -> list[Row]:
    """The saved questions: name, wording in both languages, parameters."""
    return [
        {
            "name": saved.name,
            "sv": saved.sv,
            "en": saved.en,
            "parameters": [*saved.parameters, *COMMON],
            "evidence": [],
        }
        for saved in saved_questions().values()
    ]


def _collaborations(asked: Asked) -> Answer:
    return _ties(asked, lambda predicate, kinds: predicate in TOGETHER)


def _plans(asked: Asked) -> Answer:
    return _ties(asked, lambda predicate, kinds: predicate in (Predicate.PLANS, Predicate.ORGANISES))


def _ties(asked: Asked, wanted: Callable[[str, tuple[str, str]], bool]) -> Answer:
    """Stated ties of some kinds, with who said them."""
    from graph.knowledge.query.evidence import speaker_cells

    rows: list[Row] = []
    for tie in ties(asked.db, None, asked.get("status"), asked.get("from"), asked.get("to")):
        held = [
            row
            for row in tie.rows
            if wanted(tie.predicate, (row["subject_kind"], row["object_kind"]))
            and asked.fits(row["document"], asked.passage(row["quote"]), (row["subject"], row["object"]))
        ]
        if held:
            tie.rows = held
            row = row_of(asked.db, tie, None, asked.evidence)
            rows.append(row | speaker_cells(asked.db, asked.passage(held[0]["quote"])))
    return asked.answered(rows)


def _currencies(asked: Asked) -> Answer:
    """Sums of money whose currency is written."""
    rows: list[Row] = []
    near: list[int] = []
    found = asked.db.execute(
        "SELECT f.*, q.passage, d.date FROM figure f JOIN quote q ON q.id = f.quote JOIN document d ON d.id = f.document"
        " WHERE f.money ORDER BY f.id"
    ).fetchall()
    for row in found:
        if not asked.fits(row["document"], row["passage"], (row["about"],), row["status"]):
            continue
        currency = _currency(row["unit"])
        if currency is None:
            near.append(row["quote"])
            continue
        rows.append(
            {"value": row["value"], "low": row["low"], "high": row["high"], "currency": currency, "as_written": row["as_written"],
             "date": row["date"], "status": row["status"], "evidence": [asked.key(row["quote"], [(row["start"], row["end"])])]}
        )  # fmt: skip
    return asked.answered(rows, near)


def _currency(unit: str | None) -> str | None:
    """The currency in a unit as written: "kr", "miljoner kronor", "mnkr", "mn€"."""
    low = (unit or "").casefold()
    for mark in ("kronor", "krona", "kr", "sek", "€", "euro", "eur", "usd", "dollar", "nok", "dkk"):
        if mark in low:
            return unit
    return None


def _asked_with(function: Callable[..., Answer], **renamed: str) -> Callable[[Asked], Answer]:
    """A command's answer as a saved question's: the parameters by their names there."""

    def answered(asked: Asked) -> Answer:
        given = {renamed.get(key, key): value for key, value in asked.parameters.items() if key != "want"}
        found = function(
            asked.db,
            **{RENAMED.get(key, key): value for key, value in given.items()},
            limit=asked.limit,
            offset=asked.offset,
        )
        want = asked.get("want")
        if not want:
            return Answer(asked.name, found.parameters, found.rows, found.evidence, found.more, found.silent)
        rows = tuple(row for row in found.rows if row.get(want) not in (None, [], ""))
        used = {key for row in rows for key in keys_of(row)}
        return Answer(
            asked.name,
            found.parameters,
            rows,
            {k: e for k, e in found.evidence.items() if k in used},
            found.more,
        )

    return answered


RENAMED = {"from": "since", "to": "until"}

ANSWERS: dict[str, Callable[[Asked], Answer]] = {
    **dict.fromkeys(COLUMNS, register),
    "meetings": meetings,
    "next-meeting": next_meeting,
    "speakers": speakers,
    "attendance": attendance,
    "roles": roles,
    "names": names,
    "where": where,
    "concerns": concerns,
    "collaborations": _collaborations,
    "plans": _plans,
    "currencies": _currencies,
    "figures": _asked_with(figures),
    "promises": _asked_with(promises),
    "statements": _asked_with(statements),
    "mentions": _asked_with(mentions, about="name"),
    "partners": _asked_with(partners, about="name"),
}
