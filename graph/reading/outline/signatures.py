"""Signatures of letters: a greeting or two dashes, a name, and below it what the person is and where."""

import re
from dataclasses import dataclass

from graph.model.text import Document, Line, Span
from graph.reading.outline.entries import Entry, entries
from graph.reading.outline.personal_names import TOKEN, is_known_given, might_be_person, person_at

GREETING = re.compile(
    r"[>\s]*(?:(?:(?:med\s)?(?:vänliga?|varma?|bästa|soliga|många|goda|glada)\s)?(?:hälsning(?:ar)?|hälsn\.?)(?:\sfrån)?|vänligen|mvh|allt\sgott"
    r"|vid\spennan|(?:med\s)?vennlig(?:e)?\shilsen(?:er)?|hilsen|(?:kind|best|warm)\sregards|regards|sincerely"
    r"|ystävällisin\sterveisin|terveisin)(?: [A-ZÅÄÖ][^,.!]{1,40})?\s?[,!.]?",
    re.IGNORECASE,
)
DASHES = re.compile(r"[>\s]*(?:--|__+|\*\*\*)\s*")
REACH = 4
"""Printed lines from a greeting or dashes within which the full name stands."""
BELOW = 4
"""Lines below a name that may say what the person is and where."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines of a signature, and whom they name with an organisation if they do."""

    span: Span
    entry: Entry | None = None


def signatures(document: Document) -> tuple[Signature, ...]:
    """The signatures of a document, in order."""
    found: list[Signature] = []
    lines = document.lines
    index = 0
    while index < len(lines):
        words = lines[index].span.of(document.text)
        opened = GREETING.fullmatch(words) or DASHES.fullmatch(words)
        above = document.text[lines[index - 1].span.end if index else 0 : lines[index].span.start]
        if not opened and re.search(r"^[>\s]*--\s*$", above, re.MULTILINE) and _full_name(words):
            last, entry = _signed(document, index)
            found.append(Signature(Span(lines[index].span.start, lines[last].span.end), entry))
            index = last + 1
            continue
        if not opened:
            index += 1
            continue
        last, entry = index, None
        for place in range(index + 1, min(index + 1 + REACH, len(lines))):
            below = lines[place].span.of(document.text).strip(" >")
            if _full_name(below):
                last, entry = _signed(document, place)
                break
            if not (
                is_known_given(below.strip(" ,.!")) or DASHES.fullmatch(below) or GREETING.fullmatch(below)
            ):
                break
            last = place
        if last > index or DASHES.fullmatch(words) is None:
            found.append(Signature(Span(lines[index].span.start, lines[last].span.end), entry))
        index = last + 1
    return tuple(found)


def _full_name(words: str) -> bool:
    bare = words.strip(" ,.")
    tokens = [match.group() for match in TOKEN.finditer(bare)]
    if "," in bare or not tokens:
        return False
    return person_at(tokens, 0) == len(tokens) or might_be_person(bare)


def _signed(document: Document, place: int) -> tuple[int, Entry | None]:
    """The last line of the signature that the name on a line opens, and whom it names with what."""
    name = document.reading_form(document.lines[place].span)
    start = len(name.text) - len(name.text.lstrip(" >"))
    who = entries(name, start)
    persons = who[0].persons if who and who[0].persons else ()
    last, role = place, None
    for line in document.lines[place + 1 : place + 1 + BELOW]:
        if line.blank_before:
            break
        last += 1
        read = _below(document, line)
        if read is None:
            continue
        role = role or read.role
        if read.organisation and persons:
            end = _end(document, last)
            return end, Entry(persons, read.organisation, role)
    return _end(document, last) if last > place else place, None


def _below(document: Document, line: Line) -> Entry | None:
    """A line of a signature: a role, an organisation, or both."""
    form = document.reading_form(line.span)
    begin = len(form.text) - len(form.text.lstrip(" >"))
    small = form.text[begin : begin + 1].lower() + form.text[begin + 1 :]
    read = entries(form, begin)
    if read is None:
        return None
    role = next((one.role for one in read if one.role), small if not read else None)
    organisation = next((one.organisation for one in read if one.organisation and not one.persons), None)
    return Entry((), organisation, role)


def _end(document: Document, last: int) -> int:
    """The last line without an empty one above it: addresses and numbers belong to the signature."""
    while last + 1 < len(document.lines) and not document.lines[last + 1].blank_before:
        last += 1
    return last
