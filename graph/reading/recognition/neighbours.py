"""What the names beside it, or the sentence after it, tell of an unknown name."""

import re
from collections.abc import Sequence

from graph.lexicon.names import is_given_name, is_surname
from graph.lexicon.numbers import MONEY_UNITS
from graph.model.terms import Kind
from graph.reading.recognition.hits import Hit, Rank
from graph.reading.recognition.runs import CALENDAR, common_heads, compound, is_place, runs, titles
from graph.reading.recognition.words import Passage, Word

JOINED = (" och ", " samt ", " & ")
HERALD = re.compile(r"(?:Projektet|Förstudien|Satsningen|Piloten) [a-zåäö]")
GOVERNED = frozenset({"till", "i", "med", "om", "för", "på", "av", "kring"})


def coordinated(passage: Passage, known: list[Hit]) -> list[Hit]:
    """Unknown capitals in a list between two known organisations, or beside two: "Almi, Norrtag och RISE"."""
    bodies = [hit for hit in known if hit.kind is Kind.ORGANISATION and hit.rank is not Rank.GUESS]
    if len(bodies) < 2:
        return []
    text = passage.text
    ends, starts = {hit.end: hit for hit in bodies}, {hit.start: hit for hit in bodies}
    hits = []
    for word in passage.words:
        if not _may_be_body(word) or any(hit.start <= word.start < hit.end for hit in known):
            continue
        after = _separator(text, word.end)
        before = _separator_before(text, word.start)
        following = starts.get(word.end + len(after)) if after else None
        earlier = ends.get(word.start - len(before)) if before else None
        second = _separator(text, following.end) if following else ""
        first = _separator_before(text, earlier.start) if earlier else ""
        between = earlier and following
        opens = following and after == ", " and second and following.end + len(second) in starts
        closes = earlier and before in JOINED and first == ", " and earlier.start - len(first) in ends
        if between or opens or closes:
            hits.append(Hit(word.start, word.end, Kind.ORGANISATION, "among organisations", Rank.RUN))
    return hits


def _separator(text: str, end: int) -> str:
    return next((sign for sign in (", ", *JOINED) if text.startswith(sign, end)), "")


def _separator_before(text: str, start: int) -> str:
    return next((sign for sign in (", ", *JOINED) if text.endswith(sign, 0, start)), "")


def _may_be_body(word: Word) -> bool:
    if not word.capital or word.opens or word.function or word.address or word.ordinary or len(word.text) < 2:
        return False
    if is_place(word.text) or is_given_name(word.text) or is_surname(word.text) or CALENDAR.match(word.low):
        return False
    return not (
        compound(word) or word.low in MONEY_UNITS or word.low in titles() or word.low in common_heads()
    )


def heralded(passages: Sequence[Passage], hits: Sequence[list[Hit]]) -> list[list[Hit]]:
    """For each passage the project that ends it, where the next one goes on with "Projektet leds av"."""
    found: list[list[Hit]] = [[] for _ in passages]
    for index in range(len(passages) - 1):
        if HERALD.match(passages[index + 1].text):
            found[index] = _at_the_end(passages[index], hits[index])
    return found


def _at_the_end(passage: Passage, known: list[Hit]) -> list[Hit]:
    run = next((run for run in runs(passage) if run.last == len(passage.words) - 1), None)
    if run is None or passage.low(run.first - 1) not in GOVERNED:
        return []
    first, last = passage.words[run.first], passage.words[run.last]
    if is_place(last.text) or is_given_name(first.text) or (len(run) == 1 and is_surname(last.text)):
        return []
    if any(hit.end > first.start and (hit.listed or hit.rank is Rank.PARTY) for hit in known):
        return []
    return [Hit(first.start, last.end, Kind.PROJECT, "the project that is spoken of next")]
