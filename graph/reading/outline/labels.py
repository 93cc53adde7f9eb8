"""Headings and labels: which of their words are persons, and which the organisation they speak for."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from graph.lexicon.gazetteer import county_by_form, municipality_by_short_name
from graph.lexicon.listed import organisations_named
from graph.lexicon.names import is_given_name
from graph.lexicon.verbs import speech_verbs
from graph.model.outline import Party
from graph.model.terms import Kind
from graph.model.text import ReadingForm, Span
from graph.reading.outline.personal_names import (
    TOKEN,
    all_capitals,
    is_abbreviation,
    is_company,
    looks_organisational,
    person_at,
)
from graph.reading.outline.remarks import REMARK, REMOTE
from graph.reading.outline.roles import is_role
from graph.reading.outline.unlisted import PARENTHESIS, TRIM, beside_firm, by_place, in_parenthesis, trimmed

OPENING = 90
"""Characters of a sentence within which its title and name stand."""
LONGEST = 9
"""Words of the longest name of an organisation."""
GUEST = re.compile(
    r"^(?:(?:gäst|gäster|ordförande|inledare|medverkande|föredragande)\s*:"
    r"|(?:antecknat|upptecknat|nedtecknat|fört|skrivet|justerat|granskat|refererat)\s+av\s*:?"
    r"|(?:förslag|inspel|fråga|kommentar|svar|synpunkter?|hälsning(?:ar)?|rapport|medskick|information|info|nytt)"
    r"\s+från)\s*",
    re.IGNORECASE,
)
INSTEAD = re.compile(
    r"\b(?:(?:tjänstgörande\s+)?ersättare för|ersätter|i stället för|istället för|för)\s+"
    r"(?P<who>[A-ZÅÄÖ][\w.-]*(?:\s[A-ZÅÄÖ][\w.-]*)*)"
)
AT = re.compile(r"(?P<role>[a-zåäö-]+(?:\s[a-zåäö-]+)?)\s(?:vid|på|hos|för)\s(?=[A-ZÅÄÖ])")
"""A role and what it is held at: "näringslivschef vid Fagersta kommun"."""
REPORTER = re.compile(
    r"\((?:[^()]{0,60},\s)?(?P<who>[A-ZÅÄÖ]\w+(?:\s[A-ZÅÄÖ]\w+)?)\s(?:redovisa|rapportera|sammanfatta|presentera|berätta)(?:r|de)\)"
)
"""Who reports for a group: "Grupp A (kompetens, Britta redovisade)"."""
UMBRELLA = re.compile(
    r"(?:kommunerna|kommuner|regionerna|myndigheterna|länsstyrelserna|företagen|bolagen|organisationerna"
    r"|gäster|övriga|föreningarna|branscherna|klustren|kommunerna i klump)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """Whom a heading or the label of a turn names. `umbrella` says that its items name the speakers."""

    persons: tuple[Party, ...] = ()
    organisation: Party | None = None
    umbrella: bool = False
    instead_of: str | None = None
    role: str | None = None

    @property
    def empty(self) -> bool:
        """Whether it names nobody."""
        return not self.persons and self.organisation is None


def names_only(form: ReadingForm, label: Label) -> bool:
    """Whether nothing but the persons, the organisation and what joins them stands in a line."""
    taken = [party.span for party in (*label.persons, label.organisation) if party is not None]
    if not taken or (label.organisation and _tells(label.organisation.name)):
        return False
    rest, place = "", 0
    for span in sorted(taken):
        rest += form.text[place : bisect_left(form.offsets, span.start)]
        place = max(place, bisect_left(form.offsets, span.end))
    rest += form.text[place:]
    bare = PARENTHESIS.sub(" ", rest).replace(label.role or "\n", " ")
    bare = " ".join(word for word in bare.split() if not is_role(word))
    return re.sub(r"\b(?:och|samt|från|för|på|vid)\b|[\W\d_]", "", bare) == ""


def _tells(name: str) -> bool:
    """Whether what was taken for a name says something: it is long, or holds a verb of speech."""
    words = name.split()
    parted = any(f" {form} " in f"{name} " for form in speech_verbs() if " " in form)
    return len(words) > LONGEST or parted or any(word in speech_verbs() for word in words)


def titled(form: ReadingForm) -> Label | None:
    """The person in full with whose title a sentence opens: "Ordföranden Solveig Niemi öppnar mötet"."""
    tokens = [(match.group(), match.start(), match.end()) for match in TOKEN.finditer(form.text[:OPENING])]
    words = [token for token, _, _ in tokens]
    for index in range(1, min(4, len(words))):
        length = unbroken(form.text, tokens, index, person_at(words, index))
        if length > 1 and is_role(form.text[: tokens[index][1]]):
            span = tokens[index][1], tokens[index + length - 1][2]
            return Label((_person(form, 0, *span),))
    return None


def is_umbrella(words: str) -> bool:
    """Whether a heading is a plural class ("Kommunerna:") under which each item names its speaker."""
    return UMBRELLA.match(words.strip(TRIM)) is not None


@lru_cache(maxsize=1024)  # every layout asks whom the same lines name
def parse(form: ReadingForm, start: int = 0, end: int | None = None) -> Label:
    """The persons and the organisation of a heading, `form.text[start:end]`.

    Reads every order that minutes use: "Org: A, B", "Org, Unit, Name", "Name Org", "Org Name och Name",
    "Name (Org)", "Org (Name)", "Gäst: Name från Org". What is left beside the persons is the organisation.
    """
    end = len(form.text) if end is None else end
    text = form.text[start:end]
    if is_umbrella(text):
        return Label(umbrella=True)
    reporter = REPORTER.search(text)
    if reporter:
        begin, stop = (start + place for place in reporter.span("who"))
        return Label((Party(form.span(begin, stop), reporter["who"], Kind.PERSON),))
    remark = REMARK.search(text)
    text = text[: remark.start()] if remark else text
    guest = GUEST.match(text)
    if guest:
        start, text = start + guest.end(), text[guest.end() :]
    persons = _persons(text)
    instead = INSTEAD.search(text)
    if instead and instead.group().startswith("för ") and not is_given_name(instead["who"].split()[0]):
        instead = None  # "Hovrätten för Västra Sverige": nobody stands in for anybody
    if instead:
        persons = [span for span in persons if span[0] != instead.start("who")]
    organisation, role = _organisation(_unbracketed(text), persons, instead.span() if instead else None)
    if not persons and organisation:
        persons, organisation = in_parenthesis(text, organisation)
    if not persons and organisation:
        sure = looks_organisational(text[organisation[0] : organisation[1]])
        persons, organisation = (beside_firm if sure else by_place)(text, organisation)
    return Label(
        tuple(_person(form, start, *span) for span in persons),
        party(form, start + organisation[0], start + organisation[1]) if organisation else None,
        instead_of=instead["who"] if instead else None,
        role=role or _bracketed_role(text),
    )


def _persons(text: str) -> list[tuple[int, int]]:
    capitals = all_capitals(PARENTHESIS.sub("", text))
    tokens = [(match.group(), match.start(), match.end()) for match in TOKEN.finditer(text)]
    words = [token for token, _, _ in tokens]
    found, index = [], 0
    while index < len(tokens):
        length = unbroken(text, tokens, index, person_at(words, index, capitals))
        if length > 1 and not is_company(text[tokens[index + length - 1][2] :]):
            stop = tokens[index + length - 1]
            found.append((tokens[index][1], stop[2] - (stop[0].endswith(".") and len(stop[0]) > 2)))
            index += length
        else:
            index += 1
    return found


def unbroken(text: str, tokens: list[tuple[str, int, int]], index: int, length: int) -> int:
    """How much of a name of `length` tokens stands before a comma or another joint between its words."""
    for step in range(1, length):
        if text[tokens[index + step - 1][2] : tokens[index + step][1]].strip():
            return step
    return length


def _bracketed_role(text: str) -> str | None:
    return next((match[1] for match in PARENTHESIS.finditer(text) if is_role(match[1])), None)


def _unbracketed(text: str) -> str:
    """The text with roles and remarks in parentheses blanked out, nothing moved."""
    return PARENTHESIS.sub(
        lambda m: " " * len(m.group()) if is_role(m[1]) or REMOTE.match(m[1]) else m.group(), text
    )


def _organisation(
    text: str, persons: list[tuple[int, int]], instead: tuple[int, int] | None
) -> tuple[tuple[int, int] | None, str | None]:
    """The first stretch outside the persons that is a name, and the role that stands beside it."""
    taken = sorted([*persons, *([instead] if instead else [])])
    gaps, place = [], 0
    for begin, stop in [*taken, (len(text), len(text))]:
        gaps.append((place, begin))
        place = stop
    role = None
    for begin, stop in gaps:
        found = trimmed(text, begin, stop)
        found, beside = _without_role(text, *found) if found else (None, None)
        role = role or (beside if persons else None)
        if found:
            return found, role
    return None, role


def _without_role(text: str, begin: int, stop: int) -> tuple[tuple[int, int] | None, str | None]:
    """A name with the role before or after its comma left off: "Laholms kommun, näringslivschef"."""
    words = text[begin:stop]
    if is_role(words):
        return None, words
    at = AT.match(words)
    if at and is_role(at["role"]):
        return (begin + at.end(), stop), at["role"]
    head, comma, _ = words.partition(",")
    if comma and is_role(head):
        return trimmed(text, begin + len(head), stop), head.strip()
    front, comma, last = words.rpartition(",")
    if comma and is_role(last):
        return (begin, begin + len(front.rstrip(TRIM))), last.strip()
    return (begin, stop), None


def _person(form: ReadingForm, offset: int, begin: int, stop: int) -> Party:
    words = form.text[offset + begin : offset + stop]
    if words.endswith(".") and len(words.split()[-1]) > 3:  # the sentence's, no initial's: "Ansvarig: Bo Ek."
        words, stop = words[:-1], stop - 1
    name = words.title() if all_capitals(words) and not re.search(r"\b[A-ZÅÄÖ]\.", words) else words
    if all_capitals(words) and "." in words:
        name = " ".join(part if "." in part else part.title() for part in words.split())
    return Party(form.span(offset + begin, offset + stop), name, Kind.PERSON, name)


def party(form: ReadingForm, begin: int, stop: int) -> Party:
    """An organisation as a layout names it; the bare name of a municipality or county stands for it."""
    words = form.text[begin:stop]
    bare = words.casefold()
    metonym = bare in municipality_by_short_name() or (
        bare in county_by_form() and not organisations_named(words)
    )
    return Party(form.span(begin, stop), words, Kind.ORGANISATION, None, _unit_of(form, begin, stop), metonym)


def _unit_of(form: ReadingForm, begin: int, stop: int) -> Span | None:
    """The listed organisation that a longer name begins with, where what follows names a unit of it."""
    words = form.text[begin:stop]
    if organisations_named(words):
        return None
    cuts = [match.start() for match in re.finditer(r"[\s,]+", words)]
    for cut in sorted(cuts, reverse=True):
        if organisations_named(words[:cut]) and _names_a_unit(words[cut:]):
            return form.span(begin, begin + cut)
    return None


def _names_a_unit(rest: str) -> bool:
    bare = rest.strip(" ,")
    return rest.startswith(",") or (bool(re.search(r"[a-zåäö]", bare)) and not is_abbreviation(bare))
