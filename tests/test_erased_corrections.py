"""Erasing one whom people corrected: the one who is shown goes, and what was read of them; namesakes keep theirs."""

from pathlib import Path

from graph.library import Library

AT = "2026-01-01T00:00:00Z"
ONE = "Minnesanteckningar 3 maj 2024\n\nAlmi, Anna Bergqvist:\n- Vi ser ett stort intresse.\n\nIUC, Per Ahlgren:\n- Per håller med.\n"
TWO = "Minnesanteckningar 7 juni 2024\n\nTorsta, Anna Bergqvist:\n- Vi ordnar kursen i höst.\n"


def test_who_is_shown_by_a_corrected_name_goes_with_what_was_read(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    library = Library(tmp_path / "library")
    list(library.read([tmp_path / "one.txt"]))
    made = library.propose(
        "correct", "mention", "one.txt", 3, "Anna Bergqvist", to={"name": "Anna Bergkvist"}
    )
    library.make(made, "Eva", AT)
    receipt = library.erase(library.erasing("Anna Bergkvist"), "Eva", AT)
    assert receipt.hits == ()
    list(library.read([tmp_path / "one.txt"], again=True))
    (text,) = library.store.db.execute("SELECT text FROM document").fetchone()
    assert "Anna" not in text
    assert {str(row["name"]) for row in library.actors(kind="person").rows} == {"Per Ahlgren"}
    assert library.check() == []


def test_a_namesake_keeps_its_corrections(tmp_path: Path) -> None:
    for name, text in (("one", ONE), ("two", TWO)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    library = Library(tmp_path / "library")
    list(library.read([tmp_path / "one.txt", tmp_path / "two.txt"]))
    made = library.propose("correct", "quote", "two.txt", 4, to={"status": "considered"})
    library.make(made, "Eva", AT, "so said Anna Bergqvist")
    library.erase(library.erasing("Anna Bergqvist", "Almi"), "Eva", AT)
    (row,) = library.history().rows
    assert (row["standing"], row["why"]) == ("stands", "so said Anna Bergqvist")
