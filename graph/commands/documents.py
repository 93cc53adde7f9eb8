"""`samverkan documents`: what the library holds."""

from pathlib import Path

import click

from graph.commands.answers import page, show
from graph.commands.options import list_options
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library
from graph.wording.sentences import told


@click.command("documents", cls=Worded)
@list_options
@click.pass_obj
def command(settings: Settings, as_json: bool, out: Path | None, limit: int | None, offset: int) -> None:
    """One row a document."""
    answer = Library(settings.folder).documents(page(limit, as_json, out), offset)
    if answer.rows or as_json or out:
        show(settings, answer, as_json, out)
    else:
        click.echo(told("library-empty", settings.language), err=True)
