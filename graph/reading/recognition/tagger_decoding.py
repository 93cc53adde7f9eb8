"""The best labels of a sentence by a linear-chain CRF, and how sure they are. Plain Python."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp
from operator import mul

from graph.lexicon.tagger_model import TaggerModel

Scores = list[list[float]]
"""For each token what its attributes add to each label."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens `first` up to but not with `end` that bear one label ("PER", "ORG", "LOC", "MISC")."""

    first: int
    end: int
    label: str


def scores(model: TaggerModel, rows: Sequence[Sequence[str]]) -> Scores:
    """What the attributes of each token add up to, label by label."""
    found = []
    for row in rows:
        total = [0.0] * len(model.labels)
        for attribute in row:
            for label, weight in model.state.get(attribute, ()):
                total[label] += weight
        found.append(total)
    return found


def best(model: TaggerModel, scored: Scores) -> list[str]:
    """The labels whose scores and transitions add up to most (Viterbi); of equals the first label."""
    if not scored:
        return []
    reached = scored[0]
    came_from: list[list[int]] = []
    for row in scored[1:]:
        origins, totals = [], []
        for into, own in zip(model.into, row, strict=True):
            ways = [total + step for total, step in zip(reached, into, strict=True)]
            highest = max(ways)
            origins.append(ways.index(highest))
            totals.append(highest + own)
        reached = totals
        came_from.append(origins)
    label = reached.index(max(reached))
    path = [label]
    for origins in reversed(came_from):
        label = origins[label]
        path.append(label)
    return [model.labels[label] for label in reversed(path)]


def chances(model: TaggerModel, scored: Scores) -> list[dict[str, float]]:
    """For each token the probability of each label, all paths counted (forward and backward)."""
    if not scored:
        return []
    steps = [[exp(weight) for weight in into] for into in model.into]
    back = list(zip(*steps, strict=True))
    own = [[exp(one - max(row)) for one in row] for row in scored]
    ahead = [own[0]]
    for row in own[1:]:
        before = ahead[-1]
        ahead.append(
            _shares([one * sum(map(mul, before, into)) for one, into in zip(row, steps, strict=True)])
        )
    behind = [[1.0] * len(model.labels)]
    for row in reversed(own[1:]):
        given = list(map(mul, row, behind[-1]))
        behind.append(_shares([sum(map(mul, given, out)) for out in back]))
    behind.reverse()
    return [
        dict(zip(model.labels, _shares(list(map(mul, forward, backward))), strict=True))
        for forward, backward in zip(ahead, behind, strict=True)
    ]


def _shares(values: Sequence[float]) -> list[float]:
    """The same values so that they add up to one: a long sentence neither vanishes nor overflows."""
    total = sum(values)
    return [value / total for value in values]


def stretches(labels: Sequence[str]) -> Iterator[Stretch]:
    """The names that labels "B-X", "I-X", "O" mark, in order; an "I" after another kind begins one too."""
    first: int | None = None
    for position, label in enumerate([*labels, "O"]):
        if first is not None and (label[0] != "I" or label[2:] != labels[first][2:]):
            yield Stretch(first, position, labels[first][2:])
            first = None
        if first is None and label[0] in "BI":
            first = position
