"""What lines say of attendance: sentences that list who was there, and lists under "Närvarande:" in any layout."""

import re
from collections.abc import Iterator

from graph.model.terms import Presence
from graph.model.text import Document, Span
from graph.reading.outline.openings import opening, presence_of

TOLD = re.compile(
    r"(?!(?:Från|För|Fra|From)\s)[A-ZÅÄÖ][^,;:.()]{0,60}?\b(?:satt|var|är|deltog|deltar|hade|medverkade|medverkar|närvarade|fanns|gjorde|kom|möttes|återfanns"
    r"|deltok|møtte|were|was|anmälts\sav|lämnats\sav|meddelats\sav|anmäldes\sav|lämnades\sav|meddelades\sav|(?:in)?kom\sfrån)\s(?:bland\sandra\s|bl\.\s?a\.\s|även\s|också\s)?(?=[A-ZÅÄÖ]|[a-zåäö-]+\s[A-ZÅÄÖ])"
)
"""A sentence that goes on as a list: "I panelen satt …", "Förhinder hade …"."""
ATTENDANCE = re.compile(
    r"närvar|deltog|deltar|delto|medverka|på plats|bordet|förhind|frånvar|återbud|gäst|møtte", re.IGNORECASE
)
"""What a sentence says of attendance before it names people."""


def told_presence(words: str) -> Presence | None:
    """What a sentence that lists people says of their attendance, if it does."""
    told = TOLD.match(words)
    return presence_of(told.group()) if told and ATTENDANCE.search(told.group()) else None


def listed_presence(document: Document) -> dict[Span, Presence]:
    """What the heading of a list of participants says of each line below it, and of its own line."""
    return dict(_listed(document))


def _listed(document: Document) -> Iterator[tuple[Span, Presence]]:
    """A list goes on until an empty line; one may stand between it and its heading."""
    presence: Presence | None = None
    begun = False
    for line in document.lines:
        words = line.span.of(document.text)
        opened = opening(words)
        if opened:
            presence, begun = presence_of(opened["words"]), bool(opened["rest"])
            if opened["rest"]:
                yield line.span, presence
        elif presence and not (line.blank_before and begun):
            begun = True
            yield line.span, presence
        else:
            presence = None
