"""`samverkan review`: sensitive words near a person, for somebody to look at."""

from pathlib import Path

import click

from graph.commands.answers import page, show
from graph.commands.options import list_options
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library


@click.command("review", cls=Worded)
@list_options
@click.pass_obj
def command(settings: Settings, as_json: bool, out: Path | None, limit: int | None, offset: int) -> None:
    """Words that may tell of somebody's health, belief, union, politics, origin, sexuality or crime."""
    answer = Library(settings.folder, settings.all_versions).review(page(limit, as_json, out), offset)
    show(settings, answer, as_json, out)
