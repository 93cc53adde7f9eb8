"""Who stands before a verb of speech as its subject, or straight after it: a person, an organisation."""

import re
from dataclasses import replace

from graph.lexicon.gazetteer import municipality_by_short_name, places
from graph.lexicon.listed import organisations_named
from graph.lexicon.names import is_given_name, is_surname
from graph.model.outline import Party
from graph.model.terms import Kind
from graph.model.text import ReadingForm
from graph.reading.outline.attribution import Named
from graph.reading.outline.labels import party, unbroken
from graph.reading.outline.personal_names import TOKEN, looks_organisational, might_be_person, person_at
from graph.reading.outline.roles import is_role

SENT = re.compile(r"^(?P<name>[^,.:]{3,50})\s(?:från|vid|på|hos)\s(?P<org>[A-ZÅÄÖ][^,.:]{1,60})$")
EXPLAINED = re.compile(r"(?P<name>[^,]+),\s(?P<words>[^,]{3,90}),$")
TAG = re.compile(r"\((?P<words>[^()]{1,60})\)[*_]*\s*$")
ADVERB = re.compile(
    r"(?<!\s)\s+(?:också|även|vidare|kort|därefter|sedan|nu|sen|här|gärna|jättegärna|dessutom|avslutningsvis"
    r"|dock|däremot|i sin tur|samtidigt|å sin sida|också|muntligt|kortfattat|også|also)$"
)
RELATIVE = re.compile(r",?\s(?:som|who)(?:\s(?:också|även|i sin tur|dessutom))?$")
"""What a speaker's name goes on with: "… bekräftades av Amira Kassem, som tillade"."""
AUXILIARY = re.compile(
    r"\s(?:har|hade|kan|kunde|vill|ville|bad att få|passa(?:r|de) på att|valde att)"
    r"(?:\s(?:bara|också|även|gärna|kort|dock|särskilt|redan|tidigare|nu|äntligen|inte|sedan))?$"
)
"""What stands before a supine or infinitive of speech, whose subject speaks; what they shall do is no speech yet."""
SHAPED = re.compile(r"(?:(?P<title>\S+)\s)?(?P<name>[A-ZÅÄÖÉØ]\S+\s[A-ZÅÄÖÉØ]\S+)(?:\s\([A-ZÅÄÖ]{1,4}\))?")
BRACKETED = re.compile(r"\s\((?P<words>[^()]{1,60})\)")
PARTY_LETTERS = re.compile(r"[A-ZÅÄÖ]{1,4}")
LEADS = frozenset(
    ("", "vidare", "även", "därefter", "avslutningsvis", "slutligen", "också", "dessutom", "sedan", "här")
) | frozenset(("till sist", "så", "ordförande", "ordföranden", "sammanfattningsvis", "ledamoten"))
APPOSED = re.compile(
    r",\s(?:(?P<role>[a-zåäö-]+(?:\s[a-zåäö-]+){0,2})\s(?:på|vid|hos|för|i)\s)?(?P<org>[A-ZÅÄÖ][^,.;:!?”\"]{2,60})"
)
"""What a speaker's name is followed by: ", platschef på Arctic Bygg AB", ", Hallands Fiskareförening"."""
TITLE_OF = re.compile(
    r"(?P<title>[A-Z]\w+(?:\s[A-Z]\w+)?)(?:\sof\s[A-Z]\w+\sat|\sof(?:\sthe)?|\sat|\sfor)\s(?:the\s)?(?=[A-ZÅÄÖ])"
)
"""An English title before what it is held at: "CEO of", "Head of Innovation at"."""
LEADER = re.compile(r"(?:\b|koncern)(?:vd|chef|direktör|rektor)$")
CAPITALISED = re.compile(r"[A-ZÅÄÖ][\w&-]*(?:\s(?:(?:of|for|&)\s)?[A-ZÅÄÖ][\w&-]*)*")
"""What a leader's title says to be an organisation, whatever it is called: "koncernchef för Arla"."""
DRAWN_OUT = re.compile(
    r"(?:\s\([^()]{1,20}\))?(?:,\s(?P<title>[a-zåäö-]{2,30}(?:\s[a-zåäö-]{1,30}){0,3})(?:\s(?=[A-ZÅÄÖ])|$)|,\s|\s(?:från|på|vid|hos)\s)"
    r"(?P<org>[A-ZÅÄÖ][^,.;:!?”\"]{1,60})?$"
)
"""What stands between a person and ", som berättade": ", vd för Träform AB", " från Almi", ", kommunens ekonom"."""
APPOSITION = 240
"""Characters of the longest subject that its titles draw out."""


