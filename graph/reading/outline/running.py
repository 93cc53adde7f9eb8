"""Reads headings, items and paragraphs one after another, with a speaker in force.

The engine under the layouts that are not two levels of bullets. What differs between them is a `Habit`:
whether a heading's person speaks in all its paragraphs, whether a label holds until the next one, and
what a heading looks like.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from graph.lexicon.heads import role_titles
from graph.model.outline import Outline, Party, Presented
from graph.model.reading import Quote
from graph.model.terms import Attribution, Kind, Presence
from graph.model.text import Document, Line, ReadingForm, Span
from graph.reading.outline.attribution import Named, labelled, speaking
from graph.reading.outline.builder import Builder, Section
from graph.reading.outline.bulleted import MARK, NOBODY
from graph.reading.outline.labels import is_umbrella, parse, party
from graph.reading.outline.meeting import CLOSING, meeting
from graph.reading.outline.participants import entry, is_entry, is_row, opening, presence_of, row, several
from graph.reading.outline.personal_names import looks_organisational
from graph.reading.outline.sentences import sentences

NUMBERED = re.compile(r"(?:§\s*\d+[a-z]?\.?|\d{1,2}(?:\.\d{1,2})*[.)])\s+(?=\S)")
TODO = re.compile(
    r"[#*\s\d.)]*(?:att göra|åtgärder|åtgärdslista|todo|to do|aktiviteter|löften|uppföljning av beslut)\b.{0,20}$",
    re.IGNORECASE,
)
TODO_LABEL = re.compile(r"(?:att göra|åtgärder|kvar att göra|todo)\s*:", re.IGNORECASE)
TRAILING = re.compile(
    r"[,”\"]\s+(?:säger|sade|sa|menar|berättar|konstaterar|kommenterar|förklarar|påpekar)\s+"
)
PLURAL = re.compile(r"(?:De|Dom)\s+(?:hälsar|meddelar|säger|undrar|tycker|vill)\b")
PRONOUN = re.compile(r"(?:Han|Hon|Hen|De|Dessa|Vi|Jag|Det|Den|Detta|Här|Där|Under|Däremot|Totalt)\b")
FORMULA = re.compile(
    r"(?:prövar om|finner att|finner bifall|noterar informationen|beslutar (?:att|enligt)|förslag till beslut|beslutsgång|ordföranden ställer)",
    re.IGNORECASE,
)
QUOTED_LINE = re.compile(r">\s*")


ENTRIES = 0.8
"""Share of a block's lines that must look like entries, for all to be read as a list of participants."""


@dataclass(frozen=True)
class Habit:
    """How one way of writing minutes uses headings, labels and paragraphs."""

    is_heading: Callable[[Document, Line], bool]
    section_speaks: bool = False  # the heading's persons speak in its paragraphs
    label_holds: bool = False  # a label's speaker goes on until the next label or heading
    attendance: bool = True


@dataclass
class Block:
    """Lines that belong together, with the mark in front of them if there is one."""

    lines: list[Line]
    start: int
    kind: str  # heading, item, paragraph, row
    level: float = 0.0

    @property
    def span(self) -> Span:
        """Without the mark."""
        return Span(self.start, self.lines[-1].span.end)


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
    todo: bool = False
    titles: dict[str, Party] = field(default_factory=dict)  # "ordföranden" → who was named with the title


def read(document: Document, name: str, habit: Habit) -> Outline:
    """The document's structure by one habit."""
    held, quotes = meeting(document, document.lines)
    state = Running(Builder(document), habit)
    known = tuple(quote.span for quote in quotes)
    for block in gathered(document, habit, known):
        if any(span.meets(block.span) for span in known):
            _known(state, block, known)
        elif CLOSING.fullmatch(block.span.of(document.text)):
            state.builder.quote(block.span)
            state.listing = None
        elif not _participants(state, block):
            _block(state, block)
    return state.builder.outline(name, held, quotes)


