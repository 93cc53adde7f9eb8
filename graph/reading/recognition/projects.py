"""Projects: a company's establishment, "projektet X", named undertakings, and those known by their topic."""

import re

from graph.lexicon.gazetteer import municipality_by_short_name, places
from graph.lexicon.screened import screened
from graph.model.terms import Kind
from graph.reading.recognition.capitals import CAPITAL, RUN, is_general, opens_sentence
from graph.reading.recognition.endings import NO_GENITIVE
from graph.reading.recognition.hits import Hit
from graph.reading.recognition.words import Passage

HEAD = (
    r"\w*(?:etablering(?:en)?|nyetablering|fabrik(?:en)?|gigafabrik|verkstad(?:en)?|anläggning(?:en)?|utbyggnad(?:en)?|nybygge|bygge"
    r"|investering(?:en)?|(?:batteri)?satsning(?:en)?|utvecklingscenter|datacenter|datahall|logistikcenter|terminal|vindkraftpark|lager"
    r"|produktionslinje|huvudkontor|expansion)"
)
OWNED = screened(
    rf"(?<![\w&’'‑-])(?:(?P<earlier>{RUN})\soch\s)?(?P<company>{RUN})(?P<genitive>:s|’s|'s|(?<=s))\s+(?:(?:nya|planerade|stora|kommande|gemensamma|första|andra|egna|tänkta)\s+){{0,2}}(?P<head>{HEAD}(?P<more>\soch\s[\w-]+-\soch\s{HEAD}|\soch\s{HEAD})?)(?![\w-])"
)
# A house is an undertaking only while it is new or planned: "Norrfisks nya rökeri".
NEW_HOUSE = screened(
    rf"(?<![\w&’'‑-])(?P<company>{RUN})(?P<genitive>:s|’s|'s|(?<=s)) (?:nya|planerade|kommande|tänkta) "
    r"(?P<head>[a-zåäö]{0,12}(?:fryshus|bageri|rökeri|mejeri|slakteri|bryggeri|hotell|laboratorium|butik|depå|verk|hall|växthus))"
    r"(?![\w-])"
)
OF = screened(
    rf"\b(?P<head>[Ee]tableringen|[Uu]tbyggnaden|[Ee]xpansionen|[Ii]nvesteringen)\s+(?:av|hos)\s+(?P<company>{RUN})"
)
TOPIC = screened(
    r"\b(?:(?:det|ett)\s+)?(?P<span>(?:nya\s+|nytt\s+)?\w*projekt(?:et)?\s+(?:gällande|om|kring|rörande|för)\s+[^.,;:!?]{6,80})",
    re.IGNORECASE,
)
BARE_TOPIC = screened(r"\b(?P<span>nya\s+\w{3,}projektet)\b")
NAMED = screened(
    rf"(?<![\w-])(?!(?:Stads|Kungs|Folk|Slotts|Hembygds|Djur|National|Rådhus|Badhus|Järnvägs|Kyrk|Brunns)parken)"
    rf"(?P<name>{CAPITAL}(?:länken|spåret|parken|gruvan|verkstan|labbet|hubben|terminalen|stråket|dalen)(?:\s{CAPITAL})?)(?![\w-])"
)


def projects(passage: Passage) -> list[Hit]:
    """Every project that a quote names, the company inside an establishment nested."""
    return [
        *_owned(passage.text),
        *_of(passage.text),
        *_topics(passage.text),
        *_named(passage.text),
    ]


def _is_place(name: str) -> bool:
    """Whether a run is no company: a place, or a general word that opens the sentence."""
    return is_general(name.split()[0]) or name.casefold() in places()


def _owned(text: str) -> list[Hit]:
    hits = []
    for match in (*OWNED.finditer(text), *NEW_HOUSE.finditer(text)):
        start, end = match.span("company")
        words = list(re.finditer(r"\S+", text[start:end]))
        while words and is_general(words[0].group()) and (len(words) > 1 or True):
            words = words[1:]
        if not words:
            continue
        start += words[0].start()
        company = text[start:end]
        if not match["genitive"] and not NO_GENITIVE.search(company.casefold()):
            company = company.removesuffix("s")
        if company.casefold() in places() or company.casefold() in municipality_by_short_name():
            continue
        named = match.groupdict().get("earlier")
        earlier = named if named and not _is_place(named) else None
        begin = match.start("earlier") if earlier else start
        hits.append(Hit(begin, match.end("head"), Kind.PROJECT, "establishment", head=match["head"]))
        if begin < start:
            hits.append(
                Hit(begin, match.end("earlier"), Kind.ORGANISATION, "company-of-establishment", nested=True)
            )
        hits.append(
            Hit(start, start + len(company), Kind.ORGANISATION, "company-of-establishment", nested=True)
        )
    return hits


def _of(text: str) -> list[Hit]:
    hits = []
    for match in OF.finditer(text):
        if not is_general(match["company"].split()[0]):
            hits.append(
                Hit(match.start("head"), match.end(), Kind.PROJECT, "establishment-of", head=match["head"])
            )
            hits.append(
                Hit(
                    match.start("company"),
                    match.end(),
                    Kind.ORGANISATION,
                    "company-of-establishment",
                    nested=True,
                )
            )
    return hits


def _topics(text: str) -> list[Hit]:
    hits = [
        Hit(*_trimmed(text, *match.span("span")), Kind.PROJECT, "project-by-topic", description=True)
        for match in TOPIC.finditer(text)
        if not re.match(r"[A-ZÅÄÖ]", match["span"].split()[-1])
    ]
    return hits + [
        Hit(*match.span("span"), Kind.PROJECT, "project-by-topic", description=True)
        for match in BARE_TOPIC.finditer(text)
    ]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    cut = re.search(r"\s(?:som|men|där|när|är|har|ska|startar)\s", text[start:end])
    return start, start + cut.start() if cut else end


def _named(text: str) -> list[Hit]:
    return [
        Hit(*match.span("name"), Kind.PROJECT, "named-undertaking")
        for match in NAMED.finditer(text)
        if match["name"].casefold() not in places() and not opens_sentence(text, match.start())
    ]
