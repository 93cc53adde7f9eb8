"""`samverkan demo`: a first look, on a file or on the sample that comes along."""

from collections import Counter
from contextlib import closing
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

import click

from graph.commands.answers import show
from graph.commands.invocation import typed
from graph.commands.read import SOME_FAILED, tell
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.intake.outcome import State
from graph.library import Library
from graph.model.answers import Answer
from graph.model.terms import Predicate, Status
from graph.wording.sentences import told

TIES = 12
"""Ties that are shown: a screen of them."""


@click.command("demo", cls=Worded)
@click.argument("out", required=False, type=click.Path(path_type=Path), default="outputs")
@click.argument("paths", nargs=-1, metavar="[FILE]...")
@click.pass_context
def command(ctx: click.Context, out: Path, paths: tuple[str, ...]) -> None:
    """Reads into OUT/demo-library, draws OUT/network.html, shows what was found and what to try next."""
    settings: Settings = ctx.obj
    library = Library(out / "demo-library")
    sample = files("graph.commands").joinpath("samples", "naringslivsdialog.txt")
    with as_file(sample) as place, closing(library.store):
        outcomes = []
        for outcome in library.read(paths or [place], again=True):
            outcomes.append(outcome)
            tell(settings, outcome)
        if all(outcome.state is not State.READ and outcome.error for outcome in outcomes):
            ctx.exit(SOME_FAILED)
        library.keep_only(str(outcome.document) for outcome in outcomes)
        ties = library.partners()
        found = _told(ties)
        show(settings, replace(found, rows=found.rows[:TIES]))
        page = out / "network.html"
        drawn = library.save_network(page, settings.language)
        facts = {"nodes": len(drawn.nodes), "edges": len(drawn.edges)}
        click.echo(told("drawn", settings.language, file=str(page), **facts))
        click.echo(told("demo-page", settings.language, file=str(page.resolve())))
        click.echo(told("try-next", settings.language))
        spoken = [] if settings.language == "sv" else ["--lang", settings.language]
        for words in _next(ties):
            click.echo("  " + typed(ctx, [*spoken, "--library", str(library.folder), *words]))
    if any(outcome.state is State.FAILED for outcome in outcomes):
        ctx.exit(SOME_FAILED)


def _told(answer: Answer) -> Answer:
    """The ties that say what somebody does: not what belongs to what, and nothing only planned."""
    aside = {Predicate.MEMBER_OF, Predicate.LOCATED_IN}
    rows = [row for row in answer.rows if row["relation"] not in aside and row["status"] == Status.ASSERTED]
    return replace(answer, rows=tuple(rows))


def _next(answer: Answer) -> list[list[str]]:
    """Three questions about those of whom the documents say most."""
    active = Counter(str(row["subject"]) for row in _told(answer).rows)
    found = []
    for row in answer.rows:
        ends = sorted((str(row["name"]), str(row["other"])), key=len)
        if row["relation"] == Predicate.PLANS and ends[0] in ends[1]:  # what it is called by, in either form
            found.append(["mentions", ends[0]])
            break
    if active:
        found.append(["partners", max(active, key=lambda name: (active[name], name))])
    return [*found, ["ask", "speakers"], ["ask", "next-meeting"], ["promises"]][:3]
