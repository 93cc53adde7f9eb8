"""`samverkan retain`: minutes that are older than the rules of retention let them be; shown first, out with --yes."""

import tomllib
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from graph.commands.answers import rows_alone, show_json
from graph.commands.deciding import now, sayer
from graph.commands.options import day
from graph.commands.settings import RETENTION, Settings, places
from graph.commands.worded import Worded
from graph.errors import BadRetention, NoRetention
from graph.knowledge.store.audit import Act, Noted
from graph.knowledge.store.retention import RetentionRule
from graph.library import Library
from graph.wording.sentences import told

FIELDS = {"older_than", "meeting"}


@click.command("retain", cls=Worded)
@click.option("--as-of", metavar="DATE", callback=day)
@click.option("--yes", "done", is_flag=True)
@click.option("--who", metavar="NAME")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def command(settings: Settings, as_of: str | None, done: bool, who: str | None, as_json: bool) -> None:
    """Shows which minutes are due to go; with --yes they go."""
    at = now()
    rules = rules_of(places())
    library = Library(settings.folder)
    documents = library.due(rules, date.fromisoformat(_whole(as_of or at[:10])))
    if done:
        library.take_out_due(documents)
        library.note([Noted(at, sayer(who), Act.RETAIN, one.sha256, 1) for one in documents])
    if as_json:
        rows: list[dict[str, Any]] = [asdict(one) | {"paths": list(one.paths)} for one in documents]
        show_json(rows_alone("retain", rows), done=done)
        return
    for one in documents:
        age = rules[one.rule - 1].age
        click.echo(told("retain-document", settings.language, title=one.title, date=one.date[:10], age=age))
        for path in one.paths:
            click.echo(told("erase-source", settings.language, file=path))
    if settings.volume >= 0:
        key = "retain-done" if done else "retain-plan"
        click.echo(told(key, settings.language, documents=len(documents)), err=True)


def rules_of(candidates: Sequence[Path]) -> tuple[RetentionRule, ...]:
    """The rules of the first `samverkan.toml` that is there.

    Raises NoRetention where it has none, BadRetention for one that cannot be meant.
    """
    for place in candidates:
        if not place.is_file():
            continue
        found = []
        tables = tomllib.loads(place.read_text(encoding="utf-8")).get(RETENTION, [])
        for table in tables if isinstance(tables, list) else [tables]:
            found.append(_rule(table, place))
        if found:
            return tuple(found)
        break
    raise NoRetention(file=str(candidates[0]))


def _rule(table: object, place: Path) -> RetentionRule:
    """Raises BadRetention."""
    if not isinstance(table, dict) or not set(table) <= FIELDS or "older_than" not in table:
        raise BadRetention(file=str(place), problem=repr(table))
    rule = RetentionRule(str(table["older_than"]), str(table["meeting"]) if "meeting" in table else None)
    try:
        rule.held_before(date.max)
    except ValueError as bad:
        raise BadRetention(file=str(place), problem=f"older_than = {table['older_than']!r}") from bad
    return rule


def _whole(told_day: str) -> str:
    """The first day that a year or month stands for: what is due then is due all through it."""
    return told_day + "-01-01"[len(told_day) - 4 :] if len(told_day) < 10 else told_day
