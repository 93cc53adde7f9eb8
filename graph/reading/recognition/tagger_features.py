"""What the learnt tagger sees of a word: its letters, its neighbours, the lists that know it.

Training and tagging share this module: a model fits only the attributes that it was trained with.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from graph.lexicon.gazetteer import municipality_by_short_name, organisations, places
from graph.lexicon.heads import heads, legal_forms, role_titles
from graph.lexicon.names import given_names, surnames
from graph.lexicon.verbs import speech_verbs
from graph.model.terms import Kind
from graph.reading.recognition.listed import forms
from graph.reading.recognition.words import bare_forms

ENDING = re.compile(r"(?::n?s|['’]s)$")
LETTERS = ((re.compile(r"[^\W\d_]"), "x"), (re.compile(r"\d"), "0"))
REPEATED = re.compile(r"(.)\1+")
DISTANCES = (-2, -1, 1, 2)
"""How far from a word those stand that are looked at beside it."""
SHORTEST_HEAD = 4
"""Letters of the shortest head that a compound may end in."""


def attributes(tokens: Sequence[str], known: frozenset[str]) -> list[list[str]]:
    """The attributes of every token of one sentence, marks of punctuation being tokens too.

    `known` are words of which the lower-case form is in use, in the document or the trained text.
    """
    low = [token.lower() for token in tokens]
    shapes = [shape(token) for token in tokens]
    neighbours = [_as_neighbour(token) for token in tokens]
    classes = [_classes_beside(token) for token in tokens]
    phrases = _phrases(tokens)
    opening = next((i for i, token in enumerate(tokens) if token[0].isalnum()), 0)
    titles, legal = _titles(), legal_forms().keys()
    rows = []
    for i, token in enumerate(tokens):
        row = [*_letters(token)]
        for distance in (-1, 0, 1):
            if 0 <= i + distance < len(tokens):
                row += classes[i + distance][distance]
        for distance in DISTANCES:
            j = i + distance
            if 0 <= j < len(tokens):
                row += neighbours[j][distance]
            elif abs(distance) == 1:
                row.append(f"w{distance}=^")
        row.append("hh=" + "|".join(shapes[max(0, i - 1) : i + 2]))
        if token[0].isupper():
            place = "0" if i == opening else ""
            row += (f"U{place}", f"{'word' if low[i] in known else 'new'}{place}")
        if phrases[i]:
            row.append(f"ph={phrases[i]}")
        if not titles.isdisjoint(low[max(0, i - 3) : i]):
            row.append("title<")
        if not legal.isdisjoint(tokens[i + 1 : i + 4]):
            row.append("form>")
        if i + 1 < len(tokens) and low[i + 1] in speech_verbs():
            row.append("says>")
        rows.append(row)
    return rows


@lru_cache(maxsize=20_000)
def _classes_beside(token: str) -> dict[int, tuple[str, ...]]:
    """The classes of a word, for itself and for the word that it stands so far from."""
    return {distance: tuple(f"g{distance}={name}" for name in _classes(token)) for distance in (-1, 0, 1)}


@lru_cache(maxsize=20_000)
def _as_neighbour(token: str) -> dict[int, tuple[str, str]]:
    """What a word adds to the attributes of the word that it stands so far from."""
    low = token.lower()
    return {distance: (f"w{distance}={low}", f"h{distance}={shape(token)}") for distance in DISTANCES}


@lru_cache(maxsize=20_000)
def shape(token: str) -> str:
    """Capitals as X, other letters as x, digits as 0, a repeated one at most twice: "SKR-möte" is XX-xx."""
    letters = "".join("X" if letter.isupper() else letter for letter in token)
    marked = "".join("X" if c == "X" else "x" if c.isalpha() else "0" if c.isdigit() else c for c in letters)
    return REPEATED.sub(r"\1\1", marked)


@lru_cache(maxsize=20_000)
def _letters(token: str) -> tuple[str, ...]:
    low = token.lower()
    row = ["b", f"w={low}", f"h={shape(token)}"]
    if len(token) > 2 and token[0].isalpha():
        row += [f"e{n}={low[-n:]}" for n in (2, 3, 4, 5)] + [f"s{n}={low[:n]}" for n in (2, 3, 4)]
    if token[0].isupper():
        row.append("UU" if len(token) > 1 and token.isupper() else "Ux")
    head = _head(low)
    if head:
        row += (f"head={head}", "headU" if token[0].isupper() else "headx")
    if token in legal_forms():
        row.append("form")
    if low in _titles():
        row.append("title")
    return tuple(row)


@lru_cache(maxsize=20_000)
def _classes(token: str) -> tuple[str, ...]:
    """The lists that know a capitalised word, its genitive aside; "?" where it is a common word too."""
    if not token[0].isupper():
        return ()
    whole = ENDING.sub("", token)
    for name in (whole, whole[:-1]) if bare_forms(whole.lower())[1:] else (whole,):
        found = _listed(name)
        if found:
            return found
    return ("none",)


def _listed(name: str) -> tuple[str, ...]:
    found = []
    low = name.casefold()
    for label, table in (("given", given_names()), ("surname", surnames())):
        if name in table:
            found.append(label + ("?" if table[name] else ""))
    if low in municipality_by_short_name():
        found.append("town")
    for label, bearers in (("place", places().get(low)), ("body", organisations().get(low))):
        if bearers:
            found.append(label + ("?" if all(entry.ordinary for entry in bearers) else ""))
    return tuple(found)


def _phrases(tokens: Sequence[str]) -> list[str]:
    """For each token whether it begins or goes on with a listed name of an organisation or a place."""
    found = [""] * len(tokens)
    low = [ENDING.sub("", token).casefold() for token in tokens]
    position = 0
    while position < len(tokens):
        length, kind = _longest(low, position) if tokens[position][0].isupper() else (0, Kind.PLACE)
        if length:
            found[position] = f"B{kind}"
            found[position + 1 : position + length] = [f"I{kind}"] * (length - 1)
        position += length or 1
    return found


def _longest(low: Sequence[str], position: int) -> tuple[int, Kind]:
    for first in bare_forms(low[position]):
        for form in forms().get(first, ()):
            entry = form.entries[0]
            count = len(form.words)
            here = tuple(low[position : position + count])
            fits = here[:-1] == form.words[:-1] and here[-1] in (form.words[-1], form.words[-1] + "s")
            if len(here) == count and fits and not entry.ordinary and entry.kind in NAMED:
                return count, entry.kind
    return 0, Kind.PLACE


NAMED = frozenset({Kind.ORGANISATION, Kind.PLACE})


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.casefold() for title in role_titles() if " " not in title)


def _head(low: str) -> str | None:
    """The longest head of organisations that a word ends in, its genitive aside."""
    for word in bare_forms(low):
        for start in range(max(0, len(word) - 16), len(word) - SHORTEST_HEAD + 1):
            if word[start:] in heads("organisation_heads"):
                return word[start:]
    return None
