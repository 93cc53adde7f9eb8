"""A folder holds more than minutes: what is none is passed over in one line, and read where it is named."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.commands.table import samverkan
from graph.intake.aside import is_file_aside
from graph.intake.paths import expanded, passed_over

MINUTES = "Anteckningar dialogmöte 3 maj 2022\n\n▪ Almi, Eva Öberg\no Vi lånar ut mer än i fjol.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder as somebody who keeps minutes in a checkout has it."""
    top = tmp_path / "arbete"
    for place in (
        "protokoll/maj.txt",
        "README.md",
        "LICENSE",
        "node_modules/vis/readme.txt",
        "__pycache__/a.txt",
        ".venv/lib/b.txt",
        "miljö/lib/c.txt",
        "miljö/pyvenv.cfg",
        "cache/sparql-1/CURRENT.txt",
        ".git/d.txt",
    ):
        file = top / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(MINUTES, encoding="utf-8")
    (top / "library.db").write_bytes(b"SQLite format 3\0" + bytes(200))
    (top / "library.db-wal").write_bytes(bytes(20))
    return top


def test_only_what_may_be_minutes_is_read(folder: Path) -> None:
    assert [Path(file).relative_to(folder).as_posix() for file in expanded([folder])] == ["protokoll/maj.txt"]


def test_a_folder_tells_in_one_line_what_it_kept_back(folder: Path) -> None:
    (told,) = passed_over([folder])
    assert told.facts == {
        "file": str(folder),
        "names": "LICENSE, README.md, library.db, library.db-wal, .git/, .venv/ (+4)",
    }
    assert list(passed_over([folder / "protokoll", folder / "README.md", "-"])) == []


def test_a_folder_with_a_library_is_read_and_is_no_failure(folder: Path, tmp_path: Path) -> None:
    for lang, words in (("sv", "inte mötesanteckningar: LICENSE"), ("en", "as no minutes: LICENSE")):
        library = str(tmp_path / f"bibliotek-{lang}")
        result = CliRunner().invoke(samverkan, ["--lang", lang, "--library", library, "read", str(folder)])
        assert result.exit_code == 0, result.output
        assert len(result.stdout.splitlines()) == 1
        assert words in result.stderr
        assert len(result.stderr.splitlines()) == 1


def test_the_library_may_stand_among_the_minutes(folder: Path) -> None:
    for file in folder.glob("library.db*"):
        file.unlink()
    shutil.rmtree(folder / "cache")
    command = ["--library", str(folder), "read", str(folder)]
    for _ in range(2):  # the second time the library is there
        result = CliRunner().invoke(samverkan, command)
        assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1), result.output
    assert "library.db" in result.stderr


def test_a_file_that_is_named_is_read_whatever_it_is_called(folder: Path, tmp_path: Path) -> None:
    command = ["--library", str(tmp_path / "bibliotek"), "read", str(folder / "README.md")]
    result = CliRunner().invoke(samverkan, command)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "README.md" in result.stdout


def test_extract_passes_over_the_same(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    result = CliRunner().invoke(samverkan, ["--lang", "en", "extract", str(folder), "--out", str(out)])
    assert result.exit_code == 0, result.output
    assert [file.name for file in out.iterdir()] == ["maj.jsonl"]
    assert "passed over as no minutes" in result.stderr


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "readme.txt",
        "README.sv.md",
        "LICENSE",
        "Licence.txt",
        "LICENSE-MIT",
        "CHANGELOG.md",
        "NOTICE",
    ],
)
def test_the_papers_of_a_program_are_no_minutes(name: str) -> None:
    assert is_file_aside(name)


@pytest.mark.parametrize(
    "name",
    ["notice.txt", "licensnämnden.docx", "readme.docx", "history.txt", "changelog-möte 3.txt", "library.txt"],
)
def test_a_name_that_only_resembles_them_may_be_minutes(name: str) -> None:
    assert not is_file_aside(name)
