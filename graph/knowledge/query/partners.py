"""Who works with whom: the ties that quotes state, and on request the weaker ones that are computed."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from graph.knowledge.query.by_hand import by_hand
from graph.knowledge.query.chunks import chunks
from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.names import bearers, with_units
from graph.knowledge.query.parties import Parties
from graph.knowledge.query.period import places
from graph.knowledge.query.silence import answer, nearest
from graph.knowledge.query.ties import Tie, ranked, ties
from graph.knowledge.query.weaker import Weaker, weaker_ties
from graph.knowledge.query.words import Words
from graph.model.answers import Answer, Cell, Row
from graph.model.terms import Certainty, Kind, Status

AMOUNTS = "SELECT f.id, f.value, f.low, f.high, f.unit FROM json_each(?) j JOIN figure f ON f.id = j.value"


def partners(
    db: sqlite3.Connection,
    name: str | None = None,
    relation: str | None = None,
    status: str | None = None,
    computed: bool = False,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Answer:
    """One row a tie, the ties that most meetings state first; negated ones only where they are asked for."""
    evidence = Evidences(db)
    order = places(db, since, until)
    asked = with_units(db, {bearer.id for bearer in bearers(db, name)}) if name is not None else None
    found = ranked(ties(db, order, asked, (relation,) if relation else (), status))
    rows: Iterator[Row] = tie_rows(db, found, asked, evidence)
    if computed:
        rows = chain(rows, _weaker(db, asked, order, relation, evidence))

    def closest() -> list[int]:
        return nearest(db, evidence, Words(db, name) if name else None, sorted(asked or ()))

    parameters: dict[str, Cell] = {
        "name": name, "relation": relation, "status": status, "computed": computed or None,
        "from": since, "to": until,
    }  # fmt: skip
    return answer(db, "partners", parameters, rows, evidence, closest, limit, offset)


def tie_rows(
    db: sqlite3.Connection, found: Iterable[Tie], asked: Collection[int] | None, evidence: Evidences
) -> Iterator[Row]:
    """Each tie as a row.

    `name` is the party beside the one that was asked for, or else the one that is not named, or else the
    subject; `other` stands at the other end, and `subject` says whose tie it is.
    """
    for chunk in chunks(found):
        parties = Parties(db, [end for tie in chunk for end in (tie.subject, tie.object)])
        amounts = _amounts(db, chunk)
        for tie in chunk:
            amount = next((amounts[row["amount"]] for row in tie.rows if row["amount"] in amounts), None)
            yield _ends(tie.subject, tie.object, parties, asked) | {
                "relation": tie.predicate,
                "subject": parties.rows[tie.subject]["name"] or None,
                "amount": amount["value"] if amount else None,
                **(
                    {"low": amount["low"], "high": amount["high"]}
                    if amount and amount["value"] is None
                    else {}
                ),
                "unit": amount["unit"] if amount else None,
                "period": next((row["period"] for row in tie.rows if row["period"]), None),
                "status": tie.status,
                "certainty": tie.certainty,
                **by_hand(tie.rows),
                "meetings": tie.meetings,
                "evidence": [evidence.of(quote) for quote in tie.quotes],
            }


def _ends(subject: int, target: int, parties: Parties, asked: Collection[int] | None) -> Row:
    """`name`, `type` and `other` of a tie, and what is told of a party without a name."""
    turned = parties.kind(target) == Kind.UNNAMED and parties.kind(subject) != Kind.UNNAMED
    if asked is not None:
        turned = subject in asked
    first, second = (target, subject) if turned else (subject, target)
    return {
        "name": parties.name(first),
        "type": parties.kind(first),
        "relation": None,
        "other": parties.name(second),
        **parties.unnamed(second),
        **parties.unnamed(first),
    }


def _amounts(db: sqlite3.Connection, found: list[Tie]) -> dict[int, sqlite3.Row]:
    asked = sorted({row["amount"] for tie in found for row in tie.rows if row["amount"] is not None})
    return {row["id"]: row for row in db.execute(AMOUNTS, (json.dumps(asked),))}


def _weaker(
    db: sqlite3.Connection,
    asked: set[int] | None,
    order: dict[int, int],
    relation: str | None,
    evidence: Evidences,
) -> Iterator[Row]:
    found: list[Weaker] = [tie for tie in weaker_ties(db, asked, order) if relation in (None, tie.relation)]
    parties = Parties(db, [end for tie in found for end in (tie.subject, tie.object)])
    for tie in found:
        yield _ends(tie.subject, tie.object, parties, asked) | {
            "relation": tie.relation,
            "subject": parties.rows[tie.subject]["name"] or None,
            "amount": None,
            "unit": None,
            "period": None,
            "status": Status.ASSERTED.value,
            "certainty": Certainty.INFERRED.value,
            "meetings": tie.meetings,
            "computed": True,
            "evidence": [evidence.of(quote) for quote in tie.quotes],
        }
