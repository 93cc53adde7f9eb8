"""Projects that only what is done with them shows: "kör vi X", "X är igång", "med i X", "X invigs"."""

import re

from graph.model.terms import Kind
from graph.reading.recognition.endings import organisation_ending
from graph.reading.recognition.hits import Hit, Rank
from graph.reading.recognition.runs import is_head, is_personal, is_place, runs
from graph.reading.recognition.words import Passage

BEFORE = re.compile(
    r"(?:(?:kör|startar|startat|startade|driver|lanserar|drar igång) (?:vi|man|de)?|"
    r"(?:vara )?med i|inom ramen för|(?:delta|deltar|deltog) i|bygget av|byggandet av|planen för|planerna för|projekteringen av|planerna på|planerar|pengar [\w ]{0,40}till|"
    r"medel [\w ]{0,40}till|invigningen av|inbjudan till)\s*$",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"\s(?:är igång|är beviljat|är klart?\b|drar igång|rullar på|kommer (?:inte )?igång|invigs|får klartecken|byggstart|"
    r"står klar|är inne i)"
)
LASTS = re.compile(
    r"\s(?:pågår|löper|förlängs|avslutas|slutredovisas|slutrapporteras|utvärderas) (?:till|i|under|den|från|fram|nu|med)\b"
)
"""What is said of an undertaking of several capitals that has its time."""
DAY_AT = re.compile(r" (?:i|på) [A-ZÅÄÖ][\wåäö-]+,? (?:den )?\d{1,2}(?:[–-]\d{1,2})? [a-z]")
ENDING = re.compile(
    r"^\w{4,}(?:spåret|leden|gruvan|länken|terminalen|hubben|porten|verkstan|projektet|året|labbet|satsningen|slingan)$"
)
REACH = 48  # characters before a name in which the verb may stand


def undertakings(passage: Passage) -> list[Hit]:
    """Names with the ending of an undertaking, or of which a verb tells that they are one."""
    hits = []
    text = passage.text
    for run in runs(passage):
        first, last = passage.words[run.first], passage.words[run.last]
        if is_personal(passage, run) or (is_place(last.text) and len(run) == 1):
            continue
        end = _end(passage, run.last)
        before = BEFORE.search(text[max(0, first.start - REACH) : first.start])
        body = is_head(first.low) or is_head(last.low) or organisation_ending(first.low)
        after = AFTER.match(text, end) or (len(run) > 1 and not body and LASTS.match(text, end))
        ending = ENDING.match(first.low)
        if (first.opens and not after and not (ending and len(run) > 1)) or not (before or after or ending):
            continue
        preposition = passage.low(run.first - 1)
        if preposition in ("på", "vid", "kring") or (preposition == "i" and not before):
            continue
        if before and before.group().lower().strip().endswith("i") and DAY_AT.match(text, end):
            hits.append(Hit(first.start, end, Kind.EVENT, "gathering with place and day"))
            continue
        sure = (ending and not first.opens) or after or len(run) > 1
        rank = Rank.NAME if sure else Rank.GUESS
        hits.append(Hit(first.start, end, Kind.PROJECT, "what only an undertaking does", rank))
    return hits


def _end(passage: Passage, last: int) -> int:
    """Where the name ends; a compound in lower case goes on with it: "Flytta hit-året"."""
    following = passage.word(last + 1)
    if (
        following
        and following.gap == " "
        and ENDING.match(following.low.replace("-", "xx"))
        and "-" in following.text
    ):
        return following.end
    return passage.words[last].end