def _known(state: Running, block: Block, known: tuple[Span, ...]) -> None:
    """The title or the next meeting: what stands beside it in the same block is read as a paragraph."""
    for line in block.lines:
        if not any(span.meets(line.span) for span in known):
            state.builder.quote(line.span)
    if block.kind == "heading" and state.builder.turns:
        state.section, state.persons, state.organisation = Section(), (), None


def gathered(document: Document, habit: Habit, apart: tuple[Span, ...]) -> list[Block]:
    """Lines gathered into headings, items, table rows and paragraphs."""
    found: list[Block] = []
    width = _width(document)
    for line in document.lines:
        words = line.span.of(document.text)
        alone = any(span.meets(line.span) for span in apart) or CLOSING.fullmatch(words) is not None
        mark = MARK.match(words) or QUOTED_LINE.match(words)
        start = line.span.start + (mark.end() if mark else 0)
        if _task(document, line) or is_row(words) or (line.hint is not None and line.hint.role == "row"):
            found.append(Block([line], line.span.start, "row"))
        elif alone:
            found.append(Block([line], start, "paragraph"))
        elif mark or (line.hint is not None and line.hint.role == "item"):
            found.append(Block([line], start, "item", line.indent))
        elif habit.is_heading(document, line):
            found.append(Block([line], line.span.start, "heading"))
        elif found and _goes_on(document, found[-1], line, width, apart):
            found[-1].lines.append(line)
        else:
            found.append(Block([line], start, "paragraph"))
    return found


def _task(document: Document, line: Line) -> bool:
    """A numbered line that gives somebody something to do: "2. Eva-Lena: bussrapporten, träff 8"."""
    words = line.span.of(document.text)
    mark = NUMBERED.match(words)
    if not mark or len(words) > 120 or not line.number:
        return False
    rest = Span(line.span.start + mark.end(), line.span.end)
    return labelled(document.reading_form(rest)) is not None


def _width(document: Document) -> int:
    lengths = sorted(line.span.end - line.span.start for line in document.lines)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _goes_on(document: Document, block: Block, line: Line, width: int, apart: tuple[Span, ...]) -> bool:
    """Whether a line belongs to the block above: no blank line between, and the one above was full."""
    if block.kind in ("heading", "row") or any(span.meets(block.span) for span in apart):
        return False
    above = block.lines[-1]
    words = line.span.of(document.text)
    if labelled(document.reading_form(line.span)) and block.kind == "paragraph":
        return False
    if line.blank_before:
        last = above.span.of(document.text)
        unfinished = not last.endswith((".", "!", "?", ":", "”", "*"))
        return unfinished and (words[:1].islower() or last.endswith(",")) and len(last) > 0.4 * width
    return not opening(words)


def _participants(state: Running, block: Block) -> bool:
    """Reads a block as part of a list of participants; False where it is none."""
    if not state.habit.attendance:
        return False
    document = state.builder.document
    words = block.lines[0].span.of(document.text)
    opened = opening(words)
    if opened and (not opened["rest"] or block.kind != "row"):
        state.listing = presence_of(opened["words"])
        state.builder.topic(block.lines[0].span) if not opened["rest"] else None
        if opened["rest"]:
            start = block.lines[0].span.start + opened.start("rest")
            several(state.builder, Span(start, block.span.end), state.listing)
            state.listing = None
        else:
            for line in block.lines[1:]:
                entry(state.builder, line.span, state.listing)
        return True
    if state.listing is None:
        return False
    if block.kind == "row":
        row(state.builder, block.span, state.listing)
        return True
    entries = sum(is_entry(line.span.of(document.text)) for line in block.lines)
    if block.kind != "heading" and entries >= ENTRIES * len(block.lines):
        for line in block.lines:
            mark = MARK.match(line.span.of(document.text))
            entry(
                state.builder,
                Span(line.span.start + (mark.end() if mark else 0), line.span.end),
                state.listing,
            )
        return True
    state.listing = None
    return False


