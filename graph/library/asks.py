"""Asks: every question that command line, page and notebook put to the library."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any

from graph.library.opened import Opened, Words

if TYPE_CHECKING:
    from graph.knowledge.query.contained import Result
    from graph.model.answers import Answer, Row


class Asks(Opened):
    """Every question that command line, page and notebook put to the library."""

    def documents(self, limit: int | None = None, offset: int = 0) -> Answer:
        """One row a document, by date."""
        from graph.knowledge.query.kept import documents

        return documents(self.store.db, limit, offset)

    def document(self, name: str) -> tuple[Answer, str, list[Row]]:
        """One document: its statements, its text, and the lines that were not understood."""
        from graph.knowledge.query.kept import document

        return document(self.store.db, self.store.find(name))

    def actors(
        self, name: Words = None, kind: Words = None, limit: int | None = None, offset: int = 0
    ) -> Answer:
        """Actors, projects, schemes, events and places."""
        from graph.knowledge.query.actors import actors

        return actors(self.store.db, name, kind, limit, offset)

    def actor(self, name: str, limit: int | None = None, offset: int = 0) -> Answer:
        """Everything that is said of one of them."""
        from graph.knowledge.query.dossier import actor

        return actor(self.store.db, name, limit, offset)

    def mentions(
        self,
        name: str,
        since: Words = None,
        until: Words = None,
        by: Words = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Answer:
        """Every mention of a name, in every form of it."""
        from graph.knowledge.query.mentions import mentions

        return mentions(self.store.db, name, since, until, by, limit, offset)

    def partners(
        self,
        name: Words = None,
        relation: Words = None,
        status: Words = None,
        computed: bool = False,
        since: Words = None,
        until: Words = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Answer:
        """Who works with whom."""
        from graph.knowledge.query.partners import partners

        return partners(self.store.db, name, relation, status, computed, since, until, limit, offset)

    def statements(self, **asked: Any) -> Answer:
        """Who said what: `by`, `on_behalf_of`, `about`, `status`, `since`, `until`, `limit`, `offset`."""
        from graph.knowledge.query.statements import statements

        return statements(self.store.db, **asked)

    def figures(self, **asked: Any) -> Answer:
        """Figures: `about`, `measures`, `unit`, `place`, `by`, `status`, `since`, `until`, `limit` …"""
        from graph.knowledge.query.figures import figures

        return figures(self.store.db, **asked)

    def promises(self, **asked: Any) -> Answer:
        """Promises: `about`, `by`, `open_only`, `as_of`, `status`, `since`, `until`, `limit`, `offset`."""
        from graph.knowledge.query.promises import promises

        return promises(self.store.db, **asked)

    def changes(
        self,
        one: Words = None,
        other: Words = None,
        since: Words = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Answer:
        """What changed between two meetings, or since a day. Raises NothingToCompare."""
        from graph.knowledge.query.changes import changes

        return changes(self.store.db, one, other, since, limit, offset)

    def path(self, one: str, other: str, longest: int = 4) -> Answer:
        """Shortest paths between two actors, each step with its evidence."""
        from graph.knowledge.query.paths import path

        return path(self.store.db, one, other, longest)

    def search(self, words: str, limit: int | None = None, offset: int = 0) -> Answer:
        """Full text over quotes."""
        from graph.knowledge.query.search import search

        return search(self.store.db, words, limit, offset)

    def review(self, limit: int | None = None, offset: int = 0) -> Answer:
        """Sensitive words near a person, for somebody to look at."""
        from graph.knowledge.query.review import review

        return review(self.store.db, limit, offset)

    def ask(
        self,
        question: str,
        parameters: Mapping[str, str] | None = None,
        limit: int | None = None,
        offset: int = 0,
        **more: str,
    ) -> Answer:
        """A saved question by name, or by a Swedish or English sentence that fits its wording."""
        from graph.knowledge.query.asking import ask

        return ask(self.store, question, {**(parameters or {}), **more}, limit, offset)

    def questions(self) -> list[Row]:
        """The saved questions: name, wording, parameters."""
        from graph.knowledge.query.asking import questions

        return questions()

    def save_answer(self, answer: Answer, path: str | PathLike[str]) -> None:
        """Writes an answer as .json, .csv or .xlsx. Raises UnknownTableFormat for other names."""
        from graph.picture.answers import save_answer

        save_answer(answer, path)

    def sparql(self, text: str, form: Words = None, timeout: float = 30.0) -> Result:
        """A SPARQL 1.1 query over all graphs, contained: by deadline, memory, and without the network."""
        from graph.knowledge.query.contained import sparql

        return sparql(self.store, text, form, timeout)
