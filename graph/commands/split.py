"""`samverkan split`: the one whom a document names is somebody else."""

import click

from graph.commands.deciding import decision_options, now, sayer, tell_decided
from graph.commands.explain import place
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library


@click.command("split", cls=Worded)
@click.argument("name", metavar="NAME")
@click.option("--mention", "where", metavar="DOCUMENT[:LINE]", required=True)
@decision_options
@click.pass_obj
def command(settings: Settings, name: str, where: str, why: str | None, who: str | None) -> None:
    """What that document says of the name is of somebody else from now on."""
    document, line = place(where)
    made = Library(settings.folder).split(name, document, sayer(who), now(), line, why)
    tell_decided(settings, made.id, made.kind, f"{made.body['one']['name']}, {where}")
