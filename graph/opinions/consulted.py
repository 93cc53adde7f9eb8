"""What became of asking about each document, and what asking about some will take."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from graph.errors import SamverkanError
from graph.knowledge.store.library import Store
from graph.knowledge.store.stored import reading_of
from graph.model.opinions import Fault
from graph.model.reading import Reading
from graph.opinions.asking import PATIENCE
from graph.opinions.portions import portions

LETTERS_A_TOKEN: Final = 3
"""Of Swedish, roughly; the tokenisers of today's models lie between 2.5 and 4."""
ANSWERED: Final = 400
"""Tokens of an answer, roughly."""
SECONDS: Final = 8.0
"""Of a call, roughly; a model on a machine without a graphics card takes longer."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a run takes: `price` in whatever money the price was given in, None without one."""

    documents: int
    statements: int
    characters: int
    calls: int
    tokens: int
    seconds: int
    longest: int
    price: float | None


@dataclass(frozen=True, slots=True)
class Consulted:
    """One document: calls that were made and that failed (why, each once), what was kept and what was not.

    `candidates` counts what is kept and differs from the reading, `agreed` what does not.
    """

    document: str
    file: str
    calls: int = 0
    failed: int = 0
    cut: int = 0
    candidates: int = 0
    agreed: int = 0
    refused: Counter[Fault] = field(default_factory=Counter)
    errors: tuple[SamverkanError, ...] = ()


def documents(store: Store, names: Iterable[str]) -> list[tuple[str, Reading]]:
    """The named documents, or all of them, by hash. Raises NoSuchDocument, SeveralDocuments."""
    found = list(dict.fromkeys(store.find(name) for name in names)) or store.documents()
    return [(sha256, reading_of(store.db, sha256)) for sha256 in found]


def estimated(store: Store, names: Iterable[str], price: float | None = None) -> Estimate:
    """What asking a model about documents takes. `price` is for a million tokens."""
    read = documents(store, names)
    asked = [portion for _, reading in read for portion in portions(reading)]
    characters = sum(portion.characters for portion in asked)
    tokens = characters // LETTERS_A_TOKEN + ANSWERED * len(asked)
    return Estimate(
        documents=len(read),
        statements=sum(portion.statements for portion in asked),
        characters=characters,
        calls=len(asked),
        tokens=tokens,
        seconds=round(SECONDS * len(asked)),
        longest=round(PATIENCE.longest * len(asked)),
        price=None if price is None else round(tokens * price / 1_000_000, 4),
    )
