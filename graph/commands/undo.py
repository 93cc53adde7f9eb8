"""`samverkan undo`: takes back a decision."""

import click

from graph.commands.deciding import now
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library
from graph.wording.sentences import told


@click.command("undo", cls=Worded)
@click.argument("decision", required=False, metavar="[ID]")
@click.pass_obj
def command(settings: Settings, decision: str | None) -> None:
    """Takes back a decision, by its id; without one the last that stands."""
    withdrawn = Library(settings.folder).undo(decision, now())
    if settings.volume >= 0:
        click.echo(told("undone", settings.language, id=withdrawn.id), err=True)
