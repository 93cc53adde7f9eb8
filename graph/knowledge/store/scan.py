"""Looks through every byte of a library's folder for a name: in each encoding, each Unicode form, and unpacked."""

import io
import sqlite3
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from graph.knowledge.store.forms import without_marks

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
UNICODE: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
PACKED = ("quads", "reading")
"""Columns of a document that the library keeps compressed."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a form was found: a file of the folder, or a packed part of a document by its hash."""

    place: str
    count: int


def scanned(folder: Path, db: sqlite3.Connection, whole: set[str], single: set[str]) -> list[Hit]:
    """Every place of the folder that holds a whole name in any case, or a single word as names are written."""
    needles = _needles(whole, single)
    found: list[Hit] = []
    for place in sorted(path for path in folder.rglob("*") if path.is_file()):
        for name, content in unpacked(place):
            if count := _count(content, needles):
                found.append(Hit(f"{place.relative_to(folder).as_posix()}{name}", count))
        if count := _count(place.name.encode("utf-8"), needles):
            found.append(Hit(place.relative_to(folder).as_posix(), count))
    for row in db.execute(f"SELECT sha256, {', '.join(PACKED)} FROM document ORDER BY sha256"):  # noqa: S608
        for part in PACKED:
            if count := _count(zlib.decompress(row[part]), needles):
                found.append(Hit(f"library.db: {row['sha256'][:12]} {part}", count))
    return found


def holds(path: Path, whole: set[str], single: set[str]) -> bool:
    """Whether a file holds a form in its bytes, or in those that it packs."""
    needles = _needles(whole, single)
    return any(_count(content, needles) for _, content in unpacked(path))


def unpacked(place: Path) -> Iterator[tuple[str, bytes]]:
    """The bytes of a file, and of each member where it is a package; a file that is gone has none."""
    try:
        content = place.read_bytes()
    except OSError:
        return
    yield "", content
    if content.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                for member in package.namelist():
                    yield f": {member}", package.read(member)
        except (zipfile.BadZipFile, zlib.error):
            return


def _needles(whole: set[str], single: set[str]) -> list[tuple[bytes, str]]:
    """Every spelling of every form as bytes, with its encoding."""
    forms = {case for name in whole for case in (name, name.lower(), name.upper())}
    forms |= {"-".join(without_marks(name).lower().split()) for name in whole}
    forms |= {case for word in single for case in (word, word.upper())}
    spelt = {unicodedata.normalize(form, name) for name in forms for form in UNICODE}
    return sorted({(name.encode(encoding), encoding) for name in spelt for encoding in ENCODINGS})


def _count(content: bytes, needles: list[tuple[bytes, str]]) -> int:
    count = 0
    for needle, encoding in needles:
        place = content.find(needle)
        while place >= 0:
            count += _alone(content, place, place + len(needle), encoding)
            place = content.find(needle, place + 1)
    return count


def _alone(content: bytes, start: int, end: int, encoding: str) -> bool:
    """Whether no letter stands beside it: what is left of another word is no name."""
    width = 4 if encoding == "utf-8" else 2
    before = content[max(0, start - width) : start].decode(encoding, "ignore")
    after = content[end : end + width].decode(encoding, "ignore")
    genitive = after[:1] == "s" and not after[1:2].isalpha()
    return not before[-1:].isalpha() and (not after[:1].isalpha() or genitive)
