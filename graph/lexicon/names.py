"""Personal names that are known beforehand, and words that only look like them."""

from functools import cache

from graph.lexicon.tables import table


@cache
def given_names() -> dict[str, bool]:
    """Given names, each with whether its lower-case form is an ordinary word ("Bo", "Per")."""
    return {row["name"]: row["word"] == "1" for row in table("given_names")}


@cache
def surnames() -> dict[str, bool]:
    """Surnames, each with whether its lower-case form is an ordinary word ("Berg", "Ek")."""
    return {row["name"]: row["word"] == "1" for row in table("surnames")}


def is_given_name(word: str) -> bool:
    """Whether a word, or each part of a hyphenated one, is a known given name."""
    known = given_names()
    return word in known or ("-" in word and all(part in known for part in word.split("-")))


def is_surname(word: str) -> bool:
    """Whether a word, or each part of a hyphenated one, is a known surname."""
    known = surnames()
    return word in known or ("-" in word and all(part in known for part in word.split("-")))
