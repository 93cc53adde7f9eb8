"""`samverkan extract`: what files say, in the reading format; nothing is stored."""

from pathlib import Path

import click

from graph.commands.options import mask_option, ocr_option
from graph.commands.read import SOME_FAILED
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.intake.outcome import State
from graph.library import Library
from graph.wording.sentences import sentence, told


@click.command("extract", cls=Worded)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FOLDER")
@ocr_option
@mask_option
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], out: Path, recognise: bool, mask: bool) -> None:
    """One .jsonl a file. Two files with one stem are refused before anything is read."""
    settings: Settings = ctx.obj
    failed = False
    for outcome, place in Library(settings.folder).extract(files, out, recognise, mask):
        failed = failed or outcome.state is State.FAILED
        if outcome.error is not None:
            click.echo(sentence(outcome.error, settings.language), err=True)
        elif settings.volume >= 0:
            click.echo(told("extracted", settings.language, file=outcome.path, result=str(place)), err=True)
    if failed:
        ctx.exit(SOME_FAILED)
