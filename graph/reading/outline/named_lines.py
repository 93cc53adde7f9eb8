"""Lines anywhere in a document that only name people and what they speak for, whatever its layout."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from graph.lexicon.heads import function_words
from graph.lexicon.listed import organisations_named
from graph.model.outline import Outline, Pairing, Party, Presented, Turn
from graph.model.reading import Quote
from graph.model.terms import Attribution, Kind, Presence, Reason
from graph.model.text import Document, Line, ReadingForm, Span
from graph.reading.outline.entries import FIELD, HOUR, Entry, entries, given
from graph.reading.outline.fields import DASH
from graph.reading.outline.marks import HEAD_MARK, MARK
from graph.reading.outline.openings import opening
from graph.reading.outline.personal_names import TOKEN, looks_organisational, person_at
from graph.reading.outline.pieces import could_name
from graph.reading.outline.presence import TOLD, listed_presence, told_presence
from graph.reading.outline.roles import is_role
from graph.reading.outline.signatures import signatures

LONGEST = 240
"""Characters of the longest line that only names people."""
OPEN = re.compile(r"(?:,|\boch|\bsamt|[,(]\s?[A-ZÅÄÖ][a-zåäö]+|[,(]\s?[A-ZÅÄÖ][\w -]+\s(?:i|för|och))$")
"""How a line ends that may go on below: "Elsa Nord, Region"."""
BY = re.compile(r"[^,;:.]{0,70}?\b(?:av|med|by|with|från)\s+(?=[A-ZÅÄÖ]|[a-zåäö]+\s[A-ZÅÄÖ])")
"""What a slot of a programme or a note at the end opens with: "Presentation av …", "Antecknat av …"."""

CLOSE = re.compile(
    r"[>\s]*(?:>|(?:Vänligen|Hälsningar|Hälsn\.?|Mvh|Med\svänlig\shälsning|Vänliga\shälsningar)(?:\sfrån)?,?)\s(?=[A-ZÅÄÖ])",
    re.IGNORECASE,
)
"""How a letter closes before its writer's name, or the mark of a line that it answers."""
AGENT = re.compile(r"\sav\s[A-ZÅÄÖ]\w+\s[A-ZÅÄÖ]")  # "Region Dalarna av Eva Lo" is no name
PARTIES = re.compile(r"\((?:S|M|C|L|V|KD|MP|SD)\)")
LOCAL = re.compile(r"\([A-ZÅÄÖ]{2,4}\)")
BRACKET = re.compile(r"\(([^()]{8,120})\)\s*:?")
"""Who asks or answers, in parentheses before what they say: "Fråga 4 (ur salen, A, Org): …"."""
WORDS = 14
"""Words of the longest name of an organisation."""
BROKEN = 3
"""Lines over which one entry may be broken."""
CAPITALS = 2
"""Capitals that a person's name and what they speak for have at least."""
FEW, SMALL = 7, 0.6
"""Words of a longer line, and the share of words in small letters, from which on it does more than name."""
PLATE = 3
"""Lines of the tallest nameplate: name, title, organisation."""


def with_named(document: Document, read: Outline) -> Outline:
    """The outline with whom such lines, and signatures of letters, name with an organisation.

    Whom the layout itself pairs at a line is left as it is. A turn of nothing but such lines is none.
    """
    board = PARTIES.search(document.text) is not None
    pairings = [pairing for pairing in read.pairings if _bears_name(document, pairing.organisation, board)]
    nameless = {p.organisation.span for p in read.pairings if p not in pairings}
    parties = {party.span: party for party in read.parties if party.span not in nameless}
    quotes = {quote.span: quote for quote in read.quotes}
    silent: list[Span] = []

    def pair(one: Entry, at: Span) -> None:
        for person in one.persons:
            if one.organisation is None or not _bears_name(document, one.organisation, board):
                continue
            if _paired(pairings, person, at):
                continue
            for party in (person, one.organisation):
                parties.setdefault(party.span, party)
            quote = _quote(document, quotes, at, person, one.organisation)
            pairings.append(Pairing(person, one.organisation, quote, Reason.NAMED_BESIDE, one.role))

    presented = list(read.presented)
    listed = {} if presented else listed_presence(document)
    for index, line in enumerate(document.lines):
        found, span = _named(document, line.span), line.span
        for below in document.lines[index + 1 : index + BROKEN]:
            if found or not _goes_on(document, span, below):
                break
            span = Span(line.span.start, below.span.end)
            found = _named(document, span)
        for one in found:
            pair(one, span)
            presence = listed.get(line.span)
            if presence and one.persons and one.organisation:
                held = _quote(document, quotes, span, one.persons[0], one.organisation)
                presented.extend(_presented(read, one, presence, held))
        if found:
            silent.append(span)
    whole = {line.span for line in document.lines if not TOLD.match(line.span.of(document.text))}
    for quote in read.quotes:
        if quote.span in whole or _two_lines(document, quote.span):
            continue
        found = _named(document, quote.span)
        presence = told_presence(quote.text) if found else None
        for one in found:
            pair(one, quote.span)
            if presence:
                presented.extend(_presented(read, one, presence, quote.span))
    for span, one in _plates(document):
        pair(one, span)
    for signature in signatures(document):
        silent.append(signature.span)
        if signature.entry:
            pair(signature.entry, signature.span)
    nameless |= {
        party.span
        for turn in read.turns
        for party in _spoken(turn)
        if not _bears_name(document, party, board)
    }
    turns = tuple(_without(turn, nameless) for turn in read.turns if not _only_names(document, turn, silent))
    return replace(
        read,
        pairings=tuple(pairings),
        parties=tuple(parties[span] for span in sorted(parties) if span not in nameless),
        quotes=tuple(quotes[span] for span in sorted(quotes)),
        presented=tuple(presented),
        turns=turns,
    )


