"""`samverkan actor`: everything about one actor, project, scheme, event or place."""

from pathlib import Path

import click

from graph.commands.answers import page, show
from graph.commands.options import list_options
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library


@click.command("actor", cls=Worded)
@click.argument("name")
@list_options
@click.pass_obj
def command(
    settings: Settings, name: str, as_json: bool, out: Path | None, limit: int | None, offset: int
) -> None:
    """Everything about one actor, project, scheme, event or place."""
    show(
        settings,
        Library(settings.folder, settings.all_versions).actor(name, page(limit, as_json, out), offset),
        as_json,
        out,
    )
