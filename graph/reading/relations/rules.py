"""The rules of ties as data, each with the sentences that show what it finds and what it leaves."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from graph.model.terms import Certainty, Predicate, Status
from graph.reading.relations.phrases import Form, phrased

_FILL = r"(?:\b(?:bland annat|bl\.a\.|t\.ex\.|både|den|det|de|[a-zåäö]+a) )?"
_NEXT = r"(?:, | och | samt |, och | respektive | liksom |/)"
_NO_CLAUSE = r"(?! (?:betalar|står för|svarar för|finansierar|bidrar|skjuter till)\b)"
"""No name that begins a clause of its own: "drivs av A och B, C betalar hälften"."""
MACROS = {
    "{ACTOR}": r"‹[OU]\d+›",
    "{ACTORS}": rf"{_FILL}‹[OU]\d+›(?:{_NEXT}{_FILL}‹[OU]\d+›{_NO_CLAUSE}){{0,14}}",
    "{SEVERAL}": rf"‹[OU]\d+›(?:{_NEXT}{_FILL}‹[OU]\d+›){{1,14}}",
    "{PARTIES}": (
        rf"{_FILL}‹[OU]\d+›s?(?: (?!och |samt )\w+)?"
        rf"(?:{_NEXT}(?:(?!och |samt )[a-zåäö]+ (?:i |för )?){{0,2}}‹[OU]\d+›s?(?: (?!och |samt )\w+)?)+"
    ),
    "{UNDERTAKING}": r"‹[PE]\d+›",
    "{GOAL}": r"‹[PSE]\d+›",
    "{GAP}": r"(?:\s[^\s.;:!?‹]+){0,4}?",
    "{AROUND}": r"(?:\s[^\s.;:!?‹]+|\s‹[PSEL]\d+›){0,7}?",
    "{WIDE}": r"(?:\s[^\s.;:!?‹]+){0,8}?",
    "{BRIDGE}": r"(?:(?!för att)[^.;!?‹]|‹[MNDLHO]\d+›)*?",
    "{AGREEMENT}": r"(?:tecknat|skrivit|slutit|ingått|har|tecknar) (?:ett )?\w*avtal",
}

TOKEN = re.compile("‹([a-z])")
LETTERS = 3
"""Letters of a word that are looked up before the word itself."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `subject` and `object` say where an end comes from that the pattern does not hold.

    `actor` is the clause's own subject, else the speaker (`named`: never by ellipsis), `speaker` the speaker's organisation, `thing` the last named project,
    scheme or event, `next` the one that the next sentence names. A label ("Arrangör:") may stand in a row.
    `also_actor` takes the clause's own subject beside those of the pattern; `foreign` asks that the
    project be another's: the subject is none of the companies named in it. `spoken` leaves headings and
    rows out. `head` reads the status of the words up to the match's end alone ("i uppdrag att utreda").
    """

    name: str
    predicate: Predicate
    forms: tuple[Form, ...]
    subject: Literal["actor", "named", "speaker", "next"] = "actor"
    object: Literal["", "thing", "speaker", "actor", "next"] = ""
    also_actor: bool = False
    foreign: bool = False
    spoken: bool = False
    head: bool = False
    status: Status | None = None
    certainty: Certainty = Certainty.EXPLICIT
    examples: tuple[tuple[str, str], ...] = ()


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the file."""
    return rules_of(files(__package__).joinpath("rules.toml").read_text(encoding="utf-8"))


def rules_of(text: str) -> tuple[Rule, ...]:
    """The rules that a text in the notation of `rules.toml` holds, in its order."""
    found = []
    for row in tomllib.loads(text)["rule"]:
        found.append(
            Rule(
                name=row["name"],
                predicate=Predicate(row["predicate"]),
                forms=tuple(_forms(row)),
                subject=row.get("subject", "actor"),
                object=row.get("object", ""),
                also_actor=row.get("also_actor", False),
                foreign=row.get("foreign", False),
                spoken=row.get("spoken", False),
                head=row.get("head", False),
                status=Status(row["status"]) if "status" in row else None,
                certainty=Certainty(row.get("certainty", "explicit")),
                examples=tuple((sentence, ties) for sentence, ties in row["examples"]),
            )
        )
    return tuple(found)


def standing(low: str) -> list[tuple[Rule, Form]]:
    """The forms that may stand in a text in small letters, with their rules, in the order of the file.

    A form is tried only where a word stands that it cannot do without, and a name of the kind that it asks for.
    """
    every, by_letters, always = _index()
    places = set(always)
    # the letters first: of a thousand words a look-up of the sentence's own leaves some ten to search for
    for letters in by_letters.keys() & {"", *(low[at : at + LETTERS] for at in range(len(low)))}:
        for word, needing in by_letters[letters]:
            if word in low:
                places.update(needing)
    tokens = TOKEN.findall(low)
    kinds, names = frozenset(tokens), len(tokens)
    return [every[place] for place in sorted(places) if every[place][1].may_stand(low, kinds, names)]


@cache
def _index() -> tuple[tuple[tuple[Rule, Form], ...], dict[str, list[tuple[str, list[int]]]], frozenset[int]]:
    """Every form with its rule; by their first letters words and the places of the forms that need them; those that need none."""
    every = tuple((rule, form) for rule in rules() for form in rule.forms)
    by_word: dict[str, list[int]] = {}
    for place, (_, form) in enumerate(every):
        for word in form.needs:
            by_word.setdefault(word, []).append(place)
    by_letters: dict[str, list[tuple[str, list[int]]]] = {}
    for word, needing in by_word.items():
        by_letters.setdefault(word[:LETTERS] if len(word) >= LETTERS else "", []).append((word, needing))
    always = frozenset(place for place, pair in enumerate(every) if not pair[1].needs)
    return every, by_letters, always


def _forms(row: dict[str, Any]) -> Iterator[Form]:
    """A rule's phrases, and the pattern of one that is written as a regular expression."""
    for phrase in row.get("phrases", ()):
        yield phrased(phrase, Predicate(row["predicate"]), row.get("A", ""), row.get("B", ""))
    if "pattern" in row:
        pattern = row["pattern"]
        for name, written in MACROS.items():
            pattern = pattern.replace(name, written)
        yield Form(pattern, tuple(row.get("needs", ())))
