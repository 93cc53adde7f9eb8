"""`samverkan about`: the register extract of one person."""

from pathlib import Path

import click

from graph.commands.answers import show, tell_written
from graph.commands.deciding import now
from graph.commands.options import answer_options
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library


@click.command("about", cls=Worded)
@click.argument("name")
@click.option("--scope", metavar="NAME")
@answer_options
@click.pass_obj
def command(settings: Settings, name: str, scope: str | None, as_json: bool, out: Path | None) -> None:
    """Everything that the library holds of a person, each with its words."""
    library = Library(settings.folder)
    answer = library.about(name, scope)
    if out is None:
        show(settings, answer, as_json)
        return
    library.save_about(answer, out, now(), settings.language)
    tell_written(settings, out, len(answer.rows))
