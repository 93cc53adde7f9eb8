"""A library of texts that name a person, and where in its folder a name is left."""

import sqlite3
import unicodedata
import zipfile
import zlib
from pathlib import Path

from graph.library import Library

SAMPLE = Path(__file__).parent.parent / "data" / "000_fcd71412aabef359.txt"
AT = "2026-01-01T00:00:00Z"
TWO = """Minnesanteckningar 3 maj 2024

Almi, Anna Bergqvist:
- Vi ser ett stort intresse. Anna återkommer.

IUC, Per Bergqvist:
- Anna Bergqvists förslag är bra, säger vi. Per håller med.
"""


def written(folder: Path, **texts: str) -> Library:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    library = Library(folder / "library")
    assert all(outcome.error is None for outcome in library.read([folder / f"{name}.txt" for name in texts]))
    return library


def left(library: Library, *names: str) -> list[str]:
    """Every place of the folder, packed parts too, that holds a name in any case, encoding or Unicode form."""
    library.store.close()
    found = []
    for place in library.folder.rglob("*"):
        contents = [place.read_bytes()] if place.is_file() else []
        if place.name == "library.db":
            db = sqlite3.connect(place)
            contents += [
                zlib.decompress(cell)
                for row in db.execute("SELECT quads, reading FROM document")
                for cell in row
            ]
            db.close()
        if contents and zipfile.is_zipfile(place):
            with zipfile.ZipFile(place) as package:
                contents += [package.read(name) for name in package.namelist()]
        for name in names:
            for form in ("NFC", "NFD"):
                for case in (name, name.lower(), name.upper()):
                    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                        needle = unicodedata.normalize(form, case).encode(encoding)
                        found += [f"{place}: {case}" for content in contents if needle in content]
    return found
