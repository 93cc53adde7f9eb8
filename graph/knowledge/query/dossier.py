"""The dossier of an actor, project, scheme, event or place: everything that is said of it, one row a fact."""

import json
import sqlite3
from collections.abc import Iterator
from itertools import chain

from graph.knowledge.query.actors import actor_rows, groups
from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.figures import FIGURES, figure_rows
from graph.knowledge.query.mentions import spoken_by
from graph.knowledge.query.names import bearers, with_units
from graph.knowledge.query.parties import Parties
from graph.knowledge.query.partners import tie_rows
from graph.knowledge.query.period import places
from graph.knowledge.query.promises import PROMISES, promise_rows, promisers, quotes_of
from graph.knowledge.query.silence import answer, nearest
from graph.knowledge.query.statements import statement_rows
from graph.knowledge.query.ties import ranked, ties
from graph.knowledge.query.words import Words
from graph.knowledge.store.bindings import numbered
from graph.knowledge.store.contents import SHIFT
from graph.knowledge.store.outcomes import outcomes
from graph.model.answers import Answer, Row

ROLES = """
WITH asked AS (SELECT value FROM json_each(?1)), wide AS (SELECT value FROM json_each(?2))
SELECT m.id, m.document, m.person, m.organisation, m.role, m.quote, m.certainty, m.reason
FROM asked j JOIN membership m ON m.person = j.value
UNION SELECT m.id, m.document, m.person, m.organisation, m.role, m.quote, m.certainty, m.reason
FROM wide j JOIN membership m ON m.organisation = j.value
"""
PRESENT = """
SELECT t.id, t.document, t.actor, t.presence, t.instead_of, t.quote
FROM json_each(?) j JOIN attendance t ON t.actor = j.value
"""
DETAILS = """
WITH asked AS (SELECT value FROM json_each(?))
SELECT p.* FROM asked j JOIN property p ON p.of = j.value
UNION SELECT p.* FROM asked j JOIN property p ON p.actor = j.value
"""


def actor(db: sqlite3.Connection, name: str, limit: int | None = None, offset: int = 0) -> Answer:
    """One row a fact (name, role, attendance, tie, property, figure, promise, statement), in that order.

    An organisation's units count as itself. Each row has the columns of its own command.
    """
    evidence = Evidences(db)
    asked = {bearer.id for bearer in bearers(db, name)}
    facts = Facts(db, asked, spoken_by(db, name) if asked else set(), evidence)

    def closest() -> list[int]:
        return nearest(db, evidence, Words(db, name))

    return answer(db, "actor", {"name": name}, facts.rows(), evidence, closest, limit, offset)


class Facts:
    """The facts of some actors of documents; `spoken` are the passages that they said."""

    def __init__(
        self, db: sqlite3.Connection, asked: set[int], spoken: set[int], evidence: Evidences
    ) -> None:
        self.db, self.asked, self.evidence = db, asked, evidence
        self.order = places(db)
        self.wide = with_units(db, asked)
        self.spoken = spoken

    def rows(self) -> Iterator[Row]:
        """One row a fact, in the order of the kinds."""
        if not self.asked:
            return iter(())
        return chain(
            self._names(), self._roles(), self._present(), self._ties(), self._details(), self._figures(),
            self._promises(), self._statements(),
        )  # fmt: skip

    def _sorted(self, found: sqlite3.Cursor | list[sqlite3.Row]) -> list[sqlite3.Row]:
        return sorted(found, key=lambda row: (self.order[row["document"]], row["id"]))

    def _names(self) -> Iterator[Row]:
        held = groups(self.db, self.order, self.asked)
        for row in actor_rows(self.db, held, self.order, self.evidence):
            yield {"fact": "name", **row}

    def _roles(self) -> Iterator[Row]:
        found = self._sorted(
            self.db.execute(ROLES, numbered(json.dumps(sorted(self.asked)), json.dumps(sorted(self.wide))))
        )
        parties = Parties(self.db, [row[end] for row in found for end in ("person", "organisation")])
        for row in found:
            yield {
                "fact": "role",
                "person": parties.name(row["person"]),
                "organisation": parties.rows[row["organisation"]]["name"],
                "title": row["role"],
                "certainty": row["certainty"],
                "reason": row["reason"],
                "evidence": [self.evidence.of(row["quote"])],
            }

    def _present(self) -> Iterator[Row]:
        found = self._sorted(self.db.execute(PRESENT, (json.dumps(sorted(self.asked)),)))
        parties = Parties(self.db, [row["actor"] for row in found])
        for row in found:
            yield {
                "fact": "attendance",
                "name": parties.name(row["actor"]),
                "presence": row["presence"],
                "instead_of": row["instead_of"],
                "evidence": [self.evidence.of(row["quote"])],
            }

    def _ties(self) -> Iterator[Row]:
        held = ranked(ties(self.db, self.order, self.wide))
        for row in tie_rows(self.db, held, self.wide, self.evidence):
            yield {"fact": "tie", **row}

    def _details(self) -> Iterator[Row]:
        found = self._sorted(self.db.execute(DETAILS, (json.dumps(sorted(self.asked)),)))
        parties = Parties(self.db, [row["of"] for row in found])
        for row in found:
            yield {
                "fact": "property",
                "name": parties.rows[row["of"]]["name"],
                "detail": row["detail"],
                "value": row["value"],
                "unit": row["unit"],
                "status": row["status"],
                "certainty": row["certainty"],
                "evidence": [self.evidence.of(row["quote"])],
            }

    def _figures(self) -> Iterator[Row]:
        held = self._sorted(
            [
                row
                for row in self.db.execute(FIGURES)
                if row["passage"] in self.spoken or row["about"] in self.asked or row["place"] in self.asked
            ]
        )
        for row, cells in figure_rows(self.db, held):
            key = self.evidence.of(row["quote"], [(row["start"], row["end"])])
            yield {"fact": "figure", **cells, "evidence": [key]}

    def _promises(self) -> Iterator[Row]:
        every = self.db.execute(PROMISES).fetchall()
        owners = promisers(self.db, [row["id"] for row in every])
        held = self._sorted(
            [
                row
                for row in every
                if row["organisation"] in self.wide
                or row["to"] in self.wide
                or self.wide & set(owners.get(row["id"], ()))
            ]
        )
        followed = outcomes(self.db, only={row["document"] for row in held})
        for row, cells in promise_rows(self.db, held, followed):
            keys = quotes_of(self.evidence, row, followed)
            yield {"fact": "promise", **cells, "evidence": keys}

    def _statements(self) -> Iterator[Row]:
        said = sorted(self.spoken, key=lambda passage: (self.order[passage >> SHIFT], passage))
        for row in statement_rows(self.db, said, self.evidence):
            yield {"fact": "statement", **row}
