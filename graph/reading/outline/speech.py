"""Who a sentence says is speaking: "Marita säger", "Från Uppvidinge rapporterar Rolf", "säger X, vd Y"."""

import re
from dataclasses import replace
from functools import cache

from graph.lexicon.gazetteer import municipality_by_short_name, places
from graph.lexicon.listed import organisations_named
from graph.lexicon.names import is_given_name
from graph.lexicon.screened import Screened, screened
from graph.lexicon.verbs import speech_verbs
from graph.model.outline import Party
from graph.model.terms import Kind
from graph.model.text import ReadingForm
from graph.reading.outline.attribution import Named
from graph.reading.outline.labels import party, unbroken
from graph.reading.outline.personal_names import TOKEN, looks_organisational, might_be_person, person_at
from graph.reading.outline.roles import is_role

FINITE = re.compile(
    r"\s+(?:\([^()]{0,60}\)\s+)?(?:[a-zåäöæø]+(?:r|de|te|dde|ed)|says|said|sa|tog|gick|bad|höll|vill|ville|fick|var|på länk:)\b"
)
SENT = re.compile(r"^(?P<name>[^,.:]{3,50})\s(?:från|vid|på|hos)\s(?P<org>[A-ZÅÄÖ][^,.:]{1,60})$")
EXPLAINED = re.compile(r"(?P<name>[^,]+),\s(?P<words>[^,]{3,90}),$")
TAG = re.compile(r"\((?P<words>[^()]{1,60})\)[*_]*\s*$")
ADVERB = re.compile(
    r"(?<!\s)\s+(?:också|även|vidare|kort|därefter|sedan|nu|sen|här|gärna|jättegärna|dessutom|avslutningsvis)$"
)
INVERTED = re.compile(r"(?:Från|Enligt|På|I|Under|Efter|Angående|Gällande|Avseende|Apropå|Som svar)\s")
"""What opens a sentence whose verb stands before its subject."""
LEADS = frozenset(
    ("", "vidare", "även", "därefter", "avslutningsvis", "slutligen", "också", "dessutom", "sedan", "här")
) | frozenset(("till sist", "så", "ordförande", "ordföranden", "sammanfattningsvis"))
LAST = re.compile(r",\senligt\s(?P<who>[^,.;:]{2,50})\.?$")
AGENT = re.compile(r"(?P<by>Av|Enligt|Ifølge|According to)\s")
APPOSED = re.compile(
    r",\s(?:(?P<role>[a-zåäö-]+(?:\s[a-zåäö-]+){0,2})\s(?:på|vid|hos|för|i)\s)?(?P<org>[A-ZÅÄÖ][^,.;:!?”\"]{2,60})"
)
"""What a speaker's name is followed by: ", platschef på Arctic Bygg AB", ", Hallands Fiskareförening"."""
LEADER = re.compile(r"(?:\b|koncern)(?:vd|chef|direktör|rektor)$")
CAPITALISED = re.compile(r"[A-ZÅÄÖ][\w&-]*(?:\s(?:(?:of|for|&)\s)?[A-ZÅÄÖ][\w&-]*)*")
"""What a leader's title says to be an organisation, whatever it is called: "koncernchef för Arla"."""
APPOSITION = 240
"""Characters of the longest subject that its titles draw out."""
LONGEST_LEAD = 60
"""Characters of the longest phrase before an inverted verb."""


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


def speaking(form: ReadingForm, known: frozenset[str] = frozenset()) -> Named | None:
    """The person or organisation that a sentence says is speaking, by a verb of speech right after or before.

    "Marita säger", "Ordförande Lisa A (M) informerar", "Vidare rapporterar Fredrik H", "säger X, vd Y".
    `known` are names of participants: any finite verb after one that opens the sentence will do.
    """
    opened = opening_name(form, known)
    if opened:
        return opened
    reported = _by(form, known)
    if reported:
        return reported
    for match in _verbs().finditer(form.text):
        found = _before(form, form.text[: match.start()]) or _after(form, match, known)
        if found:
            return found
    return None


@cache
def _verbs() -> Screened:
    forms = sorted(speech_verbs(), key=len, reverse=True)
    return screened(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])")


