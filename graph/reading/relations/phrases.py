"""The notation in which the rules of ties are written: Swedish phrases with marks for names and choices.

`A` and `B` are the ends of the tie, each one name or a list of them, of the kinds that the predicate
takes. `A?` is a subject that may stand after its verb ("finansierar A? B"), `A:s` a genitive. `ALLA` is a list of two or more.
`PENGAR` is an amount, `DAG` a date, `NAMN` a person, `NÄR` a time ("i våras"), `…` up to five words. `(x|y)` is one of them, `[x|y]` one or none,
`*` any letters, and a verb in -a with `~` its present, past and supine ("~s": the passive).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from graph.model.terms import Predicate

ENDS = {
    Predicate.WORKS_WITH: ("OU", "OU"),
    Predicate.MET_WITH: ("OU", "OU"),
    Predicate.PARTICIPATES_IN: ("OU", "PE"),
    Predicate.OFFERS: ("OU", "S"),
    Predicate.FUNDS: ("OUS", "OUPSE"),
    Predicate.SUPPORTS: ("OU", "OUPE"),
    Predicate.PLANS: ("OU", "P"),
    Predicate.ORGANISES: ("OU", "E"),
    Predicate.COMMISSIONS: ("OU", "OU"),
    Predicate.LOCATED_IN: ("OUPE", "L"),
    Predicate.MEMBER_OF: ("OU", "O"),
}
"""The letters of the kinds of name that may be a predicate's subject and object."""

_FILL = (  # what may stand before a name: "inte", "bland annat", "det lokala bolaget"; no verb, no preposition
    r"(?-i:(?!(?:från|med|till|av|på|i|hos|för|om|och|eller|samt|att|som|mellan|utan|mot|åt|ur|vid|inom|kring|"
    r"genom|under|efter|enligt|utanför|än|in|ut|upp|ner|ned|fram|bort|tillbaka|gett|haft|sökt|sett|\w+(?:at|it|ått)|\w{3,}(?:ar|er|ade|dde|te))\b)[a-zåäö.-]{2,30} ){0,4}"
)
_MORE = r"(?-i:(?:även|också|bland annat|den|det|de) )?(?-i:[a-zåäö-]{3,30}(?:en|et|an|na|rn|ln) )?"
_NEXT = r"(?:, (?:och |samt )?|,? (?:och|samt|respektive|liksom|jämte|inklusive) | utan (?:även|också) |/)"
_VERB = r"(?:ska|har|är|vill|kan|får|fick|kommer|var|blir|bör|\w{2,20}(?:ar|er|ade|de|te))"
_NOT_A_NEW_SUBJECT = rf"(?! {_VERB}\b(?! (?:vi|jag|man|‹[OUH])))"
_GAP = r"(?:\s(?!(?:när|då|som|eftersom|men|medan|innan|nej|avslag)\b)[^\s.;:!?‹]+|\s‹[A-Z]\d+›s?,?){0,5}?"
_INSERTED = r"(?:, (?=[a-zåäö])(?!och |men |medan |samt )[^,.;:!?]{1,90},|,? som(?= ))?"
_DEGREE = "[inte|ej|aldrig|även|också|nu|delvis|helt|främst|bland annat|bl.a.]"
_WHEN = (
    r"(?:(?:i|under|sedan|den) (?:dag|går|år|fjol|våras|höstas|somras|vintras|helgen|veckan|vintern|sommaren|hösten|"
    r"våren|länge|starten|månaden|förrgår|‹D\d+›)|nyligen|tidigare|nyss|nu|åter|igen)"
)
_ADVERB = r"(?: (?:inte|ej|aldrig|även|också|nu|åter|redan|gärna|själva?)\b)?"
_WE = r"(?:vi|jag|de|man|‹H\d+›)"
_MARK = re.compile(r"\b(?:ALLA|PENGAR|NAMN|NÄR|DAG|A\?|A:s|B:s|A\b|B\b)|~s|~|\*|…|[^\W\d_]+|.")


