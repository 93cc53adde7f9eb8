"""Files read for a look or for the reading format: the same processes and limits, and nothing is kept."""

import zlib
from collections.abc import Iterable, Iterator
from os import PathLike

from graph.intake.batch import read_files
from graph.intake.outcome import Outcome
from graph.knowledge.store.entry import Entry
from graph.knowledge.store.stored import read_back
from graph.model.reading import Reading


class _Desk:
    """A shelf that holds what was read last and knows nothing of before."""

    def __init__(self) -> None:
        self.entry: Entry | None = None

    def at(self, path: str) -> tuple[str, str] | None:
        return None

    def commit(self, entry: Entry, *, path: str) -> int:
        self.entry = entry
        return 0

    def compared(self, entry: Entry, *, path: str) -> None:
        return None


def readings(
    paths: Iterable[str | PathLike[str]], recognise: bool = False, mask: bool = True
) -> Iterator[tuple[Outcome, Reading | None]]:
    """What became of each file, and what it says; None for one that was skipped or failed."""
    desk = _Desk()
    for outcome in read_files(desk, paths, recognise=recognise, mask=mask):
        entry, desk.entry = desk.entry, None
        packed = entry.reading if entry and outcome.error is None else None
        text = zlib.decompress(packed).decode("utf-8", "surrogatepass") if packed else None
        yield outcome, read_back(text) if text else None
