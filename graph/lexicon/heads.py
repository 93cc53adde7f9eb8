"""Closed classes of words: heads of names, titles, legal forms, function words."""

from functools import cache
from typing import Literal

from graph.lexicon.tables import table

HeadList = Literal["organisation_heads", "event_heads", "project_heads", "scheme_heads"]


@cache
def heads(name: HeadList) -> dict[str, str]:
    """The heads of one kind of name, each with its class."""
    return {row["head"]: row["class"] for row in table(name)}


@cache
def role_titles() -> dict[str, str]:
    """Titles and roles of persons ("landshövding", "vd"), each with its class."""
    return {row["title"]: row["class"] for row in table("role_titles")}


@cache
def legal_forms() -> dict[str, str]:
    """Legal forms ("AB", "ek. för."), each with where it stands: suffix, prefix or both."""
    return {row["form"]: row["position"] for row in table("legal_forms")}


@cache
def trades() -> frozenset[str]:
    """Trades that stand last in the name of a company: "Lunda Plåt"."""
    return frozenset(row["word"] for row in table("trades"))


@cache
def function_words() -> dict[str, str]:
    """Words that are no name though they open a sentence with a capital, each with its class."""
    return {row["word"]: row["class"] for row in table("function_words")}
