"""SPARQL within limits: what reaches out is refused, what overruns is ended, the next query is answered."""

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import (
    BadQuery,
    QueryOverran,
    QueryRefused,
    QueryResultTooLarge,
    QueryTooHeavy,
    QueryTooLong,
    SamverkanError,
    UnfitFormat,
)
from graph.knowledge.query.contained import Value, results
from graph.knowledge.query.guard import guard
from graph.knowledge.query.sandbox import network_can_be_cut
from graph.wording.sentences import LANGUAGES, sentence

SECONDS = 1.5
FINDS = "SELECT ?o WHERE { <urn:s5> ?p ?o }"
DOUBLED = " ".join(f"BIND(CONCAT(?x{step}, ?x{step}) AS ?x{step + 1})" for step in range(35))
HOSTILE = {
    "cross product": "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f FILTER(?a != ?f) }",
    "parentheses": "SELECT (" + "(" * 20_000 + "1" + ")" * 20_000 + " AS ?x) {}",
    "path": "SELECT * { ?s " + "/".join(["<urn:p1>"] * 1_000) + " ?o }",
    "order": "SELECT ?a ?c { ?a ?p ?b . ?c ?q ?d } ORDER BY CONCAT(STR(?a), STR(?c))",
    "doubling": f"SELECT (STRLEN(?x34) AS ?l) {{ BIND('aaaaaaaaaa' AS ?x0) {DOUBLED} }}",
    "service": "SELECT * { SERVICE <http://127.0.0.1:80/> { ?s ?p ?o } }",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index") / "i"
    store = pyoxigraph.Store(str(folder))
    node = pyoxigraph.NamedNode
    store.bulk_extend(
        pyoxigraph.Quad(node(f"urn:s{i}"), node(f"urn:p{i % 7}"), node(f"urn:s{(i * 7 + 1) % 20_000}"))
        for i in range(20_000)
    )
    store.add(pyoxigraph.Quad(node("urn:å"), node("urn:p"), pyoxigraph.Literal("ö", language="sv")))
    store.add(pyoxigraph.Quad(node("urn:g"), node("urn:p"), node("urn:h"), node("urn:graph")))
    store.flush()
    del store
    return folder


def rows(content: bytes) -> list[dict[str, str]]:
    return [
        {name: term["value"] for name, term in row.items()}
        for row in json.loads(content)["results"]["bindings"]
    ]


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_query_ends_with_a_sentence_and_the_next_one_is_answered(query: str, index: Path) -> None:
    with pytest.raises(SamverkanError) as ended:
        results(index, query, seconds=SECONDS)
    for language in LANGUAGES:
        assert sentence(ended.value, language)
    assert rows(results(index, FINDS).content) == [{"o": "urn:s36"}]


def test_a_query_is_killed_at_its_deadline(index: Path) -> None:
    with pytest.raises(QueryOverran) as ended:
        results(index, HOSTILE["cross product"], seconds=0.5)
    assert ended.value.facts == {"seconds": "0.5"}


def test_more_text_than_is_looked_at_is_refused_before_it_is_parsed(index: Path) -> None:
    with pytest.raises(QueryTooLong):
        results(index, FINDS + "#" + "å" * 40_000)


def test_results_beyond_the_limit_are_not_handed_over(index: Path) -> None:
    with pytest.raises((QueryResultTooLarge, QueryTooHeavy)):
        results(index, "SELECT * { ?a ?p ?b . ?c ?q ?d }", seconds=60)


@pytest.mark.parametrize(
    "word", ["SERVICE", "service", "LOAD", "FROM", "From NAMED", "INSERT", "DELETE", "CLEAR"]
)
def test_words_that_reach_out_or_change_are_named_with_their_line(word: str) -> None:
    with pytest.raises(QueryRefused) as refused:
        guard(f"SELECT *\n{word} <urn:x> {{ ?s ?p ?o }}")
    assert refused.value.facts == {"word": word.split()[0].upper(), "line": 2}


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p "SERVICE <http://x/>" }',
        "SELECT * { ?s ?p '''LOAD 'x' FROM''' }",
        "SELECT ?service ?from { ?service <urn:FROM> ?from } # DELETE",
        "PREFIX from: <urn:x#> SELECT * { ?s from:service _:load }",
    ],
)
def test_the_same_words_in_texts_names_and_comments_are_harmless(query: str, index: Path) -> None:
    assert rows(results(index, query).content) == []


