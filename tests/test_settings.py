"""Settings: flags, environment and file in that order, the language, and how much is told."""

from pathlib import Path

import pytest
from commands_called import call

from graph.commands.settings import from_file, language_of
from graph.errors import BadSettings
from graph.library import Library

ROOT = Path(__file__).parent.parent


SEED = ROOT / "data" / "000_fcd71412aabef359.txt"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("commands") / "library"
    assert all(outcome.error is None for outcome in Library(folder).read([SEED]))
    return folder


def test_flags_beat_the_environment_which_beats_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "samverkan.toml").write_text('library = "hylla"\nlang = "en"\n', encoding="utf-8")
    assert call("--help").stdout.startswith("Usage: samverkan")
    assert call("read", SEED).exit_code == 0
    assert (tmp_path / "hylla" / "library.db").exists()
    environment = {"SAMVERKAN_LANG": "sv", "SAMVERKAN_LIBRARY": str(tmp_path / "annan")}
    assert call("--help", env=environment).stdout.startswith("Användning: samverkan")
    assert call("read", SEED, env=environment).exit_code == 0
    assert (tmp_path / "annan" / "library.db").exists()
    assert call("--lang", "en", "--help", env=environment).stdout.startswith("Usage: samverkan")


def test_settings_that_are_none_are_named(tmp_path: Path) -> None:
    place = tmp_path / "samverkan.toml"
    for text in ("library = ", 'colour = "red"', "lang = 1"):
        place.write_text(text, encoding="utf-8")
        with pytest.raises(BadSettings):
            from_file([tmp_path / "absent.toml", place])


@pytest.mark.parametrize(
    ("arguments", "language"),
    [(["--lang", "en"], "en"), (["--help", "--lang=en"], "en"), (["--lang", "de"], "sv"), (["--lang"], "sv")],
)
def test_help_follows_the_language_wherever_it_stands(arguments: list[str], language: str) -> None:
    assert language_of(arguments) == language


def test_quiet_tells_of_failures_only(tmp_path: Path) -> None:
    (tmp_path / "tom.txt").write_bytes(b" ")
    result = call("--library", tmp_path / "library", "-q", "read", SEED, tmp_path / "tom.txt")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "tom.txt" in result.stderr
