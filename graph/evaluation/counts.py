"""What was found, found wrongly and missed, and the shares that follow."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """Hits, spurious and missed ones; adding two counts adds each."""

    hits: int = 0
    spurious: int = 0
    missed: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.hits + other.hits, self.spurious + other.spurious, self.missed + other.missed)

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; None where nothing was found."""
        return self.hits / (self.hits + self.spurious) if self.hits + self.spurious else None

    @property
    def recall(self) -> float | None:
        """Share of what is there that was found; None where there is nothing."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else None

    @property
    def f1(self) -> float | None:
        """Their harmonic mean; None where there is nothing on either side."""
        whole = 2 * self.hits + self.spurious + self.missed
        return 2 * self.hits / whole if whole else None


HIT, SPURIOUS, MISSED = Count(hits=1), Count(spurious=1), Count(missed=1)

Counts = dict[tuple[str, str], Count]
"""By kind ("mention exact", "relation" …) and type ("person", "works_with" …, "all")."""


def add(counts: Counts, kind: str, type_: str, count: Count) -> None:
    """Adds to the count of one kind and type."""
    counts[kind, type_] = counts.get((kind, type_), Count()) + count
