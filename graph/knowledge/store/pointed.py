"""Where the words that a decision points at stand now: found again by themselves and by what is around them."""

from collections.abc import Iterable, Iterator
from re import compile as pattern

from rapidfuzz import fuzz

from graph.model.decisions import Words
from graph.model.text import Document, ReadingForm, Span

AROUND = 40
"""Characters before and after a sentence that tell it from equal ones."""

ENOUGH, MARGIN = 5, 3
"""Characters next to a sentence that must be as they were, and more of them than at the next equal sentence."""

NEAR = 92.0
"""How alike (rapidfuzz ratio, 100 the same) a changed sentence must be to count as the one that was meant."""

WEIGHTY = pattern(r"\d+|\b(?:inte|ej|icke|ingen|inget|inga|aldrig|not|no|never)\b")
"""What changes what a sentence says, however few letters it takes."""


def pointing(document: Document, quote: Span, words: Span | None, path: str | None = None) -> Words:
    """The words of a sentence of the document, or the sentence itself, as `found` finds them again."""
    form = _whole(document)
    start, end = _places(form, quote)
    text = form.text[start:end]
    meant, nth = "", 0
    if words is not None:
        one, other = _places(form, words)
        meant = form.text[one:other]
        nth = sum(place < one - start for place in occurrences(text, meant))
    before, after = _around(form.text, start, end)
    return Words(document.sha256, path, text, meant, before, after, nth)


def found(document: Document, sentences: Iterable[Span], words: Words) -> Span | None:
    """The span of the words in a document whose sentences are these; None where they are gone or unsure.

    A sentence that stands once as it was is the one; of several, the one beside which most is as it was. One that was changed is the one if it alone is near-equal, with the same numbers and denials, and
    holds the words once.
    """
    form = _whole(document)
    if not words.quote:
        return None
    start = _only(form.text, words)
    if start is None:
        return None if words.quote in form.text else _near(document, sentences, words)
    if not words.words:
        return form.span(start, start + len(words.quote))
    inside = list(occurrences(words.quote, words.words))
    if words.nth >= len(inside):
        return None
    place = start + inside[words.nth]
    return form.span(place, place + len(words.words))


def inside(document: Document, quote: Span, words: str) -> Span | None:
    """Where words stand first inside a sentence."""
    form = document.reading_form(quote)
    place = next(occurrences(form.text, words), None)
    return None if place is None else form.span(place, place + len(words))


def _whole(document: Document) -> ReadingForm:
    return document.reading_form(Span(0, len(document.text)))


def _places(form: ReadingForm, span: Span) -> tuple[int, int]:
    """Where a raw span lies in the reading form: the letters of it that stand there."""
    inside = [place for place, offset in enumerate(form.offsets) if span.start <= offset < span.end]
    start, end = inside[0], inside[-1] + 1
    while start < end - 1 and form.text[start].isspace():
        start += 1
    while end > start + 1 and form.text[end - 1].isspace():
        end -= 1
    return start, end


def occurrences(text: str, words: str) -> Iterator[int]:
    """Where words stand in a text, not as a part of longer ones."""
    place = text.find(words) if words else -1
    while place >= 0:
        end = place + len(words)
        opens = place == 0 or not (text[place - 1].isalnum() and words[0].isalnum())
        closes = end == len(text) or not (text[end].isalnum() and words[-1].isalnum())
        if opens and (closes or text[end : end + 1] == "s"):  # a genitive is no part of a name
            yield place
        place = text.find(words, place + 1)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(0, start - AROUND) : start].strip(), text[end : end + AROUND].strip()


def _only(text: str, words: Words) -> int | None:
    """Where the sentence stands, if that can be told: the most of what was around it is still there."""
    places = list(occurrences(text, words.quote))
    if len(places) <= 1:
        return places[0] if places else None
    kept: list[tuple[int, int]] = []
    for place in places:
        before, after = _around(text, place, place + len(words.quote))
        kept.append((_common(before[::-1], words.before[::-1]) + _common(after, words.after), place))
    (best, place), (second, _) = sorted(kept, reverse=True)[:2]
    whole = len(words.before) + len(words.after)
    return place if best >= min(ENOUGH, whole) and best - second >= MARGIN else None


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _near(document: Document, sentences: Iterable[Span], words: Words) -> Span | None:
    weight = WEIGHTY.findall(words.quote.casefold())
    near: list[tuple[ReadingForm, int]] = []
    for sentence in dict.fromkeys(sentences):
        form = document.reading_form(sentence)
        alike = fuzz.ratio(words.quote, form.text, score_cutoff=NEAR) >= NEAR
        if alike and WEIGHTY.findall(form.text.casefold()) == weight:
            inside = list(occurrences(form.text, words.words)) if words.words else [0]
            near.append((form, inside[0] if len(inside) == 1 else -1))
    if len(near) != 1 or near[0][1] < 0:
        return None
    form, place = near[0]
    return form.span(place, place + len(words.words) if words.words else len(form.text))
