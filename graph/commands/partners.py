"""`samverkan partners`: who works with whom."""

from pathlib import Path

import click

from graph.commands.answers import page, show
from graph.commands.options import list_options, period_options, status_option
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library
from graph.model.terms import Predicate

WEAKER = ("same_meeting", "same_statement", "spoke_about")


@click.command("partners", cls=Worded)
@click.argument("name", required=False)
@click.option("--relation", type=click.Choice([*(tie.value for tie in Predicate), *WEAKER]))
@status_option
@click.option("--computed", is_flag=True)
@period_options
@list_options
@click.pass_obj
def command(
    settings: Settings,
    name: str | None,
    relation: str | None,
    status: str | None,
    computed: bool,
    since: str | None,
    until: str | None,
    as_json: bool,
    out: Path | None,
    limit: int | None,
    offset: int,
) -> None:
    """Stated ties; with --computed the weaker ones too."""
    answer = Library(settings.folder, settings.all_versions).partners(
        name, relation, status, computed, since, until, page(limit, as_json, out), offset
    )
    show(settings, answer, as_json, out)