def _bears_name(document: Document, party: Party, board: bool) -> bool:
    """Whether what a layout takes for an organisation could be one's name: no heading, no "Från".

    On a `board` with letters of parties, letters that no list knows are a local party's: "Kjell Hult (SIV)".
    """
    around = document.text[max(0, party.span.start - 1) : party.span.end + 1]
    if board and LOCAL.fullmatch(around) and not organisations_named(party.name):
        return False
    first = party.name.split()[0].casefold() if party.name.split() else ""
    counted = re.fullmatch(r"\w+\s\d+", party.name) is not None and not organisations_named(party.name)
    told = re.search(r"[a-zåäö]{3}[.!?] [A-ZÅÄÖ#]", party.name) is not None or len(party.name.split()) > WORDS
    if counted or told or AGENT.search(party.name) or (is_role(first) and party.name.islower()):
        return False  # "Fråga 4", a whole sentence, "rådgivare kost"
    nothing = (
        opening(party.name) is not None
        or first in function_words()
        or is_role(first)
        or not could_name(party.name.capitalize())
    )
    return party.name[:1].isalnum() and not (nothing and " " not in party.name)


def _goes_on(document: Document, above: Span, below: Line) -> bool:
    """Whether an entry is broken over two lines."""
    words = below.span.of(document.text)
    return (
        not below.blank_before
        and OPEN.search(above.of(document.text)) is not None
        and not (FIELD.match(words) or MARK.match(words))
    )


def _presented(read: Outline, one: Entry, presence: Presence, quote: Span) -> list[Presented]:
    known = {party.party.full or party.party.name for party in read.presented}
    new = [person for person in one.persons if person.name not in known]
    return [Presented(person, presence, quote, one.instead_of) for person in new]


def _plates(document: Document) -> Iterator[tuple[Span, Entry]]:
    """A person, perhaps a title, and an organisation on two or three lines that stand by themselves."""
    lines = document.lines
    starts = [index for index, line in enumerate(lines) if line.blank_before or not index]
    for start, stop in pairwise([*starts, len(lines)]):
        if not 1 < stop - start <= PLATE:
            continue
        forms = [document.reading_form(line.span) for line in lines[start:stop]]
        read = [one for form in forms for one in entries(form) or (None,)]
        if len(read) > len(forms) or any(one is None for one in read):
            continue
        persons = [person for one in read if one for person in one.persons]
        places = [one.organisation for one in read if one and one.organisation]
        alone = all(not (one and one.persons and one.organisation) for one in read)
        if len(persons) == len(places) == 1 and alone and looks_organisational(places[0].name):
            roles = [one.role for one in read if one and one.role]
            span = Span(lines[start].span.start, lines[stop - 1].span.end)
            yield span, Entry((persons[0],), places[0], roles[0] if roles else None)


def _spoken(turn: Turn) -> list[Party]:
    """The organisations of a turn."""
    speakers = [speaker for speaker in turn.speakers if speaker.kind is Kind.ORGANISATION]
    return [*speakers, turn.organisation] if turn.organisation else speakers


