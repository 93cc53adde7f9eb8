"""`samverkan mentions`: every place where a name stands."""

from pathlib import Path

import click

from graph.commands.answers import page, show
from graph.commands.options import by_option, list_options, period_options
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library


@click.command("mentions", cls=Worded)
@click.argument("name")
@by_option
@period_options
@list_options
@click.pass_obj
def command(
    settings: Settings,
    name: str,
    by: str | None,
    since: str | None,
    until: str | None,
    as_json: bool,
    out: Path | None,
    limit: int | None,
    offset: int,
) -> None:
    """Every mention, in every form of the name."""
    answer = Library(settings.folder, settings.all_versions).mentions(
        name, since, until, by, page(limit, as_json, out), offset
    )
    show(settings, answer, as_json, out)
