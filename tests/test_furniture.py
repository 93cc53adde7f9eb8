"""Page furniture: headers, footers, page numbers and repeated addresses, and nothing that was said."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.text import Document, Span
from graph.reading.documents.furniture import furniture

WORDS = ["Vi", "lånar", "ut", "mer", "än", "i", "fjol", "Almi", "4", "kommunen", "söker", "stöd", "§"]
SAID = st.lists(st.sampled_from(WORDS), min_size=2, max_size=9).map(lambda words: " ".join(["Det", *words]))
ONCE = st.lists(SAID, min_size=1, max_size=25, unique=True)


def found(text: str) -> list[str]:
    return [span.of(text) for span in furniture(text)]


@given(ONCE, st.sampled_from(["\n", "\r\n", "\n\n", "\n\x0c"]))
def test_what_a_line_says_once_is_no_furniture(lines: list[str], end: str) -> None:
    assert found(end.join(lines)) == []


@given(
    st.lists(
        st.sampled_from([*WORDS, "2 (3)", "Sida 1", "<!-- a -->", "https://a.se/b", "\x0c"]), max_size=30
    )
)
def test_furniture_is_whole_lines_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    spans = furniture(text)
    assert list(spans) == sorted(set(spans))
    whole = {line.strip() for line in text.splitlines()}
    assert all(span.of(text) in whole for span in spans)


@given(st.lists(ONCE, min_size=2, max_size=5), st.sampled_from(["{} ({})", "Sida {} av {}", "{}/{}"]))
def test_page_numbers_go_where_pages_are_only_inferred(pages: list[list[str]], form: str) -> None:
    numbers = [form.format(number, len(pages)) for number in range(1, len(pages) + 1)]
    text = "\n\n".join("\n".join([*page, number]) for page, number in zip(pages, numbers, strict=True))
    assert [words for words in found(text) if not words.startswith("Det")] == numbers


@given(st.lists(ONCE, min_size=3, max_size=6))
def test_headers_and_footers_of_known_pages_go(pages: list[list[str]]) -> None:
    distinct = [[f"{line} sida{place}" for line in page] for place, page in enumerate(pages)]
    text = "\n\x0c".join(
        "\n".join(["Region Norr   PROTOKOLL", "Regionstyrelsen", "", *page, "", f"{place}"])
        for place, page in enumerate(distinct, start=1)
    )
    expected = [
        line
        for place in range(1, len(pages) + 1)
        for line in ("Region Norr   PROTOKOLL", "Regionstyrelsen", str(place))
    ]
    assert found(text) == expected


def test_a_header_is_found_beside_its_page_number() -> None:
    text = "".join(
        f"NORRLANDA   PROTOKOLL    {page} (12)\nKommunstyrelsen\n2024-03-0{page}\n\nPunkt {word}\n\n"
        for page, word in ((7, "ett"), (8, "två"), (9, "tre"))
    )
    assert "Kommunstyrelsen" in found(text)
    assert not any(words.startswith("Punkt") for words in found(text))


def test_a_heading_that_stands_within_pages_too_is_none_of_theirs() -> None:
    text = "\n\x0c".join(f"Beslut\nText {page}.\nMer {page}.\nBeslut\nAnnat {page}." for page in range(4))
    assert found(text) == []


def test_an_address_said_again_on_its_own_line_goes_and_the_first_stays() -> None:
    text = "Läs mer: https://www.norr.se/a\n\nhttps://www.norr.se/a\nSlut. https://www.norr.se/a\n"
    assert found(text) == ["https://www.norr.se/a"]
    assert furniture(text)[0].start == text.index("\n\n") + 2


@pytest.mark.parametrize("pieces", [2, 3])
def test_an_address_broken_over_lines_counts_as_said(pieces: int) -> None:
    address = "https://www.norr.se/utveckling/kompetensforsorjning/underlag.html"
    step = len(address) // pieces + 1
    broken = "\n".join(address[start : start + step] for start in range(0, len(address), step))
    assert found(f"Se presentationen: {broken}\nNästa punkt.\n\n{address}\n{address}\n") == [address, address]


def test_a_longer_address_is_another_one() -> None:
    assert found("Se https://norr.se/a/b\nhttps://norr.se/a\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "<!-- sida 9 -->",
        "Det här dokumentet är digitalt signerat",
        "Transaktionsidentitet: A06F3D29430E6C7A",
        "Justerandes sign",
        "Justerandes signatur    Utdragsbestyrkande",
    ],
)
def test_marks_of_pages_and_signatures_go(line: str) -> None:
    assert found(f"Vi säger ja.\n{line}\nDet här sade vi sedan.\n") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Det här dokumentet är digitalt signerat av alla utom Almi, säger Eva.",
        "Kostnaden är 2 (3)",
        "2024",
        "Resultat      12",
        "Justerandes roll diskuteras",
    ],
)
def test_what_only_looks_like_a_mark_stays(line: str) -> None:
    assert found(f"Vi säger ja.\nNej.\nKanske.\nOch?\n{line}\nDet här sade vi.\nEn.\nTvå.\nTre.\n") == []


def test_the_sample_repeats_three_addresses(root: Path) -> None:
    text = (root / "data" / "000_fcd71412aabef359.txt").read_bytes().decode("utf-8")
    assert [Document("a", text).line_at(span.start) for span in furniture(text)] == [61, 123, 124]


def test_furniture_stands_in_no_line_and_no_reading_form() -> None:
    text = "Vi har haft\nSida 1 av 2\n\x0cmöten med Almi.\nSida 2 av 2\n"
    document = Document("a", text, furniture=furniture(text))
    assert [line.span.of(text) for line in document.lines] == ["Vi har haft", "möten med Almi."]
    span = Span(0, text.index("Sida 2"))
    assert document.reading_form(span).text == "Vi har haft möten med Almi."
    assert document.skipped(span) == (document.furniture[0],)


def test_a_bar_before_the_word_for_a_page_parts_a_running_line_from_its_number() -> None:
    text = (
        "Rådet talade om\nHamnrådet | Blad nr 2 | sid 1\n\x0cfarleden.\nSlut.\nHamnrådet | Blad nr 2 | sid 2"
    )
    assert found(text) == ["Hamnrådet | Blad nr 2 | sid 1", "Hamnrådet | Blad nr 2 | sid 2"]
