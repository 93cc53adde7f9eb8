"""Figures as written, in many forms: value, sign, range, bound, unit, money."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.lexicon.numbers import number_words, value_of
from graph.model.reading import Figure, Quote
from graph.model.terms import Bound
from graph.model.text import Document, Span
from graph.reading.recognition.figures import figures


def found(text: str) -> tuple[Figure, ...]:
    document, whole = Document("t", text), Span(0, len(text))
    return figures(document, [Quote(whole, document.reading_form(whole).text, whole)])


MONEY = [
    ("Checken är på högst 150 000 kr.", "150 000 kr", 150000, "kr", Bound.AT_MOST, False),
    ("212 mnkr utlånat i år.", "212 mnkr", 212000000, "mnkr", None, False),
    ("Regionen får 38 mkr.", "38 mkr", 38000000, "mkr", None, False),
    ("Totalt 14,2 milj från verket.", "14,2 milj", 14200000, None, None, False),
    ("Tjänster på totalt 5.5 miljoner.", "5.5 miljoner", 5500000, None, None, False),
    ("Avsatt 5 miljarder totalt.", "5 miljarder", 5000000000, None, None, False),
    ("Det blir drygt 310 miljoner kronor.", "310 miljoner kronor", 310000000, "kronor", Bound.AT_LEAST, True),
    ("Söker 250 tkr i stöd.", "250 tkr", 250000, "tkr", None, False),
    ("Max 100' per företag.", "100'", 100000, None, Bound.AT_MOST, False),
    ("Budgeten är 3,2 mn€ i allt.", "3,2 mn€", 3200000, "mn€", None, False),
    ("De sa tre miljoner då.", "tre miljoner", 3000000, None, None, False),
    ("Ungefär 400 tusen finns kvar.", "400 tusen", 400000, None, None, True),
    ("Underskottet är -3 miljoner kronor.", "-3 miljoner kronor", -3000000, "kronor", None, False),
    ("Beloppsgräns på 8000 för stödet.", "8000", 8000, None, None, False),
    ("Regionen har gått in med 600 000 i studien.", "600 000", 600000, None, None, False),
    ("Minst 25 000 kronor krävs.", "25 000 kronor", 25000, "kronor", Bound.AT_LEAST, False),
    ("Cirka 290 miljoner kronor fördelas.", "290 miljoner kronor", 290000000, "kronor", None, True),
    ("Det kostar 1.500 kr.", "1.500 kr", 1500, "kr", None, False),
    ("Avgiften är 100 euro.", "100 euro", 100, "euro", None, False),
    ("En miljon kronor delas ut.", "En miljon kronor", 1000000, "kronor", None, False),
    ("Tak 2 miljoner.", "2 miljoner", 2000000, None, Bound.AT_MOST, False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "bound", "near"), MONEY, ids=[row[1] for row in MONEY]
)
def test_money_is_money_by_its_words(
    text: str, words: str, value: float, unit: str | None, bound: Bound | None, near: bool
) -> None:
    (figure,) = found(text)
    assert (figure.span.of(text), figure.value, figure.unit) == (words, value, unit)
    assert (figure.bound, figure.approximate, figure.money) == (bound, near, True)


COUNTS = [
    ("500 ekonomiska rådgivningar.", "500", 500, None, None, False),
    ("Över 43 000 sökande till höstterminen.", "43 000", 43000, None, Bound.MORE_THAN, False),
    ("Fabriken ger 45 jobb.", "45", 45, None, None, False),
    ("Turismen ner 36 procent.", "36 procent", -36, "procent", None, False),
    ("Utlåningen är upp 9 procent.", "9 procent", 9, "procent", None, False),
    ("Gästnätterna +4 procent.", "+4 procent", 4, "procent", None, False),
    ("Försäljningen har minskat med 12 %.", "12 %", -12, "%", None, False),
    ("Export har ökat med 30 procent.", "30 procent", 30, "procent", None, False),
    ("Vi sänker räntan med en halv procentenhet.", "en halv procentenhet", -0.5, "procentenhet", None, False),
    ("fyra procent kan gå hit.", "fyra procent", 4, "procent", None, False),
    ("Vi ligger på knappt 11 %.", "11 %", 11, "%", Bound.LESS_THAN, True),
    ("Ytan är 12 000 kvm.", "12 000 kvm", 12000, "kvm", None, False),
    ("Det behövs fler än 70 förare.", "70", 70, None, Bound.MORE_THAN, False),
    ("Det blir 20-tal nya medarbetare.", "20-tal", 20, None, None, True),
    ("Ett trettiotal kom.", "Ett trettiotal", 30, None, None, True),
    ("Det finns fem fokusgrupper.", "fem", 5, None, None, False),
    ("Omkring sjuttio personer får arbete.", "sjuttio", 70, None, None, True),
    ("Gratis upp till 15 timmar.", "15 timmar", 15, "timmar", Bound.AT_MOST, False),
    ("2 miljoner besökare kom.", "2 miljoner", 2000000, None, None, False),
    ("140 färre än i fjol.", "140", -140, None, None, False),
    ("Utan 6 MW går det inte.", "6 MW", 6, "MW", None, False),
    ("Vi har 7,1 % arbetslöshet.", "7,1 %", 7.1, "%", None, False),
    ("Ner till 5 procent.", "5 procent", 5, "procent", None, False),
    ("Elva företag sitter där.", "Elva", 11, None, None, False),
    ("Minst tolv platser finns.", "tolv", 12, None, Bound.AT_LEAST, False),
    ("Vi tappade 20 procent av kunderna.", "20 procent", -20, "procent", None, False),
    ("Antalet nätter landade på 1,3 miljoner.", "1,3 miljoner", 1300000, None, None, False),
    ("Högst 3,5 procent.", "3,5 procent", 3.5, "procent", Bound.AT_MOST, False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "bound", "near"), COUNTS, ids=[row[0] for row in COUNTS]
)
def test_what_is_counted_is_no_money(
    text: str, words: str, value: float, unit: str | None, bound: Bound | None, near: bool
) -> None:
    (figure,) = found(text)
    assert (figure.span.of(text), figure.value, figure.unit) == (words, value, unit)
    assert (figure.bound, figure.approximate, figure.money) == (bound, near, False)


RANGES = [
    ("Just nu 30-40 % av medborgarna.", "30-40 %", 30, 40, "%", False),
    ("Bygget kostar 80–90 milj.", "80–90 milj", 80000000, 90000000, None, True),
    ("Mellan 5 och 7 miljoner kronor behövs.", "5 och 7 miljoner kronor", 5000000, 7000000, "kronor", True),
    ("Det rör 10 till 15 personer.", "10 till 15", 10, 15, None, False),
    ("Fem eller sex bolag är med.", "Fem eller sex", 5, 6, None, False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit", "money"), RANGES, ids=[row[1] for row in RANGES]
)
def test_a_range_has_two_ends_and_no_value(
    text: str, words: str, low: float, high: float, unit: str | None, money: bool
) -> None:
    (figure,) = found(text)
    assert (figure.span.of(text), figure.low, figure.high, figure.value) == (words, low, high, None)
    assert (figure.unit, figure.money) == (unit, money)


NO_FIGURES = [
    "Möte kl. 8.30–10.00 på torsdag.",
    "§ 109 Dnr KS-2025-00014",
    "Ring 063-14 20 00 eller 070-123 45 67.",
    "Vi sitter på Storgatan 12 B.",
    "Se https://exempel.example/a/5.4/12 för 2021.",
    "Sida 1 av 2",
    "Mötet den 17 maj 2021 och vecka 14.",
    "Åren 2020 och 2021 var bra.",
    "Fastigheten Backen 2:14 säljs.",
    "Träff 7 och punkt 3 i bilaga 2.",
    "1. Vi öppnar mötet.",
    "Covid-19 och E14 och DCAT-AP-SE 3.0.",
    "Skriv till rum4@exempel.example.",
    "831 50 Östersund",
    "Det är en fråga om ett möte.",
    "De är överens i alla fall, alla tre.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_dates_times_numbers_of_things_and_addresses_are_no_figures(text: str) -> None:
    assert [figure.span.of(text) for figure in found(text)] == []


def test_each_of_several_counts_stands_by_itself() -> None:
    text = "Just nu 5 i Norrdal som får vård, 3 med covid varav 2 utifrån regionen."
    assert [figure.value for figure in found(text)] == [5, 3, 2]


def test_a_number_shares_its_neighbours_multiplier() -> None:
    budget = found("Total budget 9,8 Mkr, varav 4,9 söks.")
    assert [(figure.value, figure.unit) for figure in budget] == [(9800000, "Mkr"), (4900000, None)]
    left = found("Checkar: 1,9 av 6 miljoner kvar.")
    assert [figure.value for figure in left] == [1900000, 6000000]


def test_a_number_broken_by_a_line_end_is_one() -> None:
    text = "Det söks 43\n000 kronor."
    (figure,) = found(text)
    assert (figure.value, figure.as_written, figure.span.of(text)) == (
        43000,
        "43 000 kronor",
        "43\n000 kronor",
    )


def test_thin_and_hard_spaces_part_thousands() -> None:
    assert [found(f"Vi har 43{space}000 sökande.")[0].value for space in " \u00a0\u2009\u202f"] == [43000] * 4


@given(st.integers(1000, 10**9), st.sampled_from([" ", "\u00a0", "\u2009", "\u202f"]))
def test_a_number_in_groups_reads_back(number: int, space: str) -> None:
    written = f"{number:,}".replace(",", space)
    (figure,) = found(f"Det kostar {written} kronor i år.")
    assert (figure.value, figure.unit) == (number, "kronor")


@given(st.decimals(min_value="0.1", max_value="999.9", places=1), st.sampled_from([".", ","]), st.booleans())
def test_a_decimal_reads_back_times_its_multiplier(number: object, point: str, millions: bool) -> None:
    written = str(number).replace(".", point)
    (figure,) = found(f"De får {written} {'miljoner' if millions else 'tkr'} nu.")
    assert figure.value == pytest.approx(float(str(number)) * (1_000_000 if millions else 1_000))


@pytest.mark.parametrize("word", sorted(number_words()))
def test_every_number_word_is_read(word: str) -> None:
    assert value_of(word) == number_words()[word]
    assert [figure.value for figure in found(f"Det är {word} procent.")] == [number_words()[word]]


@given(st.text("0123456789 .,-–%krmiloje'§/:", max_size=60))
def test_words_equal_their_slice_and_spans_never_overlap(text: str) -> None:
    if not text.strip():
        return
    document = Document("t", text)
    read = found(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(read))
    assert all(figure.as_written == document.reading_form(figure.span).text for figure in read)
