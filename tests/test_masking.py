"""Numbers and addresses of persons are masked when read: labelled strings, and every place that a number could reach."""

import json
import re
import sqlite3
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from graph.commands.table import samverkan
from graph.knowledge.store.scan import holds
from graph.library import Library
from graph.model.text import MASKED, Document, Masked
from graph.reading.documents.identity_numbers import checks
from graph.reading.documents.masking import masked, masked_text
from graph.reading.pipeline import read_bytes

LABELLED = tomllib.loads((Path(__file__).parent / "numbers.toml").read_text(encoding="utf-8"))
MARKED = re.compile(r"⟦([^⟧]*)⟧")
NOTES = """Minnesanteckningar 7 juni 2024

Torsta, Anna Bergqvist:
- Vi ordnar kursen i höst. Ring Anna på 070-123 45 67 eller skriv till anna.bergqvist@torsta.example.
- Deltagaren 811218-9876 fick plats.
Telefon 070-765 43 21
- Almi stödjer kursen med 200 000 kronor. Ansökan går till registrator@torsta.example, dnr 063-14 30 00.
"""
SECRETS = {"070-123 45 67", "45 67", "anna.bergqvist@torsta.example", "811218-9876", "070-765 43 21"}
PIECES = st.sampled_from(
    [
        "811218-9876",
        "070-123 45 67",
        "hanna@x.se",
        "info@x.se",
        " ",
        "\n",
        "kl ",
        "08",
        "-",
        "19",
        "å",
        "@",
        "(at)",
        "+46",
    ]
)


@pytest.mark.parametrize(
    ("kind", "marked"), [(kind, marked) for kind, strings in LABELLED.items() for marked in strings]
)
def test_a_labelled_string_is_masked_where_it_says(kind: str, marked: str) -> None:
    text = MARKED.sub(r"\1", marked)
    expected = MARKED.sub(lambda found: re.sub(r"\S", MASKED, found[1]), marked)
    found, counts = masked_text(text)
    assert found == expected
    count = len(MARKED.findall(marked))
    assert counts == Masked(**{} if kind.startswith("no_") else {kind: count})


def test_there_are_labelled_strings_enough_of_both_sorts() -> None:
    assert sum(len(strings) for kind, strings in LABELLED.items() if kind.startswith("no_")) >= 60
    assert sum(len(strings) for kind, strings in LABELLED.items() if not kind.startswith("no_")) >= 40


@given(st.lists(PIECES, max_size=12).map("".join))
def test_a_masked_text_is_as_long_as_it_was_and_masked_once_for_all(text: str) -> None:
    found, counts = masked_text(text)
    assert len(found) == len(text)
    assert all(one in (other, MASKED) for one, other in zip(found, text, strict=True))
    assert [place for place, letter in enumerate(text) if letter.isspace()] == [
        place for place, letter in enumerate(found) if letter.isspace()
    ]
    assert (counts == Masked()) == (found == text)


def test_the_check_digit_is_the_standards() -> None:
    assert checks("8112189876")
    assert sum(checks(f"811218987{digit}") for digit in range(10)) == 1


def test_a_document_tells_what_was_masked_also_in_its_title() -> None:
    document = masked(Document("a.txt", "Ring 070-123 45 67", title="Om 811218-9876"))
    assert document.title == f"Om {MASKED * 11}"
    assert document.masked == Masked(phones=1)
    assert masked(Document("a.txt", "Ring oss")).masked == Masked()


def test_statements_stand_where_they_stood_and_every_quote_is_the_text() -> None:
    bare, hidden = (read_bytes("a.txt", NOTES.encode(), mask=mask) for mask in (False, True))
    assert [one.span for one in bare.statements] == [one.span for one in hidden.statements]
    assert [one.number for one in bare.document.lines] == [one.number for one in hidden.document.lines]
    assert [(one.span, one.text) for one in hidden.headings] == [
        (one.span, one.text) for one in bare.headings
    ]
    assert [one.key for one in bare.actors] == [one.key for one in hidden.actors]
    for quote in hidden.quotes:
        assert quote.text == hidden.document.reading_form(quote.span).text


def test_no_number_reaches_any_byte_of_the_library_or_an_export(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(NOTES, encoding="utf-8")
    library = Library(tmp_path / "library")
    (outcome,) = library.read([tmp_path / "notes.txt"])
    assert outcome.masked == Masked(1, 2, 1)
    outputs = [tmp_path / name for name in ("n.html", "n.svg", "n.json", "n.xlsx", "n.graphml")]
    for place in outputs:
        library.save_network(place)
    for name in ("k.trig", "k.nq", "k.jsonld"):
        library.export(tmp_path / name)
        outputs.append(tmp_path / name)
    list(library.extract([tmp_path / "notes.txt"], tmp_path / "out"))
    library.store.close()
    held = [*outputs, tmp_path / "out" / "notes.jsonl", *(tmp_path / "library").rglob("*.db*")]
    for place in held:
        assert not holds(place, SECRETS, set()), place.name
    db = sqlite3.connect(tmp_path / "library" / "library.db")
    (text,) = db.execute("SELECT text FROM document").fetchone()
    db.close()
    assert "registrator@torsta.example, dnr 063-14 30 00" in text
    assert len(text) == len(NOTES)


def test_the_command_tells_how_many_and_the_switch_reads_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("notes.txt").write_text(NOTES, encoding="utf-8")

    def read(*words: str) -> dict[str, object]:
        result = CliRunner().invoke(samverkan, ["--library", "l", "read", "notes.txt", "--json", *words])
        row: dict[str, object] = json.loads(result.stdout)["rows"][0]
        return row

    def kept() -> str:
        shown = CliRunner().invoke(samverkan, ["--library", "l", "document", "notes.txt", "--json"])
        return str(json.loads(shown.stdout)["text"])

    assert read("--no-mask")["masked"] is None
    assert kept() == NOTES
    assert read()["masked"] == {"identity_numbers": 1, "phones": 2, "e_mails": 1}
    assert "811218" not in kept()
    assert read()["state"] == "unchanged"
    Path("samverkan.toml").write_text("mask = false\n", encoding="utf-8")
    assert read()["state"] == "read"
    assert kept() == NOTES
    Path("samverkan.toml").unlink()
    told = CliRunner().invoke(samverkan, ["--library", "l", "--lang", "en", "read", "notes.txt"])
    assert "1 personal identity numbers, 2 phone numbers, 1 e-mail addresses" in told.stderr
    assert "Masked" not in told.stdout


def test_explain_shows_the_masked_line_unless_told_not_to(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(NOTES, encoding="utf-8")
    for words, there in (((), False), (("--no-mask",), True)):
        result = CliRunner().invoke(samverkan, ["explain", f"{tmp_path / 'notes.txt'}:5", *words])
        assert ("811218-9876" in result.stdout) is there
