"""What a file is: told by its first bytes, and where they do not tell, by its name."""

import re
import zipfile
from io import BytesIO
from pathlib import PurePath
from typing import NoReturn

from graph.errors import BrokenDocument, EncryptedDocument, MislabelledFile, UnreadKind
from graph.model.text import Format

READ = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".pdf": "PDF",
    ".docx": "DOCX",
    ".htm": "HTML",
    ".html": "HTML",
    ".xhtml": "HTML",
}
"""Endings of names that promise a kind which is read."""
ENDINGS = """
7z aac accdb ai avi bat bin bmp bz2 c cfg cpp css csv db dll dmg doc docm dot dotx eml eps epub exe flac
gexf gif graphml gz heic ics ini iso jar java jpeg jpg js json jsonl jsonld key log m4a mdb mkv mov mp3
mp4 msg nq nt numbers odg odp ods odt ogg pages parquet php pickle png pps ppsx ppt pptx ps psd pst py
pyc rar rdf rtf sh so sql sqlite svg tar tif tiff toml trig ts tsv ttl wav webm webp wmv woff xls xlsb
xlsm xlsx xml xps yaml yml zip zst
"""
UNREAD = frozenset(ENDINGS.split())
SIGNATURES = (
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"BM", "BMP"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x1f\x8b", "GZIP"),
    (b"BZh", "BZIP2"),
    (b"SQLite format 3\x00", "SQLITE"),
    (b"%!PS", "POSTSCRIPT"),
    (b"ID3", "MP3"),
    (b"OggS", "OGG"),
    (b"\x7fELF", "ELF"),
    (b"MZ", "EXE"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLE_STREAMS = (
    ("WordDocument", "DOC"),
    ("Workbook", "XLS"),
    ("PowerPoint Document", "PPT"),
    ("__properties", "MSG"),
)
OPEN_DOCUMENT = re.compile(rb"mimetypeapplication/(?:vnd\.oasis\.opendocument\.([a-z]+)|(epub)\+zip)")
OPEN_DOCUMENT_KINDS = {b"text": "ODT", b"spreadsheet": "ODS", b"presentation": "ODP", b"graphics": "ODG"}
HTML = re.compile(
    r"(?:\s|<\?xml.*?\?>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
HTML_TAGS = re.compile(
    r"</?(?:p|div|span|ul|ol|li|table|tr|td|h[1-6]|br|a|title|meta)\b[^<>]*>", re.IGNORECASE
)
HEAD = 4096


def kind_of(name: str, content: bytes) -> Format | None:
    """The format whose reader the bytes need; None where only their decoding can tell.

    Raises UnreadKind for what is of another kind and says so, MislabelledFile for what is of another
    kind under a name that promises one of ours, EncryptedDocument and BrokenDocument for a container
    that does not open.
    """
    head = content[:HEAD]
    for promise, opening in (("PDF", b"%PDF-"), ("DOCX", b"PK\x03\x04")):
        if content and opening.startswith(content) and READ.get(ending(name)) == promise:
            raise BrokenDocument(file=name, kind=promise)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zipped(name, content)
    if head.startswith(OLE):
        refuse(name, _ole(name, content))
    for signature, kind in SIGNATURES:
        # two letters alone begin many a text ("BM", "MZ"); a zero byte near by makes them a signature
        if head.startswith(signature) and (len(signature) > 2 or b"\x00" in head[:64] or head[0] > 126):
            refuse(name, kind)
    if head[4:8] == b"ftyp":
        refuse(name, "MP4")
    if head.startswith(b"RIFF") and head[8:12] in (b"WAVE", b"AVI ", b"WEBP"):
        refuse(name, head[8:12].decode("ascii").strip())
    return None


def refuse(name: str, kind: str) -> NoReturn:
    """Raises MislabelledFile under a name that promises a kind which is read, else UnreadKind."""
    promised = READ.get(ending(name))
    raise MislabelledFile(file=name, kind=kind) if promised else UnreadKind(file=name, kind=kind)


def ending(name: str) -> str:
    """The last ending of a file's name in lower case, with its dot; empty where it has none."""
    return PurePath(name.replace("\\", "/")).suffix.casefold()


def unread_by_name(name: str) -> str | None:
    """The kind that a name's ending says, if that kind is not read: ".xlsx" gives "XLSX"."""
    bare = ending(name).removeprefix(".")
    return bare.upper() if bare in UNREAD else None


def looks_like_html(name: str, text: str) -> bool:
    """Whether a text is a page of HTML: it opens as one, or its name and its tags say so."""
    if HTML.match(text[:HEAD]):
        return True
    return READ.get(ending(name)) == "HTML" and HTML_TAGS.search(text) is not None


def _zipped(name: str, content: bytes) -> Format:
    mimetype = OPEN_DOCUMENT.search(content[:200])
    if mimetype:
        refuse(name, OPEN_DOCUMENT_KINDS.get(mimetype[1], "EPUB" if mimetype[2] else "ODF"))
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as bad:
        if READ.get(ending(name)) == "DOCX" or b"[Content_Types].xml" in content[:HEAD]:
            raise BrokenDocument(file=name, kind="DOCX") from bad
        refuse(name, "ZIP")
    if "[Content_Types].xml" in parts:
        for folder, kind in (("xl/", "XLSX"), ("ppt/", "PPTX"), ("visio/", "VSDX")):
            if any(part.startswith(folder) for part in parts):
                refuse(name, kind)
        return "docx"
    if READ.get(ending(name)) == "DOCX" and any(part.startswith("word/") for part in parts):
        raise BrokenDocument(file=name, kind="DOCX")
    refuse(name, "ZIP")


def _ole(name: str, content: bytes) -> str:
    """The kind inside Microsoft's compound file, by the names of its streams."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise EncryptedDocument(file=name)
    return next((kind for stream, kind in OLE_STREAMS if stream.encode("utf-16-le") in content), "OLE")
