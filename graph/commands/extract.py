"""`samverkan extract`: what files say, in the reading format; nothing is stored."""

from pathlib import Path

import click

from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.errors import SameStem, SamverkanError
from graph.library import Library
from graph.wording.sentences import sentence, told

SOME_FAILED = 3


@click.command("extract", cls=Worded)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER")
@click.pass_context
def command(ctx: click.Context, files: tuple[Path, ...], out: Path) -> None:
    """One .jsonl a file. Two files with one stem are refused before anything is read."""
    settings: Settings = ctx.obj
    seen: dict[str, Path] = {}
    for file in files:
        if file.stem in seen:
            raise SameStem(first=str(seen[file.stem]), second=str(file), result=f"{file.stem}.jsonl")
        seen[file.stem] = file
    library = Library(settings.folder)
    failed = False
    for file in files:
        try:
            count = library.extract(file, out / f"{file.stem}.jsonl")
        except SamverkanError as error:
            click.echo(sentence(error, settings.language), err=True)
            failed = True
            continue
        if settings.volume >= 0:
            click.echo(
                told("extracted", settings.language, file=str(out / f"{file.stem}.jsonl"), lines=count),
                err=True,
            )
    if failed:
        ctx.exit(SOME_FAILED)
