"""Reads the word lists: UTF-8, tabs between columns, `#` lines on top, then one line of names."""

from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/<name>.tsv`, each by column name."""
    text = files(__package__).joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    return tuple(dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:])


def parts(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, `|` between them."""
    return tuple(part for part in cell.split("|") if part)
