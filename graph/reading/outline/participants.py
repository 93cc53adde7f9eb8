"""Lists and tables of participants: who was there, for whom, and who was not."""

import re

from graph.lexicon.verbs import speech_verbs
from graph.model.outline import Pairing, Party, Presented
from graph.model.terms import Kind, Presence, Reason
from graph.model.text import ReadingForm, Span
from graph.reading.outline.builder import Builder
from graph.reading.outline.cells import cells
from graph.reading.outline.entries import Entry, entries
from graph.reading.outline.labels import Label, parse
from graph.reading.outline.openings import AWAY, WIDE, presence_of
from graph.reading.outline.personal_names import is_known_given, looks_organisational, might_be_person
from graph.reading.outline.remarks import REMOTE
from graph.reading.outline.roles import is_role

PIECE_END = re.compile(r"\([^()]*\)|([,;]|\s(?:och|samt)\s)")
COLUMN = re.compile(r"(?:[^ |\t]| (?! ))+")
COLUMNS = re.compile(
    r"(?:navn|deltakere?|organisasjon|rolle|stilling|name|participants?|organization|role|title|namn|deltagare|organisation|roll|anm\.?|funktion|titel|närvaro|parti)$",
    re.IGNORECASE,
)


def is_entry(words: str) -> bool:
    """Whether a line could name a participant: short, no sentence, beginning with a capital."""
    bare = words.strip(" -•▪*o")
    small = [word for word in bare.split() if word.islower()]
    told = bare.endswith((".", "!", "?")) and (
        len(small) > 2 or any(word in speech_verbs() for word in small)
    )
    return (
        len(bare) < 110
        and not told
        and bool(re.match(r"[A-ZÅÄÖÁÉ]|[A-Z]\.", bare))
        and not re.search(r"[a-zåäö]{3,}[.!?:]\s", bare)
    )


def row(builder: Builder, line: Span, presence: Presence) -> None:
    """One row of a table: name, organisation, remark or role, in any order."""
    parts = _columns(builder.document.text, line) or cells(builder.document, line)
    if all(COLUMNS.match(cell.of(builder.document.text)) for cell in parts):
        builder.quote(line)
        return
    remarks = [cell.of(builder.document.text) for cell in parts[1:]]
    said = next(
        (presence_of(remark) for remark in remarks if presence_of(remark) is not Presence.PRESENT), presence
    )
    labels = [_label(builder, cell) for cell in parts]
    persons = tuple(person for label in labels for person in label.persons)
    organisations = [label.organisation for label in labels if label.organisation]
    if not persons and len(organisations) > 1 and might_be_person(organisations[0].name):
        persons = (Party(organisations[0].span, organisations[0].name, Kind.PERSON, organisations[0].name),)
        organisations = organisations[1:]
    organisation = organisations[0] if organisations else None
    role = next((label.role for label in labels if label.role), None)
    present(builder, Label(persons, organisation, role=role), line, said)


def _columns(text: str, line: Span) -> tuple[Span, ...]:
    """The cells of a line whose columns stand apart by white space alone; none where it has no columns."""
    words = line.of(text)
    if "|" in words or "\t" in words or not WIDE.search(words.replace(")", "x").replace(".", "x")):
        return ()
    found = []
    for piece in COLUMN.finditer(words):
        bare = piece.group().strip()
        if bare:
            start = line.start + piece.start() + piece.group().index(bare)
            found.append(Span(start, start + len(bare)))
    return tuple(found)


def _label(builder: Builder, cell: Span) -> Label:
    words = cell.of(builder.document.text)
    if is_role(words):
        return Label(role=words)
    if REMOTE.match(words) or AWAY.fullmatch(words):
        return Label()
    return parse(builder.document.reading_form(cell))


