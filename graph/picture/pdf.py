"""The figure as PDF: one page of the figure's own size, its typeface inside."""

import io

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from graph.picture.figure import Figure, Shape, Text
from graph.picture.lettering import typefaces
from graph.picture.shapes import GROUND, Point
from graph.picture.strokes import Stroke

POINTS = 0.75
"""Points in a pixel."""

LONGEST = 14_000.0
"""Points along a side: readers of PDF refuse more than 14,400."""


def pdf(drawn: Figure) -> bytes:
    """One page; without today's date and with an identity made from its content, so the same each time."""
    scale = min(POINTS, LONGEST / max(drawn.width, drawn.height))
    typefaces()
    content = io.BytesIO()
    canvas = Canvas(content, pagesize=(drawn.width * scale, drawn.height * scale), invariant=1)
    canvas.setTitle(drawn.title)
    canvas.setCreator("Samverkan")
    canvas.transform(scale, 0, 0, -scale, 0, drawn.height * scale)  # y downwards, in pixels
    canvas.setLineJoin(1)
    for line in drawn.strokes:
        _stroke(canvas, line)
    for node in drawn.shapes:
        _shape(canvas, node)
    for words in drawn.texts:
        _text(canvas, words)
    canvas.showPage()
    canvas.save()
    return content.getvalue()


def _stroke(canvas: Canvas, line: Stroke) -> None:
    canvas.setStrokeColor(HexColor(line.colour))
    canvas.setLineWidth(line.width)
    canvas.setDash(list(line.dash))
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = line.curve
    canvas.bezier(ax, ay, bx, by, cx, cy, dx, dy)
    canvas.setDash([])
    if line.head:
        canvas.setFillColor(HexColor(line.colour))
        _polygon(canvas, line.head, stroke=0)


def _shape(canvas: Canvas, node: Shape) -> None:
    canvas.setFillColor(HexColor(GROUND if node.hollow else node.colour))
    canvas.setStrokeColor(HexColor(node.colour if node.hollow else GROUND))
    canvas.setLineWidth(2 if node.hollow else 1.5)
    canvas.setDash([3, 2] if node.hollow else [])
    if node.corners:
        _polygon(canvas, node.corners, stroke=1)
    else:
        canvas.circle(node.x, node.y, node.radius, stroke=1, fill=1)
    canvas.setDash([])
    if node.ring:
        canvas.setStrokeColor(HexColor(node.ring))
        canvas.setLineWidth(2)
        canvas.circle(node.x, node.y, node.radius + 4, stroke=1, fill=0)


def _polygon(canvas: Canvas, corners: tuple[Point, ...], stroke: int) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=stroke, fill=1)


def _text(canvas: Canvas, words: Text) -> None:
    """The words, upright again; those on the drawing first as an outline in ground colour."""
    canvas.saveState()
    canvas.transform(1, 0, 0, -1, words.x, words.y)
    canvas.setFont(typefaces()[words.bold], words.size)
    canvas.setFillColor(HexColor(words.colour))
    draw = canvas.drawCentredString if words.middle else canvas.drawString
    if words.name:
        canvas.setStrokeColor(HexColor(GROUND))
        canvas.setLineWidth(3)
        draw(0, 0, words.text, mode=1)
    draw(0, 0, words.text, mode=0)
    canvas.restoreState()
