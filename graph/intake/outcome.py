"""What became of each file that was to be read."""

from dataclasses import dataclass
from enum import StrEnum

from graph.errors import SamverkanError
from graph.model.answers import Row
from graph.model.text import Masked


class State(StrEnum):
    """Read and kept, kept in place of its older self, known already, of a kind not read, or failed."""

    READ = "read"
    SUPERSEDED = "superseded"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file's line in the report.

    `path` is as it was given or found. `document` is the SHA-256 of the bytes, None where they could not be
    had. Counts, title, date, share and warnings are None or empty for a file that was not read this time.
    `error` says why a file was skipped or failed.
    """

    path: str
    state: State
    document: str | None = None
    title: str | None = None
    date: str | None = None
    statements: int | None = None
    actors: int | None = None
    relations: int | None = None
    read_share: float | None = None
    warnings: tuple[str, ...] = ()
    masked: Masked | None = None
    """How many numbers and addresses of persons were masked; None where none were to be."""
    lost: int = 0
    """Corrections of the document that do not find their words any more."""
    changes: tuple[Row, ...] | None = None
    """With `again` and without keeping: what would differ from what the library holds; None where nothing is held."""
    error: SamverkanError | None = None
