"""The reading form: a text as a person reads it, each letter knowing where it stands."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.text import Document, Span


def form(text: str, furniture: Iterable[Span] = ()) -> str:
    document = Document("a", text, furniture=tuple(furniture))
    return document.reading_form(Span(0, len(text))).text


# the reading form

LETTERS = st.text("aåÖ \n\r\t\x0c-\u00ad.E5", min_size=1, max_size=60)


@given(LETTERS)
def test_each_letter_of_the_reading_form_stands_where_it_says(text: str) -> None:
    read = Document("a", text).reading_form(Span(0, len(text)))
    assert len(read.text) == len(read.offsets)
    assert list(read.offsets) == sorted(set(read.offsets))
    assert all(
        text[offset] == letter or (letter == " " and text[offset].isspace())
        for letter, offset in zip(read.text, read.offsets, strict=True)
    )


@given(LETTERS)
def test_the_reading_form_has_single_blanks_and_no_soft_hyphen(text: str) -> None:
    read = form(text)
    assert read == " ".join(read.split())
    assert "\u00ad" not in read


@given(LETTERS)
def test_nothing_but_white_space_and_hyphens_is_lost(text: str) -> None:
    bare = str.maketrans("", "", " \n\r\t\x0c-\u00ad")
    assert form(text).translate(bare) == text.translate(bare)


@given(st.text("aÖ \n\r\t\x0c-\u00a0\x1c.", min_size=1, max_size=60))
def test_the_quick_way_to_the_reading_form_is_the_careful_one(text: str) -> None:
    span = Span(0, len(text))
    quick, careful = Document("a", text)._read(span), Document("a", text)._mended(span)
    assert (quick.text, list(quick.offsets)) == (careful.text, list(careful.offsets))


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("Små-\noch medelstora", "Små- och medelstora"),
        ("in-\r\neller utvandring", "in- eller utvandring"),
        ("samhälls-\nbyggnad", "samhällsbyggnad"),
        ("samhälls-\r\n   byggnad", "samhällsbyggnad"),
        ("samhälls-\n\x0cbyggnad", "samhällsbyggnad"),
        ("sam\u00ad\nhälle, sam\u00adhälle", "samhälle, samhälle"),
        ("EU-\nmedel", "EU-medel"),
        ("Anna Brodin-\nHållén", "Anna Brodin-Hållén"),
        ("2019-\n2021", "2019-2021"),
        ("vi lånar -\nalltid", "vi lånar - alltid"),
        ("före-\n\nnytt stycke", "före- nytt stycke"),
    ],
)
def test_a_word_broken_at_a_line_end_is_read_as_it_is_written(raw: str, read: str) -> None:
    assert form(raw) == read


def test_a_word_broken_at_the_end_of_a_page_is_joined_past_what_is_printed_there() -> None:
    text = "Vi har samhälls-\n\nSida 1 av 2\n\x0cbyggnad."
    start = text.index("Sida")
    assert form(text, [Span(start, start + 11)]) == "Vi har samhällsbyggnad."


def test_furniture_makes_no_gap_between_lines_that_follow_each_other() -> None:
    text = "ett\nSida 1\ntvå\n\nSida 2\ntre\n"
    zones = [Span(text.index(words), text.index(words) + 6) for words in ("Sida 1", "Sida 2")]
    lines = Document("a", text, furniture=tuple(zones)).lines
    assert [line.blank_before for line in lines] == [False, False, True]
