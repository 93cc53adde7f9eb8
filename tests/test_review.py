"""Sensitive words near a person are listed for somebody to look at; nothing is judged."""

import json
from pathlib import Path

import pytest
from commands_called import call

from graph.lexicon.sensitive import sensitive_words

MINUTES = """Minnesanteckningar omsorgsråd 2024-03-12

Mora kommun Per Lund
Eva Ek är sjukskriven till maj. Hon väntar på diagnosen.

Orsa kommun Bo Alm
Sjukskrivningarna ökar i länet. Cancerfonden och Bo Alm ordnar en kväll.
"""


@pytest.fixture
def told(tmp_path: Path) -> list[dict[str, object]]:
    (tmp_path / "m.txt").write_text(MINUTES, encoding="utf-8")
    assert call("--library", tmp_path / "lib", "read", tmp_path / "m.txt").exit_code == 0
    answer = json.loads(call("--library", tmp_path / "lib", "review", "--json").stdout)
    for row in answer["rows"]:
        row["quote"] = answer["evidence"][row["evidence"][0]]["quote"]
    rows: list[dict[str, object]] = answer["rows"]
    return rows


def test_a_word_is_listed_with_whom_its_sentence_or_the_one_before_names(
    told: list[dict[str, object]],
) -> None:
    assert [(row["words"], row["sensitive"], row["person"]) for row in told] == [
        ("sjukskriven", "health", "Eva Ek"),
        ("diagnosen", "health", "Eva Ek"),
    ]
    assert told[0]["quote"] == "Eva Ek är sjukskriven till maj."


def test_a_word_that_is_nobodys_and_the_name_of_a_body_are_left_out(told: list[dict[str, object]]) -> None:
    assert not [row for row in told if str(row["words"]).startswith(("Sjukskrivningarna", "Cancer"))]


@pytest.mark.parametrize(
    "text", ["Hon dömdes i mars.", "Han är fackligt aktiv.", "DEPRESSION", "en judisk förening"]
)
def test_words_are_found_by_their_beginning(text: str) -> None:
    assert len(sensitive_words(text)) == 1


@pytest.mark.parametrize(
    "text", ["Fackeltåget går i mars.", "Kapitalet är grip-bart.", "Ett kristallklart läge.", ""]
)
def test_words_that_only_look_alike_are_left(text: str) -> None:
    assert sensitive_words(text) == []
