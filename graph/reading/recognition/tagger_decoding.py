"""The best labels of a sentence by a linear-chain CRF, and how sure they are. Plain Python."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import exp
from operator import add, mul

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
    weighs = model.state.get
    for row in rows:
        total = [0.0] * len(model.labels)
        for weights in filter(None, map(weighs, row)):  # of a few: most words were never seen in training
            for label, weight in weights:
                total[label] += weight
        found.append(total)
    return found


def best(model: TaggerModel, scored: Scores) -> list[str]:
    """The labels whose scores and transitions add up to most (Viterbi); of equals the first label."""
    if not scored:
        return []
    steps = list(chain(*model.into))
    reached = [scored[0]]
    for row in scored[1:]:
        highest = map(max, _by_label(model, map(add, reached[-1] * len(row), steps)))
        reached.append(list(map(add, highest, row)))
    label = reached[-1].index(max(reached[-1]))
    path = [label]
    for before in reversed(reached[:-1]):
        ways = list(map(add, before, model.into[label]))
        label = ways.index(max(ways))
        path.append(label)
    return [model.labels[label] for label in reversed(path)]


def chances(model: TaggerModel, scored: Scores) -> list[dict[str, float]]:
    """For each token the probability of each label, all paths counted (forward and backward)."""
    if not scored:
        return []
    into = [[exp(weight) for weight in weights] for weights in model.into]
    steps, back = list(chain(*into)), list(chain(*zip(*into, strict=True)))
    own = [[exp(one - max(row)) for one in row] for row in scored]
    ahead = [own[0]]
    for row in own[1:]:
        reached = map(sum, _by_label(model, map(mul, ahead[-1] * len(row), steps)))
        ahead.append(_shares(list(map(mul, row, reached))))
    behind = [[1.0] * len(model.labels)]
    for row in reversed(own[1:]):
        given = list(map(mul, row, behind[-1]))
        behind.append(_shares(list(map(sum, _by_label(model, map(mul, given * len(row), back))))))
    behind.reverse()
    return [
        dict(zip(model.labels, _shares(list(map(mul, forward, backward))), strict=True))
        for forward, backward in zip(ahead, behind, strict=True)
    ]


def _by_label(model: TaggerModel, values: Iterator[float]) -> Iterator[tuple[float, ...]]:
    """Values of all transitions, those into (or out of) one label after another, label by label."""
    return zip(*[values] * len(model.labels), strict=True)


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
