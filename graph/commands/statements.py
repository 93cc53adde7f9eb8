"""`samverkan statements`: who said what."""

from pathlib import Path

import click

from graph.commands.answers import page, show
from graph.commands.options import about_option, by_option, list_options, period_options, status_option
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library


@click.command("statements", cls=Worded)
@by_option
@click.option("--on-behalf-of", metavar="NAME")
@about_option
@status_option
@period_options
@list_options
@click.pass_obj
def command(
    settings: Settings,
    by: str | None,
    on_behalf_of: str | None,
    about: str | None,
    status: str | None,
    since: str | None,
    until: str | None,
    as_json: bool,
    out: Path | None,
    limit: int | None,
    offset: int,
) -> None:
    """Who said what."""
    answer = Library(settings.folder, settings.all_versions).statements(
        by=by,
        on_behalf_of=on_behalf_of,
        about=about,
        status=status,
        since=since,
        until=until,
        limit=page(limit, as_json, out),
        offset=offset,
    )
    show(settings, answer, as_json, out)
