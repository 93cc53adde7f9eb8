"""The picture in a notebook: an object that shows itself."""

from html import escape

from graph.model.network import Network
from graph.picture.page import page
from graph.wording.sentences import Language


class Picture:
    """A network as the page draws it, in a frame of its own."""

    def __init__(self, network: Network, lang: Language = "sv") -> None:
        self.network, self.lang = network, lang

    def _repr_html_(self) -> str:
        """The page inside a frame, apart from the notebook's own scripts and styles."""
        inside = escape(page(self.network, lang=self.lang), quote=True)
        return f'<iframe srcdoc="{inside}" style="width:100%;height:680px;border:0" sandbox="allow-scripts allow-downloads"></iframe>'
