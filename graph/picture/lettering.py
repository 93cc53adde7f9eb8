"""Lettering: the typeface of figures, and how wide words are in it.

DejaVu Sans Condensed comes along (its licence lies beside it), so a figure is the same on every machine;
it has the letters of Swedish, of the Sámi languages and of most of Europe.
"""

from functools import cache
from importlib.resources import as_file, files

from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD = "DejaVuSansCondensed", "DejaVuSansCondensed-Bold"


@cache
def typefaces() -> tuple[str, str]:
    """The names of the plain and the bold face, known to reportlab from now on."""
    for name in (REGULAR, BOLD):
        if name not in getRegisteredFontNames():
            with as_file(files("graph.picture") / "fonts" / f"{name}.ttf") as file:
                registerFont(TTFont(name, str(file)))
    return REGULAR, BOLD


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The room that words take on a line, in the unit of `size`."""
    return float(stringWidth(text, typefaces()[bold], size))
