"""`samverkan ask`: saved questions, by name or by a sentence that fits one."""

from pathlib import Path

import click

from graph.commands.answers import page, rows_alone, show, show_json
from graph.commands.options import list_options
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.errors import BadValue
from graph.library import Library
from graph.wording.sentences import told


@click.command("ask", cls=Worded)
@click.argument("question", required=False)
@click.option("-p", "parameters", multiple=True, metavar="NAME=VALUE")
@list_options
@click.pass_obj
def command(
    settings: Settings,
    question: str | None,
    parameters: tuple[str, ...],
    as_json: bool,
    out: Path | None,
    limit: int | None,
    offset: int,
) -> None:
    """Asks a saved question; without one, lists them."""
    library = Library(settings.folder, settings.all_versions)
    if question is None:
        _list(settings, library, as_json)
        return
    values = {}
    for parameter in parameters:
        name, equals, value = parameter.partition("=")
        if not equals:
            raise BadValue(parameter="-p", problem=f"{parameter!r}: NAME=VALUE", command="samverkan ask")
        values[name.strip()] = value.strip()
    show(settings, library.ask(question, values, page(limit, as_json, out), offset), as_json, out)


def _list(settings: Settings, library: Library, as_json: bool) -> None:
    rows = library.questions()
    if as_json:
        show_json(rows_alone("questions", rows))
        return
    click.echo(told("questions", settings.language))
    for row in rows:
        click.echo(f"  {row['name']:<16} {row[settings.language]}")
