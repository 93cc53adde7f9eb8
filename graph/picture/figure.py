"""Figure: the network as lines, shapes and words at their places, before it is any kind of file.

Title, sources and days stand above it, what its signs mean below. All of it is in pixels, y downwards.
"""

from dataclasses import dataclass

from graph.model.network import Edge, Network
from graph.picture.bends import bends
from graph.picture.characters import printable
from graph.picture.labels import LEADING, SIZE, label_lines
from graph.picture.layout import layout
from graph.picture.lettering import width_of
from graph.picture.measures import degrees, radius
from graph.picture.shapes import (
    CHANGES,
    FAINT,
    GROUND,
    INK,
    Point,
    colour,
    corners,
    dashes,
    line_colour,
)
from graph.picture.strokes import Stroke, stroke
from graph.picture.taken import Taken
from graph.picture.words import relation_words, source_line, title_of, words
from graph.wording.sentences import Language, term

MARGIN = 36.0
NARROWEST = 640.0
MANY = 60
"""Ties up to which each is written on its line, where there is room."""

CROWD, HUBS = 350, 60
"""Nodes beyond which not every name is written, and how many of the best tied come first then."""

TITLE, SMALL, TINY = 22.0, 13.0, 12.0
"""Heights of letters: the title, sources and legend, the words on ties."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A node: a polygon where it has corners, else a circle; hollow where its party has no name."""

    x: float
    y: float
    radius: float
    corners: tuple[Point, ...]
    colour: str
    hollow: bool
    hint: str
    ring: str | None = None  # colour of a ring around it


@dataclass(frozen=True, slots=True)
class Text:
    """Words on one line; `x` is their middle or their beginning, `y` their baseline."""

    x: float
    y: float
    text: str
    size: float
    colour: str = INK
    bold: bool = False
    middle: bool = True
    name: bool = False  # stands on the drawing, and is kept clear of lines


@dataclass(frozen=True, slots=True)
class Figure:
    """A whole figure, in the order in which it is drawn."""

    title: str
    width: float
    height: float
    strokes: tuple[Stroke, ...]
    shapes: tuple[Shape, ...]
    texts: tuple[Text, ...]


def figure(network: Network, lang: Language = "sv", title: str | None = None) -> Figure:
    """The figure of a network; one without nodes says so where they would stand."""
    heading = title_of(network, lang, title)
    counts, where = degrees(network), layout(network)
    radii = {node.iri: radius(counts[node.iri]) for node in network.nodes}
    lines = {node.iri: label_lines(node.name) for node in network.nodes}
    halves = {
        iri: max(radii[iri], *(width_of(line, SIZE) / 2 for line in found)) for iri, found in lines.items()
    }
    looped = {edge.source for edge in network.edges if edge.source == edge.target}
    names = {node.iri: printable(node.name) for node in network.nodes}
    left = min((where[iri][0] - halves[iri] for iri in where), default=0.0)
    right = max((where[iri][0] + halves[iri] for iri in where), default=0.0)
    top = min((where[iri][1] - radii[iri] - 44 * (iri in looped) for iri in where), default=0.0)
    bottom = max((where[iri][1] + radii[iri] + len(lines[iri]) * LEADING for iri in where), default=60.0)
    k = max(1.0, (right - left) / 1600)  # what stands around a large drawing is as large as it
    head = [*_folded(heading, TITLE * k, k, bold=True), *_folded(source_line(network, lang), SMALL * k, k)]
    needed = max(width_of(text, size, bold=bold) for text, size, bold in head)
    width = round(max(NARROWEST, right - left + 2 * MARGIN, needed + 2 * MARGIN))
    texts, y = [], MARGIN
    for text, size, bold in head:
        y += size * (1.1 if y == MARGIN else 1.45)
        texts.append(Text(MARGIN, round(y, 1), text, size, INK if bold else FAINT, bold, middle=False))
    shift = (width / 2 - (left + right) / 2, y + 28 * k - top)
    places = {iri: (round(x + shift[0], 1), round(py + shift[1], 1)) for iri, (x, py) in where.items()}
    strokes = tuple(
        stroke(
            edge,
            bend,
            (places[edge.source], places[edge.target]),
            (radii[edge.source], radii[edge.target]),
            printable(f"{names[edge.source]} {relation_words(edge, lang)} {names[edge.target]}"),
        )
        for edge, bend in zip(network.edges, bends(network.edges), strict=True)
    )
    shapes = [
        _shape(node.kind, *places[node.iri], radii[node.iri], node.name, CHANGES.get(node.change or ""))
        for node in network.nodes
    ]
    crowded, taken = len(places) > CROWD, Taken()
    for rank, iri in enumerate(sorted(places, key=lambda iri: (-counts[iri], iri))):
        if rank == (HUBS if crowded else 0):  # the best tied of a crowd may be written over others' nodes
            for other, (x, py) in places.items():
                r = radii[other]
                taken.take((x - r, py - r, x + r, py + r))
        texts += _label(places[iri], radii[iri], lines[iri], halves[iri], taken, crowded)
    if len(network.edges) <= MANY:
        for edge, line in zip(network.edges, strokes, strict=True):
            texts += _on_line(relation_words(edge, lang), line, taken)
    if not network.nodes:
        texts.append(Text(width / 2, y + 60, words(lang)["empty"], SMALL, FAINT))
    legend = _legend(network, lang, bottom + shift[1] + 34 * k, width, k)
    return Figure(
        heading,
        width,
        round(legend[3] + MARGIN * 0.7),
        strokes + tuple(legend[0]),
        tuple(shapes + legend[1]),
        tuple(texts + legend[2]),
    )


