"""`samverkan candidates`: who may be one, listed and decided."""

from pathlib import Path

import click

from graph.commands.answers import page, show
from graph.commands.deciding import decision_options, now, sayer, tell_decided
from graph.commands.options import list_options
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.library import Library

JUDGEMENTS = ("accept", "reject", "unsure")


@click.command("candidates", cls=Worded)
@click.argument("words", nargs=-1, metavar="[accept|reject|unsure ID...]")
@click.option("--about", "name", metavar="NAME")
@decision_options
@list_options
@click.pass_obj
def command(
    settings: Settings,
    words: tuple[str, ...],
    name: str | None,
    why: str | None,
    who: str | None,
    as_json: bool,
    out: Path | None,
    limit: int | None,
    offset: int,
) -> None:
    """Pairs that may be one, or a judgement on some of them."""
    library = Library(settings.folder)
    if not words:
        answer = library.candidates(name, limit=page(limit, as_json, out), offset=offset)
        show(settings, answer, as_json, out)
        return
    judgement, *ids = words
    if judgement not in JUDGEMENTS or not ids:
        raise click.BadArgumentUsage(f"{' | '.join(JUDGEMENTS)} ID")
    for one in ids:
        made = library.judge(one, judgement, sayer(who), now(), why)
        tell_decided(
            settings, made.id, made.kind, f"{made.body['one']['name']}, {made.body['other']['name']}"
        )
