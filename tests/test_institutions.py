"""Institutions, units, nicknames and letters that only their form gives away."""

import pytest
from test_names import names


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Alvestas folkhögskola tar emot elever.", {("organisation", "Alvestas folkhögskola")}),
        ("Vi ses på Nordanås museum.", {("place", "Nordanås museum")}),
        (
            "Britt Wallin, enhetschef Park och natur, berättade.",
            {("person", "Britt Wallin"), ("organisation", "Park och natur")},
        ),
        (
            "Frågan går till hamnnämnden Drift och underhåll.",
            {("organisation", "hamnnämnden Drift och underhåll")},
        ),
        (
            "Underlaget är Förvaltningen för Bygg & Miljös skrivelse.",
            {("organisation", "Förvaltningen för Bygg & Miljö")},
        ),
        ("Medlen kommer från RJ-stiftelsen.", {("organisation", "RJ-stiftelsen")}),
        ("Vi väntar på den Sociala hållbarhetsnämnden.", {("organisation", "Sociala hållbarhetsnämnden")}),
        (
            "Ola Ström, vd för Kabelkraft, var med.",
            {("person", "Ola Ström"), ("organisation", "Kabelkraft")},
        ),
        ("Han är vd för Sverige.", {("place", "Sverige")}),
        (
            "Med var Kustens samråd för hamnfrågor (KSH).",
            {("organisation", "Kustens samråd för hamnfrågor"), ("organisation", "KSH")},
        ),
        ("Den heter Regional plan (RP) och Vår enkla modell (VEM).", set()),
    ],
)
def test_an_institution_is_told_by_its_form(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert names(sentence) == expected


def test_a_nickname_stands_inside_the_name_and_alone() -> None:
    assert names('Med var Lena "Snöstorm" Hägg.', "Snöstorm tackade för kaffet.") == {
        ("person", 'Lena "Snöstorm" Hägg'),
        ("person", "Snöstorm"),
    }
