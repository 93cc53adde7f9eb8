"""Who the label before a statement names: "Peter: …", "Mora, Love Ek: …", "Eva Strand – …"."""

import re
from dataclasses import dataclass

from graph.lexicon.gazetteer import places, schemes
from graph.lexicon.names import is_given_name
from graph.lexicon.verbs import speech_verbs
from graph.model.outline import Party
from graph.model.terms import Kind
from graph.model.text import ReadingForm
from graph.reading.outline.labels import Label, names_only, parse, party
from graph.reading.outline.personal_names import could_be_organisation, looks_organisational

LABEL = re.compile(
    r"(?P<label>(?:[^:.!?\n]|(?<=\w):(?=[a-zåäö])|\b[A-ZÅÄÖ]\.|(?<=\bvik)\.|(?<=ordf)\.|(?<=\bbitr)\.|(?<=\b[vt])\.|(?<=\btf)\.){2,90}):[*_]*(?=\s|$)"
)
LONGEST = 200
"""Characters within which the colon of a label stands: 90 letters, some with a stop of their own."""
BOLD = re.compile(r"\*\*(?P<label>[^*\n:.!?]{2,40}(?:\([^()*\n]{2,60}\))?)\*\*(?=\s)")
"""A label that its weight alone sets off: "**Lisbet af Rosenvinge (Perstorps Plast)** presenterade …"."""
STOPPED = re.compile(
    r"(?P<label>[A-ZÅÄÖ](?:[^.:!?()\n]|(?<=\bavd)\.){2,60}\([^.:!?()\n]{3,60}\))\.\s+(?=[A-ZÅÄÖ\d”\"–])"
)
"""A label that only its stop sets off: "Ådals Massa (Erik Bäckman, platschef). Bolaget har varslat"."""
HOSTED = re.compile(
    r"(?:gäst(?:talare)?|gästföreläsare|inbjuden|adjungerad|föredragande|inledare|rapportör|speaker|guest)\s*:\s+"
    r"(?P<who>[^.:!?\n]{5,120})[.]\s+(?=[A-ZÅÄÖ])",
    re.IGNORECASE,
)
"""A guest, and in the next sentence what they said: "Gäst: Lotta Sandin, Almi. Hon berättade om"."""
SENTENCE = re.compile(r"[A-ZÅÄÖ]\w*\s[a-zåäö]+\s")
"""How a sentence goes on after its first word, and no name does."""
INSERTED = re.compile(
    r"(?:som|och|en|ett|där|vilket|vilken|eller|dvs|inte|nu|även|liksom)\b|[^–—\n]*\s[–—]\s"
)
"""What shows a dash to open an insertion and no turn."""
DASHED = re.compile(r"(?P<label>[A-ZÅÄÖ][^–—:.!?\n]{1,40}?)\s+[–—-]\s+(?=\S)")
SUBJECT = re.compile(
    r"(?:information|uppdatering|begäran|redovisning|anmälan|remiss(?:svar)?|yttrande|förslag|svar|fråga|motion"
    r"|medborgarförslag|rapport|beslut|uppföljning|granskning|ansökan|presentation|dialog|samråd)(?:en|et)?"
    r"\s(?:till|om|av|på|kring|gällande|angående|avseende|rörande|med)\b",
    re.IGNORECASE,
)
"""What opens the heading of a case and no label: "Information till nämnd: …", "Svar på motion: …"."""
INITIALS = re.compile(r"[A-ZÅÄÖ]{2,5}")
"""What is short for an organisation or, where the list of participants has them, for a person."""
NOTICES = frozenset({"OBS", "PS", "NB", "TBC", "TBD", "FAQ", "SVAR", "INFO", "TIPS", "FAKTA", "LÄNK"})
"""Words in capitals before a colon that no organisation bears."""

