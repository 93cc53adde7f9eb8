"""The clauses of a Swedish sentence, and whether one looks ahead or back in time."""

import re
from functools import lru_cache
from typing import Literal

Outlook = Literal["ahead", "back"]

_SUBJECT = (
    "vi|jag|det|de|dom|man|han|hon|den|ni|har|är|ska|skall|kommer|ser|hade|får|kan|vill|blir|var|"
    "regionen|kommunen|länsstyrelsen|bolaget|dock|däremot|inte"
)
_BORDER = re.compile(
    r"(?<=[;:!?.])\s"
    r"|,\s(?=(?:men|och|så|utan|medan|eftersom|annars|sedan|sen|då|när|vilket|fast|varav|trots|hittills|"
    rf"{_SUBJECT})\b)"
    r"|,\s(?=‹\w+›\s\w+(?:ar|er|ade|de|te|tt|it)\b)"  # a name with a verb of its own: ", ‹O2› tackade nej"
    r"|,\s(?=‹[MN]\d+›\s(?!och\b|eller\b|samt\b))"  # a number with words of its own
    r"|\s(?=och\s\w+(?:en|et|na)\s(?:är|var|har|ska|kommer|uppges|beräknas|kostar|ligger|går|får|kan|vill|blir)\b)"
    r"|\s(?=(?:men|medan|eftersom|fastän|trots att)\s)"
    rf"|\s(?=(?:och|så)\s(?:{_SUBJECT})\b)"
    r"|\s[–—]\s",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:ska|skall|kommer|komma|planer\w*|väntas|beräknas|förväntas|senast|före|innan|nästa|deadline|"
    r"fram till|fr\.?\s?o\.?\s?m\.?|från och med|börjar|startar|öppnar|stänger|inleds|invigs|släpps|"
    r"återupptas|införs|förlängs|förlängas|upphör|avslutas|dröjer|klar[at]?|återkommer|återkomma|bjuder|"
    r"arrangerar|anordnar|(?:ute|kvar|öppe[nt]|gäller) till|siktar|utlova\w*|först den|på remiss|äger rum|"
    r"blir av|hålls|tas först)\b",
    re.IGNORECASE,
)
_SUPINES = "haft|fått|gått|varit|gjort|sett|tagit|blivit|kommit|gett|stått|sagt|lagt|satt|mött|nått|bett"
_BACK = re.compile(
    r"\b(?:var|blev|hade|fick|kom|gick|stod|låg|tog|gav|såg|höll|hände|skedde|ägde|"
    r"gjorde|byggde|ledde|nådde|köpte|mötte|sålde|steg|sjönk|föll|förra|ifjol|fjolårets|sedan|tidigare|"
    rf"hittills|nyligen|senaste|har\s+(?:\w+\s+){{0,3}}?(?:\w{{2,}}[ai]t|{_SUPINES})|varslat?s?|varslade|"
    r"\w{3,}(?:ades|ade|erade|des)|utlånat)\b",
    re.IGNORECASE,
)
_BARE_SUPINE = re.compile(rf"^(?:och\s+|men\s+)?(?:\w{{2,}}at|{_SUPINES})\b", re.IGNORECASE)
_SURELY_AHEAD = re.compile(
    r"\b(?:ska|skall|kommer att|väntas|beräknas|planeras|senast|utlovat|fram till)\b", re.IGNORECASE
)
_SUBORDINATE = re.compile(
    r"^.*\b(?:att|om(?=\s+(?:den|det|de|vi|man|regionen|kommunen)\b))\s+", re.IGNORECASE
)


@lru_cache(maxsize=512)
def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """Where each clause of a sentence starts and ends, in order; white space and borders left out.

    A clause ends at a strong mark, at a comma or blank before a conjunction that opens a new one, or
    before "och" with a subject or verb of its own ("… och vi ser"). A list of nouns stays whole.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for border in _BORDER.finditer(text):
        if border.start() > start:
            found.append((start, border.start()))
        start = border.end()
    if start < len(text):
        found.append((start, len(text)))
    return tuple(found)


def clause_at(text: str, offset: int) -> tuple[int, int]:
    """The clause that holds an offset; the whole text where none does."""
    return next((c for c in clauses(text) if c[0] <= offset < c[1]), (0, len(text)))


def outlook(clause: str, before: str = "") -> Outlook | None:
    """Whether a clause speaks of what is to come or of what was; None where its words tell neither.

    `before` is the part of the clause that stands before the words in question: what introduces them
    ("lovade att …") is left aside. "ska", "senast" and their like win over a verb of the past.
    """
    introduced = _SUBORDINATE.match(before)
    kernel = clause[introduced.end() :] if introduced else clause
    if _SURELY_AHEAD.search(clause):
        return "ahead"
    if _BACK.search(kernel) or _BARE_SUPINE.match(kernel):
        return "back"
    return "ahead" if _AHEAD.search(kernel) else None
