"""`samverkan show`: one look at documents; nothing is kept."""

import tempfile
import webbrowser
from pathlib import Path

import click

from graph.commands.answers import show as show_answer
from graph.commands.options import mask_option, ocr_option
from graph.commands.read import tell
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.intake.outcome import State
from graph.library import Library
from graph.wording.sentences import told

SOME_FAILED = 3


@click.command("show", cls=Worded)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--open", "open_it", is_flag=True)
@ocr_option
@mask_option
@click.pass_context
def command(
    ctx: click.Context, files: tuple[str, ...], out: Path | None, open_it: bool, recognise: bool, mask: bool
) -> None:
    """Reads, tells who is tied to whom, draws the page; the library is left as it was."""
    settings: Settings = ctx.obj
    with tempfile.TemporaryDirectory() as folder:
        library = Library(folder)
        states = []
        for outcome in library.read(files, recognise=recognise, mask=mask):
            states.append(outcome.state)
            tell(settings, outcome)
        if not any(state is State.READ for state in states):
            ctx.exit(SOME_FAILED)
        show_answer(settings, library.partners())
        place = out or Path(tempfile.mkdtemp(prefix="samverkan-")) / "network.html"
        drawn = library.save_network(place, settings.language)
        library.store.close()
    click.echo(
        told("drawn", settings.language, file=str(place), nodes=len(drawn.nodes), edges=len(drawn.edges)),
        err=True,
    )
    if open_it:
        webbrowser.open(place.resolve().as_uri())
    if any(state is State.FAILED for state in states):
        ctx.exit(SOME_FAILED)
