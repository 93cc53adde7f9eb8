"""Who is named as speaking: "Peter: …", "Marita säger …", "Från Uppvidinge rapporterar Rolf …"."""

import re
from dataclasses import dataclass, replace
from functools import cache

from graph.lexicon.gazetteer import municipality_by_short_name, places
from graph.lexicon.heads import role_titles
from graph.lexicon.listed import organisations_named
from graph.lexicon.names import is_given_name
from graph.lexicon.verbs import speech_verbs
from graph.model.outline import Party
from graph.model.terms import Kind
from graph.model.text import ReadingForm
from graph.reading.outline.labels import Label, parse, party, unbroken
from graph.reading.outline.personal_names import TOKEN, looks_organisational, person_at
from graph.reading.outline.roles import is_role

LABEL = re.compile(r"(?P<label>(?:[^:.!?\n]|(?<=\w):(?=[a-zåäö])|\b[A-ZÅÄÖ]\.){2,90}):[*_]*(?=\s|$)")
BOLD = re.compile(r"\*\*(?P<label>[^*\n:.!?]{2,40}(?:\([^()*\n]{2,60}\))?)\*\*(?=\s)")
"""A label that its weight alone sets off: "**Lisbet af Rosenvinge (Perstorps Plast)** presenterade …"."""
FROM = re.compile(r"^(?P<name>[^,.:]{3,50})\s(?:från|vid|på|hos)\s(?P<org>[A-ZÅÄÖ][^,.:]{1,60})$")
DASHED = re.compile(r"(?P<label>[A-ZÅÄÖ][^–—:.!?\n]{1,40}?)\s+[–—-]\s+(?=\S)")
NOTICES = frozenset({"OBS", "PS", "NB", "TBC", "TBD", "FAQ", "SVAR", "INFO", "TIPS", "FAKTA", "LÄNK"})
"""Words in capitals before a colon that no organisation bears."""
APPOSITION = re.compile(r"(?P<name>[^,]+),\s[^,]{3,90},$")
ADVERB = (
    r"(?:(?:också|även|vidare|kort|därefter|sedan|nu|sen|här|gärna|jättegärna|dessutom|avslutningsvis)\s+)?"
)
TITLE_TAIL = re.compile(r"\([^()]{1,60}\)[*_]*\s*$")


@dataclass(frozen=True, slots=True)
class Named:
    """Whom the first words of a statement name as speaking. `rest` is where what was said begins."""

    persons: tuple[Party, ...]
    organisation: Party | None
    rest: int
    label: Label | None = None


def labelled(form: ReadingForm, known: frozenset[str] = frozenset(), sheltered: bool = False) -> Named | None:
    """The label before a colon, where it names a person or an organisation and nothing else.

    `known` are given names and surnames of persons that the document names in full. `sheltered` items
    stand under "Kommunerna:" or its like, where a place may be the label too.
    """
    match = LABEL.match(form.text) or BOLD.match(form.text)
    if not match:
        return None
    words = match["label"].strip(" *_")
    if not words:
        return None
    begin = match.start("label") + len(match["label"]) - len(match["label"].lstrip(" *_"))
    stop = begin + len(words)
    after = match.end() + len(form.text[match.end() :]) - len(form.text[match.end() :].lstrip(" *_"))
    if words in known or is_given_name(words):
        name = Party(form.span(begin, stop), words, Kind.PERSON)
        return Named((name,), None, after)
    first = words.split()[0]
    if first in known and re.fullmatch(r"(?:\s+[a-zåäö]+){1,3}", words[len(first) :]):
        name = Party(form.span(begin, begin + len(first)), first, Kind.PERSON)
        return Named((name,), None, after)
    if not words[:1].isupper() and not words.startswith(("af ", "von ")):
        return None
    found = parse(form, begin, stop)
    if found.umbrella or found.empty:
        return None
    if not found.persons and found.organisation:
        alone = found.organisation.name
        if not _could_speak(alone) and not (sheltered and (alone.casefold() in places() or alone.istitle())):
            return None
    if any(word in speech_verbs() for word in words.casefold().split()):
        return None
    return Named(found.persons, found.organisation, after, found)


def dashed(form: ReadingForm, known: frozenset[str]) -> Named | None:
    """A participant's name before a dash, as a label: "Eva Strand – Bengtsfors har köpt in mark"."""
    match = DASHED.match(form.text)
    if not match or match["label"] not in known:
        return None
    name = Party(form.span(0, match.end("label")), match["label"], Kind.PERSON)
    return Named((name,), None, match.end())


def _could_speak(name: str) -> bool:
    """An organisation by its name, or two to five capitals, which before a colon stand for a speaker."""
    if looks_organisational(name):
        return True
    return re.fullmatch(r"[A-ZÅÄÖ]{2,5}", name) is not None and name not in NOTICES


FINITE = re.compile(
    r"\s+(?:\([^()]{0,60}\)\s+)?(?:[a-zåäö]+(?:r|de|te|dde)|sa|tog|gick|bad|höll|ville|fick|var|på länk:)\b"
)


def opening_name(form: ReadingForm, known: frozenset[str]) -> Named | None:
    """A participant's name that opens a sentence, straight before a finite verb: "Tero fyller i att"."""
    tokens = [(m.group(), m.end()) for m in TOKEN.finditer(form.text[:80])]
    for length in (3, 2, 1):
        if len(tokens) < length:
            continue
        stop = tokens[length - 1][1]
        words = form.text[:stop]
        if words in known and FINITE.match(form.text, stop):
            return Named((Party(form.span(0, stop), words, Kind.PERSON),), None, 0)
    return None


