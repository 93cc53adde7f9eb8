"""`samverkan erase`: a person taken out for real; shown first, done with --yes."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from graph.commands.answers import rows_alone, show_json
from graph.commands.deciding import now, sayer
from graph.commands.options import period_options
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.files import write_whole
from graph.knowledge.store.erasure import Plan, Receipt
from graph.library import Library
from graph.wording.sentences import Language, told

LEFT = 1


@click.command("erase", cls=Worded)
@click.argument("name")
@click.option("--scope", metavar="NAME")
@period_options
@click.option("--yes", "done", is_flag=True)
@click.option("--who", metavar="NAME")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def command(
    ctx: click.Context,
    name: str,
    scope: str | None,
    since: str | None,
    until: str | None,
    done: bool,
    who: str | None,
    as_json: bool,
) -> None:
    """Shows what would go; with --yes it goes, and cannot come back."""
    settings: Settings = ctx.obj
    library = Library(settings.folder)
    plan = library.erasing(name, scope, since, until)
    if not done:
        _tell(settings, plan, None, as_json)
        return
    at = now()
    receipt = library.erase(plan, sayer(who), at)
    lines = told_lines(plan, receipt, settings.language)
    place = Path(settings.folder) / f"erasure-{at.replace(':', '')}.txt"
    write_whole(place, "\n".join(lines) + "\n")
    _tell(settings, plan, receipt, as_json, place)
    if receipt.hits:
        ctx.exit(LEFT)


def _tell(
    settings: Settings, plan: Plan, receipt: Receipt | None, as_json: bool, place: Path | None = None
) -> None:
    if as_json:
        rows: list[dict[str, Any]] = [asdict(one) | {"paths": list(one.paths)} for one in plan.documents]
        show_json(
            rows_alone("erase", rows),
            done=receipt is not None,
            decisions=plan.decisions,
            outputs={"inside": len(plan.inside), "outside": list(plan.outside)},
            shared=len(plan.shared),
            hits=None if receipt is None else [asdict(hit) for hit in receipt.hits],
            receipt=str(place) if place else None,
        )
        return
    for line in told_lines(plan, receipt, settings.language):
        click.echo(line)
    if place is not None and settings.volume >= 0:
        click.echo(told("receipt", settings.language, file=str(place)), err=True)


def told_lines(plan: Plan, receipt: Receipt | None, language: Language) -> list[str]:
    """The plan, or the receipt, as lines; neither names the person."""
    total = {
        "documents": len(plan.documents),
        "mentions": sum(one.mentions for one in plan.documents),
        "roles": sum(one.roles for one in plan.documents),
        "attendance": sum(one.attendance for one in plan.documents),
        "statements": sum(one.statements for one in plan.documents),
        "decisions": plan.decisions,
    }
    lines = [
        told("erase-done" if receipt else "erase-plan", language, at=receipt.at if receipt else "", **total)
    ]
    for one in plan.documents:
        lines.append(
            told("erase-document", language, title=one.title, sha256=one.sha256[:12], mentions=one.mentions)
        )
        lines += [told("erase-source", language, file=path) for path in one.paths]
    gone = receipt.deleted if receipt else plan.inside
    lines += [told("erase-output", language, file=path) for path in gone]
    lines += [told("erase-outside", language, file=path) for path in map(plan.forms.masked, plan.outside)]
    if plan.shared:
        lines.append(told("erase-shared", language, count=len(plan.shared)))
    if plan.left:
        lines.append(told("erase-left", language, count=plan.left))
    if receipt is None:
        return [*lines, told("erase-how", language)]
    lines.append(told("erase-hits", language, hits=sum(hit.count for hit in receipt.hits)))
    return [*lines, *(told("erase-hit", language, place=hit.place, count=hit.count) for hit in receipt.hits)]
