"""Corrects: what a person mends in what was read, adds to it, and takes out of it as gold."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.library.opened import Opened, Words

if TYPE_CHECKING:
    from graph.knowledge.store.proposals import Proposal
    from graph.model.decisions import Decision


class Corrects(Opened):
    """Corrections: first proposed, so that one sees what they change, then made."""

    def propose(
        self,
        kind: str,
        thing: str,
        document: str,
        line: int | None = None,
        words: Words = None,
        to: dict[str, Any] | None = None,
        predicate: Words = None,
        everywhere: bool = False,
    ) -> Proposal:
        """What it would change to `correct` or `reject` a thing that was read on a line; nothing is kept.

        `thing`: statement, mention, meeting, relation, quote, figure, role or promise; `to` what it is instead.
        Raises NothingThere, SeveralThere, NoSuchWords, NothingChanges, NoSuchLine.
        """
        from graph.knowledge.store.proposals import propose
        from graph.model.decisions import DecisionKind

        return propose(
            self.store, DecisionKind(kind), thing, document, line, words, to or {}, predicate, everywhere
        )

    def propose_added(
        self,
        thing: str,
        document: str,
        to: dict[str, Any],
        line: int | None = None,
        quote: Words = None,
        words: Words = None,
    ) -> Proposal:
        """What it would change to add an actor, alias, relation or role on a quote of the text; nothing is kept.

        Raises QuoteNotThere, NoSuchWords, NoSuchLine.
        """
        from graph.knowledge.store.proposals import propose_added

        return propose_added(self.store, thing, document, line, quote, words, to)

    def make(self, proposal: Proposal, who: str, at: str, why: Words = None) -> list[Decision]:
        """Decides what was proposed."""
        from graph.knowledge.store.proposals import make

        return make(self.store, proposal, who, at, why)

    def export_corrections(self, folder: str | PathLike[str]) -> list[Path]:
        """The corrected documents as gold: text and lines of each in the folder. Raises SameStem."""
        from graph.evaluation.corrected_gold import as_gold
        from graph.files import write_whole
        from graph.knowledge.store.corrections import corrected_readings

        written = as_gold(corrected_readings(self.store.db), Path(folder))
        for place, text in written.items():
            write_whole(place, text)
        return list(written)
