"""Which files a person means: folders opened in a fixed order, and the bytes of each file."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from os import PathLike
from pathlib import Path

from graph.errors import CannotRead, FileTooLarge
from graph.reading.documents.limits import BYTES, MEGABYTE

STDIN = "-"
HIDDEN = (".", "~$")  # what programs keep beside documents: settings, Word's marks of an open file


@dataclass(frozen=True, slots=True)
class Source:
    """One file: `shown` as given or found, `path` as the library knows it, `name` without folders."""

    shown: str
    path: str
    name: str
    content: bytes
    sha256: str


def expanded(paths: Iterable[str | PathLike[str]]) -> Iterator[str]:
    """Each file once: those named, and in folders all that are not hidden, by name, folders below last."""
    seen: set[str] = set()
    for given in paths:
        path = os.fspath(given)
        found = _inside(Path(path)) if path != STDIN and Path(path).is_dir() else (path,)
        for file in found:
            place = file if file == STDIN else _place(file)
            if place not in seen:
                seen.add(place)
                yield file


def _inside(folder: Path) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith(HIDDEN))
        for file in sorted(files):
            if not file.startswith(HIDDEN):
                yield str(Path(place) / file)


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
