"""Which files a person means: folders opened in a fixed order, and the bytes of each file."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from os import PathLike
from pathlib import Path

from graph.errors import CannotRead, FileTooLarge, PassedOver
from graph.intake.aside import is_file_aside, is_folder_aside
from graph.reading.documents.limits import BYTES, MEGABYTE

STDIN = "-"
NAMED = 6
"""What is passed over is named so far; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file: `shown` as given or found, `path` as the library knows it, `name` without folders."""

    shown: str
    path: str
    name: str
    content: bytes
    sha256: str


def expanded(paths: Iterable[str | PathLike[str]]) -> Iterator[str]:
    """Each file once: those named, and of folders all that may be minutes, by name, folders below last."""
    seen: set[str] = set()
    for given in paths:
        path = os.fspath(given)
        for file in _files(Path(path)) if _is_folder(path) else (path,):
            place = file if file == STDIN else _place(file)
            if place not in seen:
                seen.add(place)
                yield file


def passed_over(paths: Iterable[str | PathLike[str]]) -> Iterator[PassedOver]:
    """Of each folder named what in it is left unread because it is no minutes; nothing of a folder without."""
    for path in dict.fromkeys(os.fspath(given) for given in paths):
        names = []
        for place, folders, files in _walk(Path(path)) if _is_folder(path) else ():
            below = place.relative_to(path)
            names += [(below / file).as_posix() for file in files if is_file_aside(file)]
            names += [f"{(below / one).as_posix()}/" for one in folders if is_folder_aside(place, one)]
        if names:
            more = f" (+{len(names) - NAMED})" if len(names) > NAMED else ""
            yield PassedOver(file=_printable(path), names=_printable(", ".join(names[:NAMED])) + more)


def _is_folder(path: str) -> bool:
    return path != STDIN and Path(path).is_dir()


def _walk(folder: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    """Every folder that may hold minutes, with all that stands in it, by name."""
    for place, folders, files in os.walk(folder):
        yield Path(place), sorted(folders), sorted(files)
        folders[:] = sorted(one for one in folders if not is_folder_aside(Path(place), one))


def _files(folder: Path) -> Iterator[str]:
    for place, _, files in _walk(folder):
        yield from (str(place / file) for file in files if not is_file_aside(file))


def source(file: str) -> Source:
    """The bytes behind a path, or of standard input for "-".

    Raises CannotRead for what the machine does not hand out or is no file, FileTooLarge before reading it.
    """
    shown = _printable(file)
    if file == STDIN:
        content = sys.stdin.buffer.read(BYTES + 1)
        if len(content) > BYTES:
            raise FileTooLarge(file=shown, megabytes=len(content) // MEGABYTE, limit=BYTES // MEGABYTE)
        digest = sha256(content).hexdigest()
        # two texts from standard input are two documents: neither is the other's older self
        return Source(shown, f"stdin:{digest[:12]}", "stdin", content, digest)
    path = Path(file)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise CannotRead(file=shown, problem="not a regular file")
        if status.st_size > BYTES:
            raise FileTooLarge(file=shown, megabytes=status.st_size // MEGABYTE, limit=BYTES // MEGABYTE)
        content = path.read_bytes()
    except (OSError, ValueError) as bad:  # ValueError: a zero byte in the path
        problem = bad.strerror if isinstance(bad, OSError) and bad.strerror else str(bad)
        raise CannotRead(file=shown, problem=problem) from bad
    digest = sha256(content).hexdigest()
    return Source(shown, _printable(_place(file)), _printable(path.name), content, digest)


def _place(file: str) -> str:
    """Where a file is, links followed; a link that leads nowhere, or round in a circle, is its own place."""
    try:
        return str(Path(file).resolve())
    except (OSError, RuntimeError, ValueError):  # a circle of links is RuntimeError before Python 3.13
        return str(Path(file).absolute())


def _printable(name: str) -> str:
    """A file's name as text: bytes that are no UTF-8 are shown by a replacement mark."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