def _shape(kind: str, x: float, y: float, size: float, hint: str, ring: str | None = None) -> Shape:
    outline = corners(kind, x, y, size)
    return Shape(x, y, size, outline, colour(kind), kind == "unnamed", printable(hint), ring)


def _folded(text: str, size: float, k: float, *, bold: bool = False) -> list[tuple[str, float, bool]]:
    """The text on as many lines as it needs to be no wider than a narrow figure allows."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= NARROWEST * 1.25 * k:
            lines[-1] = longer
        else:
            lines.append(word[:120])
    return [(line, size, bold) for line in lines[:3]]


def _label(
    place: Point, size: float, lines: tuple[str, ...], half: float, taken: Taken, crowded: bool
) -> list[Text]:
    """The name under its node; of a crowd only where no other name stands."""
    x, y = place
    box = (x - half, y + size + 2, x + half, y + size + 2 + len(lines) * LEADING)
    if crowded and not taken.free(box):
        return []
    taken.take(box)
    first = y + size + 2 + SIZE
    return [Text(x, round(first + i * LEADING, 1), line, SIZE, name=True) for i, line in enumerate(lines)]


def _on_line(text: str, line: Stroke, taken: Taken) -> list[Text]:
    """What a tie is called, on its line where there is room, as near its middle as can be."""
    text = printable(text)
    half = width_of(text, TINY) / 2
    for t in (0.5, 0.42, 0.58, 0.34, 0.66):
        x, y = line.at(t)
        box = (x - half - 2, y - TINY * 0.62, x + half + 2, y + TINY * 0.62)
        if taken.free(box):
            taken.take(box)
            return [Text(round(x, 1), round(y + TINY * 0.35, 1), text, TINY, FAINT, name=True)]
    return []


def _legend(
    network: Network, lang: Language, y: float, width: float, k: float
) -> tuple[list[Stroke], list[Shape], list[Text], float]:
    """A sign and its words for each kind of node and of line that is there, and where the last one stands."""
    said = words(lang)
    signs: list[tuple[str, str | Edge]] = []
    kinds = {node.kind for node in network.nodes}
    for kind in sorted(kinds):
        count = sum(node.kind == kind for node in network.nodes)
        signs.append((f"{term('kind', kind, lang)} {count}", kind))
    kept = [edge for edge in network.edges if edge.change not in CHANGES]
    for key, some in (
        ("arrow", [edge for edge in kept if not edge.symmetric and not dashes(edge)]),
        ("dashed", [edge for edge in kept if dashes(edge) and not edge.computed]),
        ("dotted", [edge for edge in kept if edge.computed]),
    ):
        if some:
            signs.append((said[key], some[0]))
    for change in CHANGES:
        some = [edge for edge in network.edges if edge.change == change]
        if some:
            signs.append((f"{term('change', change, lang)} {len(some)}", some[0]))
    strokes: list[Stroke] = []
    shapes: list[Shape] = []
    texts: list[Text] = []
    x = MARGIN
    for text, sign in signs:
        start = (18 if isinstance(sign, str) else 40) * k
        wide = start + width_of(text, SMALL * k) + 22 * k
        if x > MARGIN and x + wide > width - MARGIN + 22 * k:
            x, y = MARGIN, y + 22 * k
        if isinstance(sign, str):
            shapes.append(_shape(sign, round(x + 6 * k, 1), round(y - 4.5 * k, 1), 5.5 * k, text))
        else:
            strokes.append(_sample(sign, x, y - 4.5 * k, k, text))
        texts.append(Text(round(x + start, 1), round(y, 1), text, SMALL * k, FAINT, middle=False))
        x += wide
    return strokes, shapes, texts, y


def _sample(edge: Edge, x: float, y: float, k: float, hint: str) -> Stroke:
    """A short line as ties of this sort are drawn."""
    a, b = (round(x, 1), round(y, 1)), (round(x + 32 * k, 1), round(y, 1))
    arrow = not edge.symmetric and not dashes(edge)
    head = (b, (b[0] - 8 * k, b[1] - 3.4 * k), (b[0] - 8 * k, b[1] + 3.4 * k)) if arrow else ()
    end = (b[0] - 5 * k, b[1]) if arrow else b
    return Stroke((a, a, end, end), line_colour(edge), 1.4 * k, dashes(edge), head, hint)


__all__ = ["GROUND", "Figure", "Shape", "Text", "figure"]
