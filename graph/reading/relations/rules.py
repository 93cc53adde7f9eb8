"""The rules of ties as data, each with the sentences that show what it finds and what it leaves."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from graph.model.terms import Certainty, Predicate, Status
from graph.reading.relations.phrases import Form, form

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
    text = files(__package__).joinpath("rules.toml").read_text(encoding="utf-8")
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


@cache
def telling() -> tuple[str, ...]:
    """Every word that some form cannot do without, each once: what a text must be searched for."""
    needed = (word for rule in rules() for form in rule.forms for word in (*form.needs, form.kind) if word)
    return tuple(dict.fromkeys(needed))


def _forms(row: dict[str, Any]) -> Iterator[Form]:
    """A rule's phrases, and the pattern of one that is written as a regular expression."""
    for phrase in row.get("phrases", ()):
        yield form(phrase, Predicate(row["predicate"]), row.get("A", ""), row.get("B", ""))
    if "pattern" in row:
        pattern = row["pattern"]
        for name, written in MACROS.items():
            pattern = pattern.replace(name, written)
        yield Form(pattern, tuple(row.get("needs", ())))
