"""Bytes to characters: UTF-8 and UTF-16 by their form, old code pages by how Swedish looks in them."""

import codecs

CODE_PAGES = ("cp1252", "mac_roman", "cp850", "cp437")
"""In order of precedence: of two readings that look as Swedish, the earlier wins."""
LETTERS = frozenset("åäöÅÄÖéÉüÜ")
SIGNS = frozenset("–—“”‘’•…§°½€£´·«»®\u00a0\u00ad▪")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(content: bytes) -> str | None:
    """The text, a leading byte order mark dropped; None where the bytes are no text at all.

    A code page is taken by the letters that it yields: each å, ä, ö, é, ü where Swedish has them counts
    for it, each sign that minutes do not use against it. Raises UnicodeDecodeError for UTF-8 that is
    damaged somewhere: read as a code page, every other letter of it would be wrong.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding)
    zeros = content.count(0)
    if zeros:
        if len(content) % 2 or zeros < 0.3 * len(content):
            return None
        little = content[1::2].count(0) > content[0::2].count(0)
        return _strictly(content, "utf-16-le" if little else "utf-16-be")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        if _damaged_utf8(content):
            raise
        return _by_code_page(content)


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _damaged_utf8(content: bytes) -> bool:
    """Whether more Swedish letters come out whole as UTF-8 than there are bad bytes."""
    text = content.decode("utf-8", errors="replace")
    return sum(letter in LETTERS or letter in SIGNS for letter in text) > text.count("\ufffd")


def _by_code_page(content: bytes) -> str | None:
    readings = [(text, rank) for rank, page in enumerate(CODE_PAGES) if (text := _strictly(content, page))]
    best = max(readings, key=lambda reading: (_swedish(reading[0]), -reading[1]), default=None)
    return best[0] if best else None


def _swedish(text: str) -> float:
    """How much a text looks like Swedish by its letters beyond ASCII."""
    score = 0.0
    before = " "
    for letter in text:
        if ord(letter) > 127:
            if letter in LETTERS:
                # "SmÖrgås": no capital stands inside a word of small letters, and é and ü open none
                misplaced = before.islower() if letter.isupper() else letter in "éü" and not before.isalpha()
                score += 0.0 if misplaced else 2.0
            else:
                score += 1.0 if letter in SIGNS else -2.0
        before = letter
    return score
