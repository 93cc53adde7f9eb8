"""Institutions under an owner's name, units under their chief, bodies that their own letters explain."""

import re

from graph.lexicon.cues import clause_verbs
from graph.lexicon.gazetteer import organisations, places
from graph.lexicon.heads import function_words
from graph.lexicon.screened import screened
from graph.model.terms import Kind
from graph.reading.recognition.hits import Hit
from graph.reading.recognition.words import Passage

# An institution whose head stands in lower case behind its owner or place: "Alvestas folkhögskola".
OWNED = screened(
    r"(?<![\w-])(?P<name>[A-ZÅÄÖ][\w-]{2,}s(?: [A-ZÅÄÖ][\w-]+s)? (?P<head>försöksstation|forskningsstation|museum|\w{0,12}museum|konsthall|konserthus|stadsteater|"
    r"\w{0,9}bibliotek|gymnasium|gymnasieskola|naturbruksgymnasium|folkhögskola|yrkeshögskola|lantbruksskola|"
    r"\w{0,12}förening|\w{0,12}förbund|\w{0,10}sällskap|hembygdsgille|fiberförening|byalag|idrottsklubb|golfklubb|"
    r"\w{2,14}klubb|lärcentrum|vårdcentral|hälsocentral|lasarett|tingsrätt|räddningstjänst|handelskammare|"
    r"ridskola|kulturskola|musikskola|bryggeri|mejeri|glasbruk|hantverkskooperativ))(?P<genitive>s)?(?![\w-])"
)
VENUES = frozenset({"i", "på", "vid", "utanför", "kring", "till"})
COMPASS = frozenset({"norra", "södra", "östra", "västra", "nedre", "övre", "mellersta"})
HOUSES = ("museum", "bibliotek", "konsthall", "konserthus", "stadsteater")
# The unit that a chief leads, by its field: "enhetschef Bygg och miljö", "sektionschef för Idrott & Fritid".
CHIEF = screened(
    r"(?<!\w)(?:förvaltnings|enhets|verksamhets|avdelnings|sektions|sektors|områdes?)chef(?:en)?"
    r" (?:för |på |vid )?(?P<name>[A-ZÅÄÖ][a-zåäö]+(?: (?:och|&) [A-ZÅÄÖa-zåäö][a-zåäö]+)?)(?![\w-])"
)
# A committee with its field in capitals: "driftnämnden Kultur och skola".
FIELD = screened(
    r"(?<![\w-])(?P<name>\w{3,20}nämnden (?!i )[A-ZÅÄÖ][a-zåäö]+(?: (?:och|&) [A-ZÅÄÖa-zåäö][a-zåäö]+)?)(?![\w-])"
)
# A body whose abbreviation is a first part: "KK-stiftelsen", "F-kommittén".
LETTERED = screened(
    r"(?<![\w-])(?P<name>(?!EU-|FN-)[A-ZÅÄÖ]{1,5}-(?:stiftelsen|delegationen|kommittén|kommissionen|institutet|kooperativet))"
    r"s?(?![\w-])"
)
LEADER = re.compile(
    r"(?:direktör|chef|ordförande|vd|VD|talesperson|pressekreterare)(?:en)? (?:för|i|på|vid) $"
)
LETTERS = re.compile(r" \((?P<letters>[A-ZÅÄÖ]{3,7})\)")
NO_BODY = re.compile(
    r"(?:plan|planen|strategi|strategin|program|programmet|lag|lagen|förordning|fond|fonden|policy|utredning|modell|"
    r"system|metod|analys|index|rapport|stöd|test|skatt|avgift|protokoll|standard|konvention)s?$"
)
LONGEST = 8  # words that letters may stand for


def institutions(passage: Passage) -> list[Hit]:
    """Institutions, units and bodies that no list knows but whose form tells what they are."""
    return [
        *_owned(passage),
        *(
            Hit(*match.span("name"), Kind.ORGANISATION, rule, classification="unit")
            for pattern, rule in ((CHIEF, "unit of its chief"), (FIELD, "committee with its field"))
            for match in pattern.finditer(passage.text)
            if match["name"].casefold() not in places() and match["name"].split()[-1].casefold() not in places()
        ),
        *(
            Hit(*match.span("name"), Kind.ORGANISATION, "body by its letters")
            for match in LETTERED.finditer(passage.text)
        ),
        *_led(passage),
        *_explained(passage),
    ]  # fmt: skip


def _owned(passage: Passage) -> list[Hit]:
    hits = []
    for match in OWNED.finditer(passage.text):
        position = passage.at.get(match.start("name"))
        if position is None or passage.words[position].function or passage.words[position].ordinary:
            continue
        if (before := passage.word(position - 1)) and before.capital and before.low in COMPASS:
            hits.append(Hit(before.start, match.end("name"), Kind.ORGANISATION, "institution of its owner"))
            continue
        venue = passage.low(position - 1) in VENUES and match["head"].endswith(HOUSES)
        kind = Kind.PLACE if venue else Kind.ORGANISATION
        hits.append(Hit(*match.span("name"), kind, "institution of its owner"))
    return hits


def _led(passage: Passage) -> list[Hit]:
    """The unknown company that somebody leads: "vd för Norrtag"."""
    hits = []
    for position, word in enumerate(passage.words):
        if (
            position < 2
            or not word.capital
            or passage.low(position - 1) not in ("för", "i", "på", "vid")
            or word.gap != " "
            or word.function
            or word.address
        ):
            continue
        following = passage.word(position + 1)
        alone = following is None or following.gap != " " or not following.capital
        if (
            not alone
            or word.low in places()
            or not LEADER.search(passage.text[max(0, word.start - 30) : word.start])
        ):
            continue
        hits.append(Hit(word.start, word.end, Kind.ORGANISATION, "led by somebody"))
    return hits


def _explained(passage: Passage) -> list[Hit]:
    """A name whose initials are the letters in parentheses after it: "Nordens råd för sjöfart (NRFS)"."""
    hits = []
    for match in LETTERS.finditer(passage.text):
        position = passage.at.get(match.start("letters"))
        first = _first_word(passage, position, match["letters"].casefold()) if position else None
        if first is None or position is None:
            continue
        start, end = passage.words[first].start, match.start()
        name = passage.text[start:end]
        if name.casefold() in organisations() or NO_BODY.search(name.casefold()):
            continue
        hits.append(Hit(start, end, Kind.ORGANISATION, "explains its letters"))
    return hits


def _first_word(passage: Passage, position: int, letters: str) -> int | None:
    """The word that the letters begin with, small words counted or not; None where they do not fit."""
    for index in range(position - 1, max(-1, position - 1 - LONGEST), -1):
        word = passage.words[index]
        joined = index == position - 1 or passage.words[index + 1].gap in (" ", "-")
        if word.address or not joined or word.low in clause_verbs():
            return None
        if word.capital and word.low[0] == letters[0] and _spelt(passage, index, position, letters):
            return index
    return None


def _spelt(passage: Passage, first: int, position: int, letters: str) -> bool:
    """Whether the initials of the words up to a position are the letters, small words counted or not."""
    words = passage.words[first:position]
    every = "".join(word.low[0] for word in words)
    larger = "".join(word.low[0] for word in words if word.low not in function_words())
    return len(words) > 1 and letters in (every, larger)
