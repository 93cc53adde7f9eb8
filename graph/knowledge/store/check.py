"""Every document of the library against its hash, the shapes, and its own text."""

import json
import sqlite3
import zlib
from collections.abc import Iterator

from graph.knowledge.quads.shapes import breaches
from graph.knowledge.quads.write import nquads
from graph.knowledge.store.corrections import as_corrected, paths_of
from graph.knowledge.store.entry import fingerprint
from graph.knowledge.store.library import Store
from graph.knowledge.store.stored import unpacked
from graph.model.answers import Row
from graph.model.reading import Reading


def check(store: Store) -> list[Row]:
    """One row for each fault: `document`, `file`, `fault` (a code), `where`; none where all is well.

    `file`: the database itself is broken · `hash`: what is kept is not what was read · `shape`: the graph
    breaks a shape · `text`: a quote or mention is not what stands there · `graph`: the graph is not what
    the reading gives · `rows`: the read model is not.
    """
    found: list[Row] = []
    for (told,) in store.db.execute("PRAGMA integrity_check"):
        if told != "ok":
            found.append(_fault(None, None, "file", str(told)))
    for table, rowid, parent, _ in store.db.execute("PRAGMA foreign_key_check"):
        found.append(_fault(None, None, "rows", f"{table} {rowid}: {parent}"))
    for row in store.db.execute("SELECT * FROM document ORDER BY sha256").fetchall():
        found += [_fault(row["sha256"], row["file"], *fault) for fault in _faults(store.db, row)]
    return found


def _fault(document: str | None, file: str | None, fault: str, where: str) -> Row:
    return {"document": document, "file": file, "fault": fault, "where": where}


def _faults(db: sqlite3.Connection, row: sqlite3.Row) -> Iterator[tuple[str, str]]:
    if fingerprint(row["sha256"], row["text"], row["quads"], row["reading"]) != row["fingerprint"]:
        yield "hash", "document"
        return
    reading = unpacked(row["reading"])
    quads = zlib.decompress(row["quads"]).decode("utf-8")
    if reading.document.sha256 != row["sha256"] or reading.document.text != row["text"]:
        yield "hash", "reading"
    reading = as_corrected(db, reading, paths_of(db, row["id"])).reading
    if nquads(reading) != quads:
        yield "graph", "document"
    for node, problem in breaches(quads):
        yield "shape", f"{node} {problem}"
    yield from _words(reading)
    yield from _rows(db, row, reading)


def _words(reading: Reading) -> Iterator[tuple[str, str]]:
    """Quotes, headings and statements whose text is not the reading form of their span."""
    document = reading.document
    parts = [(part.span, part.text) for part in reading.headings]
    parts += [(part.span, part.text) for part in reading.statements]
    parts += [(part.span, part.text) for part in reading.quotes]
    for span, words in parts:
        if span.end > len(document.text) or document.reading_form(span).text != words:
            yield "text", f"{span.start}-{span.end}"
    for mention in reading.mentions:
        if not mention.span.of(document.text).strip():
            yield "text", f"{mention.span.start}-{mention.span.end}"


def _rows(db: sqlite3.Connection, row: sqlite3.Row, reading: Reading) -> Iterator[tuple[str, str]]:
    """Quotes and mentions of the read model that are not the reading's, or not the text's."""
    text = row["text"]
    held = db.execute('SELECT start, "end", raw, skipped FROM quote WHERE document = ?', (row["id"],))
    quotes = held.fetchall()
    for start, end, raw, skipped in quotes:
        if text[start:end] != raw or not isinstance(json.loads(skipped), list):
            yield "rows", f"quote {start}-{end}"
    for table, values in (
        ("quote", reading.quotes),
        ("mention", reading.mentions),
        ("actor", reading.actors),
        ("relation", reading.relations),
        ("figure", reading.figures),
    ):
        count = f"SELECT count(*) FROM {table} WHERE document = ?"  # noqa: S608  # own names
        if db.execute(count, (row["id"],)).fetchone()[0] != len(values):
            yield "rows", table
    alone = "SELECT iri FROM actor WHERE document = ? AND shared IS NULL AND kind <> 'unnamed'"
    for (iri,) in db.execute(alone, (row["id"],)):
        yield "rows", iri
