"""Page: the network as one HTML file that asks nothing of anybody and runs nothing but its own scripts.

vis-network comes out of pyvis' package; pyvis' own template, which runs scripts from headings and calls
other servers, is not used. Ours escapes by itself; words reach the page as JSON and become text nodes.
The policy names the page's two scripts and its one style by their hashes, and refuses all else.
"""

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from graph.model.network import Network
from graph.picture.page_data import page_data
from graph.wording.sentences import Language

MODULES = (
    "data",
    "dom",
    "theme",
    "shapes",
    "view",
    "fit",
    "labels",
    "drawing",
    "panel",
    "legend",
    "search",
    "table",
    "download",
    "start",
)
"""The page's ES modules, each after those that it imports; an HTML file holds them as one."""

IMPORT = re.compile(r'^import (?:\{[^}]*\} from )?"\./\w+\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=const |let |function |async )", re.MULTILINE)


def page(network: Network, lang: Language = "sv", title: str | None = None) -> str:
    """The whole page. `title` stands over the picture; without one the network's own."""
    data = page_data(network, lang, title)
    vis, style, script = _vis_network(), text_file("page.css"), _script()
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {hashed(vis)} {hashed(script)}",
            f"style-src {hashed(style)}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return _template().render(
        data=data,
        title=data["title"],
        source=data["source"],
        words=data["words"],
        lang=lang,
        empty=not network.nodes,
        count=len(network.edges),
        policy=policy,
        style=Markup(style),  # noqa: S704 - our own files and pyvis', checked by `_whole`
        script=Markup(script),  # noqa: S704
        vis=Markup(vis),  # noqa: S704
    )


def templates() -> Environment:
    """Our templates, which escape whatever is put into them."""
    return Environment(
        loader=PackageLoader("graph.picture", "page_files"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )


def _template() -> Template:
    return templates().get_template("page.html.j2")


@cache
def _vis_network() -> str:
    library = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return _whole(library.read_text(encoding="utf-8"))


@cache
def _script() -> str:
    return _whole("".join(EXPORT.sub("", IMPORT.sub("", text_file(f"{name}.js"))) for name in MODULES))


def text_file(name: str) -> str:
    """One of the page's own files."""
    return _whole((files(__package__) / "page_files" / name).read_text(encoding="utf-8"))


def _whole(text: str) -> str:
    """The text, as browsers read lines. Raises ValueError where it would end the element it stands in."""
    if re.search(r"</(?:script|style)|<!--", text, re.IGNORECASE):
        raise ValueError("a script or style that ends its own element")
    return text.replace("\r\n", "\n")


def hashed(text: str) -> str:
    """A script or style as the policy of a page names it."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode() + "'"