@dataclass(frozen=True)
class Form:
    """One phrase ready to be looked for. One of `needs` stands, in small letters, in whatever it finds.

    The pattern is made when it is first asked for: most documents need few of them.
    """

    phrase: "str | _Phrase"  # a regular expression, or the phrase that stands for one
    needs: tuple[str, ...]
    also: tuple[tuple[str, ...], ...] = ()  # of each of these too
    ends: tuple[frozenset[str], ...] = ()  # the kinds that each name may be of that stands there

    @cached_property
    def written(self) -> str:
        """The phrase as a regular expression is written."""
        return self.phrase if isinstance(self.phrase, str) else self.phrase.written()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The regular expression itself."""
        return re.compile(self.written, re.IGNORECASE)

    def may_stand(self, low: str, kinds: frozenset[str], names: int) -> bool:
        """Whether all that it needs stands in a text in small letters, with so many tokens, of these kinds."""
        if len(self.ends) > names:
            return False
        for letters in self.ends:
            if letters.isdisjoint(kinds):
                return False
        for words in self.also:
            for word in words:
                if word in low:
                    break
            else:
                return False
        return True


def phrased(phrase: str, predicate: Predicate, subject: str = "", thing: str = "") -> Form:
    """A phrase as a pattern; `subject` and `thing` are letters of kinds where not the predicate's own."""
    takes = (subject or ENDS[predicate][0], thing or ENDS[predicate][1])
    phrase = re.sub(r"(?<=\)) av (?=[AB]$)", f" {_DEGREE} av ", phrase.strip())
    kind = takes[1].lower() if re.search(r"\bB\b", phrase) and len(takes[1]) == 1 and takes[1] != "O" else ""
    needs, *also = _needs(phrase) or [()]
    if kind and not needs:
        needs = (f"‹{kind}",)
    return Form(_Phrase(phrase, takes), needs, tuple(also), _ends(phrase, takes))


@dataclass(frozen=True, slots=True)
class _Phrase:
    whole: str
    takes: tuple[str, str]

    def written(self) -> str:
        """The phrase as a regular expression that begins and ends where words do."""
        written = self.sequence(self.whole)
        before = "" if written.startswith("(?P<") else r"(?<![\w-])"  # a name needs no border: it is a token
        return rf"{before}{written}(?![\w-])"

    def sequence(self, text: str) -> str:
        """Words in order; one that may be left out takes its blank with it."""
        found, first = "", True
        for index, element in enumerate(_parts(text, " ")):
            if element in ("…", "…,"):
                found += _GAP + element[1:]
                continue
            optional = element[0] == "[" and _closing(element, 0) == len(element) - 1
            written = self.element(element[1:-1] if optional else element, choice=optional)
            if element == "A?":
                found += written
            elif first:
                found += f"(?:{written} )?" if optional else written
            else:
                found += f"(?: {written})?" if optional else f" {written}"
            if index == 0 and element in ("A", "B", "ALLA") and text == self.whole:
                found += rf"{_INSERTED}(?P<at>)"
            first = first and optional
        return found

    def element(self, text: str, *, choice: bool = False) -> str:
        """One word, mark or bracket; with `choice` what stands in one."""
        if choice:
            return "(?:" + "|".join(self.sequence(part) for part in _parts(text, "|")) + ")"
        found, at = "", 0
        while at < len(text):
            if text[at] in "([":
                end = _closing(text, at)
                found += self.element(text[at + 1 : end], choice=True) + ("?" if text[at] == "[" else "")
                at = end + 1
                continue
            for mark in (_MARK.match(text, at),):  # its last alternative takes any letter
                found += self.mark(mark.group()) if mark else ""
                at = mark.end() if mark else at + 1
        return found

    def mark(self, mark: str) -> str:
        """What a mark or a piece of a word stands for."""
        last, first = self.whole.endswith(mark), self.whole.startswith(mark)
        match mark:
            case "A":
                return f"(?P<subject>{_names(self.takes[0], first=first, last=last)})"
            case "B":
                return f"(?P<object>{_names(self.takes[1], first=first, last=last)})"
            case "A:s" | "B:s":
                group, kinds = ("subject", self.takes[0]) if mark[0] == "A" else ("object", self.takes[1])
                return f"(?P<{group}>{_names(kinds, first=first)}):?s"
            case "A?":
                return rf"(?: (?:och|samt) [a-zåäö]{{2,20}}(?:r|de|t|a)\b)?(?: (?P<after>{_names(self.takes[0])})(?= )| {_WE}\b)?(?: {_WHEN}\b)?{_ADVERB}"
            case "ALLA":
                return f"(?P<among>{_names(self.takes[0], several=True, first=first, last=last)})"
            case "PENGAR":
                return r"(?P<amount>‹M\d+›)"
            case "NÄR":
                return _WHEN
            case "NAMN":
                return r"‹H\d+›"
            case "DAG":
                return r"‹D\d+›"
            case "*":
                return "[a-zåäö]*"
            case "~":
                return "(?:r|de|t)?"
            case "~s":
                return "(?:s|des|ts)"
        return re.escape(mark)


