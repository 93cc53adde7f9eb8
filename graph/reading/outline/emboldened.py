"""Labels without a colon: set off by bold letters, or an organisation before a dash."""

import re

from graph.model.text import Document, ReadingForm, Span
from graph.reading.outline.attribution import Named
from graph.reading.outline.heads import organisation_alone
from graph.reading.outline.labels import names_only, parse
from graph.reading.outline.sentences import lines_of

DASH = re.compile(r"(?P<label>[A-ZÅÄÖ][^–—:.!?\n]{2,80}?)\s+[–—-]\s+(?=\S)")


def emboldened(document: Document, span: Span) -> Named | None:
    """Whom the bold letters at the beginning of a paragraph name, where they name and say nothing else."""
    first = lines_of(document, span)[0]
    lead = first.hint.lead if first.hint else 0
    if not lead:
        return None
    form = document.reading_form(span)
    stop = sum(offset < first.span.start + lead for offset in form.offsets)
    stop = len(form.text[:stop].rstrip(" :.,–—-"))
    if not 0 < stop < len(form.text):
        return None
    label = parse(form, 0, stop)
    alone = document.reading_form(form.span(0, stop))
    if label.empty or label.umbrella or not names_only(alone, label):
        return None
    rest = stop + len(form.text[stop:]) - len(form.text[stop:].lstrip(" :.,–—-"))
    return Named(label.persons, label.organisation, rest, label) if rest < len(form.text) else None


def before_dash(form: ReadingForm) -> Named | None:
    """The organisation, or organisation and person, that an item names before a dash and nothing else."""
    match = DASH.match(form.text)
    if match is None:
        return None
    stop = match.end("label")
    label = parse(form, 0, stop)
    if label.organisation is None or label.umbrella:
        return None
    if not label.persons and not organisation_alone(label.organisation.name):
        return None
    if not names_only(ReadingForm(form.text[:stop], form.offsets[:stop]), label):
        return None
    return Named(label.persons, label.organisation, match.end(), label)
