"""`samverkan opinions`: second opinions, listed or asked for; what differs waits for a person."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from graph.commands.answers import page, rows_alone, show, show_json
from graph.commands.options import list_options
from graph.commands.settings import Settings, setting
from graph.commands.worded import Worded
from graph.errors import BadParameter
from graph.library import Library
from graph.model.answers import Row
from graph.model.opinions import Fault
from graph.opinions.address import Address, address
from graph.opinions.consulted import Consulted, Estimate
from graph.wording.sentences import sentence, told

SOME_FAILED = 3
KEY = "SAMVERKAN_LLM_KEY"
"""The one place a key is taken from: the environment, never a file."""


@click.command("opinions", cls=Worded)
@click.argument("names", nargs=-1, metavar="[DOCUMENT]...")
@click.option("--with", "source", metavar="SOURCE")
@click.option("--list", "listed", is_flag=True)
@click.option("--yes", is_flag=True)
@click.option("--price", type=click.FloatRange(min=0), metavar="PRICE")
@list_options
@click.pass_context
def command(
    ctx: click.Context,
    names: tuple[str, ...],
    source: str | None,
    listed: bool,
    yes: bool,
    price: float | None,
    as_json: bool,
    out: Path | None,
    limit: int | None,
    offset: int,
) -> None:
    """Lists candidates; with a source asks it, a language model only after its estimate and with --yes."""
    settings: Settings = ctx.obj
    library = Library(settings.folder)
    kind, _, pipeline = (source or "").partition(":")
    if source is not None and not (source == "llm" or (kind == "spacy" and (pipeline or listed))):
        raise BadParameter(parameter="--with", value=source, known="llm, spacy:sv_core_news_sm")
    if listed or source is None:
        limit = page(limit, as_json, out)
        show(settings, library.opinions(names, source=source, limit=limit, offset=offset), as_json, out)
        return
    if kind == "spacy":
        ctx.exit(_told(settings, source, library.ask_pipeline(pipeline, names), as_json))
    asked = address(setting("llm_url"), setting("llm_model"), os.environ.get(KEY))
    estimate = library.opinions_estimate(names, price)
    if not as_json:
        _tell_estimate(settings, asked, estimate, yes)
    if yes and estimate.calls:
        ctx.exit(_told(settings, source, library.ask_model(asked, names), as_json, _plain(asked, estimate)))
    if as_json:
        show_json(rows_alone("opinions", [], source=source), estimate=_plain(asked, estimate))


def _plain(asked: Address, estimate: Estimate) -> dict[str, Any]:
    return {
        "host": asked.place,
        "model": asked.model,
        "documents": estimate.documents,
        "statements": estimate.statements,
        "characters": estimate.characters,
        "calls": estimate.calls,
        "tokens": estimate.tokens,
        "price": estimate.price,
        "seconds": estimate.seconds,
        "longest": estimate.longest,
    }


def _tell_estimate(settings: Settings, asked: Address, estimate: Estimate, yes: bool) -> None:
    """What a run would send, and where: on standard output while nothing is asked, else on standard error."""
    language = settings.language
    facts: dict[str, str | int] = {
        "host": asked.place,
        "model": asked.model,
        "documents": estimate.documents,
        "statements": estimate.statements,
        "characters": estimate.characters,
        "calls": estimate.calls,
        "tokens": estimate.tokens,
        "minutes": -(-estimate.seconds // 60),
        "longest": -(-estimate.longest // 60),
    }
    lines = [told("opinions-estimate", language, **facts)]
    if estimate.price is not None:
        lines.append(told("opinions-price", language, price=f"{estimate.price:g}"))
    if not estimate.calls:
        lines.append(told("opinions-nothing", language))
    elif not yes:
        lines.append(told("opinions-unsent", language))
    for line in lines:
        click.echo(line, err=yes)


def _told(
    settings: Settings,
    source: str,
    consulted: Iterable[Consulted],
    as_json: bool,
    estimate: dict[str, Any] | None = None,
) -> int:
    """Tells of each document as it is done, each failure in one sentence; the exit code."""
    rows: list[Row] = []
    failed = False
    said: set[str] = set()
    for one in consulted:
        failed = failed or bool(one.failed)
        sentences = [sentence(error, settings.language) for error in one.errors]
        rows.append(_row(one, sentences))
        for line in sentences:
            if line not in said:
                click.echo(line, err=True)
            said.add(line)
        if not as_json and settings.volume >= 0:
            click.echo(" · ".join(_pieces(settings, one)))
    if as_json:
        beside = {} if estimate is None else {"estimate": estimate}
        show_json(rows_alone("opinions", rows, source=source), **beside)
    elif settings.volume >= 0 and any(row["candidates"] for row in rows):
        click.echo(told("opinions-list", settings.language), err=True)
    return SOME_FAILED if failed else 0


def _row(one: Consulted, sentences: list[str]) -> Row:
    return {
        "document": one.document,
        "file": one.file,
        "calls": one.calls,
        "failed": one.failed,
        "cut": one.cut,
        "candidates": one.candidates,
        "agreed": one.agreed,
        **{f"refused_{fault}": one.refused[fault] for fault in Fault},
        "problems": sentences,
        "evidence": [],
    }


def _pieces(settings: Settings, one: Consulted) -> Iterator[str]:
    """A document's line: what was found, then what was left out, if anything was."""
    language = settings.language
    yield told("opinions-kept", language, file=one.file, candidates=one.candidates, agreed=one.agreed)
    for fault in Fault:
        if one.refused[fault]:
            yield told(f"opinions-{fault}", language, count=one.refused[fault])
    if one.cut:
        yield told("opinions-cut", language, count=one.cut)
    if one.failed:
        yield told("opinions-failed", language, failed=one.failed, calls=one.calls)
