"""NAME: any written form of an actor's name, whole words of one, a given name or a short form."""

import re
import sqlite3
from dataclasses import dataclass

FOLD = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Bearer:
    """An actor of one document that a name fits."""

    id: int
    shared: int | None
    kind: str
    name: str


def folded(name: str) -> str:
    """Case folded, white space collapsed, as names are kept."""
    return FOLD.sub(" ", name.strip()).casefold()


def bearers(db: sqlite3.Connection, name: str) -> list[Bearer]:
    """The actors that a name fits, and every actor that the same shared actor stands for elsewhere.

    A form fits that equals the name or holds it as whole words, genitive -s aside; å, ä and ö are letters.
    An actor described by its topic or place only is found by the words of its description as well.
    """
    wanted = folded(name)
    if not wanted:
        return []
    forms = [wanted] if not wanted.endswith("s") else [wanted, wanted[:-1]]
    found: set[int] = set()
    for form in forms:
        pattern = re.compile(rf"(?<!\w){re.escape(form)}(?:s|:s)?(?!\w)")
        rows = db.execute(
            "SELECT actor, folded FROM name WHERE folded LIKE ? ESCAPE '!'", (f"%{_like(form)}%",)
        ).fetchall()
        found |= {row["actor"] for row in rows if pattern.search(row["folded"])}
        if found:
            break
    return _with_their_shared(db, found)


def _like(form: str) -> str:
    return form.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _with_their_shared(db: sqlite3.Connection, actors: set[int]) -> list[Bearer]:
    shared = {
        row[0] for actor in actors for row in db.execute("SELECT shared FROM actor WHERE id = ?", (actor,))
    }
    more = {
        row[0]
        for identity in shared
        if identity is not None
        for row in db.execute("SELECT id FROM actor WHERE shared = ?", (identity,))
    }
    rows = [
        db.execute("SELECT id, shared, kind, name FROM actor WHERE id = ?", (actor,)).fetchone()
        for actor in sorted(actors | more)
    ]
    return [Bearer(row["id"], row["shared"], row["kind"], row["name"]) for row in rows]


def ids(db: sqlite3.Connection, name: str | None) -> set[int] | None:
    """The ids of all actors that a name fits; None where no name is asked for."""
    return None if name is None else {bearer.id for bearer in bearers(db, name)}


def with_units(db: sqlite3.Connection, actors: set[int]) -> set[int]:
    """Organisations together with the units below them."""
    found = set(actors)
    while True:
        below = {
            row[0]
            for actor in found
            for row in db.execute("SELECT id FROM actor WHERE part_of = ?", (actor,))
            if row[0] not in found
        }
        if not below:
            return found
        found |= below
