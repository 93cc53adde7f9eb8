"""The log of what people decide: written, withdrawn, told in order, exported and brought together again.

Nothing here is derived and nothing is lost: a decision that is undone is withdrawn, not deleted.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from graph.errors import BadDecision, NoSuchDecision
from graph.knowledge.store.audit import Act, Noted, note
from graph.knowledge.vocabulary.minting import digest
from graph.model.decisions import Decision, DecisionKind

COLUMNS = "id, kind, body, who, at, why, withdrawn"


def canonical(body: dict[str, Any]) -> str:
    """A body as JSON: the same body, the same text."""
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def decide(
    db: sqlite3.Connection,
    kind: DecisionKind,
    body: dict[str, Any],
    who: str,
    at: str,
    why: str | None = None,
) -> Decision:
    """Writes a decision inside the transaction that there is; the same decision at the same moment is one."""
    made = Decision(digest(kind, canonical(body), who, at), kind, body, who, at, why)
    put(db, made)
    note(db, Noted(at, who, Act.DECIDE, made.id, 1))
    return made


def put(db: sqlite3.Connection, decision: Decision) -> bool:
    """Writes a decision as it is; whether that changed anything. A withdrawal is never taken back by this."""
    row = (
        decision.id, decision.kind.value, canonical(decision.body), decision.who, decision.at, decision.why,
        decision.withdrawn,
    )  # fmt: skip
    known = db.execute("SELECT withdrawn FROM decision WHERE id = ?", (decision.id,)).fetchone()
    if known is None:
        db.execute(f"INSERT INTO decision ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)  # noqa: S608  # own names
        return True
    if known[0] is None and decision.withdrawn is not None:
        db.execute("UPDATE decision SET withdrawn = ? WHERE id = ?", (decision.withdrawn, decision.id))
        return True
    return False


def decisions(
    db: sqlite3.Connection, kinds: Collection[DecisionKind] = (), withdrawn: bool = False
) -> Iterator[Decision]:
    """The decisions in the order in which they were made; those that were withdrawn only if asked for."""
    rows = db.execute(f"SELECT {COLUMNS} FROM decision ORDER BY at, id")  # noqa: S608  # own names
    for row in rows:
        kind = DecisionKind(row["kind"])
        if (withdrawn or row["withdrawn"] is None) and (not kinds or kind in kinds):
            yield Decision(
                row["id"], kind, json.loads(row["body"]), row["who"], row["at"], row["why"], row["withdrawn"]
            )


def withdraw(db: sqlite3.Connection, name: str, at: str) -> Decision:
    """Withdraws the decision that an id or its beginning names. Raises NoSuchDecision."""
    found = [one for one in decisions(db, withdrawn=True) if one.id.startswith(name.lower())]
    standing = [one for one in found if one.withdrawn is None]
    if not name or len(standing) != 1:
        raise NoSuchDecision(name=name)
    db.execute("UPDATE decision SET withdrawn = ? WHERE id = ?", (at, standing[0].id))
    note(db, Noted(at, "", Act.UNDO, standing[0].id, 1))
    return standing[0]


def last(db: sqlite3.Connection) -> str:
    """The id of the last decision that stands; "" where there is none."""
    made = list(decisions(db))
    return made[-1].id if made else ""


def as_lines(found: Iterable[Decision]) -> str:
    """Decisions as JSON lines, for another person to review and another library to take in."""
    return "".join(
        json.dumps(
            {
                "id": one.id, "kind": one.kind.value, "body": one.body, "who": one.who, "at": one.at,
                "why": one.why, "withdrawn": one.withdrawn,
            },
            ensure_ascii=False,
        )
        + "\n"
        for one in found
    )  # fmt: skip


def from_lines(text: str, file: str) -> Iterator[Decision]:
    """The decisions that `as_lines` wrote. Raises BadDecision with file and line where one is not whole."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            kind, body = DecisionKind(row["kind"]), dict(row["body"])
            made = Decision(
                str(row["id"]),
                kind,
                body,
                str(row["who"]),
                str(row["at"]),
                row.get("why"),
                row.get("withdrawn"),
            )
        except (ValueError, KeyError, TypeError) as bad:
            raise BadDecision(file=file, line=number) from bad
        if made.id != digest(kind, canonical(body), made.who, made.at):
            raise BadDecision(file=file, line=number)
        yield made
