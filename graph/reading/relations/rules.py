"""The rules of ties as data, each with the sentences that show what it finds and what it leaves."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from graph.lexicon.screened import Screened, screened
from graph.model.terms import Certainty, Predicate, Status

_FILL = r"(?:\b(?:bland annat|bl\.a\.|t\.ex\.|både|den|det|de|[a-zåäö]+a) )?"
_NEXT = r"(?:, | och | samt |, och | respektive | liksom |/)"
MACROS = {
    "{ACTOR}": r"‹[OU]\d+›",
    "{ACTORS}": rf"{_FILL}‹[OU]\d+›(?:{_NEXT}{_FILL}‹[OU]\d+›)*",
    "{SEVERAL}": rf"‹[OU]\d+›(?:{_NEXT}{_FILL}‹[OU]\d+›)+",
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


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `subject` and `object` say where an end comes from that the pattern does not hold.

    `also_actor` takes the clause's own subject beside those of the pattern; `foreign` asks that the
    project be another's: the subject is none of the companies named in it. `spoken` leaves headings and
    rows out. `head` reads the status of the words up to the match's end alone ("i uppdrag att utreda").
    """

    name: str
    predicate: Predicate
    pattern: Screened
    subject: Literal["actor", "speaker"] = "actor"
    object: Literal["", "thing", "speaker"] = ""
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
    text = files(__package__).joinpath("rules.toml").read_text(encoding="utf-8")
    found = []
    for row in tomllib.loads(text)["rule"]:
        pattern = row["pattern"]
        for name, written in MACROS.items():
            pattern = pattern.replace(name, written)
        found.append(
            Rule(
                name=row["name"],
                predicate=Predicate(row["predicate"]),
                pattern=screened(pattern, re.IGNORECASE),
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
