"""Weaker ties, computed when asked for and never stored: spoke at the same meeting, named in the same statement, spoke about."""

import sqlite3
from dataclasses import dataclass

PLACES = ("place", "unnamed", "link")
"""Kinds that are no party of a tie by standing in the same statement."""


@dataclass(frozen=True, slots=True)
class Weaker:
    """One computed tie: the party, what ties it to the other, and the quotes that show both."""

    name: str
    kind: str
    relation: str
    other: str
    quotes: tuple[int, ...]
    ends: tuple[int | None, int | None]


def weaker_ties(db: sqlite3.Connection, asked: set[int] | None, wanted: set[int]) -> list[Weaker]:
    """The computed ties of the actors asked for (of all, where none are), in documents of a period."""
    found: dict[tuple[str, object, object], Weaker] = {}
    for tie in [
        *_same_statement(db, asked, wanted),
        *_spoke_about(db, asked, wanted),
        *_same_meeting(db, asked, wanted),
    ]:
        key = (tie.relation, tie.ends[0], tie.ends[1])
        held = found.get(key)
        quotes = tuple(dict.fromkeys((held.quotes if held else ()) + tie.quotes))
        found[key] = Weaker(tie.name, tie.kind, tie.relation, tie.other, quotes[:10], tie.ends)
    return list(found.values())


SAME = """
SELECT DISTINCT x.quote AS one, y.quote AS two, a.id AS asked, a.name AS asked_name, a.shared AS asked_shared,
       b.name, b.kind, b.shared, x.document, q.passage, r.passage AS passage2
FROM mention x JOIN quote q ON q.id = x.quote JOIN quote r ON r.passage = q.passage JOIN mention y ON y.quote = r.id
JOIN actor a ON a.id = x.actor JOIN actor b ON b.id = y.actor JOIN statement s ON s.id = q.passage
WHERE a.shared IS NOT NULL AND b.shared IS NOT NULL AND a.shared <> b.shared
"""


def _same_statement(db: sqlite3.Connection, asked: set[int] | None, wanted: set[int]) -> list[Weaker]:
    found = []
    for row in db.execute(SAME + " ORDER BY x.quote, x.start, y.quote, y.start"):
        if row["document"] not in wanted or (asked is not None and row["asked"] not in asked):
            continue
        if row["kind"] in PLACES and asked is None:
            continue
        if asked is None and row["asked_shared"] > row["shared"]:
            continue
        found.append(
            Weaker(
                row["name"],
                row["kind"],
                "same_statement",
                row["asked_name"],
                tuple(dict.fromkeys((row["one"], row["two"]))),
                (row["asked_shared"], row["shared"]),
            )
        )
    return found


ABOUT = """
SELECT m.quote, m.document, b.name, b.kind, b.shared, b.id, o.name AS other, o.shared AS other_shared, o.id AS other_id, o.kind AS other_kind
FROM mention m JOIN actor b ON b.id = m.actor JOIN quote q ON q.id = m.quote JOIN statement s ON s.id = q.passage
JOIN actor o ON o.id = s.organisation
WHERE b.shared IS NOT NULL AND o.shared IS NOT NULL AND b.shared <> o.shared AND b.kind NOT IN ('place', 'link')
ORDER BY m.quote, m.start
"""


def _spoke_about(db: sqlite3.Connection, asked: set[int] | None, wanted: set[int]) -> list[Weaker]:
    found = []
    for row in db.execute(ABOUT):
        if row["document"] not in wanted:
            continue
        if asked is None or row["other_id"] in asked:
            found.append(
                Weaker(
                    row["name"],
                    row["kind"],
                    "spoke_about",
                    row["other"],
                    (row["quote"],),
                    (row["other_shared"], row["shared"]),
                )
            )
        elif row["id"] in asked:
            found.append(
                Weaker(
                    row["other"],
                    row["other_kind"],
                    "spoke_about",
                    row["name"],
                    (row["quote"],),
                    (row["other_shared"], row["shared"]),
                )
            )
    return found


SPOKE = """
SELECT DISTINCT o.shared, o.name, o.id, s.document, (SELECT min(q.id) FROM quote q WHERE q.passage = s.id) AS quote
FROM statement s JOIN actor o ON o.id = s.organisation WHERE o.shared IS NOT NULL GROUP BY s.document, o.shared ORDER BY s.document, min(s.id)
"""


def _same_meeting(db: sqlite3.Connection, asked: set[int] | None, wanted: set[int]) -> list[Weaker]:
    spoke = [row for row in db.execute(SPOKE).fetchall() if row["document"] in wanted]
    found = []
    for one in spoke:
        for two in spoke:
            if one["document"] != two["document"] or one["shared"] == two["shared"]:
                continue
            if asked is None and one["shared"] > two["shared"]:
                continue
            if asked is None or one["id"] in asked:
                found.append(
                    Weaker(
                        two["name"],
                        "organisation",
                        "same_meeting",
                        one["name"],
                        (one["quote"], two["quote"]),
                        (one["shared"], two["shared"]),
                    )
                )
    return found
