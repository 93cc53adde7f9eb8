"""`samverkan document`: one document, its statements, and the lines that were not understood."""

import click

from graph.commands.answers import show, show_json
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library
from graph.wording.sentences import told


@click.command("document", cls=Worded)
@click.argument("name")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def command(settings: Settings, name: str, as_json: bool) -> None:
    """Text with statements and what was not understood."""
    answer, text, unread = Library(settings.folder).document(name)
    if as_json:
        show_json(answer, text=text, unread=unread)
        return
    show(settings, answer)
    click.echo(told("unread", settings.language, count=len(unread)))
    for line in unread:
        click.echo(f"  {line['line']}: {' '.join(str(line['text']).split())}")
