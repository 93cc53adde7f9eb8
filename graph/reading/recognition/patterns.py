"""Organisations that no list knows: legal forms, heads, endings, and capitals where only a body can stand."""

import re
from functools import cache

from graph.lexicon.gazetteer import county_by_form, organisations, places
from graph.lexicon.heads import legal_forms, trades
from graph.lexicon.names import is_given_name, is_surname
from graph.lexicon.numbers import MONEY_UNITS
from graph.lexicon.tagger_model import tagger_model
from graph.model.terms import Kind
from graph.reading.recognition.endings import NO_GENITIVE, RULING, organisation_ending
from graph.reading.recognition.hits import Hit, Rank
from graph.reading.recognition.runs import (
    PLACE_ENDING,
    Run,
    acts,
    common_heads,
    compound,
    is_head,
    is_personal,
    is_place,
    municipality_named,
    runs,
)
from graph.reading.recognition.words import Passage, bare_forms

# Heads that a field or place follows: "Region X", "Länsstyrelsen X", "Destination X", "Leader X", "Almi X".
OPENING_HEADS = frozenset(
    ["region", "destination", "destinationen", "leader", "visit", "invest", "länsstyrelsen",
     "handelskammaren", "högskolan", "universitetet", "campus", "stiftelsen", "föreningen",
     "samordningsförbundet", "räddningstjänsten", "polisregion", "polisområde", "sparbanken", "länsförsäkringar",
     "hushållningssällskapet", "företagarna", "coompanion", "almi", "iuc", "lrf", "nyföretagarcentrum",
     "näringsliv", "svenska", "hotell", "restaurang", "café", "bröderna", "systrarna", "riksbyggen",
     "folkuniversitetet", "studieförbundet", "regionförbundet", "kommunalförbundet", "näringslivet",
     "fastighetsbolaget"]
)  # fmt: skip
# Heads whose local branch is named with "i": "Handelskammaren i Västerbotten", "Företagarna i Eskilstuna".
BRANCHES = frozenset(
    ["handelskammaren", "länsstyrelsen", "företagarna", "högskolan", "polismyndigheten", "lrf", "polisen"]
)
BODY_PREPOSITIONS = frozenset(["från", "med", "av", "hos", "åt", "mellan", "inom"])
WITH = frozenset(
    {"tillsammans", "ihop", "samarbete", "samarbetar", "samverkan", "samverkar", "dialog", "överens", "avtal"}
)
# Groups that a sentence opens with are those named before: "Beredningsgruppen har fått besked".
GROUPS = frozenset(
    ["gruppen", "arbetsgruppen", "styrgruppen", "nätverket", "klustret", "teamet", "rådet", "företaget",
     "bolaget"]
)  # fmt: skip
# Bodies in the indefinite form, which open a sentence as a common noun: "Ordförandeberedning hålls".
COMMON_BODIES = frozenset(
    ["nämnd", "utskott", "beredning", "grupp", "avdelning", "enhet", "råd", "kommitté", "delegation", "kontor",
     "styrelse", "förening", "nätverk", "team", "jour", "tjänst", "tjänster", "avdelningen"]
)  # fmt: skip
DEMONYM = re.compile(
    r"\w{4}(?:bor|borna|bon|ingar|ingarna)s?$|(?:mötets?|stämmans?)$|(?:kommunerna|regionerna|företagen|bolagen|städerna|föreningarna|myndigheterna)s?$"
)
FIELDLESS = frozenset({"valberedning", "valberedningen", "arbetsgrupp", "presidiet", "styrelsen"})
"""Bodies that every association has, and that no field tells from others."""
CLUBS = frozenset({"IF", "FF", "IK", "BK", "FC", "SK", "IS", "HC", "HF", "IBK", "GK", "AIK", "BTK", "IBF"})
THINGS = frozenset({"med", "av", "inom", "från"})
"""Prepositions that a tool stands behind as well as a body: "med CMS"."""
SHORTEST = 5  # letters of an abbreviation that may be a name without more proof
SHORT_MUNICIPALITY = frozenset({"kn", "k:n", "kommun", "kommuns", "stad", "stads"})


def patterns(passage: Passage) -> list[Hit]:
    """Organisations by what their names are made of, and guesses by where capitals stand."""
    hits: list[Hit] = []
    for run in runs(passage):
        hits.extend(_municipality(passage, run))
        hit = _by_form(passage, run) or _by_head(passage, run) or _by_place_in_sentence(passage, run)
        if hit:
            hits.append(hit)
    return hits


