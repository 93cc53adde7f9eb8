"""Paragraphs parted into runs of whole sentences by one speaker."""

import re
from dataclasses import dataclass, field, replace

from graph.lexicon.verbs import speech_forms
from graph.model.outline import Party, Presented
from graph.model.reading import Quote
from graph.model.terms import Attribution, Kind, Presence
from graph.model.text import Document, ReadingForm, Span
from graph.reading.outline.attribution import NOBODY, Named, labelled
from graph.reading.outline.builder import Builder, Section
from graph.reading.outline.fields import REMARK
from graph.reading.outline.gathering import Habit
from graph.reading.outline.labels import party, titled
from graph.reading.outline.personal_names import looks_organisational
from graph.reading.outline.procedure import (
    ANONYMOUS,
    assigned,
    decides,
    is_procedure,
    nobody_says,
    of_all,
    only_shown,
)
from graph.reading.outline.roles import is_role
from graph.reading.outline.sentences import sentences
from graph.reading.outline.speech import speaking

TRAILING = re.compile(
    r"[,”\"]\s+(?:säger|sade|sa|menar|berättar|konstaterar|kommenterar|förklarar|påpekar)\s+"
)
PLURAL = re.compile(r"(?:De|Dom)\s+(?:hälsar|meddelar|säger|undrar|tycker|vill)\b")
REPORTS = re.compile(
    r"\s+(?:meddela(?:r|de)|informera(?:r|de)|rapportera(?:r|de)|svara(?:r|de)|redogör|redogjorde|berätta(?:r|de))\b"
)
PRONOUN = re.compile(
    r"^(?:Hon|Han|Hun|He|She)\s[a-zåäöæø]+(?:r|de|te|ed|id)\b|[,”\"?!]\s+(?:[a-zåäö]+(?:r|de|te)|sa)\s(?:hon|han)\b"
)
"""A pronoun that takes the word: "Hon påminner om", "”…”, fortsätter hon"."""
SPEAKS = re.compile(r"(?:Hon|Han|Hun|He|She)\s(?P<verb>[a-zåäöæø]+)\b")
VERB_FORM = r"(?:[a-zåäö]+(?:r|de|te)|vill|ville|bad|gav|tog|höll|sa|gick|drog|fick|såg)"

Speaker = tuple[tuple[Party, ...], Party | None, Attribution]


@dataclass
class Running:
    """The state while one document is read."""

    builder: Builder
    habit: Habit
    section: Section = field(default_factory=Section)
    persons: tuple[Party, ...] = ()
    organisation: Party | None = None
    umbrella: Span | None = None
    listing: Presence | None = None
    host: Party | None = None  # the organisation under whose name those of the list stand
    todo: bool = False
    row: Section = field(default_factory=Section)  # whom the row above names
    turn: bool = False  # a nameplate is in force: what stands below is one person's turn
    spoke: tuple[Party, ...] = ()  # the person last named as speaking in this section
    announcing: tuple[Party, ...] = ()  # who a paragraph says lists what stands below: "informerar om:"
    point: Span | None = None  # the point of the agenda that "Beslut" and its like are parts of

    def silence(self) -> None:
        """Nobody is in force any more."""
        self.persons, self.organisation, self.turn = (), None, False


