"""What `evaluate` tells: the figures, the misses, and what could not be compared."""

from dataclasses import dataclass
from pathlib import Path

from graph.errors import SamverkanError
from graph.evaluation.marked import Line
from graph.evaluation.misses import as_lines
from graph.evaluation.rows import By, answer
from graph.evaluation.scores import evaluate
from graph.model.answers import Answer


@dataclass(frozen=True, slots=True)
class Scored:
    """An answer with every miss in its context; `missing` are stems of gold that has no prediction."""

    answer: Answer
    documents: int
    misses: tuple[Line, ...]
    missing: tuple[str, ...]
    faults: tuple[SamverkanError, ...]

    @property
    def misses_as_lines(self) -> str:
        """Every miss as a JSON line."""
        return as_lines(self.misses)


def scored(gold: Path, predicted: Path | None, by: By | None) -> Scored:
    """A folder of gold scored. Raises NoGold for a folder without gold."""
    scores = evaluate(gold, predicted)
    table = answer(scores, str(gold), str(predicted) if predicted else None, by)
    return Scored(table, len(scores.documents), scores.misses, scores.missing, scores.faults)
