"""A person reported on and erased: the extract is whole, and what was erased is gone from every byte."""

import json
import re
from collections import Counter
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from names_left import AT, SAMPLE, TWO, left, written

from graph.commands.table import samverkan
from graph.errors import NoSuchActor, SeveralActors
from graph.knowledge.store.erasure import swept
from graph.library import Library

SERIES = Path(__file__).parent / "series"
WHOM = "Erik Bergdal"
COUNTED = """
PREFIX sam: <https://samverkan.example/ns#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
SELECT ?p ?thing WHERE {
  GRAPH ?identity { ?one sam:denotes <%s> }
  GRAPH ?document { ?thing ?p ?one . ?one a foaf:Person }
}
"""
FACTS = {"member": "role", "hasBody": "mention", "wasAttributedTo": "statement", "promisedBy": "promise",
         "attendee": "attendance"}  # fmt: skip
NAMESAKE = """Minnesanteckningar 7 juni 2024

Torsta, Anna Bergqvist:
- Vi ordnar kursen i höst.
"""


def run(library: Library, *words: str) -> Result:
    return CliRunner().invoke(samverkan, ["--library", str(library.folder), *words])


def people(library: Library) -> set[str]:
    return {str(row["name"]) for row in library.actors(kind="person").rows}


def test_the_extract_holds_all_that_an_independent_query_finds(library: Library) -> None:
    for name in sorted(people(library)):
        iri = library.store.db.execute("SELECT iri FROM shared WHERE name = ?", (name,)).fetchone()[0]
        found = json.loads(library.sparql(COUNTED % iri, "json").content)["results"]["bindings"]
        things = {(row["p"]["value"], row["thing"]["value"]) for row in found}
        expected = Counter(FACTS[re.split("[/#]", predicate)[-1]] for predicate, _ in things)
        answer = library.about(name)
        rows = Counter(str(row["fact"]) for row in answer.rows)
        rows["statement"] = len({
            (held.document, held.statement, held.heading)
            for row in answer.rows if row["fact"] == "statement"
            for held in [answer.evidence[row["evidence"][0]]]  # type: ignore[index]
        })  # fmt: skip
        assert {fact: rows[fact] for fact in FACTS.values()} == {
            fact: expected[fact] for fact in FACTS.values()
        }


def test_an_extract_is_a_page_and_a_word_document_that_say_the_same(library: Library, tmp_path: Path) -> None:
    answer = library.about(WHOM)
    library.save_about(answer, tmp_path / "extract.html", AT)
    library.save_about(answer, tmp_path / "extract.docx", AT)
    page = (tmp_path / "extract.html").read_text(encoding="utf-8")
    words = "\n".join(
        paragraph.text for paragraph in docx.Document(str(tmp_path / "extract.docx")).paragraphs
    )
    for held in answer.evidence.values():
        assert held.quote in words
        assert held.quote.replace("&", "&amp;").replace('"', "&#34;").replace("'", "&#39;") in page
    assert "<script" not in page


def test_a_name_that_fits_several_is_asked_about(tmp_path: Path) -> None:
    library = written(tmp_path, one=TWO, two=NAMESAKE)
    for asked in (library.about, library.erasing):
        with pytest.raises(SeveralActors):
            asked("Anna Bergqvist")
    with pytest.raises(NoSuchActor):
        library.erasing("Almi")
    assert len(library.erasing("Anna Bergqvist", "Almi").documents) == 1


def test_what_is_written_is_noted_and_told_in_the_extract(library: Library, tmp_path: Path) -> None:
    out = tmp_path / "network.json"
    assert run(library, "network", str(out)).exit_code == 0
    rows = [row for row in library.about(WHOM).rows if row["fact"] == "output"]
    assert [(row["file"], row["holds"]) for row in rows] == [(str(out), "holds")]
    out.unlink()
    rows = [row for row in library.about(WHOM).rows if row["fact"] == "output"]
    assert [row["holds"] for row in rows] == ["gone"]


def test_the_log_tells_who_did_what_and_names_no_person(tmp_path: Path) -> None:
    library = written(tmp_path, one=TWO)
    file = str(tmp_path / "one.txt")
    assert run(library, "read", "--again", file).exit_code == 0
    assert run(library, "rename", "Almi", "Almi AB", "--who", "Eva").exit_code == 0
    assert run(library, "erase", "Anna Bergqvist", "--yes").exit_code == 0
    assert run(library, "remove", "one.txt").exit_code == 0
    rows = list(library.audit().rows)
    assert [row["act"] for row in rows] == ["remove", "erase", "decide", "read"]
    assert rows[2]["who"] == "Eva"
    assert not any("Bergqvist" in str(cell) for row in rows for cell in row.values())


def test_notes_let_no_index_go_stale_and_ask_no_right_to_write(library: Library, tmp_path: Path) -> None:
    before = library.store.generation
    library.wrote(SERIES.parent / "conftest.py", "Eva", AT)
    assert library.store.generation == before
    Library(tmp_path / "none").wrote(SERIES.parent / "conftest.py", "Eva", AT)
    assert not (tmp_path / "none").exists()


