"""Guards: what is held of a person, its erasure, and the log of who did what."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from graph.library.opened import Opened, Words

if TYPE_CHECKING:
    from graph.knowledge.store.audit import Noted
    from graph.knowledge.store.erasure import Plan, Receipt
    from graph.knowledge.store.library import Store
    from graph.model.answers import Answer


class Guards(Opened):
    """What is held of a person, its erasure, and the log; `who` does it and `at` is the moment, told by the door."""

    @cached_property
    def every(self) -> Store:
        """The library with each version of the same minutes: a person's right is to all that is held."""
        from graph.knowledge.store.library import Store

        return self.store if self.all_versions else Store(self.folder, all_versions=True)

    def about(self, name: str, scope: Words = None) -> Answer:
        """The register extract of one person. Raises NoSuchActor, SeveralActors."""
        from graph.knowledge.query.about import about

        return about(self.every.db, name, scope)

    def save_about(
        self, answer: Answer, path: str | PathLike[str], at: str, lang: Literal["sv", "en"] = "sv"
    ) -> None:
        """Writes a register extract as .html, .docx, .json, .csv or .xlsx. Raises UnknownTableFormat."""
        from graph.picture.extract import save_extract

        save_extract(answer, path, at, lang)

    def erasing(self, name: str, scope: Words = None, since: Words = None, until: Words = None) -> Plan:
        """What erasing a person would take; nothing is done. Raises NoSuchActor, SeveralActors."""
        from graph.knowledge.query.about import among, person
        from graph.knowledge.store.erasure import planned

        db = self.every.db
        actors = person(db, name, scope)
        return planned(self.every, actors, among(db, since, until), bool(since or until))

    def erase(self, plan: Plan, who: str, at: str) -> Receipt:
        """Does what was planned; it cannot be undone."""
        from graph.knowledge.store.erasure import erase
        from graph.knowledge.store.library import Store

        return erase(Store(self.folder) if self.all_versions else self.store, plan, who, at)

    def note(self, noted: Iterable[Noted]) -> None:
        """Writes into the audit log, where there is a library that may be written."""
        from graph.errors import LibraryBusy, LibraryNotWritable
        from graph.knowledge.store.audit import note

        noted = tuple(noted)
        if not noted or not (self.folder / "library.db").exists():
            return
        try:
            with self.store.writing(grows=False) as db:
                note(db, *noted)
        except (LibraryBusy, LibraryNotWritable):  # whoever may only read leaves no line
            return

    def wrote(self, path: str | PathLike[str], who: str, at: str, rows: int = 0) -> None:
        """Notes a file that was written, with its hash."""
        import hashlib

        from graph.knowledge.store.audit import Act, Noted

        place = Path(path).absolute()
        if place.is_file():
            mark = hashlib.sha256(place.read_bytes()).hexdigest()
            self.note([Noted(at, who, Act.EXPORT, None, rows, str(place), mark)])

    def audit(self, limit: int | None = None, offset: int = 0) -> Answer:
        """The log, the latest first: who did what when, with counts and hashes."""
        from graph.knowledge.query.audit import audit

        return audit(self.store.db, limit, offset)
