"""`samverkan search`: full text over everything that was said."""

from pathlib import Path

import click

from graph.commands.answers import page, show
from graph.commands.options import list_options
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library


@click.command("search", cls=Worded)
@click.argument("words", nargs=-1, required=True)
@list_options
@click.pass_obj
def command(
    settings: Settings,
    words: tuple[str, ...],
    as_json: bool,
    out: Path | None,
    limit: int | None,
    offset: int,
) -> None:
    """Quotes, the best match first."""
    answer = Library(settings.folder, settings.all_versions).search(
        " ".join(words), page(limit, as_json, out), offset
    )
    show(settings, answer, as_json, out)
