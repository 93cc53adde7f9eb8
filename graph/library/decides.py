"""Decides: what a person says of who is who, with its log."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from graph.library.opened import Opened, Words

if TYPE_CHECKING:
    from graph.model.answers import Answer
    from graph.model.decisions import Decision


class Decides(Opened):
    """Judgements on identity; `who` says it and `at` is the moment, both told by the door."""

    def candidates(self, name: Words = None, limit: int | None = None, offset: int = 0) -> Answer:
        """Pairs that may be one, those first that would change most."""
        from graph.knowledge.query.candidates import candidates

        return candidates(self.store.db, name, limit, offset)

    def judge(self, candidate: str, judgement: str, who: str, at: str, why: Words = None) -> Decision:
        """Accepts, rejects or leaves open a candidate, by its id. Raises NoSuchCandidate, CannotBeOne."""
        from graph.knowledge.query.candidates import candidate as held
        from graph.knowledge.store.judgements import judge_minutes, merge, tell_apart
        from graph.model.decisions import DecisionKind

        pair = held(self.store.db, candidate)
        if pair.minutes:
            kinds = {"accept": DecisionKind.SAME, "reject": DecisionKind.APART}
            kind = kinds.get(judgement, DecisionKind.UNSURE)
            return judge_minutes(self.store, pair.one, pair.other, kind, who, at, why)
        if judgement == "accept":
            return merge(self.store, pair.one, pair.other, who, at, why)
        kind = DecisionKind.APART if judgement == "reject" else DecisionKind.UNSURE
        return tell_apart(self.store, pair.one, pair.other, kind, who, at, why)

    def merge(self, one: str, other: str, who: str, at: str, why: Words = None) -> Decision:
        """The second is the first. Raises NoSuchActor, SeveralActors, CannotBeOne."""
        from graph.knowledge.query.candidates import chosen
        from graph.knowledge.store.judgements import merge

        db = self.store.db
        return merge(self.store, chosen(db, one), chosen(db, other), who, at, why)

    def split(
        self, name: str, document: str, who: str, at: str, line: int | None = None, why: Words = None
    ) -> Decision:
        """The one of that name in a document (named on a line of it) is somebody else."""
        from graph.knowledge.query.candidates import named_in
        from graph.knowledge.store.judgements import part

        store = self.store
        return part(store, named_in(store.db, name, store.find(document), line), who, at, why)

    def rename(self, name: str, new: str, who: str, at: str, why: Words = None) -> Decision:
        """Somebody is called otherwise from now on."""
        from graph.knowledge.query.candidates import chosen
        from graph.knowledge.store.judgements import rename

        return rename(self.store, chosen(self.store.db, name), new, who, at, why)

    def undo(self, decision: Words, at: str) -> Decision:
        """Takes back a decision, by its id or its beginning; the last one that stands, where none is named."""
        from graph.knowledge.store.decisions import last
        from graph.knowledge.store.judgements import undo

        return undo(self.store, decision or last(self.store.db), at)

    def history(self, orphans_only: bool = False, limit: int | None = None, offset: int = 0) -> Answer:
        """The log, the latest first."""
        from graph.knowledge.query.history import history

        return history(self.store.db, orphans_only, limit, offset)

    def save_history(self, path: str | PathLike[str]) -> int:
        """Writes the log as JSON lines; gives the number of decisions."""
        from graph.files import write_whole
        from graph.knowledge.store.decisions import as_lines, decisions

        held = list(decisions(self.store.db, withdrawn=True))
        write_whole(Path(path), as_lines(held))
        return len(held)

    def take_in(self, path: str | PathLike[str]) -> list[tuple[Decision, bool]]:
        """Takes in a log that another person wrote; each decision with whether it was news. Raises BadDecision."""
        from graph.knowledge.store.decisions import from_lines
        from graph.knowledge.store.judgements import take_in

        text = Path(path).read_text(encoding="utf-8")
        return take_in(self.store, list(from_lines(text, str(path))))
