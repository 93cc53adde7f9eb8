"""How deep a page of HTML nests, told before a parser sees it: parsers take quadratic time on deep pages."""

import re

TOKEN = re.compile(r"<!--|-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)")
NOT_CLOSED = """
area base br col embed hr img input link meta source track wbr
p li dt dd tr td th thead tbody tfoot option optgroup rb rt rtc rp colgroup html head body
"""
SHALLOW = frozenset(NOT_CLOSED.split())
"""Elements that hold nothing, or that end where the next one begins (HTML standard, 13.1.2.4)."""
OPAQUE = frozenset(("script", "style", "textarea", "title"))  # what looks like a tag inside is none


def depth(page: str) -> int:
    """The most elements that are open at one place; those with an end of their own accord do not count."""
    deepest = now = 0
    inside: str | None = None  # of a comment or an opaque element
    for token in TOKEN.finditer(page):
        mark, tag = token.group(), (token[2] or "").lower()
        if inside:
            if mark == inside or (tag == inside and token[1]):
                inside = None
        elif mark == "<!--":
            inside = "-->"
        elif tag in OPAQUE:
            inside = None if token[1] else tag
        elif tag and tag not in SHALLOW:
            now = max(0, now - 1) if token[1] else now + 1
            deepest = max(deepest, now)
    return deepest
