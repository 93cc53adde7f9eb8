"""`samverkan explain`: how a file, or one line of it, was read, and by which rules."""

import re
from pathlib import Path

import click

from graph.commands.answers import show
from graph.commands.options import answer_options
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library
from graph.model.answers import Row
from graph.wording.sentences import Language, term, told

PLACE = re.compile(r"(.+):(\d+)", re.DOTALL)
ASIDE = frozenset({"fact", "line", "start", "end", "evidence", "quote"})
CODED = {
    "type": "kind",
    "status": "status",
    "certainty": "certainty",
    "reason": "reason",
    "relation": "predicate",
    "detail": "detail",
}


def place(text: str) -> tuple[str, int | None]:
    """A file and its line, if any: "C:\\x.txt:12" has one, "C:\\x.txt" and a file of that very name have none."""
    found = PLACE.fullmatch(text)
    if found is None or Path(text).exists():
        return text, None
    return found[1], int(found[2])


@click.command("explain", cls=Worded)
@click.argument("target", metavar="FILE[:LINE]")
@answer_options
@click.pass_obj
def command(settings: Settings, target: str, as_json: bool, out: Path | None) -> None:
    """Layouts with their fits, lines, and what was found on them."""
    file, line = place(target)
    answer = Library(settings.folder).explain(file, line)
    if as_json or out is not None:
        show(settings, answer, as_json, out)
        return
    for row in answer.rows:
        click.echo(_shown(row, settings.language))


def _shown(row: Row, language: Language) -> str:
    fact = term("fact", str(row["fact"]), language)
    if row["fact"] == "layout":
        mark = "*" if row["won"] else " "
        return f"{mark} {fact} {row['name']}: {told('fit', language, fit=str(row['fit']), behind=str(row['behind']))}"
    if row["fact"] == "line":
        how = [term("read", str(row["read"]), language)]
        speakers = row.get("speakers")
        if isinstance(speakers, list) and speakers:
            how += [" / ".join(map(str, speakers)), str(row.get("organisation") or "")]
            how.append(
                term("attribution", str(row["attribution"]), language) if row.get("attribution") else ""
            )
        return f"{row['line']}: {row['text']}\n  {' · '.join(part for part in how if part)}"
    cells = [
        term(CODED[name], str(cell), language) if name in CODED else str(cell)
        for name, cell in row.items()
        if name not in ASIDE and cell is not None
    ]
    quote = f"\n      ”{row['quote']}”" if row.get("quote") else ""
    return f"    {fact}: {' · '.join(cells)}{quote}"
