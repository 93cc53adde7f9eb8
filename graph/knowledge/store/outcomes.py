"""What became of every promise: what later meetings of its series tell of it, with the words that tell it.

Derived from all documents whenever it is asked for; nothing of it is stored.
"""

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.knowledge.store.bindings import numbered
from graph.knowledge.store.series import series
from graph.lexicon.heads import function_words
from graph.lexicon.outcomes import told_outcome
from graph.lexicon.stems import stem, words
from graph.model.terms import Outcome

PROMISES = """
SELECT p.id, p.document, p.what, p.quote, p.due, p.rule, p.outcome, p.outcome_quote, q.text,
       o.shared AS organisation
FROM promise p JOIN quote q ON q.id = p.quote LEFT JOIN actor o ON o.id = p.organisation ORDER BY p.id
"""
PROMISERS = """
SELECT r.promise, a.shared FROM promiser r JOIN actor a ON a.id = r.actor WHERE a.shared IS NOT NULL ORDER BY r.id
"""
SAID = """
WITH maker AS MATERIALIZED (
  SELECT a.id, a.shared FROM actor a WHERE a.document = ?1 AND a.shared IN (SELECT value FROM json_each(?2))
), involved AS (
  SELECT q.id, p.shared FROM maker p CROSS JOIN speaker k ON k.actor = p.id
  CROSS JOIN quote q ON q.passage = k.statement
  UNION SELECT q.id, p.shared FROM maker p CROSS JOIN statement s ON s.organisation = p.id
  CROSS JOIN quote q ON q.passage = s.id
  UNION SELECT m.quote, p.shared FROM maker p CROSS JOIN mention m ON m.actor = p.id
)
SELECT q.id, q.text, i.shared FROM involved i CROSS JOIN quote q ON q.id = i.id
"""
RECALLED = "recalled"
LONG = 6
"""Letters of a word that tells by itself what a promise is about."""
ENOUGH = 0.5
"""Share of a promise's words that come again where it is spoken of."""
MOST = 4
"""Words of a promise that count; a long one is not told again word by word."""
AHEAD = 4
"""Later meetings of the series within which an answer is looked for."""
NO_TOPIC = re.compile(
    r"(?:nästa|\w*(?:möte|mötet|träff|träffen|rådet|dialogen)|gång\w*|försök\w*|senast|datum\w*|åter\w*|kommer|"
    r"(?:i)?stället|delen|\d.*)"
)
"""Words that say when and how, not what."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of a promise.

    `quote` says it. `promise` is the later one that takes its place, `recall` the one that repeats its words
    where the later minutes go through it, if any.
    """

    outcome: Outcome
    quote: int | None = None
    promise: int | None = None
    recall: int | None = None


@dataclass(frozen=True, slots=True)
class _Promise:
    id: int
    what: str
    quote: int
    due: str | None
    recalled: bool
    who: frozenset[int]
    outcome: Outcome | None
    outcome_quote: int | None


@dataclass(frozen=True, slots=True)
class _Meeting:
    """What a later meeting says: its promises, and its quotes with who speaks them or is named in them."""

    promises: list[_Promise]
    said: list[tuple[int, str, frozenset[int]]]


def outcomes(
    db: sqlite3.Connection, as_of: str | None = None, only: Collection[int] | None = None
) -> dict[int, Followed]:
    """The outcome of each promise that has one, as far as meetings up to a day tell; by the promise's id.

    A promise is answered where the one who made it, or the organisation behind it, speaks or is spoken of in
    words that it was made in. Silent: later meetings do not speak of it. Those of a series' last meeting have
    none yet. `only` are the documents whose promises are asked for.
    """
    promises = _promises(db)
    found: dict[int, Followed] = {}
    for documents in series(db, as_of):
        meetings: dict[int, _Meeting] = {}
        made = [promise for document in documents for promise in promises.get(document, ())]
        makers = json.dumps(sorted({one for promise in made for one in promise.who}))
        for place, document in enumerate(documents):
            own = promises.get(document, []) if only is None or document in only else []
            later = documents[place + 1 : place + 1 + AHEAD]
            for meeting in later if own else ():
                if meeting not in meetings:
                    said = list(_said(db, meeting, makers))
                    meetings[meeting] = _Meeting(promises.get(meeting, []), said)
            for promise in own:
                followed = (
                    _recalled(promise, own)
                    if promise.recalled
                    else _followed(promise, [meetings[meeting] for meeting in later])
                )
                if followed:
                    found[promise.id] = followed
    return found


