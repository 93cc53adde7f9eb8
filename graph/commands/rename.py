"""`samverkan rename`: what somebody is called."""

import click

from graph.commands.deciding import decision_options, now, sayer, tell_decided
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library


@click.command("rename", cls=Worded)
@click.argument("name", metavar="NAME")
@click.argument("new", metavar="NEW")
@decision_options
@click.pass_obj
def command(settings: Settings, name: str, new: str, why: str | None, who: str | None) -> None:
    """Somebody is called otherwise from now on; what documents write stays other forms of the name."""
    made = Library(settings.folder).rename(name, new, sayer(who), now(), why)
    tell_decided(settings, made.id, made.kind, f"{made.body['one']['name']} → {new}")
