"""`samverkan export`: the knowledge as RDF."""

from pathlib import Path

import click

from graph.commands.noting import wrote
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library
from graph.wording.sentences import told


@click.command("export", cls=Worded)
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--base", metavar="IRI")
@click.pass_obj
def command(settings: Settings, out: Path, base: str | None) -> None:
    """All graphs, or what holds now, by the name of the file."""
    Library(settings.folder).export(out, base)
    wrote(settings, out)
    if settings.volume >= 0:
        click.echo(told("exported", settings.language, file=str(out)), err=True)