def _municipality(passage: Passage, run: Run) -> list[Hit]:
    """ "Osby kn", "Åre kommun": the capital part and the lower-case head after it."""
    following = passage.word(run.last + 1)
    if following is None or following.gap != " " or following.low not in SHORT_MUNICIPALITY:
        return []
    if following.capital:
        return []
    start = run.first
    while start < run.last and municipality_named(_stem(passage, start, run.last)) is None:
        start += 1
    name = municipality_named(_stem(passage, start, run.last))
    end = following.end - (1 if following.low.endswith("s") else 0)
    begin = passage.words[start].start
    foreign = following.low in ("stad", "stads") and len(run) == 1 and is_place(passage.words[run.first].text)
    if following.low in ("kommun", "kommuns") or name or foreign:
        return [
            Hit(
                begin,
                end,
                Kind.ORGANISATION,
                "municipality",
                canonical=name,
                classification="municipality",
                listed=name is not None,
            )
        ]
    return []


def _stem(passage: Passage, first: int, last: int) -> str:
    low = passage.text[passage.words[first].start : passage.words[last].end].casefold()
    if municipality_named(low):
        return low
    if low == "falu":
        return "falun"
    return low[:-1] if low.endswith("s") else low


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(form.casefold() for form, where in legal_forms().items() if "suffix" in where)


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(form.casefold() for form, where in legal_forms().items() if "prefix" in where)


def _by_form(passage: Passage, run: Run) -> Hit | None:
    """A legal form at either end: "Norrvind Juktå AB", "Stiftelsen Tjolöholm", "Arvidssons i Fjärås AB"."""
    words = passage.words
    if words[run.last].low in _suffixes() and words[run.last].text != words[run.last].low:
        first = run.first
        if len(run) == 1:
            return None
        if (
            passage.low(first - 1) == "i"
            and first > 1
            and words[first - 2].capital
            and not words[first - 2].opens
        ):
            first -= 2
        return Hit(words[first].start, words[run.last].end, Kind.ORGANISATION, "legal form")
    if words[run.first].low in _prefixes() and len(run) > 1:
        return Hit(words[run.first].start, words[run.last].end, Kind.ORGANISATION, "legal form")
    tail = passage.text[words[run.last].end :]
    match = re.match(r",? (?:ekonomisk förening|ideell förening|ek\. ?för\.)", tail)
    if match:
        end = words[run.last].end + match.end()
        return Hit(words[run.first].start, end, Kind.ORGANISATION, "legal form")
    return None


def _by_head(passage: Passage, run: Run) -> Hit | None:
    """A head at the end, a head at the beginning with what it is for, or a compound that ends in one."""
    words = passage.words
    first, last = words[run.first], words[run.last]
    trade = last.low in trades() and not (is_surname(last.text) and is_given_name(first.text))
    opens_name = trade or (first.low in OPENING_HEADS and not is_given_name(first.text))
    if is_personal(passage, run) and len(run) > 1 and not (opens_name or organisation_ending(last.low)):
        return None
    if len(run) > 1:
        if len(last.text) == 1:
            return None  # "Grupp A"
        opening = first.low in OPENING_HEADS or organisation_ending(first.low)
        closing = (
            is_head(last.low)
            or last.low in trades()
            or (organisation_ending(last.low) and not is_place(last.text))
        )
        if (
            len(run) > 2
            and is_place(last.text)
            and words[run.last - 1].low in OPENING_HEADS
            and not first.function
        ):
            return _named(passage, run.first, run.last, "head before its place")
        if (opening and first.low not in common_heads() - OPENING_HEADS) or closing:
            return _named(passage, run.first, run.last, "head of organisations")
        return None
    branch = _branch(passage, run)
    if branch:
        return branch
    if first.low == "destination":
        return None
    ending = None if compound(first) or first.low in FIELDLESS else organisation_ending(first.low)
    if first.opens and ending in GROUPS | COMMON_BODIES:
        return None
    if ending == "gården" and passage.low(run.first - 1) in ("på", "i", "vid", "till"):
        return None  # a house: "på Bergsgården"
    if ending and not is_head(first.low) and not is_place(first.text):
        rank = Rank.GUESS if first.opens and not acts(passage, run.first) else Rank.NAME
        return _named(passage, run.first, run.first, "ending of organisations", rank)
    said = not first.opens or acts(passage, run.first)
    if first.low in ("länsstyrelsen", "handelskammaren") or (first.low == "regionen" and said):
        return _named(passage, run.first, run.first, "bare head")
    return None


