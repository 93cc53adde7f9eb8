"""What the names beside it, or the sentence after it, tell of an unknown name."""

import re
from collections.abc import Sequence

from graph.lexicon.names import is_given_name, is_surname
from graph.lexicon.numbers import MONEY_UNITS
from graph.lexicon.tagger_model import tagger_model
from graph.model.terms import Kind
from graph.reading.recognition.hits import Hit, Rank
from graph.reading.recognition.runs import CALENDAR, ROLES, common_heads, compound, is_place, runs, titles
from graph.reading.recognition.words import Passage, Word

JOINED = (" och ", " samt ", " & ")
BEHIND = re.compile(r" \((?P<name>[A-ZÅÄÖÆØ][\w&-]{2,}(?: (?:& )?[A-ZÅÄÖÆØ][\w&-]+){0,3})(?=[),])")
"""What stands in parentheses behind a person: whom he or she is there for, a letter of a party aside."""
HERALD = re.compile(r"(?:Projektet|Förstudien|Satsningen|Piloten) [a-zåäö]")
PARTY_LETTERS = 5  # letters of the longest abbreviation of a local party
LIST_OF_PLACES = frozenset({"i", "på", "från", "kring", "mellan", "utanför"})
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


def listed_places(passage: Passage, known: list[Hit]) -> list[Hit]:
    """Unknown capitals in a list behind a preposition of place with a place in it: "på Vikö, Sandö och Malö"."""
    text = passage.text
    places = {hit.start: hit for hit in known if hit.kind is Kind.PLACE}
    hits: list[Hit] = []
    for position, word in enumerate(passage.words):
        if not (word.capital and word.gap == " " and passage.low(position - 1) in LIST_OF_PLACES):
            continue
        chain = _chain(passage, position, text)
        if len(chain) < 3 or not any(one.start in places for one in chain):
            continue
        for one in chain:
            if _may_be_body(one) and not any(
                hit.start <= one.start < hit.end and (hit.listed or hit.kind is Kind.PLACE) for hit in known
            ):
                hits.append(Hit(one.start, one.end, Kind.PLACE, "among places", Rank.RUN))
    return hits


def _chain(passage: Passage, position: int, text: str) -> list[Word]:
    """The words of a list from a position on, each one word with a capital."""
    chain = [passage.words[position]]
    while sign := _separator(text, chain[-1].end):
        following = passage.at.get(chain[-1].end + len(sign))
        if following is None or not passage.words[following].capital:
            break
        chain.append(passage.words[following])
        if sign != ", ":
            break
    return chain


def behind_persons(passage: Passage, known: list[Hit]) -> list[Hit]:
    """Unknown names in parentheses behind a person: "Eva Ek (Norrtag)"; no party, title or common word."""
    hits = []
    for hit in known:
        if hit.kind is not Kind.PERSON or not (match := BEHIND.match(passage.text, hit.end)):
            continue
        start, end = match.span("name")
        first, last = passage.at.get(start), passage.words[passage.at[start]]
        name = match["name"]
        if first is None or any(other.start < end and start < other.end for other in known):
            continue
        short = name.isupper() and len(name) < PARTY_LETTERS
        common = " " not in name and (last.low in tagger_model().words or last.ordinary or last.function)
        if short or common or is_place(name) or is_given_name(last.text) or not _names_body(last):
            continue
        hits.append(Hit(start, end, Kind.ORGANISATION, "behind a person"))
    return hits


def _names_body(word: Word) -> bool:
    return not (CALENDAR.match(word.low) or word.low in titles() or word.low.endswith(ROLES) or word.address)


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
    if (
        (len(run) == 1 and is_place(last.text))
        or is_given_name(first.text)
        or (len(run) == 1 and is_surname(last.text))
    ):
        return []
    if any(hit.end > first.start and (hit.listed or hit.rank is Rank.PARTY) for hit in known):
        return []
    return [Hit(first.start, last.end, Kind.PROJECT, "the project that is spoken of next")]