def entry(builder: Builder, span: Span, presence: Presence) -> None:
    """One line of a list: "Name, Org", "Org: A, B", "A, B, Org", "Name (S)", "Name, Org (remark)"."""
    form = builder.document.reading_form(span)
    text = form.text
    read = entries(form)
    if read and any(one.persons for one in read) and _whole(read):
        quote = builder.quote(span)
        for one in read:
            enter(builder, one, quote.span, presence)
        return
    if _columns(builder.document.text, span):
        row(builder, span, presence)
        return
    remark = re.search(r"\((?P<words>[^()]*)\)\s*$", text)
    said = presence_of(remark["words"]) if remark else presence
    said = presence if said is Presence.PRESENT else said
    label = parse(form)
    if not label.persons and label.organisation and _sole_given(label.organisation.name):
        person = label.organisation
        label = Label((Party(person.span, person.name, Kind.PERSON),))
    present(builder, label, span, said)


def _whole(read: tuple[Entry, ...]) -> bool:
    """Whether no organisation is left over beside somebody who has none."""
    return all(one.persons for one in read) or all(one.organisation for one in read if one.persons)


def _sole_given(name: str) -> bool:
    first = name.split(",")[0].strip()
    return is_known_given(first) and not looks_organisational(name)


def several(builder: Builder, span: Span, presence: Presence) -> None:
    """Names on one line after a colon: "A, B", "A (Org), B (Org)", "A, Org; B, Org".

    What of them says more than names, roles and remarks is left out.
    """
    form = builder.document.reading_form(span)
    quote = builder.quote(span)
    for begin, stop in _readable(form):
        for one in entries(form, begin, stop) or ():
            enter(builder, one, quote.span, presence)


def _readable(form: ReadingForm) -> list[tuple[int, int]]:
    """The whole where it only names people, else those of its parts that do."""
    if entries(form):
        return [(0, len(form.text))]
    joints = [match for match in PIECE_END.finditer(form.text) if match[1]]
    starts = [0, *(match.end(1) for match in joints)]
    ends = [*(match.start(1) for match in joints), len(form.text)]
    found: list[tuple[int, int]] = []
    for begin, stop in zip(starts, ends, strict=True):
        if not form.text[begin:stop].strip(" .") or not entries(form, begin, stop):
            continue
        if found and form.text[found[-1][1] : begin].strip() in (",", "", "och", "samt"):
            longer = (found[-1][0], stop)
            if entries(form, *longer):
                found[-1] = longer
                continue
        found.append((begin, stop))
    return found


def enter(builder: Builder, one: Entry, quote: Span, presence: Presence | None) -> None:
    """Enters one entry of a list: attendance where a `presence` is told, and the pairing."""
    if presence is Presence.PRESENT and one.remark:
        presence = presence_of(one.remark)
    if presence is Presence.PRESENT and one.instead_of:
        presence = Presence.SUBSTITUTE
    builder.note(*one.persons, one.organisation)
    if not one.persons and one.organisation and presence:
        builder.presented.append(Presented(one.organisation, presence, quote))
    for person in one.persons:
        builder.roster.add(person, one.organisation)
        if one.short:
            builder.roster.called[one.short.name] = one.short
        if presence:
            builder.presented.append(Presented(person, presence, quote, one.instead_of))
        if one.role:
            builder.roster.list_title(one.role, person)
        if one.organisation:
            reason = Reason.NAMED_TOGETHER_IN_LIST
            builder.pairings.append(Pairing(person, one.organisation, quote, reason, one.role))


def present(builder: Builder, label: Label, line: Span, presence: Presence) -> None:
    """Enters whom one line names: attendance, and the pairing of its persons with its organisation."""
    quote = builder.quote(line)
    if label.instead_of:
        presence = Presence.SUBSTITUTE
    builder.note(*label.persons, label.organisation)
    if not label.persons and label.organisation:
        builder.presented.append(Presented(label.organisation, presence, quote.span))
    for person in label.persons:
        builder.roster.add(person, label.organisation)
        builder.presented.append(Presented(person, presence, quote.span, label.instead_of))
        if label.role:
            builder.roster.list_title(label.role, person)
        if label.organisation:
            reason = Reason.NAMED_TOGETHER_IN_LIST
            builder.pairings.append(Pairing(person, label.organisation, quote.span, reason, label.role))
