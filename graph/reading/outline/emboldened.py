"""Labels that nothing but their weight sets off from what is said: a file's bold letters, then ordinary ones."""

from graph.model.text import Document, Span
from graph.reading.outline.attribution import Named
from graph.reading.outline.labels import names_only, parse
from graph.reading.outline.sentences import lines_of


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
