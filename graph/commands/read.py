"""`samverkan read`: files and folders into the library, one line a document."""

import os
from collections import Counter
from dataclasses import asdict, replace
from typing import Any

import click

from graph.commands.answers import rows_alone, show_json
from graph.commands.correcting import change
from graph.commands.deciding import now, sayer
from graph.commands.options import mask_option, ocr_option
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.intake.outcome import Outcome, State
from graph.knowledge.store.audit import Act, Noted
from graph.library import Library
from graph.wording.sentences import parts, sentence, term, told

SOME_FAILED = 3
LINES = 10
"""Changes of a document that are shown one by one; -v shows all."""
SHOWN = frozenset({"meeting", "statement", "mention", "relation"})
"""The things whose changes are shown one by one."""


@click.command("read", cls=Worded)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N")
@click.option("--again", is_flag=True)
@click.option("--dry-run", is_flag=True)
@ocr_option
@mask_option
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    jobs: int | None,
    again: bool,
    dry_run: bool,
    recognise: bool,
    mask: bool,
    as_json: bool,
) -> None:
    """Reads; a bad file is named with its reason and the rest go on."""
    settings: Settings = ctx.obj
    outcomes: list[Outcome] = []
    library, jobs = Library(settings.folder), jobs or os.cpu_count() or 1
    try:
        for outcome in library.read(paths, jobs, again, dry_run, recognise, mask):
            outcomes.append(outcome)
            if not as_json:
                tell(settings, outcome)
    finally:
        if not dry_run:
            library.note(_noted(outcomes))
    if as_json:
        show_json(rows_alone("read", [row(settings, outcome) for outcome in outcomes]))
    if any(outcome.state is State.FAILED for outcome in outcomes):
        ctx.exit(SOME_FAILED)


def _noted(outcomes: list[Outcome]) -> list[Noted]:
    """A line of the log for each document that was kept."""
    who, at = sayer(None), now()
    return [
        Noted(at, who, Act.READ, outcome.document, outcome.statements or 0)
        for outcome in outcomes
        if outcome.state in (State.READ, State.SUPERSEDED)
    ]


def tell(settings: Settings, outcome: Outcome) -> None:
    """One line of what became of a file: on standard output if it was read, else on standard error."""
    if outcome.error is not None:
        if outcome.state is State.FAILED or settings.volume >= 0:
            click.echo(sentence(outcome.error, settings.language), err=True)
        return
    if settings.volume < 0:
        return
    date = outcome.date or told("no-date", settings.language)
    share = round(100 * (outcome.read_share or 0))
    facts: dict[str, Any] = asdict(outcome) | {"file": outcome.path, "date": date, "share": share}
    line = told(outcome.state.value, settings.language, **facts)
    warnings = (told(f"warning-{key}", settings.language) for key in outcome.warnings)
    click.echo(" · ".join((line, *warnings)))
    _tell_masked(settings, outcome)
    if outcome.lost:
        click.echo(
            "  " + told("lost" if outcome.lost > 1 else "lost-one", settings.language, count=outcome.lost)
        )
    _tell_changes(settings, outcome)


def _tell_masked(settings: Settings, outcome: Outcome) -> None:
    """On standard error how many numbers and addresses of persons were masked, where any were."""
    counts = asdict(outcome.masked) if outcome.masked else {}
    if any(counts.values()):
        click.echo("  " + told("masked", settings.language, **counts), err=True)


def _tell_changes(settings: Settings, outcome: Outcome) -> None:
    """What reading again would change: how many of each thing, and the first of them."""
    if not outcome.changes:
        return
    spoken = settings.language
    counts = Counter((str(row["thing"]), str(row["change"])) for row in outcome.changes)
    things = dict.fromkeys(thing for thing, _ in counts)
    shown = [
        f"{term('things', thing, spoken)} −{counts[thing, 'removed']} +{counts[thing, 'added']}"
        for thing in things
    ]
    click.echo("  " + told("would-change", spoken, what=", ".join(shown)))
    rows = [row for row in outcome.changes if row["thing"] in SHOWN]
    for row in rows[: None if settings.volume > 0 else LINES]:
        click.echo(f"    {change(row, spoken)}")
    if len(rows) > LINES and settings.volume <= 0:
        click.echo("    " + told("and-more", spoken, count=len(rows) - LINES))


def row(settings: Settings, outcome: Outcome) -> dict[str, Any]:
    """What became of a file, as JSON."""
    error = None
    if outcome.error is not None:
        what, after = parts(outcome.error, settings.language)
        error = {"what": what, "where": outcome.path, "next": after}
    return asdict(replace(outcome, error=None)) | {"state": outcome.state.value, "error": error}
