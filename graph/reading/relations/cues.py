"""What the words of one clause say: whether it is asserted, planned, refused and the like."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from graph.lexicon.screened import screened
from graph.lexicon.worded import Worded
from graph.model.terms import Status
from graph.reading.relations.scope import VERB

CUES = tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))
_WH = r"(?:om|vad|vem|vilk\w+|varför|hur|när|var|huruvida|hvordan|hva|hvem)"


def _cue(name: str) -> Worded:
    """For words in small letters: the engine passes by what it need not fold five times sooner."""
    return Worded(tuple(words.replace("<wh>", _WH).replace("<verb>", VERB) for words in CUES[name]))


UNCLEAR = _cue("unclear")
REFUSED = _cue("refused")
ENDS = _cue("ends")
ONCE_PLANNED = _cue("once_planned")
FUTURE = _cue("future")
SURELY_FUTURE = _cue("surely_future")
PAST = _cue("past")
CONDITION = _cue("condition")
NO_DENIAL = _cue("no_denial")
EMPTY = _cue("empty")
ASKED = _cue("asked")
MARKED = re.compile(r"\?[\"”’')\]]*\s*(?:$|[,–-])")
TOLD = screened(
    rf"(?<![\w-])(?:(?:{'|'.join(CUES['told'])})(?: [^\s,;]+){{0,4}}?|{'|'.join(CUES['told_at_once'])}) att ",
    re.IGNORECASE,
)
NOUNS = {status: _cue(name) for status in Status if (name := f"{status.value}_nouns") in CUES}
IN_ORDER = tuple(
    (_cue(status.value), status)
    for status in (Status.PROPOSED, Status.CONSIDERED, Status.ESTIMATED, Status.OFFERED, Status.PLANNED)
)

_NONE = r"(?:ingen|inget|inga|ingenting|ingenstans|intet)"
_NOT = r"(?:inte|ej|aldrig|icke|ikke|aldri|knappast)"
_DENIAL = re.compile(rf"\b(?:{_NOT}|{_NONE}|noll)\b")
DENIES = re.compile(rf"\b(?:{_NOT}|{_NONE}|noll|nä|nej|varken)\b")
"""One of them stands in whatever `NEGATION` or `SUBORDINATE` finds."""
NEGATION = re.compile(
    rf"(?:\b{VERB}|›)(?:\s(?!och\b|men\b)[^\s,;]+){{0,6}}?\s{_NOT}(?![\w-])"
    rf"|\b{VERB}(?:\s(?!och\b|men\b)[^\s,;]+){{0,3}}?\s(?:{_NONE}|noll)\b"
    rf"|^(?:och |men |så )?(?:nej|nä|{_NOT}|{_NONE})(?![\w-])|\bvarken\b",
)
SUBORDINATE = re.compile(
    rf"\b(?:vi|jag|de|det|den|man|han|hon|ni|som|\w+(?:en|et|na)|›)\s(?:inte|ej|aldrig|ikke)\s(?={VERB}\b)"
    r"(?!\w+(?:at|it|tt|ts)\b)"
)
"""The order of a subordinate clause: what does not happen stands before its verb ("som inte söker")."""
_VERB_LAST = re.compile(rf"\s(?:inte|ej|aldrig|ikke)\s(?:\w+\s)?(?={VERB}\b)")

CHANGE = re.compile(
    rf"(?<![\w-])(?!(?:{'|'.join(CUES['state'])})(?![\w-])|\w{{3,}}ingar\b|kommuner\b|regioner\b|"
    r"\w*(?:het|are|else|ling|ist|tör|ion|ment|ator|itet)(?:ar|er)\b)"
    r"(?:\w{2,}(?:ar|er)|blir|tar|ger|går|gör|slår|sker|\w{3,}as|"
    r"\w*(?:förs|görs|tas|ngs|lls|ggs|cks|lts|ps|igs|ljs|rvs|ivs|nns|tts|uds|nds|eds|ses))(?![\w-])"
)
"""A verb of the present that tells of a change, active or passive."""
_BEFORE_NOUN = re.compile(  # what stands before a noun, so that "lokaler" after it is none of "bygger", "flyttar"
    rf"\b{VERB}\s(?:vi|jag|de|han|hon|man|ni)\s?$|^$|"
    r"\b(?:i|på|av|med|för|från|till|om|hos|ur|vid|mot|mellan|utan|via|eller|fler|två|tre|fyra|fem|sex|sju|åtta|nio|tio|"
    r"nya|flera|många|stora|små|alla|andra|våra|sina|vissa|olika|lokala|regionala|egna|gamla|unga|lediga|dessa|några|"
    r"båda|(?!20\d\d\s)\d+|‹\w+›s|\w+s|‹n\d+›)\s?$"
)
QUANTITY = screened(
    r"\b(?:ökar|minskar|växer|stiger|sjunker|(?:för)?dubblas|halveras|krymper|försvinner|behövs|saknas|faller|räcker)\b"
)
"""Verbs that tell how much: with a time to come they are a forecast."""
_EMBEDDED = screened(
    r"(?<=\s)(?:hur|vem som|vad som|vilka som|var|när|vad)(?: [^\s,]+){1,5}? (?:ska|skall)\b"
)
"""What is told of a plan, not the plan: "riktlinjer för hur vägen ska plogas"."""


def asked(text: str) -> bool:
    """Whether a sentence, or a clause of one, is a question or tells one."""
    return MARKED.search(text) is not None or ASKED.stand_in(text.strip().lower())


@lru_cache(maxsize=1024)
def own_status(clause: str, subordinate: bool = False) -> Status:
    """What the words of one clause say, whatever stands around it.

    `subordinate` is a clause with its verb last: in it "inte" stands before the verb and denies it.
    """
    kernel, denied = _kernel(clause, subordinate)
    if UNCLEAR.stand_in(kernel):
        return Status.UNCLEAR
    if REFUSED.stand_in(kernel):
        return Status.NEGATED
    for cue, status in IN_ORDER:
        words = _EMBEDDED.sub(" ", kernel) if status is Status.PLANNED else kernel
        noun = NOUNS.get(status)
        if cue.stand_in(words) or (noun and noun.stand_in(words) and not PAST.stand_in(words)):
            return Status.NEGATED if denied and status in (Status.OFFERED, Status.PLANNED) else status
    if denied:
        return Status.NEGATED
    if _ahead(kernel):
        return Status.ESTIMATED if QUANTITY.search(kernel) else Status.PLANNED
    return Status.NEGATED if ENDS.stand_in(kernel) else Status.ASSERTED


def past(clause: str) -> bool:
    """Whether a clause tells of what has been, or of a habit."""
    return PAST.stand_in(clause.lower())


def negated(clause: str) -> bool:
    """Whether a clause denies, refuses or ends what it names."""
    kernel, denied = _kernel(clause, subordinate=True)
    return REFUSED.stand_in(kernel) or denied


def _kernel(clause: str, subordinate: bool) -> tuple[str, bool]:
    """The clause in small letters without what only sounds like a denial, and whether it denies."""
    low = " ".join(EMPTY.pattern.sub(" ", clause.lower()).split())
    if not DENIES.search(low):
        return low, False
    kernel = " ".join(NO_DENIAL.pattern.sub(lambda found: _DENIAL.sub(" ", found.group()), low).split())
    if subordinate and _VERB_LAST.search(kernel):
        return kernel, True
    return kernel, NEGATION.search(SUBORDINATE.sub(" ", kernel)) is not None


def _ahead(kernel: str) -> bool:
    """Whether a clause in the present tells of a change to come: "stänger kontoret till våren"."""
    if PAST.stand_in(kernel):
        return False
    if SURELY_FUTURE.stand_in(kernel) or (QUANTITY.search(kernel) and FUTURE.stand_in(kernel)):
        return True
    return FUTURE.stand_in(kernel) and any(
        not _BEFORE_NOUN.search(kernel, 0, verb.start()) for verb in CHANGE.finditer(kernel)
    )
