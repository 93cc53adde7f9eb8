"""Parties that a layout took from a label or a line, judged by their words: what is no name falls away."""

import re

from graph.lexicon.cues import clause_verbs
from graph.lexicon.gazetteer import organisations
from graph.lexicon.heads import function_words
from graph.lexicon.names import is_given_name
from graph.model.terms import Kind
from graph.reading.recognition.endings import organisation_ending
from graph.reading.recognition.runs import ROLES, is_head, titles

SPEAKS = frozenset({"vi", "man", "jag", "du", "ni", "han", "hon", "det", "inte", "som", "att"})
"""Words of a clause, which no name holds in lower case."""
EVERYBODY = frozenset(
    {"alla", "någon", "några", "ingen", "andra", "övriga", "flera", "båda", "samtliga", "många"}
)
"""Who is nobody by name, though "Alla" is a given name somewhere."""
ABOUT = frozenset({"till", "om", "från", "kring", "angående", "gällande"})
"""Prepositions that make a heading of a noun: "Information till nämnden"."""
FORMAL = frozenset(
    {"av", "tid", "datum", "plats", "pennan", "noterat", "antecknat", "skrivet", "justerat", "upprättat",
     "granskat", "intygat", "närvarande", "digitalt", "distans", "övriga", "protokoll", "protokollet",
     "redaktör", "antecknar", "valberedning", "valberedningen", "sekreterare", "ordförande"}
)  # fmt: skip
"""Last words of a label or a remark about how the minutes were made."""
PREPOSITIONS = frozenset({"på", "för", "i", "av", "med", "till", "vid"})
STREET = re.compile(r"\w+(?:gatan|vägen|torget|gränd|allén|kajen) \d")
CLOCK = re.compile(r"\d[:.]\d\d(?!\d)")
PAPERS = re.compile(
    r"(?:protokoll|anteckningar|databasen|handlingar|punkter|frågor|personer|deltagare|policy|policyn|stadgar|stadgarna|"
    r"rutiner|rutinen|budgeten?|avtalet|listan)$"
)
"""Ends of words for papers and for people without a name, which head no sentence as a speaker."""
LONGEST = 4  # words of a name with one capital and no head
PARTS = (", ", " - ", " – ")


def judged(name: str, kind: Kind) -> tuple[int, int] | None:
    """Start and end of what names a party in the words that a layout gives; None where nothing does."""
    if "\n" in name:
        return None  # two lines that the other finders read each by itself
    if name.startswith("#") or CLOCK.search(name):
        return None
    if kind is Kind.PERSON:
        return _person(name)
    if kind is not Kind.ORGANISATION or name.casefold() in organisations():
        return 0, len(name)
    first, _, rest = name.partition(" ")
    if rest and first.islower() and (first in titles() or first.endswith(ROLES)):
        inner = judged(rest, kind)  # "verksamhetschef byggkontoret"
        return (len(first) + 1 + inner[0], len(first) + 1 + inner[1]) if inner else None
    end = _end(name)
    words = name[:end].split()
    return None if not words or _says(words) or _labels(words) else (0, end)


def _person(name: str) -> tuple[int, int] | None:
    before, part, after = name.partition(", ")
    if part and after[:1].islower():
        name = before  # "Sture, antecknar"
    words = name.split()
    first = words[0].casefold()
    if len(words) == 1 and first in EVERYBODY:
        return None
    known = is_given_name(words[0])
    if not known and (first in function_words() or (len(words) == 1 and first in titles())):
        return None
    bare = name.rstrip(".")  # an initial keeps its full stop: "Eva K."
    return 0, len(bare) if len(words[-1]) > 3 and len(words) > 1 else len(name)


def _end(name: str) -> int:
    """Where the name ends: before a remark that follows it, "Region Dalarna, punkt 2"; before a person."""
    for part in PARTS:
        before, _, after = name.partition(part)
        rest = after.split()
        if (
            rest
            and before
            and rest[0][0].islower()
            and (part != ", " or any(w.isdigit() for w in rest) or rest[0] in FORMAL or _says(["", *rest]))
        ):
            return len(before)
    before, _, after = name.partition("/")
    person = after.split()
    if (
        len(person) > 1
        and is_given_name(person[0])
        and not is_given_name(before.split()[0] if before else "")
    ):
        return len(before)
    return len(name)


def _says(words: list[str]) -> bool:
    """Whether a clause stands there: a verb or a pronoun in lower case after the first word."""
    return any(word in SPEAKS or (word in clause_verbs() and not is_head(word)) for word in words[1:])


def _labels(words: list[str]) -> bool:
    """Whether the words are a label, a heading or a remark, and name nobody."""
    low = [word.casefold().strip(".,:()") for word in words]
    if PAPERS.search(low[-1]) or (len(low) == 2 and (len(low[-1]) == 1 or low[-1].isdigit())):
        return True
    if any(word[:1].isupper() for word in words[1:]) and low[-1] not in titles():
        return False
    if low[-1] in FORMAL or low[-1] in titles() or (len(low) == 1 and low[0] in function_words()):
        return True
    if len(words) > 1 and (low[0] in function_words() or low[1] in ABOUT):
        return True
    if any(word.islower() and word.endswith("ade") for word in words[1:]) or STREET.match(" ".join(words)):
        return True
    until = next((i for i, word in enumerate(low) if i and word in PREPOSITIONS), len(low))
    headed = any(is_head(word) or organisation_ending(word) for word in low[:until])
    if words[0].islower():
        return not headed
    return len(words) >= LONGEST and not headed
