"""What `correct`, `reject` and `add` have in common: say what changes, do it, offer where else it could hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from graph.commands.answers import rows_alone, show_json
from graph.commands.deciding import decision_options, now, sayer
from graph.commands.options import together
from graph.commands.settings import Settings
from graph.library import Library
from graph.model.answers import Row
from graph.wording.sentences import Language, term, told

if TYPE_CHECKING:
    from graph.knowledge.store.proposals import Proposal

Function = TypeVar("Function", bound=Callable[..., object])
CODED = ("status", "kind", "predicate")


def correction_options(function: Function) -> Function:
    """`--why`, `--who`, `--dry-run` and `--json`."""
    return together(
        decision_options,
        click.option("--dry-run", is_flag=True),
        click.option("--json", "as_json", is_flag=True),
    )(function)


def carry_out(
    settings: Settings,
    proposal: Proposal,
    why: str | None,
    who: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Says what changes, then does it, then says how to take it back and where else it could hold."""
    spoken = settings.language
    if not as_json:
        for row in proposal.changes:
            click.echo(change(row, spoken))
    library = Library(settings.folder)
    made = [] if dry_run else library.make(proposal, sayer(who), now(), why)
    if as_json:
        rows = [*proposal.changes]
        answer = rows_alone(proposal.kind.value, rows)
        show_json(answer, decisions=[one.id for one in made], elsewhere=list(proposal.elsewhere))
        return
    if settings.volume < 0:
        return
    if dry_run:
        click.echo(told("not-decided", spoken), err=True)
    for one in made:
        kind = term("decision_kind", one.kind.value, spoken)
        click.echo(
            told(
                "decided",
                spoken,
                id=one.id,
                kind=kind,
                what=f"”{one.body['at']['words'] or one.body['at']['quote'] or proposal.words}”",
            ),
            err=True,
        )
    if proposal.elsewhere:
        lines = ", ".join(map(str, dict.fromkeys(proposal.elsewhere)))
        facts: dict[str, str | int] = {
            "words": proposal.words,
            "count": len(proposal.elsewhere),
            "lines": lines,
        }
        click.echo(told("elsewhere", spoken, **facts), err=True)


def change(row: Row, language: Language) -> str:
    """One difference on one line: taken away or come, what, where, which words, how they are read."""
    sign = "+" if row["change"] == "added" else "−"
    thing = term("thing", str(row["thing"]), language)
    where = told("at-line", language, line=str(row["line"]))
    read = " · ".join(_word(part, language) for part in str(row["read"]).split(" · ") if part)
    words = str(row["text"]) if row["thing"] != "relation" else _tie(str(row["text"]), language)
    return f"{sign} {thing}, {where}: {words}" + (f" → {read}" if read else "")


def _tie(text: str, language: Language) -> str:
    one, predicate, other = text.split(" · ")
    return f"{one} {term('predicate', predicate, language)} {other}"


def _word(part: str, language: Language) -> str:
    for group in CODED:
        word = term(group, part, language)
        if word != part.replace("_", " "):
            return word
    return part