@pytest.mark.parametrize("query", ["SELECT * { ?s ?p 'open }", "SELECT * { ?s ?p", "\\u0053ERVICE", ""])
def test_what_is_no_sparql_says_where(query: str, index: Path) -> None:
    with pytest.raises(BadQuery) as wrong:
        results(index, query)
    assert wrong.value.facts["line"] == 1


@given(
    st.lists(st.sampled_from(["SERVICE", "'", '"', "'''", "#", "\n", "<urn:a>", "?s ", "{", "}", " ", "x:"]))
)
def test_no_service_passes_that_the_engine_would_call(parts: list[str]) -> None:
    """What passes the guard holds the word in a text, an IRI, a name or a comment only."""
    query = "SELECT * { " + "".join(parts) + " }"
    try:
        guard(query)
    except (QueryRefused, BadQuery):
        return
    bare = re.sub(
        r"'''(?:.|\n)*?'''" + r'|"[^"\n]*"' + r"|'[^'\n]*'|<[^<>\s]*>|#[^\n]*|[?$]\w+|\w*:\w*", " ", query
    )
    assert "SERVICE" not in bare


class Listener(BaseHTTPRequestHandler):
    calls: list[str] = []  # noqa: RUF012  # shared with the test on purpose

    def do_GET(self) -> None:
        self.calls.append(self.path)
        self.send_response(200)
        self.end_headers()


@pytest.fixture
def listener() -> Iterator[HTTPServer]:
    server = HTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.skipif(not network_can_be_cut(), reason="this machine has no filter to cut the network with")
def test_a_query_that_slips_through_finds_no_network(
    index: Path, listener: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.knowledge.query.contained.guard", lambda query: None)
    port = listener.server_port
    with pytest.raises(QueryRefused) as refused:
        results(index, f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}")
    assert re.search("denied|Connect", str(refused.value.facts["word"]))
    assert Listener.calls == []


@pytest.mark.parametrize(
    ("written", "start"),
    [("json", b"{"), ("csv", b"o\r\n"), ("tsv", b"?o\n"), ("xml", b"<?xml")],
)
def test_tables_in_four_formats(written: str, start: bytes, index: Path) -> None:
    found = results(index, FINDS, format=written)
    assert found.content.startswith(start)
    assert b"urn:s36" in found.content
    assert found.form == "table"


@pytest.mark.parametrize("written", ["turtle", "ntriples", "jsonld", "rdfxml"])
def test_graphs_in_four_formats(written: str, index: Path) -> None:
    found = results(
        index, "CONSTRUCT { ?s ?p ?o } WHERE { ?s <urn:p> ?o BIND(<urn:p> AS ?p) }", format=written
    )
    assert "ö" in found.content.decode("utf-8") or "\\u00F6" in found.content.decode("utf-8")
    assert found.form == "graph"


def test_yes_and_no_are_a_table(index: Path) -> None:
    assert json.loads(results(index, "ASK { <urn:s5> ?p ?o }").content)["boolean"] is True


@pytest.mark.parametrize(("query", "written"), [(FINDS, "turtle"), ("DESCRIBE <urn:s5>", "csv")])
def test_a_format_of_the_other_kind_is_refused_with_those_that_fit(
    query: str, written: str, index: Path
) -> None:
    with pytest.raises(UnfitFormat):
        results(index, query, format=written)


def test_values_are_bound_and_never_pasted(index: Path) -> None:
    asked = "SELECT ?s ?o { ?s ?p ?o }"
    assert rows(results(index, asked, values={"s": Value("urn:s5")}).content) == [
        {"s": "urn:s5", "o": "urn:s36"}
    ]
    assert rows(results(index, asked, values={"o": Value(text="x } SERVICE <urn:y> {")}).content) == []


def test_the_default_graph_does_not_hold_the_documents(index: Path) -> None:
    assert rows(results(index, "SELECT ?o { <urn:g> ?p ?o }").content) == []
    assert rows(results(index, "SELECT ?o { GRAPH ?g { <urn:g> ?p ?o } }").content) == [{"o": "urn:h"}]
