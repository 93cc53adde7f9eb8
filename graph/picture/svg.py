"""The figure as SVG: words as words, every node and tie with its own, to point at or to read aloud."""

from html import escape

from graph.picture.figure import Figure, Shape, Text
from graph.picture.shapes import GROUND
from graph.picture.strokes import Stroke

FAMILY = "'DejaVu Sans Condensed', 'DejaVu Sans', 'Arial Narrow', Arial, Helvetica, sans-serif"


def svg(drawn: Figure) -> str:
    """SVG 1.1 with nothing from elsewhere; the same for the same figure."""
    size = f'width="{drawn.width:g}" height="{drawn.height:g}" viewBox="0 0 {drawn.width:g} {drawn.height:g}"'
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="{FAMILY}">',
            f"<title>{escape(drawn.title)}</title>",
            f'<rect width="100%" height="100%" fill="{GROUND}"/>',
            *map(_stroke, drawn.strokes),
            *map(_shape, drawn.shapes),
            *map(_text, drawn.texts),
            "</svg>",
            "",
        ]
    )


def _stroke(line: Stroke) -> str:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = line.curve
    dash = f' stroke-dasharray="{" ".join(f"{d:g}" for d in line.dash)}"' if line.dash else ""
    path = (
        f'<path d="M{ax:g} {ay:g}C{bx:g} {by:g} {cx:g} {cy:g} {dx:g} {dy:g}" fill="none"'
        f' stroke="{line.colour}" stroke-width="{line.width:g}"{dash}/>'
    )
    head = f'<polygon points="{_points(line.head)}" fill="{line.colour}"/>' if line.head else ""
    return f"<g><title>{escape(line.hint)}</title>{path}{head}</g>"


def _shape(node: Shape) -> str:
    paint = (
        f'fill="{GROUND}" stroke="{node.colour}" stroke-width="2" stroke-dasharray="3 2"'
        if node.hollow
        else f'fill="{node.colour}" stroke="{GROUND}" stroke-width="1.5"'
    )
    if node.corners:
        form = f'<polygon points="{_points(node.corners)}" {paint}/>'
    else:
        form = f'<circle cx="{node.x:g}" cy="{node.y:g}" r="{node.radius:g}" {paint}/>'
    ring = (
        f'<circle cx="{node.x:g}" cy="{node.y:g}" r="{node.radius + 4:g}" fill="none"'
        f' stroke="{node.ring}" stroke-width="2"/>'
        if node.ring
        else ""
    )
    return f"<g><title>{escape(node.hint)}</title>{form}{ring}</g>"


def _text(words: Text) -> str:
    bold = ' font-weight="bold"' if words.bold else ""
    anchor = ' text-anchor="middle"' if words.middle else ""
    clear = (
        f' stroke="{GROUND}" stroke-width="3" paint-order="stroke" stroke-linejoin="round"'
        if words.name
        else ""
    )
    return (
        f'<text x="{words.x:g}" y="{words.y:g}" font-size="{words.size:g}" fill="{words.colour}"'
        f"{anchor}{bold}{clear}>{escape(words.text)}</text>"
    )


def _points(corners: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in corners)