def _without(turn: Turn, nameless: set[Span]) -> Turn:
    """The turn without what could be nobody's name."""
    if not any(party.span in nameless for party in _spoken(turn)):
        return turn
    speakers = tuple(speaker for speaker in turn.speakers if speaker.span not in nameless)
    return replace(
        turn,
        speakers=speakers,
        organisation=None if turn.organisation and turn.organisation.span in nameless else turn.organisation,
        attribution=turn.attribution if speakers else None,
    )


def _two_lines(document: Document, span: Span) -> bool:
    """Whether a sentence has a line end where no sentence is broken: a capital on either side of it."""
    return (
        re.search(r"[^\s,a-zåäöæø]\s*\n\s*[A-ZÅÄÖÆØ]|[A-ZÅÄÖÆØ]\S*\s*\n\s*[A-ZÅÄÖÆØ]", span.of(document.text))
        is not None
    )


def _named(document: Document, span: Span) -> tuple[Entry, ...]:
    """The entries of a line that names somebody with an organisation and says nothing else."""
    if span.end - span.start > LONGEST:
        return ()
    words = span.of(document.text)
    if "," not in words and "(" not in words and "/" not in words and " " not in words:
        return ()
    if sum(map(str.isupper, words)) < CAPITALS:
        return ()
    apart = words.split()
    if len(apart) > FEW and sum(word[:1].islower() for word in apart) > SMALL * len(apart):
        return ()  # mostly small words: it says something
    form = document.reading_form(span)
    for begin in _begins(form):
        inside = next((b.end(1) for b in BRACKET.finditer(form.text) if b.start(1) <= begin < b.end(1)), None)
        read = entries(form, begin, inside)
        if read and given(read):
            return read
    stops = [match.start() for match in re.finditer(";", form.text)]
    if not stops:
        return ()
    field = FIELD.match(form.text)
    starts = [field.end() if field else 0, *(stop + 1 for stop in stops)]
    parts = [entries(form, *place) for place in zip(starts, [*stops, len(form.text)], strict=True)]
    return tuple(one for part in parts if part and given(part) for one in part)


def _begins(form: ReadingForm) -> list[int]:
    """Where the names of a line may begin: behind its mark, its hour, "Presentation av", its last dash."""
    mark = CLOSE.match(form.text) or MARK.match(form.text) or HEAD_MARK.match(form.text)
    begin = mark.end() if mark else 0
    hour = HOUR.match(form.text, begin)
    found = [hour.end() if hour else begin]
    for lead in (BY.match(form.text, found[0]), TOLD.match(form.text, found[0])):
        if lead:
            found.append(lead.end())
    dashes = [match.end() for match in DASH.finditer(form.text)]
    if dashes and dashes[-1] > found[0]:
        found.append(dashes[-1])
    for bracket in BRACKET.finditer(form.text):
        found.append(bracket.start(1))
        if comma := re.match(r"[a-zåäö ]{3,30},\s", bracket[1]):
            found.append(bracket.start(1) + comma.end())
    if hour:
        found.extend(_names(form, hour.end()))
    return found


def _names(form: ReadingForm, begin: int) -> list[int]:
    """The first full name behind a comma or colon, where a point of a programme names it after its subject."""
    for match in re.finditer(r"[,:]\s", form.text[begin:]):
        start = begin + match.end()
        tokens = [token.group() for token in TOKEN.finditer(form.text, start)][:6]
        if any(person_at(tokens, index) for index in range(min(2, len(tokens)))):
            return [start]
    return []


def _paired(pairings: list[Pairing], person: Party, at: Span) -> bool:
    return any(
        (pairing.person.full or pairing.person.name).casefold() == person.name.casefold()
        and (pairing.quote.meets(at) or pairing.person.span.meets(at))
        for pairing in pairings
    )


def _quote(document: Document, quotes: dict[Span, Quote], at: Span, person: Party, other: Party) -> Span:
    """The quote that holds both, made of the line where none does."""
    for span in quotes:
        if span.holds(person.span) and span.holds(other.span):
            return span
    made = Quote(at, document.reading_form(at).text, at, document.skipped(at))
    return quotes.setdefault(at, made).span


def _only_names(document: Document, turn: Turn, silent: list[Span]) -> bool:
    if turn.attribution not in (None, Attribution.CARRIED, Attribution.ONE_OF):
        return False
    rest = turn.span.of(document.text)
    left = len(rest.strip())
    for span in silent:
        if span.meets(turn.span):
            left -= min(span.end, turn.span.end) - max(span.start, turn.span.start)
    return left <= rest.count("\n") * 2
