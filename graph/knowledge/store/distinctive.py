"""Whether a name by itself tells one thing from all others, or is made of general words alone."""

import re
import unicodedata
from functools import cache

from graph.lexicon.gazetteer import municipality_by_short_name, organisations, places
from graph.lexicon.heads import function_words, heads, legal_forms
from graph.lexicon.names import is_given_name, is_surname
from graph.model.terms import Kind

TOKEN = re.compile(r"[^\W_]+(?:[-'’&.][^\W_]+)*", re.UNICODE)
DEFINITE_GENITIVE = ("ens", "ets", "ans", "nas", "rnas")
"""Endings of common nouns in the definite genitive: "företagens", "länets", "kommunernas"."""

LEAST = 4
"""Letters of a known name that may begin a compound."""

HEADS = {
    Kind.ORGANISATION: "organisation_heads",
    Kind.PROJECT: "project_heads",
    Kind.SCHEME: "scheme_heads",
    Kind.EVENT: "event_heads",
}


SHORT_FORMS = ("ab", "hb", "kb")
COOPERATIVE = (("ek", "för"), ("ekonomisk", "förening"))
SAME_FORM = {
    "ab": "",
    "aktiebolag": "",
    "aktiebolaget": "",
    "handelsbolag": "hb",
    "handelsbolaget": "hb",
    "kommanditbolag": "kb",
    "kommanditbolaget": "kb",
    "bostadsrättsföreningen": "brf",
}
"""Ways to write one legal form."""


def folded(name: str) -> str:
    """A name as it is compared: case folded, white space collapsed, a legal form at either end left off."""
    return _parted(name)[0]


def legal_form(name: str) -> str:
    """The legal form that a name states, but for the limited company's: that one goes without saying.

    "Karlssons Rör HB" is not "Karlssons Rör AB"; forms that are written in two ways are one.
    """
    return _parted(name)[1]


def _parted(name: str) -> tuple[str, str]:
    """The name without its legal forms, and what they say."""
    words = unicodedata.normalize("NFC", name).casefold().split()
    stated: set[str] = set()
    while form := _stated(words):
        stated.add(SAME_FORM.get(form, form))
    return " ".join(words), " ".join(sorted(stated - {"", "publ"}))


def _stated(words: list[str]) -> str:
    """A legal form at either end, taken off; "" where there is none, or nothing else."""
    if not words:
        return ""
    head, _, form = words[-1].rpartition("-")
    if head and form in SHORT_FORMS:
        words[-1] = head
        return form
    if len(words) > 2 and tuple(word.rstrip(".") for word in words[-2:]) in COOPERATIVE:
        del words[-2:]
        return "ek. för."
    if len(words) > 1 and words[-1].strip("().,") in _legal_forms():
        return words.pop().strip("().,")
    if len(words) > 1 and words[0] in _legal_forms():
        return words.pop(0)
    return ""


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(form.casefold() for form in legal_forms() if " " not in form)


@cache
def _heads(kind: Kind) -> tuple[str, ...]:
    lists = [HEADS[kind]] if kind in HEADS else []
    return tuple(sorted({head.casefold() for name in lists for head in heads(name)}))


@cache
def _general() -> frozenset[str]:
    known = {head.casefold() for kind in HEADS for head in _heads(kind)}
    return frozenset(known | {word.casefold() for word in function_words()} | _legal_forms())


def distinctive(name: str, kind: Kind) -> bool:
    """Whether a name has a word that is no general one.

    A word is general where it is a head ("nätverk"), ends with one ("näringslivskontoret") and does not begin
    with a place's name ("Kungsbackagalan"), is a function word, or begins in lower case.
    A first word, capital anyway, must look like a name where others follow: known as one, in capitals, with
    a digit, or in a genitive that no common noun has. A company that states its legal form has a name of
    its own, and so has an address.
    """
    if kind is Kind.LINK:
        return True
    words = TOKEN.findall(name)
    own = [word for word in words if word.casefold() not in _legal_forms()]
    if not own:
        return False
    if len(own) < len(words) and kind is Kind.ORGANISATION and own[0][0].isupper():
        return any(_own(word, kind) for word in own)
    if len(own) == 1:
        return _own(own[0], kind) and (own[0][0].isupper() or _marked(own[0]))
    first, *rest = own
    if any((word[0].isupper() or _marked(word)) and _own(word, kind) for word in rest):
        return True
    return _own(first, kind) and (_marked(first) or _known(first) or _genitive(first))


def _own(word: str, kind: Kind) -> bool:
    plain = word.casefold()
    if plain in _general():
        return False
    if _marked(word):
        return True
    ending = max(
        (head for head in _heads(kind) if len(head) > 3 and plain.endswith(head)), key=len, default=""
    )
    return not ending or _bears_a_name(plain.removesuffix(ending))


def _bears_a_name(beginning: str) -> bool:
    """Whether the first part of a compound is a place or municipality that we know."""
    return any(
        len(form) >= LEAST and (form in municipality_by_short_name() or _unmistakable(form))
        for form in {beginning, beginning.removesuffix("s"), beginning.removesuffix("-")}
    )


def _unmistakable(form: str) -> bool:
    found = places().get(form, ())
    return bool(found) and not any(entry.ordinary for entry in found)


def _marked(word: str) -> bool:
    """In capitals, with a capital inside or a digit: "IUC", "eTjänster", "Q3"."""
    return any(letter.isupper() for letter in word[1:]) or any(letter.isdigit() for letter in word)


def _known(word: str) -> bool:
    plain = word.casefold()
    return (
        plain in organisations()
        or plain in places()
        or plain in municipality_by_short_name()
        or is_given_name(word)
        or is_surname(word)
    )


def _genitive(word: str) -> bool:
    return word[0].isupper() and word.endswith("s") and not word.endswith(DEFINITE_GENITIVE)
