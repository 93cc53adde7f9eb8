"""Known organisations by a name as it is written, capitals and all."""

from functools import lru_cache

from graph.lexicon.gazetteer import Entry, organisations

SHORT = 5
"""Letters of the longest form that is told from a word by its capitals alone."""


@lru_cache(maxsize=8192)
def organisations_named(words: str) -> tuple[Entry, ...]:
    """The known organisations that bear a name as written; none where only an abbreviation's letters agree.

    "HAN" in capitals may be an abbreviation, "Han" is a pronoun: short forms want their own capitals.
    """
    found = organisations().get(words.casefold(), ())
    if len(words) > SHORT or words.isupper():
        return found
    return tuple(entry for entry in found if words in (entry.name, *entry.forms))
