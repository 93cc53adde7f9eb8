"""`samverkan actors`: the actors, projects, schemes, events and places that the library knows."""

from pathlib import Path

import click

from graph.commands.answers import page, show
from graph.commands.options import list_options, type_option
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library


@click.command("actors", cls=Worded)
@click.argument("words", nargs=-1)
@type_option
@list_options
@click.pass_obj
def command(
    settings: Settings,
    words: tuple[str, ...],
    kind: str | None,
    as_json: bool,
    out: Path | None,
    limit: int | None,
    offset: int,
) -> None:
    """All of them, or those whose name holds the words."""
    name = " ".join(words) or None
    answer = Library(settings.folder, settings.all_versions).actors(
        name, kind, page(limit, as_json, out), offset
    )
    show(settings, answer, as_json, out)
