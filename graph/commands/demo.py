"""`samverkan demo`: a first look, on a file or on the sample that comes along."""

import shlex
from importlib.resources import as_file, files
from pathlib import Path

import click

from graph.commands.answers import show
from graph.commands.read import tell
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library
from graph.wording.sentences import told


@click.command("demo", cls=Worded)
@click.argument("out", required=False, type=click.Path(file_okay=False, path_type=Path), default="outputs")
@click.argument("paths", nargs=-1, metavar="[FILE]...")
@click.pass_obj
def command(settings: Settings, out: Path, paths: tuple[str, ...]) -> None:
    """Reads into OUT/demo-library, draws OUT/network.html, shows what was found and what to try next."""
    library = Library(out / "demo-library")
    sample = files("graph.commands").joinpath("samples", "naringslivsdialog.txt")
    with as_file(sample) as place:
        for outcome in library.read(paths or [place], again=True):
            tell(settings, outcome)
    ties = library.partners(limit=12)
    show(settings, ties)
    page = out / "network.html"
    drawn = library.save_network(page, settings.language)
    click.echo(
        told("drawn", settings.language, file=str(page), nodes=len(drawn.nodes), edges=len(drawn.edges))
    )
    click.echo(told("demo-page", settings.language, file=str(page.resolve())))
    click.echo(told("try-next", settings.language))
    call = click.get_current_context().command_path.rsplit(" ", 1)[0]
    for words in _next(library):
        click.echo(f"  {call} --library {shlex.quote(str(library.folder))} {words}")


def _next(library: Library) -> list[str]:
    """Three questions about those that the documents themselves say most about."""
    ties = [row for row in library.partners().rows if row["name"] and row["other"]]
    planned = next(
        (str(row["subject"]) for row in ties if row["relation"] == "plans" and row["type"] != "person"), None
    )
    active: dict[str, int] = {}
    for row in ties:
        active[str(row["subject"])] = active.get(str(row["subject"]), 0) + 1
    busiest = max(active, key=lambda name: (active[name], name)) if active else None
    found = [f"mentions {shlex.quote(planned)}"] if planned else []
    found += [f"partners {shlex.quote(busiest)}"] if busiest else []
    return [*found, "ask speakers", "ask next-meeting", "promises"][:3]
