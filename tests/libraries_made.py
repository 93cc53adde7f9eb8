"""Libraries that tests fill, and all that stands in one."""

import datetime
from pathlib import Path

from readings_made import forum, meeting, sample_part

from graph.knowledge.store.entry import entry
from graph.knowledge.store.library import Store
from graph.knowledge.store.rows import COLUMNS, REFERENCES
from graph.model.answers import Answer
from graph.model.plain import evidence_keys
from graph.model.reading import Reading
from graph.model.terms import Kind, Status

ORG = Kind.ORGANISATION


MEETINGS = [
    meeting("A", "Almi och IUC samarbetar.", {"Almi": ORG, "IUC": ORG}, works_with=(("Almi", "IUC"),)),
    meeting(
        "B",
        "Lena Ask från Almi talade med Torsta.",
        {"Lena Ask": Kind.PERSON, "Almi": ORG, "Torsta": ORG},
        works_for=(("Lena Ask", "Almi"),),
    ),
    meeting(
        "C",
        "Lena Ask från Torsta och Länsstyrelsen.",
        {"Lena Ask": Kind.PERSON, "Torsta": ORG, "Länsstyrelsen": ORG},
        works_for=(("Lena Ask", "Torsta"),),
    ),
    forum(),
]


ORGANISATIONS = {"Almi": ORG, "Tillväxtverket": ORG}
SEVERAL = (
    sample_part(),
    forum(),
    meeting(
        "Träff i maj",
        "Almi samarbetar med Tillväxtverket.",
        ORGANISATIONS,
        works_with=(("Tillväxtverket", "Almi"),),
        listed=tuple(ORGANISATIONS),
        date=datetime.date(2024, 5, 2),
    ),
    meeting(
        "Träff i juni",
        "Almi arbetar inte med Tillväxtverket.",
        ORGANISATIONS,
        works_with=(("Almi", "Tillväxtverket"),),
        listed=tuple(ORGANISATIONS),
        date=datetime.date(2024, 6, 2),
        status=Status.NEGATED,
    ),
)
"""Two documents, and two meetings that say and deny one tie."""

UNLIKE = (
    sample_part(),
    forum(),
    meeting(
        "Träff 1",
        "Storviks kommun bygger med Norrsken Kraft AB.",
        {"Storviks kommun": ORG, "Norrsken Kraft AB": ORG},
        works_with=(("Storviks kommun", "Norrsken Kraft AB"),),
    ),
    meeting(
        "Träff 2",
        "Almi arbetar inte med Tillväxtverket.",
        ORGANISATIONS,
        works_with=(("Almi", "Tillväxtverket"),),
        listed=tuple(ORGANISATIONS),
        date=None,
        status=Status.NEGATED,
    ),
)
"""Two documents, a meeting of others, and one without a date that denies a tie."""


def filled(folder: Path, *readings: Reading) -> Store:
    store = Store(folder)
    for reading in readings:
        store.commit(entry(reading), path=reading.document.name)
    return store


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, numbers of documents and shared actors replaced by what they stand for."""
    documents = {row[0]: row[1] for row in store.db.execute("SELECT id, sha256 FROM document")}
    shared = {row[0]: row[1] for row in store.db.execute("SELECT id, iri FROM shared")}
    shared[None] = None
    held: dict[str, list[tuple[object, ...]]] = {}
    for table, columns in COLUMNS.items():
        names = columns.split()
        wanted = ", ".join(f'"{name}"' for name in names)
        extra = ", shared" if table == "actor" else ""
        rows = store.db.execute(f"SELECT {wanted}{extra} FROM {table}").fetchall()  # noqa: S608  # own names
        held[table] = sorted(
            (
                *(
                    (documents[cell >> 20], cell & 0xFFFFF)
                    if name in REFERENCES[table] and cell is not None
                    else cell
                    for name, cell in zip(names, row, strict=False)
                ),
                *((shared[row["shared"]],) if extra else ()),
            )
            for row in rows
        ) if rows else []  # fmt: skip
    held["shared"] = sorted(map(tuple, store.db.execute(
        "SELECT iri, kind, name, coalesce(classification, ''), folded, join_keys, sure FROM shared"
    )))  # fmt: skip
    held["alike"] = sorted(
        (shared[a], shared[b], reason) for a, b, reason in store.db.execute("SELECT * FROM alike")
    )
    held["shared_key"] = sorted((k, shared[s]) for k, s in store.db.execute("SELECT * FROM shared_key"))
    return {table: [tuple(map(repr, row)) for row in rows] for table, rows in held.items()}


def quotes(answer: Answer) -> list[str]:
    """The quotes of an answer, row by row."""
    return [answer.evidence[key].quote for row in answer.rows for key in evidence_keys(row)]
