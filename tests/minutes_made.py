"""The same minutes in other formats: DOCX and PDF made from a text whose bullets show its levels."""

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
import reportlab
from docx.enum.text import WD_BREAK
from docx.shared import Cm
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from graph.model.text import Document
from graph.reading.documents.furniture import furniture

OUTER, INNER = "▪", "o"
FONT = "Vera"
"""Comes with reportlab; has å, ä, ö and "•", not "▪"."""
SIZE, LINE = 11, 15


@dataclass(frozen=True)
class Paragraph:
    """Words of one paragraph, line by line, and its depth in a list; None outside lists."""

    lines: tuple[str, ...]
    level: int | None

    @property
    def text(self) -> str:
        return " ".join(self.lines)


def paragraphs(text: str) -> list[Paragraph]:
    """A text's paragraphs and items: a bullet opens one, a line of blanks alone or two empty ones end it."""
    document = Document("text", text, furniture=furniture(text))
    found: list[tuple[list[str], int | None]] = []
    last_end = 0
    for line in document.lines:
        words = line.span.of(text)
        gap = text[last_end : line.span.start]
        level = 0 if words.startswith(OUTER) else 1 if words.startswith(f"{INNER} ") else None
        bare = re.sub(rf"^(?:{OUTER}|{INNER}) ", "", words)
        if level is not None or not found or re.search(r"\n[ \t]+\r?\n", gap):
            found.append(([bare], level))
        else:
            found[-1][0].append(bare)
        last_end = line.span.end
    return [Paragraph(tuple(lines), level) for lines, level in found]


def as_docx(text: str, *, by_style: bool = True) -> bytes:
    """The text in Word's own bulleted styles, or as one style with the levels set paragraph by paragraph."""
    word = docx.Document()
    for paragraph in paragraphs(text):
        if paragraph.level is None:
            word.add_paragraph(paragraph.text)
        elif by_style:
            word.add_paragraph(paragraph.text, style=("List Bullet", "List Bullet 2")[paragraph.level])
        else:
            made = word.add_paragraph(paragraph.text, style="List Bullet")
            marks = made._p.get_or_add_pPr().get_or_add_numPr()
            marks.get_or_add_ilvl().val = paragraph.level
            made.paragraph_format.left_indent = Cm(0.6 + 0.6 * paragraph.level)
    return saved(word)


def saved(word: "docx.document.Document") -> bytes:
    """The bytes of a DOCX."""
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def as_pdf(text: str, *, title: str = "", footer: str = "") -> bytes:
    """The text with its lines as they stand, items set in by their level, over as many pages as it takes."""
    out = BytesIO()
    fonts = Path(reportlab.__file__).parent / "fonts"
    pdfmetrics.registerFont(TTFont(FONT, fonts / "Vera.ttf"))
    page = canvas.Canvas(out, pagesize=A4, invariant=True)
    page.setTitle(title)
    height = A4[1] - 70
    number = 1

    def turn() -> None:
        nonlocal height, number
        if footer:
            page.drawString(70, 40, footer)
            page.drawString(480, 40, f"Sida {number}")
        page.showPage()
        number += 1
        page.setFont(FONT, SIZE)
        height = A4[1] - 70

    page.setFont(FONT, SIZE)
    for paragraph in paragraphs(text):
        left = 70 + 18 * (paragraph.level or 0)
        if paragraph.level != 1:
            height -= LINE
        for place, words in enumerate(paragraph.lines):
            if height < 80:
                turn()
            if paragraph.level is None:
                page.drawString(left, height, words)
            else:
                if place == 0:
                    page.drawString(left, height, "•" if paragraph.level == 0 else "o")
                page.drawString(left + 14, height, words)
            height -= LINE
    turn()
    page.save()
    return out.getvalue()


def page_break(word: "docx.document.Document") -> None:
    """Ends the page of a DOCX."""
    word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
