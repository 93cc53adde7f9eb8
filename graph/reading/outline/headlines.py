"""Which lines of running text are headings, and how much of the text names its speakers."""

import re

from graph.lexicon.cues import clause_verbs
from graph.model.text import Document, Line
from graph.reading.outline.attribution import labelled
from graph.reading.outline.marks import HASH, NUMBER, SECTION_SIGN
from graph.reading.outline.personal_names import all_capitals
from graph.reading.outline.speech import speaking

PART = re.compile(
    r"(?:beslut|beslutsgång|yrkande|yrkanden|sammanfattning|sammanfattning av ärendet|bakgrund|ärendet"
    r"|ärendebeskrivning|beskrivning av ärendet|diskussion|reservation|reservationer|beslutsunderlag"
    r"|förslag till beslut|protokollsanteckning|protokollsanteckningar|propositionsordning|votering|omröstning|omröstningsresultat|bedömning|motivering|beredning|handlingar|underlag|deltar ej i beslutet|beslutet skickas till|barnperspektiv|yttrande|jäv|övrigt)\s*:?",
    re.IGNORECASE,
)
"""The parts of a point in the protocols of boards and committees."""
ITEM = re.compile(
    r"(?:sak|punkt|ärende|item|fråga|tema|block|kluster|spår)\s(?:nr\.?\s?)?\d{1,3}(?:[:./–-]|\s|$)",
    re.IGNORECASE,
)
"""A point under its word: "Sak 3 Toget", "Ärende 4: Taxa"."""
RUN_IN = re.compile(
    r"(?:§\s*\d+[a-z]?\.?|\d{1,2}(?:\.\d{1,2})*[.)])\s+(?P<head>[A-ZÅÄÖ][\wåäöÅÄÖ&-]+(?:\s[\wåäöÅÄÖ&-]+){0,4})\.\s+(?=[A-ZÅÄÖ»”\"–-])"
)
"""A point whose heading opens its paragraph: "§ 3 Ekonomi. Kassören redovisade …"."""
DRAWN = re.compile(r"[━═─=~]{2,}\s+(?P<head>\S[^━═─=~]{0,80}?)\s+[━═─=~]{2,}(?:\s.*)?")
"""A heading between drawn lines: "━━ I PLENUM ━━", "== Beslut =="."""
BOLD_LINE = re.compile(r"\*\*[^*]{2,90}\*\*:?")
ISSUE = re.compile(r"#?\d{1,4}")
"""A number alone on its line: the point, case or ticket that is spoken of below."""
SAID = 60
"""Characters from which a line counts as something said."""


def short(words: str) -> bool:
    """Whether a line could be a heading by its form: few words, no stop at the end."""
    return len(words) < 90 and not words.endswith((".", ",", "!", "?", ";")) and words[:1].isupper()


def topic(document: Document, line: Line, apart: bool) -> bool:
    """A line that stands apart and ends without a stop, or that a file marks as a heading."""
    words = line.span.of(document.text)
    if (
        HASH.match(words)
        or BOLD_LINE.fullmatch(words)
        or (line.hint is not None and line.hint.role == "heading")
    ):
        return True
    if (
        SECTION_SIGN.match(words)
        or numbered(document, line)
        or (ITEM.match(words) and short(words))
        or PART.fullmatch(words)
        or ISSUE.fullmatch(words)
    ):
        return True
    return short(words) and apart and ":" not in words and len(words) < SAID


def capitals(document: Document, line: Line, apart: bool) -> bool:
    """A line in capitals below an empty one, what stands in parentheses left aside."""
    whole = line.span.of(document.text)
    bare = re.sub(r"\([^()]*\)", "", whole)
    return (all_capitals(whole) or all_capitals(bare)) and line.blank_before and len(bare) < 90


def numbered(document: Document, line: Line) -> bool:
    """A heading with the number of its point."""
    words = line.span.of(document.text)
    mark = NUMBER.match(words)
    return mark is not None and short(words[mark.end() - 1 :])


def spoken_share(document: Document) -> float:
    """Share of the longer lines that name a speaker by a verb of speech or a label; half counts as all."""
    long = [line.span for line in document.lines if line.span.end - line.span.start > SAID]
    if not long:
        return 0.0
    spoken = sum(bool(speaking(f) or labelled(f)) for f in map(document.reading_form, long))
    return min(1.0, 2.0 * spoken / len(long))


def run_in(words: str) -> re.Match[str] | None:
    """The heading with which a paragraph opens; a sentence with a verb is none."""
    found = RUN_IN.match(words)
    if found is None or any(word in clause_verbs() for word in found["head"].casefold().split()):
        return None
    return found
