"""Who a sentence says is speaking: "Marita säger", "Från Uppvidinge rapporterar Rolf", "säger X, vd Y"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from graph.lexicon.verbs import Voice, speech_forms
from graph.model.outline import Party
from graph.model.terms import Kind
from graph.model.text import ReadingForm
from graph.reading.outline.agents import source
from graph.reading.outline.attribution import Named
from graph.reading.outline.personal_names import TOKEN
from graph.reading.outline.subjects import AUXILIARY, LEADS, name_at, subject

FINITE = re.compile(
    r"\s+(?:\([^()]{0,60}\)\s+)?(?![a-zåäö]*(?:arvode|möte|[ae]nde|område|dagar|timmar|månader|poster|tider)\b)"
    r"(?:[a-zåäöæø]+(?:r|de|te|dde|ed)|says|said|sa|tog|gick|bad|höll|vill|ville|fick|var"
    r"|hoppas|gav|delgav|såg|stod|lät|drog|sköt|på länk:)\b"
)
WORD = re.compile(r"(?<![\w-])[a-zåäöæø]+(?![\w-])")
"""A word in small letters: a verb of speech may begin with it."""
INVERTED = re.compile(
    r"(?:Från|Enligt|På|I|Under|Efter|Angående|Gällande|Avseende|Apropå|Som svar|Om|När det gäller|Vad gäller|Kring"
    r"|Beträffande|Rörande|Utifrån|Utöver|Inför|Vid|Till|Med anledning av|I samband med|För|Samtidigt|Däremot|Först"
    r"|Sist|Dock|Nu|Då|Åter|Återigen|I stället|Istället|Inledningsvis|Härefter|Kort|Till frågan|Också|Etter|Om|Fra"
    r"|Senare|Tidigare|Från [A-ZÅÄÖ]\w+)(?:\s|$)"
)
"""What opens a sentence whose verb stands before its subject."""
BEFORE_NAME = re.compile(r"\s(?:kan|kunde|vill|ville|har|hade)\s(?=[A-ZÅÄÖ])")
LONGEST_LEAD = 60
"""Characters of the longest phrase before an inverted verb."""
ATTITUDE = re.compile(
    r"\s(?:är|var|blev)\s(?:(?:inte|också|även|mycket|lite|något|fortsatt|dock|starkt|väldigt)\s){0,2}"
    r"(?:oroliga?|oroade?|kritiska?|självkritiska?|positiva?|negativa?|skeptiska?|nöjda?|missnöjda?|glada?|tveksamma?"
    r"|bekymrade?|tacksamma?|övertygade?|osäkra?|angelägna?|förvånade?|besvikna?|stolta?|lugnade?|tydliga? med)\b"
)
"""How somebody feels about something, which they have told: "är orolig för att"."""
ACCOUNT = re.compile(
    r"\s(?:ger|gav|gör|gjorde|håller|höll|lämnar|lämnade|drar|drog)\s(?:en|ett|sin|den|följande)\s(?:[a-zåäö]+\s){0,2}"
    r"(?:[a-zåäö]*bild|[a-zåäö]*rapport|redogörelse|[a-zåäö]*genomgång|dragning|föredragning|presentation|uppdatering"
    r"|inblick|information|[a-zåäö]*blick|sammanfattning|introduktion|inledning|summering)\b"
)
"""What somebody gives who tells: "gav en lägesbild av"."""


def opening_name(form: ReadingForm, known: frozenset[str]) -> Named | None:
    """A participant's name that opens a sentence, straight before a finite verb: "Tero fyller i att"."""
    tokens = [(match.group(), match.end()) for match in TOKEN.finditer(form.text[:80])]
    for length in (3, 2, 1):
        if len(tokens) < length:
            continue
        stop = tokens[length - 1][1]
        words = form.text[:stop]
        if words in known and FINITE.match(form.text, stop):
            return Named((Party(form.span(0, stop), words, Kind.PERSON),), None, 0)
    return None


def speaking(
    form: ReadingForm, known: frozenset[str] = frozenset(), met: frozenset[str] = frozenset()
) -> Named | None:
    """The person or organisation that a sentence says is speaking, by a verb of speech right after or before.

    "Marita säger", "Ordförande Lisa A (M) informerar", "Vidare rapporterar Fredrik H", "säger X, vd Y".
    `known` are names of participants: any finite verb after one that opens the sentence will do. `met` are
    other names that the text has, which only a verb of speech shows to speak.
    """
    opened = opening_name(form, known)
    if opened:
        return opened
    met |= known
    reported = source(form, met)
    if reported:
        return reported
    text = form.text
    for start, end, voice, rest in _verbs(text):
        before = text[:start]
        if voice == "said":
            found = (None if rest else subject(form, before, met)) or _after(form, start, end, rest, met)
        elif voice == "felt":
            found = subject(form, before, met)
            clause = text.startswith(" att ", end)
            found = found if found and (found.persons or clause) else None
        elif voice == "perfect":
            auxiliary = AUXILIARY.search(before.rstrip())
            found = subject(form, before[: auxiliary.start()], met) if auxiliary else None
            found = found or _between(form, start, met)
        else:
            continue
        if found:
            return found
    felt = ATTITUDE.search(text[:120]) or ACCOUNT.search(text[:120])
    found = subject(form, text[: felt.start()], met) if felt else None
    return found if found and found.persons else None


def _verbs(text: str) -> Iterator[tuple[int, int, Voice, str]]:
    """The forms of speech in a sentence: start, end, voice, and what of the verb may stand apart from it."""
    forms = speech_forms()
    for match in WORD.finditer(text):
        for rest, voice in forms.get(match.group(), ()):
            if text.startswith(rest, match.end()) and not text[match.end() + len(rest) :][:1].isalnum():
                yield match.start(), match.end() + len(rest), voice, ""
                break
            if rest and voice == "said":
                yield match.start(), match.end(), voice, rest


def _between(form: ReadingForm, start: int, known: frozenset[str]) -> Named | None:
    """Who stands between an auxiliary and the verb at `start`: "Det kunde Mia Ek inte kommentera"."""
    auxiliary = BEFORE_NAME.search(form.text[:start])
    found = name_at(form, auxiliary.end(), known) if auxiliary and auxiliary.start() < LONGEST_LEAD else None
    if found is None:
        return None
    stop = bisect_left(form.offsets, found.persons[-1].span.end)
    return found if re.fullmatch(r"\s(?:[a-zåäö]+\s)?", form.text[stop:start]) else None


def _after(form: ReadingForm, start: int, end: int, rest: str, known: frozenset[str]) -> Named | None:
    """The subject straight after the verb, as in an inverted sentence or behind a quotation."""
    lead = form.text[:start].strip()
    quoted = lead.endswith((",", "”", '"', "?", "!"))
    phrase = len(lead) < LONGEST_LEAD and "," not in lead and INVERTED.match(lead) is not None
    if not (quoted or phrase or lead.casefold() in LEADS):
        return None
    found = name_at(form, end, known, quoted)
    if found and rest:  # "gick Lena Brink igenom": what belongs to the verb stands behind the name
        stop = bisect_left(form.offsets, found.persons[-1].span.end)
        return (
            found
            if re.match(rf"\s(?:\([^()]{{0,80}}\)\s)?(?:\w+\s)?{re.escape(rest.strip())}\b", form.text[stop:])
            else None
        )
    return found
