"""The picture in a notebook: it shows itself, in a frame of its own."""

from dataclasses import dataclass
from html import escape

from graph.model.network import Network
from graph.picture.page import page
from graph.wording.sentences import Language

HEIGHT = 640
"""Pixels: a picture with its search above it, on a laptop's screen."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A network that a notebook draws when it stands last in a cell."""

    network: Network
    language: Language = "sv"

    def _repr_html_(self) -> str:
        """The whole page inside a frame that may run its own scripts and nothing else."""
        inside = escape(page(self.network, lang=self.language), quote=True)
        return f'<iframe sandbox="allow-scripts" width="100%" height="{HEIGHT}" srcdoc="{inside}"></iframe>'
