"""How far words reach in a Swedish sentence: main clauses, and the subordinate ones that stand in them."""

import re
from functools import lru_cache

from graph.lexicon.clauses import clauses
from graph.lexicon.screened import screened

_AUXILIARY = (
    "har|hade|är|var|blir|blev|kan|kunde|ska|skulle|vill|ville|får|fick|kommer|kom|går|gick|tror|ser|såg|gör|gjorde|tar|tog|"
    "vet|finns|fanns|ges|står|stod|behöver|vågar|bör|borde|tycker|ligger|låg|måste|torde|gav|ger|drog|steg|föll|nådde|skedde|"
    "hyr|hör|kör|styr|bor|når|mår|slår|bär|rör|hann|visste|satte|görs|ses|tas|förs|sägs|läggs|byggs|er|skal|vil|bør|"
    r"\w*(?:stod|drog|gav|tog|gick|kom|höll|lade|fick|blev|skrev|bjöd|bröt|slog|vann|drev|föll|lät|bar|sjönk|sa)s?|"
    r"\w+(?:förs|görs|tas|ngs|lls|ggs|öks|öps|rivs|vänds)"
)
VERB = rf"(?:{_AUXILIARY}|\w{{2,}}(?:ar|er|ade|de|te)|\w{{3,}}(?:as|es|des|tes))"
"""A word that may be a finite verb: what it is, its place tells."""
_WHO = r"(?:vi|jag|det|de|dom|man|han|hon|den|ni|ingen|inga|alla|flera|många|(?-i:[A-ZÅÄÖ]\w)|‹|[a-zåäö]+(?:et|na)\b|(?!(?:sedan|innan|utan|medan|igen|även|redan|nästan|från|någon|mellan|vän|män|barn|fram)\b)[a-zåäö]+n\b)"
_OPENERS = (
    "efter att|efter det att|sedan|så snart|så fort|så länge|när|då|innan|om|ifall|eftersom|trots att|även om|medan|i och med att|"
    "tack vare att|förutsatt att|under förutsättning att|med anledning av att|till följd av att|på grund av att|samtidigt som|"
    "fastän|fast|därför att|i väntan på att|i stället för att|istället för att|med tanke på att|i samband med att|genom att|utan att|för att|inför att|utöver att|förutom att|hvis|når|dersom"
)
LEADING = re.compile(  # a clause of time or condition, then the main clause with its verb first
    rf"^(?:{_OPENERS})\b.*?\s(?=(?!både|inte|vilka|sådana){VERB}(?:\s(?:sig|oss|mig))?\s{_WHO})",
    re.IGNORECASE,
)
_MAIN = re.compile(rf"[\s,](?!både|inte|vilka|sådana)(?={VERB}(?:\s(?:sig|oss|mig))?\s{_WHO})", re.IGNORECASE)
_HAS_VERB = re.compile(rf"\b(?:{VERB}|\w{{2,}}(?:at|tt|it|gt|rt|ft|lt|kt|st|pt|nt)s?)\b", re.IGNORECASE)
_VERB_FIRST = re.compile(
    r"^(?:får|blir|går|kommer|ger|beviljar|godkänner|säger|klarar|lyckas|finns|räcker|håller|kan|vill|skulle|blev|fick|gick|kom|"
    r"ökar|minskar|stiger|sjunker|fortsätter|tar|sker|behövs|faller|lossnar|visar)"
    rf"\s(?!ni\b|du\b|någon\b)(?:{_WHO}\S*|allt|inget)",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(
    r"^(?:för|genom|utan|i stället för|istället för|utöver|förutom) att\b", re.IGNORECASE
)
SUPPOSED = re.compile(
    r"^(?:om|ifall|innan|förutsatt att|under förutsättning att|så snart|så fort|hvis|dersom|"
    r"när(?=.{1,60}?\b(?:klar[at]?|färdig\w*|på plats|godkän[dt]\w*|bevilja[dt]s?|beslutad?t?|vunnit laga kraft)\b))\b",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s(?=(?:och|så|for|för)\s(?:därför\s|dessutom\s|nu\s|sedan\s|enligt\s\S+\s)?"
    rf"(?:(?-i:[A-ZÅÄÖ])\S+|‹\w+›|\w+(?:en|et|na|an)|vem|vad|(?:ingen|inget|inga)\s\S+)\s{VERB}\b)"
    rf"|\s(?=och\s(?:därför|dessutom|nu)\s{VERB}\b)"
    r"|\s(?=(?:och|men|samt)\satt\s(?:[^\s,]+\s){0,3}?(?:har|hade|är|var|ska|kommer|kan|vill|får|fick|\w{2,}(?:ar|er|as|ade|des|te))\b)"
    rf"|\s(?=och\senligt\s\S+\s{VERB}\b)"
    r"|,\s(?=(?:(?-i:[A-ZÅÄÖ])\w+|\w+(?:en|et|na|an))\s(?:har|hade|är|var|ska|kommer|kan|vill|får|fick|överväger|planerar)\b)",
    re.IGNORECASE,
)
_RELATIVE = screened(
    rf"(?<!så)(?<!\w)(?<!vem )(?<!vad )(?<!vilka )(?<!vilken )(?<!vilket )(?:som|vilka|vilket|där|vars|dit)(?:\s\S+){{0,3}}?\s(?:{VERB}|sagt|tackat|avböjt|fått|gjort|hoppat)\b(?:[^,;:.]*?(?=\s(?:{_AUXILIARY})\b)|[^,;:.]*)",
    re.IGNORECASE,
)
_CLEFT = re.compile(
    r"\b(?:det|den|detta) (?:är|blir|var|blev)(?: \S+){1,6} $|\b(?:samtidigt|såväl|så|precis|lika|dels) $|\b(?:till|för|åt) (?:den|de|dem|alla|andra|företag\w*|förening\w*|medlem\w*)(?: \w+)? $",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:,\s(?:även om|trots att|fast|fastän|då|när|så att|om än|medan|samtidigt som|innan|efter att|eftersom|vilket|varav)|"
    r"\s(?:när|efter att|trots att|även om|medan|eftersom|sedan|jämfört med|än vad som|än (?:vad|man|vi|de|jag))\s(?=[^\s,;]+(?: [^\s,;]+){0,4}? "
    rf"{VERB}\b))[^,;:]*",
    re.IGNORECASE,
)
PURPOSE = screened(
    r"(?<!sig)(?<!oss)(?<!öppna)(?<!öppen)(?<!öppet)(?<!intresse)(?<!talar)(?<!svarar)\s(?:för|genom|utan|i syfte) att\b.*$",
    re.IGNORECASE,
)
Stretch = tuple[int, int]


@lru_cache(maxsize=512)
def main_start(text: str) -> int:
    """Where the main clause begins after one of time, cause or condition; 0 where none leads.

    The main clause opens with its verb and then its subject, and the leading one has had its own verb.
    """
    first = verb_first(text)
    if first:
        return first
    if not LEADING.match(text):
        return 0
    for found in _MAIN.finditer(text):
        if _INFINITIVE.match(text) or _HAS_VERB.search(text, 0, found.start()):
            return found.end()
    return 0


def verb_first(text: str) -> int:
    """Where the main clause begins after a condition that opens with its verb ("Får vi bygglov bygger vi"); else 0.

    A question opens so too, and an offer to the reader, which is judged by its own words. After a comma
    stands who says it ("Går det, undrar hon").
    """
    found = _VERB_FIRST.match(text)
    if not found or "?" in text:
        return 0
    mains = (main for main in _MAIN.finditer(text, found.end()) if text[main.start() - 1] != ",")
    return next((main.end() for main in mains), 0)


@lru_cache(maxsize=512)
def parts(text: str) -> tuple[Stretch, ...]:
    """The main clauses of a text, in order: those of `clauses`, parted too before "och" with a verb of its own."""
    found: list[Stretch] = []
    for start, end in clauses(text):
        at = start
        for border in _AND.finditer(text, start, end):
            if _HAS_VERB.search(text, at, border.start()):
                found.append((at, border.start()))
                at = border.end()
        found.append((at, end))
    return tuple(found)


def asides(text: str) -> list[Stretch]:
    """The subordinate clauses within a main clause: relative ones, and those that trail with their own verb."""
    found: list[Stretch] = []
    for relative in _RELATIVE.finditer(text):
        if not _CLEFT.search(text, 0, relative.start()):
            found.append(relative.span())
    trailing = _TRAILING.search(text, 1)
    if trailing and not any(start <= trailing.start() < end for start, end in found):
        found.append(trailing.span())
    return found
