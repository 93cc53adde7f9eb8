"""Many files: each read in a process of its own kind, each committed whole; a bad one stops no other."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from os import PathLike
from typing import Final, Protocol

from graph.errors import SamverkanError, UnreadKind
from graph.intake.outcome import Outcome, State
from graph.intake.paths import Source, expanded, passed_over, source
from graph.intake.readers import Reader, given_back, taken
from graph.knowledge.store.entry import Entry, version
from graph.model.answers import Row
from graph.reading.documents.limits import RECOGNITION_SECONDS

MEGABYTES: Final = 1024
SECONDS: Final = 60.0


class Shelf(Protocol):
    """What intake needs of a library: what it holds at a path, and a place for an entry."""

    def at(self, path: str) -> tuple[str, str] | None:
        """SHA-256 of the document last read from a path, and the version of the reader; None for none."""

    def commit(self, entry: Entry, *, path: str) -> int:
        """Keeps a document whole, in place of the one last read from the path; gives corrections that are lost."""

    def compared(self, entry: Entry, *, path: str) -> list[Row] | None:
        """What would differ if the entry took the place of what is held; None where nothing is."""


def read_files(
    store: Shelf | None,
    paths: Iterable[str | PathLike[str]],
    *,
    jobs: int = 1,
    again: bool = False,
    dry_run: bool = False,
    recognise: bool = False,
    mask: bool = True,
    megabytes: int = MEGABYTES,
    seconds: float = SECONDS,
) -> Iterator[Outcome]:
    """What becomes of each file, in the order of `paths`, folders opened by name; last what folders kept back.

    A file whose bytes the store holds at that path, read by this version, is left unless `again`; one that is
    held with numbers of persons and now is to be read with them masked (`mask`), or the other way, is read. With
    `dry_run`, or without a store, nothing is kept. `jobs` processes read beside one another, each with so
    many `megabytes` of memory (POSIX) and `seconds` a file, more where `recognise` asks for the text of
    pictures; commits are made here, one by one. Raises what
    the store's commit raises; whatever is wrong with a file is in its outcome.
    """
    paths = list(paths)
    waiting: deque[tuple[Outcome, Source | None, Future[Entry] | None]] = deque()
    readers = _Readers(megabytes, seconds + recognise * RECOGNITION_SECONDS, recognise, mask)
    with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
        try:
            for file in expanded(paths):
                waiting.append(_begun(file, store, again, pool, readers))
                # a window: what is read ahead of its turn waits in memory
                while len(waiting) > 2 * jobs or (waiting and waiting[0][2] is None):
                    yield _finished(*waiting.popleft(), store, dry_run)
            while waiting:
                yield _finished(*waiting.popleft(), store, dry_run)
            yield from unread(paths)
        finally:
            for _, _, future in waiting:
                if future:
                    future.cancel()
            readers.close(abandoned=bool(waiting))


def unread(paths: Iterable[str | PathLike[str]]) -> Iterator[Outcome]:
    """One outcome a folder of which something is passed over."""
    for aside in passed_over(paths):
        yield Outcome(str(aside.facts["file"]), State.SKIPPED, error=aside)


class _Readers:
    """The processes of one batch; each thread that reads takes one and gives it back."""

    def __init__(self, megabytes: int, seconds: float, recognise: bool, mask: bool) -> None:
        self._megabytes = megabytes
        self._seconds = seconds
        self._recognise = recognise
        self.mask = mask
        self._busy: set[Reader] = set()

    def read(self, file: Source) -> Entry:
        """The entry of one file; a process that did not survive it is replaced for the next."""
        reader = taken(self._megabytes)
        self._busy.add(reader)
        try:
            return reader.read(file.name, file.content, self._seconds, self._recognise, self.mask)
        finally:
            self._busy.discard(reader)
            given_back(reader)

    def close(self, *, abandoned: bool) -> None:
        """Where the batch was left half-way, ends what still reads for it."""
        for reader in list(self._busy) if abandoned else ():
            reader.close()


def _begun(
    file: str, store: Shelf | None, again: bool, pool: ThreadPoolExecutor, readers: _Readers
) -> tuple[Outcome, Source | None, Future[Entry] | None]:
    try:
        found = source(file)
    except SamverkanError as wrong:
        return Outcome(str(wrong.facts.get("file", file)), State.FAILED, error=wrong), None, None
    outcome = Outcome(found.shown, State.READ, found.sha256)
    known = store.at(found.path) if store else None
    if known == (found.sha256, version(readers.mask)) and not again:
        return replace(outcome, state=State.UNCHANGED), found, None
    if known and known[0] != found.sha256:
        outcome = replace(outcome, state=State.SUPERSEDED)
    return outcome, found, pool.submit(readers.read, found)


def _finished(
    outcome: Outcome, found: Source | None, future: Future[Entry] | None, store: Shelf | None, dry_run: bool
) -> Outcome:
    if found is None or future is None:
        return outcome
    try:
        entry = future.result()
    except SamverkanError as wrong:
        state = State.SKIPPED if isinstance(wrong, UnreadKind) else State.FAILED
        return replace(outcome, state=state, error=_shown(wrong, outcome.path))
    lost = store.commit(entry, path=found.path) if store and not dry_run else 0
    changes = store.compared(entry, path=found.path) if store and dry_run else None
    return replace(
        outcome,
        lost=lost,
        changes=None if changes is None else tuple(changes),
        title=entry.title,
        date=entry.date,
        statements=entry.statements,
        actors=entry.actors,
        relations=entry.relations,
        read_share=entry.read_share,
        warnings=entry.warnings,
        masked=entry.masked,
    )


def _shown(wrong: SamverkanError, path: str) -> SamverkanError:
    """The error with the path as the person gave it: two folders may hold files of one name."""
    return type(wrong)(**{**wrong.facts, "file": path})