def subject(form: ReadingForm, words: str, known: frozenset[str]) -> Named | None:
    """The subject that the words before the verb end with: a full name, a given name, an organisation.

    `known` are names of persons, in full and by their parts.
    """
    head = words.rstrip()
    related = RELATIVE.search(head)
    if related:
        return _ends_with(form, head[: related.start()], known) or _drawn_out(form, head[: related.start()])
    explained = EXPLAINED.match(head)  # "Berit Berg (M), tillika ordförande i …, informerar"
    titled = (_beside(form, explained, "words", known) if explained else None) or _apposed(form, head)
    if titled:
        return titled
    sent = SENT.match(head)  # "Jan Ström från Energikontor Sydost informerar"
    if sent:
        return _beside(form, sent, "org", known)
    tag = TAG.search(head)
    bare = ADVERB.sub("", head[: tag.start()].rstrip() if tag else head)
    tokens = [(match.group(), match.start(), match.end()) for match in TOKEN.finditer(bare)]
    index = _last_name(bare, tokens)
    if index < len(tokens):
        begin, stop = tokens[index][1], tokens[-1][2]
        lead = bare[:begin].strip(" ,–-").casefold()
        with_whom = _joined(form, lead, begin, known) if lead else None
        if with_whom:
            return replace(with_whom, persons=(*with_whom.persons, whole(form, begin, stop)))
        if lead and not _is_lead(lead):
            return None
        return Named((whole(form, begin, stop),), _tagged(form, tag), 0)
    if tokens and bare[: tokens[-1][1]].strip().casefold() in LEADS:
        word, begin, stop = tokens[-1]
        if word[0].isupper() and (is_given_name(word) or word in known):
            return Named((Party(form.span(begin, stop), word, Kind.PERSON),), None, 0)
    if bare[:1].isupper() and (organisations_named(bare) or bare.casefold() in municipality_by_short_name()):
        return Named((), party(form, 0, len(bare)), 0)
    if len(tokens) == 2 and _shaped(bare, known):
        return Named((whole(form, 0, tokens[1][2]),), _tagged(form, tag), 0)
    framed = _framed(form, bare, tag["words"]) if tag else None
    return replace(framed, organisation=_tagged(form, tag)) if framed else None


def _last_name(words: str, tokens: list[tuple[str, int, int]]) -> int:
    """At which token a full name begins that ends the words; their number where none does."""
    names = [token for token, _, _ in tokens]
    for index in range(max(0, len(tokens) - 5), len(tokens)):
        if index + unbroken(words, tokens, index, person_at(names, index)) == len(tokens):
            return index
    return len(tokens)


def _shaped(words: str, known: frozenset[str]) -> bool:
    """Whether two words that no list has as given name and surname are a person's all the same."""
    return words in known or (might_be_person(words) and any(map(is_surname, words.split()[1:])))


def _ends_with(form: ReadingForm, words: str, known: frozenset[str]) -> Named | None:
    """The person whose name ends the words, whatever stands before it."""
    tokens = [(match.group(), match.start(), match.end()) for match in TOKEN.finditer(words)]
    index = _last_name(words, tokens)
    if index < len(tokens):
        return Named((whole(form, tokens[index][1], tokens[-1][2]),), None, 0)
    if tokens and tokens[-1][0] in known:
        word, begin, stop = tokens[-1]
        return Named((Party(form.span(begin, stop), word, Kind.PERSON),), None, 0)
    return None


def _drawn_out(form: ReadingForm, words: str) -> Named | None:
    """The person whose title or organisation ends the words: "Först ut var Emma Storck, vd för Träform AB"."""
    said = DRAWN_OUT.search(words[-APPOSITION:])
    if said is None:
        return None
    stop = max(0, len(words) - APPOSITION) + said.start()
    found = _ends_with(form, words[:stop], frozenset())
    if found is None or not found.persons[0].full:
        return None
    titled = is_role(said["title"].split()[0]) if said["title"] else looks_organisational(said["org"])
    sent = re.match(r"\s(?:från|på|vid|hos)\s", said.group()) is not None
    begin = max(0, len(words) - APPOSITION) + said.start("org")
    organisation = (
        party(form, begin, len(words)) if said["org"] and looks_organisational(said["org"]) else None
    )
    return replace(found, organisation=organisation) if titled or (sent and organisation) else None


