"""The status of sentences and clauses: a table of labelled sentences, and how far a cue reaches."""

import pytest

from graph.model.terms import Status
from graph.reading.relations.status import clause_status, negated, sentence_status

LABELLED = {
    Status.ASSERTED: """
        Orderläget är gott och alla arbetar för fullt.
        Smittspårningen fungerar bra.
        Vi samarbetar med Alfa AB sedan flera år.
        Exporten har ökat med 30 procent jämfört med ifjol.
        Ökat i januari och februari och ser inte ut att avta.
        Inte så långt kvar till säsongen drar igång.
        Det är inte bara besöksnäringen som växer.
        Efter att båda festivalerna beslutat att inte köra har vi haft möten med bolaget.
        Vi har träffat många vi inte träffar så ofta.
        Förvånas över varför enskilda näringsidkare inte söker mer stöd.
        Västbo är huvudman för uppdraget.
        Det är stor efterfrågan på lån för positiva satsningar.
        Det är inga problem med bemanningen.
        Regionen har gått in med 600 000 i förstudien.
        Projektet är beviljat!
        Vi har konverterat de första lånen från ifjol.
        Det söks som vanligt via portalen.
        Hamnen har ny kran sedan 1 oktober.
        Fullt i hamnen hela veckan.
        Beloppsgränsen ligger på 8000.
        Vi jobbar tillsammans med kommunen för att få bra förutsättningar för bygget.
        Företagen som inte söker stöd är ofta små.
    """,
    Status.PLANNED: """
        Bolaget ska bygga en ny hall.
        Vi kommer att öppna ett kontor i Norrby.
        Kommunen planerar en ny väg.
        Regionen kommer köpa tjänster av flera leverantörer.
        Så snart det är lanserat kommer vi mobilisera alla revisorer.
        Planen är att bygga ut i Alvik.
        Vi får återkomma vid nästa möte.
        Göran återkommer med datum.
        Kommunen lovar att återkomma om bussen.
        Nordverken har utlovat besked i maj.
        Vi siktar på 25 platser till sommaren.
        Hubben invigs den 5 juni.
        Verkstaden står klar i december.
        Fonden öppnar igen den 11 november.
        Snart finns ett nytt stöd.
        Information om ny undersökning kommer.
        17 maj, 15.00 nästa möte.
        Avtalet är på gång.
        Det nära samarbetet kommer fortsätta över sommaren.
        Veckan blir av 4–9 augusti.
        Tillsynen återupptas till våren.
        Nästa råd: 12 februari.
    """,
    Status.OFFERED: """
        Vi är redo att sprida budskapet.
        Redo att göra det som krävs.
        Vi delar gärna med oss av underlaget.
        Marita träffas jättegärna på en promenad.
        Ingrid erbjöd sig att komma ut till frukostmötena.
        Vi hjälper till med ansökan, ring!
        Vi kan hjälpa fler företag i höst.
        Regionen ställer upp med ett team.
        Labbet öppnar gärna för fler bolag.
        Kommunen har sagt ja till 2 Mkr.
        Hon bjuder in hela gruppen till frukost.
        Länsstyrelsen tar gärna emot synpunkter.
    """,
    Status.CONSIDERED: """
        Vi tittar på att etablera hubbar ute i länet.
        De funderar på en turné i november.
        Alfa och Beta tittar på om man kan göra något gemensamt.
        Vi ska se om vi kan dela lokal, men inget är bestämt.
        Vi överväger att flytta.
        Kommunen utreder en ny infart.
        Vi kan tänka oss att dela kostnaden.
        Bolaget förhandlar med två ägare.
        Vi undersöker möjligheten att bygga om.
        Det blir kanske en mässa.
        Vi diskuterar att slå ihop kurserna.
    """,
    Status.ESTIMATED: """
        Fyra procent enligt grovt uppskattade nycklar skulle kunna tillfalla länet.
        Fabriken beräknas kosta 90 miljoner.
        Vi räknar med 70 personer.
        Investeringen uppges till 310 miljoner.
        Prognosen pekar på en svag höst.
        Besked väntas i juni.
        Intäkterna bedöms sjunka.
        Det förväntas skapa hundra jobb.
        Sannolikt landar vi på tolv.
        Vi hade räknat med det dubbla.
        Det skulle kunna bli fler.
    """,
    Status.PROPOSED: """
        Ute på remiss att lagen ska förlängas till januari.
        Strategin är ute på remiss till 15 januari.
        Utredaren föreslår en ny myndighet.
        Förslaget om elområden har kommit.
        Nämnden yrkar på avslag i frågan om parken.
        Alfa och Beta söker pengar ur Fonden till bygget.
        Föreningen har lämnat in en ansökan till Verket.
        Vi begär ett eget råd med företag vid bordet.
        Söker medfinansiering 250 tkr.
        Vi vill att fler bolag tar emot praktikanter.
        Vi har ansökt om stöd hos regionen.
    """,
    Status.ASKED: """
        Vad beror det på?
        Kan ni tänka er att vara med även nästa år?
        Vem tar den?
        Kan inte kommunerna samordna sig?
        Någon frågade om det finns pengar.
        Karin undrade vad det kostar.
        En deltagare undrade om det är lönt att bjuda in dem.
        Är det 70 eller 170?
        ”Ska vi göra det tillsammans med Alfa AB?”
        Frågan är om det räcker.
        Hur går det med bussen?
        Ska bolaget bygga i Norrby?
    """,
    Status.UNCLEAR: """
        Oklart om det ska förlängas men det borde vi veta snart.
        Vi tror att det är räntan men vet inte.
        Svar: vet ej, återkommer.
        Det är osäkert om bygget startar.
        Det återstår att se.
        Han hade hört rykten om en flytt men kunde varken bekräfta eller dementera.
        Omar kan inte säga mer nu.
        Ingen vet hur det går.
        Det är oklart vem som äger frågan.
        Frågan lämnades öppen, ovisst vem som svarar.
        Det kan jag inte svara på nu.
    """,
    Status.NEGATED: """
        Kraftteknik tackade nej.
        Länsstyrelsen tackade nej till fast plats.
        Vi fick avslag.
        Mässan blir inte av.
        Marknaden ställs in i år.
        De avböjde.
        Vi samarbetar inte med Alfa AB.
        Vi har inte haft möten med bolaget.
        Bolaget har ingen plan på att växa här.
        Regionen lämnar inga bidrag.
        Nej, den är inte skriven.
        Det gör vi inte.
        Kommunen deltar inte längre.
        Hon tror inte att industrin berörs.
        Inget bygglov än.
        Räkna inte med nya pengar före årsskiftet.
        De väntar inte hur länge som helst.
        Skolan har dragit sig ur.
    """,
}
CASES = [
    (line.strip(), status)
    for status, lines in LABELLED.items()
    for line in lines.splitlines()
    if line.strip()
]


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len(CASES) >= 120
    assert set(LABELLED) == set(Status)


