"""The command for second opinions: an estimate first, nothing sent without address and --yes, then lists."""

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from model_stub import answering, fails, says
from opinions_asked import KEY, UNSEEN, opened

from graph.commands.table import samverkan
from graph.library import Library
from graph.model.opinions import Difference
from graph.opinions.address import address
from graph.wording.sentences import LANGUAGES, terms


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    held = opened(tmp_path)
    yield held
    held.store.close()


def run(library: Path, *arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(samverkan, ["--library", str(library), *arguments], env=environment)


def test_nothing_is_asked_without_an_address_or_without_yes(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(HTTPConnection, "connect", lambda *_: pytest.fail("a connection"))
    absent = run(library.folder, "opinions", "--with", "llm", "--yes")
    assert absent.exit_code == 2
    assert "SAMVERKAN_LLM_URL" in absent.stderr
    for command in (["opinions"], ["opinions", "--list"], ["doctor"]):
        assert run(library.folder, *command).exit_code == 0
    set_ = {"SAMVERKAN_LLM_URL": "http://127.0.0.1:9/v1", "SAMVERKAN_LLM_MODEL": "m"}
    told = run(library.folder, "opinions", "--with", "llm", "--price", "30", **set_)
    assert told.exit_code == 0, told.output
    assert "127.0.0.1:9 (m): 1 dokument, 4 uttalanden" in told.stdout
    assert "Inget är skickat" in told.stdout
    shown = json.loads(
        run(library.folder, "opinions", "--with", "llm", "--price", "30", "--json", **set_).stdout
    )
    estimate = shown["estimate"]
    assert shown["rows"] == []
    assert (estimate["documents"], estimate["calls"]) == (1, 1)
    assert estimate["price"] == pytest.approx(estimate["tokens"] * 30 / 1e6, rel=0.01)
    assert estimate["longest"] > estimate["seconds"] > 0


def test_the_command_tells_its_estimate_then_each_document_then_lists(library: Library) -> None:
    with answering(says(UNSEEN, {**UNSEEN, "object": "Volvo"})) as stub:
        set_ = {"SAMVERKAN_LLM_URL": stub.url, "SAMVERKAN_LLM_MODEL": "m", "SAMVERKAN_LLM_KEY": KEY}
        told = run(library.folder, "opinions", "flen.txt", "--with", "llm", "--yes", **set_)
    assert told.exit_code == 0, told.output
    assert told.stdout == "flen.txt: 1 att avgöra, 0 som reglerna · bortvalt: 1 med namn som inte nämns\n"
    assert "1 dokument" in told.stderr
    shown = run(library.folder, "opinions", "--list").stdout
    assert shown.startswith(
        "Tillväxtverket samarbetar med Linköpings universitet · reglerna ser inget band mellan dem"
    )
    assert UNSEEN["quote"] in shown
    assert "modell m" in shown
    answer = json.loads(run(library.folder, "opinions", "--list", "--with", "llm", "--json").stdout)
    assert answer["rows"][0]["evidence"] == ["e1"]
    assert (
        json.loads(run(library.folder, "opinions", "--list", "--with", "spacy:x", "--json").stdout)["rows"]
        == []
    )


def test_a_failed_run_exits_with_three_and_is_json_if_promised(library: Library) -> None:
    with answering(fails(401, "no")) as stub:
        set_ = {"SAMVERKAN_LLM_URL": stub.url, "SAMVERKAN_LLM_MODEL": "m"}
        told = run(library.folder, "opinions", "--with", "llm", "--yes", "--json", **set_)
    assert told.exit_code == 3
    (row,) = json.loads(told.stdout)["rows"]
    assert (row["failed"], row["calls"]) == (1, 1)
    assert "fel 401" in row["problems"][0]


@pytest.mark.parametrize(
    ("url", "model", "words"),
    [
        ("", "m", "llm_url saknas"),
        ("http://127.0.0.1/v1", "", "llm_model saknas"),
        ("ftp://127.0.0.1/v1", "m", "ingen adress"),
        ("127.0.0.1:8080", "m", "ingen adress"),
        ("http://host:port/v1", "m", "ingen adress"),
        ("http://a b/v1", "m", "ingen adress"),
        ("http://me:secret@host/v1", "m", "lösenord"),
        ("http://host/v1?key=secret", "m", "frågetecken"),
    ],
)
def test_an_address_that_is_none_is_refused_before_anything_is_sent(
    url: str, model: str, words: str, library: Library
) -> None:
    set_ = {"SAMVERKAN_LLM_URL": url, "SAMVERKAN_LLM_MODEL": model}
    told = run(library.folder, "opinions", "--with", "llm", "--yes", **set_)
    assert told.exit_code == 2
    assert words in told.stderr
    assert "secret" not in told.stderr


def test_a_key_is_never_taken_from_a_file(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "samverkan.toml").write_text('llm_key = "sk"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    told = run(library.folder, "opinions")
    assert told.exit_code == 2
    assert "llm_url" in told.stderr


def test_an_unknown_source_is_refused(library: Library) -> None:
    told = run(library.folder, "opinions", "--with", "gpt")
    assert told.exit_code == 2
    assert "spacy:sv_core_news_sm" in told.stderr


def test_an_address_keeps_its_path_and_shows_no_key() -> None:
    one = address("https://host/v1/", "m", KEY)
    assert (one.path, one.place, one.secure) == ("/v1/chat/completions", "host", True)
    assert address("https://host/v1/chat/completions", "m").path == "/v1/chat/completions"
    assert address("http://[::1]:11434/v1", "m").place == "[::1]:11434"
    assert KEY not in repr(one)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_difference_and_fault_has_its_words(language: Any) -> None:
    assert {code.value for code in Difference} <= terms(language)["reason"].keys()
