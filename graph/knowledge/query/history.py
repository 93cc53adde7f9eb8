"""The log of decisions as rows: who decided what, when, why, and whether it stands."""

import sqlite3
from typing import Any

from graph.knowledge.query.evidence import Evidences
from graph.knowledge.query.silence import answer
from graph.knowledge.store.corrections import orphaned as corrections_orphaned
from graph.knowledge.store.decided import orphaned
from graph.knowledge.store.decisions import decisions
from graph.model.answers import Answer, Row
from graph.model.decisions import Decision


def history(
    db: sqlite3.Connection, orphans_only: bool = False, limit: int | None = None, offset: int = 0
) -> Answer:
    """One row a decision, the latest first; `orphans_only` keeps those whose words are gone."""
    lost = {decision.id for decision in (*orphaned(db), *corrections_orphaned(db))}
    made = [one for one in decisions(db, withdrawn=True) if not orphans_only or one.id in lost]
    rows = [_row(one, one.id in lost) for one in reversed(made)]
    return answer(db, "history", {}, rows, Evidences(db), lambda: [], limit, offset)


def _row(decision: Decision, lost: bool) -> Row:
    state = "withdrawn" if decision.withdrawn else "orphaned" if lost else "stands"
    return {
        "id": decision.id,
        "decision_kind": decision.kind.value,
        "what": _told(decision.body),
        "who": decision.who,
        "at": decision.at,
        "why": decision.why,
        "standing": state,
        "withdrawn": decision.withdrawn,
        "evidence": [],
    }


def told_body(body: dict[str, Any]) -> str:
    """What a correction is about: its words, what was read, what holds instead."""
    was, now = (_parts(body.get(side, {})) for side in ("is", "to"))
    words = body["at"]["words"] or was or body["at"]["quote"] or body["document"]["title"]
    return f"”{words}” → {now}" if now else f"”{words}”"


ORDER = ("person", "speaker", "subject", "predicate", "object", "organisation", "role", "type", "name")


def _parts(said: dict[str, Any]) -> str:
    known = [name for name in ORDER if name in said] + sorted(set(said) - set(ORDER))
    return " ".join(str(said[name]) for name in known if said[name] not in (None, ""))


def _told(body: dict[str, Any]) -> str:
    """What a decision is about, in the names that it holds."""
    if "thing" in body:
        return told_body(body)
    one = body.get("one", {}).get("name") or body.get("words", {}).get("words") or ""
    other = body.get("other", {}).get("name") or body.get("name") or body.get("value") or ""
    return f"{one} → {other}" if other else str(one)
