"""`samverkan sparql`: SPARQL 1.1, contained."""

import sys
from pathlib import Path

import click

from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.errors import MissingArgument
from graph.files import write_whole
from graph.library import Library

FORMS = {"table": "tsv", "turtle": "turtle", "nt": "ntriples", "jsonld": "jsonld", "rdfxml": "rdfxml"}
"""Names of formats here and, where they differ, in the query room."""


@click.command("sparql", cls=Worded)
@click.argument("query", required=False)
@click.option("--file", "file", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "tsv", "xml", "turtle", "nt", "jsonld", "rdfxml"]),
)
@click.option("--json", "as_json", is_flag=True)
@click.option("--timeout", type=click.FloatRange(min=0.1), default=30.0, metavar="N")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE")
@click.pass_obj
def command(
    settings: Settings,
    query: str | None,
    file: Path | None,
    form: str | None,
    as_json: bool,
    timeout: float,
    out: Path | None,
) -> None:
    """Asks; the answer in the format chosen: a table for a terminal, else JSON, or Turtle for graphs."""
    if file is not None and str(file) != "-":
        query = file.read_text(encoding="utf-8")
    elif query == "-" or (file is not None and str(file) == "-"):
        query = sys.stdin.read()
    if not query:
        raise MissingArgument(argument="QUERY", command="samverkan sparql")
    chosen = "json" if as_json else FORMS.get(form, form) if form else None
    result = Library(settings.folder, settings.all_versions).sparql(query, chosen, timeout)
    if out is not None:
        write_whole(out, result.content)
    else:
        click.echo(result.content.decode("utf-8").rstrip("\n"))
