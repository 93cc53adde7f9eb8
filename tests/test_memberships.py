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
