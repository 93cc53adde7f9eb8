"""`samverkan restore`: a backup put back."""

from pathlib import Path

import click

from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library
from graph.wording.sentences import told


@click.command("restore", cls=Worded)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--over", is_flag=True)
@click.pass_obj
def command(settings: Settings, file: Path, over: bool) -> None:
    """Puts a backup in place, whole or not at all."""
    documents = Library(settings.folder).restore(file, over)
    if settings.volume >= 0:
        click.echo(told("restored", settings.language, documents=documents, file=str(file)), err=True)
