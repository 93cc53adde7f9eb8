"""What becomes one actor: the names that meet in one identity, and what is known of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph.model.reading import Actor
from graph.model.recognition import Found
from graph.model.terms import Certainty, Kind, Reason
from graph.reading.resolution.naming import folded, keys

Identity = tuple[Kind, str, str]


@dataclass(frozen=True, slots=True)
class Naming:
    """Whom a name stands for: the full name, and why it is read so.

    `scope` tells namesakes apart (a section, a county); `parent` is the name of the organisation above.
    `certainty` and `reason` hold for the mention; `sure_name` says that the actor bears the name without
    inference.
    """

    kind: Kind
    name: str
    scope: str = ""
    parent: str | None = None
    classification: str | None = None
    listed: bool = False
    description: bool = False
    certainty: Certainty = Certainty.EXPLICIT
    reason: Reason | None = None

    @property
    def identity(self) -> Identity:
        """What makes it one actor with others: kind, folded name and scope."""
        return (self.kind, folded(self.name, self.kind), self.scope)


@dataclass(slots=True)
class Cluster:
    """The names of one actor while they are gathered, in reading order."""

    namings: list[Naming] = field(default_factory=list)
    written: list[str] = field(default_factory=list)


class Clusters:
    """All actors of one document while names are put together."""

    def __init__(self) -> None:
        self._clusters: dict[Identity, Cluster] = {}

    def add(self, naming: Naming, written: str | None) -> Identity:
        """Put a name with those of the same identity; `written` as the text has it, genitive folded."""
        cluster = self._clusters.setdefault(naming.identity, Cluster())
        cluster.namings.append(naming)
        if written and written not in cluster.written:
            cluster.written.append(written)
        return naming.identity

    def of_kind(self, kind: Kind) -> list[tuple[Identity, Cluster]]:
        """The actors of one kind, in the order in which they were first named."""
        return [(identity, cluster) for identity, cluster in self._clusters.items() if identity[0] is kind]

    def actors(self) -> tuple[dict[Identity, str], tuple[Actor, ...]]:
        """A key for each identity, and the actors in the order in which they were first named."""
        minted = keys(list(self._clusters))
        made = tuple(_actor(identity, cluster, minted) for identity, cluster in self._clusters.items())
        return minted, made


def _actor(identity: Identity, cluster: Cluster, minted: dict[Identity, str]) -> Actor:
    namings = cluster.namings
    listed = [naming for naming in namings if naming.listed]
    name = listed[0].name if listed else max((naming.name for naming in namings), key=len)
    best = min(namings, key=lambda naming: list(Certainty).index(naming.certainty))
    parent = next((naming.parent for naming in namings if naming.parent), None)
    return Actor(
        key=minted[identity],
        kind=identity[0],
        name=name,
        names=tuple(cluster.written),
        part_of=minted.get((Kind.ORGANISATION, folded(parent, Kind.ORGANISATION), "")) if parent else None,
        classification=next((naming.classification for naming in namings if naming.classification), None),
        listed=bool(listed),
        scope=identity[2] or None,
        certainty=best.certainty,
        reason=best.reason,
        description=all(naming.description for naming in namings),
    )


def naming_of(found: Found, name: str) -> Naming:
    """The naming that a found name brings with itself."""
    return Naming(
        found.kind,
        name,
        classification=found.classification,
        listed=found.listed,
        description=found.description,
        certainty=found.certainty,
        reason=found.reason,
    )


def with_reason(naming: Naming, certainty: Certainty, reason: Reason) -> Naming:
    """The same naming, less sure, and why."""
    return replace(naming, certainty=certainty, reason=reason)


def longest(names: Iterable[str]) -> str:
    """The longest name, the first of several that are equally long."""
    return max(names, key=len)