@pytest.mark.parametrize(("sentence", "status"), CASES, ids=[sentence for sentence, _ in CASES])
def test_a_sentence_holds_what_it_says_as_its_words_do(sentence: str, status: Status) -> None:
    assert sentence_status(sentence) is status


CLAUSES = [
    ("Alfa och Beta är med, men Gamma tackade nej.", "Alfa", Status.ASSERTED),
    ("Alfa och Beta är med, men Gamma tackade nej.", "Gamma", Status.NEGATED),
    ("‹O1› är med, ‹O2› tackade nej.", "‹O1›", Status.ASSERTED),
    ("‹O1› är med, ‹O2› tackade nej.", "‹O2›", Status.NEGATED),
    ("Efter att mässan beslutat att inte köra har vi haft möten med Alfa.", "haft möten", Status.ASSERTED),
    ("Vi har mött Alfa för att se om vi kan jobba ihop.", "mött", Status.ASSERTED),
    ("Oklart om det ska förlängas.", "förlängas", Status.UNCLEAR),
    ("Alfa ger 2 Mkr förutsatt att bygget startar.", "ger", Status.PLANNED),
    ("Samarbetar vi med Alfa?", "Alfa", Status.ASKED),
    ("Avsatt är 5 miljarder, och fyra procent skulle kunna gå hit.", "Avsatt", Status.ASSERTED),
    ("Avsatt är 5 miljarder, och det skulle kunna gå hit.", "skulle", Status.ESTIMATED),
    ("Alfa AB, som ska byta namn till våren, har anställt Beta.", "anställt", Status.ASSERTED),
    ("Alfa AB, som ska byta namn till våren, har anställt Beta.", "byta", Status.PLANNED),
    ("Den som ska leda arbetet har anställts.", "anställts", Status.ASSERTED),
    ("Vi samarbetar inte med Alfa utan med Beta.", "samarbetar", Status.NEGATED),
    ("Vi samarbetar inte bara med Alfa utan också med Beta.", "samarbetar", Status.ASSERTED),
    ("Karin sade att Alfa inte deltar och att Beta ska bygga.", "deltar", Status.NEGATED),
    ("Karin sade att Alfa inte deltar och att Beta ska bygga.", "bygga", Status.PLANNED),
    ("Trots att ingen ville betala har Alfa byggt bron.", "byggt", Status.ASSERTED),
    ("Får Alfa bygglov bygger de en hall.", "bygger", Status.PLANNED),
    ("Alfa har byggt bron, men när breddas vägen?", "byggt", Status.ASSERTED),
    ("Alfa har byggt bron, men när breddas vägen?", "breddas", Status.ASKED),
    ("Alfa hade tänkt anlita Beta, men det blev aldrig av.", "anlita", Status.NEGATED),
    ("Alfa stänger kontoret i Norrby till hösten.", "stänger", Status.PLANNED),
    ("Alfa har stängt kontoret i Norrby.", "stängt", Status.ASSERTED),
    ("Planen som lades i fjol har gett Alfa tre hus.", "gett", Status.ASSERTED),
]


@pytest.mark.parametrize(("sentence", "at", "status"), CLAUSES, ids=[f"{s} @ {a}" for s, a, _ in CLAUSES])
def test_a_clause_has_its_own_status(sentence: str, at: str, status: Status) -> None:
    assert clause_status(sentence, sentence.index(at)) is status


def test_a_negation_denies_its_own_clause_only_where_it_denies() -> None:
    assert negated("Vi jobbar inte med Alfa")
    assert negated("Alfa drog sig ur")
    assert not negated("Det är inte bara Alfa som är med")
    assert not negated("utan 6 MW till 2027 blir det inte av")
