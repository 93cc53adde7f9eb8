"""The figure before it is a file: lines, circles and words at their places, title, legend and sources around them."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import reportlab
from PIL import ImageFont

from graph.model.network import Edge, Network
from graph.picture.characters import printable
from graph.picture.layout import layout
from graph.picture.look import UNCERTAIN, colour, size
from graph.picture.words import source_line, title_of
from graph.wording.sentences import Language, sentences, term

MARGIN = 70.0
TOP = 96.0
LABEL = 13
BEND = 26.0
"""How far parallel ties stand apart, in the picture's own units."""


@dataclass(frozen=True, slots=True)
class Line:
    """A tie: from one circle's rim to the other's, bent by a point between; `dash` "" for a whole line."""

    x1: float
    y1: float
    x2: float
    y2: float
    cx: float
    cy: float
    dash: str
    arrow: bool
    wide: float
    hint: str


@dataclass(frozen=True, slots=True)
class Circle:
    """A node."""

    x: float
    y: float
    radius: float
    fill: str
    hint: str


@dataclass(frozen=True, slots=True)
class Words:
    """Text at a place; `anchor` start or middle."""

    x: float
    y: float
    text: str
    height: float
    anchor: str = "middle"
    bold: bool = False
    fill: str = "#1b2430"


@dataclass(frozen=True, slots=True)
class Plate:
    """A whole figure and its size."""

    width: float
    height: float
    lines: tuple[Line, ...]
    circles: tuple[Circle, ...]
    words: tuple[Words, ...]


@cache
def font(bold: bool = False) -> Path:
    """A typeface with å, ä and ö that comes with reportlab: Bitstream Vera, free to pass on."""
    return Path(reportlab.__file__).parent / "fonts" / ("VeraBd.ttf" if bold else "Vera.ttf")


@cache
def _measure(height: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(font()), round(height))


def width_of(text: str, height: float) -> float:
    """The room that words take."""
    return float(_measure(height).getlength(text))


def plate(network: Network, lang: Language) -> Plate:
    """The figure of a network, nothing clipped; names are left out only where hundreds would cover one another."""
    where = _from_corner(layout(network))
    degree: dict[str, int] = {}
    for edge in network.edges:
        for end in (edge.source, edge.target):
            degree[end] = degree.get(end, 0) + 1
    radius = {node.iri: size(degree.get(node.iri, 0)) for node in network.nodes}
    right = max((x for x, _ in where.values()), default=300.0)
    low = max((y for _, y in where.values()), default=100.0)
    labels = [
        (node.iri, *_broken(printable(node.name) or sentences(lang)["page-figure_unnamed"]))
        for node in network.nodes
    ]
    left_over = max(
        [width_of(line, LABEL) / 2 - where[iri][0] for iri, *lines in labels for line in lines] + [0.0]
    )
    right_over = max(
        [width_of(line, LABEL) / 2 + where[iri][0] - right for iri, *lines in labels for line in lines]
        + [0.0]
    )
    shift = MARGIN + left_over
    legend = _legend(network, lang, low + TOP + 110)
    wide = max(
        shift + right + MARGIN + right_over,
        max((w.x + width_of(w.text, w.height) + MARGIN for w in legend[1]), default=0.0),
    )
    spot = {iri: (x + shift, y + TOP + 10) for iri, (x, y) in where.items()}
    heading = printable(title_of(network, lang))
    named = printable(source_line(network, lang))
    wide = max(wide, width_of(heading, 24) * 1.1 + 2 * MARGIN, width_of(named, 13) + 2 * MARGIN)
    words = [
        Words(MARGIN, 44, heading, 24, "start", True),
        Words(MARGIN, 68, named, 13, "start", fill="#56616f"),
    ]
    words += legend[1]
    taken: list[tuple[float, float, float, float]] = []
    for iri, *lines in sorted(labels, key=lambda label: (-degree.get(label[0], 0), label[0])):
        x, y = spot[iri]
        box = (
            x - max(width_of(line, LABEL) for line in lines) / 2,
            y + radius[iri] + 2,
            x + max(width_of(line, LABEL) for line in lines) / 2,
            y + radius[iri] + 2 + 15 * len(lines),
        )
        if len(labels) > 150 and any(
            o[0] < box[2] and box[0] < o[2] and o[1] < box[3] and box[1] < o[3] for o in taken
        ):
            continue
        taken.append(box)
        words += [
            Words(x, y + radius[iri] + 14 + 15 * place, line, LABEL) for place, line in enumerate(lines)
        ]
    circles = [
        Circle(*spot[node.iri], radius[node.iri], colour(node.kind), printable(node.name))
        for node in network.nodes
    ]
    drawn = tuple(_lines(network, spot, radius, lang))
    return Plate(math.ceil(wide), math.ceil(legend[2] + 30), drawn, (*circles, *legend[0]), tuple(words))


