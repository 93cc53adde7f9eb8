"""What the SPARQL index holds, in parts that can be told apart: so that a change costs what it brings.

A part is one text: a line of N-Quads, or what the lines of an actor, a promise or a document follow from.
"""

import json
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields

from graph.knowledge.quads.lines import Graph
from graph.knowledge.store.graphs import conjectured, identified, outcome_lines, quote_iri, what_holds_now
from graph.knowledge.store.library import Store
from graph.knowledge.store.outcomes import AHEAD, outcomes
from graph.knowledge.store.series import series
from graph.knowledge.vocabulary.minting import BASE, HEX, IDENTITY_GRAPH

TAB = "\t"
DENOTED = """
SELECT a.iri || char(9) || s.iri || char(9) || coalesce(a.ground, '') || char(9) || coalesce(a.ground_certainty, '')
FROM actor a JOIN shared s ON s.id = a.shared WHERE a.document NOT IN (SELECT document FROM silent)
"""
SPEAKING = """
SELECT sha256 || char(9) || fingerprint FROM document WHERE id NOT IN (SELECT document FROM silent)
"""
MAKERS = """
SELECT s.iri FROM shared s WHERE s.id IN (
  SELECT a.shared FROM promiser r JOIN actor a ON a.id = r.actor
  UNION SELECT a.shared FROM promise p JOIN actor a ON a.id = p.organisation
)
"""


@dataclass(frozen=True, slots=True)
class Parts:
    """All parts of an index; `series` are the documents' hashes in the order in which meetings follow."""

    lines: frozenset[str]  # what holds now, and conjectures: N-Quads as they are
    actors: frozenset[str]  # actor, what it denotes, ground, certainty
    promises: frozenset[str]  # document, promise, outcome, quote, the promise that answers it
    documents: frozenset[str]  # document, fingerprint
    series: frozenset[str]

    def as_text(self) -> str:
        """For a file beside the index."""
        return json.dumps({field.name: sorted(getattr(self, field.name)) for field in fields(self)})


def from_text(text: str) -> Parts:
    """The parts that `as_text` wrote. Raises ValueError, KeyError, TypeError where it is another file."""
    held = json.loads(text)
    return Parts(**{field.name: frozenset(held[field.name]) for field in fields(Parts)})


def parts(store: Store, before: Parts | None = None) -> Parts:
    """The parts of what the library holds now; those of a moment before spare what has not changed."""
    db = store.db
    actors = frozenset(row[0] for row in db.execute(DENOTED))
    documents = frozenset(row[0] for row in db.execute(SPEAKING))
    numbers: dict[int, str] = dict(db.execute("SELECT id, sha256 FROM document"))
    orders = [[numbers[one] for one in order] for order in series(db)]
    only = None if before is None else _touched(store, before, actors, documents, orders)
    told = _promises(store, numbers, only)
    if before is not None and only is not None:
        held = {part.split(TAB)[0] for part in documents} - only
        told |= {part for part in before.promises if part.split(TAB)[0] in held}
    return Parts(
        frozenset([*what_holds_now(db), *conjectured(db, speaking_only=True).lines()]),
        actors,
        frozenset(told),
        documents,
        frozenset(map(TAB.join, orders)),
    )


def _touched(
    store: Store,
    before: Parts,
    actors: Collection[str],
    documents: frozenset[str],
    orders: list[list[str]],
) -> set[str]:
    """The documents whose promises may have come to another end than before."""
    here = {part.split(TAB)[0] for part in documents ^ before.documents}
    changed = [part.split(TAB) for part in before.actors ^ frozenset(actors)]
    makers = {row[0] for row in store.db.execute(MAKERS)}
    standing = {part.partition(TAB)[0] for part in actors}
    makers |= {denoted for actor, denoted, *_ in changed if actor not in standing}
    short = {actor[len(f"{BASE}doc/") :][:HEX] for actor, denoted, *_ in changed if denoted in makers}
    found: set[str] = set()
    for order in orders:
        if TAB.join(order) not in before.series:
            found |= {*order}
        for place, sha256 in enumerate(order):
            if sha256 in here or sha256[:HEX] in short:
                found |= {*order[max(0, place - AHEAD) : place + 1]}
    return found | here


def _promises(store: Store, numbers: dict[int, str], only: set[str] | None) -> set[str]:
    if only is not None and not only:
        return set()
    db = store.db
    some = None if only is None else {number for number, sha256 in numbers.items() if sha256 in only}
    iris = {row[0]: (row[1], numbers[row[2]]) for row in db.execute("SELECT id, iri, document FROM promise")}
    found = set()
    for promise, one in outcomes(db, only=some).items():
        iri, sha256 = iris[promise]
        quote = quote_iri(db, one.quote) if one.quote is not None else ""
        answer = iris[one.promise][0] if one.promise is not None else ""
        found.add(TAB.join((sha256, iri, one.outcome, quote, answer)))
    return found


def lines_of(actors: Collection[str], promises: Collection[str]) -> list[str]:
    """The N-Quads of these parts."""
    graph = Graph(IDENTITY_GRAPH)
    for part in actors:
        actor, denoted, ground, certainty = part.split(TAB)
        identified(graph, actor, denoted, ground, certainty)
    told = [part.split(TAB) for part in promises]
    return [*graph.lines(), *outcome_lines((iri, *rest) for _, iri, *rest in told)]


def document_lines(store: Store, hashes: Collection[str]) -> Iterator[str]:
    """The N-Quads of documents' own graphs."""
    for sha256 in sorted(hashes):
        row = store.db.execute("SELECT quads FROM document WHERE sha256 = ?", (sha256,)).fetchone()
        yield zlib.decompress(row[0]).decode("utf-8")