def _branch(passage: Passage, run: Run) -> Hit | None:
    head = passage.words[run.last]
    place = passage.word(run.last + 2)
    if head.low not in BRANCHES or passage.low(run.last + 1) != "i" or place is None or not place.capital:
        return None
    if passage.words[run.last + 1].gap != " " or place.gap != " ":
        return None
    after = passage.word(run.last + 3)
    last = run.last + 3 if after and after.low == "län" and after.gap == " " else run.last + 2
    return _named(passage, run.first, last, "local branch")


def _named(passage: Passage, first: int, last: int, rule: str, rank: Rank = Rank.NAME) -> Hit:
    start, end = passage.words[first].start, _end(passage, first, last)
    return Hit(start, end, Kind.ORGANISATION, rule, rank)


def _end(passage: Passage, first: int, last: int) -> int:
    """Where the name ends; a genitive -s goes where the name without it is known or has a head."""
    word = passage.words[last]
    if word.low.endswith("s") and not word.low.endswith("ss") and len(word.low) > 4:
        bare = word.low[:-1]
        if NO_GENITIVE.search(word.low):
            return word.end
        known = bare in organisations() or bare in places() or is_head(bare) or organisation_ending(bare)
        if known and not is_head(word.low) and word.low not in organisations():
            return word.end - 1
    return word.end


def _by_place_in_sentence(passage: Passage, run: Run) -> Hit | None:
    """Unknown capitals that act, or stand where a partner stands. Two or more need no more proof."""
    words = passage.words
    first, last = words[run.first], words[run.last]
    name = passage.text[first.start : last.end].casefold()
    if name in places() or name in county_by_form() or (len(run) == 1 and is_place(first.text)):
        return None
    partner = passage.low(run.first - 1) == "med" and any(
        passage.low(run.first - back) in WITH for back in (2, 3, 4)
    )
    personal = is_personal(passage, run) and (is_given_name(first.text) or not partner)
    if personal or any(words[i].low in common_heads() for i in range(run.first, run.last + 1)):
        return None
    if len(run) == 1:
        return _single(passage, run.first)
    if (
        first.text.isdigit()
        or last.text.isdigit()
        or max(len(words[i].text) for i in range(run.first, run.last + 1)) == 1
    ):
        return None
    if first.opens and len(run) == 2 and last.abbreviation and len(last.text) < SHORTEST:
        club = last.text in CLUBS or is_place(first.text)
        if not club and not acts(passage, run.last):
            return None  # "Fördelar RDF", "Olika CMS"
    before = passage.low(run.first - 1)
    if RULING.search(last.low):
        return None  # "Nationella Turismstrategin"
    if _owns(passage, run.last) and not NO_GENITIVE.search(last.low):
        return Hit(first.start, last.end - 1, Kind.ORGANISATION, "owner of what follows", Rank.RUN)
    if before in ("i", "på") and not acts(passage, run.last):
        return None
    rule = "run beside a partner" if partner else "run of capitals"
    return _named(passage, run.first, run.last, rule, Rank.RUN)


def _owns(passage: Passage, last: int) -> bool:
    """Whether a noun follows that an unknown name in the genitive owns: "Europeanas licenser"."""
    word, following = passage.words[last], passage.word(last + 1)
    if following is None or following.gap != " " or not word.low.endswith("s") or word.low.endswith("ss"):
        return False
    return len(word.text) > 5 and not following.function and not acts(passage, last)


def _single(passage: Passage, position: int) -> Hit | None:
    word = passage.words[position]
    if len(word.text) < 2 or word.text[0].isdigit():
        return None
    before = passage.low(position - 1)
    if compound(word) or word.opens or word.low in MONEY_UNITS or DEMONYM.search(word.low):
        return None
    if any(low in tagger_model().words or low in common_heads() for low in bare_forms(word.low)):
        return None  # "1 Mötets öppnande": a common word
    if before == "i" and word.gap == " " and not word.abbreviation:
        return None  # "marken i Böda ger": the place is no subject
    if _owns(passage, position):
        return Hit(word.start, word.end - 1, Kind.ORGANISATION, "owner of what follows", Rank.GUESS)
    if word.abbreviation and len(word.text) < SHORTEST and before in THINGS and not acts(passage, position):
        return None
    if before in BODY_PREPOSITIONS and PLACE_ENDING.search(word.low):
        return None
    if (
        before == "och"
        and passage.low(position - 3) in ("från", "till", "i", "på")
        and PLACE_ENDING.search(word.low)
    ):
        return None
    after_another = before == "och" and position > 1 and passage.words[position - 2].capital
    after_another = after_another and not (word.abbreviation and len(word.text) < SHORTEST)
    if not ((before in BODY_PREPOSITIONS and word.gap == " ") or after_another or acts(passage, position)):
        return None
    return _named(passage, position, position, "acts or is a partner", Rank.GUESS)