def _block(state: Running, block: Block) -> None:
    if block.kind == "heading":
        _heading(state, block)
    elif block.kind == "row" or state.todo:
        for line in block.lines:
            state.builder.quote(Span(block.start, line.span.end) if line is block.lines[0] else line.span)
    else:
        _said(state, block)


def _heading(state: Running, block: Block) -> None:
    """A heading ends what held before it; it may name who speaks below."""
    document = state.builder.document
    form = document.reading_form(block.span)
    mark = re.match(r"[#*\s]*(?:§\s*\d+\w?\.?\s*|\d{1,2}(?:\.\d+)*[.)]?\s+)?[*_]*", form.text)
    begin = mark.end() if mark else 0
    end = len(form.text.rstrip("*_# :"))
    span = form.span(begin, end) if begin < end else block.span
    state.persons, state.organisation, state.umbrella = (), None, None
    state.todo = TODO.fullmatch(form.text) is not None
    inner = document.reading_form(span)
    if is_umbrella(inner.text):
        state.builder.topic(span)
        state.umbrella, state.section = span, Section(span)
        return
    label = parse(inner)
    speaks = (
        state.habit.section_speaks
        and not label.empty
        and (bool(label.persons) or _authority(label.organisation))
    )
    state.section = state.builder.heading(span, label) if speaks else state.builder.topic(span)


def _authority(party: Party | None) -> bool:
    return party is not None and looks_organisational(party.name)


def _said(state: Running, block: Block) -> None:
    """An item or paragraph: its label, then runs of sentences by one speaker."""
    builder, document = state.builder, state.builder.document
    form = document.reading_form(block.span)
    if TODO_LABEL.match(form.text):
        for quote in sentences(document, block.span):
            builder.quotes.setdefault(quote.span, quote)
        return
    named = labelled(form, builder.known_names())
    span = block.span
    if named and named.rest < len(form.text):
        _label(state, named, form.span(0, len(form.text[: named.rest].rstrip(" :*_"))))
        span = form.span(named.rest, len(form.text))
        if _nobody(state, named, span, block):
            return
        _runs(state, span, (state.persons, state.organisation, Attribution.EXPLICIT))
        if not state.habit.label_holds:
            state.persons, state.organisation = (), None
        return
    if named and state.habit.label_holds:
        _label(state, named, block.span)
        return
    persons, organisation = state.persons, state.organisation
    if not persons and organisation is None and state.habit.section_speaks:
        persons, organisation = state.section.persons, state.section.organisation
    attribution = Attribution.ONE_OF if len(persons) > 1 else Attribution.CARRIED
    _runs(state, span, (persons, organisation, attribution))


def _label(state: Running, named: Named, span: Span) -> None:
    builder = state.builder
    persons = tuple(builder.roster.fuller(person, state.section.persons) for person in named.persons)
    builder.note(*persons, named.organisation)
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
    words = span.of(state.builder.document.text)
    if named.persons or not named.organisation or not NOBODY.search(words) or len(words) > 80:
        return False
    quote = state.builder.quote(block.span)
    state.builder.presented.append(Presented(named.organisation, Presence.ABSENT, quote.span))
    state.persons, state.organisation = (), None
    return True


Speaker = tuple[tuple[Party, ...], Party | None, Attribution]


