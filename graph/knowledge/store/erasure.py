"""Erases a person from the library for real: planned first, then done in one transaction, then swept and scanned."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.knowledge.store.audit import Act, Noted, note, outputs
from graph.knowledge.store.contents import SHIFT, put_in, take_out
from graph.knowledge.store.corrected import CORRECTIONS
from graph.knowledge.store.corrections import as_corrected, entry_as_corrected, paths_of
from graph.knowledge.store.decided import settle_decisions
from graph.knowledge.store.decisions import canonical, decisions, put
from graph.knowledge.store.entry import entry
from graph.knowledge.store.forms import Forms
from graph.knowledge.store.identity import Touched, settle
from graph.knowledge.store.index import drop
from graph.knowledge.store.library import Store
from graph.knowledge.store.masked import as_read, forms_in, of_one, without
from graph.knowledge.store.scan import Hit, scanned
from graph.knowledge.store.stored import unpacked
from graph.knowledge.store.tombstones import SWEEPING, lay, organisations
from graph.knowledge.vocabulary.minting import digest
from graph.model.decisions import Decision
from graph.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Masked:
    """What goes of one document: counts, and where its file lies (its name masked where the person's is in it)."""

    sha256: str
    title: str
    paths: tuple[str, ...]
    mentions: int
    roles: int
    attendance: int
    statements: int


@dataclass(frozen=True)
class Plan:
    """What an erasure would take: nothing is done yet."""

    documents: tuple[Masked, ...]
    decisions: int
    inside: tuple[str, ...]  # outputs in the library's folder: they go
    outside: tuple[str, ...]  # outputs elsewhere: the person who asks has to see to them
    shared: tuple[str, ...]  # words of the name that others bear too: they stay where others bear them
    left: int  # documents that name the person and are not asked for
    readings: dict[int, tuple[Reading, Forms]] = field(repr=False)
    names: frozenset[str] = field(repr=False)
    within: frozenset[str] = field(repr=False)
    forms: Forms = field(repr=False)
    iris: frozenset[str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was done, with what a scan of every byte found afterwards: nothing, if all went well."""

    plan: Plan
    deleted: tuple[str, ...]
    at: str
    hits: tuple[Hit, ...]


def planned(store: Store, actors: Iterable[int], documents: set[int], limited: bool = False) -> Plan:
    """What erasing some actors of documents would take, from these documents only.

    Where that is `limited` to a period, other documents of theirs may come later.
    """
    db = store.db
    actors = sorted(actors)
    chosen = [actor for actor in actors if actor >> SHIFT in documents]
    iris = _iris(db, chosen)
    readings: dict[int, tuple[Reading, Forms]] = {}
    masked: list[Masked] = []
    names: set[str] = set()
    within: set[str] = set()
    every = Forms(frozenset())
    for document in sorted({actor >> SHIFT for actor in chosen}):
        (packed,) = db.execute("SELECT reading FROM document WHERE id = ?", (document,)).fetchone()
        read = unpacked(packed)
        shown = as_corrected(db, read, paths_of(db, document)).reading
        numbers = [(actor & ((1 << SHIFT) - 1)) - 1 for actor in chosen if actor >> SHIFT == document]
        keys = of_one(shown, {shown.actors[number].key for number in numbers})
        held, spans = as_read(read, shown, keys)
        forms = _both(forms_in(shown, keys), forms_in(read, held))
        every = _both(every, forms)
        for reading, own in ((shown, keys), (read, held)):
            for actor in reading.actors:
                if actor.key in own:
                    names |= {actor.name, *actor.names}
                    within |= set() if limited else {*organisations(reading, actor)}
        within.add(read.document.sha256)
        masked.append(_counted(db, document, shown, keys, forms))
        readings[document] = (without(read, held, forms, spans), forms)
    inside, outside = _outputs(store)
    told = [one for one in decisions(db, withdrawn=True) if _about(one, iris) or _masked(one, every) != one]
    return Plan(
        tuple(masked), len(told), inside, outside, _shared(db, every, {*chosen}),
        len({actor >> SHIFT for actor in actors}) - len(readings), readings, frozenset(names),
        frozenset(within), every, iris,
    )  # fmt: skip


def erase(store: Store, plan: Plan, who: str, at: str) -> Receipt:
    """Does what was planned. It cannot be undone. Raises what `Store.writing` raises; then nothing was done."""
    with store.writing() as db:
        _decisions(db, plan)
        touched = Touched()
        for document, (reading, forms) in plan.readings.items():
            paths = [forms.masked(path) for path in paths_of(db, document)]
            take_out(db, document, touched)
            made = put_in(db, entry_as_corrected(db, entry(reading), paths)[0], touched)
            db.executemany("INSERT OR IGNORE INTO path VALUES (?, ?)", [(path, made) for path in paths])
        settle(db, touched)
        settle_decisions(db)
        _opinions(db, plan)
        lay(db, plan.names, plan.within, at)
        for row in db.execute("SELECT id, path, who FROM audit").fetchall():
            held = (plan.forms.masked(row["path"]) if row["path"] else None, plan.forms.masked(row["who"]))
            if held != (row["path"], row["who"]):
                db.execute("UPDATE audit SET path = ?, who = ? WHERE id = ?", (*held, row["id"]))
        count = sum(one.mentions for one in plan.documents)
        note(db, *(Noted(at, who, Act.ERASE, one.sha256, one.mentions) for one in plan.documents))
        if not plan.documents:
            note(db, Noted(at, who, Act.ERASE, None, count))
        db.execute("INSERT OR REPLACE INTO setting VALUES (?, '1')", (SWEEPING,))
    deleted = []
    for path in plan.inside:
        Path(path).unlink(missing_ok=True)
        deleted.append(plan.forms.masked(path))
    sweep(store)
    hits = scanned(store.folder, store.db, set(plan.forms.whole), _own(plan))
    return Receipt(plan, tuple(deleted), at, tuple(hits))


def sweep(store: Store) -> None:
    """Leaves nothing of what was taken out in free pages, the log, the full text or the SPARQL index."""
    drop(store)
    with store.writing(grows=False) as db:
        for table in ("quote_text", "passage_text"):
            db.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")  # noqa: S608  # own names
            db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608
        db.execute("DELETE FROM setting WHERE name = ?", (SWEEPING,))
    db = store.db
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    db.execute("VACUUM")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def swept(db: sqlite3.Connection) -> bool:
    """Whether no erasure was interrupted before its sweep."""
    return db.execute("SELECT 1 FROM setting WHERE name = ?", (SWEEPING,)).fetchone() is None


def _both(one: Forms, other: Forms) -> Forms:
    return Forms(one.whole | other.whole, one.single | other.single)


def _own(plan: Plan) -> set[str]:
    return {word for word in plan.forms.single if word not in plan.shared}


def _counted(db: sqlite3.Connection, document: int, reading: Reading, keys: set[str], forms: Forms) -> Masked:
    return Masked(
        reading.document.sha256,
        forms.masked(reading.meeting.title),
        tuple(forms.masked(path) for path in paths_of(db, document)),
        sum(mention.actor in keys for mention in reading.mentions),
        sum(one.person in keys for one in reading.memberships),
        sum(one.actor in keys for one in reading.attendance),
        sum(bool(keys & set(one.speakers)) for one in reading.statements),
    )


def _iris(db: sqlite3.Connection, actors: list[int]) -> frozenset[str]:
    query = "SELECT s.iri FROM json_each(?) j JOIN actor a ON a.id = j.value JOIN shared s ON s.id IN (a.shared, a.natural)"
    return frozenset(row[0] for row in db.execute(query, (json.dumps(actors),)))


def _shared(db: sqlite3.Connection, forms: Forms, own: set[int]) -> tuple[str, ...]:
    """Single words of the name that others of the library bear, or that texts use elsewhere."""
    rows = db.execute("SELECT actor, name FROM name").fetchall()
    others = {word.casefold() for row in rows if row["actor"] not in own for word in row["name"].split()}
    texts = [(row["id"], row["text"]) for row in db.execute("SELECT id, text FROM document")]
    documents = {actor >> SHIFT for actor in own}
    found = {word for word in forms.single if word.casefold() in others}
    for word in forms.single - found:
        alone = Forms(frozenset(), frozenset({word}))
        if any(one not in documents and word in text and alone.spans(text) for one, text in texts):
            found.add(word)
    return tuple(sorted(found))


def _outputs(store: Store) -> tuple[tuple[str, ...], tuple[str, ...]]:
    folder = store.folder.resolve()
    paths = [Path(one.path) for one in outputs(store.db) if one.path]
    there = [path for path in paths if path.is_file()]
    inside = [path for path in there if path.resolve().is_relative_to(folder)]
    return tuple(map(str, inside)), tuple(str(path) for path in there if path not in inside)


def _about(decision: Decision, iris: frozenset[str]) -> bool:
    ends = (decision.body.get("one"), decision.body.get("other"))
    return any(isinstance(end, dict) and end.get("iri") in iris for end in ends)


def _masked(decision: Decision, forms: Forms) -> Decision:
    body = json.loads(forms.masked(json.dumps(decision.body, ensure_ascii=False)))
    who, why = forms.masked(decision.who), forms.masked(decision.why) if decision.why else decision.why
    if (body, who, why) == (decision.body, decision.who, decision.why):
        return decision
    name = digest(decision.kind, canonical(body), who, decision.at)
    return replace(decision, id=name, body=body, who=who, why=why)


def _decisions(db: sqlite3.Connection, plan: Plan) -> None:
    """Decisions on the person go; others keep what they decide, without the name."""
    documents = {one.sha256 for one in plan.documents}
    for one in list(decisions(db, withdrawn=True)):
        masked = _masked(one, plan.forms)
        if one.kind in CORRECTIONS and one.body["at"]["sha256"] not in documents and _held(db, one):
            continue  # of a namesake, or in a document that was not asked for
        puts_in = _puts_in(one, masked)
        about = puts_in or _about(one, plan.iris)
        if puts_in or (about and not plan.left) or masked != one:
            db.execute("DELETE FROM decision WHERE id = ?", (one.id,))
            db.execute("UPDATE audit SET document = ? WHERE document = ?", (masked.id, one.id))
            if not about:
                put(db, masked)


def _held(db: sqlite3.Connection, correction: Decision) -> bool:
    """Whether the document of a correction is in the library as it was."""
    sha256 = correction.body["at"]["sha256"]
    return db.execute("SELECT 1 FROM document WHERE sha256 = ?", (sha256,)).fetchone() is not None


def _puts_in(correction: Decision, masked: Decision) -> bool:
    """Whether a correction is on the person's name, or would put it in: without it there is nothing left of it."""
    if correction.kind not in CORRECTIONS:
        return False
    bodies = [(one.body["to"], one.body["at"]["words"]) for one in (correction, masked)]
    return bodies[0] != bodies[1]


def _opinions(db: sqlite3.Connection, plan: Plan) -> None:
    """What others than the reader say with the name in it goes."""
    for document in plan.documents:
        for row in db.execute("SELECT * FROM opinion WHERE document = ?", (document.sha256,)).fetchall():
            if any(plan.forms.spans(str(cell)) for cell in row):
                db.execute("DELETE FROM opinion WHERE id = ?", (row["id"],))
