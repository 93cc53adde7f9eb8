"""Who is a person and what an organisation, in every order that headings and labels use."""

import pytest
from outlines_shown import full, outline_of

from graph.model.text import Document, Span
from graph.reading.outline.attribution import labelled
from graph.reading.outline.labels import is_umbrella, parse
from graph.reading.outline.roles import is_role
from graph.reading.outline.speech import speaking


@pytest.mark.parametrize(
    ("heading", "persons", "organisation"),
    [
        (
            "Region Gotland Hälso- och sjukvården: Hans Berg, Maria Söder",
            ["Hans Berg", "Maria Söder"],
            "Region Gotland Hälso- och sjukvården",
        ),
        (
            "Region Gotland, Regional utveckling, Juliana Gard West",
            ["Juliana Gard West"],
            "Region Gotland, Regional utveckling",
        ),
        ("Annika Holm RJH", ["Annika Holm"], "RJH"),
        ("Länsstyrelsen Mari Ljung och Petrus Berg", ["Mari Ljung", "Petrus Berg"], "Länsstyrelsen"),
        ("Nyföretagarcentrum Olle Martin:", ["Olle Martin"], "Nyföretagarcentrum"),
        ("Almi, Martin Ström.", ["Martin Ström"], "Almi"),
        ("IUC Stefan Fred", ["Stefan Fred"], "IUC"),
        ("JHT, Teresa Gärd.", ["Teresa Gärd"], "JHT"),
        ("Östersund, Fredrik Kil", ["Fredrik Kil"], "Östersund"),
        ("Borlänge - Ewa Szymańska", ["Ewa Szymańska"], "Borlänge"),
        (
            "Länsstyrelsen i Dalarnas län, Per-Erik Skog och Zahra al-Hadi",
            ["Per-Erik Skog", "Zahra al-Hadi"],
            "Länsstyrelsen i Dalarnas län",
        ),
        ("Falu kn, Nils-Gunnar af Lillhamra (ersätter Maria)", ["Nils-Gunnar af Lillhamra"], "Falu kn"),
        ("J.P. Holm, AF", ["J.P. Holm"], "AF"),
        ("CHRISTER BLOM, REGION SÖRMLAND", ["Christer Blom"], "REGION SÖRMLAND"),
        ("Almi (Kajsa Wedin)", ["Kajsa Wedin"], "Almi"),
        ("Kajsa Wedin (Almi Väst)", ["Kajsa Wedin"], "Almi Väst"),
        ("Gäst: Hanna Wik från Tillväxtverket", ["Hanna Wik"], "Tillväxtverket"),
        ("Flen (Bosse)", ["Bosse"], "Flen"),
        ("Motala, Åke J:son Lind", ["Åke J:son Lind"], "Motala"),
        ("Göran W. Lindahl, Arbetsförmedlingen", ["Göran W. Lindahl"], "Arbetsförmedlingen"),
        ("Marianne Ljung, Laholms kommun, näringslivschef", ["Marianne Ljung"], "Laholms kommun"),
        ("Karin Wik, vd, Aquarena AB", ["Karin Wik"], "Aquarena AB"),
        ("Skellefteå Kraft", [], "Skellefteå Kraft"),
    ],
)
def test_a_heading_names_persons_and_what_they_speak_for(
    heading: str, persons: list[str], organisation: str
) -> None:
    label = parse(Document("text.txt", heading).reading_form(_whole(heading)))
    assert [full(person) for person in label.persons] == persons
    assert label.organisation is not None
    assert full(label.organisation) == organisation


def test_a_role_stands_beside_the_name_and_in_no_organisation() -> None:
    text = "Marianne Ljung, Laholms kommun, näringslivschef"
    assert parse(Document("text.txt", text).reading_form(_whole(text))).role == "näringslivschef"
    assert is_role("kommunalrådet")
    assert is_role("projektledare")
    assert not is_role("Almi")


def test_a_municipality_that_speaks_stands_for_itself() -> None:
    found = outline_of("Anteckningar\n\n▪ Kommunerna:\no Östersund, Fredrik Kil: Trycket är stort.\n")
    organisation = found.turns[0].organisation
    assert organisation is not None
    assert (organisation.name, organisation.metonym) == ("Östersund", True)
    assert "Kommunerna" not in [party.name for party in found.parties]
    assert [heading.text for heading in found.headings] == ["Kommunerna:", "Östersund, Fredrik Kil"]
    assert found.headings[1].parent == found.headings[0].span


def test_a_unit_belongs_to_the_organisation_that_its_name_begins_with() -> None:
    text = "Region Gotland, Regional utveckling, Juliana Gard"
    organisation = parse(Document("text.txt", text).reading_form(_whole(text))).organisation
    assert organisation is not None
    assert organisation.unit_of is not None
    assert organisation.unit_of.of(text) == "Region Gotland"


def test_an_umbrella_is_nobody_and_so_is_what_only_gathers_items() -> None:
    assert is_umbrella("Kommunerna:")
    assert not is_umbrella("Kommunerna i norr AB")
    found = outline_of(
        "Anteckningar\n\n- Almi, Karin Wik\n    - Lånen ökar.\n- Fler aktörer:\n"
        "    - Visita, Bo Ask: fullt.\n"
    )
    assert [full(turn.speakers[0]) for turn in found.turns] == ["Karin Wik", "Bo Ask"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Karim Haddad berättar att lånen ökar.", "Karim Haddad"),
        ("Ordförande Lisa Berg (M) informerar om besöket.", "Lisa Berg"),
        ("Från Uppvidinge rapporterar Rolf att det är tungt.", "Rolf"),
        ("Vidare rapporterar Fredrik Holm (C) från rådet.", "Fredrik Holm"),
        ("Nu kan vi prova i full skala, säger Birgit Lönn, professor.", "Birgit Lönn"),
        ("Kommunen ställer upp, säger kommunalrådet Klas Bergström (C).", "Klas Bergström"),
        (
            "Ersättaren Marianne Holm (M), tillika ledamot i LLU, informerar om projekten.",
            "Marianne Holm",
        ),
    ],
)
def test_a_verb_of_speech_has_its_speaker_before_or_after(sentence: str, speaker: str) -> None:
    found = speaking(Document("text.txt", sentence).reading_form(_whole(sentence)))
    assert found is not None
    assert [person.name for person in found.persons] == [speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "Det som lyfter är exporten.",
        "Frågan om vem som svarar är öppen.",
        "Tips: läs mer på sidan.",
        "OBS: nytt datum.",
    ],
)
def test_words_that_only_look_like_a_speaker_name_none(sentence: str) -> None:
    form = Document("text.txt", sentence).reading_form(_whole(sentence))
    assert speaking(form) is None
    assert labelled(form) is None or labelled(form, frozenset({"Karin"})) is None


def _whole(text: str) -> Span:
    return Span(0, len(text))
