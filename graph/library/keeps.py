"""Keeps: what stays in the folder, taken out, exported, checked and made anew."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from typing import TYPE_CHECKING, Any

from graph.library.opened import Opened, Words

if TYPE_CHECKING:
    from datetime import date

    from graph.knowledge.store.retention import Due, RetentionRule
    from graph.model.answers import Row


class Keeps(Opened):
    """What stays in the folder, taken out, exported, checked and made anew."""

    def keep_only(self, documents: Iterable[str]) -> None:
        """Takes out every document but those of these SHA-256."""
        kept = set(documents)
        for sha256 in self.store.documents():
            if sha256 not in kept:
                self.store.remove(sha256)

    def remove(self, name: str) -> str:
        """Takes a document out, with all that only it says; gives its SHA-256."""
        from graph.knowledge.store.index import drop

        removed = self.store.remove(name)
        drop(self.store)  # what was made of it stays in no file
        return removed

    def due(self, rules: Iterable[RetentionRule], day: date) -> list[Due]:
        """The documents that rules of retention say to take out on a day."""
        from graph.knowledge.store.retention import due

        return due(self.store.db, tuple(rules), day)

    def take_out_due(self, documents: list[Due]) -> None:
        """Takes out what is due, and leaves none of its bytes in the library."""
        from graph.knowledge.store.retention import take_out_due

        take_out_due(self.store, documents)

    def dataset(self) -> Any:
        """All graphs as an `rdflib.Dataset`."""
        from graph.knowledge.store.graphs import dataset

        return dataset(self.store)

    def export(self, path: str | PathLike[str], base: Words = None) -> None:
        """Saves the knowledge as RDF in the format that the file's name asks for."""
        from graph.knowledge.store.export import export

        export(self.store, path, base)

    def check(self) -> list[Row]:
        """Every document against hash, shapes and text: one row for each fault."""
        from graph.knowledge.store.check import check

        return check(self.store)

    def backup(self, path: str | PathLike[str]) -> int:
        """Writes the whole library as one file, also while it is in use; gives the number of documents."""
        from graph.knowledge.store.backup import backup

        return backup(self.store, path)

    def restore(self, path: str | PathLike[str], over: bool = False) -> int:
        """Puts a backup in the folder, verified first; in place of a library that stands there if `over`."""
        from graph.knowledge.store.backup import restore

        self.store.close()
        return restore(self.folder, path, over)

    def rebuild(self) -> int:
        """Makes all that is derived anew; gives the number of documents."""
        from graph.knowledge.store.rebuild import rebuild

        return rebuild(self.store)
