"""Title, kind, date and the next meeting."""

from datetime import date, datetime, time

import pytest
from outlines_shown import outline_of

from graph.model.reading import Meeting
from graph.model.terms import Certainty, Reason

HEAD = "Anteckningar näringslivsdialog 19 april 2021\n\nKarin Wik berättar att lånen ökar.\n\n"


def meeting_of(text: str) -> Meeting:
    return outline_of(text).meeting


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("17 maj, 15.00 nästa möte.", datetime.combine(date(2021, 5, 17), time(15))),
        (
            "Nästa tillfälle 8/12 kl 13.15, då är Länsstyrelsen värd.",
            datetime.combine(date(2021, 12, 8), time(13, 15)),
        ),
        ("Nästa panel i serien hålls i Mora den 3 mars.", date(2022, 3, 3)),
        ("Gruppen träffas igen den 3 mars.", date(2022, 3, 3)),
        ("Uppföljning i samma lokal den 3 mars.", date(2022, 3, 3)),
        ("Vi ses den 3 mars kl 10.", datetime.combine(date(2022, 3, 3), time(10))),
        ("Träff 8 blir onsdag 3 juni, samma tid.", date(2021, 6, 3)),
        ("**Nästa råd:** 12 februari 2022 kl. 8–10", datetime.combine(date(2022, 2, 12), time(8))),
        ("Då bokar vi. Nästa samtal 20 januari kl. 10.00.", datetime.combine(date(2022, 1, 20), time(10))),
    ],
)
def test_the_next_meeting_is_dated_with_the_year_of_this_one(line: str, expected: date | datetime) -> None:
    assert meeting_of(HEAD + line + "\n").next == expected


def test_a_year_that_the_words_leave_out_is_inferred_and_says_so() -> None:
    inferred = meeting_of(HEAD + "Nästa möte 17 maj.\n")
    assert (inferred.next_certainty, inferred.next_reason) == (Certainty.INFERRED, Reason.YEAR_OF_THE_MEETING)
    told = meeting_of(HEAD + "Nästa möte 17 maj 2021.\n")
    assert (told.next_certainty, told.next_reason) == (Certainty.EXPLICIT, None)


@pytest.mark.parametrize(
    "line",
    ["Nästa vecka öppnar Karin Wik kontoret.", "Nästa möte är inte bestämt.", "Ansökan stänger 17 maj."],
)
def test_no_next_meeting_is_made_up(line: str) -> None:
    assert meeting_of(HEAD + line + "\n").next is None


def test_title_kind_and_date_stand_on_the_first_lines() -> None:
    found = meeting_of(HEAD)
    assert found.title == "Anteckningar näringslivsdialog 19 april 2021"
    assert (found.kind, found.date) == ("Näringslivsdialog", date(2021, 4, 19))


def test_a_subject_is_the_title_and_the_year_is_that_of_the_sending() -> None:
    found = meeting_of(
        "Från: Lena Ek\nSkickat: den 3 maj 2022 16:21\nÄmne: Noteringar från avstämningen 2 maj\n\nHej!\n"
    )
    assert found.title == "Noteringar från avstämningen 2 maj"
    assert found.date == date(2022, 5, 2)


def test_a_day_told_in_prose_is_not_the_meetings() -> None:
    told = "Bolaget ska senast den 30 september 2025 slutredovisa uppdraget till Regeringskansliet.\n"
    assert meeting_of("Regeringen ger ett uppdrag\n\n" + told).date is None


def test_the_closing_formula_is_read_and_no_statement() -> None:
    found = outline_of(HEAD + "Slut för denna gång\n")
    assert [turn.quotes[0].text for turn in found.turns] == ["Karin Wik berättar att lånen ökar."]
    assert found.unread == ()
    assert found.quotes[-1].text == "Slut för denna gång"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nästa möte\n==========\n\nTorsdag 17 juni 20:00 - 21:00.\n",
            datetime.combine(date(2021, 6, 17), time(20)),
        ),
        ("Nästa möte\nStyrgruppen träffas den 16 septem-\nber 2021 i Moheda.\n", date(2021, 9, 16)),
        ("Nästa möte: tors v. 24\n", date(2021, 6, 17)),
        ("Next meeting: 12 May 2021\n", date(2021, 5, 12)),
        ("Neste møte er 3. oktober 2021.\n", date(2021, 10, 3)),
    ],
)
def test_the_next_meeting_under_a_heading_by_its_week_or_in_a_neighbours_tongue(
    text: str, expected: date | datetime
) -> None:
    assert meeting_of(HEAD + text).next == expected


def test_the_day_of_a_press_release_is_no_meetings() -> None:
    text = "Pressmeddelande 2022-03-04\n\nNytt spår i Nässjö\n\nSpåret invigs, säger Karin Wik, vd på Nässjö Spår AB.\n"
    found = outline_of(text)
    assert found.meeting.date is None
    assert [turn.quotes[0].text[:6] for turn in found.turns] == ["Spåret"]


def test_a_day_in_the_middle_of_a_sentence_is_not_the_meetings() -> None:
    told = "Nämnden fick information om kostnaderna vid\nsammanträdet 2025-03-27, § 25.\n"
    assert meeting_of("Nämnden för service\n\n" + told).date is None


def test_a_letter_tells_of_the_day_that_it_names_and_not_of_its_sending() -> None:
    text = "Ämne: Skogsdialogen\nDatum: 2025-09-01\n\nHej!\n\nTack för mötet i torsdags (28 augusti).\n\nPer Lund sade ja.\n"
    assert meeting_of(text).date == date(2025, 8, 28)


def test_a_short_sentence_on_top_dates_the_meeting_and_a_long_one_does_not() -> None:
    rest = " Sammanställt av Kommunalförbundet utifrån ljudupptagning och deltagarnas egna anteckningar, ej ordagrant."
    top = (
        "Vad händer med virket?\nSkogsdagen i Mora, 13 november 2025."
        + rest
        + "\n\nPer Lund: Priset stiger.\n"
    )
    assert meeting_of(top).date == date(2025, 11, 13)
    prose = (
        "Vad händer med virket?\nUppdraget som Skogsstyrelsen fick gäller från den 13 november 2025 och framåt i tre år."
        + rest
    )
    assert meeting_of(prose + "\n\nPer Lund: Priset stiger.\n").date is None


def test_a_title_may_leave_the_century_out() -> None:
    assert meeting_of("# Avstämning 24-10-31\n\nPer Lund: Priset stiger.\n").date == date(2024, 10, 31)
