"""The figure as SVG, PDF and PNG, without a browser: the same bytes for the same network."""

import io
from html import escape
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from graph.model.network import Network
from graph.picture.plate import Line, Words, font, plate, width_of
from graph.wording.sentences import Language

EDGE = "#7b8694"
LARGEST = 12_000
"""Pixels of the longer side of a PNG."""
SCALE = 2


def svg(network: Network, lang: Language = "sv") -> str:
    """Scalable Vector Graphics 1.1: text as text, every tie and node with its name to point at."""
    made = plate(network, lang)
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{made.width}" height="{made.height}" viewBox="0 0 {made.width} {made.height}"'
        ' font-family="Bitstream Vera Sans, DejaVu Sans, Verdana, sans-serif">',
        '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse"'
        f' orient="auto"><path d="M0 0L8 4L0 8z" fill="{EDGE}"/></marker></defs>',
        f'<rect width="{made.width}" height="{made.height}" fill="#ffffff"/>',
    ]
    for line in made.lines:
        dash = f' stroke-dasharray="{line.dash}"' if line.dash else ""
        arrow = ' marker-end="url(#arrow)"' if line.arrow else ""
        out.append(
            f'<path d="M{line.x1} {line.y1}Q{line.cx} {line.cy} {line.x2} {line.y2}" fill="none" stroke="{EDGE}"'
            f' stroke-width="{line.wide}"{dash}{arrow}><title>{escape(line.hint)}</title></path>'
        )
    for circle in made.circles:
        out.append(
            f'<circle cx="{circle.x:g}" cy="{circle.y:g}" r="{circle.radius:g}" fill="{circle.fill}" stroke="#ffffff">'
            f"<title>{escape(circle.hint)}</title></circle>"
        )
    for words in made.words:
        bold = ' font-weight="bold"' if words.bold else ""
        out.append(
            f'<text x="{words.x:g}" y="{words.y:g}" font-size="{words.height:g}" text-anchor="{words.anchor}" fill="{words.fill}"{bold}'
            f' stroke="#ffffff" stroke-width="3" paint-order="stroke" stroke-linejoin="round">{escape(words.text)}</text>'
        )
    return "\n".join([*out, "</svg>", ""])


def pdf(network: Network, lang: Language = "sv") -> bytes:
    """One page as large as the figure, its typeface inside; without date, and with a fixed identity."""
    made = plate(network, lang)
    for name, bold in (("Vera", False), ("VeraBd", True)):
        pdfmetrics.registerFont(TTFont(name, str(font(bold))))
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=(made.width, made.height), invariant=1, pageCompression=1)
    canvas.setTitle(made.words[0].text)
    canvas.setCreator("Samverkan")
    canvas.setStrokeColor(HexColor(EDGE))
    for line in made.lines:
        canvas.setLineWidth(line.wide)
        canvas.setDash(*([[float(part) for part in line.dash.split()]] if line.dash else []))
        _curve(canvas, line, made.height)
    canvas.setDash()
    for circle in made.circles:
        canvas.setFillColor(HexColor(circle.fill))
        canvas.setStrokeColor(HexColor("#ffffff"))
        canvas.circle(circle.x, made.height - circle.y, circle.radius, stroke=1, fill=1)
    for words in made.words:
        canvas.setFillColor(HexColor(words.fill))
        canvas.setFont("VeraBd" if words.bold else "Vera", words.height)
        place = (words.x, made.height - words.y, words.text)
        if words.anchor == "middle":
            canvas.drawCentredString(*place)
        else:
            canvas.drawString(*place)
    canvas.showPage()
    canvas.save()
    return held.getvalue()


def _curve(canvas: Canvas, line: Line, height: float) -> None:
    """A quadratic curve as the cubic one that is the same, with its arrow head."""
    x1, y1, x2, y2, cx, cy = line.x1, height - line.y1, line.x2, height - line.y2, line.cx, height - line.cy
    canvas.bezier(
        x1,
        y1,
        x1 + (cx - x1) * 2 / 3,
        y1 + (cy - y1) * 2 / 3,
        x2 + (cx - x2) * 2 / 3,
        y2 + (cy - y2) * 2 / 3,
        x2,
        y2,
    )
    if line.arrow:
        canvas.setDash()
        canvas.setFillColor(HexColor(EDGE))
        path = canvas.beginPath()
        for place, (x, y) in enumerate(_head(cx, cy, x2, y2)):
            (path.lineTo if place else path.moveTo)(x, y)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)


def _head(cx: float, cy: float, x: float, y: float, reach: float = 7.0) -> list[tuple[float, float]]:
    """The three corners of an arrow head that ends at a point, coming from another."""
    length = ((x - cx) ** 2 + (y - cy) ** 2) ** 0.5 or 1.0
    dx, dy = (x - cx) / length * reach, (y - cy) / length * reach
    return [(x, y), (x - dx - dy * 0.5, y - dy + dx * 0.5), (x - dx + dy * 0.5, y - dy - dx * 0.5)]


def png(network: Network, lang: Language = "sv") -> bytes:
    """A picture of twice the figure's size, less where it would be too large to open."""
    made = plate(network, lang)
    scale = min(SCALE, LARGEST / max(made.width, made.height))
    image = Image.new("RGB", (round(made.width * scale), round(made.height * scale)), "#ffffff")
    draw = ImageDraw.Draw(image)
    for line in made.lines:
        _stroke(draw, line, scale)
    for circle in made.circles:
        x, y, r = circle.x * scale, circle.y * scale, circle.radius * scale
        draw.ellipse((x - r, y - r, x + r, y + r), fill=circle.fill, outline="#ffffff")
    for words in made.words:
        _written(draw, words, scale)
    held = io.BytesIO()
    image.save(held, "PNG", optimize=False)
    return held.getvalue()


def _stroke(draw: ImageDraw.ImageDraw, line: Line, scale: float) -> None:
    steps = 24
    points = []
    for step in range(steps + 1):
        t = step / steps
        x = (1 - t) ** 2 * line.x1 + 2 * (1 - t) * t * line.cx + t**2 * line.x2
        y = (1 - t) ** 2 * line.y1 + 2 * (1 - t) * t * line.cy + t**2 * line.y2
        points.append((x * scale, y * scale))
    for place, (one, two) in enumerate(pairwise(points)):
        if not line.dash or place % 2 == 0:
            draw.line((*one, *two), fill=EDGE, width=max(1, round(line.wide * scale)))
    if line.arrow:
        draw.polygon(
            [(x * scale, y * scale) for x, y in _head(line.cx, line.cy, line.x2, line.y2)], fill=EDGE
        )


def _written(draw: ImageDraw.ImageDraw, words: Words, scale: float) -> None:
    face = ImageFont.truetype(str(font(words.bold)), max(6, round(words.height * scale)))
    shift = width_of(words.text, words.height) / 2 if words.anchor == "middle" else 0.0
    draw.text(
        ((words.x - shift) * scale, words.y * scale),
        words.text,
        font=face,
        fill=words.fill,
        anchor="ls",
        stroke_width=2,
        stroke_fill="#ffffff",
    )
