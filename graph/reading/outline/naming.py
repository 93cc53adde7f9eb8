"""Lines that name somebody and say nothing: lists, fields on top, panels, signatures."""

from bisect import bisect_right

from graph.model.outline import Pairing, Party
from graph.model.terms import Presence, Reason
from graph.model.text import Document, Line, ReadingForm, Span
from graph.reading.outline.builder import Section
from graph.reading.outline.entries import Entry, entries, given
from graph.reading.outline.fields import DASH, HOST, TOP_FIELD
from graph.reading.outline.gathering import Block
from graph.reading.outline.labels import Label, names_only, parse, party
from graph.reading.outline.marks import MARK
from graph.reading.outline.openings import HOSTED, WIDE, opening, presence_of
from graph.reading.outline.participants import enter, entry, is_entry, row, several
from graph.reading.outline.personal_names import looks_organisational, might_be_person
from graph.reading.outline.runs import Running

ENTRIES = 0.8
"""Share of a block's lines that must look like entries, for all to be read as a list of participants."""
FULL = 50
"""Characters from which a line with several commas is a paragraph's and no entry."""
FULL_NAME = 5
"""Words that a personal name has fewer of."""


def participants(state: Running, block: Block) -> bool:
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
            state.listing, state.host = presence, None
            state.builder.topic(block.lines[0].span)
            for line in block.lines[1:]:
                entry(state.builder, line.span, presence)
        return True
    if _hosted(state, block):
        return True
    if state.listing is None:
        return False
    if block.kind in ("heading", "paragraph", "item") and _under_host(state, block):
        return True
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


def _hosted(state: Running, block: Block) -> bool:
    """Reads "Deltagare från Mjölby kommun:" over names that stand one a line."""
    builder, document = state.builder, state.builder.document
    first = block.lines[0].span
    title = HOSTED.match(first.of(document.text))
    if title is None or not looks_organisational(title["host"]):
        return False
    form = document.reading_form(Span(first.start + title.start("host"), first.start + title.end("host")))
    state.host = party(form, 0, len(form.text.rstrip()))
    state.listing = state.listing or Presence.PRESENT
    builder.note(state.host)
    builder.quote(first)
    if len(block.lines) > 1:
        _under_host(state, Block(block.lines[1:], block.lines[1].span.start, "item"))
    return True


def _under_host(state: Running, block: Block) -> bool:
    """Reads names that stand below their organisation's, as it stands over them; False where none does."""
    document = state.builder.document
    read = [entries(document.reading_form(_unmarked(document, line))) for line in block.lines]
    if block.lines[0].blank_before and block.kind != "item":
        state.host = None
    host = _host(read[0])
    below = document.lines[index] if (index := _below(document, block)) < len(document.lines) else None
    after = (
        read[1]
        if len(read) > 1
        else entries(document.reading_form(_unmarked(document, below)))
        if below
        else None
    )
    if host and after and all(one.persons and not one.organisation for one in after):
        state.host = host
    if state.host is None or any(lines is None for lines in read):
        return False
    for line, lines in zip(block.lines, read, strict=True):
        host = _host(lines)
        if host and host is not state.host:
            state.host = host
        quote = state.builder.quote(line.span)
        for one in lines or ():
            enter(state.builder, one, quote.span, state.listing)
            for person in one.persons if one.organisation is None else ():
                state.builder.roster.add(person, state.host)
                beside = next(span for span in state.builder.quotes if span.holds(state.host.span))
                reason = Reason.NAMED_TOGETHER_IN_LIST
                state.builder.pairings.append(Pairing(person, state.host, beside, reason, one.role))
    return True


def _host(read: tuple[Entry, ...] | None) -> Party | None:
    """The organisation that a line names alone, where it surely is one."""
    if not read or len(read) != 1 or read[0].persons or read[0].organisation is None:
        return None
    return read[0].organisation if looks_organisational(read[0].organisation.name) else None


def _below(document: Document, block: Block) -> int:
    """Index of the line below a block."""
    return bisect_right(document.lines, block.lines[-1].span.start, key=lambda line: line.span.start)


def _one_a_line(document: Document, block: Block, start: int) -> bool:
    """Whether a list that begins beside its heading goes on with one entry a line."""
    words = [line.span.of(document.text) for line in block.lines]
    words[0] = words[0][start:]
    broken = any(line[:1].islower() for line in words[1:])  # "Sotenäs / kommun": lines of one paragraph
    full = any(len(line) > FULL and line.count(",") > 1 and not WIDE.search(line) for line in words[:-1])
    apart = not any(line.rstrip().endswith((",", ";", " och", " samt")) for line in words[:-1])
    return len(words) > 1 and apart and not broken and not full


def _unmarked(document: Document, line: Line) -> Span:
    mark = MARK.match(line.span.of(document.text))
    return Span(line.span.start + (mark.end() if mark else 0), line.span.end)


def top_field(state: Running, block: Block) -> bool:
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
            read = entries(form, field.end())
            if read and given(read):
                for one in read:
                    enter(builder, one, line.span, None)
                continue
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


def announced(state: Running, form: ReadingForm, label: Label, span: Span) -> None:
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


def signature(form: ReadingForm) -> bool:
    """Whether nothing but persons' names stands behind a label."""
    label = parse(form)
    short = len(form.text.split()) < FULL_NAME and might_be_person(form.text.rstrip(". "))
    return short or (bool(label.persons) and label.organisation is None and names_only(form, label))


def panel(state: Running, block: Block, form: ReadingForm) -> bool:
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


def listed(state: Running, block: Block, form: ReadingForm) -> bool:
    """Notes whom a line of a programme names: "Maria Lind, vd, Ale Bygg"; False where it says more."""
    builder = state.builder
    host = HOST.match(form.text)
    read = entries(form, host.end() if host else 0)
    if read and given(read):
        quote = builder.quote(block.span)
        for one in read:
            enter(builder, one, quote.span, None)
        return True
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
