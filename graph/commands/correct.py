"""`samverkan correct`: something was read otherwise than it is."""

from typing import Any

import click

from graph.commands.correcting import carry_out, correction_options
from graph.commands.explain import place
from graph.commands.options import day
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library
from graph.model.terms import Kind, Predicate, Status

THINGS = {
    "meeting": ("date", "title"),
    "relation": ("predicate", "subject", "object"),
    "statement": ("speaker", "organisation"),
    "figure": ("value", "low", "high", "unit", "measures", "period"),
    "mention": ("type", "name", "words"),
    "quote": ("status",),
}
"""What each thing can be given, the first that is asked for decides."""


@click.command("correct", cls=Worded)
@click.argument("target", metavar="DOCUMENT[:LINE]")
@click.argument("words", required=False)
@click.option("--speaker", metavar="NAME")
@click.option("--organisation", metavar="NAME")
@click.option("--type", "kind", type=click.Choice([kind.value for kind in Kind if kind is not Kind.UNNAMED]))
@click.option("--name", metavar="NAME")
@click.option("--span", metavar="WORDS")
@click.option("--date", metavar="DATE", callback=day)
@click.option("--title", metavar="TEXT")
@click.option("--status", type=click.Choice([status.value for status in Status]))
@click.option("--relation", type=click.Choice([one.value for one in Predicate]))
@click.option("--predicate", type=click.Choice([one.value for one in Predicate]))
@click.option("--subject", metavar="NAME")
@click.option("--object", "target_name", metavar="NAME")
@click.option("--value", type=float, metavar="N")
@click.option("--low", type=float, metavar="N")
@click.option("--high", type=float, metavar="N")
@click.option("--unit", metavar="TEXT")
@click.option("--measures", metavar="TEXT")
@click.option("--period", metavar="TEXT")
@click.option("--everywhere", is_flag=True)
@correction_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    target: str,
    words: str | None,
    relation: str | None,
    everywhere: bool,
    why: str | None,
    who: str | None,
    dry_run: bool,
    as_json: bool,
    **given: Any,
) -> None:
    """What stands on a line is said by another, is of another kind, means another, has another status …"""
    settings: Settings = ctx.obj
    document, line = place(target)
    renamed = {"kind": "type", "span": "words", "target_name": "object"}
    to = {renamed.get(name, name): value for name, value in given.items() if value is not None}
    to |= {name: _number(to[name]) for name in ("value", "low", "high") if name in to}
    thing = "relation" if relation else _thing(to)
    if line is None and thing != "meeting":
        raise click.UsageError("DOCUMENT:LINE")
    allowed = (*THINGS[thing], *(("status",) if thing == "relation" else ()))
    if others := [name for name in to if name not in allowed]:
        raise click.UsageError(" + ".join(f"--{name}" for name in (*others, thing)))
    library = Library(settings.folder)
    made = library.propose("correct", thing, document, line, words, to, relation, everywhere)
    carry_out(settings, made, why, who, dry_run, as_json)


def _thing(to: dict[str, Any]) -> str:
    for thing, names in THINGS.items():
        if any(name in to for name in names):
            return thing
    raise click.UsageError(
        "--speaker, --organisation, --type, --name, --span, --date, --title, --status, --value …"
    )


def _number(value: float) -> int | float:
    return int(value) if value.is_integer() else value
