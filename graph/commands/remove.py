"""`samverkan remove`: takes one document out."""

import click

from graph.commands.deciding import now, sayer
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.knowledge.store.audit import Act, Noted
from graph.library import Library
from graph.wording.sentences import told


@click.command("remove", cls=Worded)
@click.argument("name")
@click.pass_obj
def command(settings: Settings, name: str) -> None:
    """Removes a document and all that only it says."""
    library = Library(settings.folder)
    library.note([Noted(now(), sayer(None), Act.REMOVE, library.remove(name), 1)])
    if settings.volume >= 0:
        click.echo(told("removed", settings.language, file=name), err=True)
