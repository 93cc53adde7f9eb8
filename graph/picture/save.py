"""Saves the network in the format that a file's name asks for."""

from collections.abc import Callable
from os import PathLike
from pathlib import Path

from graph.errors import UnknownPicture
from graph.files import write_whole
from graph.model.network import Network
from graph.picture.figure import figure
from graph.picture.graphs import as_gexf, as_graphml, as_json
from graph.picture.page import page
from graph.picture.pdf import pdf
from graph.picture.png import png
from graph.picture.sheets import as_csv, as_xlsx
from graph.picture.svg import svg
from graph.wording.sentences import Language

Title = str | None
Writer = Callable[[Network, Language, Title], bytes | str]

FORMATS: dict[str, Writer] = {
    ".html": page,
    ".svg": lambda network, lang, title: svg(figure(network, lang, title)),
    ".png": lambda network, lang, title: png(figure(network, lang, title)),
    ".pdf": lambda network, lang, title: pdf(figure(network, lang, title)),
    ".xlsx": lambda network, lang, title: as_xlsx(network, lang),
    ".csv": lambda network, lang, title: as_csv(network, lang),
    ".gexf": lambda network, lang, title: as_gexf(network, lang),
    ".graphml": lambda network, lang, title: as_graphml(network, lang),
    ".json": lambda network, lang, title: as_json(network, lang),
}
"""What is written for each ending; of the network, its language and a title of the user's own."""


def save_network(
    network: Network, path: str | PathLike[str], lang: Language = "sv", title: Title = None
) -> None:
    """Writes the file whole or not at all, the same bytes for the same network.

    Raises UnknownPicture for an ending that is none of ours; OSError where the file cannot be written.
    """
    place = Path(path)
    write = FORMATS.get(place.suffix.lower())
    if write is None:
        raise UnknownPicture(file=place.name, known=" ".join(FORMATS))
    write_whole(place, write(network, lang, title))
