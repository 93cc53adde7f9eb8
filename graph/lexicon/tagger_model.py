"""The model of the learnt tagger: weights, not words. Trained by `graph.evaluation.training`."""

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Weights = tuple[tuple[int, float], ...]
"""What one attribute adds to which labels, by the label's position."""


@dataclass(frozen=True, slots=True)
class TaggerModel:
    """A linear-chain CRF: labels, weights of attributes, and of one label after another.

    `into[j][i]` is the weight of label j right after label i. `words` are lower-case words of the text
    that it was trained on. `header` says what it is, of what it is made, under which licence.
    """

    header: dict[str, str]
    labels: tuple[str, ...]
    into: tuple[tuple[float, ...], ...]
    state: dict[str, Weights]
    words: frozenset[str]


def model_from_bytes(packed: bytes) -> TaggerModel:
    """A model as the training command writes it: gzip over JSON."""
    read: dict[str, Any] = json.loads(gzip.decompress(packed))
    return TaggerModel(
        header=read["header"],
        labels=tuple(read["labels"]),
        into=tuple(zip(*read["after"], strict=True)),
        state={
            attribute: tuple((int(label), weight) for label, weight in weights.items())
            for attribute, weights in read["state"].items()
        },
        words=frozenset(read["words"].split()),
    )


@cache
def tagger_model() -> TaggerModel:
    """The model that is shipped, read when first asked for."""
    return model_from_bytes(files(__package__).joinpath("data", "tagger.json.gz").read_bytes())
