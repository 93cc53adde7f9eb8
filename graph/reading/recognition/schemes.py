"""Support schemes by their head nouns: loans, grants, cheques, funds; named, and those only described."""

import re

from graph.model.terms import Kind
from graph.reading.recognition.capitals import CAPITAL
from graph.reading.recognition.hits import Hit
from graph.reading.recognition.words import Passage

COMPOUND = re.compile(
    r"(?<![\w-])(?P<name>[A-Za-zÅÄÖåäö][\wåäö-]{2,}(?:stöd(?:et)?|bidrag(?:et)?|lån(?:et|en)?|check(?:en|ar|arna)?|premien?|garantin?|klivet|lyftet|fonden))(?P<genitive>s)?(?![\w-])"
)
ORDINARY = frozenset(
    [
        "företagsstöd",
        "företagsstöden",
        "företagslån",
        "statsstöd",
        "banklån",
        "bostadslån",
        "beslutsstöd",
        "understöd",
        "underlån",
        "medlån",
        "statsbidrag",
        "ekonomistöd",
        "socialbidrag",
        "försörjningsstöd",
        "språkstöd",
        "administrationsstöd",
        "checken",
        "checkar",
        "fonden",
        "lyftet",
        "klivet",
        "it-stöd",
        "systemstöd",
        "studielån",
    ]
)
FOR_WHOM = re.compile(
    r"\s+(?:till|för)\s+(?:[a-zåäö]+a\s+)?[a-zåäö]+(?:are|företag|ar|er|or|sektorn|branschen|ungdomar)\b"
)
ADJECTIVE = re.compile(r"(?<![\w-])(?P<name>gröna\s+lånet|nya\s+startbidraget)(?![\w-])", re.IGNORECASE)
DESCRIBED = (
    re.compile(r"\b(?P<name>(?:det\s+)?nya?t?\s+(?:[a-zåäö]+\s+)?(?:företags)?stöd(?:et)?)\b"),
    re.compile(r"\b(?P<name>(?:det\s+nya\s+)?[a-zåäö]+a\s+stödet)\b"),
    re.compile(
        r"\bsök\w*\s+(?P<name>stöd\s+(?:till|för)\s+[a-zåäö]+(?:\s+[a-zåäö]+)?(?:\s+och\s+[a-zåäö]+)?)"
    ),
    re.compile(r"\b(?P<name>stödet\s+(?:till|för)\s+[a-zåäö]+(?:\s+[a-zåäö]+)?)\b"),
)


def schemes(passage: Passage) -> list[Hit]:
    """Every scheme that a quote names or describes."""
    text = passage.text
    hits = []
    for match in COMPOUND.finditer(text):
        name = match["name"]
        if name.casefold() in ORDINARY or len(name) < 7:
            continue
        start, end = match.span("name")
        more = FOR_WHOM.match(text, end) if re.search(r"stöd(?:et)?$|bidrag(?:et)?$", name) else None
        place = re.compile(rf"\s(?P<place>{CAPITAL})").match(text, end)
        if more:
            end = more.end()
        elif place and name[0].isupper():
            end = place.end()
        hits.append(Hit(start, end, Kind.SCHEME, "scheme-head", head=name))
    hits += [Hit(*match.span("name"), Kind.SCHEME, "scheme-head") for match in ADJECTIVE.finditer(text)]
    for pattern in DESCRIBED:
        hits += [
            Hit(*match.span("name"), Kind.SCHEME, "scheme-described", description=True)
            for match in pattern.finditer(text)
        ]
    return hits
