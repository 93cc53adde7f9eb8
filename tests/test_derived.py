"""What is made from what the library holds: made anew, checked, exported, indexed."""

from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from libraries_made import MEETINGS, ORG, everything, filled
from readings_made import forum, meeting, sample_part

from graph.errors import UnknownGraphFormat
from graph.knowledge.store.check import check
from graph.knowledge.store.entry import entry
from graph.knowledge.store.export import export, exported
from graph.knowledge.store.graphs import based, dataset, nquads, what_holds_now
from graph.knowledge.store.index import index_path
from graph.knowledge.store.rebuild import rebuild


def test_rebuilding_gives_what_was(tmp_path: Path) -> None:
    store = filled(tmp_path, *reversed(MEETINGS))
    before, graphs = everything(store), nquads(store)
    assert rebuild(store) == len(MEETINGS)
    assert everything(store) == before
    assert nquads(store) == graphs
    assert store.at("B.txt") == (MEETINGS[1].document.sha256, "1")


def test_rebuilding_mends_a_read_model_that_was_spoilt(tmp_path: Path) -> None:
    store = filled(tmp_path, *MEETINGS)
    before = everything(store)
    store.db.execute("DELETE FROM relation")
    store.db.execute("UPDATE actor SET shared = NULL")
    assert {fault["fault"] for fault in check(store)} == {"rows"}
    rebuild(store)
    assert check(store) == []
    assert everything(store) == before


def test_a_sound_library_has_no_faults(tmp_path: Path) -> None:
    assert check(filled(tmp_path, sample_part(), *MEETINGS)) == []


def test_a_text_that_was_changed_behind_our_back_is_told(tmp_path: Path) -> None:
    store = filled(tmp_path, forum())
    store.db.execute("UPDATE document SET text = replace(text, 'Almi', 'Alma')")
    (fault,) = check(store)
    assert fault == {
        "document": forum().document.sha256, "file": "forum.txt", "fault": "hash", "where": "document",
    }  # fmt: skip


def test_a_quote_that_is_not_what_stands_there_is_told(tmp_path: Path) -> None:
    reading = forum()
    false = replace(reading.quotes[4], text="Almi samarbetar inte med Tillväxtverket.")
    store = filled(tmp_path, replace(reading, quotes=(*reading.quotes[:4], false, *reading.quotes[5:])))
    span = false.span
    assert [(f["fault"], f["where"]) for f in check(store)] == [("text", f"{span.start}-{span.end}")]


def test_what_holds_now_has_each_tie_once(tmp_path: Path) -> None:
    mirrored = meeting(
        "D", "IUC samarbetar med Almi.", {"IUC": ORG, "Almi": ORG}, works_with=(("IUC", "Almi"),)
    )
    store = filled(tmp_path, MEETINGS[0], mirrored, sample_part())
    lines = what_holds_now(store.db)
    assert sum("ns#worksWith" in line for line in lines) == 1
    assert sum("ns#supports" in line for line in lines) == 1
    assert not any("kommunen" in line for line in lines)  # an unnamed party gives no plain triple


def test_a_denied_tie_holds_nowhere(tmp_path: Path) -> None:
    from graph.model.terms import Status  # noqa: PLC0415  # only here

    denied = meeting(
        "D", "IUC samarbetar inte med Almi.", {"IUC": ORG, "Almi": ORG},
        works_with=(("IUC", "Almi"),), status=Status.NEGATED,
    )  # fmt: skip
    assert not any("worksWith" in line for line in what_holds_now(filled(tmp_path, denied).db))


def triples(content: bytes, form: str) -> set[tuple[str, ...]]:
    held = rdflib.Graph().parse(data=content, format=form)
    return {tuple(map(repr, triple)) for triple in held}


def test_every_export_says_the_same_to_another_library(tmp_path: Path) -> None:
    store = filled(tmp_path, sample_part(), *MEETINGS)
    whole = dataset(store)
    assert len(whole.default_graph) == len(what_holds_now(store.db))
    quads = {tuple(map(str, quad)) for quad in whole.quads()}
    for ending, form in ((".trig", "trig"), (".jsonld", "json-ld"), (".nq", "nquads")):
        held = rdflib.Dataset()
        held.parse(data=exported(store, ending), format=form)
        assert {tuple(map(str, quad)) for quad in held.quads()} == quads, ending
    plain = triples(exported(store, ".nt"), "nt")
    assert plain == triples(exported(store, ".ttl"), "turtle") == triples(exported(store, ".rdf"), "xml")


def test_an_export_is_written_whole_with_the_user_s_base(tmp_path: Path) -> None:
    store = filled(tmp_path, forum())
    export(store, tmp_path / "out.ttl", base="https://min.example/kunskap")
    text = (tmp_path / "out.ttl").read_text(encoding="utf-8")
    assert "https://min.example/kunskap/id/" in text
    assert "samverkan.example" not in text
    with pytest.raises(UnknownGraphFormat):
        export(store, tmp_path / "out.doc")
    assert not (tmp_path / "out.doc").exists()


def test_a_text_that_looks_like_our_iri_keeps_its_words() -> None:
    line = '<https://samverkan.example/a> <http://p> "se <https://samverkan.example/b>"@sv .\n'
    assert based([line], "https://x.example/") == [
        '<https://x.example/a> <http://p> "se <https://samverkan.example/b>"@sv .\n'
    ]


def test_the_index_follows_the_library(tmp_path: Path) -> None:
    store = filled(tmp_path, MEETINGS[0])
    first = index_path(store)
    assert index_path(store) == first
    assert first.parent == tmp_path / "cache"
    store.commit(entry(MEETINGS[1]), path="B.txt")
    second = index_path(store)
    assert second != first
    assert not first.exists()
    engine = pyoxigraph.Store.read_only(str(second))
    assert len(engine) == nquads(store).count("\n")
    assert [p.name for p in (tmp_path / "cache").iterdir()] == [second.name]
