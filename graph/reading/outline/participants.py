"""Lists and tables of participants: who was there, for whom, and who was not."""

import re
from dataclasses import replace
from functools import lru_cache

from graph.lexicon.verbs import speech_verbs
from graph.model.outline import Pairing, Party, Presented
from graph.model.terms import Kind, Presence, Reason
from graph.model.text import Span
from graph.reading.outline.builder import Builder
from graph.reading.outline.cells import cells
from graph.reading.outline.labels import Label, parse
from graph.reading.outline.personal_names import is_known_given, looks_organisational, might_be_person
from graph.reading.outline.remarks import REMOTE
from graph.reading.outline.roles import is_role

OPENING = re.compile(
    r"[*#_\s]*(?P<words>deltagare|närvarande(?:\s+\w+)?|deltog|deltagande|med\s+på\s+mötet|på\s+plats|på\s+länk|länk|digitalt|närvaro(?:lista)?|deltagarlista|via\s+(?:teams|länk|zoom)"
    r"|til\s+stede|deltakere|fremmøtte|forfall|ikke\s+til\s+stede|participants|attendees|attending|present|absent"
    r"|apologies|regrets"
    r"|beslutande(?:\s+ledamöter)?|ej\s+(?:närvarande|deltagande)|inte\s+närvarande|frånvaro|ledamöter|tjänstgörande\s+ersättare|ersättare|övriga(?:\s+(?:deltagare|närvarande))?|frånvarande|återbud|förhinder|anmält\s+förhinder|medverkande|inbjudna)[*_\s]*"
    r"(?::[*_]*\s*(?P<rest>.*)|)$",
    re.IGNORECASE,
)
AWAY = re.compile(
    r"frånvar|ej\s+(?:närvarande|deltagande)|inte\s+närvarande|återbud|förhinder|sjuk\b|forfall"
    r"|ikke\s+til\s+stede|absent|apologies|regrets",
    re.IGNORECASE,
)
DECLINED = re.compile(r"tackat?\w* nej|avböj", re.IGNORECASE)
PIECE_END = re.compile(r"\([^()]*\)|([,;]|\s(?:och|samt)\s)")
WIDE = re.compile(r"(?<=\w) {3,}(?=\S)")
"""A gap between two columns of a plain text."""
COLUMN = re.compile(r"(?:[^ |\t]| (?! ))+")
COLUMNS = re.compile(
    r"(?:navn|deltakere?|organisasjon|rolle|stilling|name|participants?|organization|role|title|namn|deltagare|organisation|roll|anm\.?|funktion|titel|närvaro|parti)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)  # every layout asks it of the same lines
def opening(words: str) -> re.Match[str] | None:
    """The heading of a list of participants, with what stands on the same line after a colon."""
    if len(words) >= 400:
        return None
    gap = WIDE.search(words)
    if gap:  # "Beslutande        Anita Berg (S)": the list begins in the column beside its heading
        words = f"{words[: gap.start()]}:{words[gap.start() + 1 :]}"
    return OPENING.match(words)


def presence_of(words: str) -> Presence:
    """What a heading or a remark says of attendance."""
    if DECLINED.search(words):
        return Presence.DECLINED
    return Presence.ABSENT if AWAY.search(words) else Presence.PRESENT


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
    if _columns(builder.document.text, span):
        row(builder, span, presence)
        return
    form = builder.document.reading_form(span)
    text = form.text
    remark = re.search(r"\((?P<words>[^()]*)\)\s*$", text)
    said = presence_of(remark["words"]) if remark else presence
    said = presence if said is Presence.PRESENT else said
    label = parse(form)
    if not label.persons and label.organisation and _sole_given(label.organisation.name):
        person = label.organisation
        label = Label((Party(person.span, person.name, Kind.PERSON),))
    present(builder, label, span, said)


def _sole_given(name: str) -> bool:
    first = name.split(",")[0].strip()
    return is_known_given(first) and not looks_organisational(name)


def several(builder: Builder, span: Span, presence: Presence) -> None:
    """Names on one line after a colon: "A, B", "A (Org), B (Org)", "A, Org; B, Org".

    A name in parentheses, or one that only organisations bear, is what those before it speak for.
    """
    form = builder.document.reading_form(span)
    quote = builder.quote(span)
    waiting: list[Party] = []
    for begin, stop in _pieces(form.text):
        label = parse(form, begin, stop)
        builder.note(*label.persons)
        if not label.persons and label.organisation and _sole_given(label.organisation.name):
            builder.note(replace(label.organisation, kind=Kind.PERSON, metonym=False, unit_of=None))
        elif label.persons or label.organisation:
            _enter(builder, label, waiting, quote.span, presence)
        if form.text[stop : stop + 1] == ";":
            waiting.clear()


def _pieces(text: str) -> list[tuple[int, int]]:
    """Stretches between commas, semicolons and "och" that stand outside parentheses."""
    found, place = [], 0
    for joint in [*PIECE_END.finditer(text), None]:
        stop = joint.start(1) if joint and joint[1] else len(text)
        if joint and not joint[1]:
            continue
        if text[place:stop].strip(" ."):
            found.append((place, stop))
        place = joint.end(1) if joint else stop
    return found


def _enter(builder: Builder, label: Label, waiting: list[Party], quote: Span, presence: Presence) -> None:
    organisation = label.organisation
    if not label.persons and organisation and not waiting:
        builder.note(organisation)
        builder.presented.append(Presented(organisation, presence, quote))
        return
    for person in label.persons:
        builder.roster.add(person, organisation)
        builder.presented.append(Presented(person, presence, quote))
        if label.role:
            builder.roster.entitle(label.role, person)
    if organisation is None:
        waiting.extend(label.persons)
        return
    builder.note(organisation)
    for person in label.persons or waiting:
        builder.roster.add(person, organisation)
        reason = Reason.NAMED_TOGETHER_IN_LIST
        builder.pairings.append(Pairing(person, organisation, quote, reason, label.role))
    if not label.persons:
        waiting.clear()


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
            builder.roster.entitle(label.role, person)
        if label.organisation:
            reason = Reason.NAMED_TOGETHER_IN_LIST
            builder.pairings.append(Pairing(person, label.organisation, quote.span, reason, label.role))
