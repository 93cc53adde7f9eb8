"""HTML pages: the main text in reading order, without scripts, menus and the site's own frame."""

import re
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from graph.errors import EmptyDocument, NestedTooDeep
from graph.model.text import Document, Role
from graph.reading.documents.blocks import Block, assembled, leading, row
from graph.reading.documents.encodings import decoded
from graph.reading.documents.furniture import furniture
from graph.reading.documents.limits import DEPTH
from graph.reading.documents.nesting import depth as depth_of

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
AS_BROWSERS_READ = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
"""WHATWG Encoding Standard, labels: these names mean windows-1252 on the web."""
PRINTING_NOTHING = """
script style noscript template nav aside form button select textarea svg canvas iframe object video
audio head dialog math
"""
SILENT = frozenset(PRINTING_NOTHING.split())
FRAME = frozenset(("header", "footer"))  # the site's, unless they stand in the main text
SILENT_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "dialog", "complementary"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LISTS = frozenset(("ul", "ol", "menu"))
STANDING_APART = """
address article blockquote body center dd details div dl dt fieldset figcaption figure footer header hr
html li main p pre section summary table tbody td tfoot th thead tr caption
"""
BLOCKS = HEADINGS | LISTS | frozenset(STANDING_APART.split())
BOLD = frozenset(("b", "strong"))
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
INDENT: Final = 4.0
"""Characters by which browsers set in a list: 40 pixels at 16 a letter's height."""
DEEPEST: Final = DEPTH * 5
"""Pages are nested deeper than documents: content systems wrap a div in a div."""


def html_text(content: bytes) -> str | None:
    """The characters of a page: by byte order mark, by what it declares, else as any text is decoded."""
    declared = CHARSET.search(content[:4096])
    if declared and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared[1].decode("ascii").casefold()
        try:
            return content.decode(AS_BROWSERS_READ.get(name, name))
        except (LookupError, UnicodeDecodeError):
            pass  # a page that declares what it is not: its bytes decide
    return decoded(content)


def read_html(name: str, page: str, sha256: str) -> Document:
    """The page as a document. Raises EmptyDocument and NestedTooDeep, each naming the file."""
    if depth_of(page) > DEEPEST:
        raise NestedTooDeep(file=name, limit=DEEPEST)
    tree = LexborHTMLParser(page)
    body = tree.body or tree.root
    if body is None:
        raise EmptyDocument(file=name)
    main = tree.css_first("main, [role=main]") or tree.css_first("article")
    text, hints = assembled(_blocks(name, main)) if main else ("", ())
    if not text.strip():
        text, hints = assembled(_blocks(name, body))
    if not text.strip():
        raise EmptyDocument(file=name)
    heading = tree.css_first("title")
    title = re.sub(r"\s+", " ", heading.text()).strip() if heading else ""
    return Document(
        name, text, sha256, format="html", furniture=furniture(text), hints=hints, title=title or None
    )


@dataclass
class _Page:
    """What has been walked through: finished blocks, and the line that is being written."""

    blocks: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    bold: list[tuple[bool, int]] = field(default_factory=list)  # runs: whether bold, and where they end
    length: int = 0
    lists: list[int] = field(default_factory=list)  # the open lists, outermost first, by number
    item: bool = False  # the next block is a list item's first
    heading: bool = False
    groups: int = 0

    def write(self, text: str, *, bold: bool, keep: bool) -> None:
        words = text if keep else re.sub(r"[ \t\r\n\f]+", " ", text)
        if not keep and (not self.words or self.words[-1].endswith((" ", "\n"))):
            words = words.lstrip(" ")
        if words:
            self.words.append(words)
            self.length += len(words)
            if words.strip():
                self.bold.append((bold, self.length))

    def close(self) -> None:
        """Ends the block, if it holds print."""
        text = "".join(self.words)
        if text.strip():
            level = len(self.lists) - 1 if self.lists else None
            role: Role | None = "heading" if self.heading else "item" if self.item else None
            group = self.lists[0] if self.lists else None
            bold = bool(self.bold) and all(one for one, _ in self.bold) and not self.heading
            indent = INDENT * len(self.lists)
            lead = 0 if self.heading else leading(self.bold)
            depth = level if self.item else None
            self.blocks.append(Block(text, role, depth, indent, bold, group, lead))
            self.item = False
        self.words.clear()
        self.bold.clear()
        self.length = 0


def _blocks(name: str, root: LexborNode) -> list[Block]:
    page = _Page()
    in_body = root.tag in ("body", "html")
    # a walk with a stack of its own: how deep a page nests is for the page to say, not for Python's stack
    stack: list[tuple[LexborNode | None, str, int, bool, bool]] = [(root, "", 0, False, False)]
    while stack:
        node, closing, depth, bold, keep = stack.pop()
        if node is None:
            _leave(page, closing)
            continue
        if depth > DEEPEST:
            raise NestedTooDeep(file=name, limit=DEEPEST)
        tag = node.tag or ""
        if tag == "-text":
            page.write(node.text_content or "", bold=bold, keep=keep)
            continue
        if node is not root and _silent(node, tag, in_body):
            continue
        if tag == "br":
            page.words.append("\n")
            continue
        if tag == "table" and (cells := _table(node)):
            page.close()
            page.groups += 1
            page.blocks.extend(row(line, page.groups) for line in cells)
            continue
        if tag in BLOCKS:
            page.close()
            _enter(page, tag)
            stack.append((None, tag, depth, bold, keep))
        child = node.last_child
        while child is not None:
            stack.append((child, "", depth + 1, bold or tag in BOLD, keep or tag == "pre"))
            child = child.prev
    page.close()
    return page.blocks


def _enter(page: _Page, tag: str) -> None:
    if tag in LISTS:
        page.groups += 1
        page.lists.append(page.groups)
    elif tag == "li":
        page.item = True
        if not page.lists:
            page.groups += 1
            page.lists.append(page.groups)
    elif tag in HEADINGS:
        page.heading = True


def _leave(page: _Page, tag: str) -> None:
    page.close()
    if tag in LISTS and page.lists:
        page.lists.pop()
    elif tag == "li":
        page.item = False
    elif tag in HEADINGS:
        page.heading = False


def _silent(node: LexborNode, tag: str, in_body: bool) -> bool:
    """Whether an element prints nothing, or prints what belongs to the site and not to the page."""
    if tag in SILENT or tag.startswith(("-", "!")) or (in_body and tag in FRAME):
        return True
    marks = node.attributes
    return (
        "hidden" in marks
        or marks.get("aria-hidden") == "true"
        or (marks.get("role") or "") in SILENT_ROLES
        or HIDDEN.search(marks.get("style") or "") is not None
    )


def _table(table: LexborNode) -> list[list[str]]:
    """The rows of a table of data; empty for one that only places blocks on the page."""
    if table.css_first("table table, ul, ol, h1, h2, h3") or table.css_first("tr") is None:
        return []
    rows = [
        [cell.text(separator=" ") for cell in line.iter() if cell.tag in ("td", "th")]
        for line in table.css("tr")
    ]
    return rows if max(map(len, rows)) > 1 else []
