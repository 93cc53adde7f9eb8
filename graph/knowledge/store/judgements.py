"""What a person says of who is who: checked, written to the log, and made to hold at once."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from graph.errors import CannotBeOne, NoSuchActor, SeveralActors
from graph.knowledge.store.corrections import hold_again
from graph.knowledge.store.decided import settle_decisions
from graph.knowledge.store.decisions import decide, put, withdraw
from graph.knowledge.store.library import Store
from graph.knowledge.store.meant import reference
from graph.knowledge.store.twins import document_reference
from graph.model.decisions import Decision, DecisionKind
from graph.model.terms import Kind

TOGETHER = """
SELECT d.title, d.date FROM actor a JOIN actor b ON b.document = a.document JOIN document d ON d.id = a.document
WHERE a.shared = ?1 AND b.shared = ?2
  AND (a.id IN (SELECT actor FROM attendance) OR a.id IN (SELECT actor FROM speaker))
  AND (b.id IN (SELECT actor FROM attendance) OR b.id IN (SELECT actor FROM speaker))
ORDER BY d.date, d.sha256 LIMIT 1
"""
DENOTED = "SELECT a.id, a.kind, a.shared, s.name, s.kind AS shared_kind FROM actor a LEFT JOIN shared s ON s.id = a.shared WHERE a.id = ?"


def merge(store: Store, one: int, other: int, who: str, at: str, why: str | None = None) -> Decision:
    """The second actor of a document, and all that it stands for, is the first from now on.

    Raises CannotBeOne where they are of different kinds, or two persons who were at one meeting.
    """
    with store.writing() as db:
        refuse(db, one, other)
        body = {"one": reference(db, one), "other": reference(db, other)}
        made = decide(db, DecisionKind.SAME, body, who, at, why)
        settle_decisions(db)
    return made


def refuse(db: sqlite3.Connection, one: int, other: int) -> None:
    """Raises CannotBeOne where two cannot be one, saying why."""
    first, second = (db.execute(DENOTED, (actor,)).fetchone() for actor in (one, other))
    kinds = {row["shared_kind"] or row["kind"] for row in (first, second)} - {Kind.UNNAMED.value}
    names = {"one": first["name"] or "", "other": second["name"] or ""}
    if len(kinds) > 1:
        raise CannotBeOne(**names, problem=" / ".join(sorted(kinds)))
    if first["shared"] is not None and first["shared"] == second["shared"]:
        raise CannotBeOne(**names, problem="=")
    if kinds == {Kind.PERSON.value}:
        met = db.execute(TOGETHER, {"1": first["shared"], "2": second["shared"]}).fetchone()
        if met:
            raise CannotBeOne(**names, problem=f"{met['title']}, {met['date'] or ''}".strip(", "))


def part(store: Store, actor: int, who: str, at: str, why: str | None = None) -> Decision:
    """The actor of one document is somebody of its own from now on."""
    with store.writing() as db:
        find = "SELECT d.sha256, (SELECT path FROM path WHERE document = d.id ORDER BY path LIMIT 1) AS path"
        query = f"{find} FROM actor a JOIN document d ON d.id = a.document WHERE a.id = ?"
        row = db.execute(query, (actor,)).fetchone()
        body: dict[str, Any] = {"one": reference(db, actor), "document": row["sha256"]}
        if row["path"]:
            body["path"] = row["path"]
        made = decide(db, DecisionKind.APART, body, who, at, why)
        settle_decisions(db)
    return made


def tell_apart(
    store: Store, one: int, other: int, kind: DecisionKind, who: str, at: str, why: str | None = None
) -> Decision:
    """Two are not one (`APART`), or nobody can tell (`UNSURE`): they are candidates no more."""
    with store.writing() as db:
        body = {"one": reference(db, one), "other": reference(db, other)}
        made = decide(db, kind, body, who, at, why)
    return made


def judge_minutes(
    store: Store, one: int, other: int, kind: DecisionKind, who: str, at: str, why: str | None = None
) -> Decision:
    """Two documents hold the same minutes (`SAME`), do not (`APART`: both speak), or nobody can tell."""
    with store.writing() as db:
        body = {"one": document_reference(db, one), "other": document_reference(db, other)}
        made = decide(db, kind, body, who, at, why)
        settle_decisions(db)
    return made


def rename(store: Store, actor: int, name: str, who: str, at: str, why: str | None = None) -> Decision:
    """An actor is called so from now on; the names that documents write stay its other forms."""
    with store.writing() as db:
        body = {"one": reference(db, actor), "name": name}
        made = decide(db, DecisionKind.RENAME, body, who, at, why)
        settle_decisions(db)
    return made


def undo(store: Store, name: str, at: str) -> Decision:
    """Withdraws a decision and makes what it changed as it was. Raises NoSuchDecision."""
    with store.writing() as db:
        withdrawn = withdraw(db, name, at)
        hold_again(db, [withdrawn])
        settle_decisions(db)
    return withdrawn


def take_in(store: Store, found: Iterable[Decision]) -> list[tuple[Decision, bool]]:
    """Decisions of another log, each with whether it was news here."""
    with store.writing() as db:
        taken = [(decision, put(db, decision)) for decision in found]
        hold_again(db, [decision for decision, news in taken if news])
        settle_decisions(db)
    return taken


def only(found: list[tuple[int, int | None, str]], name: str) -> int:
    """The one actor that a name fits: of (actor, shared, label). Raises NoSuchActor, SeveralActors."""
    if not found:
        raise NoSuchActor(name=name)
    if len({(shared, None if shared is not None else actor) for actor, shared, _ in found}) > 1:
        labels = dict.fromkeys(label for *_, label in found)
        raise SeveralActors(name=name, names="; ".join(labels))
    return found[0][0]
