"""Documents enter, are replaced and leave whole; what is wrong with the file is said in one sentence."""

import pickle
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from libraries_made import MEETINGS, everything, filled
from readings_made import FORUM, forum, renamed, sample_part

from graph.errors import NoSuchDocument, SeveralDocuments
from graph.knowledge.store.entry import entry
from graph.knowledge.store.graphs import nquads
from graph.knowledge.store.index import index_path
from graph.knowledge.store.library import Store
from graph.knowledge.store.stored import read_back, written
from graph.model.reading import Reading


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
