"""The register extract: everything that the library holds of one person, each with its words and its place."""

import json
import sqlite3
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from graph.errors import NoSuchActor
from graph.knowledge.query.candidates import chosen, conjectures
from graph.knowledge.query.dossier import Facts
from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.names import bearers
from graph.knowledge.query.period import places
from graph.knowledge.query.silence import answer
from graph.knowledge.store.audit import outputs
from graph.knowledge.store.bindings import numbered
from graph.knowledge.store.decisions import canonical, decisions
from graph.knowledge.store.forms import Forms, forms_of
from graph.knowledge.store.judgements import only
from graph.knowledge.store.meant import meant
from graph.knowledge.store.scan import holds
from graph.model.answers import Answer, Row
from graph.model.terms import Kind

SPOKEN = "SELECT DISTINCT k.statement FROM json_each(?) j JOIN speaker k ON k.actor = j.value"
MENTIONS = """
SELECT m.id, m.document, m.words, m.start, m."end", m.quote, m.certainty
FROM json_each(?) j JOIN mention m ON m.actor = j.value
"""
NAMES = "SELECT DISTINCT n.name FROM json_each(?) j JOIN name n ON n.actor = j.value"
KIND = "SELECT coalesce(s.kind, a.kind), coalesce(s.name, a.name) FROM actor a LEFT JOIN shared s ON s.id = a.shared WHERE a.id = ?"
SAME = (
    "SELECT b.id FROM actor a JOIN actor b ON b.id = a.id OR b.shared = a.shared WHERE a.id = ? ORDER BY b.id"
)
GUESSED = """
SELECT c.id, c.document, c.name, c.reason, a.name AS of,
  (SELECT min(quote) FROM mention WHERE actor = c.of) AS quote
FROM candidate c JOIN actor a ON a.id = c.of
WHERE c.of IN (SELECT value FROM json_each(?1)) OR c.actor IN (SELECT value FROM json_each(?1))
"""
BELONGS = """
SELECT p.person FROM json_each(?1) j JOIN membership p ON p.organisation = j.value
UNION SELECT k.actor FROM json_each(?1) j JOIN statement s ON s.organisation = j.value
JOIN speaker k ON k.statement = s.id
"""
SEARCHED = (".html", ".json", ".csv", ".xlsx", ".docx", ".svg", ".gexf", ".graphml", ".nq", ".trig", ".jsonld",
            ".ttl", ".nt", ".rdf", ".jsonl", ".txt")  # fmt: skip
"""Files whose bytes show whether a name is in them; a picture or a PDF does not."""


def person(db: sqlite3.Connection, name: str, scope: str | None = None) -> list[int]:
    """All that one person is in documents; `scope` an organisation that tells namesakes apart.

    Raises NoSuchActor, SeveralActors.
    """
    if scope is None:
        one = chosen(db, name)
    else:
        belong = {
            row[0] for row in db.execute(BELONGS, numbered(json.dumps([b.id for b in bearers(db, scope)])))
        }
        found = [bearer for bearer in bearers(db, name) if bearer.id in belong and bearer.kind == Kind.PERSON]
        exact = [bearer for bearer in found if bearer.name.casefold() == " ".join(name.split()).casefold()]
        one = only([(held.id, held.shared, held.name) for held in exact or found], name)
    if db.execute(KIND, (one,)).fetchone()[0] != Kind.PERSON:
        raise NoSuchActor(name=name)
    return [row[0] for row in db.execute(SAME, (one,))]


def among(db: sqlite3.Connection, since: str | None, until: str | None) -> set[int]:
    """The documents of a period, by their ids."""
    return set(places(db, since, until))


