"""Personal identity numbers, phone numbers and e-mail addresses masked, before anybody reads on.

Each printed character becomes one █: offsets are those of the text as it was, and nothing of the number goes further.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from graph.model.text import MASKED, Document, Masked, Span
from graph.reading.documents.e_mail import e_mail_addresses
from graph.reading.documents.identity_numbers import identity_numbers
from graph.reading.documents.phones import phones

DIGITS = re.compile(r"[0-9](?:[^0-9\n]{0,4}\n?[0-9]){4}")
"""What a text without has no number worth looking for."""
SIGN = re.compile(r"@|[(\[](?:at|a|snabel-?a)[)\]]", re.IGNORECASE)


def masked(document: Document) -> Document:
    """The document with numbers and addresses of persons masked in text and title, and how many there were."""
    text, counts = masked_text(document.text)
    title = masked_text(document.title)[0] if document.title else document.title
    return replace(document, text=text, title=title, masked=counts)


def masked_text(text: str) -> tuple[str, Masked]:
    """A text of equal length without them, and how many there were of each kind."""
    addresses = list(e_mail_addresses(text)) if SIGN.search(text) else []
    numbers: list[Span] = []
    called: list[Span] = []
    if DIGITS.search(text):
        numbers = list(identity_numbers(text))
        called = [span for span in phones(text) if not any(span.meets(other) for other in numbers)]
    if not (addresses or numbers or called):
        return text, Masked()
    return hidden(text, chain(addresses, numbers, called)), Masked(len(numbers), len(called), len(addresses))


def hidden(text: str, spans: Iterable[Span]) -> str:
    """The text with █ for each character of the spans that is no white space: lines and pages stay."""
    letters = list(text)
    for span in spans:
        for place in range(span.start, span.end):
            if not letters[place].isspace():
                letters[place] = MASKED
    return "".join(letters)
