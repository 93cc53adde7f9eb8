"""Who says what, in ways of naming the speaker that single minutes have."""

from outlines_shown import full, outline_of, said

from graph.model.outline import Outline
from graph.model.terms import Presence

PROGRAMME = """Skogsdag i Lycksele
Torsdag 4 mars 2027

08.30 Välkomna – Siv Norlund, Lycksele kommun

Siv hälsade alla välkomna och berättade att dagen är fulltecknad.

09.00 Virket räcker – Kåre Lidman, vd Umeälvens Sågverk AB

Sågen går i tre skift. Kåre sade att den nya torken är beställd.

Kaffet drog ut på tiden.

10.00 Samtal om granbarkborren
Samtalsledare: Vera Dahl, Skogsstyrelsen
I panelen: Ola Brink, Norra Skog; Eva Ros, Sveaskog; Ingmar Ström, Vilhelmina kommun

Brink undrade vem som betalar.
"""

FIELDS = """Samråd om farleden, 3 februari 2026

Namn: Britta Lindh
Org: Luleå Hamn AB
Roll: hamnchef
Vi har muddrat klart. Erik säger att det tog tid.

Namn: Erik Holm
Org: Sjöfartsverket
Isbrytarna är redo.

Lindh: När kommer den tredje?

Holm: I mars.

(paus)

Namn: Sara Ek
Org: Piteå kommun
Vi väntar på besked.
"""


def pairs(found: Outline) -> set[tuple[str, str]]:
    return {(full(pairing.person), full(pairing.organisation)) for pairing in found.pairings}


def test_a_point_of_a_programme_announces_who_speaks_below_it_and_for_whom() -> None:
    found = outline_of(PROGRAMME)
    assert found.layout == "programme"
    assert {
        ("Siv Norlund", "Lycksele kommun"),
        ("Kåre Lidman", "Umeälvens Sågverk AB"),
        ("Vera Dahl", "Skogsstyrelsen"),
        ("Ola Brink", "Norra Skog"),
        ("Eva Ros", "Sveaskog"),
        ("Ingmar Ström", "Vilhelmina kommun"),
    } <= pairs(found)
    assert ("Kåre Lidman", "Umeälvens Sågverk AB", "Sågen går i tre skift.") in said(found)
    assert not [who for who, _, words in said(found) if words.startswith("Kaffet")]
    present = {full(entry.party) for entry in found.presented if entry.presence is Presence.PRESENT}
    assert {"Ola Brink", "Eva Ros", "Ingmar Ström"} <= present


def test_fields_over_a_turn_name_its_speaker_and_nobody_quoted_in_it() -> None:
    found = outline_of(FIELDS)
    assert found.layout == "transcript"
    assert [(who, org) for who, org, _ in said(found)] == [
        ("Britta Lindh", "Luleå Hamn AB"),
        ("Erik Holm", "Sjöfartsverket"),
        ("Britta Lindh", "Luleå Hamn AB"),
        ("Erik Holm", "Sjöfartsverket"),
        ("Sara Ek", "Piteå kommun"),
    ]


def test_who_took_the_notes_speaks_for_nobody_because_of_it() -> None:
    found = outline_of(
        "Träff om cykelleden\nAntecknat av Moa Frisk\n\n12 maj 2026\n\nAnna Berg säger att leden är klar.\n"
    )
    assert pairs(found) == set()


TABLE = """Avstämning besöksnäring, Östersund 4 maj 2026

Aktör | Nuläge | Åtgärd | Vem | Klart
Åre kommun, Lena Fjäll | Skidsäsongen slog rekord. Parkeringarna räckte inte. | Se över skyltningen vid infarten | Lena Fjäll | juni
 | Bussen till Duved är indragen. | Ring Länstrafiken om turerna | Per | maj
Jämtkraft AB (Per Sten) | Elnätet är fullt till 2028. | Bjud in till nästa möte | – | –

Antecknat korrekt: Per Sten
"""


def test_of_a_table_only_the_cells_of_report_are_said_and_an_empty_first_cell_goes_on() -> None:
    found = outline_of(TABLE)
    assert found.layout == "table"
    assert said(found) == [
        ("Lena Fjäll", "Åre kommun", "Skidsäsongen slog rekord."),
        ("Lena Fjäll", "Åre kommun", "Bussen till Duved är indragen."),
        ("Per Sten", "Jämtkraft AB", "Elnätet är fullt till 2028."),
    ]


