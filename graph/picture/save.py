"""Saves the network in the format that a file's name asks for."""

from collections.abc import Callable
from os import PathLike
from pathlib import Path

from graph.errors import UnknownPicture
from graph.files import write_whole
from graph.model.network import Network
from graph.picture.figure import pdf, png, svg
from graph.picture.graphs import as_gexf, as_graphml, as_json
from graph.picture.page import page
from graph.picture.sheets import as_csv, as_xlsx
from graph.wording.sentences import Language

FORMATS: dict[str, Callable[[Network, Language], bytes | str]] = {
    ".html": lambda network, lang: page(network, lang=lang),
    ".svg": svg,
    ".png": png,
    ".pdf": pdf,
    ".xlsx": as_xlsx,
    ".csv": as_csv,
    ".gexf": as_gexf,
    ".graphml": as_graphml,
    ".json": as_json,
}


def save_network(network: Network, path: str | PathLike[str], lang: Language = "sv") -> None:
    """Writes the file whole or not at all. Raises UnknownPicture for a suffix that is none of ours."""
    place = Path(path)
    write = FORMATS.get(place.suffix.lower())
    if write is None:
        raise UnknownPicture(file=place.name, known=" ".join(FORMATS))
    write_whole(place, write(network, lang))
