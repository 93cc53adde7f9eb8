"""Stems of Swedish words, so that inflections meet: "söker", "söks", "sökt"."""

import re
from functools import cache, lru_cache

import snowballstemmer

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("swedish")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The Snowball stem of one word, case folded. Source: Snowball, Swedish stemmer."""
    return str(_stemmer().stemWord(word.casefold()))


def words(text: str) -> list[str]:
    """The words of a text in order; a hyphenated word is one."""
    return WORD.findall(text)
