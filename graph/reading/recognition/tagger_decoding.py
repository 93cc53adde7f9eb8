"""The best labels of a sentence by a linear-chain CRF, and how sure they are. Plain Python."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, log

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
    after = tuple(zip(*model.into, strict=True))
    ahead = [scored[0]]
    for row in scored[1:]:
        ahead.append([_sum(ahead[-1], into) + own for into, own in zip(model.into, row, strict=True)])
    behind = [[0.0] * len(model.labels)]
    for row in reversed(scored[1:]):
        given = [own + rest for own, rest in zip(row, behind[-1], strict=True)]
        behind.append([_sum(given, out) for out in after])
    behind.reverse()
    none = [0.0] * len(model.labels)
    found = []
    for forward, backward in zip(ahead, behind, strict=True):
        both = [a + b for a, b in zip(forward, backward, strict=True)]
        total = _sum(both, none)
        found.append({label: exp(one - total) for label, one in zip(model.labels, both, strict=True)})
    return found


def _sum(values: Sequence[float], steps: Sequence[float]) -> float:
    """The logarithm of a sum of what is given by its logarithms."""
    added = [value + step for value, step in zip(values, steps, strict=True)]
    highest = max(added)
    return highest + log(sum(exp(one - highest) for one in added))


def stretches(labels: Sequence[str]) -> Iterator[Stretch]:
    """The names that labels "B-X", "I-X", "O" mark, in order; an "I" after another kind begins one too."""
    first: int | None = None
    for position, label in enumerate([*labels, "O"]):
        if first is not None and (label[0] != "I" or label[2:] != labels[first][2:]):
            yield Stretch(first, position, labels[first][2:])
            first = None
        if first is None and label[0] in "BI":
            first = position
