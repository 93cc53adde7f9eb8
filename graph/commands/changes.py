"""`samverkan changes`: what changed from one meeting to another, or since a day."""

from pathlib import Path

import click

from graph.commands.answers import page, show
from graph.commands.options import day, list_options
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library


@click.command("changes", cls=Worded)
@click.argument("one", required=False, metavar="[A]")
@click.argument("other", required=False, metavar="[B]")
@click.option("--since", "first_day", metavar="DATE", callback=day)
@list_options
@click.pass_obj
def command(
    settings: Settings,
    one: str | None,
    other: str | None,
    first_day: str | None,
    as_json: bool,
    out: Path | None,
    limit: int | None,
    offset: int,
) -> None:
    """What changed between two meetings, or since a day."""
    answer = Library(settings.folder, settings.all_versions).changes(
        one, other, first_day, limit=page(limit, as_json, out), offset=offset
    )
    show(settings, answer, as_json, out)
