"""`samverkan add`: something that was not read."""

import click

from graph.commands.correcting import carry_out, correction_options
from graph.commands.explain import place
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library
from graph.model.terms import Kind, Predicate, Status

FORMS = {
    "actor": ("name",),
    "alias": ("name", "alias"),
    "relation": ("subject", "predicate", "object"),
    "role": ("person", "organisation"),
}
"""What the words after each thing are, in their order; a role's own name may follow."""


@click.command("add", cls=Worded)
@click.argument("thing", metavar="THING", type=click.Choice(list(FORMS)))
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--in", "where", required=True, metavar="DOCUMENT[:LINE]")
@click.option("--quote", metavar="WORDS")
@click.option("--words", metavar="WORDS")
@click.option("--type", "kind", type=click.Choice([kind.value for kind in Kind if kind is not Kind.UNNAMED]))
@click.option("--status", type=click.Choice([status.value for status in Status]))
@correction_options
@click.pass_obj
def command(
    settings: Settings,
    thing: str,
    names: tuple[str, ...],
    where: str,
    quote: str | None,
    words: str | None,
    kind: str | None,
    status: str | None,
    why: str | None,
    who: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """An actor, another name, a relation or a role, on words that stand in the text."""
    document, line = place(where)
    form = (*FORMS[thing], "role") if thing == "role" and len(names) > 2 else FORMS[thing]
    if len(names) != len(form) or (quote is None and line is None and thing != "alias"):
        raise click.UsageError(f"add {thing} {' '.join(form).upper()} --quote … --in …")
    to = dict(zip(form, names, strict=True))
    if thing == "relation" and to["predicate"] not in set(Predicate):
        raise click.UsageError(f"PREDICATE: {', '.join(Predicate)}")
    if thing == "actor":
        to |= {"type": kind or Kind.ORGANISATION.value}
    if status:
        to |= {"status": status}
    library = Library(settings.folder)
    made = library.propose_added(thing, document, to, line, quote, words)
    carry_out(settings, made, why, who, dry_run, as_json)
