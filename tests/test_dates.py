"""Dates as written, in many forms, and the ISO form they stand for."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.reading import DateMention, Quote
from graph.model.terms import Certainty, Reason
from graph.model.text import Document, Span
from graph.reading.recognition.dates import dates

MEETING = datetime.date(2021, 4, 19)
MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
          "november", "december")  # fmt: skip


def found(text: str, meeting: datetime.date | None = MEETING) -> tuple[DateMention, ...]:
    document, whole = Document("t", text), Span(0, len(text))
    return dates(document, [Quote(whole, document.reading_form(whole).text, whole)], meeting)


WRITTEN = [
    ("Mötet hölls den 19 april 2021.", "19 april 2021", "2021-04-19", None),
    ("Vi ses onsdag 3 juni 2026.", "3 juni 2026", "2026-06-03", None),
    ("Nordråd – 20 nov 2025", "20 nov 2025", "2025-11-20", None),
    ("Protokoll 2025-05-27 Sammanträde", "2025-05-27", "2025-05-27", None),
    ("Anteckningar 23-11-08", "23-11-08", "2023-11-08", None),
    ("Årsmötet den 4/10-2014 i Tranås.", "4/10-2014", "2014-10-04", None),
    ("Träffen är 17.3.2026.", "17.3.2026", "2026-03-17", None),
    ("Konferensen i Alvik 8–9 maj 2025.", "8–9 maj 2025", "2025-05-08", "2025-05-09"),
    ("Kursen går 3 och 4 maj 2025.", "3 och 4 maj 2025", "2025-05-03", "2025-05-04"),
    ("Öppet 15 maj–15 juni 2026.", "15 maj–15 juni 2026", "2026-05-15", "2026-06-15"),
    ("Öppet 15 december–15 januari 2026.", "15 december–15 januari 2026", "2025-12-15", "2026-01-15"),
    ("Start i januari 2026.", "januari 2026", "2026-01", None),
    ("Enkäten gick ut hösten 2020.", "hösten 2020", "2020-09", "2020-11"),
    ("Undersökning under hösten/vintern 2020 för", "hösten/vintern 2020", "2020-09", "2021-02"),
    ("Anmälan till HT 2025 är öppen.", "HT 2025", "2025-08", "2025-12"),
    ("Utfall för kvartal 3, 2025 väntas.", "kvartal 3, 2025", "2025-07", "2025-09"),
    ("Q2 2024 var svagt.", "Q2 2024", "2024-04", "2024-06"),
    ("Vi startar vecka 14, 2026.", "vecka 14, 2026", "2026-W14", None),
    ("Hallen ska stå klar 2028.", "2028", "2028", None),
    ("Perioden 2021–2027 gäller.", "2021–2027", "2021", "2027"),
    ("Nyföretagandet 2020 var högt.", "2020", "2020", None),
    ("Klart till säsongen 26/27.", "säsongen 26/27", "2026", "2027"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "iso", "until"), WRITTEN, ids=[row[1] for row in WRITTEN])
def test_a_date_with_its_year_is_explicit(text: str, words: str, iso: str, until: str | None) -> None:
    (date,) = found(text)
    assert (date.span.of(text), date.iso, date.iso_end) == (words, iso, until)
    assert (date.certainty, date.reason) == (Certainty.EXPLICIT, None)


INFERRED = [
    ("17 maj, 15.00 nästa möte.", "17 maj", "2021-05-17", Reason.YEAR_OF_THE_MEETING),
    ("Lagen ska förlängas till januari.", "januari", "2022-01", Reason.NEXT_SUCH_DAY),
    ("Ökat i mars och ser inte ut att avta.", "mars", "2021-03", Reason.YEAR_OF_THE_MEETING),
    ("Det går att söka fram till sista april.", "sista april", "2021-04-30", Reason.YEAR_OF_THE_MEETING),
    ("Nästa tillfälle 8/12 kl 13.15.", "8/12", "2021-12-08", Reason.YEAR_OF_THE_MEETING),
    ("Remissen är ute till 15 januari.", "15 januari", "2022-01-15", Reason.NEXT_SUCH_DAY),
    ("Samrådet förlängs till 20 mars.", "20 mars", "2022-03-20", Reason.NEXT_SUCH_DAY),
    ("Hamnen har ny kran sedan 1 oktober.", "1 oktober", "2020-10-01", Reason.DAY_RELATIVE_TO_MEETING),
    ("Vi hade möte den 11 mars.", "11 mars", "2021-03-11", Reason.YEAR_OF_THE_MEETING),
    ("Teamet börjar v. 18.", "v. 18", "2021-W18", Reason.YEAR_OF_THE_MEETING),
    ("Ett team finns från vecka 14.", "vecka 14", "2021-W14", Reason.YEAR_OF_THE_MEETING),
    ("57 varslade i januari.", "januari", "2021-01", Reason.YEAR_OF_THE_MEETING),
    ("Hon lovade att boka till den 12 maj.", "12 maj", "2021-05-12", Reason.YEAR_OF_THE_MEETING),
    ("De träffades i december förra året.", "december", "2020-12", Reason.DAY_RELATIVE_TO_MEETING),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "iso", "reason"), INFERRED, ids=[row[0] for row in INFERRED])
def test_the_year_follows_from_what_the_clause_looks_at(
    text: str, words: str, iso: str, reason: Reason
) -> None:
    (date,) = found(text)
    assert (date.span.of(text), date.iso, date.reason) == (words, iso, reason)
    assert date.certainty is Certainty.INFERRED


NO_DATES = [
    "Kommunbudget 2031 antogs.",
    "Dnr KS-2025-00014",
    "Regeringens skrivelse 2020:15 läses.",
    "Möte kl. 8.30–10.00 i stora salen.",
    "Den 31 april finns inte, inte heller 30/2.",
    "Arbetsmarknaden i höst och förra veckan.",
    "Maj Berg och August Ek hälsar.",
    "Det kostar 2000 kr och cirka 2020 personer kom.",
    "Se https://www.exempel.example/2021/05/17 och a2021@exempel.example.",
    "Anmälan till Näringsdagen gjordes av 2/3 av bolagen.",
    "Det blev en diskussion om Näringslivsdagen 2026.",
    "Marsipan och junilistan.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert [date.span.of(text) for date in found(text)] == []


def test_several_months_are_several_dates() -> None:
    text = "Ökat i januari, februari och mars."
    assert [(d.span.of(text), d.iso) for d in found(text)] == [
        ("januari", "2021-01"),
        ("februari", "2021-02"),
        ("mars", "2021-03"),
    ]


def test_without_a_meeting_a_date_without_year_stays_open() -> None:
    (date,) = found("Nästa möte är 17 maj.", None)
    assert (date.iso, date.reason) == (None, None)


def test_a_date_broken_by_a_line_end_is_one() -> None:
    text = "om den 12\nmars går att flytta."
    (date,) = found(text)
    assert (date.span.of(text), date.iso) == ("12\nmars", "2021-03-12")


def test_a_quote_inside_another_is_read_once() -> None:
    text = "Möte 17 maj 2021."
    document = Document("t", text)
    outer, inner = Span(0, len(text)), Span(5, 16)
    quotes = [Quote(inner, inner.of(text), inner), Quote(outer, text, outer)]
    assert len(dates(document, quotes, MEETING)) == 1


@given(
    st.dates(datetime.date(1990, 1, 1), datetime.date(2059, 12, 31)),
    st.sampled_from(["den ", "torsdag ", ""]),
)
def test_every_day_written_out_reads_back(day: datetime.date, before: str) -> None:
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    text = f"Vi ses {before}{words} i salen."
    (date,) = found(text)
    assert (date.span.of(text), date.iso) == (words, day.isoformat())


@given(
    st.dates(datetime.date(2000, 1, 1), datetime.date(2050, 12, 31)),
    st.integers(1, 28),
    st.integers(1, 12),
    st.sampled_from(["Sista dag är senast {}.", "Det hände den {} och var bra.", "Resa {}."]),
)
def test_a_day_without_year_is_near_the_meeting_and_never_another_day(
    meeting: datetime.date, day: int, month: int, sentence: str
) -> None:
    (date,) = found(sentence.format(f"{day} {MONTHS[month - 1]}"), meeting)
    read = datetime.date.fromisoformat(str(date.iso))
    assert (read.month, read.day) == (month, day)
    distance = (read - meeting).days
    assert abs(distance) <= 366
    if "senast" in sentence:
        assert distance >= 0
    if "hände" in sentence:
        assert distance <= 0


@given(st.text("0123456789/-–. aprilmajv§knr:", max_size=60))
def test_spans_stand_in_order_and_never_overlap(text: str) -> None:
    spans = [date.span for date in found(text)] if text.strip() else []
    assert all(one.end <= other.start for one, other in pairwise(spans))
