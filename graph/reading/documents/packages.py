"""Zipped packages: whether one may be opened, before any parser sees what is in it."""

import zipfile
import zlib
from io import BytesIO

from graph.errors import BrokenDocument, EncryptedDocument, ForbiddenEntities, UnpacksTooLarge
from graph.reading.documents.limits import MEGABYTE, PARTS, RATIO, RATIO_FROM, UNPACKED

XML = (".xml", ".rels")
DECLARATIONS = tuple(
    mark.encode(encoding)
    for mark in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
LOCKED = 0x1  # the flag bit of an encrypted part


def inspect(name: str, content: bytes) -> None:
    """Raises what is wrong with a DOCX as a package; returns for one that may be parsed.

    Sizes are what the directory declares: the unpacker stops there, and a part that holds more fails its
    checksum. Declared entities are refused because Office Open XML has none (ECMA-376, part 2, 8.1.4).
    """
    too_large = UnpacksTooLarge(file=name, limit=UNPACKED // MEGABYTE)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
                raise too_large
            for part in parts:
                if part.flag_bits & LOCKED:
                    raise EncryptedDocument(file=name)
                if part.file_size > RATIO_FROM and part.file_size > RATIO * max(part.compress_size, 1):
                    raise too_large
                if part.filename.endswith(XML):
                    text = archive.read(part)
                    if any(mark in text for mark in DECLARATIONS):
                        raise ForbiddenEntities(file=name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as bad:
        raise BrokenDocument(file=name, kind="DOCX") from bad
