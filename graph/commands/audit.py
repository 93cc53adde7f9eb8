"""`samverkan audit`: who did what when."""

from pathlib import Path

import click

from graph.commands.answers import page, show
from graph.commands.options import list_options
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library


@click.command("audit", cls=Worded)
@list_options
@click.pass_obj
def command(settings: Settings, as_json: bool, out: Path | None, limit: int | None, offset: int) -> None:
    """The log, the latest first."""
    answer = Library(settings.folder).audit(limit=page(limit, as_json, out), offset=offset)
    show(settings, answer, as_json, out)
