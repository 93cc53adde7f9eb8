"""`samverkan history`: the log of what people decided."""

from pathlib import Path

import click

from graph.commands.answers import page, show
from graph.commands.noting import wrote
from graph.commands.options import list_options
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library
from graph.wording.sentences import told

LOG = ".jsonl"


@click.command("history", cls=Worded)
@click.option("--orphaned", is_flag=True)
@click.option("--take-in", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE")
@list_options
@click.pass_obj
def command(
    settings: Settings,
    orphaned: bool,
    take_in: Path | None,
    as_json: bool,
    out: Path | None,
    limit: int | None,
    offset: int,
) -> None:
    """The log, the latest first; written to a .jsonl file it can be reviewed and taken in elsewhere."""
    library = Library(settings.folder)
    if take_in is not None:
        taken = library.take_in(take_in)
        facts = {"new": sum(news for _, news in taken), "known": sum(not news for _, news in taken)}
        click.echo(told("taken-in", settings.language, file=str(take_in), **facts), err=True)
    elif out is not None and out.suffix.lower() == LOG:
        rows = library.save_history(out)
        wrote(settings, out, rows)
        if settings.volume >= 0:
            click.echo(told("written", settings.language, file=str(out), rows=rows), err=True)
    else:
        answer = library.history(orphaned, limit=page(limit, as_json, out), offset=offset)
        show(settings, answer, as_json, out)
