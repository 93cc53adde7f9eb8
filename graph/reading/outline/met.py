"""Persons whom a text names in full anywhere, so that a surname before a verb of speech finds its bearer."""

import re

from graph.lexicon.names import is_surname
from graph.model.text import Document
from graph.reading.outline.labels import unbroken
from graph.reading.outline.personal_names import (
    TOKEN,
    is_company,
    looks_organisational,
    might_be_person,
    person_at,
)

BESIDE = re.compile(r"\s(?:\(|från\s|vid\s|på\s|hos\s)|,\s")
"""What follows a person's name that tells where they are from."""


FIRM = re.compile(r"\s\((?P<firm>[A-ZÅÄÖØ][^(),;]{2,60})[,)]")
"""An organisation in brackets behind a name that no list has."""


def full_names(document: Document) -> tuple[str, ...]:
    """Every full name in the order of reading, once; such as break over a line are left out."""
    found: dict[str, None] = {}
    for line in document.lines:
        text = line.span.of(document.text)
        tokens = [(match.group(), match.start(), match.end()) for match in TOKEN.finditer(text)]
        words = [token for token, _, _ in tokens]
        index = 0
        while index + 1 < len(tokens):
            if not words[index][:1].isupper():
                index += 1
                continue
            length = _named(text, tokens, words, index)
            if length:
                found.setdefault(text[tokens[index][1] : tokens[index + length - 1][2]].rstrip(".,?!"))
            index += max(1, length)
    return tuple(found)


def _named(text: str, tokens: list[tuple[str, int, int]], words: list[str], index: int) -> int:
    """How many words from `index` on are a person's full name; 0 where none begins there."""
    length = unbroken(text, tokens, index, person_at(words, index))
    after = words[index + length] if length and index + length < len(words) else ""
    if length > 2 and after.islower() and not is_surname(words[index + length - 1]):
        length -= 1  # "Moa Ek Två nyheter": a sentence has begun
    if length < 2:
        two = f"{words[index]} {words[index + 1]}"
        stop = tokens[index + 1][2]
        whole = unbroken(text, tokens, index, 2) == 2 and might_be_person(two)
        beside = FIRM.match(text, stop)
        sure = beside is not None and looks_organisational(beside["firm"])
        length = 2 if whole and (sure or (is_surname(words[index + 1]) and BESIDE.match(text, stop))) else 0
    return 0 if length and is_company(text[tokens[index + length - 1][2] :]) else length
