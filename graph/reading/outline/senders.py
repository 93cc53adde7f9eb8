"""Who said what stands before or behind other words: "… på kvällen! /Cia Dahl", "Sammanfattning: Anna Ek menade"."""

import re

from graph.lexicon.names import is_given_name
from graph.model.outline import Party
from graph.model.terms import Kind
from graph.model.text import ReadingForm
from graph.reading.outline.attribution import Named
from graph.reading.outline.labels import names_only, parse, party
from graph.reading.outline.personal_names import could_be_organisation
from graph.reading.outline.speech import speaking

STROKE = re.compile(r"(?<=[.!?…»”\"')])\s+/\s?(?P<who>[A-ZÅÄÖ][^/|:;!?\d]{1,60}?)\s*/?$")
UNSIGNED = re.compile(
    r"(?<=[.!?…»”\"')])\s+/\s?(?:osignera(?:d|t)|okänd|anonymt?|usignert|unsigned|anonymous)\s*/?$",
    re.IGNORECASE,
)
LED_IN = re.compile(r"[A-ZÅÄÖ][a-zåäö]+(?:\s[a-zåäö]+){0,3}:\s+(?=[A-ZÅÄÖ])")
TAG = re.compile(r"(?:\[[^\[\]\d]{2,20}\]|[●•■▪])\s+")
"""What a note is kept under and nobody says: the colour of its paper."""


def left(words: str) -> bool:
    """Whether a line ends a note with its sender, or says that it has none."""
    return STROKE.search(words) is not None or unsigned(words)


def unsigned(words: str) -> bool:
    """Whether a note says that nobody signed it."""
    return UNSIGNED.search(words) is not None


def sender(form: ReadingForm, known: frozenset[str]) -> tuple[int, Named] | None:
    """Where a note's own words begin, and who left it; `rest` is where they end.

    `known` are given names and surnames of persons that the document names in full.
    """
    match = STROKE.search(form.text)
    if match is None:
        return None
    begin, end = match.span("who")
    tag = TAG.match(form.text)
    start = tag.end() if tag else 0
    comma = form.text.find(",", begin, end)
    stop = comma if comma > 0 else end
    name = form.text[begin:stop]
    if name in known or is_given_name(name):
        body = form.text[stop:end].lstrip(" ,")
        person = Party(form.span(begin, stop), name, Kind.PERSON)
        held = party(form, end - len(body), end) if body and could_be_organisation(body) else None
        return start, Named((person,), held, match.start())
    label = parse(form, begin, end)
    who = ReadingForm(form.text[begin:end], form.offsets[begin:end])
    if label.umbrella or not label.persons or not names_only(who, label):
        return None
    return start, Named(label.persons, label.organisation, match.start(), label)


def led_in(form: ReadingForm, known: frozenset[str]) -> int:
    """Where a sentence that tells who speaks begins behind the words for what it is; 0 where there are none."""
    match = LED_IN.match(form.text)
    if match is None:
        return 0
    end = match.end()
    spoken = speaking(ReadingForm(form.text[end:], form.offsets[end:]), known)
    return end if spoken and spoken.persons else 0
