"""Scans made on the spot: minutes printed, then drawn as pictures without a letter."""

from io import BytesIO

import pypdfium2
from minutes_made import as_pdf
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

DPI = 200


def pictures(text: str) -> list[Image.Image]:
    """The pages of a text, as a scanner gives them: grey."""
    with pypdfium2.PdfDocument(as_pdf(text)) as printed:
        return [page.render(scale=DPI / 72).to_pil().convert("L") for page in printed]


def as_scan(text: str) -> bytes:
    """A PDF whose pages are pictures of the text."""
    return pdf_of(pictures(text))


def pdf_of(images: list[Image.Image]) -> bytes:
    """A PDF with a picture a page, each as large as it would be printed."""
    held = BytesIO()
    page = canvas.Canvas(held, invariant=1)
    for image in images:
        width, height = (side * 72 / DPI for side in image.size)
        page.setPageSize((width, height))
        page.drawImage(ImageReader(image), 0, 0, width, height)
        page.showPage()
    page.save()
    return held.getvalue()


def as_picture(text: str, kind: str = "PNG") -> bytes:
    """The first page as a picture file."""
    held = BytesIO()
    pictures(text)[0].save(held, kind, dpi=(DPI, DPI))
    return held.getvalue()


def joined(one: bytes, other: bytes) -> bytes:
    """One PDF with the pages of both."""
    held = BytesIO()
    with pypdfium2.PdfDocument(one) as first, pypdfium2.PdfDocument(other) as second:
        first.import_pages(second)
        first.save(held)
    return held.getvalue()
