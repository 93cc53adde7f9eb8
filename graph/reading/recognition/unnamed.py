"""Parties that the words point at without naming them: "kommunen", "destinationer", a misspelt name."""

import re

from rapidfuzz.distance import DamerauLevenshtein

from graph.lexicon.gazetteer import county_by_form
from graph.lexicon.screened import screened
from graph.model.terms import Certainty, Kind, Reason
from graph.reading.recognition.hits import Hit, Rank
from graph.reading.recognition.words import Passage, Word

BARE = screened(
    r"(?<![\w-])(?P<name>kommunen|kommunerna|kommuner|regionen|regioner|länsstyrelsen|länsstyrelserna|"
    r"landstinget|högskolan|universitetet|destinationer(?:na)?"
    r"|myndigheten|myndigheterna|handelskammaren|näringslivet|branschen|skolorna)(?![\w-])"
)
AS_PLACE = re.compile(
    r"(?:\bi|\binom|\bhela|\bute i|\butifrån|\butanför|"
    r"\brunt om i|\böver hela|\bfrån|\bflera|\bsmå|\bandra|\bde)\s+"
    r"(?:hela\s+|andra\s+|små\s+|södra\s+|norra\s+)?$",
    re.IGNORECASE,
)
OPENING = screened(r"(?<![\w-])(?P<name>Kommunen|Kommunerna|Bolaget|Föreningen)(?=\s[a-zåäö])")
"""Heads that a sentence opens with: whose they are, only the section can tell."""
PRINCIPAL = screened(
    r"(?<![\w-])(?<!Region )(?<!Länsstyrelsen )"
    r"(?P<name>[A-ZÅÄÖ][a-zåäö]+(?: [A-ZÅÄÖ][a-zåäö]+)?)\s(?:är|blir|var|står som)\s"
    r"(?:huvudman|värdlän|samordnare|ansvarig)"
)
"""A county's bare name where an authority alone can be meant: "X är huvudman för uppdraget"."""
PARTNER = screened(r"\b(?:med|mellan|av|från|hos|och)\s+(?P<name>[a-zåäö]{10,})(?![\w-])")
NEAR = 4
"""Letters in which a misspelt name may differ from the one that the document has elsewhere."""
ROOT = 6
"""Letters at the beginning that the two must share."""


def _begins_clause(passage: Passage, word: Word) -> bool:
    """Whether a clause begins with the word: "att Värmland är huvudman"."""
    return (
        word.opens
        or word.gap != " "
        or passage.low(passage.at[word.start] - 1) in ("att", "och", "där", "eftersom", "men", "som")
    )


def unnamed(passage: Passage, names: frozenset[str]) -> list[Hit]:
    """Unnamed parties of a quote. `names` are the document's organisations of one word, case folded."""
    text = passage.text
    hits = [
        Hit(*match.span("name"), Kind.UNNAMED, "bare-head", Rank.GUESS)
        for match in BARE.finditer(text)
        if not AS_PLACE.search(text[: match.start()])
    ]
    hits += [
        Hit(*match.span("name"), Kind.UNNAMED, "bare-head", Rank.NAME)
        for match in OPENING.finditer(text)
        if passage.words[passage.at[match.start("name")]].opens
    ]
    hits += [
        Hit(*match.span("name"), Kind.UNNAMED, "county-as-authority", Rank.PARTY)
        for match in PRINCIPAL.finditer(text)
        if match["name"].casefold() in county_by_form()
        and _begins_clause(passage, passage.words[passage.at[match.start("name")]])
    ]
    for match in PARTNER.finditer(text):
        word = match["name"]
        near = [
            name
            for name in sorted(names)
            if name != word
            and name[:ROOT] == word[:ROOT]
            and name[-3:] == word[-3:]
            and DamerauLevenshtein.distance(name, word) <= NEAR
        ]
        if near:
            hits.append(
                Hit(
                    *match.span("name"),
                    Kind.UNNAMED,
                    "near-name",
                    Rank.GUESS,
                    certainty=Certainty.PROBABLE,
                    reason=Reason.NEAR_SPELLING,
                )
            )
    return hits
