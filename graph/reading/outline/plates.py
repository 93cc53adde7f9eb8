"""Nameplates: who speaks, alone on one or two lines straight over the text, or as fields ("Namn: …", "Org: …")."""

import re

from graph.lexicon.verbs import speech_verbs
from graph.model.text import Document, Line, Span
from graph.reading.outline.headlines import short
from graph.reading.outline.labels import Label, names_only, parse, party
from graph.reading.outline.marks import MARK
from graph.reading.outline.openings import opening
from graph.reading.outline.personal_names import all_capitals, could_be_organisation, looks_organisational

WHO = re.compile(r"(?:namn|talare|navn|name|speaker)\s*:\s*(?=\S)", re.IGNORECASE)
WHOM = re.compile(
    r"(?:org|organisation|organisasjon|organization|företag|bolag|företräder|kommun|myndighet|company)"
    r"\.?\s*:\s*(?=\S)",
    re.IGNORECASE,
)
JOINT = re.compile(r":\s|\s[–—-](?:\s|$)|\(|,\s|[:,]$")
"""What stands between a person and their organisation in one heading."""
AS_WHAT = re.compile(r"(?:roll|titel|funktion|rolle|stilling|role|title)\s*:\s*(?=\S)", re.IGNORECASE)


def plate(document: Document, index: int) -> int:
    """How many lines from `index` on are a nameplate over text; 0 where none begins there."""
    lines = document.lines[index : index + 3]
    if len(lines) < 2 or not lines[0].blank_before or not plain(document, lines[0]):
        return 0
    first = _named(document, lines[0])
    if first is None or lines[1].blank_before:
        return 0
    second = _named(document, lines[1]) if len(lines) > 2 and plain(document, lines[1]) else None
    if second and not lines[2].blank_before and _complete(first, second) and _told(document, lines[2]):
        return 2
    sure = first.organisation is None or looks_organisational(first.organisation.name)
    return 1 if sure and second is None and _told(document, lines[1]) else 0


def field_plate(document: Document, index: int) -> int:
    """How many lines from `index` on are fields that name who speaks: "Namn: Bo Ek", "Org: Almi"."""
    words = document.lines[index].span.of(document.text)
    if not WHO.match(words):
        return 0
    count = 1
    for line in document.lines[index + 1 : index + 3]:
        below = line.span.of(document.text)
        if line.blank_before or not (WHOM.match(below) or AS_WHAT.match(below)):
            break
        count += 1
    return count if count > 1 else 0


def broken_head(document: Document, index: int) -> int:
    """2 where two lines from `index` on are one heading that a narrow column broke: "Nässjö IF (Ishak" / "Erdal)"."""
    lines = document.lines[index : index + 3]
    if len(lines) < 2 or not lines[0].blank_before or lines[1].blank_before:
        return 0
    if (len(lines) > 2 and not lines[2].blank_before) or not JOINT.search(lines[0].span.of(document.text)):
        return 0
    form = document.reading_form(Span(lines[0].span.start, lines[1].span.end))
    if not short(form.text) or MARK.match(form.text) or opening(form.text):
        return 0
    label = parse(form)
    whole = bool(label.persons) and label.organisation is not None and names_only(form, label)
    return 2 if whole else 0


def plate_label(document: Document, lines: list[Line]) -> Label:
    """Whom the lines of a nameplate name together."""
    label = Label()
    if (
        len(lines) == 2
        and JOINT.search(lines[0].span.of(document.text))
        and not WHO.match(lines[0].span.of(document.text))
    ):
        whole = document.reading_form(Span(lines[0].span.start, lines[1].span.end))
        joined = parse(whole)
        if joined.persons and joined.organisation and names_only(whole, joined):
            return joined
    for line in lines:
        words = line.span.of(document.text)
        field = WHO.match(words) or WHOM.match(words) or AS_WHAT.match(words)
        form = document.reading_form(Span(line.span.start + (field.end() if field else 0), line.span.end))
        if AS_WHAT.match(words):
            label = Label(label.persons, label.organisation, role=form.text)
            continue
        if WHOM.match(words):
            label = Label(label.persons, party(form, 0, len(form.text)), role=label.role)
            continue
        found = parse(form)
        label = Label(
            label.persons or found.persons,
            label.organisation or found.organisation,
            role=label.role or found.role,
        )
    return label


def plain(document: Document, line: Line) -> bool:
    """Whether a line could be a nameplate or a heading over text: short, no stop, no mark, no verb of speech."""
    words = line.span.of(document.text)
    return (
        short(words)
        and words[:1].isupper()
        and not words.endswith((".", ":", ",", ";", "?", "!"))
        and ". " not in words
        and not all_capitals(words)
        and not MARK.match(words)
        and not opening(words)
        and "|" not in words
        and not any(word in speech_verbs() for word in words.split())
    )


def _named(document: Document, line: Line) -> Label | None:
    """Whom a line names, where nothing else stands in it."""
    form = document.reading_form(line.span)
    label = parse(form)
    if label.empty or label.umbrella or not names_only(form, label):
        return None
    if label.organisation and not could_be_organisation(label.organisation.name):
        return None
    return label


def _complete(first: Label, second: Label) -> bool:
    """Whether one of two lines names the person and the other what they speak for."""
    whole = {True, False} == {bool(first.persons), bool(second.persons)}
    apart = (first.organisation is None) != (second.organisation is None)
    return whole and apart


def _told(document: Document, line: Line) -> bool:
    """Whether a line is running text: words in small letters after its first."""
    words = line.span.of(document.text).split()
    return len(words) > 2 and any(word[:1].islower() for word in words[1:]) and not opening(" ".join(words))
