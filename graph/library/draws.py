"""Draws: the network as values, as a networkx graph, and in every file format."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any, Literal

from graph.library.opened import Opened, Words

if TYPE_CHECKING:
    from graph.model.network import Network


class Draws(Opened):
    """The network as values, as a networkx graph, and in every file format."""

    def drawn(self, changes: Mapping[str, Words] | None = None, **asked: Any) -> Network:
        """The network as values: `around`, `steps`, `types`, `relations`, `status`, `since`, `persons` …

        `changes` draws two times in one: `one` and `other` meeting, or what a `day` parts, as `changes` does.
        """
        from graph.knowledge.query.changed_network import changed_network
        from graph.knowledge.query.projection import network

        if changes is not None:
            return changed_network(self.store.db, **changes, **asked)
        return network(self.store.db, **asked)

    def network(self, **asked: Any) -> Any:
        """The network as a `networkx.MultiDiGraph`."""
        from graph.picture.graphs import multidigraph

        return multidigraph(self.drawn(**asked))

    def save_network(
        self, path: str | PathLike[str], lang: Literal["sv", "en"] = "sv", title: Words = None, **asked: Any
    ) -> Network:
        """Draws or saves the network in the format that the file's name asks for; gives what it holds."""
        from graph.picture.save import save_network

        drawn = self.drawn(title=title or "", **asked)
        save_network(drawn, path, lang=lang)
        return drawn

    def ends(self, edge: str) -> tuple[str, str] | None:
        """The names at the ends of a tie by its key, as the page's address and the saved files have it."""
        from graph.picture.page_data import edge_keys

        drawn = self.drawn(computed=True)
        names = {node.iri: node.name for node in drawn.nodes}
        ties = dict(zip(edge_keys(drawn), drawn.edges, strict=True))
        return (names[ties[edge].source], names[ties[edge].target]) if edge in ties else None

    def picture(self, lang: Literal["sv", "en"] = "sv", **asked: Any) -> Any:
        """The network as an object that shows itself in a notebook."""
        from graph.picture.notebook import Picture

        return Picture(self.drawn(**asked), lang)
