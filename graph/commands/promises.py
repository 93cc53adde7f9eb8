"""`samverkan promises`: who offered or was given what, due when."""

from pathlib import Path

import click

from graph.commands.answers import page, show
from graph.commands.options import about_option, by_option, day, list_options, period_options, status_option
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library


@click.command("promises", cls=Worded)
@about_option
@by_option
@click.option("--open", "open_only", is_flag=True)
@click.option("--as-of", metavar="DATE", callback=day)
@status_option
@period_options
@list_options
@click.pass_obj
def command(
    settings: Settings,
    about: str | None,
    by: str | None,
    open_only: bool,
    as_of: str | None,
    status: str | None,
    since: str | None,
    until: str | None,
    as_json: bool,
    out: Path | None,
    limit: int | None,
    offset: int,
) -> None:
    """Who offered or was given what, due when."""
    answer = Library(settings.folder, settings.all_versions).promises(
        about=about,
        by=by,
        open_only=open_only,
        as_of=as_of,
        status=status,
        since=since,
        until=until,
        limit=page(limit, as_json, out),
        offset=offset,
    )
    show(settings, answer, as_json, out)
