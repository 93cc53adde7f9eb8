"""Documents enter, are replaced and leave whole; what is wrong with the file is said in one sentence."""

import os
import pickle
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readings_made import FORUM, forum, meeting, renamed, sample_part

from graph.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryNewer,
    LibraryNotWritable,
    NoSuchDocument,
    SeveralDocuments,
    UnknownGraphFormat,
)
from graph.knowledge.store import opening
from graph.knowledge.store.check import check
from graph.knowledge.store.entry import entry
from graph.knowledge.store.export import export, exported
from graph.knowledge.store.graphs import based, dataset, nquads, what_holds_now
from graph.knowledge.store.index import index_path
from graph.knowledge.store.library import Store
from graph.knowledge.store.rebuild import rebuild
from graph.knowledge.store.rows import COLUMNS, REFERENCES
from graph.knowledge.store.stored import read_back, written
from graph.model.reading import Reading
from graph.model.terms import Kind

ORG = Kind.ORGANISATION
MEETINGS = [
    meeting("A", "Almi och IUC samarbetar.", {"Almi": ORG, "IUC": ORG}, works_with=(("Almi", "IUC"),)),
    meeting(
        "B",
        "Lena Ask från Almi talade med Torsta.",
        {"Lena Ask": Kind.PERSON, "Almi": ORG, "Torsta": ORG},
        works_for=(("Lena Ask", "Almi"),),
    ),
    meeting(
        "C",
        "Lena Ask från Torsta och Länsstyrelsen.",
        {"Lena Ask": Kind.PERSON, "Torsta": ORG, "Länsstyrelsen": ORG},
        works_for=(("Lena Ask", "Torsta"),),
    ),
    forum(),
]


