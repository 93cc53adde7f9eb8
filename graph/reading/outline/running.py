"""Reads headings, items and paragraphs one after another, with a speaker in force.

The engine under the layouts that are not two levels of bullets. What differs between them is a `Habit`:
whether a heading's person speaks in all its paragraphs, whether a label holds until the next one, and
what a heading looks like.
"""

import re

from graph.model.outline import Outline, Pairing, Party, Presented
from graph.model.terms import Attribution, Presence, Reason
from graph.model.text import Document, Line, ReadingForm, Span
from graph.reading.outline.attribution import NOBODY, Named, dashed, labelled
from graph.reading.outline.builder import Builder, Section
from graph.reading.outline.fields import CONTACT, DASH, HOST, TODO, TODO_LABEL, TOP_FIELD
from graph.reading.outline.gathering import Block, Habit, gathered
from graph.reading.outline.headlines import PART
from graph.reading.outline.labels import Label, is_umbrella, names_only, parse
from graph.reading.outline.marks import HEAD_MARK, MARK
from graph.reading.outline.meeting import CLOSING, meeting
from graph.reading.outline.participants import entry, is_entry, opening, presence_of, row, several
from graph.reading.outline.personal_names import looks_organisational, might_be_person
from graph.reading.outline.plates import plate_label
from graph.reading.outline.rows import columns, goes_on, spoken_row
from graph.reading.outline.runs import Running, runs
from graph.reading.outline.sentences import lines_of, sentences
from graph.reading.outline.speech import speaking

NAMES = 120
"""Characters of the longest line of a programme that only names somebody."""
FULL_NAME = 5
"""Words that a personal name has fewer of."""
SHORT = 40
"""Characters of the longest line that ends with a colon and is only a heading."""
ENTRIES = 0.8
"""Share of a block's lines that must look like entries, for all to be read as a list of participants."""


def read(document: Document, name: str, habit: Habit) -> Outline:
    """The document's structure by one habit."""
    held, quotes = meeting(document, document.lines)
    state = Running(Builder(document), habit)
    known = tuple(
        quote.span for quote in quotes if quote.span != held.next_quote or _opens_line(document, quote.span)
    )
    for block in gathered(document, habit, known):
        if any(span.meets(block.span) for span in known):
            _known(state, block, known)
        elif CLOSING.fullmatch(block.span.of(document.text)):
            state.builder.quote(block.span)
            state.listing = None
        elif not _participants(state, block) and not _top_field(state, block):
            _block(state, block)
    return state.builder.outline(name, held, quotes)


def _opens_line(document: Document, span: Span) -> bool:
    """Whether the sentence on the next meeting stands first on its line, not at the end of a statement."""
    first = lines_of(document, span)[0].span
    return not re.search(r"[^\W\d_]", document.text[first.start : span.start])


def _known(state: Running, block: Block, known: tuple[Span, ...]) -> None:
    """The title or the next meeting: what stands beside it in the same block is read as a line."""
    for line in block.lines:
        if not any(span.meets(line.span) for span in known):
            state.builder.quote(line.span)
    if block.kind == "heading" and state.builder.turns:
        state.section = Section()
        state.silence()


def _participants(state: Running, block: Block) -> bool:
    """Reads a block as part of a list of participants; False where it is none."""
    document = state.builder.document
    opened = opening(block.lines[0].span.of(document.text))
    if opened and (not opened["rest"] or block.kind != "row"):
        presence = presence_of(opened["words"])
        if opened["rest"] and _one_a_line(document, block, opened.start("rest")):
            first = block.lines[0].span
            entry(state.builder, Span(first.start + opened.start("rest"), first.end), presence)
            for line in block.lines[1:]:
                entry(state.builder, _unmarked(document, line), presence)
            state.listing = presence
        elif opened["rest"]:
            start = block.lines[0].span.start + opened.start("rest")
            several(state.builder, Span(start, block.span.end), presence)
            state.listing = None
        else:
            state.listing = presence
            state.builder.topic(block.lines[0].span)
            for line in block.lines[1:]:
                entry(state.builder, line.span, presence)
        return True
    if state.listing is None:
        return False
    if block.kind == "row":
        row(state.builder, block.span, state.listing)
        return True
    entries = sum(is_entry(line.span.of(document.text)) for line in block.lines)
    if block.kind != "heading" and entries >= ENTRIES * len(block.lines):
        for line in block.lines:
            entry(state.builder, _unmarked(document, line), state.listing)
        return True
    state.listing = None
    return False


def _one_a_line(document: Document, block: Block, start: int) -> bool:
    """Whether a list that begins beside its heading goes on with one entry a line."""
    words = [line.span.of(document.text) for line in block.lines]
    words[0] = words[0][start:]
    return len(words) > 1 and not any(line.rstrip().endswith((",", ";", " och")) for line in words[:-1])


def _unmarked(document: Document, line: Line) -> Span:
    mark = MARK.match(line.span.of(document.text))
    return Span(line.span.start + (mark.end() if mark else 0), line.span.end)


