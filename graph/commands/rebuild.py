"""`samverkan rebuild`: what is derived, made anew."""

import click

from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library
from graph.wording.sentences import told


@click.command("rebuild", cls=Worded)
@click.pass_obj
def command(settings: Settings) -> None:
    """Makes the read model and the shared actors anew from what was read."""
    documents = Library(settings.folder).rebuild()
    if settings.volume >= 0:
        click.echo(told("rebuilt", settings.language, documents=documents), err=True)
