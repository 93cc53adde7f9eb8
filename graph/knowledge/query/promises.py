"""Promises: who offered or was given what, on what condition, due when."""

import json
import sqlite3
from collections.abc import Iterable, Iterator

from graph.knowledge.query.by_hand import by_hand
from graph.knowledge.query.chunks import chunks
from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.mentions import spoken_by
from graph.knowledge.query.names import bearers, with_units
from graph.knowledge.query.parties import Parties
from graph.knowledge.query.period import places
from graph.knowledge.query.silence import answer, following, nearest
from graph.knowledge.query.spoken import Spoken
from graph.knowledge.query.words import Words
from graph.knowledge.store.outcomes import Followed, outcomes
from graph.model.answers import Answer, Cell, Row
from graph.model.terms import Outcome

PROMISES = """
SELECT p.*, q.passage, d.date FROM promise p JOIN quote q ON q.id = p.quote
JOIN document d ON d.id = p.document
"""
PROMISERS = "SELECT promise, actor FROM promiser ORDER BY id"
OF = "SELECT r.promise, r.actor FROM json_each(?) j JOIN promiser r ON r.promise = j.value ORDER BY r.id"


def promises(
    db: sqlite3.Connection,
    about: str | None = None,
    by: str | None = None,
    open_only: bool = False,
    as_of: str | None = None,
    status: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Answer:
    """One row a promise, with what later meetings tell became of it, by `as_of` where that is asked.

    `open_only` keeps those that nothing tells are kept, each once: of one that was made again, the last.
    """
    evidence = Evidences(db)
    order = places(db, since, until)
    words = Words(db, about) if about else None
    actors = with_units(db, {bearer.id for bearer in bearers(db, by)}) if by is not None else set()
    spoken = spoken_by(db, by) if by is not None else set()
    owners = _promisers(db, PROMISERS) if by is not None else {}
    followed = outcomes(db, as_of) if open_only else {}
    recalls = {one.recall for one in followed.values()}
    found = []
    for row in db.execute(PROMISES):
        own = owners.get(row["id"], [])
        made = (
            row["organisation"] in actors or bool(actors & set(own)) or (not own and row["passage"] in spoken)
        )
        if (
            row["document"] in order
            and (not words or row["passage"] in words.passages)
            and (by is None or made)
            and (status is None or row["status"] == status)
            and not (open_only and (row["id"] in recalls or not _open(row, followed.get(row["id"]), as_of)))
        ):
            found.append(row)
    found.sort(key=lambda row: (order[row["document"]], row["id"]))

    def closest() -> list[int]:
        return nearest(db, evidence, words, by=sorted(actors))

    parameters: dict[str, Cell] = {
        "about": about, "by": by, "open": open_only or None, "as_of": as_of, "status": status,
        "from": since, "to": until,
    }  # fmt: skip
    rows = _rows(db, found, words, evidence, as_of)
    return answer(db, "promises", parameters, rows, evidence, closest, limit, offset)


def _open(row: sqlite3.Row, followed: Followed | None, as_of: str | None) -> bool:
    """Whether a promise that was made by then waits still, and no later one has taken its place."""
    if as_of and row["date"] and row["date"] > as_of:
        return False
    return followed is None or (followed.outcome is not Outcome.KEPT and followed.promise is None)


def _rows(
    db: sqlite3.Connection,
    found: Iterable[sqlite3.Row],
    words: Words | None,
    evidence: Evidences,
    as_of: str | None,
) -> Iterator[Row]:
    for chunk in chunks(found):
        followed = outcomes(db, as_of, {row["document"] for row in chunk})
        spans = words.spans({row["quote"] for row in chunk}) if words else {}
        for row, cells in promise_rows(db, chunk, followed):
            keys = quotes_of(evidence, row, followed, spans.get(row["quote"], ()))
            yield cells | {"evidence": keys}


def quotes_of(
    evidence: Evidences,
    row: sqlite3.Row,
    followed: dict[int, Followed],
    words: Iterable[tuple[int, int]] = (),
) -> list[str]:
    """The words of a promise, those that tell what became of it, and of the one whose place it takes."""
    keys = [evidence.of(row["quote"], words)]
    replaced = [one for one in followed.values() if one.promise == row["id"] and one.quote is not None]
    for answered in (*replaced, followed.get(row["id"])):
        if answered and answered.quote is not None:
            told = [answered.quote, *following(evidence.db, [answered.quote])]
            keys += [evidence.of(quote) for quote in told]
    return list(dict.fromkeys(keys))


def _promisers(db: sqlite3.Connection, query: str, *values: str) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for promise, actor in db.execute(query, values):
        found.setdefault(promise, []).append(actor)
    return found


def promisers(db: sqlite3.Connection, promises_asked: Iterable[int]) -> dict[int, list[int]]:
    """Who made each of some promises."""
    return _promisers(db, OF, json.dumps(sorted(promises_asked)))


def promise_rows(
    db: sqlite3.Connection, found: list[sqlite3.Row], followed: dict[int, Followed]
) -> Iterator[tuple[sqlite3.Row, Row]]:
    """Each promise with its row, but for its evidence."""
    spoken = Spoken(db, [row["passage"] for row in found])
    owners = promisers(db, [row["id"] for row in found])
    ends = [row[end] for row in found for end in ("organisation", "to") if row[end] is not None]
    parties = Parties(db, [*ends, *(actor for held in owners.values() for actor in held)])

    def name(actor: int | None) -> str | None:
        return None if actor is None else parties.name(actor) or parties.rows[actor]["name"]

    for row in found:
        said = spoken.cells(row["passage"])
        names = [shown for actor in owners.get(row["id"], []) if (shown := name(actor))]
        cells: Row = {"who": names[0] if len(names) == 1 else None if names else said["speaker"]}
        several = names if len(names) > 1 else said.get("speakers") if not names else None
        if several:
            cells["speakers"] = several
        yield (
            row,
            cells
            | {
                "organisation": name(row["organisation"]) or said["organisation"],
                "what": row["what"],
                "to": name(row["to"]),
                "condition": row["condition"],
                "due": row["due"],
                "due_as_written": row["due_as_written"],
                "outcome": followed[row["id"]].outcome.value if row["id"] in followed else None,
                "date": row["date"],
                "status": row["status"],
                "certainty": row["certainty"],
                **by_hand([row]),
            },
        )
