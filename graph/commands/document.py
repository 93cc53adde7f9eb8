"""`samverkan document`: one document, its statements, and the lines that were not understood."""

import json

import click

from graph.commands.answers import as_object, show
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
        whole = as_object(answer) | {"text": text, "unread": unread}
        click.echo(json.dumps(whole, ensure_ascii=False))
        return
    show(settings, answer)
    click.echo(told("unread", settings.language, count=len(unread)))
    for line in unread:
        click.echo(f"  {line['line']}: {' '.join(str(line['text']).split())}")
