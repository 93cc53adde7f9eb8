"""Scores as an answer: a row a kind and type, of all documents or of each layout or document."""

from collections.abc import Iterator, Sequence
from typing import Literal

from graph.evaluation.counts import Count
from graph.evaluation.intervals import draws, interval
from graph.evaluation.mentions import TYPES
from graph.evaluation.scores import DocumentScores, Scores, pooled
from graph.model.answers import Answer, Row

By = Literal["layout", "document"]


def answer(scores: Scores, gold: str, predicted: str | None = None, by: By | None = None) -> Answer:
    """Kind, type, precision, recall, f1, how many are in gold, were found, and were found right.

    `f1_low` and `f1_high` bound F1 by a bootstrap over documents; None where one document has it all.
    With `by` the rows of each layout or document follow those of all, told apart by `part`.
    """
    rows = [*_rows(scores.documents)]
    if by is not None:
        rows = [{"part": None, **row} for row in rows]
        for part, documents in parts(scores.documents, by):
            rows += [{"part": part, **row} for row in _rows(documents)]
    return Answer("evaluate", {"gold": gold, "pred": predicted}, tuple(rows))


def parts(documents: Sequence[DocumentScores], by: By) -> list[tuple[str, list[DocumentScores]]]:
    """The documents of each layout, or each alone, by name; one whose layout is not told goes by its stem."""
    found: dict[str, list[DocumentScores]] = {}
    for one in documents:
        found.setdefault(one.layout if by == "layout" and one.layout else one.stem, []).append(one)
    return sorted(found.items())


def _rows(documents: Sequence[DocumentScores]) -> Iterator[Row]:
    drawn = draws(len(documents)) if len(documents) > 1 else []
    counts = pooled(documents)
    for kind, type_ in sorted(counts, key=place):
        each = [one.counts.get((kind, type_), Count()) for one in documents]
        bounds = interval(each, drawn)
        yield _row(kind, type_, counts[kind, type_], bounds or (None, None))


def place(key: tuple[str, str]) -> tuple[str, bool, int, str]:
    """Where a kind and type stand among the rows: types in the guide's order, "all" last."""
    kind, type_ = key
    return kind, type_ == "all", TYPES.index(type_) if type_ in TYPES else len(TYPES), type_


def _row(kind: str, type_: str, count: Count, bounds: tuple[float | None, float | None]) -> Row:
    def share(value: float | None) -> float | None:
        return None if value is None else round(value, 4)

    return {
        "kind": kind,
        "type": type_,
        "precision": share(count.precision),
        "recall": share(count.recall),
        "f1": share(count.f1),
        "f1_low": share(bounds[0]),
        "f1_high": share(bounds[1]),
        "gold": count.hits + count.missed,
        "found": count.hits + count.spurious,
        "hits": count.hits,
        "spurious": count.spurious,
        "missed": count.missed,
        "evidence": [],
    }