def _recalled(promise: _Promise, own: list[_Promise]) -> Followed | None:
    """What the minutes that recall a promise tell of it, and whether they promise it again."""
    if promise.outcome is None:
        return None
    again = next(_again(promise, own), None)
    return Followed(promise.outcome, promise.outcome_quote, again.id if again else None)


def _followed(promise: _Promise, later: list[_Meeting]) -> Followed | None:
    for meeting in later:
        again = next(_again(promise, meeting.promises), None)
        told = next(_told(promise, meeting), None)
        recall = told.recall if told else None
        if told and told.outcome in (Outcome.KEPT, Outcome.PARTLY):
            return Followed(told.outcome, told.quote, again.id if again else None, recall)
        if again:
            same = again.due is None or promise.due is None or again.due == promise.due
            moved = told is not None and told.outcome is Outcome.CHANGED
            outcome = Outcome.CHANGED if moved or not same else Outcome.REPEATED
            return Followed(outcome, again.quote, again.id, recall)
        if told:
            return told
    return Followed(Outcome.SILENT) if later else None


def _again(promise: _Promise, others: Iterable[_Promise]) -> Iterator[_Promise]:
    """The same promised once more."""
    for other in others:
        if not other.recalled and other.who & promise.who and about(promise.what, other.what):
            yield other


def _told(promise: _Promise, meeting: _Meeting) -> Iterator[Followed]:
    """What a meeting tells of a promise: where it is recalled, else where its words come again."""
    for other in meeting.promises:
        if other.recalled and other.outcome and other.who & promise.who and about(promise.what, other.what):
            yield Followed(other.outcome, other.outcome_quote, recall=other.id)
    for quote, text, who in meeting.said:
        if who & promise.who and about(promise.what, text):
            outcome = told_outcome(text, promise.what)
            if outcome is not None:
                yield Followed(outcome, quote)


def about(what: str, text: str) -> bool:
    """Whether a text is about a promise: half of its words come again, one of them long enough to tell."""
    wanted, there = topic(what), topic(text)
    common = {word for word in wanted if any(_joined(word, other) for other in there)}
    return len(common) >= ENOUGH * min(len(wanted), MOST) and any(len(word) >= LONG for word in common)


def _joined(one: str, other: str) -> bool:
    """Whether two stems are one, or one is a part of the other as in a compound: "rapport", "bussrapport"."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= LONG - 1 and (long.startswith(short) or long.endswith(short)))


@lru_cache(maxsize=20_000)
def topic(text: str) -> frozenset[str]:
    """The stems of the words that tell what something is about."""
    known = function_words()
    return frozenset(
        stem(word)
        for word in words(text)
        if len(word) > 3 and word.casefold() not in known and not NO_TOPIC.fullmatch(word.casefold())
    )


def _promises(db: sqlite3.Connection) -> dict[int, list[_Promise]]:
    """Every promise by its document."""
    promisers: dict[int, set[int]] = defaultdict(set)
    for promise, shared in db.execute(PROMISERS):
        promisers[promise].add(shared)
    found: dict[int, list[_Promise]] = defaultdict(list)
    for row in db.execute(PROMISES):
        who = frozenset(promisers[row["id"]] | ({row["organisation"]} - {None}))
        outcome = Outcome(row["outcome"]) if row["outcome"] else None
        own = found[row["document"]]
        what = _meant(row, who, own)
        own.append(
            _Promise(
                row["id"], what, row["quote"], row["due"], row["rule"] == RECALLED, who, outcome,
                row["outcome_quote"],
            )
        )  # fmt: skip
    return found


def _meant(row: sqlite3.Row, who: frozenset[int], before: list[_Promise]) -> str:
    """The words that tell what a promise is about: its own, its sentence's, or those that it answers."""
    for words_of_it in (row["what"], row["text"]):
        if any(len(word) >= LONG for word in topic(words_of_it)):
            return str(words_of_it)
    answered = (one.what for one in reversed(before) if one.recalled and one.who & who)
    return next(answered, str(row["what"]))


def _said(db: sqlite3.Connection, document: int, makers: str) -> Iterator[tuple[int, str, frozenset[int]]]:
    """The quotes of a meeting that some of those who promised speak, or that name them; who it is."""
    involved: dict[tuple[int, str], set[int]] = defaultdict(set)
    for quote, text, shared in db.execute(SAID, numbered(document, makers)):
        involved[quote, text].add(shared)
    for quote, text in sorted(involved):
        yield quote, text, frozenset(involved[quote, text])