def runs(state: Running, span: Span, carried: Speaker) -> None:
    """Says what a paragraph holds: a new run begins where a sentence names another speaker.

    `carried` speaks until then. A formula of procedure is nobody's statement.
    """
    builder, document = state.builder, state.builder.document
    run: list[Quote] = []
    speaker: Speaker = carried
    quoted = _quoted(document, span)
    known = frozenset() if carried[0] and carried[2] is Attribution.EXPLICIT else builder.known_names()
    met = builder.met_names()
    quotes = sentences(document, span)
    if carried[2] is not Attribution.EXPLICIT and quotes and of_all(document.reading_form(quotes[0].span)):
        speaker = carried = ((), None, Attribution.CARRIED)
    antecedent: tuple[Party, ...] = ()
    free = not carried[0] and carried[1] is None
    alone = free and len(quotes) == 1
    for quote in quotes:
        form = document.reading_form(quote.span)
        if run and (ANONYMOUS.match(form.text) or REMARK.fullmatch(form.text)):
            builder.say(tuple(run), state.section.heading, *speaker)
            run = []
            if REMARK.fullmatch(form.text):
                builder.quote(quote.span)  # "(applåder)"
                continue
            speaker = carried = ((), None, Attribution.CARRIED)
        formula = (
            is_procedure(form)
            or (alone and only_shown(form))
            or (free and (assigned(form, met) or (nobody_says(form) and not TRAILING.search(form.text))))
        )
        label = labelled(form, builder.known_names() | met) if run else None
        if label and label.persons and not label.organisation and label.rest < len(form.text):
            builder.say(tuple(run), state.section.heading, *speaker)
            run, speaker = [], _speaker(state, label, quote.span)
            run.append(_rest(document, quote, form.span(label.rest, len(form.text))))
            continue
        spoken = (
            None if formula or assigned(form, met) else (_titled(state, form) or speaking(form, known, met))
        )
        if spoken is None:
            _introduce(state, form)
            spoken = _absent(state, form, quote.span)
        if spoken and carried[0] and carried[2] is Attribution.EXPLICIT:
            spoken = None  # a labelled turn is one person's: "Pia hälsar att" is told by whom the label names
        if spoken and not spoken.persons and speaker[0] and not _reports(form, spoken, carried):
            spoken = None  # what an organisation thinks, told by a person, is the person's telling
        if spoken is None and not formula and not speaker[0] and PRONOUN.search(form.text):
            told = SPEAKS.match(form.text)
            persons = antecedent if antecedent and told and told["verb"] in speech_forms() else state.spoke
            if run and persons and (speaker[1] is not None or persons is antecedent):
                builder.say(tuple(run), state.section.heading, *speaker)
                run = []
            if persons:
                speaker = (persons, builder.roster.organisation_of(persons[0]), Attribution.CARRIED)
                state.spoke = persons
        antecedent = _only_one(state, form) if free and not spoken else ()
        if spoken:
            now = _speaker(state, spoken, quote.span)
            _remember_title(state, form, now[0])
            if run and _names(now) != _names(speaker) and not (quoted and TRAILING.search(form.text)):
                builder.say(tuple(run), state.section.heading, *speaker)
                run = []
            speaker = now
            state.spoke = now[0] if len(now[0]) == 1 else ()
        elif formula and not carried[0]:
            opener = speaking(form, known, met)
            state.spoke = _speaker(state, opener, quote.span)[0] if opener else state.spoke
            if run and _names(speaker):
                builder.say(tuple(run), state.section.heading, *speaker)
                run = []
            speaker = ((), None, Attribution.CARRIED)
            known = frozenset() if decides(form) else known  # who is named next does what was decided
        run.append(quote)
    if run:
        builder.say(tuple(run), state.section.heading, *speaker)


def _only_one(state: Running, form: ReadingForm) -> tuple[Party, ...]:
    """The one person whom a sentence names in full, to whom "hon" in the next one refers."""
    named = [name for name in state.builder.roster.met or () if name in form.text]
    if len(named) != 1:
        return ()
    begin = form.text.index(named[0])
    return (Party(form.span(begin, begin + len(named[0])), named[0], Kind.PERSON, named[0]),)


def _reports(form: ReadingForm, spoken: Named, carried: Speaker) -> bool:
    """Whether an organisation takes the word in prose that nobody heads: "Dals-Eds kommun meddelade att"."""
    if carried[0] or spoken.organisation is None:
        return False
    return REPORTS.match(form.text, len(spoken.organisation.name)) is not None


def _rest(document: Document, quote: Quote, span: Span) -> Quote:
    """The sentence without the label that opens it."""
    return replace(quote, span=span, text=document.reading_form(span).text, skipped=document.skipped(span))


