"""One reading made ready for the library: all that `Store.commit` writes, made in a worker."""

import hashlib
import json
import zlib
from dataclasses import dataclass

from graph.knowledge.quads.places import Places
from graph.knowledge.quads.units import READER
from graph.knowledge.quads.write import nquads_at
from graph.knowledge.store.keys import keys
from graph.knowledge.store.rows import Rows, rows, spans_as_json
from graph.knowledge.store.stored import written
from graph.model.reading import Reading
from graph.model.terms import Kind
from graph.model.text import Masked


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as the library keeps it; plain values, so that it travels between processes.

    `quads` and `reading` are compressed by zlib. `unread` is JSON, `[[start, end], …]`.
    """

    sha256: str
    file: str
    format: str
    title: str
    date: str | None
    layout: str
    text: str
    quads: bytes
    reading: bytes
    statements: int
    actors: int
    relations: int
    read_share: float
    warnings: tuple[str, ...]
    unread: str
    lines: str
    pages: str
    version: str
    fingerprint: str
    rows: Rows
    masked: Masked | None = None

    @property
    def nquads(self) -> str:
        """The canonical N-Quads of the document's named graph."""
        return zlib.decompress(self.quads).decode("utf-8")


def entry(reading: Reading, read: bytes | None = None) -> Entry:
    """The entry of a reading: a pure function of it; of one that people corrected with what was `read`, packed.

    `actors` counts those that have a name. Raises ValueError where a value of the reading points at an
    actor or a quote that there is not.
    """
    places = Places(reading)
    document = reading.document
    quads, whole = packed(nquads_at(places)), read or packed(written(reading))
    return Entry(
        sha256=document.sha256,
        file=document.name,
        format=document.format,
        title=reading.meeting.title,
        date=reading.meeting.date.isoformat() if reading.meeting.date else None,
        layout=reading.layout,
        text=document.text,
        quads=quads,
        reading=whole,
        statements=len(reading.statements),
        actors=sum(actor.kind is not Kind.UNNAMED for actor in reading.actors),
        relations=len(reading.relations),
        read_share=reading.read_share,
        warnings=reading.warnings,
        unread=spans_as_json(reading.unread),
        lines=json.dumps(document.line_starts, separators=(",", ":")),
        pages=json.dumps(document.pages, separators=(",", ":")),
        version=version(document.masked is not None),
        fingerprint=fingerprint(document.sha256, document.text, quads, whole),
        rows=rows(reading, places, keys(reading, places.actors)),
        masked=document.masked,
    )


def version(mask: bool) -> str:
    """Who read a document: the reader's version, and whether it masked numbers of persons."""
    return f"{READER} masked" if mask else READER


def fingerprint(sha256: str, text: str, quads: bytes, reading: bytes) -> str:
    """What tells later whether all that is kept of a document is what was read: 64 hex digits."""
    total = hashlib.sha256(sha256.encode("ascii"))
    for part in (text.encode("utf-8", "surrogatepass"), quads, reading):
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()


def packed(text: str) -> bytes:
    """A text as the library keeps it: UTF-8, compressed; the level is fixed, so are the bytes."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)