def _apposed(form: ReadingForm, head: str) -> Named | None:
    """A full name with its title and what it is held at between commas, up to the verb.

    "Moa Ek, ordförande i teaternämnden, Region Skåne, informerar"; who is joined by "och" speaks with them.
    """
    if not head.endswith(",") or len(head) > APPOSITION or ". " in head:
        return None
    pieces = head.rstrip(",").split(", ")
    words = pieces[0].split()
    if len(pieces) == 2 and is_role(words[0]) and person_at(pieces[1].split(), 0) == len(pieces[1].split()):
        begin = len(pieces[0]) + 2  # "Ordföranden i Bygdegillet, Moa Ek, påminde"
        return Named((whole(form, begin, begin + len(pieces[1])),), None, 0)
    if len(pieces) < 2 or person_at(words, 0) != len(words) or not is_role(pieces[1].split()[0]):
        return None
    place, organisation = len(pieces[0]), None
    for piece in pieces[1:]:
        begin = form.text.index(piece, place)
        place = begin + len(piece)
        if piece[0].isupper() and looks_organisational(piece):
            organisation = party(form, begin, place)
            break
    return Named((whole(form, 0, len(pieces[0])),), organisation, 0)


def whole(form: ReadingForm, begin: int, stop: int) -> Party:
    """The person whose full name stands there."""
    name = form.text[begin:stop]
    return Party(form.span(begin, stop), name, Kind.PERSON, name)


def _joined(form: ReadingForm, lead: str, stop: int, known: frozenset[str]) -> Named | None:
    """Another full name before "och": "Bengt Ek och Mia Sell menade"."""
    if not lead.endswith((" och", " samt")):
        return None
    head = form.text[:stop].rstrip()
    head = head[: head.rindex(" ")].rstrip()
    found = subject(form, head, known)
    return found if found and found.persons and found.persons[0].full else None


def _beside(form: ReadingForm, match: re.Match[str], group: str, known: frozenset[str]) -> Named | None:
    """A subject with the organisation that stands beside it; a place or a role is none."""
    words = match[group]
    found = subject(form, match["name"], known) or _framed(form, match["name"], words)
    bears = words[0].isupper() and words.casefold() not in places() and not is_role(words)
    if found is None or not found.persons or not bears or might_be_person(words):
        return found
    return replace(found, organisation=party(form, match.start(group), match.end(group)))


def _framed(form: ReadingForm, name: str, beside: str) -> Named | None:
    """Two words that no list has, a person's by form, beside an organisation or a title."""
    framed = (
        looks_organisational(beside)
        or any(map(is_role, beside.split()[:2]))
        or PARTY_LETTERS.fullmatch(beside)
    )
    shaped = SHAPED.fullmatch(name)
    if not framed or shaped is None or not form.text.startswith(name) or not might_be_person(shaped["name"]):
        return None
    if shaped["title"] and not is_role(shaped["title"]):
        return None
    return Named((whole(form, *shaped.span("name")),), None, 0)


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


def name_at(form: ReadingForm, start: int, known: frozenset[str], quoted: bool = False) -> Named | None:
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
    if not length and skip + 1 < len(words) and unbroken(rest, tokens, skip, 2) == 2:
        two = f"{words[skip]} {words[skip + 1].rstrip('.')}"
        length = 2 if (might_be_person(two) if quoted else _shaped(two, known)) else 0
    if not length:
        return None
    begin, stop = start + tokens[skip][1], start + tokens[skip + length - 1][2]
    name = form.text[begin:stop].rstrip(".,?!")
    person = Party(form.span(begin, begin + len(name)), name, Kind.PERSON, name if length > 1 else None)
    after = begin + len(name)
    organisation = _tagged(form, BRACKETED.match(form.text, after)) or _apposed_at(form, after)
    return Named((person,), organisation, 0)


def _apposed_at(form: ReadingForm, stop: int) -> Party | None:
    """What a name that ends at `stop` is apposed to: ", Hallands Fiskareförening", ", vd för Arla"."""
    apposed = APPOSED.match(form.text, stop)
    title = TITLE_OF.match(apposed["org"]) if apposed else None
    if apposed and title and is_role(title["title"].split()[0]):
        begin = apposed.start("org") + title.end()
        return party(form, begin, apposed.end("org")) if begin < apposed.end("org") else None
    field = apposed and f"{apposed['role']} för " in apposed.group() and not LEADER.search(apposed["role"])
    if apposed and not field and looks_organisational(apposed["org"]):
        return party(form, apposed.start("org"), apposed.end("org"))
    if apposed and LEADER.search(apposed["role"] or ""):
        named = CAPITALISED.match(apposed["org"])
        begin = apposed.start("org")
        return party(form, begin, begin + named.end()) if named else None
    return None


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