def _before(form: ReadingForm, words: str) -> Named | None:
    """The subject that the words before the verb end with: a full name, a given name, an organisation."""
    head = words.rstrip()
    explained = EXPLAINED.match(head)  # "Berit Berg (M), tillika ordförande i …, informerar"
    if explained:
        return _beside(form, explained, "words")
    titled = _apposed(form, head)
    if titled:
        return titled
    sent = SENT.match(head)  # "Jan Ström från Energikontor Sydost informerar"
    if sent:
        return _beside(form, sent, "org")
    tag = TAG.search(head)
    bare = ADVERB.sub("", head[: tag.start()].rstrip() if tag else head)
    tokens = [(match.group(), match.start(), match.end()) for match in TOKEN.finditer(bare)]
    names = [token for token, _, _ in tokens]
    for index in range(max(0, len(tokens) - 5), len(tokens)):
        if index + unbroken(bare, tokens, index, person_at(names, index)) == len(tokens):
            lead = bare[: tokens[index][1]].strip(" ,–-").casefold()
            with_whom = _joined(form, lead, tokens[index][1]) if lead else None
            if with_whom:
                return replace(
                    with_whom, persons=(*with_whom.persons, _whole(form, tokens[index][1], tokens[-1][2]))
                )
            if lead and not _is_lead(lead):
                return None
            span = tokens[index][1], tokens[-1][2]
            name = form.text[span[0] : span[1]]
            return Named((Party(form.span(*span), name, Kind.PERSON, name),), _tagged(form, tag), 0)
    if tokens and bare[: tokens[-1][1]].strip().casefold() in LEADS:
        word, begin, stop = tokens[-1]
        if is_given_name(word) and word[0].isupper():
            return Named((Party(form.span(begin, stop), word, Kind.PERSON),), None, 0)
    if bare[:1].isupper() and (organisations_named(bare) or bare.casefold() in municipality_by_short_name()):
        return Named((), party(form, 0, len(bare)), 0)
    return None


def _apposed(form: ReadingForm, head: str) -> Named | None:
    """A full name with its title and what it is held at between commas, up to the verb.

    "Moa Ek, ordförande i teaternämnden, Region Skåne, informerar"; who is joined by "och" speaks with them.
    """
    if not head.endswith(",") or len(head) > APPOSITION or ". " in head:
        return None
    pieces = head.rstrip(",").split(", ")
    words = pieces[0].split()
    if len(pieces) < 2 or person_at(words, 0) != len(words) or not is_role(pieces[1].split()[0]):
        return None
    place, organisation = len(pieces[0]), None
    for piece in pieces[1:]:
        begin = form.text.index(piece, place)
        place = begin + len(piece)
        if piece[0].isupper() and looks_organisational(piece):
            organisation = party(form, begin, place)
            break
    return Named((_whole(form, 0, len(pieces[0])),), organisation, 0)


def _whole(form: ReadingForm, begin: int, stop: int) -> Party:
    name = form.text[begin:stop]
    return Party(form.span(begin, stop), name, Kind.PERSON, name)


def _joined(form: ReadingForm, lead: str, stop: int) -> Named | None:
    """Another full name before "och": "Bengt Ek och Mia Sell menade"."""
    if not lead.endswith((" och", " samt")):
        return None
    head = form.text[:stop].rstrip()
    head = head[: head.rindex(" ")].rstrip()
    found = _before(form, head)
    return found if found and found.persons and found.persons[0].full else None


def _beside(form: ReadingForm, match: re.Match[str], group: str) -> Named | None:
    """A subject with the organisation that stands beside it; a place or a role is none."""
    found = _before(form, match["name"])
    words = match[group]
    bears = words[0].isupper() and words.casefold() not in places() and not is_role(words)
    if found is None or not found.persons or not bears or might_be_person(words):
        return found
    return replace(found, organisation=party(form, match.start(group), match.end(group)))


def _tagged(form: ReadingForm, tag: re.Match[str] | None) -> Party | None:
    """The organisation in parentheses after a name; letters of a party and remarks are none."""
    if not tag:
        return None
    words = tag["words"].strip()
    place = words.casefold() in places() and words.casefold() not in municipality_by_short_name()
    if len(words) > 3 and words[0].isupper() and not place and not is_role(words) and "," not in words:
        begin = tag.start("words") + tag["words"].index(words)
        return party(form, begin, begin + len(words))
    return None


