"""A sentence as a saved question: its Swedish or English wording with the values in their places."""

import re
from functools import cache

from rapidfuzz import fuzz, process

from graph.errors import NoSuchQuestion
from graph.knowledge.query.saved import SavedQuestion, saved_questions

PLACE = re.compile(r"\{(\w+)\}")
NEAR = 90
"""Share of letters (of 100) from which on a sentence without values is taken for a wording."""


def chosen(sentence: str) -> tuple[SavedQuestion, dict[str, str]]:
    """The question of a name, or the one whose wording a sentence fits, with the values that stand in it.

    Case, white space and the marks at the end do not count, and a sentence without values may differ from the
    wording by a letter or two. Raises NoSuchQuestion, naming the nearest ones.
    """
    known = saved_questions()
    if sentence.strip() in known:
        return known[sentence.strip()], {}
    plain = _plain(sentence)
    for pattern, name in _patterns():
        fits = pattern.fullmatch(plain)
        if fits:
            return known[name], {key: value.strip() for key, value in fits.groupdict().items()}
    near = process.extractOne(plain, _plain_wordings().keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
    if near:
        return known[_plain_wordings()[near[0]]], {}
    raise NoSuchQuestion(question=sentence.strip()[:200], nearest=", ".join(nearest(sentence)))


def nearest(sentence: str) -> list[str]:
    """The names of the three questions whose name or wording is most like a sentence."""
    shown = {
        question.name: (question.name, question.sv, question.en) for question in saved_questions().values()
    }
    plain = _plain(sentence)
    scores = {name: max(fuzz.WRatio(plain, _plain(text)) for text in texts) for name, texts in shown.items()}
    return sorted(scores, key=lambda name: (-scores[name], name))[:3]


def _plain(sentence: str) -> str:
    return " ".join(sentence.split()).rstrip(" ?.!").casefold()


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Wordings as patterns, those with more fixed words first."""
    found = []
    for question in saved_questions().values():
        for wording in (question.sv, question.en):
            pieces = PLACE.split(_plain(wording))
            pattern = "".join(
                f"(?P<{piece}>.+?)" if place % 2 else re.escape(piece) for place, piece in enumerate(pieces)
            )
            found.append((-len("".join(pieces[::2])), pattern, question.name))
    return tuple((re.compile(pattern), name) for _, pattern, name in sorted(found))


@cache
def _plain_wordings() -> dict[str, str]:
    return {
        _plain(wording): question.name
        for question in saved_questions().values()
        if not question.parameters
        for wording in (question.sv, question.en)
    }
