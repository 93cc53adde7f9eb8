"""Where opinions differ from the reading: candidates for a person, each with its reason and its words."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from graph.knowledge.query.evidence import Evidences
from graph.knowledge.store.library import Store
from graph.knowledge.store.opinions import documents_with_opinions, opinions_on
from graph.knowledge.store.stored import reading_of
from graph.model.answers import Answer, Row
from graph.model.opinions import Opinion
from graph.model.reading import Actor
from graph.model.terms import Certainty
from graph.model.text import Span
from graph.opinions.judging import Judge, Judged

QUOTES = 'SELECT q.id, q.start, q."end" FROM quote q JOIN document d ON d.id = q.document WHERE d.sha256 = ?'


def differing(
    store: Store,
    names: Iterable[str] = (),
    source: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Answer:
    """One row a candidate, judged by today's reading: who says it, what, how it differs, in which words.

    `source` is "llm", "spacy" or "spacy:NAME". Raises NoSuchDocument, SeveralDocuments.
    """
    asked = {store.find(name) for name in names}
    evidence = Evidences(store.db)
    rows: list[Row] = []
    for sha256 in documents_with_opinions(store.db):
        if not asked or sha256 in asked:
            rows += _rows(store.db, sha256, source, evidence)
    stop = None if limit is None else offset + limit
    shown = rows[offset:stop]
    used = {str(key) for row in shown for key in _keys(row)}
    parameters = {"documents": "; ".join(sorted(asked)) or None, "source": source}
    return Answer(
        "opinions", dict(parameters), tuple(shown), evidence.only(used), len(rows) > offset + len(shown)
    )


def _keys(row: Row) -> list[str]:
    held = row["evidence"]
    return [key for key in held if isinstance(key, str)] if isinstance(held, list) else []


def _rows(db: sqlite3.Connection, sha256: str, source: str | None, evidence: Evidences) -> list[Row]:
    """The candidates of one document in reading order; what several models say is one row."""
    judge = Judge(reading_of(db, sha256))
    claims: dict[tuple[object, ...], list[tuple[Opinion, Judged]]] = defaultdict(list)
    for opinion in opinions_on(db, sha256):
        if source not in (None, opinion.source, f"{opinion.source}:{opinion.model}"):
            continue
        judged = judge.judged(opinion)
        if isinstance(judged, Judged) and judged.difference is not None:
            what = (opinion.stance, opinion.predicate, opinion.status, opinion.kind, judged.actors)
            where = judged.span if not judged.actors else judged.statement.span
            claims[(where, judged.difference, what)].append((opinion, judged))
    quotes = [(Span(start, end), number) for number, start, end in db.execute(QUOTES, (sha256,))]
    named = {actor.key: actor for actor in judge.reading.actors}
    ordered = sorted(claims.values(), key=lambda held: (held[0][1].span, repr(held[0][0])))
    return [
        {
            "name": named[held[0][1].actors[0]].name if held[0][1].actors else held[0][0].name,
            **_tie(held[0][0], held[0][1], named),
            "reason": str(held[0][1].difference),
            "certainty": Certainty.PROBABLE.value,
            "source": held[0][0].source,
            "model": "; ".join(dict.fromkeys(one.model for one, _ in held)),
            "version": "; ".join(dict.fromkeys(one.version for one, _ in held)),
            "evidence": _evidence(held[0][1].span, quotes, evidence),
        }
        for held in ordered
    ]


def _tie(opinion: Opinion, judged: Judged, named: dict[str, Actor]) -> Row:
    if opinion.predicate is None:
        return {"type": str(opinion.kind)}
    return {
        "relation": opinion.predicate.value,
        "other": named[judged.actors[1]].name,
        "status": opinion.status.value if opinion.status else None,
    }


def _evidence(span: Span, quotes: list[tuple[Span, int]], evidence: Evidences) -> list[str]:
    """The keys of the sentences that the words stand in."""
    found: list[str] = []
    for quote, number in quotes:
        if quote.meets(span):
            words = (max(quote.start, span.start), min(quote.end, span.end))
            found.append(evidence.of(number, [words]))
    return found