def about(db: sqlite3.Connection, name: str, scope: str | None = None) -> Answer:
    """One row a fact; all that the dossier has, then mentions, candidates, decisions and outputs.

    Raises NoSuchActor, SeveralActors.
    """
    asked = person(db, name, scope)
    held = json.dumps(asked)
    evidence = Evidences(db)
    spoken = {row[0] for row in db.execute(SPOKEN, (held,))}
    rows = chain(
        Facts(db, set(asked), spoken, evidence).rows(),
        _mentions(db, held, evidence),
        _candidates(db, set(asked), held, evidence),
        _decisions(db, set(asked), held),
        _opinions(db, held),
        _outputs(db, held),
    )
    shown = db.execute(KIND, (asked[0],)).fetchone()[1]
    return answer(db, "about", {"name": shown, "scope": scope}, rows, evidence, lambda: [])


def _mentions(db: sqlite3.Connection, held: str, evidence: Evidences) -> Iterator[Row]:
    order = places(db)
    rows = db.execute(MENTIONS, (held,)).fetchall()
    for row in sorted(rows, key=lambda row: (order[row["document"]], row["id"])):
        key = evidence.of(row["quote"], [(row["start"], row["end"])])
        yield {"fact": "mention", "name": row["words"], "certainty": row["certainty"], "evidence": [key]}


def _candidates(db: sqlite3.Connection, asked: set[int], held: str, evidence: Evidences) -> Iterator[Row]:
    for row in db.execute(GUESSED, numbered(held)):
        keys = [] if row["quote"] is None else [evidence.of(row["quote"])]
        yield {
            "fact": "candidate",
            "name": row["of"],
            "other": row["name"],
            "reason": row["reason"],
            "evidence": [*keys],
        }
    for pair in conjectures(db):
        if {pair.one, pair.other} & asked:
            names = [db.execute(KIND, (end,)).fetchone()[1] for end in (pair.one, pair.other)]
            yield {
                "fact": "candidate",
                "name": names[0],
                "other": names[1],
                "reason": pair.reason,
                "evidence": [],
            }


def _decisions(db: sqlite3.Connection, asked: set[int], held: str) -> Iterator[Row]:
    forms = Forms(forms_of([row[0] for row in db.execute(NAMES, (held,))]).whole)
    for one in decisions(db, withdrawn=True):
        ends = [one.body.get("one"), one.body.get("other")]
        pointed = any(isinstance(end, dict) and "kind" in end and asked & set(meant(db, end)) for end in ends)
        if pointed or forms.spans(" ".join((canonical(one.body), one.who, one.why or ""))):
            yield {
                "fact": "decision", "decision_kind": one.kind.value, "what": _told(ends), "who": one.who,
                "at": one.at, "why": one.why, "withdrawn": one.withdrawn, "evidence": [],
            }  # fmt: skip


def _opinions(db: sqlite3.Connection, held: str) -> Iterator[Row]:
    forms = Forms(forms_of([row[0] for row in db.execute(NAMES, (held,))]).whole)
    for row in db.execute("SELECT * FROM opinion ORDER BY document, quote, name, other, id"):
        if any(forms.spans(str(cell)) for cell in row):
            yield {
                "fact": "opinion", "name": row["name"], "other": row["other"], "text": row["quote"],
                "source": row["source"], "document": row["document"], "evidence": [],
            }  # fmt: skip


def _told(ends: list[Any]) -> str:
    return " → ".join(str(end["name"]) for end in ends if isinstance(end, dict))


def _outputs(db: sqlite3.Connection, held: str) -> Iterator[Row]:
    names = [row[0] for row in db.execute(NAMES, (held,))]
    forms = forms_of(names)
    for one in outputs(db):
        path = Path(str(one.path))
        state = "gone"
        if path.is_file():
            searched = path.suffix.lower() in SEARCHED
            state = (
                "unknown"
                if not searched
                else "holds"
                if holds(path, set(forms.whole or names), set())
                else "free"
            )
        yield {
            "fact": "output",
            "file": str(path),
            "holds": state,
            "at": one.at,
            "who": one.who,
            "evidence": [],
        }
