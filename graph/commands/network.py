"""`samverkan network`: the picture, or the network as a file for other programs."""

from pathlib import Path

import click

from graph.commands.noting import wrote
from graph.commands.options import period_options
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library
from graph.model.terms import Kind, Predicate, Status
from graph.wording.sentences import told

TIES = (*(tie.value for tie in Predicate), "represents", "same_meeting", "same_statement", "spoke_about")


@click.command("network", cls=Worded)
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--around", metavar="NAME")
@click.option("--steps", type=click.IntRange(min=1), default=1, metavar="N")
@click.option("--type", "kinds", multiple=True, type=click.Choice([kind.value for kind in Kind]))
@click.option("--relation", "relations", multiple=True, type=click.Choice(TIES))
@click.option("--status", "statuses", multiple=True, type=click.Choice([status.value for status in Status]))
@click.option("--computed", is_flag=True)
@click.option("--without-persons", is_flag=True)
@click.option("--title", metavar="TEXT")
@click.option("--changes", "compare", is_flag=True)
@click.option("--before", metavar="A")
@click.option("--after", metavar="B")
@period_options
@click.pass_obj
def command(
    settings: Settings,
    out: Path,
    around: str | None,
    steps: int,
    kinds: tuple[str, ...],
    relations: tuple[str, ...],
    statuses: tuple[str, ...],
    computed: bool,
    without_persons: bool,
    title: str | None,
    compare: bool,
    before: str | None,
    after: str | None,
    since: str | None,
    until: str | None,
) -> None:
    """Draws or saves the network in the format that the name of the file asks for."""
    changes = None
    if compare or before or after:
        changes = {"one": before, "other": after, "day": since if not (before or after) else None}
        since = None
    drawn = Library(settings.folder, settings.all_versions).save_network(
        out,
        settings.language,
        title,
        around=around,
        steps=steps,
        types=kinds,
        relations=relations,
        status=statuses,
        computed=computed,
        persons=not without_persons,
        changes=changes,
        since=since,
        until=until,
    )
    wrote(settings, out, len(drawn.edges))
    if settings.volume >= 0:
        facts = {"nodes": len(drawn.nodes), "edges": len(drawn.edges)}
        click.echo(told("drawn", settings.language, file=str(out), **facts), err=True)
