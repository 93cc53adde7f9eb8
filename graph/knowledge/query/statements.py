"""Who said what: one row a quote that matches."""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator

from graph.knowledge.query.chunks import chunks
from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.mentions import spoken_by
from graph.knowledge.query.names import bearers, with_units
from graph.knowledge.query.period import places
from graph.knowledge.query.silence import answer, nearest
from graph.knowledge.query.spoken import Spoken
from graph.knowledge.query.words import Words
from graph.knowledge.store.contents import SHIFT
from graph.model.answers import Answer, Row

FOLLOWS = re.compile(r"(?:Vad|Varför|Hur|När|Vem|Vilka|Vilken|Kan|Ska)\b.{0,60}\?$")
"""A short question that goes on from the sentence before it: evidence of the same thing."""

QUOTES = """
SELECT q.id, q.passage, q.text, q.status, d.date FROM json_each(?) j JOIN quote q ON q.passage = j.value
JOIN document d ON d.id = q.document ORDER BY q.id
"""


def statements(
    db: sqlite3.Connection,
    by: str | None = None,
    on_behalf_of: str | None = None,
    about: str | None = None,
    status: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Answer:
    """The quotes of statements that fit all that is asked, in the order of meetings and of reading."""
    evidence = Evidences(db)
    order = places(db, since, until)
    words = Words(db, about) if about is not None else None
    passed = [passage for passage in chosen(db, by, on_behalf_of, words) if passage >> SHIFT in order]
    passed.sort(key=lambda passage: (order[passage >> SHIFT], passage))
    rows = statement_rows(db, passed, evidence, words, status)

    def closest() -> list[int]:
        people = sorted(with_units(db, {b.id for b in bearers(db, by or on_behalf_of or "")}))
        near = nearest(db, evidence, words, [b.id for b in bearers(db, about or "")], people)
        return near or nearest(db, evidence, actors=people)  # somebody who is only spoken of

    parameters = {
        "by": by,
        "on_behalf_of": on_behalf_of,
        "about": about,
        "status": status,
        "from": since,
        "to": until,
    }
    return answer(db, "statements", parameters, rows, evidence, closest, limit, offset)


def statement_rows(
    db: sqlite3.Connection,
    passed: Iterable[int],
    evidence: Evidences,
    words: Words | None = None,
    status: str | None = None,
) -> Iterator[Row]:
    """The quotes of some statements that hold the words and have the status."""
    for chunk in chunks(passed):
        spoken = Spoken(db, chunk)
        for passage, every in _quotes(db, chunk).items():
            for quote, follow in held(every, words):
                if status is not None and quote["status"] != status:
                    continue
                spans = words.spans({quote["id"]})[quote["id"]] if words else []
                keys = [evidence.of(quote["id"], spans), *(evidence.of(other) for other in follow)]
                yield spoken.cells(passage) | {
                    "date": quote["date"],
                    "status": quote["status"],
                    "evidence": keys,
                }


def _quotes(db: sqlite3.Connection, passages: list[int]) -> dict[int, list[sqlite3.Row]]:
    found: dict[int, list[sqlite3.Row]] = {passage: [] for passage in passages}
    for row in db.execute(QUOTES, (json.dumps(passages),)):
        found[row["passage"]].append(row)
    return found


def chosen(db: sqlite3.Connection, by: str | None, on_behalf_of: str | None, words: Words | None) -> set[int]:
    """The statements that fit a speaker, an organisation and words; all of them where nothing is asked."""
    parts = []
    if by is not None:
        parts.append(spoken_by(db, by))
    if on_behalf_of is not None:
        parts.append(spoken_by(db, on_behalf_of, for_organisation_only=True))
    if words:
        parts.append(words.passages)
    if words or not parts:
        parts.append({row[0] for row in db.execute("SELECT id FROM statement")})
    return set.intersection(*parts)


def holding(db: sqlite3.Connection, passage: int, words: Words) -> list[int]:
    """The quotes of a passage that hold the words."""
    return [quote["id"] for quote, _ in held(_quotes(db, [passage])[passage], words)]


def held(every: list[sqlite3.Row], words: Words | None) -> list[tuple[sqlite3.Row, list[int]]]:
    """The quotes of a statement that hold the words, each with the short question that follows it.

    All of them where no words are asked for, or where only the heading holds them. Where no sentence holds
    all the words, those that hold any.
    """
    if not words:
        return [(quote, []) for quote in every]
    inside = {quote["id"] for quote in every}
    fitting = words.quotes & inside or words.any_quotes & inside or inside
    found: list[tuple[sqlite3.Row, list[int]]] = []
    for place, quote in enumerate(every):
        if quote["id"] in fitting:
            after = every[place + 1] if place + 1 < len(every) else None
            follows = after is not None and after["id"] not in fitting and FOLLOWS.match(after["text"])
            found.append((quote, [after["id"]] if after is not None and follows else []))
    return found
