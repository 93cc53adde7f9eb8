"""The figure: nothing clipped, no name on another, its words in every kind of file."""

import io
import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import networks_made as made
import pypdfium2
import pytest
from PIL import Image

from graph.model.network import Network
from graph.picture.figure import Figure, Text, figure
from graph.picture.lettering import width_of
from graph.picture.pdf import pdf
from graph.picture.png import png
from graph.picture.shapes import COLOURS
from graph.picture.svg import svg

NETWORKS = {
    "three": made.three(),
    "sample": made.sample(computed=True),
    "sixty": made.large(60, 60, 2),
    "crowd": made.large(150, 500, 4),
    "payload": made.spoilt("</text><script>x</script>", "&amp; \x00"),
    "nothing": made.EMPTY,
}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module", params=sorted(NETWORKS))
def drawn(request: pytest.FixtureRequest) -> Figure:
    return figure(NETWORKS[request.param])


def tree_of(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314 - what was just written


def box(text: Text) -> tuple[float, float, float, float]:
    wide = width_of(text.text, text.size, bold=text.bold)
    left = text.x - wide / 2 if text.middle else text.x
    return left, text.y - text.size * 0.75, left + wide, text.y + text.size * 0.2


def test_nothing_is_clipped(drawn: Figure) -> None:
    for text in drawn.texts:
        left, top, right, bottom = box(text)
        assert left >= 0, text
        assert top >= 0, text
        assert right <= drawn.width, text
        assert bottom <= drawn.height, text
    for node in drawn.shapes:
        assert node.radius <= node.x <= drawn.width - node.radius
        assert node.radius <= node.y <= drawn.height - node.radius
    for line in drawn.strokes:
        for t in (0, 0.25, 0.5, 0.75, 1):
            x, y = line.at(t)
            assert 0 <= x <= drawn.width, line
            assert 0 <= y <= drawn.height, line


def test_no_words_stand_on_others(drawn: Figure) -> None:
    for one, other in combinations(drawn.texts, 2):
        a, b = box(one), box(other)
        assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]), (one, other)


def test_every_name_stands_in_it() -> None:
    words = " ".join(text.text for text in figure(made.sample()).texts)
    for node in made.sample().nodes:
        assert node.name.split()[0] in words, node.name


def test_title_sources_date_and_legend_stand_in_every_kind() -> None:
    drawn = figure(made.sample(computed=True), title="Vem samverkar i länet?")
    shown = "".join(tree_of(svg(drawn)).itertext())
    page = pypdfium2.PdfDocument(pdf(drawn))[0]
    printed = page.get_textpage().get_text_bounded()
    for words in (
        "Vem samverkar i länet?",
        "Källa: ",
        "2021-04-19",
        "organisation 18",
        "streckad linje",
        "företräder",
    ):
        assert words in shown
        assert words in printed


def test_english_words_in_an_english_figure() -> None:
    words = [text.text for text in figure(made.sample(), "en").texts]
    assert "supports" in words
    assert "person 16" in words


def test_svg_is_words_not_markup() -> None:
    tree = tree_of(svg(figure(made.spoilt("</text><script>x</script>", "<a href='x'>"))))
    assert {element.tag.removeprefix(SVG) for element in tree.iter()} <= {
        "svg", "title", "rect", "g", "path", "polygon", "circle", "text",
    }  # fmt: skip


def test_parallel_ties_are_lines_of_their_own() -> None:
    lines = [line.curve for line in figure(made.three()).strokes[:4]]
    assert len(set(lines)) == 4
    assert (
        len({(round(x), round(y)) for line in figure(made.three()).strokes[:4] for x, y in [line.at(0.5)]})
        == 4
    )


def test_what_is_not_fact_is_dashed_and_what_is_directed_has_an_arrow() -> None:
    network = made.three()
    for edge, line in zip(network.edges, figure(network).strokes, strict=False):
        assert bool(line.dash) == (edge.status != "asserted")
        assert bool(line.head) == (not edge.symmetric)


def test_a_tie_to_itself_is_a_loop_that_is_seen() -> None:
    network = made.three()
    own = Network(network.nodes, (*network.edges, *[made.loop(network.nodes[0].iri)] * 2), network.evidence)
    for line in figure(own).strokes[4:6]:
        y = line.at(0.5)[1]
        assert abs(y - line.curve[0][1]) > 8


def test_the_picture_is_twice_as_fine_as_the_figure() -> None:
    drawn = figure(made.three())
    image = Image.open(io.BytesIO(png(drawn)))
    assert image.size == pytest.approx((drawn.width * 2, drawn.height * 2), abs=2)
    assert image.info == {}
    blue = tuple(int(COLOURS["organisation"][i : i + 2], 16) for i in (1, 3, 5))
    assert blue in {colour for _, colour in image.getcolors(1 << 24) or []}


def test_the_pdf_says_no_time() -> None:
    content = pdf(figure(made.sample()))
    assert re.findall(rb"/CreationDate \(D:(\d{4})", content) == [b"2000"]
    assert content.startswith(b"%PDF-1.")


def test_page_and_figure_have_the_same_colours() -> None:
    style = (Path(__file__).parent.parent / "graph/picture/page_files/page.css").read_text(encoding="utf-8")
    light = style.split("}")[0]
    assert {kind: re.search(rf"--{kind}: (#\w+)", light)[1] for kind in COLOURS} == COLOURS  # type: ignore[index]
