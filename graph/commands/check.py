"""`samverkan check`: every document against hash, shapes and text."""

import click

from graph.commands.answers import rows_alone, show_json
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library
from graph.wording.sentences import told


@click.command("check", cls=Worded)
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """One line for each fault; none where all is well."""
    settings: Settings = ctx.obj
    library = Library(settings.folder)
    faults = library.check()
    if as_json:
        show_json(rows_alone("check", faults))
    else:
        for fault in faults:
            click.echo(" · ".join(str(cell) for cell in fault.values() if cell is not None))
        documents = len(library.documents().rows)
        click.echo(told("checked", settings.language, documents=documents, faults=len(faults)), err=True)
    if faults:
        ctx.exit(1)