def test_the_heading_of_a_case_and_what_is_decided_are_nobodys_words() -> None:
    found = outline_of(
        "Tekniska nämnden\n2026-02-11\n\nNärvarande: Nils Orrje (S), Karin Blom (C)\n\n"
        "§ 4\nSvar på motion till nämnden: fler bänkar i stadsparken\n\n"
        "Karin Blom får i uppdrag att återkomma med en kostnad.\n\n"
        "Nils Orrje (S) reserverar sig mot beslutet.\n\n"
        "Karin Blom informerar om att Nils Orrje fick i uppdrag att räkna bänkarna.\n"
    )
    assert [(who, words[:22]) for who, _, words in said(found)] == [("Karin Blom", "Karin Blom informerar ")]


def test_how_long_somebody_took_part_is_no_organisation() -> None:
    found = outline_of(
        "Kommunstyrelsen i Boden 2026-01-14\n\nBeslutande\nAnn Lund (S), ordförande\n"
        "Leif Strand (M), deltar via länk\nMona Dahl (C), t.o.m. § 9\n\nÖvriga\n"
        "Karl Frost, Bodens Energi AB, § 4\nEbba Holm, Region Norrbotten, ärende 2\n"
    )
    assert pairs(found) == {("Karl Frost", "Bodens Energi AB"), ("Ebba Holm", "Region Norrbotten")}


def test_norwegian_and_english_notes_name_their_speakers() -> None:
    norwegian = outline_of(
        "Referat fra grensemøtet, 14. oktober 2026\n\nTil stede:\nKari Nordmann, Halden kommune\n"
        "Lars Strand, Region Dalsland\n\nForfall: Emily Clark, Norconsult\n\n"
        "Kari Nordmann sier at handelen faller. Hun mente at prisene er høye.\n\n"
        "Ifølge Lars Strand er veien klar i 2028.\n"
    )
    assert [(who, org) for who, org, _ in said(norwegian)] == [
        ("Kari Nordmann", "Halden kommune"),
        ("Lars Strand", "Region Dalsland"),
    ]
    away = {full(entry.party) for entry in norwegian.presented if entry.presence is Presence.ABSENT}
    assert away >= {"Emily Clark"}
    english = outline_of(
        "Notes from the roundtable, 12 March 2026\n\nParticipants:\nName | Organisation\n"
        "Anna Lindqvist | Region Värmland\nJohn Carter | Hedmark Research AS\n\n"
        "Anna Lindqvist noted that the railway is full.\n\nJohn says that a laboratory has opened in Hamar.\n"
    )
    assert [(who, org) for who, org, _ in said(english)] == [
        ("Anna Lindqvist", "Region Värmland"),
        ("John Carter", "Hedmark Research AS"),
    ]


def test_a_subject_drawn_out_by_titles_speaks_and_a_list_of_contents_does_not() -> None:
    found = outline_of(
        "Kulturnämnden i Sjöbo\n2026-05-06\n\nNärvarande\nEskil Damm (S), ordförande\nRut Palm, kulturchef\n\n"
        "§ 3 Teaterns framtid ..................... 4\n\nKulturchefen informerar ................... 5\n\n"
        "§ 3\nTeaterns framtid\n\nMoa Ekdahl, ordförande teaternämnden, Region Skåne, och Ulf Berg, "
        "teaterchef, informerar nämnden om turnén.\n"
    )
    assert [(who, org) for who, org, _ in said(found)] == [("Moa Ekdahl", "Region Skåne")]


def test_everybody_is_no_speaker_and_a_phrase_no_person() -> None:
    found = outline_of(
        "Avstämning om bredband, 4 maj 2026\n\n- Siv Norlund, Lycksele kommun: Vi gräver i Rusksele.\n"
        "- Eva Ros, Sveaskog: Vi lånar ut vägar.\n- Alla: läs underlaget till nästa gång.\n"
        "- På FTTH, man vill ha en lista över orterna.\n"
    )
    assert {who for who, _, _ in said(found)} == {"Siv Norlund", "Eva Ros"}
    assert {who for who, _ in pairs(found)} == {"Siv Norlund", "Eva Ros"}


EVENING = """Företagsträff i Sunne

Kvällens första gäst var Nils Hagberg, platschef på Rottnafors Bruk AB, som berättade om den nya pannan.

– Vi räknar med start i augusti, sa han.

Vi fick också höra Ebba Lind från Almi som redogjorde för mikrolånet.
"""


def test_whom_a_relative_clause_says_to_tell_speaks_and_goes_on() -> None:
    found = outline_of(EVENING)
    assert [full(turn.speakers[0]) for turn in found.turns if turn.speakers] == [
        "Nils Hagberg",
        "Nils Hagberg",
        "Ebba Lind",
    ]
