"""PDF: words in reading order by where they stand, a form feed between pages, and the box of each run.

Hyphens at line ends are kept as printed: the reading form heals them.
"""

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from graph.errors import BrokenDocument, EncryptedDocument, ImagesOnly, TextTooLong, TooManyPages
from graph.model.text import Box, Document, LineHint, Span
from graph.reading.documents.furniture import furniture
from graph.reading.documents.layout import Letter, Printed, lines, runs
from graph.reading.documents.limits import CHARACTERS, PAGES

LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)
HYPHEN: Final = "\x02"
"""What PDFium puts for a hyphen at a line end."""
PROGRAM = re.compile(
    r"^(?:Microsoft (?:Word|PowerPoint)\s*-\s*)|\.(?:docx?|rtf|odt|pdf|pptx?)$|^untitled$", re.I
)
LETTER_WIDTH: Final = 0.5
"""Of the letter size: how wide a mean letter of a text face is."""
TAIL: Final = 4096  # bytes within which a whole file ends
WIDEST: Final = 40  # blanks between two runs of a line, at most


def read_pdf(name: str, content: bytes, sha256: str) -> Document:
    """The document's pages as text.

    Raises EncryptedDocument, BrokenDocument, TooManyPages, TextTooLong, and ImagesOnly where no page holds
    a letter; each names the file.
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
        for index in range(count):
            found = _letters(name, source, index)
            letters += len(found)
            if letters > CHARACTERS:
                raise TextTooLong(file=name, characters=letters, limit=CHARACTERS)
            pages.append(lines(runs(found)))
        title = _title(source)
    if count == 0:
        raise BrokenDocument(file=name, kind="PDF")
    if not any(any(any(map(str.isalnum, run.text)) for run in row) for page in pages for row in page):
        raise ImagesOnly(file=name, pages=count)
    text, starts, hints, boxes = _written(pages)
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
    )


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


def _written(
    pages: Sequence[list[Printed]],
) -> tuple[str, tuple[int, ...], tuple[LineHint, ...], tuple[Box, ...]]:
    """All pages as one text, with where each begins, each line's left edge and each run's box."""
    margin = min(row[0].left for page in pages for row in page)
    parts: list[str] = []
    length = 0
    starts: list[int] = []
    hints: list[LineHint] = []
    boxes: list[Box] = []

    def put(words: str) -> int:
        nonlocal length
        parts.append(words)
        length += len(words)
        return length - len(words)

    for number, page in enumerate(pages, start=1):
        if number > 1:
            put("\f")
        starts.append(length)
        for row, apart in zip(page, _apart(page), strict=True):
            if apart:
                put("\n")
            width = LETTER_WIDTH * row[0].size
            hints.append(LineHint(length, indent=round((row[0].left - margin) / width, 1)))
            end = row[0].left
            for place, run in enumerate(row):
                if place:
                    put(" " * max(3, min(WIDEST, round((run.left - end) / width))))
                words = unicodedata.normalize("NFC", run.text.translate(LIGATURES))
                start = put(words)
                boxes.append(Box(Span(start, length), number, run.left, run.bottom, run.right, run.top))
                end = run.right
            put("\n")
    return "".join(parts), tuple(starts), tuple(hints), tuple(boxes)


def _apart(page: list[Printed]) -> Iterator[bool]:
    """For each line, whether it stands further below the one before it than lines of the page usually do."""
    steps = [before[0].foot - after[0].foot for before, after in pairwise(page)]
    close = sorted(step for step in steps if step > 0)
    usual = median(close[: max(1, len(close) * 3 // 4)]) if close else 0.0
    yield from [False][: len(page)]
    yield from (step > 1.3 * usual for step in steps)


def _title(source: pypdfium2.PdfDocument) -> str | None:
    """The title that the file's maker gave it, without the program's name and the file's ending."""
    given = PROGRAM.sub("", source.get_metadata_value("Title").strip()).strip()
    return given or None
