"""Explained: which layout won, how a line was read, and which rule made each find."""

import json
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner

from graph.commands.explain import place
from graph.commands.table import samverkan
from graph.evaluation.grounds import CUES, ELSEWHERE, LAYOUT, LISTS, MODEL
from graph.wording.sentences import LANGUAGES, terms

ROOT = Path(__file__).parent.parent
SEED = ROOT / "data" / "000_fcd71412aabef359.txt"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("x.txt:12", ("x.txt", 12)),
        ("C:\\x.txt:12", ("C:\\x.txt", 12)),
        ("C:\\x.txt", ("C:\\x.txt", None)),
        ("x.txt", ("x.txt", None)),
    ],
)
def test_a_drive_is_no_line(target: str, expected: tuple[str, int | None]) -> None:
    assert place(target) == expected


def test_a_line_is_explained_by_layout_speaker_and_rules() -> None:
    result = CliRunner().invoke(samverkan, ["explain", f"{SEED}:154", "--json"])
    assert result.exit_code == 0, result.output
    rows = json.loads(result.stdout)["rows"]
    layouts = [row for row in rows if row["fact"] == "layout"]
    assert [row["won"] for row in layouts] == [True] + [False] * (len(layouts) - 1)
    (line,) = [row for row in rows if row["fact"] == "line"]
    assert (line["read"], line["speakers"], line["attribution"]) == (
        "statement",
        ["Stefan Fredriksson"],
        "carried",
    )
    ties = [row for row in rows if row["fact"] == "relation"]
    assert ties
    assert all(row["rule"] and row["status"] and row["quote"] for row in ties)


def test_a_whole_pdf_is_explained_line_by_line() -> None:
    file = ROOT / "tests/gold/constructed/01-naringslivsdialog-dalarna.pdf"
    result = CliRunner().invoke(samverkan, ["explain", str(file), "--json"])
    assert result.exit_code == 0, result.output
    rows = json.loads(result.stdout)["rows"]
    assert {"heading", "statement"} <= {row.get("read") for row in rows}
    assert all(row["rule"] for row in rows if row["fact"] == "mention")


def explained(target: Path | str, *options: str) -> list[dict[str, Any]]:
    result = CliRunner().invoke(samverkan, ["explain", str(target), "--json", *options])
    assert result.exit_code == 0, result.output
    rows: list[dict[str, Any]] = json.loads(result.stdout)["rows"]
    return rows


TEXT = """Anteckningar näringslivsråd Lindmarken 3 mars 2025

• Almi, Eva Öberg
o Vi har gett pengar ur Framsyn till tre företag. Norrvind AB bygger ut.
o Projektet Vätgasspåret är igång. Eva tar upp det nästa gång.
"""


def test_a_mention_tells_who_vouches_for_it_and_on_which_words(tmp_path: Path) -> None:
    file = tmp_path / "möte.txt"
    file.write_text(TEXT, encoding="utf-8")
    found = {row["text"]: row for row in explained(file) if row["fact"] == "mention"}
    told = {name: (row["source"], row["cue"], row["cue_line"]) for name, row in found.items()}
    assert told["Almi"] == ("layout", "Almi", 3)
    assert told["Framsyn"] == ("rule", "gett pengar ur Framsyn", 4)
    assert told["Norrvind AB"] == ("rule", "Norrvind AB", 4)
    assert told["Vätgasspåret"][1].startswith("Projektet Vätgasspåret")
    assert told["Eva"] == ("document", "Eva Öberg", 3)
    assert found["Framsyn"]["quote"] == "Vi har gett pengar ur Framsyn till tre företag."


def made(folder: Path, suffix: str) -> Path:
    """The text as a file of a kind."""
    file = folder / f"möte{suffix}"
    lines = TEXT.splitlines()
    if suffix == ".docx":
        document = docx.Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(str(file))
    elif suffix == ".html":
        file.write_text("<html><body>" + "".join(f"<p>{line}</p>" for line in lines), encoding="utf-8")
    else:
        file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.mark.parametrize("suffix", [".txt", ".docx", ".html"])
def test_every_kind_of_file_is_explained_whole_and_by_the_line(tmp_path: Path, suffix: str) -> None:
    file = made(tmp_path, suffix)
    (row,) = (row for row in explained(file) if row.get("text") == "Framsyn")
    one = explained(f"{file}:{row['line']}")
    assert row in one
    assert {each["line"] for each in one if "line" in each} == {row["line"]}


def test_a_line_of_a_pdf_is_explained() -> None:
    file = ROOT / "tests/gold/constructed/01-naringslivsdialog-dalarna.pdf"
    rows = explained(f"{file}:8")
    assert [row["rule"] for row in rows if row["fact"] == "mention"] == ["head and name"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "sv",
            (
                "omnämnande: Framsyn · stöd · regeln money",
                "dokumentet named in full elsewhere, ”Eva Öberg” på rad 3",
            ),
        ),
        (
            "en",
            (
                "mention: Framsyn · scheme · rule money",
                "document named in full elsewhere, ”Eva Öberg” on line 3",
            ),
        ),
    ],
)
def test_a_person_reads_it_in_her_language(tmp_path: Path, lang: str, words: tuple[str, ...]) -> None:
    result = CliRunner().invoke(samverkan, ["--lang", lang, "explain", str(made(tmp_path, ".txt"))])
    assert result.exit_code == 0
    assert all(word in result.stdout for word in words), result.stdout


def test_a_folder_is_explained_file_by_file_and_the_bad_ones_are_named(tmp_path: Path) -> None:
    made(tmp_path, ".docx")
    made(tmp_path, ".txt")
    (tmp_path / "README.md").write_text("Om mappen", encoding="utf-8")
    rows = explained(tmp_path)
    assert list(dict.fromkeys(Path(row["file"]).name for row in rows)) == ["möte.docx", "möte.txt"]
    (tmp_path / "tom.txt").write_bytes(b"")
    result = CliRunner().invoke(samverkan, ["--lang", "en", "explain", str(tmp_path)])
    assert result.exit_code == 3
    assert result.stdout.count("== ") == 2
    assert "tom.txt holds no text" in result.stderr
    assert "README.md" in result.stderr
    result = CliRunner().invoke(samverkan, ["--lang", "en", "explain", str(tmp_path), "--json"])
    assert (result.exit_code, len(json.loads(result.stdout)["rows"])) == (3, len(rows))


def test_a_line_of_a_folder_and_a_bad_file_are_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(samverkan, ["--lang", "en", "explain", f"{tmp_path}:3"])
    assert result.exit_code == 2
    assert "is a folder" in result.stderr
    (tmp_path / "tom.txt").write_bytes(b"")
    result = CliRunner().invoke(samverkan, ["explain", str(tmp_path / "tom.txt")])
    assert (result.exit_code, result.stdout) == (1, "")


def test_every_rule_that_has_a_cue_is_a_rule_of_the_reading() -> None:
    sources = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "graph/reading").rglob("*.py"))
    rules = {*CUES, *LAYOUT, *ELSEWHERE, *LISTS, MODEL}
    assert {rule for rule in rules if f'"{rule}"' not in sources and not rule.startswith("called ")} == set()


def test_every_source_has_its_words() -> None:
    for language in LANGUAGES:
        assert terms(language)["source"].keys() == {"list", "rule", "layout", "document", "model", "person"}


def test_a_line_that_is_not_there_is_said() -> None:
    result = CliRunner().invoke(samverkan, ["--lang", "en", "explain", f"{SEED}:99999"])
    assert result.exit_code == 2
    assert "has no line 99999" in result.stderr
