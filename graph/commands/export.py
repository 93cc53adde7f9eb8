"""`samverkan export`: the knowledge as RDF, or what people corrected as gold."""

from pathlib import Path

import click

from graph.commands.noting import wrote
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library
from graph.wording.sentences import told

CORRECTIONS = "corrections"


@click.command("export", cls=Worded)
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--base", metavar="IRI")
@click.option("--format", "form", type=click.Choice(["gold"]))
@click.option("--out", "folder", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER")
@click.pass_obj
def command(settings: Settings, out: Path, base: str | None, form: str | None, folder: Path | None) -> None:
    """All graphs, or what holds now, by the name of the file; `corrections` as gold in a folder."""
    library = Library(settings.folder)
    if str(out) == CORRECTIONS:
        if folder is None:
            raise click.UsageError("--out FOLDER")
        written = library.export_corrections(folder)
        if settings.volume >= 0:
            facts: dict[str, str | int] = {"count": len(written) // 3, "folder": str(folder)}
            click.echo(told("gold-written", settings.language, **facts), err=True)
        return
    if form or folder:
        raise click.UsageError(f"--format, --out: {CORRECTIONS}")
    library.export(out, base)
    wrote(settings, out)
    if settings.volume >= 0:
        click.echo(told("exported", settings.language, file=str(out)), err=True)
