"""Organisations by form: legal forms, bodies of a place, and those that are called so or described."""

import re

from graph.lexicon.gazetteer import organisations, places
from graph.lexicon.screened import screened
from graph.model.terms import Kind
from graph.reading.recognition.capitals import CAPITAL, RUN, is_general, opens_sentence
from graph.reading.recognition.hits import Hit
from graph.reading.recognition.words import Passage

LEGAL = re.compile(
    rf"(?<![\w-])(?P<name>{RUN}(?: i {CAPITAL})? (?:AB|HB|KB|Aktiebolag|Group|Oy|ASA?|GmbH|Ltd)(?: \(publ\))?)(?P<genitive>s|:s)?(?![\w-])"
)
BEFORE = screened(rf"(?<![\w-])(?P<name>(?:AB|Stiftelsen|Föreningen|Brf) {RUN})(?![\w-])")
PLACED = screened(
    rf"(?<![\w-])(?P<name>(?:[Dd]estination|Visit|Region|Polisen i|Länsstyrelsen(?: i)?|Företagarna(?: i)?|"
    rf"Handelskammaren(?: i)?) {CAPITAL}(?: (?:Härjedalen|Götaland|län))?)(?![\w-])"
)
DESCRIBED = screened(r"(?<![\w-])(?P<name>\w{3,20}(?:bolaget|föreningen|organisationen)\s(?:vid|i|på|för)\s)")


def bodies(passage: Passage) -> list[Hit]:
    """Organisations that their form gives away."""
    text = passage.text
    hits: list[Hit] = []
    for pattern, rule in (
        (LEGAL, "legal-form"),
        (BEFORE, "legal-form"),
        (PLACED, "body-of-place"),
    ):
        hits += [
            Hit(*_shorn(text, *match.span("name")), Kind.ORGANISATION, rule)
            for match in pattern.finditer(text)
            if _shorn(text, *match.span("name"))[0] < match.end("name")
        ]
    for match in DESCRIBED.finditer(text):
        position = passage.at.get(match.end())
        end = _place_end(passage, position) if position is not None else None
        if end:
            hits.append(Hit(match.start(), end, Kind.ORGANISATION, "body-described", description=True))
    return hits


def _place_end(passage: Passage, position: int) -> int | None:
    """Where a place ends that begins at a word: a listed one of two words in any case, or a capital."""
    word, following = passage.words[position], passage.word(position + 1)
    if following and following.gap == " " and f"{word.low} {following.low}" in places():
        return following.end
    return word.end if word.capital else None


def _shorn(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the general words that a run begins with at the head of a sentence."""
    words = list(re.finditer(r"\S+", text[start:end]))
    while (
        len(words) > 1
        and opens_sentence(text, start)
        and is_general(words[0].group())
        and words[0].group()
        not in (
            "Stiftelsen",
            "Föreningen",
            "Region",
            "Destination",
            "Länsstyrelsen",
            "Företagarna",
            "Handelskammaren",
            "AB",
        )
    ):
        start += words[1].start() - words[0].start()
        words = list(re.finditer(r"\S+", text[start:end]))
    return start, end - _genitive(text, start, end)


def _genitive(text: str, start: int, end: int) -> int:
    """1 where a final -s is the genitive of a known place or body, something owned behind it; else 0."""
    name = text[start : end - 1].casefold()
    known = name in organisations() or name.rpartition(" ")[2] in places()
    whole = text[start:end].casefold().rpartition(" ")[2] in places()
    owns = text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha()
    return int(text[end - 1] == "s" and known and owns and not whole)
