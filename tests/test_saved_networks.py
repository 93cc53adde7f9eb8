"""The network as files: each opened again by another program's reader, the same bytes each time."""

import csv
import io
import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

import networkx as nx
import openpyxl
import pypdfium2
import pytest
from PIL import Image

from graph.errors import UnknownPicture
from graph.model.answers import Evidence
from graph.model.network import Edge, Network, Node
from graph.picture.graphs import multidigraph
from graph.picture.save import FORMATS, save_network

HASH = "ab" * 32
NAMES = ("=1+1", "Åsa Öberg <b>&amp;</b>", "Två\x0bord\x00")


def evidence(text: str) -> Evidence:
    return Evidence(
        HASH, "Möte 3 maj 2027", "2027-05-03", 0, len(text), (), 7, None, text, text, (), text, "Almi", ("Bo Ek",), "carried", "Almi", None, "asserted", "mote.txt"
    )  # fmt: skip


def network() -> Network:
    nodes = tuple(
        Node(f"https://samverkan.example/id/organisation-{n}", "organisation", name, ("alias",), ("e1",))
        for n, name in enumerate(NAMES)
    )
    one, two, three = (node.iri for node in nodes)
    edges = (
        Edge(one, two, "works_with", "asserted", "explicit", symmetric=True, evidence=("e1", "e2")),
        Edge(one, two, "funds", "planned", "explicit", evidence=("e2",)),
        Edge(three, two, "represents", "asserted", "inferred", evidence=(), role="vd"),
    )
    held = {"e1": evidence("=HYPERLINK(“x”) Vi samarbetar."), "e2": evidence("Vi ska betala.")}
    return Network(nodes, edges, held, ((HASH, "Möte 3 maj 2027", "2027-05-03", "mote.txt"),))


@pytest.fixture(params=FORMATS)
def saved(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    place = tmp_path / f"network{request.param}"
    save_network(network(), place)
    return place


def test_every_format_gives_the_same_bytes_again(saved: Path) -> None:
    before = saved.read_bytes()
    save_network(network(), saved)
    assert saved.read_bytes() == before
    assert len(before) > 200


def test_an_unknown_ending_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownPicture) as caught:
        save_network(network(), tmp_path / "network.doc")
    assert ".svg" in str(caught.value.facts["known"])
    assert list(tmp_path.iterdir()) == []


def test_networkx_keeps_parallel_ties(tmp_path: Path) -> None:
    graph = multidigraph(network())
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (3, 3)
    assert {data["relation"] for _, _, data in graph.edges(data=True)} == {
        "works_with",
        "funds",
        "represents",
    }


@pytest.mark.parametrize("ending", [".gexf", ".graphml"])
def test_graph_programs_read_it_back(ending: str, tmp_path: Path) -> None:
    place = tmp_path / f"network{ending}"
    save_network(network(), place)
    read = nx.read_gexf(place) if ending == ".gexf" else nx.read_graphml(place)
    assert (read.number_of_nodes(), read.number_of_edges()) == (3, 3)
    assert "Åsa Öberg <b>&amp;</b>" in {data["label"] for _, data in read.nodes(data=True)}


def test_a_spreadsheet_reads_names_as_names(tmp_path: Path) -> None:
    place = tmp_path / "network.xlsx"
    save_network(network(), place)
    book = openpyxl.load_workbook(place)
    assert book.sheetnames == ["edges", "nodes", "sources"]
    rows = list(book["edges"].iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == ["=1+1", "=1+1", "=1+1", "Två\ufffdord\ufffd"]
    assert all(cell.data_type != "f" for row in book["edges"].iter_rows() for cell in row)


def test_a_table_of_edges_has_a_row_a_quote(tmp_path: Path) -> None:
    place = tmp_path / "network.csv"
    save_network(network(), place)
    rows = list(csv.DictReader(io.StringIO(place.read_text(encoding="utf-8-sig"))))
    assert [row["quote"] for row in rows] == [
        "'=HYPERLINK(“x”) Vi samarbetar.",
        "Vi ska betala.",
        "Vi ska betala.",
        "",
    ]
    assert rows[0]["from"] == "'=1+1"


def test_json_holds_all_of_it(tmp_path: Path) -> None:
    place = tmp_path / "network.json"
    save_network(network(), place)
    read = json.loads(place.read_text(encoding="utf-8"))
    assert (len(read["nodes"]), len(read["edges"]), set(read["evidence"])) == (3, 3, {"e1", "e2"})


def test_the_figure_is_svg_that_holds_every_name_title_and_source(tmp_path: Path) -> None:
    place = tmp_path / "network.svg"
    save_network(replace(network(), title="Vem & vem"), place, lang="en")
    root = ElementTree.fromstring(place.read_text(encoding="utf-8"))  # noqa: S314 # our own file
    words = " ".join("".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "Vem & vem" in words
    assert "2027-05-03" in words
    assert "Åsa Öberg" in words
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    for text in root.iter("{http://www.w3.org/2000/svg}text"):
        assert 0 <= float(text.attrib["x"]) <= width
        assert 0 <= float(text.attrib["y"]) <= height


def test_the_pdf_is_one_page_with_its_words(tmp_path: Path) -> None:
    place = tmp_path / "network.pdf"
    save_network(network(), place)
    document = pypdfium2.PdfDocument(place)
    assert len(document) == 1
    text = document[0].get_textpage().get_text_range()
    assert "Åsa Öberg" in text
    assert "Möte 3 maj 2027" in text


def test_the_png_opens_and_is_not_blank(tmp_path: Path) -> None:
    place = tmp_path / "network.png"
    save_network(network(), place)
    with Image.open(place) as image:
        assert len(image.getcolors(maxcolors=1_000_000) or []) > 3


def test_an_empty_network_can_be_saved_in_every_format(tmp_path: Path) -> None:
    for ending in FORMATS:
        save_network(Network((), ()), tmp_path / f"empty{ending}")
        assert (tmp_path / f"empty{ending}").stat().st_size > 0
