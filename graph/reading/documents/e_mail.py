"""E-mail addresses in a text, but those of a function that say nobody's name ("registrator@", "info.norr@")."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from graph.model.text import Span
from graph.reading.documents.kept_open import kept_open

AT = re.compile(r"@|[ ]?[\[(](?:at|a|snabel-?a)[\])][ ]?", re.IGNORECASE)
"""Also as those write it who hide from robots: "(at)", "[snabel-a]"."""
LOCAL_BACKWARDS = re.compile(r"[\w.%+'’\-]{1,64}")
DOMAIN = re.compile(r"(?:[ \t]*\r?\n[ \t]*)?(?:[^\W_][\w-]{0,62}\.){1,8}[^\W\d_]{2,24}(?![\w-])")
"""A line may end after the sign."""
PIECES = re.compile(r"[^\W\d_]+")


def e_mail_addresses(text: str) -> Iterator[Span]:
    """Where addresses of persons stand, in reading order."""
    for sign in AT.finditer(text):
        domain = DOMAIN.match(text, sign.end())
        local = LOCAL_BACKWARDS.match(text[max(0, sign.start() - 64) : sign.start()][::-1])
        if domain is None or local is None:
            continue
        name = local.group()[::-1].lstrip(".-'’%+")
        if name and not of_function(name, domain.group()):
            yield Span(sign.start() - len(name), domain.end())


def of_function(name: str, domain: str) -> bool:
    """Whether every word of an address' name is a function's, or the organisation's own."""
    words = [word.casefold() for word in PIECES.findall(name)]
    own = {label.casefold() for label in domain.strip().split(".")}
    return bool(words) and all(word in own or word in _words() or _ending(word) for word in words)


def _ending(word: str) -> bool:
    return word.endswith(tuple(_listed()["endings"]))


@cache
def _words() -> frozenset[str]:
    return frozenset(_listed()["words"])


@cache
def _listed() -> dict[str, Any]:
    addresses: dict[str, Any] = kept_open()["addresses"]
    return addresses
