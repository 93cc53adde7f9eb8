"""Organisations by form: legal forms, departments, destinations, committees with a field, authorities of a place."""

import re

from graph.lexicon.gazetteer import municipality_by_short_name, places
from graph.lexicon.names import is_given_name
from graph.model.terms import Kind
from graph.reading.recognition.capitals import CAPITAL, RUN, is_general, opens_sentence
from graph.reading.recognition.hits import Hit, Rank
from graph.reading.recognition.words import Passage

LEGAL = re.compile(
    rf"(?<![\w-])(?P<name>{RUN}(?:\si\s{CAPITAL})?\s(?:AB|HB|KB|Aktiebolag|Group|Oy|ASA?|GmbH|Ltd)(?:\s\(publ\))?)(?P<genitive>s|:s)?(?![\w-])"
)
BEFORE = re.compile(rf"(?<![\w-])(?P<name>(?:AB|Stiftelsen|Föreningen|Brf)\s{RUN})(?![\w-])")
PLACED = re.compile(
    rf"(?<![\w-])(?P<name>(?:[Dd]estination|Visit|Region|Polisen i|Länsstyrelsen(?:\si)?|Företagarna(?:\si)?|Handelskammaren(?:\si)?)\s{CAPITAL}(?:\s(?:Härjedalen|Götaland|län))?)(?![\w-])"
)
TOWN = re.compile(rf"(?<![\w-])(?P<name>{RUN}\s(?:kommun|kn|stad|län))s?(?![\w-])")
FIELD = re.compile(
    r"(?<![\w-])(?P<name>(?:\w+och\s)?(?:[A-Za-zÅÄÖåäö]+-\soch\s)?[A-Za-zÅÄÖåäö]*(?:byggnads|miljö|social|kultur|fritids|utbildnings|teknisk\w*|trafik|vård|omsorgs|närings\w*|samhällsbyggnads|räddnings)\w*(?:nämnden|nämnd|kontoret|förvaltningen|utskottet|departementet|departement|sektorn))(?![\w-])"
)
FOR = re.compile(
    r"(?<![\w-])(?P<name>(?:nämnden|beredningsgruppen|beredningen|utskottet|rådet|arbetsgruppen)\sför\s[A-ZÅÄÖa-zåäö]+(?:\s(?:&|och)\s[A-ZÅÄÖa-zåäö]+)?)(?![\w-])"
)
DESCRIBED = re.compile(
    rf"(?<![\w-])(?P<name>\w+bolaget\s(?:vid|i|på)\s(?:{CAPITAL}|höga\skusten)(?:\s{CAPITAL})?)(?![\w-])"
)
CALLED = re.compile(
    rf"\b(?:[Ff]öretaget|[Bb]olaget|[Ff]öreningen|[Nn]ätverket|[Oo]rganisationen)\s(?P<name>{RUN})"
)
UNKNOWN = re.compile(rf"(?<![\w-])(?P<name>{RUN})(?![\w-])")
ACTING = frozenset(["från", "av", "med", "hos", "till", "åt", "och", "via", "samt", "mellan", "för", "genom"])


def bodies(passage: Passage) -> list[Hit]:
    """Organisations that their form gives away."""
    text = passage.text
    hits: list[Hit] = []
    for pattern, rule in (
        (LEGAL, "legal-form"),
        (BEFORE, "legal-form"),
        (PLACED, "body-of-place"),
        (FIELD, "body-with-field"),
        (FOR, "body-with-field"),
        (CALLED, "called-organisation"),
    ):
        hits += [
            Hit(*_shorn(text, *match.span("name")), Kind.ORGANISATION, rule)
            for match in pattern.finditer(text)
            if _shorn(text, *match.span("name"))[0] < match.end("name")
        ]
    hits += [
        Hit(*match.span("name"), Kind.ORGANISATION, "municipality", classification="municipality")
        for match in TOWN.finditer(text)
        if not match["name"].endswith("län")
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


def capitalised(passage: Passage) -> list[Hit]:
    """Capitalised words inside a sentence that no list knows: organisations, for want of a better reading."""
    if passage.shouted:
        return []
    text = passage.text
    hits = []
    for match in UNKNOWN.finditer(text):
        name = match["name"]
        start, end = match.span("name")
        word = passage.at.get(start)
        if word is None or passage.words[word].opens or passage.words[word].address or len(name) < 3:
            continue
        bare = name.removesuffix("s")
        if is_general(name.split()[0]) or is_given_name(name.split()[0]):
            continue
        if any(
            form.casefold() in places() or form.casefold() in municipality_by_short_name()
            for form in (name, bare)
        ):
            continue
        genitive = (
            name.endswith("s")
            and not name.endswith("ss")
            and re.match(r"\s[a-zåäö]", text[end:]) is not None
            and len(name) > 5
        )
        hits.append(Hit(start, end - genitive, Kind.ORGANISATION, "capitalised", Rank.GUESS))
    return hits
