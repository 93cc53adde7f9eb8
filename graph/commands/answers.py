"""Shows answers: one JSON object, a file, or lines that a person likes to read in a terminal."""

from itertools import groupby
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from graph.commands.heads import head
from graph.commands.noting import wrote
from graph.commands.options import PAGE
from graph.commands.settings import Settings
from graph.library import Library
from graph.model.answers import Answer, Evidence, Row
from graph.model.plain import as_json, evidence_keys
from graph.model.terms import Attribution
from graph.wording.sentences import term, told

Piece = tuple[str, str]
"""Words, and how they look: a style of rich, "" for plain."""

LISTS = frozenset({"actors", "documents"})
"""Answers that are lists: each row is one line, and the words are for the commands that ask about it."""


def page(limit: int | None, as_json: bool, out: Path | None) -> int | None:
    """How many rows to ask for: all of them for a program or a file, a page for a person."""
    return limit if limit is not None or as_json or out else PAGE


def show(settings: Settings, answer: Answer, as_json: bool = False, out: Path | None = None) -> None:
    """An answer to standard output, or to a file by its suffix. Raises UnknownTableFormat."""
    if out is not None:
        Library(settings.folder).save_answer(answer, out)
        tell_written(settings, out, len(answer.rows))
    elif as_json:
        show_json(answer)
    else:
        _Shown(settings).answer(answer)


def show_json(answer: Answer, **beside: Any) -> None:
    """The answer as one object on standard output, with what else belongs to it."""
    click.echo(as_json(answer, **beside))


def rows_alone(name: str, rows: list[Row], **parameters: str | None) -> Answer:
    """What a command tells that asks nothing of the library's quotes, in the form of every answer."""
    return Answer(name, dict(parameters), tuple(rows))


def tell_written(settings: Settings, out: Path, rows: int) -> None:
    """Says on standard error what was written, and notes it."""
    wrote(settings, out, rows)
    if settings.volume >= 0:
        click.echo(told("written", settings.language, file=str(out), rows=rows), err=True)


class _Shown:
    """Rows one under another: what was found, then the words, then where they stand.

    In a terminal quotes are wrapped and matched words stand out; elsewhere each is one plain line, so that
    other programs can search it.
    """

    def __init__(self, settings: Settings) -> None:
        self.language = settings.language
        self.console = Console(highlight=False, markup=False, emoji=False)
        self.terminal = self.console.is_terminal

    def answer(self, answer: Answer) -> None:
        """All rows; what there is more, or that there is nothing, on standard error."""
        for row in answer.rows:
            keys = evidence_keys(row) if answer.name not in LISTS else []
            first, *rest = head(row, self.language, dated=not keys)
            self._line(0, (first, "bold"), *((f" · {piece}", "") for piece in rest))
            self._quotes([answer.evidence[key] for key in keys])
        if answer.more:
            click.echo(told("more", self.language), err=True)
        if not answer.rows:
            self._silence(answer)

    def _silence(self, answer: Answer) -> None:
        silent = answer.silent
        facts = {"documents": silent.documents, "statements": silent.statements} if silent else {}
        key = "nothing" if silent is None else "silent" if silent.documents else "library-empty"
        click.echo(told(key, self.language, **facts), err=True)
        if silent and silent.closest:
            self._line(0, (told("closest", self.language), ""))
            self._quotes([answer.evidence[key] for key in silent.closest])

    def _quotes(self, held: list[Evidence]) -> None:
        """The quotes; who said them and where stands once under those that have it in common."""
        for source, together in groupby(held, key=self._source):
            quotes = list(together)
            for quote in quotes:
                self._line(2, ("”", ""), *marked(quote), ("”", ""))
            lines = ", ".join(str(line) for line in dict.fromkeys(quote.line for quote in quotes))
            self._line(2, (f"{source} {lines}", "dim"))

    def _source(self, held: Evidence) -> str:
        speakers = " / ".join(held.speakers)
        by = ", ".join(dict.fromkeys(part for part in (speakers, held.organisation) if part))
        place = told("page" if held.page else "line", self.language, page=held.page or 0)
        title = f"{held.title} ({told('warning-ocr', self.language)})" if held.recognised else held.title
        if held.attribution == Attribution.SAID_BY_A_PERSON:
            by += f" ({term('attribution', held.attribution, self.language)})"
        return " – ".join(part for part in (by, f"{title}, {place}") if part)

    def _line(self, indent: int, *pieces: Piece) -> None:
        if not self.terminal:
            click.echo(" " * indent + "".join(words for words, _ in pieces))
            return
        self.console.print(Padding(Text.assemble(*pieces), (0, 2, 0, indent)))


def marked(held: Evidence) -> list[Piece]:
    """The quote in pieces, the words that made it match apart from the others."""
    pieces: list[Piece] = []
    done = 0
    for start, end in sorted(held.words):
        words = " ".join(held.text[start - held.start : end - held.start].split())
        place = held.quote.find(words, done) if words else -1
        if place >= 0:
            pieces += [(held.quote[done:place], ""), (words, "reverse")]
            done = place + len(words)
    return [piece for piece in (*pieces, (held.quote[done:], "")) if piece[0]]
