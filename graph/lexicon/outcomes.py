"""What became of something promised, by the words that tell of it: "är skickad", "hann inte", "i stället"."""

import re
from functools import cache, lru_cache

from graph.lexicon.clauses import clauses
from graph.lexicon.stems import stem, words
from graph.lexicon.tables import table
from graph.model.terms import Outcome

DENIED = re.compile(r"(?<!\w)(?:inte|ej|aldrig|ännu inte|inte än)(?!\w)")
PARTICLES = ("fram", "in", "ut", "upp", "av", "över", "till", "med", "om", "på", "ner", "ned", "bort", "iväg")
"""Words that belong to a verb and stand before its participle: "bjuda in", "inbjudna"."""
ENDED = re.compile(r"(?:ad|at|ade|ats|t|d|da|dda|tt|it|its|na|et|en)$")
"""How the forms end that tell of what is done."""
TOLD_LATE = re.compile(r"(?<!\w)(?:ska|skall|kommer|skulle|planerar|vill|bör|måste|behöver|kan|får)(?!\w)")
"""Words before a verb that leave what it says undone."""


@cache
def _rows() -> tuple[tuple[Outcome, re.Pattern[str]], ...]:
    return tuple(
        (Outcome(row["outcome"]), re.compile(rf"(?<!\w)(?:{row['pattern']})(?!\w)"))
        for row in table("outcomes")
    )


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    """The forms that tell of what is done, by every form of the verb."""
    found: dict[str, tuple[str, ...]] = {}
    for name, ended in (
        ("action_verbs", ("past", "supine")),
        ("strong_deeds", ("past", "supine", "participles")),
    ):
        for row in table(name):
            done = tuple(form for column in ended for form in row[column].split(",") if len(form) > 1)
            for column in ("infinitive", "present", "past", "supine"):
                for form in row[column].split(","):
                    found[form] = (*done, *found.get(form, ()))
    return found


def told_outcome(text: str, deed: str = "") -> Outcome | None:
    """What the first clause that tells anything says became of a deed; None where the words tell nothing.

    `deed` opens with the verb that was promised: its own past forms tell that it is done too ("bjuda in":
    "inbjudna"). A sentence that moves what it denies is changed.
    """
    low = text.casefold()
    found = [outcome for start, end in clauses(low) if (outcome := _clause(low[start:end], deed))]
    if found and found[0] is Outcome.NOT_KEPT and Outcome.CHANGED in found:
        return Outcome.CHANGED
    return found[0] if found else None


def _clause(clause: str, deed: str) -> Outcome | None:
    for outcome, pattern in _rows():
        if pattern.search(clause):
            denied = outcome is Outcome.KEPT and DENIED.search(clause)
            return Outcome.NOT_KEPT if denied else outcome
    done = _done(clause, deed)
    if done is None:
        return None
    return Outcome.NOT_KEPT if DENIED.search(clause) else Outcome.KEPT


def _done(clause: str, deed: str) -> str | None:
    """The word of a clause that says the deed's own verb is done."""
    verb = next(iter(words(deed.casefold())), "")
    if not verb:
        return None
    wanted = _past_forms(verb)
    late = TOLD_LATE.search(clause)
    for match in re.finditer(r"\w+", clause):
        if late and late.start() < match.start():
            return None
        if match.group() in wanted or _same_verb(match.group(), verb):
            return match.group()
    return None


@lru_cache(maxsize=512)
def _past_forms(verb: str) -> frozenset[str]:
    listed = _forms().get(verb, ())
    return frozenset(listed) | {f"{particle}{form}" for form in listed for particle in PARTICLES}


def _same_verb(word: str, verb: str) -> bool:
    """Whether a word is a past form of a regular verb, a particle before it or not: "utskickad"."""
    if not ENDED.search(word) or word == verb or verb in _forms():
        return False
    root = stem(verb)
    if len(root) < 3 or len(word) <= len(root):
        return False
    bare = next((word.removeprefix(p) for p in PARTICLES if word.startswith(p + root)), word)
    return bare.startswith(root) and len(bare) - len(root) <= 4
