"""Labels: a name as the few short lines that stand under its node, and how much room they take.

Layout, page and figure share them, so that what does not overlap in one overlaps in none.
"""

from graph.picture.characters import printable

LINE = 20
"""Characters that a line holds before it is broken."""

LINES = 3
"""Lines before the rest becomes an ellipsis."""

SIZE = 15.0
"""Height of letters, in pixels of the layout."""

LEADING = 18.0
"""From line to line, in pixels of the layout."""

EM = 0.56
"""Mean width of a letter over its height: DejaVu Sans Condensed and the system fonts of browsers."""


def label_lines(name: str) -> tuple[str, ...]:
    """The name broken between words, at most `LINES` lines of about `LINE` characters; never empty."""
    lines: list[str] = []
    for word in printable(name).split():
        while len(word) > LINE + 6:  # an address, a compound: broken where it must be
            lines.append(word[:LINE])
            word = word[LINE:]
        if lines and len(lines[-1]) + 1 + len(word) <= LINE:
            lines[-1] += " " + word
        else:
            lines.append(word)
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], lines[LINES - 1][: LINE - 1] + "…"]
    return tuple(lines) or ("–",)


def label_size(lines: tuple[str, ...]) -> tuple[float, float]:
    """Width and height of the lines, in pixels of the layout."""
    return max(map(len, lines)) * SIZE * EM + 6, len(lines) * LEADING
