"""Where a line or a column ends for good, so that no name runs over it."""

import re

from graph.model.text import Document, ReadingForm

COLUMN = 3
"""Blanks that part columns, or one tab."""
LISTED = re.compile(r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){1,3}(?: AB)?")
"""A line that is a name and nothing more: the next line is the next of the list."""
NEAR = 6
"""Lines to either side that tell how wide the text is."""
NARROWEST = 40
"""Characters of a line that may wrap; columns of print are hardly narrower."""
RAGGED = 0.8
"""Share of the width under which a line did not need to end before the next word."""


def broken(document: Document, form: ReadingForm) -> str:
    """The reading form with a line feed where a line ended before its time, or a column ends.

    A line that had room for the next word was ended on purpose: "Region Skåne", and "Eva Ek" under it, are
    two names. As long as the reading form, so offsets hold in both.
    """
    text, offsets = document.text, form.offsets
    raw = text[offsets[0] : offsets[-1] + 1] if offsets else ""
    if "\n" not in raw and "\t" not in raw and " " * COLUMN not in raw:
        return form.text  # one line of words, as most sentences are
    kept = list(form.text)
    for index in range(1, len(kept) - 1):
        if kept[index] != " " or (offsets[index + 1] - offsets[index] == 1 and text[offsets[index]] == " "):
            continue
        gap = text[offsets[index] : offsets[index + 1]]
        if not kept[index + 1].isupper() or gap.strip() or not _apart(kept, index):
            continue
        if gap.startswith((" \n", " \r\n")):
            continue  # a blank before the line feed is left by the wrapping of a paragraph
        if _parts_columns(gap) or ("\n" in gap and _had_room(text, offsets[index], offsets[index + 1])):
            kept[index] = "\n"
    return "".join(kept)


def _apart(kept: list[str], index: int) -> bool:
    """Whether the word before may end a name: no joint in lower case ("Högskolan i"), nothing but a letter or mark."""
    start = index
    while start and kept[start - 1].isalpha():
        start -= 1
    word = "".join(kept[start:index])
    return kept[index - 1] not in "&-–/" and not (word.islower() and len(word) < 5)


def _parts_columns(gap: str) -> bool:
    return "\n" not in gap and ("\t" in gap or len(gap) >= COLUMN)


def _had_room(text: str, end: int, following: int) -> bool:
    """Whether the word that begins the next line would have had room on the line that ends here."""
    before = text.rfind("\n", 0, end) + 1
    if LISTED.fullmatch(text[before:end].strip()):
        return True
    first = before
    for _ in range(NEAR):
        first = text.rfind("\n", 0, max(first - 1, 0)) + 1
    last = following
    for _ in range(NEAR):
        last = text.find("\n", last + 1)
        if last < 0:
            last = len(text)
            break
    lines = (line.rstrip() for line in text[first:last].split("\n"))
    width = max(NARROWEST, *(0 if "|" in line else len(line) for line in lines))
    word = re.match(r"\S+", text[following:])
    return end - before + 1 + (word.end() if word else 0) < RAGGED * width
