"""How far figures may be trusted: the interval of F1 when other documents of the same sort were scored."""

import random
from collections.abc import Sequence

from graph.evaluation.counts import Count

ROUNDS = 1000
SEED = 20210419
LEFT_OUT = 0.025
"""Share of the rounds that is left out at either end: what remains is an interval of 95 per cent."""

Interval = tuple[float, float]


def draws(documents: int) -> list[list[int]]:
    """Documents drawn with replacement, as many as there are, `ROUNDS` times; the same every time."""
    chance = random.Random(SEED)  # noqa: S311 - a bootstrap, nothing that is to be kept secret
    return [[int(chance.random() * documents) for _ in range(documents)] for _ in range(ROUNDS)]


def interval(counts: Sequence[Count], drawn: Sequence[Sequence[int]]) -> Interval | None:
    """The middle 95 per cent of F1 over the draws (percentile bootstrap over documents).

    None where fewer than two documents have anything to count: one document says nothing of others.
    """
    if sum(count != Count() for count in counts) < 2:
        return None
    found = sorted(f1 for round_ in drawn if (f1 := _f1(counts, round_)) is not None)
    last = len(found) - 1
    return found[round(LEFT_OUT * last)], found[round((1 - LEFT_OUT) * last)]


def _f1(counts: Sequence[Count], drawn: Sequence[int]) -> float | None:
    hits = sum(counts[index].hits for index in drawn)
    wrong = sum(counts[index].spurious + counts[index].missed for index in drawn)
    return 2 * hits / (2 * hits + wrong) if hits or wrong else None