def filled(folder: Path, *readings: Reading) -> Store:
    store = Store(folder)
    for reading in readings:
        store.commit(entry(reading), path=reading.document.name)
    return store


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, numbers of documents and shared actors replaced by what they stand for."""
    documents = {row[0]: row[1] for row in store.db.execute("SELECT id, sha256 FROM document")}
    shared = {row[0]: row[1] for row in store.db.execute("SELECT id, iri FROM shared")}
    shared[None] = None
    held: dict[str, list[tuple[object, ...]]] = {}
    for table, columns in COLUMNS.items():
        names = columns.split()
        wanted = ", ".join(f'"{name}"' for name in names)
        extra = ", shared" if table == "actor" else ""
        rows = store.db.execute(f"SELECT {wanted}{extra} FROM {table}").fetchall()  # noqa: S608  # own names
        held[table] = sorted(
            (
                *(
                    (documents[cell >> 20], cell & 0xFFFFF)
                    if name in REFERENCES[table] and cell is not None
                    else cell
                    for name, cell in zip(names, row, strict=False)
                ),
                *((shared[row["shared"]],) if extra else ()),
            )
            for row in rows
        ) if rows else []  # fmt: skip
    held["shared"] = sorted(map(tuple, store.db.execute(
        "SELECT iri, kind, name, coalesce(classification, ''), folded, join_keys, sure FROM shared"
    )))  # fmt: skip
    held["alike"] = sorted(
        (shared[a], shared[b], reason) for a, b, reason in store.db.execute("SELECT * FROM alike")
    )
    held["shared_key"] = sorted((k, shared[s]) for k, s in store.db.execute("SELECT * FROM shared_key"))
    return {table: [tuple(map(repr, row)) for row in rows] for table, rows in held.items()}


def test_a_library_that_is_not_there_reads_as_empty_and_is_not_made(tmp_path: Path) -> None:
    store = Store(tmp_path / "none")
    assert store.documents() == []
    assert store.generation == 0
    assert nquads(store) == ""
    assert index_path(store).is_dir()
    assert not (tmp_path / "none").exists()


def test_an_entry_travels_between_processes() -> None:
    made = entry(forum())
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301  # our own bytes


@pytest.mark.parametrize("reading", [sample_part(), forum()], ids=["sample", "forum"])
def test_a_reading_comes_back_as_it_was_kept(reading: Reading) -> None:
    assert read_back(written(reading)) == reading
    assert written(read_back(written(reading))) == written(reading)


def test_every_value_stands_in_the_read_model(tmp_path: Path) -> None:
    reading = forum()
    store = filled(tmp_path, reading)
    for table, values in (
        ("statement", reading.statements),
        ("quote", reading.quotes),
        ("heading", reading.headings),
        ("actor", reading.actors),
        ("mention", reading.mentions),
        ("date_mention", reading.dates),
        ("membership", reading.memberships),
        ("attendance", reading.attendance),
        ("figure", reading.figures),
        ("relation", reading.relations),
        ("property", reading.properties),
        ("promise", reading.promises),
        ("quote_text", reading.quotes),
    ):
        (count,) = store.db.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608  # own names
        assert count == len(values) > 0, table
    assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_row_leads_to_its_words(tmp_path: Path) -> None:
    store = filled(tmp_path, sample_part(), forum())
    ties = store.db.execute(
        "SELECT a.name, r.predicate, b.name, q.raw, h.whole, d.text, q.start, q.end FROM relation r"
        " JOIN actor a ON a.id = r.subject JOIN actor b ON b.id = r.object JOIN quote q ON q.id = r.quote"
        " JOIN statement s ON s.id = q.passage JOIN heading h ON h.id = s.heading"
        " JOIN document d ON d.id = q.document WHERE r.predicate = 'supports'"
    ).fetchall()
    (tie,) = ties
    assert tuple(tie)[:3] == ("IUC", "supports", "Synsams etablering")
    assert tie["whole"] == "IUC Stefan Fredriksson"
    assert tie["text"][tie["start"] : tie["end"]] == tie["raw"]


def test_inflections_meet_in_the_index_and_swedish_letters_are_letters(tmp_path: Path) -> None:
    store = filled(tmp_path, sample_part(), forum())

    def found(words: str) -> set[str]:
        rows = store.db.execute(
            "SELECT q.text FROM quote_text t JOIN quote q ON q.id = t.rowid WHERE quote_text MATCH ?",
            (words,),
        )
        return {row[0] for row in rows}

    assert any("förutsättningar" in text for text in found("stems:förutsättning"))
    assert found("words:arbetsfördelningen")
    assert not found("words:arbetsfordelningen")
    over = store.db.execute(
        "SELECT count(*) FROM passage_text WHERE passage_text MATCH 'words: Stefan AND words: Woolpowers'"
    ).fetchone()
    assert over[0] == 1  # the heading's words are found with the statement under it


def test_reading_a_document_again_changes_nothing_but_the_generation(tmp_path: Path) -> None:
    store = filled(tmp_path, *MEETINGS)
    before, generation = everything(store), store.generation
    store.commit(entry(MEETINGS[1]), path=MEETINGS[1].document.name)
    assert everything(store) == before
    assert store.generation == generation + 1


def test_a_changed_file_supersedes_its_older_self(tmp_path: Path) -> None:
    store = filled(tmp_path, forum())
    changed = forum(FORUM + "\nSlut för i dag.\n")
    store.commit(entry(changed), path="forum.txt")
    assert store.documents() == [changed.document.sha256]
    assert store.at("forum.txt") == (changed.document.sha256, "1")


def test_a_document_at_two_paths_stays_while_one_of_them_holds_it(tmp_path: Path) -> None:
    store = Store(tmp_path)
    one, other = forum(), forum(FORUM + "\nSlut.\n")
    store.commit(entry(one), path="a.txt")
    store.commit(entry(one), path="b.txt")
    store.commit(entry(other), path="a.txt")
    assert store.documents() == sorted([one.document.sha256, other.document.sha256])
    store.commit(entry(other), path="b.txt")
    assert store.documents() == [other.document.sha256]


def test_nothing_of_a_removed_document_stays(tmp_path: Path) -> None:
    store = filled(tmp_path, *MEETINGS)
    for reading in MEETINGS:
        store.remove(reading.document.sha256[:12])
    assert {table: rows for table, rows in everything(store).items() if rows} == {}
    assert store.db.execute("SELECT count(*) FROM path").fetchone()[0] == 0
    store.close()
    content = (tmp_path / "library.db").read_bytes()
    assert "Företagsforum Dalvik 3 mars 2024".encode() not in content


def test_a_document_is_found_by_hash_or_file_name(tmp_path: Path) -> None:
    store = filled(tmp_path, MEETINGS[0], MEETINGS[1])
    sha256 = MEETINGS[0].document.sha256
    assert store.find(sha256[:6]) == store.find("A.txt") == store.find(sha256.upper()) == sha256
    with pytest.raises(NoSuchDocument):
        store.find("nothing.txt")
    store.commit(entry(renamed(MEETINGS[2], "A.txt")), path="other/A.txt")
    with pytest.raises(SeveralDocuments):
        store.find("A.txt")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(len(MEETINGS))), again=st.integers(0, len(MEETINGS) - 1))
def test_any_order_of_reading_gives_the_same_library(
    order: list[int], again: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    straight = filled(tmp_path_factory.mktemp("straight"), *MEETINGS)
    shuffled = filled(tmp_path_factory.mktemp("shuffled"), *(MEETINGS[place] for place in order))
    shuffled.remove(MEETINGS[again].document.sha256)
    shuffled.commit(entry(MEETINGS[again]), path=MEETINGS[again].document.name)
    assert nquads(shuffled) == nquads(straight)
    assert everything(shuffled) == everything(straight)


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


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    filled(tmp_path, forum()).close()
    with closing(sqlite3.connect(tmp_path / "library.db", isolation_level=None)) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(LibraryNewer) as refused:
        Store(tmp_path).documents()
    assert refused.value.facts["format"] == 99


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to be one" * 40, b"x"])
def test_a_file_that_is_no_library_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "library.db").write_bytes(content)
    with pytest.raises(LibraryDamaged):
        Store(tmp_path).documents()
    assert (tmp_path / "library.db").read_bytes() == content


def test_somebody_else_s_database_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "library.db", isolation_level=None)) as db:
        db.execute("CREATE TABLE recipe (name)")
    with pytest.raises(LibraryDamaged):
        Store(tmp_path).commit(entry(forum()), path="forum.txt")


def test_a_torn_file_is_told(tmp_path: Path) -> None:
    filled(tmp_path, *MEETINGS).close()
    place = tmp_path / "library.db"
    content = bytearray(place.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    place.write_bytes(content)
    with pytest.raises(LibraryDamaged):
        check(Store(tmp_path))


def test_a_library_that_another_process_writes_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "WAIT", 0.05)
    store = filled(tmp_path, MEETINGS[0])
    other = sqlite3.connect(tmp_path / "library.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryBusy):
        Store(tmp_path).commit(entry(MEETINGS[1]), path="B.txt")
    assert store.documents() == [MEETINGS[0].document.sha256]  # reading goes on beside it
    other.execute("ROLLBACK")
    other.close()
    other.close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_only_be_read_can_be_asked(tmp_path: Path) -> None:
    filled(tmp_path, MEETINGS[0]).close()
    (tmp_path / "library.db").chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        assert Store(tmp_path).documents() == [MEETINGS[0].document.sha256]
        with pytest.raises(LibraryNotWritable):
            Store(tmp_path).commit(entry(MEETINGS[1]), path="B.txt")
    finally:
        tmp_path.chmod(0o755)


def test_a_library_cannot_be_made_where_a_file_stands(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(LibraryNotWritable):
        Store(tmp_path / "taken").commit(entry(forum()), path="forum.txt")


def test_a_commit_that_fails_leaves_nothing(tmp_path: Path) -> None:
    store = filled(tmp_path, MEETINGS[0])
    before, generation = everything(store), store.generation
    broken = entry(MEETINGS[1])
    broken.rows["mention"].append(("no", "row"))
    with pytest.raises((ValueError, sqlite3.Error)):
        store.commit(broken, path="B.txt")
    assert everything(store) == before
    assert store.generation == generation


def test_two_that_make_the_library_at_once_make_one(tmp_path: Path) -> None:
    failed: list[Exception] = []

    def keep(reading: Reading) -> None:
        try:
            filled(tmp_path / "new", reading).close()
        except (sqlite3.Error, LibraryBusy, LibraryDamaged) as bad:
            failed.append(bad)

    threads = [threading.Thread(target=keep, args=(reading,)) for reading in MEETINGS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len(Store(tmp_path / "new").documents()) == len(MEETINGS)
