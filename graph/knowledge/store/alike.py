"""Shared actors that may be one, with the reason: for a person to decide, never joined by themselves.

The same name with another organisation or owner, and names one letter apart. Near names meet under the keys
of their forms with one letter left out, so that no name is compared with all others. Persons of one name whom
no organisation tells apart are likened to the first of them by IRI, so that a name in every document does not
make a pair of every two.
"""

import json
import re
import sqlite3
from collections.abc import Iterable
from hashlib import blake2b

from rapidfuzz.distance import OSA

from graph.knowledge.store.keys import listed
from graph.lexicon.heads import function_words
from graph.model.terms import Kind, Reason

SHORTEST = 6
"""Letters that a name must have for one wrong letter to mean anything."""

INITIALS = (3, 5)
"""Letters of an abbreviation that is made of initials."""
PART = re.compile(r"[ -]")
HEARD = (("ch", "k"), ("c", "k"), ("q", "k"), ("w", "v"), ("hl", "l"), ("ph", "f"), ("th", "t"), ("z", "s"))
"""Spellings of one sound in Swedish names."""
TWICE = re.compile(r"([a-zåäöé])\1")

MEETING = """
SELECT DISTINCT s.id, s.iri, s.kind, s.folded, s.join_keys, s.sure FROM shared_key k
JOIN shared_key o ON o.key = k.key JOIN shared s ON s.id = o.shared
WHERE k.shared = ? AND o.shared <> ?
"""


ALONE = "SELECT id FROM shared WHERE kind = 'person' AND folded = ? AND sure = 0 ORDER BY iri"
PAIRS = """
SELECT l.first, l.second FROM alike l JOIN shared f ON f.id = l.first JOIN shared s ON s.id = l.second
WHERE f.kind = 'person' AND f.folded = ? AND f.sure = 0 AND s.folded = f.folded AND s.sure = 0
"""


def liken(db: sqlite3.Connection, fresh: Iterable[int], gone: Iterable[str]) -> None:
    """Finds anew whom each fresh shared actor is like; `gone` are the names of those that were dropped."""
    alone = set(gone)
    for number in sorted(fresh):
        db.execute("DELETE FROM shared_key WHERE shared = ?", (number,))
        db.execute("DELETE FROM alike WHERE first = ? OR second = ?", (number, number))
        own = db.execute(
            "SELECT id, iri, kind, folded, join_keys, sure FROM shared WHERE id = ?", (number,)
        ).fetchone()
        if own is None or not _comparable(own):
            continue
        if not own["sure"]:
            alone.add(own["folded"])
        keys = _variants(own["kind"], own["folded"]) | _shortened(own)
        db.executemany("INSERT INTO shared_key VALUES (?, ?)", [(key, number) for key in sorted(keys)])
        for other in db.execute(MEETING, (number, number)).fetchall():
            reason = _reason(own, other)
            if reason:
                first, second = sorted((own, other), key=lambda row: str(row["iri"]))
                db.execute(
                    "INSERT OR IGNORE INTO alike VALUES (?, ?, ?)", (first["id"], second["id"], reason)
                )
    for name in sorted(alone):
        _stand_by_the_first(db, name)


def _stand_by_the_first(db: sqlite3.Connection, name: str) -> None:
    """Likens all persons of a name whom nothing tells apart to the first of them."""
    numbers = [row[0] for row in db.execute(ALONE, (name,))]
    wanted = {(numbers[0], other) for other in numbers[1:]} if " " in name else set()
    held = {(row[0], row[1]) for row in db.execute(PAIRS, (name,))}
    db.executemany("DELETE FROM alike WHERE first = ? AND second = ?", sorted(held - wanted))
    pairs = [(*pair, Reason.SAME_NAME) for pair in sorted(wanted - held)]
    db.executemany("INSERT INTO alike VALUES (?, ?, ?)", pairs)


def _comparable(row: sqlite3.Row) -> bool:
    """Persons with a full name, and things that their name tells from others."""
    if row["kind"] == Kind.PERSON:
        return " " in row["folded"]
    return bool(row["sure"])


