"""Lists and tables of participants: who was there, for whom, and who was not."""

import re

from graph.lexicon.heads import role_titles
from graph.model.outline import Pairing, Party, Presented
from graph.model.terms import Kind, Presence, Reason
from graph.model.text import Span
from graph.reading.outline.builder import Builder
from graph.reading.outline.labels import Label, parse
from graph.reading.outline.personal_names import is_known_given, looks_organisational, might_be_person

OPENING = re.compile(
    r"[*#_\s]*(?P<words>deltagare|närvarande(?:\s+\w+)?|deltog|deltagande|med\s+på\s+mötet|på\s+plats|på\s+länk|länk|digitalt|via\s+(?:teams|länk|zoom)"
    r"|beslutande|ledamöter|tjänstgörande\s+ersättare|ersättare|övriga(?:\s+(?:deltagare|närvarande))?|frånvarande|återbud|förhinder|anmält\s+förhinder|medverkande|inbjudna)[*_\s]*"
    r"(?::[*_]*\s*(?P<rest>.*)|)$",
    re.IGNORECASE,
)
AWAY = re.compile(r"frånvarande|återbud|förhinder|sjuk\b", re.IGNORECASE)
DECLINED = re.compile(r"tackat?\w* nej|avböj", re.IGNORECASE)
REMOTE = re.compile(
    r"^(?:på länk|via \w+|digitalt|antecknar|håller i|t\.?o\.?m\.?.*|fr\.?o\.?m\.?.*|gäst|adjungerad)$",
    re.IGNORECASE,
)
COLUMNS = re.compile(
    r"(?:namn|deltagare|organisation|roll|anm\.?|funktion|titel|närvaro|parti)$", re.IGNORECASE
)
NOBODY = re.compile(
    r"\b(?:ingen\s+(?:med|här|på plats|rapport|representant|deltog|närvarande)|hade\s+förhinder|förhinder"
    r"|frånvarande|skickade\s+ingen|ej\s+närvarande|återbud)\b",
    re.IGNORECASE,
)
"""What says of an organisation that it sent nobody."""


def opening(words: str) -> re.Match[str] | None:
    """The heading of a list of participants, with what stands on the same line after a colon."""
    return OPENING.match(words) if len(words) < 400 else None


def presence_of(words: str) -> Presence:
    """What a heading or a remark says of attendance."""
    if DECLINED.search(words):
        return Presence.DECLINED
    return Presence.ABSENT if AWAY.search(words) else Presence.PRESENT


def is_row(words: str) -> bool:
    """Whether a line is a table's row, its cells parted by bars or by a tab."""
    return " | " in words or words.endswith(" |") or "\t" in words.strip()


def is_entry(words: str) -> bool:
    """Whether a line could name a participant: short, no sentence, beginning with a capital."""
    bare = words.strip(" -•▪*o")
    return (
        len(bare) < 110
        and bool(re.match(r"[A-ZÅÄÖÁÉ]|[A-Z]\.", bare))
        and not re.search(r"[a-zåäö]{3,}[.!?:]\s", bare)
    )


def row(builder: Builder, line: Span, presence: Presence) -> None:
    """One row of a table: name, organisation, remark or role, in any order."""
    text = line.of(builder.document.text)
    cells, place = [], line.start
    for piece in re.split(r"(\s*\|\s*|\t+)", text):
        if piece.strip(" |\t"):
            lead = len(piece) - len(piece.lstrip())
            cells.append(Span(place + lead, place + len(piece.rstrip())))
        place += len(piece)
    if not cells or all(COLUMNS.match(cell.of(builder.document.text).strip()) for cell in cells):
        builder.quote(line)
        return
    remarks = [cell.of(builder.document.text) for cell in cells[1:]]
    said = next(
        (presence_of(remark) for remark in remarks if presence_of(remark) is not Presence.PRESENT), presence
    )
    labels = [_label(builder, cell) for cell in cells]
    persons = tuple(person for label in labels for person in label.persons)
    organisations = [label.organisation for label in labels if label.organisation]
    if not persons and len(organisations) > 1 and might_be_person(organisations[0].name):
        persons = (Party(organisations[0].span, organisations[0].name, Kind.PERSON, organisations[0].name),)
        organisations = organisations[1:]
    organisation = organisations[0] if organisations else None
    role = next((r for r in remarks if r.casefold() in role_titles()), None)
    present(builder, Label(persons, organisation), line, said, role)


def _label(builder: Builder, cell: Span) -> Label:
    words = cell.of(builder.document.text)
    if REMOTE.match(words) or AWAY.fullmatch(words) or words.casefold() in role_titles():
        return Label()
    return parse(builder.document.reading_form(cell))


def entry(builder: Builder, span: Span, presence: Presence) -> None:
    """One line of a list: "Name, Org", "Org: A, B", "A, B, Org", "Name (S)", "Name, Org (remark)"."""
    form = builder.document.reading_form(span)
    text = form.text
    remark = re.search(r"\((?P<words>[^()]*)\)\s*$", text)
    said = presence_of(remark["words"]) if remark else presence
    said = presence if said is Presence.PRESENT else said
    label = parse(form)
    role = remark["words"] if remark and remark["words"].casefold() in role_titles() else None
    if not label.persons and label.organisation and _sole_given(label.organisation.name):
        person = label.organisation
        label = Label((Party(person.span, person.name, Kind.PERSON),))
    present(builder, label, span, said, role)


def _sole_given(name: str) -> bool:
    first = name.split(",")[0].strip()
    return is_known_given(first) and not looks_organisational(name)


def several(builder: Builder, span: Span, presence: Presence) -> None:
    """Names on one line after a colon: each is there for itself."""
    form = builder.document.reading_form(span)
    label = parse(form)
    quote = builder.quote(span)
    if label.persons:
        for person in label.persons:
            builder.note(person)
            builder.roster.add(person, None)
            builder.presented.append(Presented(person, presence, quote.span))
        tail = form.text.rstrip(" .").rsplit(",", 1)[-1].strip()
        if is_known_given(tail):
            begin = form.text.rindex(tail)
            builder.note(Party(form.span(begin, begin + len(tail)), tail, label.persons[0].kind))
        return
    if label.organisation:
        builder.note(label.organisation)
        builder.presented.append(Presented(label.organisation, presence, quote.span))


def present(builder: Builder, label: Label, line: Span, presence: Presence, role: str | None) -> None:
    """Enters whom one line names: attendance, and the pairing of its persons with its organisation."""
    quote = builder.quote(line)
    builder.note(*label.persons, label.organisation)
    if not label.persons and label.organisation:
        builder.presented.append(Presented(label.organisation, presence, quote.span))
    for person in label.persons:
        builder.roster.add(person, label.organisation)
        builder.presented.append(Presented(person, presence, quote.span))
        if label.organisation:
            builder.pairings.append(
                Pairing(person, label.organisation, quote.span, Reason.NAMED_TOGETHER_IN_LIST, role)
            )
