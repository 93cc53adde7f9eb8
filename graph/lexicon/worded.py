"""Many phrases of which one is asked for: only those are tried of which a word begins in the text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from graph.lexicon.heads import function_words
from graph.lexicon.screened import LETTERS, beginnings, openings

PLAIN = re.compile(r"[a-zåäö]+(?=[ ]|$)(?: [a-zåäö]+(?=[ ]|$))*")
"""Words at a phrase's beginning that are written as they are."""
GROUP = re.compile(r"\([^()]*\)")


@dataclass(frozen=True)
class _Alike:
    """Phrases that ask for the same beginnings of words. The pattern is made when it is first asked for."""

    written: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.written)


@dataclass(frozen=True)
class Worded:
    """Phrases, each a regular expression over small letters that is matched as whole words.

    A pattern of all of them would be tried at every letter; this tells whether one stands in a text in a
    fifth of the time.
    """

    phrases: tuple[str, ...]

    @cached_property
    def _by_opening(self) -> dict[str, list[_Alike]]:
        alike: dict[frozenset[str], list[str]] = {}
        for phrase in self.phrases:
            alike.setdefault(_begun(phrase), []).append(phrase)
        found: dict[str, list[_Alike]] = {}
        for begun, phrases in alike.items():
            one = _Alike(_whole(phrases))
            for letters in begun:
                found.setdefault(letters, []).append(one)
        return found

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All of them in one, to take them out or to tell where they stand."""
        return re.compile(_whole(self.phrases))

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in a text."""
        by_opening = self._by_opening
        for letters in by_opening.keys() & beginnings(text):
            for one in by_opening[letters]:
                if one.pattern.search(text):
                    return True
        return False


def _begun(phrase: str) -> frozenset[str]:
    """The beginnings of words of which one stands wherever a phrase does: of a plain word, if it opens with one."""
    plain = PLAIN.match(phrase)
    rare = [word for word in plain.group().split() if word not in function_words()] if plain else []
    if not rare or _parted(phrase):
        return openings(_whole([phrase]))
    return frozenset({max(rare, key=len)[:LETTERS]})


def _parted(phrase: str) -> bool:
    """Whether a phrase is several, with a bar between that stands in no bracket."""
    while "|" in phrase and phrase != (bare := GROUP.sub("", phrase)):
        phrase = bare
    return "|" in phrase


def _whole(phrases: Iterable[str]) -> str:
    return rf"(?<![\w-])(?:{'|'.join(phrases)})(?![\w-])"
