"""What every command that decides has in common: who says it, when, why, and how it is told."""

import datetime
import getpass
from collections.abc import Callable
from typing import TypeVar

import click

from graph.commands.options import together
from graph.commands.settings import Settings, setting
from graph.wording.sentences import term, told

Function = TypeVar("Function", bound=Callable[..., object])


def decision_options(function: Function) -> Function:
    """`--why` and `--who`."""
    return together(click.option("--why", metavar="TEXT"), click.option("--who", metavar="NAME"))(function)


def sayer(who: str | None) -> str:
    """Who decides: as told, else as set, else the user of this machine."""
    if who or (who := setting("who")):
        return who
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a machine that knows no user
        return "?"


def now() -> str:
    """The moment of a decision: UTC, to the thousandth, since the log is in order of time."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def tell_decided(settings: Settings, decision: str, kind: str, what: str) -> None:
    """Says on standard error what holds from now on, and how to take it back."""
    if settings.volume >= 0:
        shown = term("decision_kind", kind, settings.language)
        click.echo(told("decided", settings.language, id=decision, kind=shown, what=what), err=True)
