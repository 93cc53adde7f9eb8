"""What is said of schemes, projects, procurements, events, acts and links; what figures measure."""

import datetime

import pytest
from sentences_told import PERSON, SPEAKER, said

from graph.model.reading import Figure, Property
from graph.model.resolved import Related
from graph.model.terms import Certainty, Detail, Kind, Status
from graph.reading.relations.relate import relate

MEETING = datetime.date(2021, 4, 19)


def told(*sentences: str) -> Related:
    return relate(*said(*sentences, meeting=MEETING))


def one(detail: Detail, *sentences: str) -> Property:
    (found,) = (property_ for property_ in told(*sentences).properties if property_.detail is detail)
    return found


SAID = [
    (("Beloppsgräns på 8000 för att söka [S stöd till rådgivning].",), Detail.LIMIT, 8000, None),
    (("[S Checken] är på högst 150 000 kr.",), Detail.LIMIT, 150000, "kr"),
    (("[S Inlandslånet] blir billigare.", "Tak 2 miljoner."), Detail.LIMIT, 2000000, None),
    (("[S Stödet] söks som vanligt via min ansökan.",), Detail.CHANNEL, "min ansökan", None),
    (("[S Stödet] går att söka fram till sista april.",), Detail.DEADLINE, "2021-04-30", None),
    (("[S Checken] stänger 31 oktober.",), Detail.DEADLINE, "2021-10-31", None),
    (("[S Investeringsbidraget] är i praktiken stängt.",), Detail.STATE, "closed", None),
    (("[S Kulturstödet] är öppet.",), Detail.STATE, "open", None),
    (("[S Checken] är igång.", "Hittils har 64 företag sökt."), Detail.APPLICANTS, 64, None),
    (("[O Västbo] är huvudman för [S uppdraget].",), Detail.PRINCIPAL, "Västbo", None),
    (("[S Checken] medfinansieras av [O Verket].",), Detail.FINANCIER, "Verket", None),
    (("Projektet [P Vätgasspåret] är beviljat!",), Detail.DECISION, "granted", None),
    (("Detaljplanen för [P Batteriparken] överklagad igen.",), Detail.DECISION, "appealed", None),
    (("[P Alfas verkstad] på [L Åsen] står klar i december.",), Detail.WHEN, "2021-12", None),
    (("[P Alfas verkstad] på [L Åsen] växer.",), Detail.PLACE, "Åsen", None),
    (("[P Alfas verkstad] växer.", "45 jobb."), Detail.JOBS, 45, None),
    (("[P Utbyggnaden] kostar 80–90 milj.",), Detail.AMOUNT, "80–90 milj", None),
    (("Vi har startat [P det nya projektet gällande skidor].",), Detail.TOPIC, "skidor", None),
    (("[P Havslyft] startar förutsatt att det går.",), Detail.CONDITION, "förutsatt att det går", None),
    (("[E Hyttveckan] blir av 4–9 augusti.",), Detail.WHEN, "2021-08-09", None),
    (("[P Resecentrum] ska vara klart 2029.",), Detail.WHEN, "2029", None),
    (("[S Energistödet] pausas från 1 maj.",), Detail.STATE, "paused", None),
    (("[E Galan] hölls den 12 mars.",), Detail.WHEN, "2021-03-12", None),
    (("[E Vintermarknaden] ställs in.",), Detail.STATE, "cancelled", None),
    (("Ute på remiss att serveringslagen ska förlängas till januari.",), Detail.UNTIL, "2022-01", None),
    (("Serveringslagen gäller fortsatt.",), Detail.STAGE, "gäller fortsatt", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentences", "detail", "value", "unit"), SAID, ids=[" ".join(row[0]) for row in SAID]
)
def test_words_say_a_property_with_its_value(
    sentences: tuple[str, ...], detail: Detail, value: str | int, unit: str | None
) -> None:
    found = one(detail, *sentences)
    assert (found.value, found.unit) == (value, unit)


def test_what_stands_in_an_earlier_sentence_is_inferred() -> None:
    assert one(Detail.JOBS, "[P Alfas verkstad] växer.", "45 jobb.").certainty is Certainty.INFERRED
    assert one(Detail.LIMIT, "[S Checken] är på högst 150 000 kr.").certainty is Certainty.EXPLICIT


def test_an_unclear_extension_is_no_decision() -> None:
    said_of = told("[S Stödet] söks mycket.", "Oklart om det ska förlängas.").properties
    assert [one.detail for one in said_of if one.detail is Detail.DECISION] == []
    assert [(one.value, one.status) for one in said_of if one.detail is Detail.STATE] == [
        ("unclear", Status.UNCLEAR)
    ]


def test_a_question_is_no_property() -> None:
    assert told("Är [S Stödet] öppet till den 4 maj?").properties == ()


def test_of_two_events_in_one_clause_both_are_cancelled() -> None:
    related = told(
        "Efter att både [E Yran] och [E Cupen] beslutat att inte köra har vi haft möten med [O Alfa]."
    )
    assert {(p.of, p.value, p.status) for p in related.properties if p.detail is Detail.STATE} == {
        ("Yran", "cancelled", Status.ASSERTED),
        ("Cupen", "cancelled", Status.ASSERTED),
    }
    assert [(tie.object, tie.status) for tie in related.relations] == [("Alfa", Status.ASSERTED)]


def test_two_acts_share_a_head() -> None:
    related = told("Ute på remiss att pandemi och serveringslagen ska förlängas till januari.")
    rules = {actor.name: actor.certainty for actor in related.actors if actor.kind is Kind.RULE}
    assert rules == {"pandemilagen": Certainty.INFERRED, "serveringslagen": Certainty.EXPLICIT}
    assert {(p.detail, p.value) for p in related.properties if p.of == related.actors[1].key} == {
        (Detail.UNTIL, "2022-01"),
        (Detail.STAGE, "Ute på remiss"),
        (Detail.STATE, "proposed"),
        (Detail.WHAT, "förlängas till januari"),
    }


def test_bolagen_and_förslagen_are_no_acts() -> None:
    assert told("Bolagen och förslagen gäller fortsatt.").actors == ()


def test_a_procurement_is_a_thing_with_buyer_what_and_amount() -> None:
    related = told(
        "Tips - upphandling ute hos [O Regionen].",
        "[O Regionen] kommer stå som köpte av tjänst.",
        "Leverantörer efterfrågas där vi kommer köpa tjänster riktade till skolor på totalt 5.5 miljoner.",
    )
    (procurement,) = related.actors
    said_of = {(p.detail, p.value) for p in related.properties if p.of == procurement.key}
    assert said_of == {
        (Detail.WHO, "Regionen"),
        (Detail.WHAT, "tjänster riktade till skolor"),
        (Detail.AMOUNT, 5500000),
    }


def test_an_address_that_a_line_end_breaks_is_healed_and_keeps_its_words() -> None:
    sentence = (
        "[H Eva Ek] presenterar Enkät 2020 - se hela: https://exempel.example/mapp/underlag\nochsvar/fil.html"
    )
    document, outline, recognition, resolved = said(sentence, meeting=MEETING)
    related = relate(document, outline, recognition, resolved)
    (link,) = related.actors
    assert link.name == "https://exempel.example/mapp/underlagochsvar/fil.html"
    assert related.mentions[0].span.of(document.text).split("\n")[1] == "ochsvar/fil.html"
    said_of = {p.detail: p.value for p in related.properties}
    assert said_of == {Detail.ADDRESS: link.name, Detail.WHO: "Eva Ek", Detail.TOPIC: "Enkät 2020"}


def figure(*sentences: str, index: int = 0) -> Figure:
    return told(*sentences).figures[index]


MEASURED = [
    (("500 ekonomiska rådgivningar.",), 0, "ekonomiska rådgivningar"),
    (("Över 43 000 sökande till höstterminen.",), 0, "sökande"),
    (("Export från [L länet] har ökat med 30 procent jämfört med ifjol.",), 0, "Export från länet"),
    (("Turismen i [L riket] ner 36 procent men [L Norrdal] ner 17 procent,",), 1, "Turismen"),
    (("Beloppsgräns på 8000 för stödet.",), 0, "Beloppsgräns"),
    (("[S Stödet], just nu 5 miljoner sökt i [L Norrdal].",), 0, "sökt"),
    (("Just nu avsatt 5 miljarder totalt.",), 0, "avsatt"),
    (("Just nu 30-40 % av medborgarna är vaccinerade.",), 0, "medborgarna är vaccinerade"),
    (("Vi köper tjänster riktade till skolor på totalt 5.5 miljoner.",), 0, "tjänster riktade till skolor"),
    (("Arbetslösheten 3,2 procent.",), 0, "Arbetslösheten"),
    (("Det blir 20-tal nya medarbetare.",), 0, "nya medarbetare"),
    (("Regionen räknar med ett underskott på 300 miljoner i år.",), 0, "underskott"),
    (("Vi tappade 20 procent av omsättningen under våren.",), 0, "omsättningen"),
    (("[P Resecentrum] ska vara klart 2029 och kostar 450 miljoner.",), 0, None),
    (("Det är 45.",), 0, None),
]


@pytest.mark.parametrize(("sentences", "index", "measures"), MEASURED, ids=[row[0][0] for row in MEASURED])
def test_a_figure_says_what_it_measures(sentences: tuple[str, ...], index: int, measures: str | None) -> None:
    assert figure(*sentences, index=index).measures == measures


def test_each_number_takes_its_own_place() -> None:
    figures = told("Turismen i [L riket] ner 36 procent men [L Norrdal] ner 17 procent,").figures
    assert [(one.value, one.place) for one in figures] == [(-36, "riket"), (-17, "Norrdal")]


def test_base_period_and_day_are_told_apart() -> None:
    export = figure("Export har ökat med 30 procent jämfört med ifjol.", "Ökat i januari, februari och mars.")
    assert (export.base, export.period, export.as_of) == ("ifjol", "januari, februari och mars", None)
    assert figure("Just nu 5 miljoner sökt.").as_of == "2021-04-19"


def test_a_number_of_somebody_else_names_its_source() -> None:
    quoted = figure("[O Fjällhotellet] bygger ut.", "Bolaget säger 95 miljoner men det är deras siffra.")
    assert (quoted.value, quoted.source) == (95000000, "Fjällhotellet")
    assert figure("Vi säger 95 miljoner.").source is None


def test_a_clause_colours_its_own_number_only() -> None:
    figures = told(
        "Just nu avsatt 5 miljarder totalt, fyra procent skulle kunna tillfalla [L Norrdal]."
    ).figures
    assert [one.status for one in figures] == [Status.ASSERTED, Status.ESTIMATED]


def test_every_key_that_is_pointed_at_exists() -> None:
    sentences = (
        "Vi har startat [P Flytta hem] med [O Alfa] och [U kommunen] i [L Norrdal].",
        "[O Fonden] går in med 1,1 mkr om det blir av.",
        "Se https://exempel.example/a för serveringslagen.",
    )
    document, outline, recognition, resolved = said(*sentences)
    related = relate(document, outline, recognition, resolved)
    keys = {actor.key for actor in (*resolved.actors, *related.actors)}
    pointed = {end for tie in related.relations for end in (tie.subject, tie.object)}
    pointed |= {p.of for p in related.properties} | {p.actor for p in related.properties if p.actor}
    pointed |= {key for f in related.figures for key in (f.about, f.place, f.source) if key}
    pointed |= {key for p in related.promises for key in (*p.who, p.organisation, p.to) if key}
    assert pointed <= keys
    assert {PERSON, SPEAKER} <= keys
