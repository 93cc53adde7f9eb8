"""WORDS: all of them, `OR`, `"phrase"`, `word*`; inflections and one wrong letter match."""

import json
import re
import sqlite3
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import DamerauLevenshtein

from graph.lexicon.stems import stem

TERM = re.compile(r'"(?P<phrase>[^"]+)"|(?P<word>\S+)')
TOKEN = re.compile(r"[^\W_]+")
UNKNOWN, KNOWN = 5, 7
"""Letters from which on one may be wrong: in a word that no document has, and in one that some have."""
OR = ("OR", "ELLER")
IN_PASSAGES = """
SELECT rowid FROM passage_text WHERE passage_text MATCH ? AND rowid >> 20 NOT IN (SELECT document FROM silent)
"""
IN_QUOTES = """
SELECT rowid FROM quote_text WHERE quote_text MATCH ? AND rowid >> 20 NOT IN (SELECT document FROM silent)
"""
"""Of documents that speak; 20 is `SHIFT`."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must stand there: a word (by stem, near spelling), a phrase, or a beginning."""

    tokens: tuple[str, ...]
    prefix: bool = False


def parse(text: str) -> list[list[Term]]:
    """The alternatives that `OR` parts, each a list of terms that must all stand there.

    A word of several tokens ("e-tjänst") is a phrase.
    """
    alternatives: list[list[Term]] = [[]]
    for match in TERM.finditer(text):
        if match["word"] in OR:
            alternatives.append([])
            continue
        tokens = tuple(TOKEN.findall((match["phrase"] or match["word"]).casefold()))
        if tokens:
            alternatives[-1].append(Term(tokens, not match["phrase"] and match["word"].endswith("*")))
    return [terms for terms in alternatives if terms]


class Words:
    """Some words, looked up in a library once: which quotes and passages hold them, and where they stand."""

    def __init__(self, db: sqlite3.Connection, text: str) -> None:
        self.db = db
        self.alternatives = parse(text)

    def __bool__(self) -> bool:
        """Whether there is a word at all."""
        return bool(self.alternatives)

    @cached_property
    def expression(self) -> str:
        """The FTS5 query. Only letters and digits of the words get into it."""
        return " OR ".join(f"({' AND '.join(map(self._term, terms))})" for terms in self.alternatives)

    @cached_property
    def any_expression(self) -> str:
        """The FTS5 query of any one of the words."""
        return " OR ".join(self._term(term) for terms in self.alternatives for term in terms)

    def _term(self, term: Term) -> str:
        if len(term.tokens) > 1:
            return f'words : "{" ".join(term.tokens)}"{" *" if term.prefix else ""}'
        token = term.tokens[0]
        if term.prefix:
            return f'words : "{token}" *'
        ways = [f'words : "{token}"', f'stems : "{stem(token)}"']
        ways += [f'words : "{near}"' for near in self.near.get(token, ())]
        return f"({' OR '.join(dict.fromkeys(ways))})"

    @cached_property
    def near(self) -> dict[str, tuple[str, ...]]:
        """Words of the library that differ from one that was asked for by a single letter, not the first."""
        single = {
            term.tokens[0]
            for terms in self.alternatives
            for term in terms
            if len(term.tokens) == 1 and not term.prefix
        }
        return {token: self._near(token) for token in sorted(single)}

    def _near(self, token: str) -> tuple[str, ...]:
        if len(token) < UNKNOWN or not token.isalpha() or (len(token) < KNOWN and self._known(token)):
            return ()
        rows = self.db.execute(
            "SELECT DISTINCT term FROM vocabulary WHERE col = 'words' AND term >= ? AND term < ?"
            " AND length(term) BETWEEN ? AND ?",
            (token[0], chr(ord(token[0]) + 1), len(token) - 1, len(token) + 1),
        )
        own = stem(token)
        return tuple(
            sorted(
                word
                for (word,) in rows
                if DamerauLevenshtein.distance(word, token, score_cutoff=1) == 1 and stem(word) != own
            )
        )

    def _known(self, token: str) -> bool:
        """Whether any quote holds a word or an inflection of it."""
        return any(
            self.db.execute(
                "SELECT 1 FROM vocabulary WHERE col = ? AND term = ? LIMIT 1", (column, word)
            ).fetchone()
            for column, word in (("words", token), ("stems", stem(token)))
        )

    @cached_property
    def passages(self) -> set[int]:
        """The passages that hold all the words of an alternative, or whose heading helps them to."""
        if not self:
            return set()
        found = self.db.execute(IN_PASSAGES, (self.expression,))
        return {row[0] for row in found}

    @cached_property
    def quotes(self) -> set[int]:
        """The quotes that hold all the words of an alternative themselves."""
        return self._quotes(self.expression)

    @cached_property
    def any_quotes(self) -> set[int]:
        """The quotes that hold any of the words."""
        return self._quotes(self.any_expression)

    def _quotes(self, expression: str) -> set[int]:
        if not self:
            return set()
        found = self.db.execute(IN_QUOTES, (expression,))
        return {row[0] for row in found}

    def spans(self, quotes: set[int]) -> dict[int, list[tuple[int, int]]]:
        """Where the words stand in the documents: the spans that match in each of some quotes."""
        rows = self.db.execute(
            "SELECT q.id, q.start, q.raw FROM json_each(?) j JOIN quote q ON q.id = j.value",
            (json.dumps(sorted(quotes)),),
        )
        return {row["id"]: self._spans(row["start"], row["raw"]) for row in rows}

    def _spans(self, start: int, raw: str) -> list[tuple[int, int]]:
        return [
            (start + match.start(), start + match.end())
            for match in TOKEN.finditer(raw)
            if self._stands(match.group().casefold())
        ]

    def _stands(self, word: str) -> bool:
        if word not in self._decided:
            exact, stems, beginnings = self._wanted
            self._decided[word] = (
                word in exact or stem(word) in stems or bool(beginnings and word.startswith(beginnings))
            )
        return self._decided[word]

    @cached_property
    def _decided(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _wanted(self) -> tuple[set[str], set[str], tuple[str, ...]]:
        """Words, stems and beginnings that count as a match."""
        terms = [term for alternative in self.alternatives for term in alternative]
        exact = {token for term in terms for token in term.tokens}
        exact |= {near for held in self.near.values() for near in held}
        stems = {stem(term.tokens[0]) for term in terms if len(term.tokens) == 1 and not term.prefix}
        return exact, stems, tuple(term.tokens[-1] for term in terms if term.prefix)