def speaking(form: ReadingForm, known: frozenset[str] = frozenset()) -> Named | None:
    """The person or organisation that a sentence says is speaking, by a verb of speech right after or before.

    "Marita säger", "Ordförande Lisa A (M) informerar", "Vidare rapporterar Fredrik H", "säger X, vd Y".
    `known` are names of participants: any finite verb after one that opens the sentence will do.
    """
    start, sentence = 0, form.text
    opened = opening_name(form, known)
    if opened:
        return opened
    for match in _verbs().finditer(sentence):
        for found in (_before(form, start, sentence, match.start()), _after(form, start, sentence, match)):
            if found:
                return found
    return None


@cache
def _verbs() -> re.Pattern[str]:
    forms = sorted(speech_verbs(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])")


def _before(form: ReadingForm, start: int, sentence: str, verb: int) -> Named | None:
    """The subject straight before the verb: a full name, a given name, or a listed organisation."""
    head = sentence[:verb].rstrip()
    explained = APPOSITION.match(head)  # "Berit Bergström (M), tillika ordförande i …, informerar"
    head = explained["name"] if explained else head
    sent = FROM.search(head)  # "Jan Ström från Energikontor Sydost informerar"
    if sent:
        found = _before(form, start, sent["name"], sent.end("name"))
        if found is None or not found.persons or sent["org"].casefold() in places():
            return found
        return replace(found, organisation=party(form, sent.start("org"), sent.end("org")))
    tag = TITLE_TAIL.search(head)
    bare = head[: tag.start()].rstrip() if tag else head
    bare = re.sub(rf"\s+{ADVERB}$", "", bare + " ").rstrip() if bare else bare
    tokens = [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(bare)]
    words = [token for token, _, _ in tokens]
    for index in range(max(0, len(tokens) - 5), len(tokens)):
        length = person_at(words, index)
        if length and index + length == len(tokens):
            lead = bare[: tokens[index][1]].strip(" ,–-").casefold()
            if lead and not _is_lead(lead):
                return None
            span = (start + tokens[index][1], start + tokens[-1][2])
            name = form.text[span[0] : span[1]]
            return Named(
                (Party(form.span(*span), name, Kind.PERSON, name),), _attached(form, start, tag), start
            )
    if len(tokens) == 1 or (tokens and bare[: tokens[-1][1]].strip().casefold() in _leads()):
        word = words[-1]
        if is_given_name(word) and word[0].isupper():
            return Named(
                (Party(form.span(start + tokens[-1][1], start + tokens[-1][2]), word, Kind.PERSON),),
                None,
                start,
            )
    if (
        bare
        and bare[0].isupper()
        and (organisations_named(bare) or bare.casefold() in municipality_by_short_name())
    ):
        return Named((), party(form, start, start + len(bare)), start)
    return None


def _after(form: ReadingForm, start: int, sentence: str, verb: re.Match[str]) -> Named | None:
    """The subject straight after the verb, as in an inverted sentence or behind a quotation."""
    lead = sentence[: verb.start()].strip()
    inverted = lead.casefold() in _leads() or lead.endswith((",", "”", '"')) or _from(lead)
    if not inverted:
        return None
    rest = sentence[verb.end() :]
    offset = verb.end() + len(rest) - len(rest.lstrip())
    tokens = [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(rest.lstrip())]
    words = [token for token, _, _ in tokens]
    skip = 0
    while skip < min(4, len(words)) and (
        is_role(words[skip])
        or words[skip].islower()
        or (words[skip].endswith("s") and skip + 1 < len(words) and is_role(words[skip + 1]))
    ):
        skip += 1
    if skip >= len(words):
        return None
    length = unbroken(rest.lstrip(), tokens, skip, person_at(words, skip))
    if not length and is_given_name(words[skip]) and skip == 0:
        length = 1
    if not length:
        return None
    begin = start + offset + tokens[skip][1]
    stop = start + offset + tokens[skip + length - 1][2]
    name = form.text[begin:stop].rstrip(".")
    person = Party(form.span(begin, begin + len(name)), name, Kind.PERSON, name if length > 1 else None)
    return Named((person,), None, start)


def _attached(form: ReadingForm, start: int, tag: re.Match[str] | None) -> Party | None:
    if not tag:
        return None
    words = tag.group().strip(" ()")
    if words and looks_organisational(words) and len(words) > 3:
        begin = start + tag.start() + tag.group().index(words)
        return party(form, begin, begin + len(words))
    return None


def _from(lead: str) -> bool:
    return re.match(r"(?:Från|Enligt)\s+[A-ZÅÄÖ]", lead) is not None


def _is_lead(lead: str) -> bool:
    last = lead.split()[-1]
    return lead in _leads() or last in role_titles() or last in ("ersättaren", "ordföranden", "ledamoten")


def _leads() -> frozenset[str]:
    return frozenset(
        (
            "",
            "vidare",
            "även",
            "därefter",
            "avslutningsvis",
            "slutligen",
            "också",
            "dessutom",
            "sedan",
            "här",
            "till sist",
            "så",
            "ordförande",
            "ordföranden",
        )
    )