EVERYBODY = frozenset(
    {"alla", "samtliga", "övriga", "flera", "många", "några", "någon", "ingen", "alle", "all", "everyone"}
)
"""Who is meant by a label that names nobody: "Alla: läs underlaget till nästa gång"."""
NOBODY = re.compile(
    r"\b(?:ingen\s+(?:med|här|på plats|rapport|representant|deltog|närvarande)|hade\s+förhinder|förhinder"
    r"|frånvarande|(?:hade|har)\s+(?:lämnat|anmält)\s+(?:återbud|förhinder)|skickade\s+ingen|hade\s+inte\s+möjlighet|kunde\s+inte\s+(?:delta|komma|vara\s+med)"
    r"|deltog\s+(?:inte|ej)|ej\s+närvarande|återbud)\b",
    re.IGNORECASE,
)
"""What says of an organisation that it sent nobody."""


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
    hosted = _hosted(form)
    if hosted:
        return hosted
    by_dash = _by_dash(form, known)
    if by_dash:
        return by_dash
    colon = form.text.find(":", 0, LONGEST) >= 0
    match = (LABEL.match(form.text) if colon else None) or BOLD.match(form.text)
    if not match:
        return _stopped(form)
    words = match["label"].strip(" *_")
    if not words or words.casefold() in EVERYBODY:
        return None
    begin = match.start("label") + len(match["label"]) - len(match["label"].lstrip(" *_"))
    stop = begin + len(words)
    after = match.end() + len(form.text[match.end() :]) - len(form.text[match.end() :].lstrip(" *_"))
    if words in known or is_given_name(words):
        name = Party(form.span(begin, stop), words, Kind.PERSON)
        return Named((name,), None, after)
    if INITIALS.fullmatch(words) and words not in NOTICES and words.casefold() not in schemes():
        return Named((), party(form, begin, stop), after, Label(organisation=party(form, begin, stop)))
    first = words.split()[0]
    if first in known and re.fullmatch(r"(?:\s+[a-zåäö]+){1,3}", words[len(first) :]):
        name = Party(form.span(begin, begin + len(first)), first, Kind.PERSON)
        return Named((name,), None, after)
    if not words[:1].isupper() and not words.startswith(("af ", "von ")):
        return None
    if SUBJECT.match(words):
        return None
    found = parse(form, begin, stop)
    if found.umbrella or found.empty:
        return None
    if not found.persons and found.organisation:
        alone = found.organisation.name
        sent_nobody = NOBODY.match(form.text, after) and could_be_organisation(alone)
        if (
            not _could_speak(alone)
            and not sent_nobody
            and not (sheltered and (alone.casefold() in places() or alone.istitle()))
        ):
            return None
    if any(word in speech_verbs() for word in words.casefold().split()):
        return None
    return Named(found.persons, found.organisation, after, found)


def _stopped(form: ReadingForm) -> Named | None:
    """A person and what they speak for, alone before the first full stop."""
    match = STOPPED.match(form.text[:LONGEST])
    if not match:
        return None
    stop = match.end("label")
    label = parse(form, 0, stop)
    who = ReadingForm(match["label"], form.offsets[:stop])
    if len(label.persons) != 1 or label.organisation is None or label.umbrella or not names_only(who, label):
        return None
    return Named(label.persons, label.organisation, match.end(), label)


def _hosted(form: ReadingForm) -> Named | None:
    """A guest in full before the sentences that tell what they said."""
    match = HOSTED.match(form.text)
    if not match:
        return None
    label = parse(form, match.start("who"), match.end("who"))
    who = ReadingForm(match["who"], form.offsets[match.start("who") : match.end("who")])
    if len(label.persons) != 1 or not names_only(who, label):
        return None
    return Named(label.persons, label.organisation, match.end(), label)


def _by_dash(form: ReadingForm, known: frozenset[str]) -> Named | None:
    """What is surely an organisation before a dash, and what it tells after: "Bilmetro AB – söker mekaniker"."""
    match = DASHED.match(form.text)
    if not match or INSERTED.match(form.text, match.end()):
        return None
    if INITIALS.fullmatch(match["label"]) and match["label"] in known:
        return dashed(form, known)
    told = form.text.endswith((".", "!", "?", "”", ")")) and SENTENCE.match(form.text, match.end())
    if not (form.text[match.end()].islower() or told):
        return None
    label = parse(form, 0, match.end("label"))
    who = ReadingForm(match["label"], form.offsets[: match.end("label")])
    if label.organisation is None or label.umbrella or not names_only(who, label):
        return None
    if not label.persons and not looks_organisational(label.organisation.name):
        return None
    return Named(label.persons, label.organisation, match.end(), label)


def dashed(form: ReadingForm, known: frozenset[str]) -> Named | None:
    """A participant's name before a dash, as a label: "Eva Strand – Bengtsfors har köpt in mark"."""
    match = DASHED.match(form.text)
    if not match or match["label"] not in known:
        return None
    name = Party(form.span(0, match.end("label")), match["label"], Kind.PERSON)
    return Named((name,), None, match.end())


def _could_speak(name: str) -> bool:
    """An organisation by its name, or by capitals that only a name has: "MIUN", "SkiStar"."""
    if looks_organisational(name):
        return True
    return re.fullmatch(r"[A-ZÅÄÖ]{2,5}|[A-ZÅÄÖ][a-zåäö]+[A-ZÅÄÖ][A-Za-zåäö]*", name) is not None and (
        name not in NOTICES and name.casefold() not in schemes()
    )
