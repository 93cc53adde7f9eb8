"""`samverkan backup`: the library as one file."""

from pathlib import Path

import click

from graph.commands.noting import wrote
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library
from graph.wording.sentences import told


@click.command("backup", cls=Worded)
@click.argument("out", type=click.Path(path_type=Path))
@click.pass_obj
def command(settings: Settings, out: Path) -> None:
    """Writes all that the library holds, as it is at one moment."""
    documents = Library(settings.folder).backup(out)
    wrote(settings, out, documents)
    if settings.volume >= 0:
        click.echo(told("backed-up", settings.language, documents=documents, file=str(out)), err=True)
