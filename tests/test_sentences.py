"""Where a sentence ends in minutes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model.text import Document, Span
from graph.reading.outline.sentences import lines_of, sentences


def parted(text: str) -> list[str]:
    return [quote.text for quote in sentences(Document("text.txt", text), Span(0, len(text)))]


@pytest.mark.parametrize(
    "whole",
    [
        "Vi har bl.a. sökt stöd till Almi.",
        "Det gäller t.ex. Åre, m.fl. orter i länet.",
        "Antalet är ca. 40 procent pga. Covid i kommunen.",
        "Mötet börjar kl. 15.00 i Falun.",
        "Upphandlingen är på 5.5 miljoner kronor.",
        "Den 1:a maj öppnar vi.",
        "Enligt S. Kallio och J.P. Holm är det klart.",
        "Se www.almi.se/gavle.html för mer.",
        "Vi väntar på dr. Berg och prof. Lind.",
        "Det sker den 3. maj enligt planen.",
        "Det kostar 14,2 milj. från myndigheten.",
        "En rad som bryts mitt i meningen går\nvidare på nästa rad.",
    ],
)
def test_a_point_inside_a_sentence_ends_none(whole: str) -> None:
    assert parted(whole) == [whole.replace("\n", " ")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lånen ökar. Vi är nöjda!", ["Lånen ökar.", "Vi är nöjda!"]),
        ("Varför? Ingen vet.", ["Varför?", "Ingen vet."]),
        ("Vi delar fakta etc. Inte långt kvar.", ["Vi delar fakta etc.", "Inte långt kvar."]),
        ("”Vi väntar.” Sedan gick hon.", ["”Vi väntar.”", "Sedan gick hon."]),
        ("Två lån, ca 1,2 milj. Båda till Fårö.", ["Två lån, ca 1,2 milj.", "Båda till Fårö."]),
        ("Positivt. 500 lån hittills.", ["Positivt.", "500 lån hittills."]),
    ],
)
def test_a_stop_before_a_capital_ends_a_sentence(text: str, expected: list[str]) -> None:
    assert parted(text) == expected


def test_a_short_line_without_a_stop_before_a_capital_ends_a_sentence() -> None:
    text = (
        "Vi har startat ett projekt om näringens roll för hela regionens utveckling\n"
        "och det blir ett tjugotal nya medarbetare\n"
        "Det nära samarbetet kommer att fortsätta över sommaren och även i höst igen.\n"
    ).strip()
    assert parted(text)[-1].startswith("Det nära samarbetet")
    assert len(parted(text)) == 2


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abÅÄ .!?…,\n\u00ad-”12", min_size=1, max_size=80))
def test_sentences_stand_in_order_and_leave_out_only_white_space(text: str) -> None:
    found = sentences(Document("text.txt", text), Span(0, len(text)))
    place = 0
    for quote in found:
        assert text[place : quote.span.start].replace("\u00ad", "").strip() == ""
        place = quote.span.end
    assert text[place:].replace("\u00ad", "").strip() == ""


def test_lines_of_a_span_are_those_it_touches() -> None:
    document = Document("text.txt", "ett\n\ntvå\ntre\n")
    assert [line.span.of(document.text) for line in lines_of(document, Span(2, 6))] == ["ett", "två"]
