"""`samverkan merge`: two are one."""

import click

from graph.commands.deciding import decision_options, now, sayer, tell_decided
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library


@click.command("merge", cls=Worded)
@click.argument("one", metavar="NAME")
@click.argument("other", metavar="OTHER")
@decision_options
@click.pass_obj
def command(settings: Settings, one: str, other: str, why: str | None, who: str | None) -> None:
    """The second is the first from now on; its names become other forms of the first."""
    made = Library(settings.folder).merge(one, other, sayer(who), now(), why)
    what = f"{made.body['other']['name']} → {made.body['one']['name']}"
    tell_decided(settings, made.id, made.kind, what)
