"""A folder of gold scored against a folder of predictions, or against what reading finds today."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import NoGold
from graph.evaluation.counts import Count, Counts, add
from graph.evaluation.marked import Line, marked
from graph.evaluation.mentions import TYPES, score_mentions
from graph.evaluation.reading_format import lines
from graph.evaluation.statements import score_meetings, score_statements
from graph.evaluation.ties import score_ties
from graph.model.answers import Answer, Row
from graph.reading.pipeline import read_bytes


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts of all documents together, every miss, and the documents without a prediction."""

    counts: Counts
    misses: tuple[Line, ...] = ()
    missing: tuple[str, ...] = ()


def evaluate(gold: Path, predicted: Path | None = None) -> Scores:
    """Every `.jsonl` of the gold folder against its namesake in `predicted`.

    Without `predicted` the `.txt` beside each gold file is read now. Raises NoGold for a folder without
    gold, BadGold for a line that is none, and what reading raises.
    """
    files = sorted(gold.glob("*.jsonl"))
    if not files:
        raise NoGold(folder=str(gold))
    if predicted is not None and not predicted.is_dir():
        raise NoGold(folder=str(predicted))
    counts: Counts = {}
    misses: list[Line] = []
    missing = []
    for file in files:
        found = _read(file) if predicted is None else _stored(predicted / file.name)
        if found is None:
            missing.append(file.stem)
        told: list[Line] = []
        for (kind, type_), count in score(marked(file), found or [], told).items():
            add(counts, kind, type_, count)
        misses += [{"document": file.stem, **miss} for miss in told]
    return Scores(counts, tuple(misses), tuple(missing))


def _read(gold: Path) -> list[Line] | None:
    """What reading finds in the text beside a gold file; tests and figures rest on the text alone."""
    text = gold.with_suffix(".txt")
    return lines(read_bytes(text.name, text.read_bytes())) if text.exists() else None


def _stored(file: Path) -> list[Line] | None:
    return marked(file) if file.exists() else None


def score(gold: Sequence[Line], found: Sequence[Line], misses: list[Line]) -> Counts:
    """One document: mentions, ties, statements, meeting; and of mentions the sum over types."""
    counts: Counts = {}
    for (kind, type_), count in score_mentions(gold, found, misses).items():
        add(counts, kind, type_, count)
        add(counts, kind, "all", count)
    for part in (score_ties(gold, found, misses), score_statements(gold, found, misses)):
        counts |= part
    return counts | score_meetings(gold, found)


def answer(scores: Scores, gold: str, predicted: str | None = None) -> Answer:
    """The scores as rows: kind, type, precision, recall, f1, and how many are in gold and were found."""
    order = sorted(scores.counts, key=_place)
    rows = tuple(_row(kind, type_, scores.counts[kind, type_]) for kind, type_ in order)
    return Answer("evaluate", {"gold": gold, "pred": predicted}, rows)


def _place(key: tuple[str, str]) -> tuple[str, bool, int, str]:
    kind, type_ = key
    return kind, type_ == "all", TYPES.index(type_) if type_ in TYPES else len(TYPES), type_


def _row(kind: str, type_: str, count: Count) -> Row:
    def share(value: float | None) -> float | None:
        return None if value is None else round(value, 4)

    return {
        "kind": kind,
        "type": type_,
        "precision": share(count.precision),
        "recall": share(count.recall),
        "f1": share(count.f1),
        "gold": count.hits + count.missed,
        "found": count.hits + count.spurious,
        "hits": count.hits,
        "spurious": count.spurious,
        "missed": count.missed,
        "evidence": [],
    }


def misses_as_lines(scores: Scores) -> str:
    """Every miss as a JSON line, in the order of the documents."""
    return "".join(json.dumps(miss, ensure_ascii=False) + "\n" for miss in scores.misses)
