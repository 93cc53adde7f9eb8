"""Reads headings, items and paragraphs one after another, with a speaker in force.

The engine under the layouts that are not two levels of bullets. What differs between them is a `Habit`:
whether a heading's person speaks in all its paragraphs, whether a label holds until the next one, and
what a heading looks like.
"""

import re

from graph.model.outline import Outline, Presented
from graph.model.terms import Attribution, Presence, Reason
from graph.model.text import Document, ReadingForm, Span
from graph.reading.outline.attribution import NOBODY, Named, dashed, labelled
from graph.reading.outline.builder import Builder, Section
from graph.reading.outline.cells import cells
from graph.reading.outline.emboldened import before_dash, emboldened
from graph.reading.outline.fields import CONTACT, DASH, HOST, LEADERS, REMARK, TODO, TODO_LABEL
from graph.reading.outline.gathering import Block, Habit, gathered
from graph.reading.outline.headlines import DRAWN, ITEM, PART, run_in
from graph.reading.outline.labels import REPORTER, is_umbrella, parse
from graph.reading.outline.legend import begun
from graph.reading.outline.marks import HEAD_MARK
from graph.reading.outline.meeting import CLOSING, meeting
from graph.reading.outline.naming import announced, listed, panel, participants, signature, top_field
from graph.reading.outline.openings import opening, presence_of
from graph.reading.outline.personal_names import looks_organisational
from graph.reading.outline.plates import plate_label
from graph.reading.outline.rows import goes_on, spoken_row
from graph.reading.outline.runs import Running, runs
from graph.reading.outline.senders import led_in, sender, unsigned
from graph.reading.outline.sentences import lines_of, sentences
from graph.reading.outline.speech import speaking

NAMES = 120
"""Characters of the longest line of a programme that only names somebody."""
SHORT = 40
"""Characters of the longest line that ends with a colon and is only a heading."""


def read(document: Document, name: str, habit: Habit) -> Outline:
    """The document's structure by one habit."""
    held, quotes = meeting(document, document.lines)
    state = Running(begun(document), habit)
    known = tuple(
        quote.span for quote in quotes if quote.span != held.next_quote or _opens_line(document, quote.span)
    )
    for block in gathered(document, habit, known):
        if any(span.meets(block.span) for span in known):
            _known(state, block, known)
        elif CLOSING.fullmatch(block.span.of(document.text)):
            state.builder.quote(block.span)
            state.listing = None
        elif not participants(state, block) and not top_field(state, block):
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
    opened = opening(block.lines[0].span.of(state.builder.document.text))
    if opened and not opened["rest"]:  # a list of participants and nothing more: its heading is the title
        state.listing, state.host = presence_of(opened["words"]), None
    if block.kind == "heading" and state.builder.turns:
        state.section = Section()
        state.silence()


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
    more = goes_on(builder.document, block.span)
    if more and (state.row.persons or state.row.organisation):
        _row_said(state, state.row, more)
        _beside(builder, block.span, more)
        return True
    spoken = spoken_row(builder.document, block.span)
    if spoken is None:
        state.row = Section()
        return False
    section = builder.heading(spoken.who, spoken.label, None, Reason.NAMED_TOGETHER_IN_LIST)
    state.row = section
    _row_said(state, section, spoken.said)
    _beside(builder, block.span, (spoken.who, *spoken.said))
    return True


def _beside(builder: Builder, row: Span, read: tuple[Span, ...]) -> None:
    """What a row's other cells give somebody to do: nobody says it, yet it names who and what."""
    for cell in cells(builder.document, row):
        if not any(cell.meets(span) for span in read):
            builder.quote(cell)


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
    mark, drawn = HEAD_MARK.match(form.text), DRAWN.fullmatch(form.text)
    begin = mark.end() if mark else 0
    end = len(form.text.rstrip("*_# :"))
    if drawn:
        begin, end = drawn.span("head")
    span = form.span(begin, end) if begin < end else block.span
    state.silence()
    state.spoke = state.announcing = ()
    state.umbrella = None
    state.row = Section()
    state.todo = TODO.fullmatch(form.text) is not None
    inner = document.reading_form(span)
    if is_umbrella(inner.text):
        state.builder.topic(span)
        state.umbrella, state.section = span, Section(span)
        return
    label = plate_label(document, block.lines) if block.plate else parse(inner)
    reported = REPORTER.search(inner.text) is not None
    speaks = (
        (state.habit.section_speaks or block.plate or reported)
        and not label.empty
        and not ITEM.match(inner.text)
        and (
            bool(label.persons) or looks_organisational(label.organisation.name if label.organisation else "")
        )
    )
    part = state.point if PART.fullmatch(inner.text) else None
    state.point = state.point if part else span
    if CONTACT.match(inner.text):
        state.todo = True
    state.section = state.builder.heading(span, label) if speaks else state.builder.topic(span, part)
    if speaks and block.plate and not state.habit.section_speaks:
        state.persons, state.organisation = state.section.persons, state.section.organisation
        state.turn = True
    if reported:  # who reports for a group says what is listed below, and no more
        state.announcing, state.section = state.section.persons, Section(span)
    if not speaks and label.persons and DASH.search(inner.text):
        announced(state, inner, label, span)