def _top_field(state: Running, block: Block) -> bool:
    """Reads "Från: …", "Plats: …" above the first heading as lines of their own; they say nothing."""
    builder, document = state.builder, state.builder.document
    words = block.lines[0].span.of(document.text)
    if builder.turns or builder.headings or block.kind == "heading" or not TOP_FIELD.match(words):
        return False
    for line in block.lines:
        builder.quote(line.span)
        field = TOP_FIELD.match(line.span.of(document.text))
        if field and field["who"]:
            form = document.reading_form(line.span)
            label = parse(form, field.end(), len(form.text)) if field.end() < len(form.text) else Label()
            builder.note(*label.persons)
            employer = label.organisation
            sure = employer is not None and looks_organisational(employer.name)
            for person in label.persons:
                builder.roster.add(person, employer if sure else None)
                if sure and employer:
                    builder.note(employer)
                    reason = Reason.NAMED_BESIDE
                    builder.pairings.append(Pairing(person, employer, line.span, reason, label.role))
    return True


def _block(state: Running, block: Block) -> None:
    if block.kind == "heading":
        _heading(state, block)
    elif block.kind == "row" and state.habit.rows_speak and not state.todo and _row(state, block):
        return
    elif block.kind == "row" or state.todo:
        for line in block.lines:
            state.builder.quote(Span(max(block.start, line.span.start), line.span.end))
    else:
        _said(state, block)


def _row(state: Running, block: Block) -> bool:
    """Says what a row holds; False where it is nobody's report."""
    builder = state.builder
    heads = columns(builder.document, block.span)
    if heads:
        state.columns, state.row = heads, Section()
        return False
    more = goes_on(builder.document, block.span, state.columns)
    if more and (state.row.persons or state.row.organisation):
        _row_said(state, state.row, more)
        return True
    spoken = spoken_row(builder.document, block.span, state.columns)
    if spoken is None:
        return False
    section = builder.heading(spoken.who, spoken.label, None, Reason.NAMED_TOGETHER_IN_LIST)
    state.row = section
    _row_said(state, section, spoken.said)
    return True


def _row_said(state: Running, section: Section, said: tuple[Span, ...]) -> None:
    state.section = section
    attribution = Attribution.ONE_OF if len(section.persons) > 1 else Attribution.CARRIED
    for cell in said:
        runs(state, cell, (section.persons, section.organisation, attribution))
    state.section = Section()


def _heading(state: Running, block: Block) -> None:
    """A heading ends what held before it; it may name who speaks below."""
    document = state.builder.document
    form = document.reading_form(block.span)
    mark = HEAD_MARK.match(form.text)
    begin = mark.end() if mark else 0
    end = len(form.text.rstrip("*_# :"))
    span = form.span(begin, end) if begin < end else block.span
    state.silence()
    state.spoke = ()
    state.umbrella = None
    state.columns = ()
    state.todo = TODO.fullmatch(form.text) is not None
    inner = document.reading_form(span)
    if is_umbrella(inner.text):
        state.builder.topic(span)
        state.umbrella, state.section = span, Section(span)
        return
    label = plate_label(document, block.lines) if block.plate else parse(inner)
    speaks = (
        (state.habit.section_speaks or block.plate)
        and not label.empty
        and (bool(label.persons) or _authority(label.organisation))
    )
    part = state.point if PART.fullmatch(inner.text) else None
    state.point = state.point if part else span
    if CONTACT.match(inner.text):
        state.todo = True
    state.section = state.builder.heading(span, label) if speaks else state.builder.topic(span, part)
    if speaks and block.plate and not state.habit.section_speaks:
        state.persons, state.organisation = state.section.persons, state.section.organisation
        state.turn = True
    if not speaks and label.persons and DASH.search(inner.text):
        _announced(state, inner, label, span)


def _announced(state: Running, form: ReadingForm, label: Label, span: Span) -> None:
    """Remembers whom a point announces beside its subject: "Läget i länet – Eva Ek, Region Skåne"."""
    builder = state.builder
    begin = [match.end() for match in DASH.finditer(form.text)][-1]
    beside = parse(form, begin, len(form.text))
    alone = builder.document.reading_form(form.span(begin, len(form.text)))
    organisation = None
    if beside.persons and names_only(alone, beside):
        label, organisation = beside, beside.organisation
    builder.note(*label.persons, organisation)
    for person in label.persons:
        builder.roster.add(person, organisation)
        if organisation:
            quote = builder.quote(span).span
            builder.pairings.append(Pairing(person, organisation, quote, Reason.NAMED_BESIDE, label.role))
    state.section = Section(span, label.persons, organisation)


def _authority(party: Party | None) -> bool:
    return party is not None and looks_organisational(party.name)


