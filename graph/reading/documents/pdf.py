"""PDF: words in reading order by where they stand, a form feed between pages, and the box of each run.

Hyphens at line ends are kept as printed: the reading form heals them.
"""

import ctypes
import math
import re
from dataclasses import replace
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from graph.errors import (
    BrokenDocument,
    EncryptedDocument,
    ImagesOnly,
    RecognitionFailed,
    TextTooLong,
    TooManyPages,
)
from graph.model.text import Document
from graph.reading.documents.furniture import furniture
from graph.reading.documents.layout import Letter, Printed, lines, runs
from graph.reading.documents.limits import CHARACTERS, PAGES
from graph.reading.documents.pages import written
from graph.reading.documents.recognised import Recognition

HYPHEN: Final = "\x02"
"""What PDFium puts for a hyphen at a line end."""
PROGRAM = re.compile(
    r"^(?:Microsoft (?:Word|PowerPoint)\s*-\s*)|\.(?:docx?|rtf|odt|pdf|pptx?)$|^untitled$", re.I
)
TAIL: Final = 4096  # bytes within which a whole file ends


def read_pdf(name: str, content: bytes, sha256: str, recognise: bool = False) -> Document:
    """The document's pages as text; with `recognise` also the pages that are pictures.

    Raises EncryptedDocument, BrokenDocument, TooManyPages, TextTooLong, and ImagesOnly where no page holds
    a letter; what Recognition raises where pages are recognised. Each names the file.
    """
    if not any(mark in content[-TAIL:] for mark in (b"%%EOF", b"startxref")):
        # PDFium would put a cut file together again and read the first half as if it were all
        raise BrokenDocument(file=name, kind="PDF")
    try:
        source = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as bad:
        # a trailer is never locked itself; PDFium's code alone may be left over from an earlier file
        if bad.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY) and b"/Encrypt" in content:
            raise EncryptedDocument(file=name) from bad
        raise BrokenDocument(file=name, kind="PDF") from bad
    with source:
        count = len(source)
        if count > PAGES:
            raise TooManyPages(file=name, pages=count, limit=PAGES)
        pages: list[list[Printed]] = []
        letters = 0
        pictures: list[int] = []
        for index in range(count):
            found = _letters(name, source, index)
            letters += len(found)
            if letters > CHARACTERS:
                raise TextTooLong(file=name, characters=letters, limit=CHARACTERS)
            pages.append(lines(runs(found)))
            if not any(letter.character.isalnum() for letter in found):
                pictures.append(index)
        if recognise and pictures:
            recognition = Recognition(name)
            for index in pictures:
                pages[index] = recognition.page(source, index)
        title = _title(source)
    if count == 0:
        raise BrokenDocument(file=name, kind="PDF")
    if not any(map(_has_letters, pages)):
        if recognise:
            raise RecognitionFailed(file=name, page=1, problem="no-letters")
        raise ImagesOnly(file=name, pages=count)
    text, starts, hints, boxes = written(pages)
    return Document(
        name,
        text,
        sha256,
        format="pdf",
        pages=starts,
        furniture=furniture(text),
        hints=hints,
        boxes=boxes,
        title=title,
        recognised=recognise and any(_has_letters(pages[index]) for index in pictures),
    )


def _has_letters(page: list[Printed]) -> bool:
    return any(any(map(str.isalnum, run.text)) for row in page for run in row)


def _letters(name: str, source: pypdfium2.PdfDocument, index: int) -> list[Letter]:
    """The upright letters of a page as drawn; text turned on its side is the margin's, not the page's."""
    try:
        page = source[index]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as bad:
        raise BrokenDocument(file=name, kind="PDF") from bad
    raw = text.raw
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_double(), ctypes.c_double()
    rect = pdfium.FS_RECTF()
    found: list[Letter] = []
    for position in range(text.count_chars()):
        character = _character(pdfium.FPDFText_GetUnicode(raw, position))
        if pdfium.FPDFText_IsGenerated(raw, position) == 1 and character != "-":
            # PDFium's own judgement of where words part, by the face's widths
            if found and character == " ":
                found.append(replace(found[-1], character=" "))
            continue
        if not character or not pdfium.FPDFText_GetLooseCharBox(raw, position, rect):
            continue
        angle = pdfium.FPDFText_GetCharAngle(raw, position)
        if 0.1 < angle < 2 * math.pi - 0.1:
            continue
        pdfium.FPDFText_GetCharBox(raw, position, left, right, bottom, top)
        pdfium.FPDFText_GetCharOrigin(raw, position, x, y)
        size = max(rect.top - rect.bottom, 1.0) / 1.2
        edge = rect.right if character.isspace() else max(right.value, rect.left)
        start = rect.left if character.isspace() else min(rect.left, left.value)
        found.append(Letter(character, start, rect.bottom, edge, rect.top, size, y.value))
    text.close()
    page.close()
    return found


def _character(code: int) -> str:
    if code == ord(HYPHEN) or code == 0xFFFE:
        return "-"
    if code < 32 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return " " if code in (9, 10, 13) else ""
    return " " if code == 0xA0 else chr(code)


def _title(source: pypdfium2.PdfDocument) -> str | None:
    """The title that the file's maker gave it, without the program's name and the file's ending."""
    given = PROGRAM.sub("", source.get_metadata_value("Title").strip()).strip()
    return given or None
