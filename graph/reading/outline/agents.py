"""Whom a sentence names as its source, though it is not its subject: "enligt X", "av X", "från X", "Xs bild"."""

import re
from bisect import bisect_left

from graph.lexicon.heads import function_words
from graph.lexicon.screened import screened
from graph.lexicon.verbs import speech_forms
from graph.model.outline import Party
from graph.model.terms import Kind
from graph.model.text import ReadingForm, Span
from graph.reading.outline.attribution import Named
from graph.reading.outline.labels import party
from graph.reading.outline.personal_names import TOKEN, looks_organisational
from graph.reading.outline.subjects import name_at, subject

ENDS_IN_S = re.compile(r"\b[a-zåäöæø]+(?<=s)\b")
LAST = screened(r",\senligt\s(?P<who>[^,.;:]{2,50})\.?$")
AGENT = re.compile(r"(?P<by>Av|Från|Enligt|Ifølge|According to)\s")
AMID = screened(r"\s(?:enligt|ifølge)\s(?=[A-ZÅÄÖ])")
BY = re.compile(r"\s+(?:[a-zåäö]+\s)?av\s+")
OWN = (
    "bild|uppfattning|bedömning|mening|åsikt|syn|besked|svar|inställning|hållning|erfarenhet|intryck|poäng"
    "|budskap|prognos|råd|förslag|oppfatning|vurdering|view|impression"
)
OWNED = re.compile(rf"\s(?:{OWN}|beräkning(?:ar)?|sätt att se)\b")
VIEW = re.compile(rf"\s(?:{OWN})(?:\s(?:här|just nu|i dag))?\s(?:är|var|blev|er|is|was)\b")
"""What is somebody's own and told by them: "Lena Brinks bild är att"."""
ACCOUNT = screened(
    r"(?:frågan?|frågor|information(?:en)?|(?:läges|nuläges|års|slut|del)?rapport(?:en)?|redogörelse|genomgång|föredragning(?:en)?|presentation"
    r"|dragning|inlägg|synpunkter|(?:läges|nuläges|helhets)?bild|invändning(?:ar)?|önskemål|förslag(?:et)?|kritik)\b[^,.;:]{0,40}?\s"
    r"(?:lämnas|lämnades|ges|gavs|väcks|väcktes|ställs|ställdes|reses|restes|hålls|hölls|framfördes|lyftes|lyfts)"
    r"\sav\s",
    re.IGNORECASE,
)
"""What is told by whom "av" names: "En lägesrapport lämnades av"."""
LONGEST_LEAD = 60
"""Characters of the longest phrase before a passive whose agent speaks."""
LONGEST_NAME = 6
"""Words that the name of an organisation before a passive has fewer of."""
JOINS = frozenset({"i", "och", "för", "av", "&", "på", "län", "kommun", "stad", "kommune", "fylkeskommune"})
"""Words in small letters that stand within the name of an organisation."""


def source(form: ReadingForm, known: frozenset[str]) -> Named | None:
    """Whom a passive, "enligt" or "from" names: "Av X framfördes att", "Enligt X är", "Från X framhölls att"."""
    passive = _passive(form.text)
    opened = AGENT.match(form.text)
    if opened and opened["by"] == "Från":
        return _organisation(form, opened.end(), passive[0]) if passive else None
    if opened and (opened["by"] != "Av" or passive):
        named = name_at(form, opened.end(), known)
        return _ungenitive(form, named) if named else _organisation(form, opened.end(), None)
    last = LAST.search(form.text)
    if last:
        return name_at(form, last.start("who"), known) or _organisation(form, last.start("who"), None)
    amid = AMID.search(form.text)
    named = name_at(form, amid.end(), known) if amid else None
    if named:
        return _ungenitive(form, named)
    agent = passive and BY.match(form.text, passive[1])
    if passive and agent and passive[0] < LONGEST_LEAD:
        return name_at(form, agent.end(), known)
    account = ACCOUNT.may_fit(form.text) and ACCOUNT.pattern.search(form.text[: 2 * LONGEST_LEAD])
    if account and account.start() < LONGEST_LEAD:
        return name_at(form, account.end(), known)
    return _view(form, known)


def _passive(text: str) -> tuple[int, int] | None:
    """Where the first passive of a verb of speech stands: "framförs", "påpekas", "framhölls"."""
    forms = speech_forms()
    for match in ENDS_IN_S.finditer(text):
        if any(not rest and voice == "passive" for rest, voice in forms.get(match.group(), ())):
            return match.span()
    return None


def _organisation(form: ReadingForm, start: int, stop: int | None) -> Named | None:
    """The organisation whose name stands at a place, and reaches up to `stop` if that is told.

    Up to a verb all of it is the name, where one common word says what it is: "från Luleå hamn framfördes".
    """
    if stop is not None:
        name = form.text[start:stop].rstrip(" .,:;")
        common = [word for word in name.split() if word[:1].islower() and word not in JOINS]
        called = len(common) == 1 and common[0] not in function_words()
        if len(name.split()) >= LONGEST_NAME or not (called or looks_organisational(name)):
            return None
    else:
        end = start
        for match in TOKEN.finditer(form.text, start):
            inside = match.group()[:1].isupper() or match.group().rstrip(".,") in JOINS
            if not inside or "," in form.text[end : match.start()]:
                break
            end = match.end()
        name = form.text[start:end].rstrip(" .,:;")
        if not looks_organisational(name):
            return None
    return Named((), party(form, start, start + len(name)), 0) if name[:1].isupper() else None


def _ungenitive(form: ReadingForm, named: Named) -> Named:
    """ "Enligt Lena Brinks uppfattning": the name without its genitive, where what is theirs follows."""
    person = named.persons[0]
    stop = bisect_left(form.offsets, person.span.end)
    if not person.name.endswith("s") or not OWNED.match(form.text, stop):
        return named
    name = person.name[:-1]
    span = Span(person.span.start, person.span.end - 1)
    return Named((Party(span, name, Kind.PERSON, name if person.full else None),), named.organisation, 0)


def _view(form: ReadingForm, known: frozenset[str]) -> Named | None:
    """ "Lena Brinks bild är att", "Skogsstyrelsens bedömning är att"."""
    view = VIEW.search(form.text[: 2 * LONGEST_LEAD])
    if not view:
        return None
    owner = form.text[: view.start()]
    bare = owner.removesuffix(":s") if owner.endswith(":s") else owner.removesuffix("s")
    for words in (bare, owner) if owner.endswith("s") else ():
        found = subject(form, words, known)
        if found:
            return found
        if looks_organisational(words) and words[:1].isupper() and len(words.split()) < 6:
            return Named((), party(form, 0, len(words)), 0)
    return None
