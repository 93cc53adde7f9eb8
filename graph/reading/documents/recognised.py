"""Text of pictures: scanned pages of a PDF, and PNG or JPEG scans, by a recogniser that the person installed.

Only when asked for. What is read so is marked as recognised: letters may be misread.
"""

import math
import re
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from graph.errors import NoRecogniser, RecognitionFailed, TooManyPages, UnreadKind
from graph.model.text import Document
from graph.reading.documents.furniture import furniture
from graph.reading.documents.layout import RUN_GAP, Printed, Run, lines
from graph.reading.documents.limits import PIXELS, RECOGNISED_PAGES, RECOGNITION_SECONDS
from graph.reading.documents.pages import written
from graph.reading.documents.tesseract import (
    Recogniser,
    Unrecognised,
    Word,
    how_to_install,
    recogniser,
    words,
)

DPI: Final = 300
POINTS: Final = 72
"""Of an inch, in points: what a PDF page is measured in."""
BELOW: Final = re.compile(r"[gjpqy,;()Q]")
"""Letters that reach below the line's foot: a box without any is lower than its face."""
FLAT: Final = 1.28  # how much lower
SEEN_AS_BULLET: Final = re.compile(r"[«»+*°¢©®•·▪■●]{1,2}")
"""What Tesseract makes of the marks before items of a list, for which it has no letter."""
PICTURES: Final = ((b"\x89PNG\r\n\x1a\n", "PNG"), (b"\xff\xd8\xff", "JPEG"))


class Recognition:
    """The recognition of one file's pages, within one time for them all."""

    def __init__(self, name: str) -> None:
        """Raises NoRecogniser where there is no program, or it has not learnt Swedish."""
        found = recogniser()
        if found is None or not found.swedish:
            raise NoRecogniser(file=name, install=how_to_install())
        self.name = name
        self.recogniser: Recogniser = found
        self.until = time.monotonic() + RECOGNITION_SECONDS
        self.pages = 0

    def page(self, source: pypdfium2.PdfDocument, index: int) -> list[Printed]:
        """The printed lines of a PDF's page. Raises TooManyPages, RecognitionFailed."""
        self.pages += 1
        if self.pages > RECOGNISED_PAGES:
            raise TooManyPages(file=self.name, pages=len(source), limit=RECOGNISED_PAGES)
        page = source[index]
        width, height = page.get_size()
        dpi = max(1, min(DPI, math.floor(POINTS * math.sqrt(PIXELS / max(1.0, width * height)))))
        try:
            bitmap = page.render(scale=dpi / POINTS, grayscale=True)
        except pypdfium2.PdfiumError as bad:
            raise RecognitionFailed(file=self.name, page=index + 1, problem=str(bad)) from bad
        picture = _portable(bitmap)
        tall = bitmap.height
        bitmap.close()
        page.close()
        return printed(self.picture(picture, dpi, index + 1), POINTS / dpi, tall)

    def picture(self, picture: bytes, dpi: int | None, page: int) -> list[Word]:
        """The words of one picture. Raises RecognitionFailed."""
        try:
            return words(self.recogniser.program, picture, dpi, self.until - time.monotonic())
        except Unrecognised as bad:
            raise RecognitionFailed(file=self.name, page=page, problem=bad.problem) from bad


def picture_of(content: bytes) -> str | None:
    """The kind of picture that can be read as a scan; None for all else."""
    return next((kind for opening, kind in PICTURES if content.startswith(opening)), None)


def read_picture(name: str, content: bytes, sha256: str) -> Document:
    """A scan of one page. Raises NoRecogniser, RecognitionFailed; UnreadKind for one without any text."""
    page = printed(Recognition(name).picture(content, None, 1), POINTS / DPI, 0)
    if not any(any(map(str.isalnum, run.text)) for row in page for run in row):
        raise UnreadKind(file=name, kind=str(picture_of(content)))
    text, starts, hints, _ = written([page])
    return Document(
        name,
        text,
        sha256,
        format="image",
        pages=starts,
        furniture=furniture(text),
        hints=hints,
        recognised=True,
    )


def printed(found: Sequence[Word], scale: float, height: int) -> list[Printed]:
    """Words as printed lines: `scale` makes pixels points, `height` (pixels) turns them from the lower left."""
    runs: list[Run] = []
    for _, held in groupby(found, key=lambda word: word.line):
        row = _with_bullet(sorted(held, key=lambda word: word.left))
        foot, top = max(word.bottom for word in row), min(word.top for word in row)
        low = any(BELOW.search(word.text) for word in row)
        size = max(1.0, (foot - top) * (1.0 if low else FLAT))
        for part in _parted(row, RUN_GAP * size):
            runs.append(
                Run(
                    " ".join(word.text for word in part),
                    part[0].left * scale,
                    (height - foot) * scale,
                    max(word.right for word in part) * scale,
                    (height - top) * scale,
                    size * scale,
                    (height - foot) * scale,
                )
            )
    return lines(runs)


def _with_bullet(row: list[Word]) -> list[Word]:
    """The words of a line, the mark before an item put right."""
    if len(row) > 1 and SEEN_AS_BULLET.fullmatch(row[0].text):
        return [replace(row[0], text="•"), *row[1:]]
    return row


def _parted(row: Sequence[Word], gap: float) -> list[list[Word]]:
    """The words of a line, parted where a gap is as wide as between two columns."""
    parts = [[row[0]]]
    for word in row[1:]:
        if word.left - parts[-1][-1].right >= gap:
            parts.append([])
        parts[-1].append(word)
    return parts


def _portable(bitmap: pypdfium2.PdfBitmap) -> bytes:
    """A grey bitmap as PGM, the plainest picture file there is."""
    if bitmap.format != pdfium.FPDFBitmap_Gray:
        raise ValueError(f"bitmap format {bitmap.format}")
    raw = bytes(bitmap.buffer)
    rows = (raw[line * bitmap.stride : line * bitmap.stride + bitmap.width] for line in range(bitmap.height))
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)
