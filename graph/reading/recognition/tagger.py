"""Names that no rule knows, by a model learnt from marked text. It reads only where capitals are left over."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from graph.lexicon.gazetteer import organisations
from graph.lexicon.heads import legal_forms
from graph.lexicon.names import is_given_name, is_surname
from graph.lexicon.tagger_model import tagger_model
from graph.model.terms import Kind
from graph.reading.recognition.capitals import is_general
from graph.reading.recognition.hits import Hit, Rank
from graph.reading.recognition.persons import name_end
from graph.reading.recognition.runs import (
    CALENDAR,
    PAPER,
    acts,
    compound,
    is_acted_by,
    is_head,
    is_place,
    titles,
)
from graph.reading.recognition.tagger_decoding import Stretch, best, chances, scores, stretches
from graph.reading.recognition.tagger_features import attributes
from graph.reading.recognition.words import Passage, Word

KINDS = {"PER": Kind.PERSON, "ORG": Kind.ORGANISATION, "LOC": Kind.PLACE}
LIKELY = 0.5
"""How probable each word of a name must be."""
NO_NAME = 0.8
"""How probable it must be, for each word, that it stands in no name, for a guess of the rules to fall."""
DOUBTFUL = frozenset({"run of capitals", "owner of what follows", "acts or is a partner"})
"""Rules that rest on capitals and their place in the sentence alone."""
QUOTE = '["”“]'
NICKNAME = re.compile(rf"{QUOTE}\s\||\|\s{QUOTE}|{QUOTE}\|{QUOTE}")
"""Around a name: a nickname in quotes before or after it, or its own quotes. It is part of a longer name."""
MARK = re.compile(r"[^\w\s]")
LONGEST = 6
PARTICLES = frozenset({"upp", "ut", "in", "ned", "ner", "fram"})
"""What stands behind a verb; a given name that is one too is no name there."""


class Token(NamedTuple):  # made for each word that is read: a dataclass takes four times as long
    """A word or a mark as the model reads it; `position` is the word's, None for a mark."""

    text: str
    position: int | None


def tokens(passage: Passage) -> list[Token]:
    """The words of a quote and the marks between them, list markers before the first word left out."""
    found: list[Token] = []
    for position, word in enumerate(passage.words):
        if position and word.gap != " ":
            found += [Token(mark, None) for mark in MARK.findall(word.gap)]
        found.append(Token(passage.text[word.start : word.whole], position))
    return found + [Token(mark, None) for mark in MARK.findall(passage.gap(len(passage.words)))]


def words_in_use(passages: Iterable[Passage]) -> frozenset[str]:
    """The words that the document or the trained text writes in lower case: a capital on one proves nothing."""
    return tagger_model().words.union(
        word.text for passage in passages for word in passage.words if word.text == word.low
    )


def weighed(passage: Passage, hits: list[Hit], known: frozenset[str]) -> list[Hit]:
    """The hits of the rules but for guesses that the model takes for no name, and what it alone finds.

    `known` are the words in use in lower case. A quote that the rules explain is not read again.
    """
    certain = [hit for hit in hits if hit.rank <= Rank.RUN]
    ruled = [hit for hit in certain if hit.rule not in DOUBTFUL]
    doubtful = [hit for hit in hits if hit.rule in DOUBTFUL and not any(_holds(one, hit) for one in ruled)]
    if passage.shouted or not (doubtful or _left_over(passage, certain, known)):
        return hits
    model = tagger_model()
    read = tokens(passage)
    scored = scores(model, attributes([token.text for token in read], known))
    labels = best(model, scored)
    found = [(stretch, hit) for stretch in stretches(labels) if (hit := _hit(passage, read, stretch, known))]
    found = [(stretch, hit) for stretch, hit in found if not any(_meet(hit, other) for other in certain)]
    doubtful = [hit for hit in doubtful if all(labels[at] == "O" for at in _within(passage, hit, read))]
    if not (found or doubtful):
        return hits
    sure = chances(model, scored)
    refused = {hit for hit in doubtful if all(sure[at]["O"] > NO_NAME for at in _within(passage, hit, read))}
    alone = [
        hit
        for stretch, hit in found
        if all(sure[at][labels[at]] >= LIKELY for at in range(stretch.first, stretch.end))
    ]
    return [*(hit for hit in hits if hit not in refused), *alone]


