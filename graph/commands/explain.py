"""`samverkan explain`: how a file, one line of it, or each file of a folder was read, and by which rules."""

import re
from collections.abc import Iterable
from pathlib import Path

import click

from graph.commands.answers import show
from graph.commands.options import answer_options, mask_option
from graph.commands.read import SOME_FAILED, tell
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.errors import LineOfFolder
from graph.intake.outcome import State
from graph.library import Library
from graph.model.answers import Answer, Row
from graph.wording.sentences import Language, term, told

PLACE = re.compile(r"(.+):(\d+)", re.DOTALL)
EDGE = re.compile(r"[0-9a-f]{12}(?:-\d+)?")
"""The key of a tie: what stands after #edge= in the page's address, and as `key` in saved files."""
ASIDE = frozenset({"file", "fact", "line", "start", "end", "evidence", "quote"})
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
@click.argument("target", metavar="FILE[:LINE]|NAME|EDGE")
@click.argument("other", metavar="[NAME]", required=False)
@mask_option
@answer_options
@click.pass_context
def command(
    ctx: click.Context, target: str, other: str | None, mask: bool, as_json: bool, out: Path | None
) -> None:
    """Layouts with their fits, lines, and what was found on them."""
    settings: Settings = ctx.obj
    library = Library(settings.folder, settings.all_versions)
    if other is None and EDGE.fullmatch(target) and not Path(target).exists():
        target, other = library.ends(target) or (target, None)
    if other is not None:
        show(settings, library.explain_ties(target, other), as_json, out)
        return
    file, line = place(target)
    if not Path(file).is_dir():
        answer = library.explain(file, line, mask)
        if as_json or out is not None:
            show(settings, answer, as_json, out)
        else:
            _show(answer.rows, settings.language)
    elif line is not None:
        raise LineOfFolder(file=file, line=line)
    elif _folder(settings, file, mask, as_json, out):
        ctx.exit(SOME_FAILED)


def _folder(settings: Settings, folder: str, mask: bool, as_json: bool, out: Path | None) -> bool:
    """Each file of a folder under its name; whether any could not be read."""
    failed = False
    rows: list[Row] = []
    for outcome, answer in Library(settings.folder, settings.all_versions).explain_folder(folder, mask):
        failed = failed or outcome.state is State.FAILED
        if answer is None:
            tell(settings, outcome)
        elif as_json or out is not None:
            rows += [{"file": outcome.path, **row} for row in answer.rows]
        else:
            click.echo(f"== {outcome.path}")
            _show(answer.rows, settings.language)
    if as_json or out is not None:
        show(settings, Answer("explain", {"file": folder, "line": None}, tuple(rows)), as_json, out)
    return failed


def _show(rows: Iterable[Row], language: Language) -> None:
    for row in rows:
        click.echo(_shown(row, language))


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
    if row["fact"] == "mention":
        return f"    {fact}: {' · '.join(part for part in _mention(row, language) if part)}"
    cells = [
        term(CODED[name], str(cell), language) if name in CODED else str(cell)
        for name, cell in row.items()
        if name not in ASIDE and cell is not None
    ]
    quote = f"\n      ”{row['quote']}”" if row.get("quote") else ""
    return f"    {fact}: {' · '.join(cells)}{quote}"


def _mention(row: Row, language: Language) -> Iterable[str]:
    """A mention: its words, its kind, whose name it is, and who says so on which words."""
    yield str(row["text"])
    yield term("kind", str(row["type"]), language)
    yield f"= {row['name']}" if row["name"] != row["text"] else ""
    facts = {name: str(row[name]) for name in ("rule", "cue", "cue_line")}
    key = "ground" if row["cue_line"] == row["line"] else "ground-elsewhere"
    yield told(key, language, source=term("source", str(row["source"]), language), **facts)
    yield term("certainty", str(row["certainty"]), language)
    yield term("reason", str(row["reason"]), language) if row["reason"] else ""
