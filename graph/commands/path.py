"""`samverkan path`: how two actors hang together."""

from pathlib import Path

import click

from graph.commands.answers import show
from graph.commands.options import answer_options
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library


@click.command("path", cls=Worded)
@click.argument("one", metavar="NAME")
@click.argument("other", metavar="NAME")
@click.option("--max", "longest", type=click.IntRange(min=1), default=4, metavar="N")
@answer_options
@click.pass_obj
def command(settings: Settings, one: str, other: str, longest: int, as_json: bool, out: Path | None) -> None:
    """The shortest paths, each step with its words."""
    show(settings, Library(settings.folder, settings.all_versions).path(one, other, longest), as_json, out)