def _within(passage: Passage, hit: Hit, read: Sequence[Token]) -> list[int]:
    """Where among the tokens the words of a hit stand."""
    return [
        index
        for index, token in enumerate(read)
        if token.position is not None and hit.start <= passage.words[token.position].start < hit.end
    ]


def _holds(one: Hit, other: Hit) -> bool:
    return one.start <= other.start and other.end <= one.end


def _meet(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


def _left_over(passage: Passage, certain: Sequence[Hit], known: frozenset[str]) -> bool:
    """Whether a word stands with a capital that neither its place nor a rule explains."""
    return any(
        word.capital
        and not word.address
        and not word.function
        and not (word.opens and word.low in known)
        and not any(hit.start <= word.start < hit.end for hit in certain)
        for word in passage.words
    )


def _hit(passage: Passage, read: Sequence[Token], stretch: Stretch, known: frozenset[str]) -> Hit | None:
    """What a stretch names, if it passes the checks of its kind."""
    if stretch.label not in KINDS:
        return None
    positions = [token.position for token in read[stretch.first : stretch.end] if token.position is not None]
    if not positions or read[stretch.first].position is None or read[stretch.end - 1].position is None:
        return None
    first, last = positions[0], positions[-1]
    words = passage.words[first : last + 1]
    if not _may_be_name(words, known) or any(word.opens for word in words[1:]):
        return None
    kind = KINDS[stretch.label]
    if NICKNAME.search(f"{words[0].gap}|{passage.gap(last + 1)}"):
        return None
    following = passage.word(last + 1)
    if (
        following
        and first == last
        and (following.text == "I" or (words[0].opens and following.low in PARTICLES))
    ):
        return None  # "May I ask", "Rita upp"
    if not FITS[kind](passage, first, last):
        return None
    return Hit(words[0].start, _end(passage, last, kind), kind, "tagger", Rank.GUESS)


def _may_be_name(words: Sequence[Word], known: frozenset[str]) -> bool:
    """Whether the words are neither a common word with the sentence's capital nor a head alone."""
    first = words[0]
    if PAPER.search(first.low):
        return False
    if not first.capital or first.address or len(words) > LONGEST or compound(words[-1]):
        return False
    if len(words) > 1:
        return not (first.function and first.opens)
    common = is_general(first.text) or first.low in titles() or CALENDAR.match(first.low)
    return not (common or is_head(first.low) or len(first.text) < 2 or (first.opens and first.low in known))


def _person(passage: Passage, first: int, last: int) -> bool:
    """A person's name has a known part, and no abbreviation or body as a word."""
    words = passage.words[first : last + 1]
    if any(word.abbreviation or word.low in organisations() for word in words):
        return False
    return any(
        is_given_name(word.text) or is_surname(passage.text[word.start : name_end(word)]) for word in words
    )


@cache
def _forms_alone() -> frozenset[str]:
    return frozenset(form.casefold() for form in legal_forms())


def _organisation(passage: Passage, first: int, last: int) -> bool:
    """A body is no town, and an abbreviation by itself must act or speak."""
    words = passage.words[first : last + 1]
    if first == last and is_place(words[0].text):
        return False
    if first == last and words[0].opens and words[0].low.endswith(("ar", "er")):
        return acts(passage, last)  # a verb in the present opens the sentence
    if passage.text[words[0].start : words[-1].end].casefold() in _forms_alone():
        return False
    return not (first == last and words[0].abbreviation) or acts(passage, last) or is_acted_by(passage, first)


def _place(passage: Passage, first: int, last: int) -> bool:
    """A place does not act, and is no abbreviation."""
    return not (acts(passage, last) or passage.words[first].abbreviation)


FITS = {Kind.PERSON: _person, Kind.ORGANISATION: _organisation, Kind.PLACE: _place}


def _end(passage: Passage, last: int, kind: Kind) -> int:
    """Where a name ends, the genitive's -s left off: a noun follows that it owns."""
    word = passage.words[last]
    if kind is Kind.PERSON and name_end(word) < word.end:
        return name_end(word)
    following = passage.word(last + 1)
    owns = following and following.gap == " " and not following.capital and not following.function
    genitive = word.low.endswith("s") and not word.low.endswith("ss") and len(word.text) > 5
    if genitive and owns and kind is not Kind.PERSON and not acts(passage, last):
        return word.end - 1
    return word.end
