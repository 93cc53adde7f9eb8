"""An erased person is gone from what people corrected too, and from every version of the same minutes."""

from pathlib import Path

from names_left import AT, SAMPLE, TWO, left, written

from graph.library import Library


def test_a_correction_puts_no_erased_name_back(tmp_path: Path) -> None:
    library = written(tmp_path, one=TWO + "\nTorsta, Ulf Berg:\n- Kursen börjar i höst.\n")
    for line, name in ((4, "Sven Ahl"), (10, "Anna Bergqvist")):
        made = library.propose("correct", "statement", "one.txt", line, to={"speaker": name})
        library.make(made, "Eva", AT)
    receipt = library.erase(library.erasing("Anna Bergqvist"), "Eva", AT)
    assert receipt.hits == ()
    assert left(library, "Anna Bergqvist") == []
    library = Library(library.folder)
    list(library.read([tmp_path / "one.txt"], again=True))
    assert left(library, "Anna Bergqvist") == []
    library = Library(library.folder)
    assert library.check() == []
    assert "Sven Ahl" in {row["speaker"] for row in library.statements().rows}


def test_a_person_is_erased_from_every_version_of_the_same_minutes(tmp_path: Path) -> None:
    sample = SAMPLE.read_text(encoding="utf-8")
    library = written(tmp_path, final=sample, utkast=sample.replace("\n\n", "\n", 1))
    assert len([row for row in library.documents().rows if row["same_minutes"]]) == 1
    answer = library.about("Hans Svensson")
    assert len({held.document for held in answer.evidence.values()}) == 2
    receipt = library.erase(library.erasing("Hans Svensson"), "Eva", AT)
    assert (len(receipt.plan.documents), receipt.hits) == (2, ())
    assert left(library, "Hans Svensson") == []