def _said(state: Running, block: Block) -> None:
    """An item or paragraph: its label, then runs of sentences by one speaker."""
    builder, document = state.builder, state.builder.document
    form = document.reading_form(block.span)
    head = run_in(form.text)
    if head:  # "§ 3 Ekonomi. Kassören redovisade …"
        state.silence()
        state.umbrella, state.point = None, form.span(*head.span("head"))
        state.section = builder.topic(state.point)
        block = Block(block.lines, form.offsets[head.end()], block.kind)
        form = document.reading_form(block.span)
    if REMARK.fullmatch(form.text):
        builder.quote(block.span)  # "(tystnad)": told by whoever took the notes
        return
    if LEADERS.search(form.text):
        builder.quote(block.span)  # "Nämndens ekonomi ........ 4"
        return
    if CONTACT.match(form.text) and len(form.text) < SHORT:
        state.todo = True
        builder.quote(block.span)
        return
    signed = form.text.startswith("/")
    hosted = HOST.match(form.text) is not None
    if hosted and panel(state, block, form):
        return
    names = (state.habit.lists_names or signed or hosted) and len(form.text) < NAMES
    if names and listed(state, block, form):
        return
    if TODO_LABEL.match(form.text) or unsigned(form.text):
        for quote in sentences(document, block.span):
            builder.quotes.setdefault(quote.span, quote)
        return
    note = sender(form, builder.known_names() | builder.met_names())
    if note:
        _note(state, form, *note)
        return
    named = (
        emboldened(document, block.span)
        or labelled(form, builder.known_names() | builder.met_names())
        or dashed(form, builder.known_names())
        or (before_dash(form) if block.kind == "item" else None)
    )
    if named is None and form.text.endswith(":") and len(form.text) < SHORT:
        builder.quote(block.span)  # "Övrigt:" above what comes
        state.silence()
        return
    if named and named.rest < len(form.text):
        _label(state, named, form.span(0, len(form.text[: named.rest].rstrip(" :*_"))))
        span = form.span(named.rest, len(form.text))
        if _nobody(state, named, span, block):
            return
        if not named.persons and signature(document.reading_form(span)):
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
    begin = led_in(form, builder.known_names()) if named is None else 0
    if begin:  # "Bordets sammanfattning: Anna Ek redogjorde för samtalet."
        builder.quote(form.span(0, len(form.text[:begin].rstrip(" :"))))
        block = Block(block.lines, form.offsets[begin], block.kind)
    persons, organisation = state.persons, state.organisation
    if not persons and organisation is None and state.habit.section_speaks:
        persons, organisation = state.section.persons, state.section.organisation
    if not persons and organisation is None and _told_by(state, block):
        persons, organisation = state.section.persons, state.section.organisation
    if not persons and organisation is None and block.kind == "item":
        persons = state.announcing
        organisation = builder.roster.organisation_of(persons[0]) if persons else None
    attribution = Attribution.ONE_OF if len(persons) > 1 else Attribution.CARRIED
    if state.turn and persons:
        attribution = Attribution.EXPLICIT
    before = state.spoke
    runs(state, block.span, (persons, organisation, attribution))
    if block.kind != "item" and state.spoke is not before:
        state.announcing = state.spoke if form.text.endswith(":") else ()


def _note(state: Running, form: ReadingForm, begin: int, left: Named) -> None:
    """What a note says, and whoever left it behind its stroke."""
    if begin:
        state.builder.quote(form.span(0, len(form.text[:begin].rstrip())))
    _label(state, left, form.span(left.rest, len(form.text)))
    how = Attribution.ONE_OF if len(state.persons) > 1 else Attribution.EXPLICIT
    runs(state, form.span(begin, left.rest), (state.persons, state.organisation, how))
    state.silence()


def _told_by(state: Running, block: Block) -> bool:
    """Whether a paragraph names the one whom its point announces as speaking, and nobody else."""
    builder = state.builder
    if len(state.section.persons) != 1:
        return False
    announced = state.section.persons[0]
    told: set[str | None] = set()
    for quote in sentences(builder.document, block.span):
        spoken = speaking(builder.document.reading_form(quote.span), builder.known_names())
        if spoken and spoken.persons:
            told.update(builder.roster.fuller(person).full for person in spoken.persons)
    return told == {announced.full or announced.name}


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