def _runs(state: Running, span: Span, carried: Speaker) -> None:
    """Parts a paragraph into runs of whole sentences by one speaker."""
    builder, document = state.builder, state.builder.document
    run: list[Quote] = []
    speaker: Speaker = carried
    quoted = document.text[: span.start].rstrip(" ").endswith(
        ("–", "-", "—", "”", '"')
    ) or form_starts_quoted(document, span)
    known = frozenset() if carried[2] is Attribution.EXPLICIT else builder.known_names()
    for quote in sentences(document, span):
        form = document.reading_form(quote.span)
        spoken = None if FORMULA.search(form.text) else (_titled(state, form) or speaking(form, known))
        if spoken is None and state.umbrella:
            spoken = _absent(state, form, quote.span)
        if spoken and not spoken.persons and speaker[0]:
            spoken = None  # what an organisation thinks, told by a person, is the person's telling
        if spoken:
            now = _speaker(state, spoken)
            _remember_title(state, form, now[0])
            if run and _names(now) != _names(speaker) and not (quoted and TRAILING.search(form.text)):
                builder.say(tuple(run), state.section.heading, *speaker)
                run = []
            speaker = now
        elif FORMULA.search(form.text) and not carried[0]:
            if run:
                builder.say(tuple(run), state.section.heading, *speaker)
                run = []
            speaker = ((), None, Attribution.CARRIED)
        run.append(quote)
    if run:
        builder.say(tuple(run), state.section.heading, *speaker)


def form_starts_quoted(document: Document, span: Span) -> bool:
    """Whether a paragraph opens with a quotation mark or dash of its own."""
    return span.of(document.text)[:1] in '–—”"»'


def _titled(state: Running, form: ReadingForm) -> Named | None:
    """ "Vidare rapporterar ordföranden", "Ordföranden informerar": the last person named with that title."""
    for title, person in state.titles.items():
        if re.search(rf"(?:^|[a-zåäö]+(?:r|de|te)\s)(?:{re.escape(title)})\b", form.text[:80], re.IGNORECASE):
            if re.match(
                rf"{re.escape(title)}\s+(?:[a-zåäö]+(?:r|de|te))\b", form.text, re.IGNORECASE
            ) or re.match(rf"(?:\w+\s){{1,2}}{re.escape(title)}\b", form.text):
                return Named((person,), None, 0)
    return None


def _remember_title(state: Running, form: ReadingForm, persons: tuple[Party, ...]) -> None:
    for person in persons:
        begin = form.text.find(person.name)
        before = form.text[:begin].rstrip().rsplit(" ", 1)[-1].casefold() if begin > 0 else ""
        if before in role_titles():
            state.titles[before + ("n" if before.endswith("e") else "en")] = person


def _absent(state: Running, form: ReadingForm, span: Span) -> Named | None:
    """Under an umbrella: "Oxelösund hade förhinder. De hälsar att …", "Strängnäs skickade ingen"."""
    first = re.match(r"[A-ZÅÄÖ][\wåäöÅÄÖ-]+", form.text)
    if first and looks_organisational(first.group()) and NOBODY.search(form.text):
        absentee = party(form, 0, first.end())
        state.builder.note(absentee)
        state.builder.presented.append(Presented(absentee, Presence.ABSENT, state.builder.quote(span).span))
        state.organisation = absentee
    elif PLURAL.match(form.text) and state.organisation is not None:
        return Named((), state.organisation, 0)
    return None


def _names(speaker: Speaker) -> tuple[str, ...]:
    persons, organisation, _ = speaker
    return tuple(p.full or p.name for p in persons) or ((organisation.name,) if organisation else ())


def _speaker(state: Running, spoken: Named) -> Speaker:
    builder = state.builder
    builder.note(*spoken.persons, spoken.organisation)
    persons = tuple(builder.roster.fuller(person, state.section.persons) for person in spoken.persons)
    for person in persons:
        builder.note_fuller(person)
    organisation = spoken.organisation
    if organisation is None and persons:
        organisation = builder.roster.organisation_of(persons[0])
        inside = {p.full for p in state.section.persons}
        if organisation is None and state.section.organisation and (not inside or persons[0].full in inside):
            organisation = state.section.organisation
            builder.roster.add(persons[0], organisation)
            builder.employ(persons[0], organisation)
    return persons, organisation, Attribution.EXPLICIT


def is_person(party: Party) -> bool:
    """Whether a party is a person."""
    return party.kind is Kind.PERSON
