"""Who was erased, kept so that nobody can read it: keyed hashes of names, with where they held.

A tombstone keeps the person out when a file is read again. Without the library's key it tells nothing; with
it, only whether a name that one already knows was erased.
"""

import hashlib
import hmac
import itertools
import re
import secrets
import sqlite3
from collections.abc import Iterable

from graph.knowledge.store.forms import Forms, forms_of, plain
from graph.knowledge.store.masked import forms_in, of_one, without
from graph.model.reading import Actor, Reading
from graph.model.terms import Kind

KEY = "erasure_key"
SWEEPING = "sweeping"
"""A setting that stands while something erased may still lie in free pages."""
RUN = re.compile(r"[^\W\d_][\w\u0300-\u036f\-\u2010]*")
"""A word that may be part of a name."""
WIDEST = 4
"""Words of the longest name that is looked for where no person was recognised."""


def lay(db: sqlite3.Connection, names: Iterable[str], within: Iterable[str], at: str) -> None:
    """Keeps out these names where they stand with one of these: organisations' names, or a document's SHA-256."""
    key = _key(db, make=True)
    rows = [
        (_hash(key, name), _hash(key, place), at)
        for name in sorted(set(names))
        for place in sorted(set(within))
    ]
    db.executemany("INSERT OR IGNORE INTO tombstone (form, within, at) VALUES (?, ?, ?)", rows)


def kept_out(db: sqlite3.Connection, reading: Reading) -> tuple[Reading, Forms] | None:
    """The reading without those who were erased, and their forms in it; None where nobody was."""
    stones = {(row[0], row[1]) for row in db.execute("SELECT form, within FROM tombstone")}
    if not stones:
        return None
    key = _key(db)
    here = _hash(key, reading.document.sha256)
    keys = {
        actor.key
        for actor in reading.actors
        if actor.kind is Kind.PERSON
        and any(
            (_hash(key, name), place) in stones
            for name in (actor.name, *actor.names)
            for place in (here, *(_hash(key, one) for one in organisations(reading, actor)))
        )
    }
    found = _written(reading.document.text, key, {form for form, place in stones if place == here})
    if not keys and not found:
        return None
    keys = of_one(reading, keys)
    forms = forms_in(reading, keys)
    forms = Forms(forms.whole | found, forms.single) if keys else forms_of(found, found)
    return without(reading, keys, forms), forms


def organisations(reading: Reading, person: Actor) -> list[str]:
    """The names of what a person belongs to in a document; one empty name where it says none."""
    named = {actor.key: actor.name for actor in reading.actors}
    found = {named[one.organisation] for one in reading.memberships if one.person == person.key}
    return sorted(found) or [""]


def _written(text: str, key: bytes, wanted: set[str]) -> frozenset[str]:
    """Names that stand in a text where they were erased, whether or not they were recognised as a person's."""
    if not wanted:
        return frozenset()
    words = [(found.start(), found.end()) for found in RUN.finditer(text)]
    found: set[str] = set()
    for first, (_start, _) in enumerate(words):
        for count in range(2, WIDEST + 1):
            run = words[first : first + count]
            if len(run) < count or any(b[0] - a[1] > 2 for a, b in itertools.pairwise(run)):
                break
            name = " ".join(text[a:b] for a, b in run)
            for form in (name, name.removesuffix("s")):
                if _hash(key, form) in wanted:
                    found.add(form)
    return frozenset(found)


def _key(db: sqlite3.Connection, make: bool = False) -> bytes:
    row = db.execute("SELECT value FROM setting WHERE name = ?", (KEY,)).fetchone()
    if row is None and make:
        made = secrets.token_hex(32)
        db.execute("INSERT INTO setting VALUES (?, ?)", (KEY, made))
        return bytes.fromhex(made)
    return bytes.fromhex(row[0]) if row else b""


def _hash(key: bytes, words: str) -> str:
    return hmac.new(key, plain(words).encode("utf-8"), hashlib.sha256).hexdigest()
