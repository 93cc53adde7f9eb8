"""WORDS: all of them, `OR`, `"phrase"`, `word*`; inflections and one wrong letter match."""

import re
import sqlite3
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from graph.lexicon.stems import stem

TERM = re.compile(r'"(?P<phrase>[^"]+)"|(?P<word>\S+)')
TOKEN = re.compile(r"[^\W_]+")
FUZZY = 5
"""Letters from which on a word may have one wrong."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must stand there: a word (by stem, near spelling), a phrase, or a beginning."""

    tokens: tuple[str, ...]
    prefix: bool = False


def parse(text: str) -> list[list[Term]]:
    """The alternatives that `OR` parts, each a list of terms that must all stand there."""
    alternatives: list[list[Term]] = [[]]
    for match in TERM.finditer(text):
        if match["word"] in ("OR", "ELLER"):
            alternatives.append([])
            continue
        tokens = tuple(TOKEN.findall((match["phrase"] or match["word"]).casefold()))
        if match["phrase"] and tokens:
            alternatives[-1].append(Term(tokens))
        else:
            last = (match["word"] or "").endswith("*")
            alternatives[-1] += [Term((token,), last and token == tokens[-1]) for token in tokens]
    return [terms for terms in alternatives if terms]


def expression(db: sqlite3.Connection, alternatives: list[list[Term]]) -> str:
    """The FTS5 query of some words. Only letters and digits of them get into it."""
    return " OR ".join("(" + " AND ".join(_term(db, term) for term in terms) + ")" for terms in alternatives)


def _term(db: sqlite3.Connection, term: Term) -> str:
    if len(term.tokens) > 1:
        return f'words : "{" ".join(term.tokens)}"'
    token = term.tokens[0]
    if term.prefix:
        return f'words : "{token}" *'
    ways = [f'words : "{token}"', f'stems : "{stem(token)}"']
    if not _known(db, token):
        ways += [f'words : "{near}"' for near in near_words(db, token)]
    return "(" + " OR ".join(dict.fromkeys(ways)) + ")"


def _known(db: sqlite3.Connection, token: str) -> bool:
    """Whether any quote holds a word or an inflection of it: if none does, a wrong letter is looked for."""
    for column, word in (("words", token), ("stems", stem(token))):
        if db.execute(
            "SELECT 1 FROM vocabulary WHERE col = ? AND term = ? LIMIT 1", (column, word)
        ).fetchone():
            return True
    return False


def near_words(db: sqlite3.Connection, token: str) -> list[str]:
    """Words of the library that differ from one by a single letter, where it is long enough to tell."""
    if len(token) < FUZZY:
        return []
    rows = db.execute(
        "SELECT DISTINCT term FROM vocabulary WHERE col = 'words' AND length(term) BETWEEN ? AND ?",
        (len(token) - 1, len(token) + 1),
    ).fetchall()
    return sorted(
        row[0]
        for row in rows
        if row[0] != token
        and row[0][0] == token[0]
        and DamerauLevenshtein.distance(row[0], token, score_cutoff=1) == 1
    )


def passages(db: sqlite3.Connection, text: str) -> set[int] | None:
    """The passages that hold the words, or stand under a heading that does; None for no words at all."""
    alternatives = parse(text)
    if not alternatives:
        return None
    rows = db.execute(
        "SELECT rowid FROM passage_text WHERE passage_text MATCH ?", (expression(db, alternatives),)
    )
    return {row[0] for row in rows}


def quotes(db: sqlite3.Connection, text: str, every: bool = True) -> set[int]:
    """The quotes that hold the words themselves: all of one alternative, or any of them."""
    alternatives = parse(text)
    if not every:
        alternatives = [[term] for terms in alternatives for term in terms]
    if not alternatives:
        return set()
    rows = db.execute(
        "SELECT rowid FROM quote_text WHERE quote_text MATCH ?", (expression(db, alternatives),)
    )
    return {row[0] for row in rows}


def matched(db: sqlite3.Connection, quote: int, text: str) -> list[tuple[int, int]]:
    """The spans in the document of the words of a quote that match, by stem, spelling or beginning."""
    row = db.execute("SELECT start, raw FROM quote WHERE id = ?", (quote,)).fetchone()
    terms = [term for terms in parse(text) for term in terms]
    exact = {token for term in terms for token in term.tokens if not term.prefix}
    stems = {stem(token) for token in exact}
    near = {word for token in exact if not _known(db, token) for word in near_words(db, token)}
    beginnings = tuple(term.tokens[0] for term in terms if term.prefix)
    found = []
    for match in TOKEN.finditer(row["raw"]):
        word = match.group().casefold()
        if (
            word in exact
            or word in near
            or stem(word) in stems
            or (beginnings and word.startswith(beginnings))
        ):
            found.append((row["start"] + match.start(), row["start"] + match.end()))
    return found
