"""`samverkan figures`: figures with what they measure and who said them."""

from pathlib import Path

import click

from graph.commands.answers import page, show
from graph.commands.options import about_option, by_option, list_options, period_options, status_option
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library


@click.command("figures", cls=Worded)
@about_option
@click.option("--measures", metavar="WORDS")
@click.option("--unit", metavar="TEXT")
@click.option("--place", metavar="NAME")
@by_option
@status_option
@period_options
@list_options
@click.pass_obj
def command(
    settings: Settings,
    about: str | None,
    measures: str | None,
    unit: str | None,
    place: str | None,
    by: str | None,
    status: str | None,
    since: str | None,
    until: str | None,
    as_json: bool,
    out: Path | None,
    limit: int | None,
    offset: int,
) -> None:
    """Figures with what they measure and who said them."""
    answer = Library(settings.folder, settings.all_versions).figures(
        about=about,
        measures=measures,
        unit=unit,
        place=place,
        by=by,
        status=status,
        since=since,
        until=until,
        limit=page(limit, as_json, out),
        offset=offset,
    )
    show(settings, answer, as_json, out)
