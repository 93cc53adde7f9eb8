"""A network in which no words name a person: not its quotes, nor headings, titles or files."""

import sqlite3
from dataclasses import replace

from graph.knowledge.store.bindings import numbered
from graph.knowledge.store.forms import Forms, forms_of
from graph.model.answers import Evidence
from graph.model.network import Network
from graph.model.terms import Kind

NAMES = """
SELECT d.sha256, a.kind = ?1 AS person, n.name FROM name n JOIN actor a ON a.id = n.actor
JOIN document d ON d.id = a.document WHERE a.kind <> ?2 ORDER BY n.id
"""


def without_names(db: sqlite3.Connection, network: Network) -> Network:
    """The network with the names of persons masked wherever it quotes; as many characters, so places hold.

    In each document those whom it names are masked, in every form; a single word only where no other of the
    document, as an organisation, bears it too.
    """
    forms = _forms(db)
    nobody = Forms(frozenset())
    evidence = {
        key: _masked(held, forms.get(held.document, nobody)) for key, held in network.evidence.items()
    }
    documents = tuple(
        (sha256, forms.get(sha256, nobody).masked(title), date, forms.get(sha256, nobody).masked(file))
        for sha256, title, date, file in network.documents
    )
    return replace(network, evidence=evidence, documents=documents)


def _forms(db: sqlite3.Connection) -> dict[str, Forms]:
    """The forms of all persons' names, by document."""
    names: dict[str, tuple[list[str], list[str]]] = {}
    for sha256, person, name in db.execute(NAMES, numbered(Kind.PERSON, Kind.UNNAMED)):
        names.setdefault(sha256, ([], []))[0 if person else 1].append(name)
    return {sha256: forms_of(persons, others) for sha256, (persons, others) in names.items()}


def _masked(held: Evidence, forms: Forms) -> Evidence:
    return replace(
        held,
        title=forms.masked(held.title),
        text=forms.masked(held.text),
        quote=forms.masked(held.quote),
        statement=forms.masked(held.statement) if held.statement else held.statement,
        heading=forms.masked(held.heading) if held.heading else held.heading,
        speakers=(),
        file=forms.masked(held.file),
    )
