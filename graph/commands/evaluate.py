"""`samverkan evaluate`: reading scored against gold."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import click

from graph.commands.answers import show
from graph.commands.options import answer_options
from graph.commands.read import SOME_FAILED
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.files import write_whole
from graph.library import Library
from graph.model.answers import Row
from graph.wording.sentences import Language, sentence, term, told


@click.command("evaluate", cls=Worded)
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("pred", required=False, type=click.Path(path_type=Path))
@click.option("--part", type=click.Choice(["layout", "document"]))
@click.option("--misses", "listed", is_flag=True)
@click.option("--errors", type=click.Path(path_type=Path), metavar="FILE")
@answer_options
@click.pass_context
def command(
    ctx: click.Context,
    gold: Path,
    pred: Path | None,
    part: Literal["layout", "document"] | None,
    listed: bool,
    errors: Path | None,
    as_json: bool,
    out: Path | None,
) -> None:
    """Precision, recall, F1 and counts per kind and type."""
    settings: Settings = ctx.obj
    spoken = settings.language
    scored = Library(settings.folder).evaluate(gold, pred, part)
    for fault in scored.faults:
        click.echo(sentence(fault, spoken), err=True)
    if scored.missing:
        key = "no-text" if pred is None else "not-predicted"
        click.echo(told(key, spoken, names=", ".join(scored.missing)), err=True)
    if errors is not None:
        write_whole(errors, scored.misses_as_lines)
    if as_json or out is not None:
        show(settings, scored.answer, as_json, out)
    else:
        _table(scored.answer.rows, spoken)
        click.echo(told("interval" if scored.documents > 1 else "no-interval", spoken), err=True)
    if listed and not as_json:
        for miss in scored.misses:
            click.echo(_miss(miss, spoken))
    if scored.faults:
        ctx.exit(SOME_FAILED)


def _table(rows: Iterable[Row], language: Language) -> None:
    heads = told("evaluate-heads", language).split()
    click.echo(
        f"{'':36}{heads[0]:>8}{heads[1]:>8}{heads[2]:>8}{'95 %':>15}" + "".join(f"{h:>7}" for h in heads[3:])
    )
    part = None
    for row in rows:
        if row.get("part") != part:
            part = row["part"]
            click.echo(f"\n{part}")
        shares = "".join(_share(row[name]) for name in ("precision", "recall", "f1"))
        counts = "".join(f"{row[name]:>7}" for name in ("gold", "found", "hits"))
        bounds = f"{row['f1_low']:.3f}–{row['f1_high']:.3f}" if row["f1_low"] is not None else "-"
        click.echo(f"{row['kind']} / {row['type']}".ljust(36) + f"{shares}{bounds:>15}{counts}")


def _share(value: object) -> str:
    return f"{value:8.3f}" if isinstance(value, float | int) else f"{'-':>8}"


def _miss(miss: dict[str, Any], language: Language) -> str:
    """One miss on one line: where, what was wrong, what was marked and found, the words in their context."""
    where = f"{miss['file']}:{miss['line']}" if "line" in miss else str(miss["file"])
    ends = [str(miss[end]) for end in ("person", "organisation", "subject", "object") if end in miss]
    kind = term("kind", miss["type"], language) if miss["miss"].endswith("entity") else ""
    rule = told("by-rule", language, rule=miss["rule"]) if "rule" in miss else ""
    marked, found = (_said(miss[side], language) for side in ("gold", "found"))
    words = f"{miss['before']} [{miss['words']}] {miss['after']}".strip() if "line" in miss else ""
    if len(miss.get("words", "")) > LONG:  # a statement is long, and where it begins is enough
        words = f"[{miss['words'][:LONG]} …]"
    said = told("miss", language, kind=term("miss", miss["miss"], language), gold=marked, found=found)
    return " · ".join(part for part in (f"{where}: {said}", kind, " – ".join(ends), rule, words) if part)


LONG = 120


def _said(code: str | None, language: Language) -> str:
    if code is None:
        return "–"
    known = term("predicate", code, language)
    return term("kind", code, language) if known == code.replace("_", " ") else known
