"""Lines that open a list of who is there or who is not, and what they say of those below."""

import re
from functools import lru_cache

from graph.model.terms import Presence

WHO = (
    r"deltagar(?:e|na|lista)|ordinarie|närvarande|deltog|deltagande|medverkande|medverkade|beslutande|närvarolista|närvaro"
    r"|(?:närvarande |ordinarie )?ledamöter|(?:tjänstgörande |närvarande |ej tjänstgörande )?ersättare|suppleanter"
    r"|(?:särskilt )?inbjudna(?: gäster)?|(?:inbjudna |externa )?gäster|gästlista|adjungerade|föredragande"
    r"|tjänste(?:män|personer)|personalföreträdare|personalrepresentanter|övriga(?: (?:närvarande|deltagare|tjänstemän))?"
    r"|på plats|kring bordet|runt bordet|runt bordet satt|kring bordet satt|med(?: på mötet| vid bordet| var| på träffen)?"
    r"|(?:på )?länk|digitalt|via (?:teams|länk|zoom)|observatörer|representanter|mötesdeltagare"
    r"|til stede|deltakere|fremmøtte|deltok|gjester|participants|attendees|attending|present|in attendance|guests"
    r"|läsnä|osallistujat|paikalla"
)
AWAY_WORDS = (
    r"ej (?:närvarande|deltagande)|inte (?:närvarande|med)|frånvaro|frånvarande|återbud|(?:anmält )?förhinder"
    r"|(?:anmälda )?återbud|har anmält förhinder|forfall|ikke til stede|meldt forfall|absent|apologies"
    r"(?: for absence)?|regrets|poissa"
)
OPENING = re.compile(
    rf"[*#_\s]*(?P<words>(?:{WHO}|{AWAY_WORDS})(?: och \w+| (?:var|är|gjorde|ledamöter|för \w+))?)[*_\s]*"
    r"(?:\([^()]{1,40}\)\s*)?(?::[*_]*\s*(?P<rest>.*)|)$",
    re.IGNORECASE,
)
HOSTED = re.compile(
    r"[*#_\s]*(?:(?:deltagare|representanter|deltog|närvarande|medverkande|participants)\s)?(?:från|för|for|from)\s"
    r"(?=[A-ZÅÄÖ])(?P<host>[^:;,()]{2,70})\s*:[*_\s]*$",
    re.IGNORECASE,
)
"""The title of those who one organisation has sent, one a line below it: "Deltagare från Mjölby kommun:"."""
AWAY = re.compile(
    r"frånvar|ej\s+(?:närvarande|deltagande)|inte\s+(?:närvarande|med)|återbud|förhind|sjuk\b|forfall"
    r"|ikke\s+til\s+stede|absent|apologies|regrets|poissa",
    re.IGNORECASE,
)
DECLINED = re.compile(r"tackat?\w* nej|avböj", re.IGNORECASE)
WIDE = re.compile(r"(?<=\w) {3,}(?=\S)")
"""A gap between two columns of a plain text."""


@lru_cache(maxsize=1024)  # every layout asks it of the same lines
def opening(words: str) -> re.Match[str] | None:
    """The heading of a list of participants, with what stands on the same line after a colon."""
    if len(words) >= 400:
        return None
    gap = WIDE.search(words)
    if gap:  # "Beslutande        Anita Berg (S)": the list begins in the column beside its heading
        words = f"{words[: gap.start()]}:{words[gap.start() + 1 :]}"
    return OPENING.match(words)


def presence_of(words: str) -> Presence:
    """What a heading or a remark says of attendance."""
    if DECLINED.search(words):
        return Presence.DECLINED
    return Presence.ABSENT if AWAY.search(words) else Presence.PRESENT