def _said(state: Running, block: Block) -> None:
    """An item or paragraph: its label, then runs of sentences by one speaker."""
    builder, document = state.builder, state.builder.document
    form = document.reading_form(block.span)
    signed = form.text.startswith("/")
    hosted = HOST.match(form.text) is not None
    if hosted and _panel(state, block, form):
        return
    if (
        (state.habit.lists_names or signed or hosted)
        and len(form.text) < NAMES
        and _listed(state, block, form)
    ):
        return
    if form.text.startswith("(") and form.text.endswith(")") and form.text.count("(") == 1:
        builder.quote(block.span)  # "(tystnad)": told by whoever took the notes
        return
    if CONTACT.match(form.text) and len(form.text) < SHORT:
        state.todo = True
        builder.quote(block.span)
        return
    if TODO_LABEL.match(form.text):
        for quote in sentences(document, block.span):
            builder.quotes.setdefault(quote.span, quote)
        return
    named = labelled(form, builder.known_names()) or dashed(form, builder.known_names())
    if named is None and form.text.endswith(":") and len(form.text) < SHORT:
        builder.quote(block.span)  # "Övrigt:" above what comes
        state.silence()
        return
    if named and named.rest < len(form.text):
        _label(state, named, form.span(0, len(form.text[: named.rest].rstrip(" :*_"))))
        span = form.span(named.rest, len(form.text))
        if _nobody(state, named, span, block):
            return
        if not named.persons and _signature(document.reading_form(span)):
            builder.quote(block.span)  # "Rätt antecknat: Bo Ek"
            state.silence()
            return
        how = Attribution.ONE_OF if len(state.persons) > 1 else Attribution.EXPLICIT
        runs(state, span, (state.persons, state.organisation, how))
        if not state.habit.label_holds:
            state.silence()
        return
    if named and state.habit.label_holds:
        _label(state, named, block.span)
        return
    persons, organisation = state.persons, state.organisation
    if not persons and organisation is None and state.habit.section_speaks:
        persons, organisation = state.section.persons, state.section.organisation
    if not persons and organisation is None and _told_by(state, block):
        persons, organisation = state.section.persons, state.section.organisation
    attribution = Attribution.ONE_OF if len(persons) > 1 else Attribution.CARRIED
    if state.turn and persons:
        attribution = Attribution.EXPLICIT
    runs(state, block.span, (persons, organisation, attribution))


def _told_by(state: Running, block: Block) -> bool:
    """Whether a paragraph names the one whom its point announces as speaking, and nobody else."""
    builder = state.builder
    if len(state.section.persons) != 1:
        return False
    announced = state.section.persons[0]
    told = set()
    for quote in sentences(builder.document, block.span):
        spoken = speaking(builder.document.reading_form(quote.span), builder.known_names())
        if spoken and spoken.persons:
            told.update(builder.roster.fuller(person).full for person in spoken.persons)
    return told == {announced.full or announced.name}


def _signature(form: ReadingForm) -> bool:
    """Whether nothing but one person's name stands behind a label."""
    label = parse(form)
    short = len(form.text.split()) < FULL_NAME and might_be_person(form.text.rstrip(". "))
    return short or (len(label.persons) == 1 and label.organisation is None and names_only(form, label))


def _panel(state: Running, block: Block, form: ReadingForm) -> bool:
    """Reads "I panelen: A, Org; B, Org" as a list of who takes part; False where it is no such list."""
    host = HOST.match(form.text)
    begin = host.end() if host else 0
    rest = form.text[begin:]
    entries = [entry.strip() for entry in rest.rstrip(".").split(";")]
    if len(entries) < 2 or not all(is_entry(entry) for entry in entries):
        return False
    state.builder.quote(block.span)
    several(state.builder, form.span(begin, len(form.text)), Presence.PRESENT)
    return True


def _listed(state: Running, block: Block, form: ReadingForm) -> bool:
    """Notes whom a line of a programme names: "Maria Lind, vd, Ale Bygg"; False where it says more."""
    builder = state.builder
    host = HOST.match(form.text)
    label = parse(form, host.end() if host else 0, len(form.text))
    inner = builder.document.reading_form(form.span(host.end(), len(form.text))) if host else form
    if not label.persons or not names_only(inner, label):
        return False
    quote = builder.quote(block.span)
    builder.note(*label.persons, label.organisation)
    for person in label.persons:
        builder.roster.add(person, label.organisation)
        if label.organisation:
            reason = Reason.NAMED_BESIDE
            builder.pairings.append(Pairing(person, label.organisation, quote.span, reason, label.role))
    return True


def _label(state: Running, named: Named, span: Span) -> None:
    builder = state.builder
    persons = tuple(builder.roster.fuller(person, state.section.persons) for person in named.persons)
    builder.note(*persons, named.organisation)
    builder.quote(span)
    if named.label and ((named.persons and named.organisation) or state.umbrella):
        section = builder.heading(span, named.label, state.umbrella)
        persons = section.persons
    for person in persons:
        builder.note_fuller(person)
    state.persons = persons
    state.organisation = named.organisation or (
        builder.roster.organisation_of(persons[0]) if persons else None
    )


def _nobody(state: Running, named: Named, span: Span, block: Block) -> bool:
    said = sentences(state.builder.document, span)
    words = said[0].text if said else ""
    if named.persons or not named.organisation or not NOBODY.search(words) or len(words) > 80 or said[2:]:
        return False
    quote = state.builder.quote(block.span)
    state.builder.presented.append(Presented(named.organisation, Presence.ABSENT, quote.span))
    state.silence()
    return True
