"""Models that answer badly, slowly or not at all: one sentence each, in time, and nothing is lost."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from model_stub import Answer, answering, drips, fails, floods, gives, hangs_up, mumbles, says, waits
from opinions_asked import HURRIED, KEY, UNSEEN, ask, opened

from graph.library import Library
from graph.opinions import models
from graph.opinions.address import address
from graph.wording.sentences import LANGUAGES, sentence


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    held = opened(tmp_path)
    yield held
    held.store.close()


BROKEN: dict[str, tuple[Answer, str]] = {
    "no JSON": (gives(b"<html>Bad gateway</html>"), "det är inte JSON"),
    "JSON nested deep": (gives(b"[" * 100_000), "det är inte JSON"),
    "no choices": (gives(b'{"object": "list"}'), "inget svar från modellen"),
    "no text": (gives(b'{"choices": [{"message": {"content": null}}]}'), "inget svar från modellen"),
    "a list": (gives(b"[]"), "inget svar från modellen"),
    "no object at all": (says(text="{{{ nej"), "höll sig inte till formen"),
    "half an answer": (hangs_up, "svarade inte"),
    "slow": (waits(3), "tog för lång tid"),
    "a letter now and then": (drips(b"HTTP/1.1 200 OK\r\n\r\n"), "tog för lång tid"),
    "a header without end": (drips(b"HTTP/1.1 200 OK\r\nX-A: "), "tog för lång tid"),
    "without end": (floods, "det är för stort"),
    "500": (fails(500, "internal"), "fel 500 (internal)"),
    "429": (fails(429, "slow down", Retry_After="0"), "fel 429 (slow down)"),
    "429, wait a day": (fails(429, "", Retry_After="86400"), "fel 429 (Too Many Requests)"),
    "401 with the key in it": (fails(401, f"bad key {KEY} here\x1b[31m"), "fel 401 (bad key … here"),
    "404": (fails(404, "no such model"), "fel 404 (no such model)"),
    "elsewhere": (gives(b"", 307, Location="http://evil.example/v1"), "hänvisar till http://evil.example/v1"),
    "nonsense": (mumbles, "svarade inte"),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_server_that_answers_badly_is_told_in_one_sentence(broken: str, library: Library) -> None:
    answer, words = BROKEN[broken]
    began = time.monotonic()
    told, stub = ask(library, answer)
    assert time.monotonic() - began < 10
    assert (told.calls, told.failed, told.candidates) == (1, 1, 0)
    (error,) = told.errors
    for language in LANGUAGES:
        text = sentence(error, language)
        assert text.isprintable()
        assert KEY not in text
    assert words in sentence(error, "sv")
    assert len(stub.asked) <= HURRIED.tries
    assert library.opinions().rows == ()


def test_nobody_there_is_told_in_one_sentence(library: Library) -> None:
    with answering(says()) as stub:
        url = stub.url
    (told,) = models.consulted(library.store, (), address(url, "stub-model"), HURRIED)
    assert "ingen lyssnar där" in sentence(told.errors[0], "sv")


@pytest.mark.parametrize("first", [fails(500), fails(429, Retry_After="0"), fails(503), hangs_up, waits(3)])
def test_a_passing_failure_is_asked_again(first: Answer, library: Library) -> None:
    told, stub = ask(library, first, says(UNSEEN))
    assert (told.failed, told.candidates, len(stub.asked)) == (0, 1, 2)


def test_a_redirect_is_refused_even_to_this_machine(library: Library) -> None:
    with answering(says(UNSEEN)) as other:
        told, stub = ask(library, gives(b"", 308, Location=f"{other.url}/chat/completions"))
        assert other.asked == []
    assert (told.failed, len(stub.asked)) == (1, 1)


def test_a_server_that_takes_no_temperature_is_asked_without(library: Library) -> None:
    told, stub = ask(library, fails(400, "Unsupported value: 'temperature'"), says(UNSEEN))
    assert told.candidates == 1
    assert ["temperature" in body for body in stub.asked] == [True, False]
