"""What stands beside a name tells of it: other names of a list, the next sentence, a word for its kind."""

import pytest
from test_names import names


def among(sentence: str) -> set[str]:
    return {words for kind, words in names(sentence) if kind == "organisation"}


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Dialog förs med Skogsstyrelsen, Furusys och Vinnova om detta.", "Furusys"),
        ("Furusys var där.", None),
        ("Underlaget delas av Vinnova, Trafikverket och Furusys.", "Furusys"),
        ("Vi talade med Vinnova, Anders och Trafikverket.", None),
        ("Resan går via Vinnova, Borås och Trafikverket.", None),
    ],
)
def test_an_unknown_name_among_organisations_is_one(sentence: str, body: str | None) -> None:
    assert among(sentence) - {"Skogsstyrelsen", "Vinnova", "Trafikverket"} == ({body} if body else set())


def test_a_project_is_told_by_the_sentence_after_it() -> None:
    told = names("Nämnden gav 200 000 kronor till Havstången.", "Projektet leds av Vinnova.")
    assert ("project", "Havstången") in told
    assert ("project", "Havstången") not in names(
        "Nämnden gav 200 000 kronor till Havstången.", "Vinnova leder."
    )


def test_a_kind_that_is_said_once_holds_for_the_document() -> None:
    told = names("Huset byggs i området Norra Glasberget.", "Hos Norra Glasberget är kön lång.")
    assert told == {("place", "Norra Glasberget")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Vi i Ockelbo väntar på besked.", {("organisation", "Ockelbo")}),
        ("Ockelbo?", {("organisation", "Ockelbo")}),
        ("Och Ockelbo då?", {("organisation", "Ockelbo")}),
        ("Ockelbo är vackert.", {("place", "Ockelbo")}),
        ("Vi läste Ockelbos ansökan.", {("organisation", "Ockelbo")}),
        ("Vi gick på Ockelbos gator.", {("place", "Ockelbo")}),
        ("Hon sade att Ockelbo gärna bjuder in.", {("organisation", "Ockelbo")}),
    ],
)
def test_a_town_that_is_called_on_is_its_municipality(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert names(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Detaljplanen för Kvarnvreten är klar.", {("place", "Kvarnvreten")}),
        ("Vi såg ombyggnaden av Lyktan.", {("place", "Lyktan")}),
        ("Rivningen rör kvarteret Mejseln/Hyveln.", {("place", "kvarteret Mejseln"), ("place", "Hyveln")}),
        ("Plats och tid: Sal Ugglan, kl. 9.", {("place", "Sal Ugglan")}),
        ("Vi stöder Ockelbos hantverksdag.", {("event", "Ockelbos hantverksdag")}),
        ("Vi ordnar Grannskapsdag Syd i maj.", {("event", "Grannskapsdag Syd")}),
        ("Vi ställer ut på Mellersta Skogsbruksdagen.", {("event", "Mellersta Skogsbruksdagen")}),
        ("Lokalvårdsjusterare Berit Wallin (S) var med.", {("person", "Berit Wallin")}),
    ],
)
def test_plans_venues_and_days_have_their_forms(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert {name for name in names(sentence) if name[0] != "date"} == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Norrfisks nya rökeri står klart i vår.",
            {("project", "Norrfisks nya rökeri"), ("organisation", "Norrfisk")},
        ),
        ("Norrfisks Rökeri säljer lax.", {("organisation", "Norrfisks Rökeri")}),
        (
            "Länet har ett liknande projekt, Levande byar Syd, och ett till.",
            {("project", "Levande byar Syd")},
        ),
        (
            "Bolaget deltar i Nordic Timber Days i Borås 4–5 maj.",
            {("event", "Nordic Timber Days"), ("place", "Borås")},
        ),
        ("Alla ses på Vilda Ådalen-dagen.", {("event", "Vilda Ådalen-dagen")}),
        ("Vi träffas på Folkets hus.", {("place", "Folkets hus")}),
        ("Protokollets plats är bestämd.", set()),
        ("Mötet är i sal Ugglan, Sal Uven är upptagen.", {("place", "Sal Uven")}),
        ("Hon bad Polisregion Nord om råd.", {("organisation", "Polisregion Nord")}),
        ("Fördelar RDF? Vi vet inte.", set()),
        ("De två utkasten, A & B, går ihop.", set()),
        ("Integration med CMS är svårt.", set()),
        ("Malmö FF vann.", {("organisation", "Malmö FF")}),
    ],
)
def test_events_houses_and_tools_are_told_apart(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert {name for name in names(sentence) if name[0] != "date"} == expected
