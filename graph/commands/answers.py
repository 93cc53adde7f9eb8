"""Shows answers: one JSON object, a file, or a page that a person likes to read in a terminal."""

import csv
import io
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from graph.commands.options import PAGE
from graph.commands.settings import Settings
from graph.errors import UnknownTableFormat
from graph.files import write_whole
from graph.model.answers import Answer, Evidence, Row
from graph.wording.sentences import Language, term, told

HIDDEN = {
    "evidence",
    "candidates",
    "speakers",
    "date",
    "certainty",
    "approximate",
    "meetings",
    "subject",
    "fact",
}
TIE = {"name", "type", "relation", "other", "as_written"}
"""Columns that a tie's sentence has said already."""
GROUPS = {"type": "kind", "relation": "predicate", "status": "status", "detail": "detail", "bound": "bound"}
"""Columns that hold codes, and the group of words that names them."""


def page(limit: int | None, as_json: bool, out: Path | None) -> int | None:
    """How many rows to ask for: all of them for a program or a file, a page for a person."""
    return limit if limit is not None or as_json or out else PAGE


def show(settings: Settings, answer: Answer, as_json: bool = False, out: Path | None = None) -> None:
    """An answer to standard output, or to a file by its suffix. Raises UnknownTableFormat."""
    if out is not None:
        write_whole(out, _file(answer, out))
        if settings.volume >= 0:
            click.echo(told("written", settings.language, file=str(out), rows=len(answer.rows)), err=True)
    elif as_json:
        click.echo(as_text(answer))
    else:
        _Page(answer, settings.language).print()


def as_object(answer: Answer) -> dict[str, Any]:
    """The answer as the object that JSON shows."""
    silent = None
    if answer.silent is not None:
        silent = asdict(answer.silent) | {"closest": list(answer.silent.closest)}
    return {
        "question": {"name": answer.name, "parameters": answer.parameters},
        "rows": list(answer.rows),
        "evidence": {key: _evidence(held) for key, held in answer.evidence.items()},
        "more": answer.more,
        "silent": silent,
    }


def as_text(answer: Answer) -> str:
    """The answer as one line of JSON."""
    return json.dumps(as_object(answer), ensure_ascii=False)


def _evidence(held: Evidence) -> dict[str, Any]:
    return asdict(held)


def _file(answer: Answer, out: Path) -> bytes | str:
    suffix = out.suffix.lower()
    if suffix == ".json":
        return as_text(answer) + "\n"
    head, lines = table(answer)
    if suffix == ".csv":
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(head)
        writer.writerows([_safe(cell) for cell in line] for line in lines)
        return "\ufeff" + text.getvalue()
    if suffix == ".xlsx":
        from graph.picture.sheets import workbook  # noqa: PLC0415 # the only answer that needs a spreadsheet

        return workbook({answer.name: [head, *lines]})
    raise UnknownTableFormat(file=out.name)


def table(answer: Answer) -> tuple[list[str], list[list[Any]]]:
    """Columns and rows, a quote with its place at the end of each row."""
    columns = list(dict.fromkeys(key for row in answer.rows for key in row if key != "evidence"))
    head = [*columns, "quote", "document", "line", "page"]
    lines: list[list[Any]] = []
    for row in answer.rows:
        held = [answer.evidence[key] for key in _keys(row)]
        quotes = " / ".join(item.quote for item in held)
        first = held[0] if held else None
        place = [first.title, first.line, first.page] if first else [None, None, None]
        lines.append([*(_plain(row.get(column)) for column in columns), quotes, *place])
    return head, lines


def _plain(cell: Any) -> Any:
    if isinstance(cell, list):
        return "; ".join(item["name"] if isinstance(item, dict) else str(item) for item in cell)
    return cell


def _safe(cell: Any) -> Any:
    """A text that a spreadsheet would take for a formula begins with an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell[:1] else cell


def _keys(row: Row) -> list[str]:
    held = row.get("evidence")
    return [key for key in held if isinstance(key, str)] if isinstance(held, list) else []


class _Page:
    """Rows one under another: what was found, then the words, then where they stand."""

    def __init__(self, answer: Answer, language: Language) -> None:
        self.answer, self.language = answer, language
        self.console = Console(highlight=False, soft_wrap=False, markup=False, emoji=False)

    def print(self) -> None:
        for row in self.answer.rows:
            self.console.print(self._head(row))
            for key in _keys(row):
                self._quote(self.answer.evidence[key])
        if self.answer.more:
            click.echo(told("more", self.language), err=True)
        if not self.answer.rows:
            self._silence()

    def _silence(self) -> None:
        silent = self.answer.silent
        documents, said = (silent.documents, silent.statements) if silent else (0, 0)
        click.echo(told("silent", self.language, documents=documents, statements=said))
        if silent and silent.closest:
            self.console.print(Text(told("closest", self.language)))
            for key in silent.closest:
                self._quote(self.answer.evidence[key])

    def _head(self, row: Row) -> Text:
        pieces: list[str] = [self._tie(row)] if "relation" in row and "subject" in row else []
        for column, cell in row.items():
            if pieces and column in TIE:
                continue
            if column in HIDDEN or cell is None or cell is False or cell == []:
                continue
            shown = _plain(cell)
            if column == "status" and cell == "asserted" and pieces:
                continue
            if column in GROUPS:
                shown = term(GROUPS[column], str(cell), self.language)
            elif isinstance(cell, float | int) and not isinstance(cell, bool):
                shown = f"{told_column(column, self.language)} {cell}"
            pieces.append(str(shown))
        speakers = row.get("speakers")
        if isinstance(speakers, list) and speakers:
            pieces.insert(0, " / ".join(map(str, speakers)))
        candidates = row.get("candidates")
        if isinstance(candidates, list) and candidates:
            names = ", ".join(str(item["name"]) for item in candidates if isinstance(item, dict))
            pieces.append(told("perhaps", self.language, names=names))
        text = Text(" · ".join(pieces) or "–")
        text.stylize("bold", 0, len(pieces[0]) if pieces else 0)
        return text

    def _tie(self, row: Row) -> str:
        """A tie as a sentence, from its subject to its object, an unnamed party as it is written."""
        written = str(row.get("as_written") or "")
        name, other = (str(row[cell] or written) for cell in ("name", "other"))
        left, right = (other, name) if row["subject"] == other and name != other else (name, other)
        return f"{left} {term('predicate', str(row['relation']), self.language)} {right}"

    def _quote(self, held: Evidence) -> None:
        text = Text(f"“{held.quote}”")
        for start, end in held.words:
            words = " ".join(held.text[start - held.start : end - held.start].split())
            place = held.quote.find(words) if words else -1
            if place >= 0:
                text.stylize("reverse", place + 1, place + 1 + len(words))
        self.console.print(Padding(text, (0, 2, 0, 2)))
        who = " / ".join(held.speakers)
        by = ", ".join(part for part in (who, held.organisation) if part)
        spot = (
            told("page", self.language, page=held.page, line=held.line)
            if held.page
            else told("line", self.language, line=held.line)
        )
        where = " – ".join(part for part in (by, f"{held.title}, {spot}") if part)
        self.console.print(Padding(Text(where, style="dim"), (0, 2, 0, 2)))


def told_column(column: str, language: Language) -> str:
    """What a column of numbers is called."""
    return told(f"column-{column}", language) if column in NUMBERS else column


NUMBERS = {
    "value",
    "low",
    "high",
    "amount",
    "mentions",
    "documents",
    "statements",
    "actors",
    "relations",
    "read_share",
    "step",
    "path",
}
