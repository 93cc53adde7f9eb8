"""NAME: any written form of an actor's name, whole words of one, a given name or a short form."""

import json
import re
import sqlite3
from dataclasses import dataclass

from graph.knowledge.store.bindings import numbered
from graph.model.terms import Kind

WORD = re.compile(r"\w+")
JOINED = re.compile(r"\w+(?:[-‐]\w+)*")
"""A compound that a hyphen joins is one word, but for people: Carl-Erik is called Erik too."""

FORMS = "SELECT DISTINCT folded FROM name WHERE folded LIKE ? ESCAPE '!'"
ACTORS = """
SELECT n.folded, a.id, a.kind, a.shared FROM json_each(?) j JOIN name n ON n.folded = j.value
JOIN actor a ON a.id = n.actor AND a.document NOT IN (SELECT document FROM silent)
"""
SHARED = """
SELECT a.id, a.shared, a.kind, coalesce(s.name, a.name) AS name FROM json_each(?1) j
JOIN actor a ON a.shared = j.value AND a.document NOT IN (SELECT document FROM silent)
LEFT JOIN shared s ON s.id = a.shared
UNION
SELECT a.id, NULL, a.kind, a.name FROM json_each(?2) j JOIN actor a ON a.id = j.value WHERE a.shared IS NULL
ORDER BY 1
"""
RENAMED = "SELECT id, kind, name FROM shared WHERE name <> own"
UNITS = """
WITH RECURSIVE below(id) AS (
  SELECT value FROM json_each(?) UNION SELECT a.id FROM below b JOIN actor a ON a.part_of = b.id
) SELECT id FROM below
"""


@dataclass(frozen=True, slots=True)
class Bearer:
    """An actor of one document that a name fits. `name` is that of the shared actor, where there is one."""

    id: int
    shared: int | None
    kind: str
    name: str


def folded(name: str) -> str:
    """Case folded, white space collapsed, as names are kept."""
    return " ".join(name.split()).casefold()


def bearers(db: sqlite3.Connection, name: str) -> list[Bearer]:
    """The actors that a name fits, and every actor that the same shared actor stands for elsewhere.

    A form fits that has the name's words in their order, each whole but for a genitive -s on either side.
    Letters are letters: "Öster" is no "Oster". An actor without a name of its own is found by the words that
    describe it. A name that a person has given an actor fits as those that documents write do.
    """
    wanted = WORD.findall(folded(name))
    if not wanted:
        return []
    joined = JOINED.findall(folded(name))
    longest = max((_bare(word) for word in wanted), key=len)
    forms = [row[0] for row in db.execute(FORMS, (f"%{_like(longest)}%",))]
    near = [form for form in forms if fits(WORD.findall(form), wanted)]
    whole = {form for form in near if fits(JOINED.findall(form), joined)}
    found = [
        row
        for row in db.execute(ACTORS, (json.dumps(near),))
        if row["folded"] in whole or row["kind"] == Kind.PERSON
    ]
    shared = {row["shared"] for row in found if row["shared"] is not None}
    shared |= {
        row["id"]
        for row in db.execute(RENAMED)
        if fits(
            (WORD if row["kind"] == Kind.PERSON else JOINED).findall(folded(row["name"])),
            wanted if row["kind"] == Kind.PERSON else joined,
        )
    }
    alone = sorted({row["id"] for row in found if row["shared"] is None})
    rows = db.execute(SHARED, numbered(json.dumps(sorted(shared)), json.dumps(alone)))
    return [Bearer(row["id"], row["shared"], row["kind"], row["name"]) for row in rows]


def fits(words: list[str], wanted: list[str]) -> bool:
    """Whether some words stand together, in their order, among others."""
    return any(
        all(same(word, other) for word, other in zip(words[start:], wanted, strict=False))
        for start in range(len(words) - len(wanted) + 1)
    )


def same(one: str, other: str) -> bool:
    """Whether two words are one but for a genitive -s."""
    return one == other or (len(one) > 2 and one + "s" == other) or (len(other) > 2 and other + "s" == one)


def _bare(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


def _like(form: str) -> str:
    return form.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def ids(db: sqlite3.Connection, name: str | None) -> set[int] | None:
    """The ids of all actors that a name fits; None where no name is asked for."""
    return None if name is None else {bearer.id for bearer in bearers(db, name)}


def with_units(db: sqlite3.Connection, actors: set[int]) -> set[int]:
    """Organisations together with the units below them."""
    return {row[0] for row in db.execute(UNITS, (json.dumps(sorted(actors)),))}
