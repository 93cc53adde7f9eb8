"""Status: how the words of a sentence, or of one clause of it, hold what they say."""

import re
import tomllib
from importlib.resources import files

from graph.lexicon.clauses import clause_at, clauses
from graph.lexicon.screened import Screened, beginnings, screened
from graph.model.terms import Status

CUES = tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))


def _cue(name: str) -> Screened:
    """For words in small letters: the engine passes by what it need not fold five times sooner."""
    return screened(rf"(?<![\w-])(?:{'|'.join(CUES[name])})(?![\w-])")


REFUSED = _cue("refused")
UNCLEAR = _cue("unclear")
ASKED = re.compile(
    r"\?[\"”’')\]]*\s*$|^\s*(?:frågan|fråga) (?:är|om)\b|"
    r"(?<!\w)(?:undrade|undrar|frågade|frågar)\b(?:\s\w+){0,2}?\s(?:om|vad|vem|vilk\w+|varför|hur|när|var)\b",
    re.IGNORECASE,
)
_VERB = (
    r"(?:har|hade|är|var|blir|blev|kan|kunde|ska|skulle|vill|ville|får|fick|kommer|kom|går|gick|tror|ser|såg|"
    r"gör|gjorde|tar|tog|vet|finns|fanns|ges|står|behöver|vågar|bör|tycker|\w{2,}(?:ar|er|ade|de|te))"
)
_SUBJECT = r"(?:vi|jag|det|de|dom|man|han|hon|den|ni|det här|‹\w+›|\w+en|\w+et|\w+na)"
_FILLER = r"(?:\s(?:alltså|heller|dock|ju|nog|oss|sig|ännu|däremot))?"
_NONE = r"(?:ingen|inget|inga|ingenting)"
DENIALS = ("inte", "ej", "aldrig", "ingen", "inget", "inga", "noll", "nä", "varken")
"""One of them stands in whatever `NEGATION` or `NO_NEGATION` finds."""
NEGATION = re.compile(
    rf"(?:\b{_VERB}|›)(?:\s{_SUBJECT})?{_FILLER}\s(?:inte|ej|aldrig)\b"
    rf"|\b{_VERB}(?:\s{_SUBJECT})?\s(?:{_NONE}|noll)\b"
    rf"|^(?:nej|nä|inte|ej|aldrig|{_NONE})\b|\bvarken\b",
    re.IGNORECASE,
)
NO_NEGATION = re.compile(
    r"\binte (?:bara|minst|enbart|helt|så (?:långt|lång tid|mycket kvar)|långt|förrän|ens|igång före)\b"
    r"|\bser (?:\w+ )?inte ut att (?:avta|minska|bromsa|stanna|sluta|vika|mattas)\b"
    rf"|\b{_NONE} (?:problem|tvekan|konstigheter|brist)\b|\bom inte\b|\binte utan\b|\binte olik\w*\b"
    r"|\butan (?:\S+ ){1,6}?(?:blir|går) det inte\b[^,.;]*"
    r"|\b(?:kan|går) inte nog\b|\bvarför \w{0,30}\s?\w{0,30} ?inte\b|\bhindrar inte\b|\bkommer inte igång före\b",
    re.IGNORECASE,
)
PURPOSE = re.compile(r"\s(?:för|genom|utan|i syfte) att\b.*$", re.IGNORECASE)
LEADING = re.compile(  # a clause of time or condition, then the main clause with its verb first
    r"^(?:efter att|sedan|så snart|så fort|när|då|innan|om|eftersom|trots att|även om|medan|i och med att|"
    rf"tack vare att)\b.*?\s(?=(?!både|inte|vilka|sådana){_VERB}\s"
    r"(?:vi|jag|det|de|man|han|hon|ni|‹|[a-zåäö]+e[nt]\b))",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"^om\s|\s(?:förutsatt att|under förutsättning att|om det (?:blir|ryms|går|finns))", re.IGNORECASE
)

NEXT = re.compile(r"\bnästa (?:möte|träff|tillfälle|dialog|råd|forum)\b|\bvi ses\b", re.IGNORECASE)

