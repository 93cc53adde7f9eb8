"""The network that the picture draws: who is tied to whom, and by which words."""

from dataclasses import dataclass, field

from graph.model.answers import Evidence


@dataclass(frozen=True, slots=True)
class Node:
    """An actor, project, scheme, event or place, or an unnamed party.

    `iri` is the shared actor's. `kind` is a code of `Kind`. `evidence` are keys into `Network.evidence`,
    one for every quote that names it. `meetings` counts the meetings that name it.
    """

    iri: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    meetings: int = 1
    candidates: tuple[tuple[str, str], ...] = ()  # of an unnamed party: name, reason
    change: str | None = None  # where two times are compared: new, gone, same


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie, stated or computed. Two ties of other kinds between the same two are two edges.

    `predicate` is a code of `Predicate`, `represents` for a person's organisation, or a computed tie
    (`same_meeting`, `same_statement`, `spoke_about`). A negated tie is never an edge.
    """

    source: str
    target: str
    predicate: str
    status: str
    certainty: str
    symmetric: bool = False
    computed: bool = False
    meetings: int = 1
    evidence: tuple[str, ...] = ()
    role: str | None = None
    change: str | None = None  # where two times are compared: new, gone, moved (another status), same


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges with the words they rest on, and the documents they come from, sorted."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    evidence: dict[str, Evidence] = field(default_factory=dict)
    documents: tuple[tuple[str, str, str | None, str], ...] = ()  # hash, title, date, file
    title: str = ""