def _quoted(document: Document, span: Span) -> bool:
    """Whether a paragraph opens with a quotation mark or dash, its own or the list mark before it."""
    before = document.text[: span.start].rstrip(" ")
    return before.endswith(("–", "-", "—", "”", '"')) or span.of(document.text)[0] in '–—”"»'


def _titled(state: Running, form: ReadingForm) -> Named | None:
    """ "Vidare rapporterar ordföranden", "Ordföranden informerar": the last person named with that title."""
    for title, person in state.builder.roster.titles.items():
        name = rf"{re.escape(title.removesuffix('n').removesuffix(':'))}(?::?e?n)?"
        if re.match(rf"enligt\s{name}\s(?!för|i|på|vid|hos)[a-zåäö]", form.text, re.IGNORECASE):
            return Named((person,), None, 0)
        subject_first = re.match(rf"{name}\s+{VERB_FORM}\b", form.text, re.IGNORECASE)
        verb_first = re.match(rf"\w+\s(?:{VERB_FORM}\s)?{name}\b", form.text)
        if subject_first or (verb_first and re.search(rf"\b{VERB_FORM}\s{name}\b", verb_first.group())):
            return Named((person,), None, 0)
    return None


def _remember_title(state: Running, form: ReadingForm, persons: tuple[Party, ...]) -> None:
    for person in persons:
        begin = form.text.find(person.name)
        before = form.text[:begin].rstrip().rsplit(" ", 1)[-1].casefold() if begin > 0 else ""
        if is_role(before):
            state.builder.roster.entitle(before, person)


def _introduce(state: Running, form: ReadingForm) -> None:
    """Remembers a person named with a title, whatever is told: "Ordföranden Solveig Niemi öppnar mötet"."""
    label = titled(form)
    if label:
        person = state.builder.roster.fuller(label.persons[0])
        state.builder.note(label.persons[0])
        state.builder.roster.add(person, None)
        _remember_title(state, form, (person,))


def _absent(state: Running, form: ReadingForm, span: Span) -> Named | None:
    """Notes who sent nobody, and hears what they send word of: "Oxelösund hade förhinder. De hälsar att"."""
    missing = NOBODY.search(form.text)
    before = form.text[: missing.start()].rstrip(" ,:–-") if missing else ""
    name = before.rpartition(", ")[2].strip()
    if name and name[0].isupper() and looks_organisational(name):
        absentee = party(form, len(before) - len(name), len(before))
        state.builder.note(absentee)
        quote = state.builder.quote(span)
        state.builder.presented.append(Presented(absentee, Presence.ABSENT, quote.span))
        state.organisation = absentee if state.umbrella else state.organisation
    elif state.umbrella and PLURAL.match(form.text) and state.organisation is not None:
        return Named((), state.organisation, 0)
    return None


def _names(speaker: Speaker) -> tuple[str, ...]:
    persons, organisation, _ = speaker
    return tuple(p.full or p.name for p in persons) or ((organisation.name,) if organisation else ())


def _speaker(state: Running, spoken: Named, quote: Span) -> Speaker:
    builder = state.builder
    builder.note(*spoken.persons, spoken.organisation)
    persons = tuple(builder.roster.fuller(person, state.section.persons) for person in spoken.persons)
    for person in persons:
        builder.note_fuller(person)
    organisation = spoken.organisation
    if persons:
        organisation = builder.roster.organisation_of(persons[0]) or organisation
        if spoken.organisation and organisation is spoken.organisation and persons[0].full:
            builder.beside(persons[0], organisation, quote)
    for person in persons:
        if person.full and " " in person.full:
            builder.roster.add(replace(person, name=person.full), organisation)
    if organisation is None and persons:
        inside = {p.full for p in state.section.persons}
        if organisation is None and state.section.organisation and (not inside or persons[0].full in inside):
            organisation = state.section.organisation
            builder.roster.add(persons[0], organisation)
            builder.employ(persons[0], organisation)
    return persons, organisation, Attribution.EXPLICIT
