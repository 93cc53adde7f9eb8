"""Who a given name or a surname alone is: in the section first, then in the document, else nobody known."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from graph.model.terms import Certainty, Kind, Reason
from graph.reading.resolution.clusters import Naming
from graph.reading.resolution.naming import folded, reading_name, unshouted

INITIAL = re.compile(r"[A-ZÅÄÖ]\.\s?[A-ZÅÄÖ]")
"""A name whose given name is only its first letter: "G. Hallin"."""


@dataclass(frozen=True)
class People:
    """The persons whom the document names in full."""

    full: tuple[str, ...]

    @classmethod
    def named(cls, names: Iterable[str]) -> "People":
        """Those of the names that have two words or more, each once, in order."""
        return cls(tuple(dict.fromkeys(name for name in names if _is_full(name))))

    def bearers(self, short: str, among: Iterable[str] | None = None) -> list[str]:
        """Whose name the short one may be: given name, surname, or initials after one of them."""
        return [name for name in (self.full if among is None else among) if _fits(short, name)]

    def naming(self, written: str, section: tuple[str, ...]) -> tuple[Naming, tuple[str, ...]]:
        """Who a written name is, and the full names that it might be where it is nobody's surely.

        `section` are the full names in the heading above, who come first.
        """
        name = unshouted(reading_name(written))
        if INITIAL.match(name):
            whole = [full for full in self.bearers(name) if not INITIAL.match(full)]
            if len(whole) == 1:
                reason = Reason.SURNAME_OF_PARTICIPANT
                return Naming(Kind.PERSON, whole[0], certainty=Certainty.INFERRED, reason=reason), ()
        if name in self.full:
            return Naming(Kind.PERSON, name), ()
        if same := [full for full in self.full if folded(full, Kind.PERSON) == folded(name, Kind.PERSON)]:
            return Naming(Kind.PERSON, same[0]), ()
        here = self.bearers(name, section)
        if len(here) == 1:
            reason = Reason.GIVEN_NAME_IN_SECTION if _given(name, here[0]) else Reason.SURNAME_OF_PARTICIPANT
            return Naming(Kind.PERSON, here[0], certainty=Certainty.INFERRED, reason=reason), ()
        anywhere = here or self.bearers(name)
        if len(anywhere) == 1:
            reason = (
                Reason.GIVEN_NAME_OF_PARTICIPANT
                if _given(name, anywhere[0])
                else Reason.SURNAME_OF_PARTICIPANT
            )
            return Naming(Kind.PERSON, anywhere[0], certainty=Certainty.INFERRED, reason=reason), ()
        return Naming(Kind.PERSON, name), tuple(anywhere)

    def near(self, name: str) -> list[str]:
        """Full names that differ from this one in one letter, or in two of a long name."""
        allowed = 2 if len(name) > 14 else 1
        key = folded(name, Kind.PERSON)
        return [
            other
            for other in self.full
            if (other_key := folded(other, Kind.PERSON)) != key
            and abs(len(other_key) - len(key)) <= allowed
            and DamerauLevenshtein.distance(key, other_key, score_cutoff=allowed) <= allowed
        ]


def _is_full(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and len(words[-1].strip(".")) > 1


def _given(short: str, full: str) -> bool:
    return full.split()[0].casefold() == short.split()[0].casefold()


def _fits(short: str, full: str) -> bool:
    """Whether each word of the short name is, or is the initial of, a word of the full one, in order."""
    words = [word.casefold().strip(".") for word in full.split()]
    index = 0
    parts = [part.casefold().strip(".") for part in short.split()]
    longer = len(parts) >= len(words) and len(parts) > 1 and parts != words and len(parts[-1]) > 1
    if longer and not (INITIAL.match(short) and len(parts) == len(words)):
        return False
    for position, part in enumerate(parts):
        while index < len(words):
            word = words[index]
            index += 1
            initial = len(part) == 1 and (position > 0 or INITIAL.match(short) is not None)
            if word == part or (initial and word.startswith(part)):
                break
            if position == 0 and index < len(words) and len(parts) > 1:
                return False
        else:
            return False
    return True
