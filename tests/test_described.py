"""Procurements, establishments, works, studies and proposed acts that have no name, only words."""

import pytest
from sentences_told import said

from graph.model.terms import Detail, Kind, Predicate
from graph.reading.relations.described import described
from graph.reading.relations.relate import relate

FOUND = [
    (
        "Kommunen upphandlar en ny brandstation för 90 miljoner.",
        "procuring",
        "upphandling av ny brandstation",
    ),
    ("Vi ska upphandla två färjor.", "procuring", "upphandling av två färjor"),
    ("Upphandlingen av nya bussar är överklagad.", "procuring", "upphandling av nya bussar"),
    ("En ny simhall upphandlas i höst.", "procuring", "upphandling av ny simhall"),
    ("Alfa AB etablerar sig i Borås.", "establishing", "etablering i Borås"),
    ("Alfa AB har etablerat sig här.", "establishing", "etablering"),
    ("Beta flyttar sin produktion till Gislaved.", "establishing", "etablering i Gislaved"),
    ("Alfa AB bygger en ny fabrik i Borås.", "building", "ny fabrik i Borås"),
    ("Beta öppnar ett testcenter.", "building", "testcenter"),
    ("Alby kommun bygger ut gästhamnen i Ullånger.", "building", "utbyggnad av gästhamnen"),
    ("Vi ska bygga om skolan.", "building", "ombyggnad av skolan"),
    ("Förstudien om vätgas är klar.", "study", "Förstudien om vätgas"),
    ("Vi gör en kartläggning av lediga lokaler.", "study", "kartläggning av lediga lokaler"),
    ("Regeringen föreslår en ny lag om plast.", "proposed-act", "ny lag om plast"),
    ("Lagförslaget om elstöd är på remiss.", "proposed-act", "Lagförslaget om elstöd"),
]


@pytest.mark.parametrize(("text", "rule", "name"), FOUND, ids=[row[0] for row in FOUND])
def test_words_describe_a_thing(text: str, rule: str, name: str) -> None:
    assert [(one.rule, one.name) for one in described(text)] == [(rule, name)]


NOTHING = [
    "Alfa etablerar sig på marknaden.",
    "Vi bygger en bro mellan skola och näringsliv.",
    "Vi öppnar en dialog.",
    "Vi upphandlar nu.",
    "Vi bygger en relation till företagen.",
    "Ny lag väntas.",
    "Undersökningen visar på en uppgång.",
    "De startar en kurs i höst.",
    "Hotellet bygger ut med 60 rum.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_only_sound_like_it_describe_nothing(text: str) -> None:
    assert list(described(text)) == []


def test_who_buys_what_for_how_much_and_by_when() -> None:
    told = relate(
        *said(
            "[O Alby kommun] upphandlar en ny brandstation för cirka 90 miljoner kronor, anbud senast den 20 april."
        )
    )
    (thing,) = [actor for actor in told.actors if actor.kind is Kind.PROJECT]
    (tie,) = [relation for relation in told.relations if relation.predicate is Predicate.PLANS]
    assert tie.object == thing.key
    details = {one.detail: one.value for one in told.properties if one.of == thing.key}
    assert details[Detail.AMOUNT] == 90_000_000 or "90 miljoner" in str(details[Detail.AMOUNT])
    assert str(details[Detail.DEADLINE]).endswith("04-20")


def test_an_establishment_has_its_jobs_and_its_condition() -> None:
    told = relate(*said("[O Alfa AB] etablerar sig i [L Borås] med 180 jobb om miljötillståndet beviljas."))
    (thing,) = [actor for actor in told.actors if actor.kind is Kind.PROJECT]
    details = {one.detail: one.value for one in told.properties if one.of == thing.key}
    assert details[Detail.JOBS] == 180
    assert details[Detail.CONDITION] == "om miljötillståndet beviljas"
    assert [relation.predicate for relation in told.relations if relation.object == thing.key] == [
        Predicate.PLANS
    ]