def _from_corner(where: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Places counted from the upper left one."""
    left = min((x for x, _ in where.values()), default=0.0)
    top = min((y for _, y in where.values()), default=0.0)
    return {iri: (x - left, y - top) for iri, (x, y) in where.items()}


def _broken(name: str) -> list[str]:
    """A name in one or two lines, cut where it is longer."""
    if len(name) <= 24:
        return [name]
    cut = name.rfind(" ", 0, 25)
    first, rest = (name[:24], name[24:]) if cut < 8 else (name[:cut], name[cut + 1 :])
    return [first, rest if len(rest) <= 28 else f"{rest[:27]}…"]


def _lines(
    network: Network, spot: dict[str, tuple[float, float]], radius: dict[str, float], lang: Language
) -> list[Line]:
    found: list[Line] = []
    times: dict[tuple[str, str], int] = {}
    for edge in network.edges:
        pair = (min(edge.source, edge.target), max(edge.source, edge.target))
        turn = times[pair] = times.get(pair, 0) + 1
        found.append(_line(edge, spot, radius, turn - 1, lang))
    return found


def _line(
    edge: Edge, spot: dict[str, tuple[float, float]], radius: dict[str, float], turn: int, lang: Language
) -> Line:
    (x1, y1), (x2, y2) = spot[edge.source], spot[edge.target]
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    dx, dy = (x2 - x1) / length, (y2 - y1) / length
    out = BEND * math.ceil(turn / 2) * (1 if turn % 2 else -1)
    start, stop = radius[edge.source], radius[edge.target] + (0 if edge.symmetric else 3)
    dash = "2 5" if edge.computed else "8 6" if edge.status in UNCERTAIN else ""
    return Line(
        round(x1 + dx * start, 2), round(y1 + dy * start, 2), round(x2 - dx * stop, 2), round(y2 - dy * stop, 2),
        round((x1 + x2) / 2 - dy * out * 2, 2), round((y1 + y2) / 2 + dx * out * 2, 2),
        dash, not edge.symmetric, min(4.0, 1.2 + 0.5 * (edge.meetings - 1)), term("predicate", edge.predicate, lang),
    )  # fmt: skip


def _legend(network: Network, lang: Language, y: float) -> tuple[list[Circle], list[Words], float]:
    """A dot and a word for each kind of node that is there, then what a dashed line means."""
    circles: list[Circle] = []
    words: list[Words] = []
    x = MARGIN
    for kind in sorted({node.kind for node in network.nodes}):
        text = term("kind", kind, lang)
        circles.append(Circle(x + 6, y - 4, 6, colour(kind), text))
        words.append(Words(x + 18, y, text, 13, "start"))
        x += width_of(text, 13) + 44
    told = sentences(lang)
    words.append(
        Words(
            MARGIN,
            y + 24,
            f"——  {told['page-figure_said']}      – – –  {told['page-figure_planned']}",
            12,
            "start",
            fill="#56616f",
        )
    )
    return circles, words, y + 34
