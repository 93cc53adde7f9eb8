"""Encodings: Swedish comes out as it was written, whatever wrote it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BinaryContent, UnknownEncoding
from graph.reading.documents.encodings import decoded
from graph.reading.documents.text import read_text, text_of

MARKED = ["utf-8-sig", "utf-16", "utf-32"]
BY_FORM = ["utf-8", "utf-16-le", "utf-16-be"]
CODE_PAGES = ["cp1252", "mac_roman", "cp850", "cp437"]
LINES = [
    "Länsstyrelsen återkommer på nästa möte.",
    "Vi har ökat våra lån, säger Åsa Öberg.",
    "Företagen i Åre mår bra; Älvdalen söker stöd.",
    "För små och medelstora företag är läget oförändrat.",
    "Östersund är större än Härnösand.",
]
TEXTS = st.lists(st.sampled_from(LINES), min_size=1, max_size=8).map("\n".join)
ANY = st.text(st.characters(exclude_characters="\x00\ufeff", exclude_categories=["Cs"]), min_size=1)


@given(TEXTS, st.sampled_from(MARKED + BY_FORM + CODE_PAGES))
def test_swedish_is_decoded_as_it_was_encoded(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


@given(ANY, st.sampled_from(MARKED))
def test_a_mark_says_the_encoding_of_any_text_and_is_dropped(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


@given(ANY)
def test_utf8_is_changed_in_nothing(text: str) -> None:
    assert decoded(text.encode("utf-8")) == text


@pytest.mark.parametrize("encoding", CODE_PAGES)
def test_the_sample_survives_every_code_page(root: Path, encoding: str) -> None:
    sample = (root / "data" / "000_fcd71412aabef359.txt").read_bytes().decode("utf-8")
    text = sample.replace("▪", "-").replace("–", "-")
    assert decoded(text.encode(encoding)) == text


def test_a_hard_blank_speaks_for_windows_not_against_it() -> None:
    text = "5\u00a0000\u00a0kr till 12\u00a0företag, 100\u00a0% av målet – ”bra”"
    assert decoded(text.encode("cp1252")) == text


@given(TEXTS, st.integers(0, 500))
def test_damaged_utf8_is_refused_where_it_is_damaged(text: str, place: int) -> None:
    content = (text + "\nÅ Ä Ö å ä ö").encode("utf-8")
    at = place % len(content)
    while content[at] & 0xC0 == 0x80:  # between letters, not within one
        at -= 1
    with pytest.raises(UnknownEncoding) as raised:
        text_of("a.txt", content[:at] + b"\xff" + content[at:])
    assert raised.value.facts == {"file": "a.txt", "byte": at}


@given(TEXTS, st.integers(0, 500))
def test_a_zero_byte_is_no_text(text: str, place: int) -> None:
    content = text.encode("utf-8")
    at = place % len(content)
    with pytest.raises(BinaryContent):
        text_of("a.txt", content[:at] + b"\x00" + content[at:])


def test_line_ends_form_feeds_soft_hyphens_and_combining_marks_are_kept() -> None:
    text = "A\u030ange\r\nrad\rtre\x0csida\u00adn\n"
    document = read_text("a.txt", text_of("a.txt", text.encode("utf-8")), "0" * 64)
    assert document.text == text
    assert document.pages == (0, text.index("\x0c") + 1)
    assert [document.line_at(text.index(word)) for word in ("rad", "tre", "sida")] == [2, 3, 3]