_IN_ORDER: tuple[tuple[Screened, Status], ...] = (
    (UNCLEAR, Status.UNCLEAR),
    *(
        (_cue(status.value), status)
        for status in (Status.PROPOSED, Status.CONSIDERED, Status.ESTIMATED, Status.OFFERED, Status.PLANNED)
    ),
)
COLOURING = frozenset(
    {"frå", "und", "näs", "vi", "int", "ej", "ald", "ing", "nol", "nej", "nä", "var"}
).union(REFUSED.openings, *(cue.openings for cue, _ in _IN_ORDER))
"""How words begin of which one stands in each sentence that is not plain: of questions, denials and cues."""


def sentence_status(text: str) -> Status:
    """The status of a whole sentence: what its main clause says, else the first clause that is not plain.

    A question is asked whatever it says. What stands in a clause of purpose ("för att se om …") or of
    time before the main clause ("Efter att de beslutat att inte köra har vi …") does not colour it.
    """
    begun = beginnings(text)
    if "?" not in text and COLOURING.isdisjoint(begun):
        return Status.ASSERTED
    if ASKED.search(text):
        return Status.ASKED
    kernel = PURPOSE.sub("", text) if " att" in text.lower() else text
    leading = LEADING.match(kernel)
    if leading and leading.end() < len(kernel):
        kernel = kernel[leading.end() :]
    said = [_plain(kernel[start:end], begun) for start, end in clauses(kernel)]
    if said and said[0] is Status.NEGATED:
        return Status.NEGATED
    coloured = (status for status in said if status not in (Status.ASSERTED, Status.NEGATED))
    found = next(coloured, Status.ASSERTED)
    if found is Status.ASSERTED and len(text) < 60 and NEXT.search(text):
        return Status.PLANNED
    return found


def clause_status(text: str, offset: int) -> Status:
    """The status of what stands at an offset: of its own clause, or of the question that holds it.

    "Oklart om …" and a proposal before the clause reach into it; a condition makes a plain tie planned.
    """
    if ASKED.search(text):
        return Status.ASKED
    leading = LEADING.match(text)
    skipped = leading.end() if leading and leading.end() <= offset else 0
    start, end = (skipped + border for border in clause_at(text[skipped:], offset - skipped))
    purpose = PURPOSE.search(text, start, end)
    clause = text[start : purpose.start() if purpose and purpose.start() > offset else end]
    own = _plain(clause, beginnings(text))
    if own is not Status.ASSERTED:
        return own
    before = text[:start]
    if UNCLEAR.search(before.lower()) and re.match(r"(?:om|huruvida|vem|när|hur)\b", text[start:end]):
        return Status.UNCLEAR
    if re.search(r"(?:ingenting|inget) är (?:\w+ )?(?:beslutat|bestämt|klart)", text[end:], re.IGNORECASE):
        return Status.CONSIDERED
    return Status.PLANNED if CONDITION.search(text[start:]) else own


def negated(clause: str) -> bool:
    """Whether a clause denies, refuses or ends what it names."""
    kernel, denied = _kernel(clause)
    return bool(REFUSED.search(kernel)) or denied


def _kernel(clause: str) -> tuple[str, bool]:
    """The clause in small letters without what only sounds like a denial, and whether it denies."""
    low = clause.lower()
    if not any(word in low for word in DENIALS):
        return low, False
    kernel = NO_NEGATION.sub(" ", low)
    return kernel, NEGATION.search(kernel) is not None


def _plain(clause: str, begun: frozenset[str]) -> Status:
    """What one clause says; `begun` is how words begin of the sentence that it is part of."""
    kernel, denied = _kernel(clause)
    if not REFUSED.openings.isdisjoint(begun) and REFUSED.pattern.search(kernel):
        return Status.NEGATED
    for cue, status in _IN_ORDER:
        if status is Status.OFFERED and denied:
            return Status.NEGATED
        if not cue.openings.isdisjoint(begun) and cue.pattern.search(kernel):
            return status
    return Status.NEGATED if denied else Status.ASSERTED
