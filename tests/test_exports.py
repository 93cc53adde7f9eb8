"""The network as files for other programs: read back by other libraries, whatever names hold."""

import csv
import io
import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import networks_made as made
import networkx as nx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import UnknownPicture
from graph.model.network import Network
from graph.picture.graphs import as_gexf, as_graphml, as_json, multidigraph
from graph.picture.notebook import Picture
from graph.picture.save import FORMATS, save_network
from graph.picture.sheets import as_csv, as_xlsx

HARD = (
    "=1+1", "+46 63 14 40 00", "-36 procent", "@SUM(A1)", "\tflik", "007", "1e5", "TRUE", "", " ",
    "rad ett\nrad två", "a\r\nb", "kontroll\x00\x01\x1f\x7f\x85tecken", "halv\ud800", "ej\uffff",
    "\ufeffmärke",
    "<&\"'>", "]]>", "; , | \\", "https://example.org/?a=1&b=2", "Åre Öst ÄÖÅ",
    "Gaaltije ŋ š ž đ", "x" * 40_000,
)  # fmt: skip


def named(*names: str) -> Network:
    """A chain of nodes that bear these names, each tie with a quote that holds the next one."""
    network = made.three()
    nodes = tuple(replace(network.nodes[0], iri=f"{made.BASE}{i}", name=name) for i, name in enumerate(names))
    edges = tuple(
        replace(network.edges[0], source=a.iri, target=b.iri, role=b.name or None, evidence=("e1",))
        for a, b in pairwise(nodes)
    )
    evidence = {"e1": replace(network.evidence["e1"], quote=names[0], speakers=(names[-1],), file=names[0])}
    return Network(nodes, edges, evidence, ((made.HASH, names[0], None, names[-1]),), names[0])


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def sheet(content: bytes, name: str) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(io.BytesIO(content))[name].values)


def test_a_row_an_edge_with_its_quote() -> None:
    network = made.sample()
    rows = rows_of(as_csv(network))
    assert len(rows) == len(network.edges)
    (row,) = (row for row in rows if (row["from"], row["to"]) == ("IUC", "Synsams etablering"))
    assert row["relation"] == "supports"
    assert row["relation_words"] == "stöder"
    assert row["quote"].startswith("Vi jobbar tillsammans med kommunen")
    assert (row["speaker"], row["organisation"], row["date"]) == ("Stefan Fredriksson", "IUC", "2021-04-19")
    assert all(row["quote"] for row in rows)


def test_a_spreadsheet_has_edges_nodes_and_sources() -> None:
    content = as_xlsx(made.sample())
    edges, nodes, sources = (sheet(content, name) for name in ("edges", "nodes", "sources"))
    assert len(edges) == 1 + len(made.sample().edges)
    assert len(nodes) == 1 + len(made.sample().nodes)
    assert sources[1] == (made.HASH, made.TITLE, "2021-04-19", made.FILE)


def test_a_spreadsheet_never_counts_what_minutes_say() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(named(*HARD))))
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b"}  # no formula, no error
    assert [cell.value for cell in cells if cell.hyperlink] == []
    assert any(cell.value == "=1+1" for cell in cells)
    assert any(cell.value == "007" for cell in cells)


def test_separated_values_begin_no_formula() -> None:
    for row in rows_of(as_csv(named(*HARD))):
        assert not row["from"].startswith(("=", "+", "-", "@", "\t")), row["from"][:20]


@pytest.mark.parametrize("suffix", [".gexf", ".graphml"])
def test_graph_files_read_back_as_they_were(suffix: str, tmp_path: Path) -> None:
    network = made.three()
    file = tmp_path / f"network{suffix}"
    save_network(network, file)
    graph = nx.read_gexf(file) if suffix == ".gexf" else nx.read_graphml(file, force_multigraph=True)
    assert graph.is_directed()
    assert graph.is_multigraph()
    assert set(graph) == {node.iri for node in network.nodes}
    found = sorted((a, b, data["relation"], data["symmetric"]) for a, b, data in graph.edges(data=True))
    assert found == sorted((e.source, e.target, e.predicate, e.symmetric) for e in network.edges)
    assert graph.nodes[made.iri("hamnen i Luleå")]["label"] == "hamnen i Luleå"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(HARD), st.text(max_size=20)), min_size=2, max_size=5))
def test_every_name_can_be_written_and_read(names: list[str]) -> None:
    network = named(*names)
    assert len(nx.read_gexf(io.BytesIO(as_gexf(network).encode()))) == len(names)
    assert len(nx.parse_graphml(as_graphml(network), force_multigraph=True)) == len(names)
    assert len(rows_of(as_csv(network))) == len(names) - 1
    assert len(sheet(as_xlsx(network), "nodes")) == len(names) + 1
    assert len(json.loads(as_json(network))["edges"]) == len(names) - 1


def test_json_is_node_link_data_with_its_evidence() -> None:
    network = made.sample()
    whole = json.loads(as_json(network))
    graph = nx.node_link_graph(whole, edges="edges")
    assert graph.number_of_edges() == len(network.edges)
    assert whole["evidence"]["e1"]["quote"] == network.evidence["e1"].quote
    assert whole["documents"][0]["file"] == made.FILE


def test_the_graph_in_memory_keeps_parallel_ties() -> None:
    graph = multidigraph(made.three())
    assert isinstance(graph, nx.MultiDiGraph)
    ends = (made.iri("Norrsken Kraft"), made.iri("hamnen i Luleå"))
    assert sorted(data["relation"] for data in graph.get_edge_data(*ends).values()) == ["funds", "plans"]
    assert graph.edges[*ends, next(iter(graph[ends[0]][ends[1]]))]["quote"]


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_the_same_bytes_each_time(suffix: str, tmp_path: Path) -> None:
    files = [tmp_path / f"{name}{suffix}" for name in ("first", "second")]
    for file in files:
        save_network(made.sample(computed=True), file, title="Samma")
    assert files[0].read_bytes() == files[1].read_bytes()
    assert len(files[0].read_bytes()) > 1000


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_an_empty_network_is_a_file_too(suffix: str, tmp_path: Path) -> None:
    save_network(made.EMPTY, tmp_path / f"empty{suffix}")
    assert (tmp_path / f"empty{suffix}").stat().st_size > 50


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_hard_names_stop_no_format(suffix: str, tmp_path: Path) -> None:
    save_network(named(*HARD), tmp_path / f"hard{suffix}")
    assert (tmp_path / f"hard{suffix}").exists()


def test_an_unknown_ending_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownPicture) as raised:
        save_network(made.three(), tmp_path / "network.docx")
    assert ".graphml" in str(raised.value.facts["known"])
    assert list(tmp_path.iterdir()) == []


def test_a_notebook_shows_the_page_in_a_frame_of_its_own() -> None:
    shown = Picture(made.three())._repr_html_()
    assert shown.startswith('<iframe sandbox="allow-scripts"')
    assert "<script" not in shown