def _names(kinds: str, *, several: bool = False, first: bool = False, last: bool = False) -> str:
    """A list of names; at a phrase's end no name that begins a clause of its own, and no genitive.

    Of the longest list the last fifteen: without a limit the time would grow with its square.
    """
    name = rf"‹[{kinds}]\d+›(?: \(‹O\d+›\))?"
    follows = rf"(?:{_NEXT}{_MORE}{name}{_NOT_A_NEW_SUBJECT if last else ''})"
    return rf"{'' if first else _FILL}{name}{follows}{{{int(several)},14}}" + (r"(?!:?s\b|‹)" if last else "")


def _parts(text: str, border: str) -> Iterator[str]:
    """The text cut at a border that stands in no bracket."""
    depth, start = 0, 0
    for at, letter in enumerate(text):
        depth += (letter in "([") - (letter in ")]")
        if letter == border and not depth:
            yield text[start:at]
            start = at + 1
    yield text[start:]


def _closing(text: str, at: int) -> int:
    """Where the bracket that opens at an offset closes."""
    depth = 0
    for end in range(at, len(text)):
        depth += (text[end] in "([") - (text[end] in ")]")
        if not depth:
            return end
    raise ValueError(f"a bracket is not closed in: {text}")


def _needs(text: str) -> list[tuple[str, ...]]:
    """For each element that may not be left out the words of which one must stand; the most telling first."""
    found = []
    for element in _elements(text):
        if element[0] == "(" and _closing(element, 0) == len(element) - 1:
            inner = [_needs(part) for part in _parts(element[1:-1], "|")]
            words = tuple(dict.fromkeys(word for told in inner for word in told[0])) if all(inner) else ()
        else:
            apart = re.findall(r"[a-zåäöé]{2,}", _outside(element))
            words = (max(apart, key=len),) if apart else ()
        if words:
            found.append(words)
    return sorted(found, key=lambda words: -min(map(len, words)))


def _elements(text: str) -> Iterator[str]:
    """The elements of a phrase that may not be left out, a label ("(arrangör|värd):") without its colon."""
    for element in _parts(text, " "):
        if element and not (element[0] == "[" and _closing(element, 0) == len(element) - 1):
            yield element.rstrip(":")


def _ends(text: str, takes: tuple[str, str]) -> tuple[frozenset[str], ...]:
    """For each name that must stand the letters of the kinds that it may be of, small ones."""
    kinds = {"A": takes[0], "A:s": takes[0], "B": takes[1], "B:s": takes[1], "ALLA": takes[0]}
    found = (kinds[element.rstrip(",")] for element in _elements(text) if element.rstrip(",") in kinds)
    return tuple(frozenset(letters.lower()) for letters in found)


def _outside(element: str) -> str:
    """An element with blanks for what stands in brackets."""
    found, at = "", 0
    while at < len(element):
        if element[at] in "([":
            at = _closing(element, at)
            found += " "
        else:
            found += element[at]
        at += 1
    return found
