"""Answers as files: JSON as on the command line, or a table with its quotes."""

from os import PathLike
from pathlib import Path

from graph.errors import UnknownTableFormat
from graph.files import write_whole
from graph.model.answers import Answer
from graph.model.plain import as_json, table
from graph.picture.sheets import separated, workbook


def save_answer(answer: Answer, path: str | PathLike[str]) -> None:
    """Writes `.json`, `.csv` or `.xlsx`, whole or not at all. Raises UnknownTableFormat for others."""
    place = Path(path)
    head, lines = table(answer)
    match place.suffix.lower():
        case ".json":
            write_whole(place, as_json(answer) + "\n")
        case ".csv":
            write_whole(place, separated([head, *lines]))
        case ".xlsx":
            write_whole(place, workbook({answer.name: [head, *lines]}))
        case _:
            raise UnknownTableFormat(file=place.name)
