"""Who belongs where, as running text says it."""

import pytest

from graph.model.text import Document
from graph.reading.pipeline import read_document


def members(sentence: str) -> set[tuple[str, str]]:
    reading = read_document(Document("text.txt", f"Pressmeddelande\n\n{sentence}\n"))
    names = {actor.key: actor.name for actor in reading.actors}
    return {(names[one.person], names[one.organisation]) for one in reading.memberships}


@pytest.mark.parametrize(
    ("sentence", "person", "organisation"),
    [
        ("Vi bygger nytt, säger Lena Sjöberg, koncernchef för Skanska.", "Lena Sjöberg", "Skanska"),
        (
            "Vi bygger nytt, säger Ove Lind som är rektor för Lunds universitet.",
            "Ove Lind",
            "Lunds universitet",
        ),
        (
            "Enligt Per Dahl, som leder ett labb vid Umeå universitet, är det nytt.",
            "Per Dahl",
            "Umeå universitet",
        ),
        ("Kontakt: Eva Holm, kommunikatör, Region Uppsala", "Eva Holm", "Region Uppsala"),
    ],
)
def test_a_title_or_a_clause_ties_a_person_to_an_organisation(
    sentence: str, person: str, organisation: str
) -> None:
    assert members(sentence) == {(person, organisation)}


def test_who_answers_for_a_field_does_not_belong_to_it() -> None:
    assert members("Vi är nöjda, säger Lena Sjöberg, ansvarig för Skanska.") == set()


@pytest.mark.parametrize(
    ("sentence", "pairs"),
    [
        ("Ny vd för Polarmat AB blir Maria Ström.", {("Maria Ström", "Polarmat AB")}),
        ("I mars blir Maria Ström ny vd på Polarmat AB.", {("Maria Ström", "Polarmat AB")}),
        ("Jonas Wik är ordförande i Byarådet Lima.", {("Jonas Wik", "Byarådet Lima")}),
        ("Ida Ro, tidigare vid Falu kommun, nu på Almi, leder det.", {("Ida Ro", "Almi")}),
        ("Ove Ek har tidigare arbetat på SCA men driver i dag Eks Glas AB.", {("Ove Ek", "Eks Glas AB")}),
        (
            "Vid mötet representerades Falu kommun av Stig Ros och Region Dalarna av Eva Lo.",
            {("Stig Ros", "Falu kommun"), ("Eva Lo", "Region Dalarna")},
        ),
        ("Anna Ek besökte Alfa AB och mötte platschefen Bo Ek på Beta AB.", {("Bo Ek", "Beta AB")}),
        ("Stina Berg leder Region Skånes arbete med vatten.", set()),
        ("Lena Ek är ansvarig för Vinnova i frågan.", set()),
    ],
)
def test_a_sentence_tells_where_somebody_has_a_post_now(sentence: str, pairs: set[tuple[str, str]]) -> None:
    assert members(sentence) == pairs


def test_who_came_from_where_stands_before_through_or_behind_the_names() -> None:
    text = (
        "Runt bordet satt två kollegor från Arvika Gjuteri, Nils Berg och Sara Holm, samt Karin Lund, till vardags på"
        " Region Värmland. Med var också Volvo Construction gm Per Strand."
    )
    assert members(text) == {
        ("Nils Berg", "Arvika Gjuteri"),
        ("Sara Holm", "Arvika Gjuteri"),
        ("Karin Lund", "Region Värmland"),
        ("Per Strand", "Volvo Construction"),
    }
