"""Names as keys: how two spellings of one name meet, and the key that an actor gets from its name."""

import hashlib
import re
import unicodedata
from functools import lru_cache

from graph.lexicon.heads import legal_forms
from graph.model.terms import Kind

DIGITS = 4  # of SHA-256; more where two names of a document would share a key
_SIGNS = re.compile(r"[\"”“»«']|\((?:publ)\)")
_JOINTS = re.compile(r"\s?(?:&|\boch\b)\s?")
_LEGAL = re.compile(
    r"(?:,?\s(?:" + "|".join(re.escape(form.casefold()) for form in legal_forms()) + r")){1,3}$"
)
_SOFT = str.maketrans("", "", "\u00ad")


@lru_cache(maxsize=4096)  # a document names the same few again and again
def reading_name(text: str) -> str:
    """A name as written with white space collapsed and soft hyphens dropped."""
    return " ".join(unicodedata.normalize("NFC", text.translate(_SOFT)).split())


@lru_cache(maxsize=4096)
def folded(name: str, kind: Kind) -> str:
    """What two spellings of one name have in common: case, signs and an organisation's legal form aside."""
    plain = _SIGNS.sub("", reading_name(name)).casefold().strip(" .,;:")
    if kind is Kind.ORGANISATION:
        plain = _JOINTS.sub(" & ", _LEGAL.sub("", plain) or plain)
    return plain


def unshouted(name: str) -> str:
    """A name in capitals throughout as names are written: "ANNA BERG" gives "Anna Berg".

    Only for names of two words and more, or one of eight letters or more: shorter ones abbreviate.
    """
    letters = [letter for letter in name if letter.isalpha()]
    if not letters or not all(letter.isupper() for letter in letters):
        return name
    if len(name.split()) == 1 and len(letters) < 8:
        return name
    small = {"I", "OCH", "AV", "FÖR", "PÅ", "AF", "VON", "DE", "KOMMUN", "LÄN", "UNIVERSITET", "VID"}
    words = []
    for index, word in enumerate(name.split()):
        if index and word in small:
            words.append(word.lower())
        else:
            words.append("-".join(part.capitalize() for part in word.split("-")))
    return " ".join(words)


def slug(name: str) -> str:
    """A name in small Latin letters and hyphens, 40 characters at most: "Åre kommun" gives "are-kommun"."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "namn"


def keys(identities: list[tuple[Kind, str, str]]) -> dict[tuple[Kind, str, str], str]:
    """A unique key for each kind, folded name and scope; made of these alone, whatever their order.

    Four hexadecimal digits of SHA-256 end it, and four more as long as two would be the same.
    """
    found: dict[tuple[Kind, str, str], str] = {}
    for identity in identities:
        kind, name, scope = identity
        digest = hashlib.sha256("\x1f".join((kind.value, name, scope)).encode()).hexdigest()
        found[identity] = f"{kind.value}-{slug(name)}-{digest}"
    length = DIGITS
    while True:
        short = {identity: key[: len(key) - 64 + length] for identity, key in found.items()}
        if len(set(short.values())) == len(short) or length >= 64:
            return short
        length += 4
