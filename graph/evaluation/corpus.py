"""Text with names marked token by token: one token and its label a line, a blank line between sentences."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from graph.errors import BadGold
from graph.lexicon.gazetteer import places
from graph.reading.recognition.tagger_decoding import stretches

Sentence = tuple[tuple[str, str], ...]
"""Tokens with their labels: "O", or "B-" and "I-" with PER, ORG, LOC or MISC."""

LABELS = frozenset({"O", *(f"{part}-{kind}" for part in "BI" for kind in ("PER", "ORG", "LOC", "MISC"))})


def corpus(path: Path) -> list[Sentence]:
    """The sentences of one file. Raises BadGold at the first line that is no token, tab and label."""
    sentences: list[Sentence] = []
    current: list[tuple[str, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            if current:
                sentences.append(tuple(current))
            current = []
            continue
        token, _, label = line.partition("\t")
        token, label = token.replace("\u00ad", ""), label.strip()
        if label not in LABELS:
            raise BadGold(file=path.name, line=number)
        if token:
            current.append((token, label))
    return [*sentences, tuple(current)] if current else sentences


def without_teams(sentences: Iterable[Sentence]) -> list[Sentence]:
    """The sentences in which no town stands for its team: in minutes a town is a place or a municipality."""
    return [sentence for sentence in sentences if not _names_team(sentence)]


def _names_team(sentence: Sentence) -> bool:
    words = [token for token, _ in sentence]
    return any(
        stretch.label in ("ORG", "MISC")
        and " ".join(words[stretch.first : stretch.end]).casefold().removesuffix("s") in _towns()
        for stretch in stretches([label for _, label in sentence])
    )


@cache
def _towns() -> frozenset[str]:
    return frozenset(form.removesuffix("s") for form in places())


def common_words(sentences: Sequence[Sentence], least: int = 2) -> frozenset[str]:
    """Lower-case words outside names that stand at least `least` times."""
    count: dict[str, int] = {}
    for sentence in sentences:
        for token, label in sentence:
            if label == "O" and len(token) > 1 and token.isalpha() and token.islower():
                count[token] = count.get(token, 0) + 1
    return frozenset(word for word, times in count.items() if times >= least)
