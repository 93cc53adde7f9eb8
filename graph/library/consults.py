"""Consults: second opinions, listed and asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from graph.library.opened import Opened

if TYPE_CHECKING:
    from graph.model.answers import Answer
    from graph.opinions.address import Address
    from graph.opinions.consulted import Consulted, Estimate


class Consults(Opened):
    """Second opinions, listed and asked for; none of them is ever an edge."""

    def opinions(self, names: Iterable[str] = (), **asked: Any) -> Answer:
        """Where second opinions differ from the reading, for a person to decide: `source`, `limit`, `offset`."""
        from graph.opinions.listing import differing

        return differing(self.store, names, **asked)

    def opinions_estimate(self, names: Iterable[str] = (), price: float | None = None) -> Estimate:
        """What asking a language model about documents takes; `price` is for a million tokens."""
        from graph.opinions.consulted import estimated

        return estimated(self.store, names, price)

    def ask_model(self, address: Address, names: Iterable[str] = ()) -> Iterator[Consulted]:
        """Sends documents to the language model at an address, one by one; keeps what it says of them."""
        from graph.opinions.models import consulted

        return consulted(self.store, names, address)

    def ask_pipeline(self, name: str, names: Iterable[str] = ()) -> Iterator[Consulted]:
        """Asks a pipeline of spaCy that is installed what documents name. Raises PipelineMissing."""
        from graph.opinions.pipelines import consulted, pipeline

        return consulted(self.store, names, pipeline(name))