def _after(form: ReadingForm, verb: re.Match[str], known: frozenset[str]) -> Named | None:
    """The subject straight after the verb, as in an inverted sentence or behind a quotation."""
    lead = form.text[: verb.start()].strip()
    quoted = lead.endswith((",", "”", '"', "?", "!"))
    phrase = len(lead) < LONGEST_LEAD and "," not in lead and INVERTED.match(lead) is not None
    if not (quoted or phrase or lead.casefold() in LEADS):
        return None
    return _name_at(form, verb.end(), known, quoted)


def _by(form: ReadingForm, known: frozenset[str]) -> Named | None:
    """Whom a passive or "enligt" names: "Av X framfördes att", "Det framhölls av X att", "Enligt X är"."""
    opened = AGENT.match(form.text)
    passive = _passives().search(form.text)
    if opened and (opened["by"] != "Av" or passive):
        return _name_at(form, opened.end(), known)
    last = LAST.search(form.text)
    if last:
        return _name_at(form, last.start("who"), known)
    agent = passive and re.match(r"\s+av\s+", form.text[passive.end() :])
    if passive and agent and passive.start() < LONGEST_LEAD:
        return _name_at(form, passive.end() + agent.end(), known)
    return None


@cache
def _passives() -> Screened:
    """The passives of the verbs of speech: "framförs", "påpekas", "framhölls", "lyftes"."""
    forms = {
        f"{form.removesuffix('er').removesuffix('ar') if form.endswith('er') else form}s"
        for form in speech_verbs()
    }
    forms |= {f"{form[:-1]}s" for form in speech_verbs() if form.endswith("ar")}
    return screened(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(forms, key=lambda f: (-len(f), f))))})(?![\w-])"
    )


def _name_at(form: ReadingForm, start: int, known: frozenset[str], quoted: bool = False) -> Named | None:
    """The person whose name stands at a place, a title before it passed over, with what it is apposed to.

    Behind a quotation two words of a name's form will do, where no list has the given name.
    """
    rest = form.text[start:]
    tokens = [(match.group(), match.start(), match.end()) for match in TOKEN.finditer(rest)]
    words = [token for token, _, _ in tokens]
    skip = _past_title(words)
    if skip >= len(words):
        return None
    length = unbroken(rest, tokens, skip, person_at(words, skip))
    alone = words[skip].rstrip(".,")
    if not length and skip == 0 and (alone in known or is_given_name(alone)):
        length = 1
    if not length and quoted and skip + 1 < len(words) and unbroken(rest, tokens, skip, 2) == 2:
        length = 2 if might_be_person(f"{words[skip]} {words[skip + 1].rstrip('.')}") else 0
    if not length:
        return None
    begin, stop = start + tokens[skip][1], start + tokens[skip + length - 1][2]
    name = form.text[begin:stop].rstrip(".,")
    person = Party(form.span(begin, begin + len(name)), name, Kind.PERSON, name if length > 1 else None)
    apposed = APPOSED.match(form.text, begin + len(name))
    organisation = None
    if apposed and looks_organisational(apposed["org"]):
        organisation = party(form, apposed.start("org"), apposed.end("org"))
    elif apposed and LEADER.search(apposed["role"] or ""):
        named = CAPITALISED.match(apposed["org"])
        begin = apposed.start("org")
        organisation = party(form, begin, begin + named.end()) if named else None
    return Named((person,), organisation, 0)


def _past_title(words: list[str]) -> int:
    """How many words stand before the name: "kommunalrådet", "Trafikverkets regionchef"."""
    skip = 0
    while skip < min(4, len(words)) and (
        is_role(words[skip])
        or words[skip].islower()
        or (words[skip].endswith("s") and (words[skip + 1 : skip + 2] or ["X"])[0].islower())
    ):
        skip += 1
    return skip


def _is_lead(lead: str) -> bool:
    last = lead.split()[-1]
    return lead in LEADS or is_role(last) or last in ("ersättaren", "ledamoten")
