"""Bodies named with their place: "Sparbanken i Osby", "Gällö hembygdsförening", "Halden kommune"."""

import re

from graph.lexicon.cues import clause_verbs
from graph.lexicon.gazetteer import county_by_form, organisations, places
from graph.lexicon.names import is_given_name
from graph.model.terms import Kind
from graph.reading.recognition.hits import Hit
from graph.reading.recognition.runs import is_place
from graph.reading.recognition.words import Passage, Word

BRANCH = re.compile(
    r"\w{2,}(?:föreningen|klubben|högskolan|folkhögskolan|kulturskolan|musikskolan|banken|främjandet|sällskapet|"
    r"kretsen|hälsan|jouren|missionen|kretsloppet|trafikmyndigheten|räddningstjänsten|tinget|institutet|skolorna)"
)
"""Bodies of which many places have one of their own."""
LOCAL = frozenset({"civil society", "religious community"})
"""Classes of listed bodies with branches."""
SMALL_HEAD = re.compile(
    r"\w{0,14}(?:förening|klubb|sällskap|byalag|samfällighet|sameby|bygdegård|försäkring|sparbank)|"
    r"hembygdsgille|folkhögskola|gymnasium|gymnasieskola|yrkeshögskola|kulturskola|musikskola|lärcentrum|"
    r"näringslivsråd|ungdomsråd|pensionärsråd|församling|pastorat|vårdcentral|hälsocentral|räddningstjänst|"
    r"\w{3,14}skola|stadsnät|lantbrukarråd|teaterförening|jaktlag|roddklubb"
)
"""Heads in lower case behind the place whose body it is."""
ABROAD = re.compile(
    r"(?:fylkes)?kommune|fylkesting|kommunestyre|havn|havnevesen|universitet|høgskole|högskola|sparebank|"
    r"yliopisto|ammattikorkeakoulu|kaupunki|kunta|kommunes|välfärdsområde|samkommun"
)
"""Heads of bodies in Norway, Denmark and Finland, as they write them."""
OPENS_ABROAD = re.compile(r"(?:Høgskolen|Universitetet|Statsforvalteren|Sametinget|NTM-centralen|NAV) i$")
DIRECTORATE = re.compile(r"[A-ZÅÄÖÆØ]\w{3,}(?:direktoratet|tilsynet|ombudet|forbundet|styrelsen)$")
COMPASS = frozenset(
    {"norra", "södra", "östra", "västra", "nedre", "övre", "mellersta", "gamla", "nya", "stora"}
)
ADJECTIVES = frozenset({"gamla", "nya", "stora", "lilla", "hela", "vår", "denna"})


def placed(passage: Passage) -> list[Hit]:
    """Every body that its head and its place name together."""
    hits = []
    for position, word in enumerate(passage.words):
        if not word.capital or word.address or passage.shouted:
            continue
        end = _branch(passage, position) or _local(passage, position)
        if end:
            start = _start(passage, position)
            hits.append(Hit(start, end, Kind.ORGANISATION, "body of its place"))
        elif DIRECTORATE.match(word.text) and word.low not in organisations() and not word.opens:
            hits.append(Hit(word.start, word.end, Kind.ORGANISATION, "body of its place"))
    return hits


def _start(passage: Passage, position: int) -> int:
    """Where the name begins: a compass point or an adjective in capitals before the place belongs to it."""
    before = passage.word(position - 1)
    part = before and before.low in COMPASS and before.capital and passage.words[position].gap == " "
    return before.start if before and part else passage.words[position].start


def _branch(passage: Passage, position: int) -> int | None:
    """Where a name ends that says "i" and its place behind its head."""
    word, place = passage.words[position], passage.word(position + 2)
    if passage.low(position + 1) != "i" or place is None or not place.capital or place.gap != " ":
        return None
    if passage.words[position + 1].gap != " " or not _has_branches(word):
        return None
    following = passage.word(position + 3)
    if following and following.gap == " ":
        two = f"{place.low} {following.low}"
        if two in places() or two in county_by_form():
            return following.end
    bare = place.low.removesuffix("s")
    if place.low not in places() and bare in places() and place.low != bare:
        return place.end - 1
    return place.end


def _has_branches(word: Word) -> bool:
    if OPENS_ABROAD.match(f"{word.text} i"):
        return True
    known = organisations().get(word.low, ())
    if known:
        return any(entry.classification in LOCAL for entry in known)
    return BRANCH.fullmatch(word.low) is not None


def _local(passage: Passage, position: int) -> int | None:
    """Where a name ends whose head stands in lower case behind the place."""
    word, head = passage.words[position], passage.word(position + 1)
    if head is None or head.gap != " " or head.capital or word.function or word.low in ADJECTIVES:
        return None
    bare = head.low.removesuffix("s")
    end = head.end - (1 if bare != head.low else 0)
    if ABROAD.fullmatch(bare) and not is_given_name(word.text):
        return end
    if bare == "stad" and not word.opens and not word.low.endswith("s") and word.low not in places():
        return end
    if not SMALL_HEAD.fullmatch(bare) or not is_place(word.text):
        return None
    following = passage.word(position + 2)
    goes_on = following and following.gap == " " and following.capital and following.low not in clause_verbs()
    return None if goes_on else end
