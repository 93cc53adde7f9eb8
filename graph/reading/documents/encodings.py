"""Bytes to characters: UTF-8 and UTF-16 by their form, the old code pages by what Swedish looks like in them."""

import codecs

CODE_PAGES = ("cp1252", "mac_roman", "cp850", "cp437")
"""In order of precedence: of two readings that look as Swedish, the earlier wins."""
LETTERS = frozenset("åäöÅÄÖéÉüÜ")
SIGNS = frozenset("–—“”’•…§°½€▪")


def decoded(content: bytes) -> str | None:
    """The text, a leading byte order mark dropped; None where the bytes are no text at all.

    A code page is taken by the letters that it yields: each å, ä, ö, é, ü counts for it, each sign that
    minutes do not use against it.
    """
    if content.startswith(codecs.BOM_UTF8):
        return _strictly(content, "utf-8-sig")
    if content[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return _strictly(content, "utf-16")
    zeros = content.count(0)
    if zeros:
        if len(content) % 2 or zeros < 0.3 * len(content):
            return None
        little = content[1::2].count(0) > content[0::2].count(0)
        return _strictly(content, "utf-16-le" if little else "utf-16-be")
    return _strictly(content, "utf-8") or _by_code_page(content)


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _by_code_page(content: bytes) -> str | None:
    readings = [(text, rank) for rank, page in enumerate(CODE_PAGES) if (text := _strictly(content, page))]
    best = max(readings, key=lambda reading: (_swedish(reading[0]), -reading[1]), default=None)
    return best[0] if best else None


def _swedish(text: str) -> float:
    return sum(
        2.0 if letter in LETTERS else 1.0 if letter in SIGNS else -2.0 for letter in text if ord(letter) > 127
    )
