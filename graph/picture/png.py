"""The figure as PNG: the PDF's page, drawn twice as fine as a screen."""

import io

import pypdfium2

from graph.picture.figure import Figure
from graph.picture.pdf import pdf

FINE = 2.0
"""Pixels of the picture for one of the figure."""

LONGEST = 5000.0
"""Pixels along a side, beyond which programs no longer like to open it."""


def png(drawn: Figure) -> bytes:
    """RGB on white, without date or other notes: the same each time with the same version of pdfium."""
    document = pypdfium2.PdfDocument(pdf(drawn))
    try:
        page = document[0]
        wide, high = page.get_size()
        wanted = min(FINE * max(drawn.width, drawn.height), LONGEST)
        image = page.render(scale=wanted / max(wide, high)).to_pil().convert("RGB")
    finally:
        document.close()
    content = io.BytesIO()
    image.save(content, "PNG", compress_level=6)
    return content.getvalue()