def test_nothing_is_erased_until_it_is_said_twice(library: Library) -> None:
    before = list(library.store.db.iterdump())
    result = run(library, "erase", WHOM)
    assert result.exit_code == 0
    assert WHOM not in result.stdout
    assert list(library.store.db.iterdump()) == before


def test_an_erased_person_is_gone_from_every_byte_and_stays_out(library: Library) -> None:
    library.sparql("SELECT * WHERE { ?s ?p ?o } LIMIT 1")  # makes the index, which holds names
    library.save_network(library.folder / "picture.html")
    library.wrote(library.folder / "picture.html", "Eva", AT)
    library.merge("Region Dalarna", "Almi Dalarna", WHOM, AT, f"so said {WHOM}")
    others = people(library) - {WHOM}
    statements = len(library.statements().rows)
    receipt = library.erase(library.erasing(WHOM), "Eva", AT)
    assert receipt.hits == ()
    assert len(receipt.plan.documents) == 4
    assert left(library, WHOM, "Bergdal", "erik-bergdal") == []
    assert not (library.folder / "picture.html").exists()
    for _ in range(10):
        library = Library(library.folder)
        assert all(outcome.error is None for outcome in library.read([SERIES], again=True))
    assert left(library, WHOM, "Bergdal", "erik-bergdal") == []
    library = Library(library.folder)
    assert people(library) == others
    assert len(library.statements().rows) == statements
    assert library.check() == []
    library.rebuild()
    assert library.check() == []
    assert people(library) == others
    with pytest.raises(NoSuchActor):
        library.about(WHOM)


def test_a_namesake_of_another_organisation_stays(tmp_path: Path) -> None:
    library = written(tmp_path, one=TWO, two=NAMESAKE)
    library.erase(library.erasing("Anna Bergqvist", "Almi"), "Eva", AT)
    assert people(library) == {"Anna Bergqvist", "Per Bergqvist"}
    list(library.read([tmp_path / "one.txt", tmp_path / "two.txt"], again=True))
    texts = dict(library.store.db.execute("SELECT file, text FROM document").fetchall())
    assert "Anna" not in texts["one.txt"]
    assert "Per Bergqvist" in texts["one.txt"]
    assert "Anna Bergqvist" in texts["two.txt"]


def test_a_person_erased_from_a_period_stays_in_others(library: Library) -> None:
    dates = sorted(str(row["date"]) for row in library.documents().rows)
    plan = library.erasing(WHOM, until=dates[0])
    assert (len(plan.documents), plan.left) == (1, 3)
    library.erase(plan, "Eva", AT)
    list(library.read([SERIES], again=True))
    assert len(library.erasing(WHOM).documents) == 3
    assert library.check() == []


def test_a_name_in_the_name_of_the_file_goes_too(tmp_path: Path) -> None:
    (tmp_path / "Samtal med Anna Bergqvist.txt").write_text(TWO, encoding="utf-8")
    library = Library(tmp_path / "library")
    list(library.read([tmp_path / "Samtal med Anna Bergqvist.txt"]))
    result = run(library, "erase", "Anna Bergqvist", "--yes")
    assert result.exit_code == 0, result.output
    assert left(library, "Anna Bergqvist", "anna-bergqvist") == []
    list(Library(library.folder).read([tmp_path / "Samtal med Anna Bergqvist.txt"]))
    assert left(library, "Anna Bergqvist") == []
    assert len(Library(library.folder).documents().rows) == 1
    assert (tmp_path / "Samtal med Anna Bergqvist.txt").read_text(encoding="utf-8") == TWO


def test_the_source_lies_untouched_and_the_receipt_says_where(tmp_path: Path) -> None:
    library = written(tmp_path, one=TWO)
    asked = ["--library", str(library.folder), "--lang", "en", "erase", "Anna Bergqvist", "--yes"]
    result = CliRunner().invoke(samverkan, asked)
    (receipt,) = library.folder.glob("erasure-*.txt")
    told = receipt.read_text(encoding="utf-8")
    assert str(tmp_path / "one.txt") in told
    assert "0 hits" in told
    assert "Anna" not in told
    assert result.stdout == told
    assert (tmp_path / "one.txt").read_text(encoding="utf-8") == TWO


def test_one_of_two_possible_speakers_does_not_become_the_speaker(tmp_path: Path) -> None:
    library = Library(tmp_path)
    list(library.read([SAMPLE]))
    asked = {"by": "Region Jämtland Härjedalen"}
    either = [row for row in library.statements(**asked).rows if "Hans Svensson" in str(row.get("speakers"))]
    assert either
    library.erase(library.erasing("Hans Svensson"), "Eva", AT)
    after = [row for row in library.statements(**asked).rows if row["speaker"] == "Maria Söderkvist"]
    assert after == []
    assert len(library.statements(**asked).rows) >= len(either)


def test_an_erasure_leaves_word_when_its_sweep_was_interrupted(library: Library) -> None:
    assert swept(library.store.db)
    with library.store.writing() as db:
        db.execute("INSERT INTO setting VALUES ('sweeping', '1')")
    assert not swept(library.store.db)
    library.rebuild()
    assert swept(library.store.db)
