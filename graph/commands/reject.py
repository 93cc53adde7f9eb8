"""`samverkan reject`: something that was read is not there."""

import click

from graph.commands.correcting import carry_out, correction_options
from graph.commands.explain import place
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library
from graph.model.terms import Predicate


@click.command("reject", cls=Worded)
@click.argument("target", metavar="DOCUMENT:LINE")
@click.argument("words", required=False)
@click.option("--relation", type=click.Choice([one.value for one in Predicate]))
@click.option("--role", "thing", flag_value="role")
@click.option("--figure", "thing", flag_value="figure")
@click.option("--promise", "thing", flag_value="promise")
@click.option("--everywhere", is_flag=True)
@correction_options
@click.pass_obj
def command(
    settings: Settings,
    target: str,
    words: str | None,
    relation: str | None,
    thing: str | None,
    everywhere: bool,
    why: str | None,
    who: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """The name, relation, role, figure or promise on that line is none."""
    document, line = place(target)
    if line is None:
        raise click.UsageError("DOCUMENT:LINE")
    what = "relation" if relation else thing or "mention"
    library = Library(settings.folder)
    made = library.propose("reject", what, document, line, words, {}, relation, everywhere)
    carry_out(settings, made, why, who, dry_run, as_json)
