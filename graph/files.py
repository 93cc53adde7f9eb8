"""Files: written whole or not at all: whoever reads one meanwhile sees the old or the new."""

import os
import tempfile
from os import PathLike
from pathlib import Path


def write_whole(path: str | PathLike[str], content: bytes | str) -> None:
    """Writes a file beside its place, makes it last, then puts it there; text as UTF-8, lines as given.

    Folders on the way are made. Raises OSError; what stood there before then stands there still.
    """
    place = Path(path)
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _put(place, data)
    except OSError as bad:
        bad.filename, bad.filename2 = (
            str(place),
            None,
        )  # what the person named, not what it was called on the way
        raise


def _put(place: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name[:40]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(place))
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(place: Path) -> int:
    """The rights of the file that stood there; of a new one what the person's umask leaves."""
    if place.exists():
        return place.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
