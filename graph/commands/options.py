"""Options that several commands share, spelt once."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from graph.commands.settings import setting
from graph.model.terms import Kind, Status

Function = TypeVar("Function", bound=Callable[..., object])
Decorator = Callable[[Function], Function]

DATE = click.DateTime(["%Y-%m-%d", "%Y-%m", "%Y"])
PAGE = 50
"""Rows of a list that is not asked to be longer or shorter."""


def together(*decorators: Callable[[Function], Function]) -> Callable[[Function], Function]:
    """Several options as one decorator, listed in --help as given here."""

    def decorate(function: Function) -> Function:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


def answer_options(function: Function) -> Function:
    """`--json` and `--out` of every command that answers."""
    return together(
        click.option("--json", "as_json", is_flag=True),
        click.option("--out", type=click.Path(path_type=Path), metavar="FILE"),
    )(function)


def list_options(function: Function) -> Function:
    """Also `--limit` and `--offset`, where a list can be long."""
    return together(
        answer_options,
        click.option("--limit", type=click.IntRange(min=1), metavar="N"),
        click.option("--offset", type=click.IntRange(min=0), default=0, metavar="N"),
    )(function)


def period_options(function: Function) -> Function:
    """`--from` and `--to`: the first and the last day of meetings, as ISO dates."""
    return together(
        click.option("--from", "since", metavar="DATE", callback=day),
        click.option("--to", "until", metavar="DATE", callback=day),
    )(function)


def day(ctx: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """An ISO date as given, or its beginning ("2021-04"). Raises BadParameter for anything else."""
    if value is not None:
        try:
            DATE.convert(value, option, ctx)
        except click.BadParameter as bad:
            raise click.BadParameter("2021-04-19, 2021-04, 2021", ctx, option) from bad
    return value


def asked_or_set(ctx: click.Context, option: click.Parameter, value: bool) -> bool:
    """Whether the flag was given, or its setting says true."""
    return value or (setting("ocr") or "").casefold() in TRUE


TRUE = frozenset({"1", "true", "yes", "ja", "on"})


def masked_unless(ctx: click.Context, option: click.Parameter, value: bool) -> bool:
    """Whether numbers of persons are masked: not with the flag, nor where its setting says false."""
    return not value and (setting("mask") or "true").casefold() in TRUE


ocr_option = click.option("--ocr", "recognise", is_flag=True, callback=asked_or_set)
mask_option = click.option("--no-mask", "mask", is_flag=True, callback=masked_unless)
by_option = click.option("--by", metavar="NAME")
about_option = click.option("--about", metavar="WORDS")
status_option = click.option("--status", type=click.Choice([status.value for status in Status]))
type_option = click.option("--type", "kind", type=click.Choice([kind.value for kind in Kind]))
