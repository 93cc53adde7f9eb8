"""Words in a file's name or a title that say that it is a draft."""

import re
from functools import cache

from graph.lexicon.tables import table

WORD = re.compile(r"[^\W\d_]+")


@cache
def draft_words() -> frozenset[str]:
    """The words, case folded."""
    return frozenset(row["word"] for row in table("draft_words"))


def is_draft(name: str) -> bool:
    """Whether a name says so: "protokoll 12 mars UTKAST.docx"."""
    return any(word in draft_words() for word in WORD.findall(name.casefold()))