def _variants(kind: str, name: str) -> set[int]:
    forms = {name}
    if len(name) >= SHORTEST:
        forms |= {name[:place] + name[place + 1 :] for place in range(len(name))}
    return {_number(f"{kind}|{form}") for form in forms}


def _shortened(row: sqlite3.Row) -> set[int]:
    """Keys under which names meet of which one is a part of the other, or its initials."""
    kind, name = row["kind"], row["folded"]
    if kind == Kind.PERSON:
        return {_number(f"{kind}|{employer}|{_sounded(name)[:1]}") for employer in _employers(row)}
    if kind == Kind.ORGANISATION:
        letters = name if " " not in name else initials(name)
        if INITIALS[0] <= len(letters) <= INITIALS[1] and letters.isalpha():
            return {_number(f"{kind}|initials|{letters}")}
    return set()


def initials(name: str) -> str:
    """The first letter of each word, but for the small ones between them."""
    words = PART.split(name)
    return "".join(word[0] for word in words if word and word not in function_words())


def _sounded(name: str) -> str:
    """A name as it is heard: Christina and Kristina, Lindqvist and Lindkvist."""
    for written, heard in HEARD:
        name = name.replace(written, heard)
    return TWICE.sub(r"\1", name)


def _shorter(one: str, other: str) -> Reason | None:
    """Why two names of people who work for the same may be one: initials, a part of the name, its sound."""
    names = [[word.rstrip(".") for word in PART.split(_sounded(name)) if word] for name in (one, other)]
    short, long = sorted(names, key=len)
    if short == long:
        return Reason.NEAR_SPELLING
    if len(short) < 2 or len(long) < 2:
        return None
    if any(len(word) == 1 for word in (*short[:-1], *long[:-1])) and short[-1] == long[-1]:
        pairs = list(zip(short[:-1], long[:-1], strict=False))
        return (
            Reason.INITIALS
            if all(a[0] == b[0] and (a == b or 1 in (len(a), len(b))) for a, b in pairs)
            else None
        )
    if short[0] == long[0] and set(short) < set(long):
        return Reason.PART_OF_NAME
    return None


def _number(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _reason(one: sqlite3.Row, other: sqlite3.Row) -> Reason | None:
    kind, name, second = one["kind"], one["folded"], other["folded"]
    if kind != other["kind"] or not (one["sure"] or other["sure"]):
        return None
    if name == second:
        if kind == Kind.PERSON:
            return Reason.SAME_NAME_OTHER_ORGANISATION if one["sure"] and other["sure"] else Reason.SAME_NAME
        # two owners or counties that are known tell two of one name apart
        return None if _scope(one) and _scope(other) else Reason.SAME_NAME
    if kind == Kind.PERSON and _employers(one) & _employers(other):
        shorter = _shorter(name, second)
        if shorter:
            return shorter
    if (
        kind == Kind.ORGANISATION
        and (" " in name) != (" " in second)
        and not _scope(one)
        and not _scope(other)
    ):
        whole, letters = (name, second) if " " in name else (second, name)
        if INITIALS[0] <= len(letters) <= INITIALS[1] and initials(whole) == letters:
            both = listed(name, Kind.ORGANISATION) and listed(second, Kind.ORGANISATION)
            return None if both else Reason.INITIALS
    if min(len(name), len(second)) < SHORTEST or OSA.distance(name, second, score_cutoff=1) > 1:
        return None
    if _digits(name) != _digits(second):
        return None
    if listed(name, Kind(kind)) and listed(second, Kind(kind)):
        return None
    return Reason.NEAR_SPELLING


def _employers(row: sqlite3.Row) -> set[str]:
    return {key.split("|", 2)[2] for key in json.loads(row["join_keys"])} if row["sure"] else set()


def _digits(name: str) -> str:
    return "".join(letter for letter in name if letter.isdigit())


def _scope(row: sqlite3.Row) -> str:
    return str(json.loads(row["join_keys"])[0]).split("|", 2)[2]
