"""Organisations by form: legal forms, bodies of a place, and those that are called so or described."""

import re

from graph.model.terms import Kind
from graph.reading.recognition.capitals import CAPITAL, RUN, is_general, opens_sentence
from graph.reading.recognition.hits import Hit
from graph.reading.recognition.words import Passage

LEGAL = re.compile(
    rf"(?<![\w-])(?P<name>{RUN}(?:\si\s{CAPITAL})?\s(?:AB|HB|KB|Aktiebolag|Group|Oy|ASA?|GmbH|Ltd)(?:\s\(publ\))?)(?P<genitive>s|:s)?(?![\w-])"
)
BEFORE = re.compile(rf"(?<![\w-])(?P<name>(?:AB|Stiftelsen|Föreningen|Brf)\s{RUN})(?![\w-])")
PLACED = re.compile(
    rf"(?<![\w-])(?P<name>(?:[Dd]estination|Visit|Region|Polisen i|Länsstyrelsen(?:\si)?|Företagarna(?:\si)?|"
    rf"Handelskammaren(?:\si)?)\s{CAPITAL}(?:\s(?:Härjedalen|Götaland|län))?)(?![\w-])"
)
DESCRIBED = re.compile(
    rf"(?<![\w-])(?P<name>\w+bolaget\s(?:vid|i|på)\s(?:{CAPITAL}|höga\skusten)(?:\s{CAPITAL})?)(?![\w-])"
)
CALLED = re.compile(
    rf"\b(?:[Ff]öretaget|[Bb]olaget|[Ff]öreningen|[Nn]ätverket|[Oo]rganisationen)\s(?P<name>{RUN})"
)


def bodies(passage: Passage) -> list[Hit]:
    """Organisations that their form gives away."""
    text = passage.text
    hits: list[Hit] = []
    for pattern, rule in (
        (LEGAL, "legal-form"),
        (BEFORE, "legal-form"),
        (PLACED, "body-of-place"),
        (CALLED, "called-organisation"),
    ):
        hits += [
            Hit(*_shorn(text, *match.span("name")), Kind.ORGANISATION, rule)
            for match in pattern.finditer(text)
            if _shorn(text, *match.span("name"))[0] < match.end("name")
        ]
    hits += [
        Hit(*match.span("name"), Kind.ORGANISATION, "body-described", description=True)
        for match in DESCRIBED.finditer(text)
    ]
    return hits


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
    return start, end
