"""Letters that a list or a legend says are somebody's, and speakers whom prose introduces."""

import pytest
from outlines_shown import full, outline_of, said
from readings_made import document

from graph.evaluation.reading_format import lines
from graph.reading.pipeline import read_document

LISTS = [
    "Närvarande: TN = Tore Näs (Krokoms kommun), GS = Gun Svedin (Jamtli)",
    "Närvarande: Tore Näs (TN), Krokoms kommun; Gun Svedin (GS), Jamtli",
    "Närvarande: Tore Näs, Krokoms kommun (TN), Gun Svedin, Jamtli (GS)",
    "Så här förkortar jag er:\nTN = Tore Näs, Krokoms kommun\nGS = Gun Svedin, Jamtli",
]
NOTES = """Avstämning 2025-05-06
{listed}

TN: kommunen bygger nytt vattenverk.
GS – museet söker pengar hos regionen.

Att göra
- TN ringer upp.
"""
TELEGRAPHIC = """Från: Birgitta Öhman
Till: gruppen

Vilka vi är:
TN = Tore Näs, Krokoms kommun
BÖ = jag

TN: vattenverket blir klart i maj.
BÖ: regionen har inga pengar kvar.
"""


@pytest.mark.parametrize("listed", LISTS)
def test_letters_speak_for_whom_the_list_says(listed: str) -> None:
    found = outline_of(NOTES.format(listed=listed))
    assert [(who, where) for who, where, _ in said(found)] == [
        ("Tore Näs", "Krokoms kommun"),
        ("Gun Svedin", "Jamtli"),
    ]


@pytest.mark.parametrize("listed", LISTS)
def test_letters_are_their_persons_mention_wherever_they_stand(listed: str) -> None:
    reading = read_document(document("m.txt", NOTES.format(listed=listed)))
    named = {line["text"]: line for line in lines(reading) if line["kind"] == "mention"}
    assert (named["TN"]["type"], named["TN"]["canonical"]) == ("person", "Tore Näs")
    assert (named["GS"]["type"], named["GS"]["canonical"]) == ("person", "Gun Svedin")
    pairs = {
        (line["person"], line["organisation"]) for line in lines(reading) if line["kind"] == "represents"
    }
    assert pairs == {("Tore Näs", "Krokoms kommun"), ("Gun Svedin", "Jamtli")}


def test_whoever_took_the_notes_is_found_by_the_letters_alone() -> None:
    found = outline_of(TELEGRAPHIC)
    assert [full(turn.speakers[0]) for turn in found.turns if turn.speakers] == ["Tore Näs", "Birgitta Öhman"]


def test_letters_of_a_party_are_nobodys_initials() -> None:
    listed = "Närvarande: Karin Dahl (KD), Bo Ek (S)"
    reading = read_document(document("m.txt", NOTES.format(listed=listed)))
    assert not [mention for mention in reading.mentions if mention.span.of(reading.document.text) == "KD"]
