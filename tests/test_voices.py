"""Who a sentence says is speaking, whatever its order and voice; what runs a meeting is nobody's words."""

import re
from pathlib import Path

import pytest
from outlines_shown import full, holds_the_laws, outline_of
from sentences_voiced import SENTENCES

from graph.model.outline import Outline
from graph.model.text import Document, ReadingForm, Span
from graph.reading.outline.choice import outline
from graph.reading.outline.met import full_names
from graph.reading.outline.procedure import assigned, is_procedure, nobody_says, only_shown
from graph.reading.outline.speech import speaking

SPOKEN = sorted(Path(__file__).parent.glob("spoken/*.txt"))
MARKED = re.compile(r"<<(?P<who>[^|<>]+)\|(?P<words>[^<>]*)>>")
OTHERS = frozenset({"Siv Wallberg", "Siv", "Wallberg", "Ahmed Farah", "Ahmed", "Farah"})


def form_of(sentence: str) -> ReadingForm:
    return Document("text.txt", sentence).reading_form(Span(0, len(sentence)))


def speakers(found: Outline) -> list[list[str]]:
    return [[full(speaker) for speaker in turn.speakers] for turn in found.turns]


@pytest.mark.parametrize(("who", "sentence"), SENTENCES)
@pytest.mark.parametrize("met", [frozenset(), OTHERS], ids=["nobody", "others"])
def test_a_sentence_tells_who_speaks(who: str | None, sentence: str, met: frozenset[str]) -> None:
    named = speaking(form_of(sentence), frozenset(), met)
    first = next(iter((*named.persons, named.organisation)), None) if named else None
    assert (first and full(first)) == who


@pytest.mark.parametrize("path", SPOKEN, ids=lambda path: path.stem)
def test_texts_are_said_by_whom_a_person_marked(path: Path) -> None:
    """`<<Speaker|words>>` marks each statement; nothing else is anybody's."""
    marked = path.read_text(encoding="utf-8")
    document = Document(path.name, MARKED.sub(lambda match: match["words"], marked))
    found = outline(document)
    holds_the_laws(document, found)
    wanted = [(match["who"], match["words"]) for match in MARKED.finditer(marked)]
    assert [
        (full(turn.speakers[0]), turn.span.of(document.text)) for turn in found.turns if turn.speakers
    ] == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Ordföranden öppnade stämman och hälsade alla välkomna.",
        "Moa Ek hälsar mötesdeltagarna välkomna.",
        "Moa Ek tackade och avslutade årsmötet.",
        "Det beslutades att avgiften höjs.",
        "Styrelsen beslutade enligt förslaget.",
        "Nämnden godkänner redovisningen.",
        "Beslut: avgiften höjs till 300 kr.",
        "Rapporten lades till handlingarna.",
        "Moa Ek valdes till kassör.",
    ],
)
def test_what_runs_a_meeting_is_procedure(sentence: str) -> None:
    assert is_procedure(form_of(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Moa Ek hälsade välkommen och berättade att skolan har flyttat.",
        "Moa Ek öppnade mötet och gick igenom läget i länet.",
        "Moa Ek berättade att nämnden beslutade om en ny plan i maj.",
        "Moa Ek tackade regionen för stödet till leden.",
    ],
)
def test_what_is_told_beside_a_formula_is_told(sentence: str) -> None:
    assert not is_procedure(form_of(sentence))


def test_the_crowd_and_the_impersonal_name_nobody() -> None:
    for sentence in (
        "Flera nickade.",
        "Någon undrade om räntan.",
        "Det framkom att tiden är knapp.",
        "Hörby.",
    ):
        assert nobody_says(form_of(sentence))
    for sentence in ("Flera företag vill anställa.", "Det är bråttom.", "Alla kommuner har sökt stödet."):
        assert not nobody_says(form_of(sentence))


def test_a_task_is_told_of_somebody_and_what_is_only_gone_through_tells_nothing() -> None:
    met = frozenset({"Roger Flink", "Roger", "Pål Dahm"})
    assert assigned(form_of("Roger Flink kontaktar kommunen."), met)
    assert assigned(form_of("Roger och Pål Dahm skickar ut listan."), met)
    assert not assigned(form_of("Roger Flink berättar att kommunen kontaktar skolan."), met)
    assert not assigned(form_of("Kommunen kontaktar skolan."), met)
    assert only_shown(form_of("Kassör Moa Ek gick igenom siffrorna."))
    assert not only_shown(form_of("Moa Ek gick igenom siffrorna för maj, som var bättre än väntat."))


def test_whoever_the_text_names_in_full_is_known_by_surname() -> None:
    document = Document(
        "text.txt", "Från Almi kom Moa Ek, från hamnen Zdenko Lund (Luleå Hamn AB).\nLund Energi AB."
    )
    assert full_names(document) == ("Moa Ek", "Zdenko Lund")
    begun = Document("text.txt", "Moa Ek Två nyheter väntas.")
    assert full_names(begun) == ("Moa Ek",)
    found = outline_of("Råd om hamnen\n\nFrån Almi kom Moa Brolin.\n\nBrolin undrade när kranen kommer.\n")
    assert speakers(found)[-1] == ["Moa Brolin"]


def test_a_heading_of_capitals_heads_nobodys_words_where_no_heading_names_anybody() -> None:
    found = outline_of(
        "Styrelsemöte\n\n- NCPC\n  - Alla företag kontaktade.\n  - Video är skickad.\n\n"
        "- GDPR och protokoll\n  - Stadgarna måste ändras.\n"
    )
    assert not any(speakers(found))


def test_a_heading_broken_over_two_lines_names_its_speaker() -> None:
    found = outline_of(
        "Branschråd\n\nLomma kommun – Moa Brolin\n\nVi bygger en skola.\n\n"
        "Nässjö kommun (Per Anders\nErdal)\n\nVi bygger en bro.\n\nEksjö kommun – Siv Lund\n\nVi bygger en väg.\n"
    )
    assert speakers(found) == [["Moa Brolin"], ["Per Anders Erdal"], ["Siv Lund"]]
