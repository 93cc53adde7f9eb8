"""`samverkan evaluate`: reading scored against gold."""

from pathlib import Path

import click

from graph.commands.answers import show
from graph.commands.options import answer_options
from graph.commands.settings import Settings
from graph.commands.worded import Worded
from graph.files import write_whole
from graph.library import Library


@click.command("evaluate", cls=Worded)
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("pred", required=False, type=click.Path(path_type=Path))
@click.option("--errors", type=click.Path(path_type=Path), metavar="FILE")
@answer_options
@click.pass_obj
def command(
    settings: Settings, gold: Path, pred: Path | None, errors: Path | None, as_json: bool, out: Path | None
) -> None:
    """Precision, recall, F1 and counts per kind and type."""
    answer, misses = Library(settings.folder).evaluate(gold, pred)
    if errors is not None:
        write_whole(errors, misses)
    if as_json or out is not None:
        show(settings, answer, as_json, out)
        return
    click.echo(f"{'':36}{'P':>8}{'R':>8}{'F1':>8}{'gold':>7}{'pred':>7}")
    for row in answer.rows:
        figures = "".join(_share(row[name]) for name in ("precision", "recall", "f1"))
        name = f"{row['kind']} / {row['type']}"
        click.echo(f"{name:36}{figures}{row['gold']:>7}{row['found']:>7}")


def _share(value: object) -> str:
    return f"{value:8.3f}" if isinstance(value, float | int) else f"{'-':>8}"
