"""Notes with their sender behind a stroke, headings that open a paragraph, and what stands under promises."""

from outlines_shown import outline_of, said

WORKSHOP = """Workshop om handelns framtid
Falun 12 mars 2026

Deltagare: Anna Ek, Almi; Bo Lind, Falu kommun; Cia Dahl, Visit Dalarna

Tema 1: Centrum
[gul] Vi behöver fler parkeringar nära torget. /Bo
[blå] Kollektivtrafiken måste gå senare på kvällen! /Cia Dahl, Visit Dalarna
- Hyrorna är för höga. /okänd
- Priset är 30 kr/tim och hälften betalas av kommunen.

━━ LÖFTEN SOM GAVS ━━
Anna: skickar underlaget
"""
BOARD = """Styrelsemöte Byalaget Ekbacken
12 mars 2026

Närvarande: Anna Ek (ordförande), Bo Lind (kassör)

§ 1 Öppnande. Anna Ek öppnade mötet.
§ 2 Ekonomi. Bo Lind redovisade kassan, som är 12 000 kr.
"""


def test_whoever_signs_a_note_said_it_and_nobody_else_did() -> None:
    assert said(outline_of(WORKSHOP)) == [
        ("Bo Lind", "Falu kommun", "Vi behöver fler parkeringar nära torget."),
        ("Cia Dahl", "Visit Dalarna", "Kollektivtrafiken måste gå senare på kvällen!"),
    ]


def test_a_heading_that_opens_its_paragraph_is_its_point() -> None:
    found = outline_of(BOARD)
    assert ("Bo Lind", None, "Bo Lind redovisade kassan, som är 12 000 kr.") in said(found)


def test_what_a_paragraph_is_stands_before_who_speaks_in_it() -> None:
    told = "Gruppens sammanfattning: Cia Dahl redogjorde för samtalet.\n\nSlutsats: vi ses igen.\n\n━━ LÖFTEN"
    text = WORKSHOP.replace("━━ LÖFTEN", told)
    assert said(outline_of(text))[2:] == [("Cia Dahl", "Visit Dalarna", "Cia Dahl redogjorde för samtalet.")]
