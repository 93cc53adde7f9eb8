"""Which reader a file needs: told by its first bytes, and only then by its name.

A format's library is loaded with the first file of its kind: they take as long as all that is known of Swedish.
"""

from hashlib import sha256

from graph.errors import (
    BinaryContent,
    BrokenDocument,
    EmptyDocument,
    FileTooLarge,
    TextTooLong,
    UnknownEncoding,
    UnreadKind,
)
from graph.model.text import Document
from graph.reading.documents.kinds import READ, ending, kind_of, looks_like_html, unread_by_name
from graph.reading.documents.limits import BYTES, CHARACTERS, MEGABYTE
from graph.reading.documents.text import read_text, text_of


def document_from_bytes(name: str, content: bytes, recognise: bool = False) -> Document:
    """The file as a document, its text within `limits`; with `recognise` also what pictures show.

    Raises UnreadKind for what is skipped, and the subclass of SamverkanError that says what is wrong with
    anything else that cannot be read; each names the file.
    """
    if len(content) > BYTES:
        raise FileTooLarge(file=name, megabytes=len(content) // MEGABYTE, limit=BYTES // MEGABYTE)
    document = _read(name, content, sha256(content).hexdigest(), recognise)
    if len(document.text) > CHARACTERS:
        raise TextTooLong(file=name, characters=len(document.text), limit=CHARACTERS)
    return document


def _read(name: str, content: bytes, digest: str, recognise: bool) -> Document:
    if recognise:
        from graph.reading.documents.recognised import picture_of, read_picture

        if picture_of(content) and ending(name) not in READ:
            return read_picture(name, content, digest)
    kind = kind_of(name, content)
    if kind == "pdf":
        from graph.reading.documents.pdf import read_pdf

        return read_pdf(name, content, digest, recognise)
    if kind == "docx":
        from graph.reading.documents.docx import read_docx

        return read_docx(name, content, digest)
    unread = unread_by_name(name)
    if unread and (not content.strip() or unread in DATA):
        raise UnreadKind(file=name, kind=unread)
    if not content.strip(b"\x00 \t\r\n\f"):
        raise EmptyDocument(file=name)
    try:
        text = text_of(name, content)
    except (BinaryContent, UnknownEncoding) as bad:
        if unread:
            raise UnreadKind(file=name, kind=unread) from bad
        if READ.get(ending(name)) in ("PDF", "DOCX"):
            raise BrokenDocument(file=name, kind=READ[ending(name)]) from bad
        raise
    if looks_like_html(name, text):
        from graph.reading.documents.html import html_text, read_html

        return read_html(name, html_text(content) or text, digest)
    return read_text(name, text, digest)


NAMES_OF_DATA = """
BAT C CFG CPP CSS CSV EML EPS GEXF GRAPHML ICS INI JAVA JS JSON JSONL JSONLD LOG NQ NT PHP PY RDF SH SQL
SVG TOML TRIG TS TSV TTL XML YAML YML
"""
DATA = frozenset(NAMES_OF_DATA.split())
"""Kinds that are text and no minutes: read by nobody, so their names decide."""
