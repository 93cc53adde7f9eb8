"""Personal names by their form and by the lists, where a layout leaves room for nothing else."""

import re
from functools import cache, lru_cache

from graph.lexicon.gazetteer import county_by_form, municipality_by_short_name, places
from graph.lexicon.heads import function_words, heads, legal_forms
from graph.lexicon.listed import organisations_named
from graph.lexicon.names import given_names, is_given_name, is_surname

TOKEN = re.compile(r"[^\s,:;()\[\]/|–—*_]+(?::[a-zåäö][^\s,:;()\[\]/|–—*_]*)?")  # "J:son" is one
PARTICLES = frozenset(
    ["von", "af", "de", "del", "la", "le", "van", "der", "den", "zu", "al", "bin", "ibn", "el", "da", "di"]
)
WORD = re.compile(r"[A-ZÅÄÖÉÜÁÆØŠŽŁĐÓÍÚÑ][\w’':‑-]*\.?$")
INITIALS = re.compile(r"(?:[A-ZÅÄÖ]\.){1,3}$")
LOWER_PREFIX = re.compile(r"(?:al|el|d|o)[-’'][A-ZÅÄÖ]\w+$")
ORGANISATION_ENDINGS = re.compile(
    r"(?:kommun|kommunen|verket|styrelsen|förmedlingen|kammaren?|centrum|universitetet|universitet|högskolan?|förbundet?"
    r"|förening(?:en)?|bolaget|myndigheten|banken|nämnden|företagarna|näringsliv|regionen|förvaltningen|enheten|departementet"
    r"|inspektionen|rådet|klustret|gruppen|kontoret|turism|center|företagscenter|företag|byrån|bolag"
    r"|kommune[nr]?|fylkeskommunen?|kaupunki|kunta|yliopisto|maakunta|liitto|sameby(?:n)?)s?$",
    re.IGNORECASE,
)


@cache
def _heads() -> frozenset[str]:
    return frozenset(head.casefold() for head in heads("organisation_heads") if len(head) > 3)


@lru_cache(maxsize=4096)
def looks_organisational(words: str) -> bool:
    """Whether a name is a listed organisation or ends in what only organisations end in."""
    bare = words.strip(" .,:;")
    if not bare:
        return False
    if organisations_named(bare) or bare.casefold() in municipality_by_short_name():
        return True
    tokens = bare.split()
    last, first = tokens[-1], tokens[0]
    if last in legal_forms() or first in (
        "Region",
        "Regionen",
        "Destination",
        "Länsstyrelsen",
        "Kommunerna",
        "AB",
    ):
        return True
    if any(ORGANISATION_ENDINGS.search(token.strip(".,;")) for token in tokens):
        return True
    counted = any(word.isdigit() or word in "ABCDEFGH" for word in tokens[1:])  # "Grupp 1", "Grupp B"
    return last.casefold() in _heads() or (first.casefold() in _heads() and not counted)


def could_be_organisation(words: str) -> bool:
    """Whether a name that no list has may be an organisation's: a capital in each word, or "JHT"."""
    if looks_organisational(words):
        return True
    tokens = words.split()
    if len(tokens) == 1:
        return is_abbreviation(words) or bool(re.search(r"[a-zåäö][A-ZÅÄÖ]", words))
    return all(
        token[:1].isupper() or token in ("&", "i", "och", "av", "of", "for", "the") for token in tokens
    )


ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,6}|[A-ZÅÄÖ]{2,5}[a-z]|[A-ZÅÄÖ][a-z][A-ZÅÄÖ]{1,3}")


def is_abbreviation(token: str) -> bool:
    """Two to six letters, capitals but for at most one ("RJH", "HDa", "MIUN")."""
    return len(token) <= 6 and ABBREVIATION.fullmatch(token) is not None


def person_at(tokens: list[str], index: int, capitals: bool = False) -> int:
    """How many tokens from `index` on are one full personal name; 0 where none begins there.

    A full name is a known given name (or initials) and one to four surnames or particles. In a line all
    in capitals (`capitals`) the tokens are looked up in title case.
    """
    first = _cased(tokens[index], capitals)
    if not (INITIALS.match(first) or is_given_name(first)):
        return 0
    if organisations_named(" ".join(tokens[index : index + 2])):
        return 0
    length, surnames = 1, 0
    while index + length < len(tokens) and length < 5:
        token = _cased(tokens[index + length], capitals)
        if token in PARTICLES or LOWER_PREFIX.match(token):
            if LOWER_PREFIX.match(token):
                surnames += 1
            length += 1
            continue
        if not WORD.match(token) or (not capitals and is_abbreviation(token)):
            break
        if _belongs_to_organisation(tokens, index + length, token, surnames):
            break
        surnames += (
            0
            if is_given_name(token)
            and length == 1
            and not is_surname(token)
            and _more(tokens, index + length + 1)
            else 1
        )
        length += 1
        if surnames >= 3 or (token.endswith(".") and len(token) > 3):
            break
    while length > 1 and tokens[index + length - 1] in PARTICLES:
        length -= 1
    return length if surnames else 0


def _belongs_to_organisation(tokens: list[str], index: int, token: str, surnames: int) -> bool:
    if ORGANISATION_ENDINGS.search(token):
        return True
    if not surnames and is_surname(token):
        return False
    rest = " ".join(tokens[index : index + 3])
    known = organisations_named(token) or organisations_named(rest)
    if known and (surnames or not is_surname(token)):
        return True
    if token in ("Region", "Regionen", "Länsstyrelsen", "Destination"):
        return True
    place = token.casefold() in places() or token.casefold() in county_by_form()
    return bool(surnames and place and not is_surname(token))


def is_company(rest: str) -> bool:
    """Whether a name goes on with a legal form: "Evald Energi AB" is no person."""
    return rest[:1] == " " and (rest.split(maxsplit=1) or [""])[0].strip(",.:;()") in legal_forms()


def _more(tokens: list[str], index: int) -> bool:
    return index < len(tokens) and bool(WORD.match(tokens[index]))


def _cased(token: str, capitals: bool) -> str:
    if not capitals or not token.isupper() or INITIALS.match(token):
        return token
    return "-".join(part.capitalize() for part in token.split("-"))


@lru_cache(maxsize=1024)  # every layout asks it of the same lines
def all_capitals(words: str) -> bool:
    """Whether a line is written in capitals, as headings of e-mail notes are."""
    capitals = sum(map(str.isupper, words))
    return capitals > 3 and capitals > 0.9 * sum(map(str.isalpha, words))


def might_be_person(words: str) -> bool:
    """Whether two to four words could be a personal name that no list knows, by form alone."""
    tokens = words.split()
    if not 2 <= len(tokens) <= 4 or looks_organisational(words):
        return False
    opened = tokens[0].casefold() in function_words() and not is_given_name(tokens[0])  # "På FAQ"
    if opened or (not words.isupper() and any(map(is_abbreviation, tokens))):
        return False
    names = [token for token in tokens if token not in PARTICLES]
    return all(WORD.match(token) or LOWER_PREFIX.match(token) for token in names) and (
        any(is_given_name(token) or is_surname(token) for token in names) or len(tokens) == 2
    )


def is_known_given(token: str) -> bool:
    """Whether a word alone is a given name and no ordinary word at the start of a sentence."""
    return is_given_name(token) and not given_names().get(token, False)
