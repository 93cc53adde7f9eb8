"""DOCX: paragraphs with their list levels, headings and tables in document order.

Deleted words are left out and inserted ones read; headers and footers are left out, since they stand on
paper and in no place of the text. Notes come last, as they are printed.
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import BadZipFile

import docx
from docx.document import Document as Word
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap, qn
from lxml.etree import LxmlError, _Element

from graph.errors import BrokenDocument, EmptyDocument, NestedTooDeep, UnreadKind
from graph.model.text import Document
from graph.reading.documents.blocks import Block, assembled, leading, row
from graph.reading.documents.furniture import furniture
from graph.reading.documents.limits import DEPTH
from graph.reading.documents.numbering import Styles, switched_on
from graph.reading.documents.packages import inspect

W: Final = "{" + nsmap["w"] + "}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LEFT_OUT = frozenset(
    [
        W + tag
        for tag in (
            "del",
            "moveFrom",
            "instrText",
            "delText",
            "pPr",
            "rPr",
            "sdtPr",
            "sectPr",
            "commentReference",
        )
    ]
    + [FALLBACK]  # says again, for older programs, what stands beside it
)
LETTERS = {
    W + "tab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "\u00ad",
}
BOX = W + "txbxContent"
NOTES = ("footnotes", "endnotes")
NOT_NOTES = frozenset(("separator", "continuationSeparator", "continuationNotice"))
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

DAMAGE = (
    *(OpcError, LxmlError, BadZipFile, zlib.error, EOFError, NotImplementedError),
    *(KeyError, AttributeError, TypeError, IndexError),
)
"""What opening a damaged package may raise."""


def read_docx(name: str, content: bytes, sha256: str) -> Document:
    """The document's main text, then its notes.

    Raises what `packages.inspect` raises, BrokenDocument for XML that does not parse, UnreadKind for a
    template or a document with macros, NestedTooDeep, EmptyDocument; each names the file.
    """
    inspect(name, content)
    try:
        word = docx.Document(BytesIO(content))
        body = word.element.body
        title = word.core_properties.title.strip()
        if body is None:
            raise BrokenDocument(file=name, kind="DOCX")
        walk = _Walk(name, _styles(word))
        blocks = [*walk.blocks(body, 0), *walk.notes(_notes(word))]
    except ValueError as other:  # python-docx: the main part is of another content type
        if "content type" not in str(other):
            raise BrokenDocument(file=name, kind="DOCX") from other
        raise UnreadKind(file=name, kind="DOCM") from other
    except DAMAGE as bad:
        # the library takes a sound package for granted: what is missing shows as any of these
        raise BrokenDocument(file=name, kind="DOCX") from bad
    text, hints = assembled(blocks)
    if not text.strip():
        raise EmptyDocument(file=name)
    return Document(
        name, text, sha256, format="docx", furniture=furniture(text), hints=hints, title=title or None
    )


def _styles(word: Word) -> Styles:
    parts = {rel.reltype.removeprefix(OFFICE): rel for rel in word.part.rels.values() if not rel.is_external}
    roots = [
        parse_xml(parts[kind].target_part.blob) if kind in parts else None for kind in ("styles", "numbering")
    ]
    return Styles(*roots)


def _notes(word: Word) -> list[_Element]:
    """The foot- and endnotes, without the lines that separate them from the text."""
    found: list[_Element] = []
    for rel in word.part.rels.values():
        kind = rel.reltype.removeprefix(OFFICE)
        if kind in NOTES and not rel.is_external:
            notes = parse_xml(rel.target_part.blob)
            found += [note for note in notes if note.get(qn("w:type")) not in NOT_NOTES]
    return found


class _Walk:
    """One way through the XML: blocks in reading order, lists and tables numbered as they come."""

    def __init__(self, name: str, styles: Styles) -> None:
        self._name = name
        self._styles = styles
        self._group = 0
        self._in_list = False
        self._carried = ""

    def blocks(self, parent: _Element, depth: int) -> Iterator[Block]:
        """The blocks below an element, through content controls and tracked changes."""
        if depth > DEPTH:
            raise NestedTooDeep(file=self._name, limit=DEPTH)
        for child in parent:
            if child.tag == W + "p":
                yield from self._paragraph(child, depth)
            elif child.tag == W + "tbl":
                yield from self._table(child, depth)
            elif child.tag not in LEFT_OUT and isinstance(child.tag, str):
                yield from self.blocks(child, depth + 1)

    def notes(self, notes: list[_Element]) -> Iterator[Block]:
        """Each note as a paragraph of its own."""
        for note in notes:
            yield from self.blocks(note, 0)

    def _paragraph(self, paragraph: _Element, depth: int) -> Iterator[Block]:
        words: list[str] = []
        bold: list[tuple[bool, int]] = []
        boxes: list[_Element] = []
        self._runs(paragraph, words, bold, boxes, depth)
        carried = len(self._carried)
        text = self._carried + "".join(words)
        if (
            paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
        ):  # its end is deleted: the next one goes on in it
            self._carried = text
            return
        self._carried = ""
        manner = self._styles.manner(paragraph)
        listed = manner.level is not None
        if listed and not self._in_list:
            self._group += 1
        if text.strip():
            self._in_list = listed
            yield Block(
                text,
                role="heading" if manner.heading else "item" if listed else None,
                level=manner.level,
                indent=manner.indent,
                bold=not manner.heading and bool(bold) and all(one or manner.bold for one, _ in bold),
                group=self._group if listed else None,
                lead=0 if carried or manner.heading or manner.bold else leading(bold),
            )
        for box in boxes:
            yield from self.blocks(box, depth + 1)

    def _runs(
        self,
        parent: _Element,
        words: list[str],
        bold: list[tuple[bool, int]],
        boxes: list[_Element],
        depth: int,
    ) -> None:
        """Gathers the letters below an element, whether its runs are bold, and the text boxes it holds."""
        if depth > DEPTH:
            raise NestedTooDeep(file=self._name, limit=DEPTH)
        for child in parent:
            tag = child.tag
            if tag in LEFT_OUT or not isinstance(tag, str):
                continue
            if tag == BOX:
                boxes.append(child)
            elif tag == W + "t":
                words.append(child.text or "")
            elif tag in LETTERS:
                words.append(LETTERS[tag])
            elif tag == W + "sym":
                words.append(_symbol(child.get(qn("w:char"))))
            elif tag == W + "r":
                marks = child.find(W + "rPr")
                if marks is not None and switched_on(marks.find(W + "vanish")):
                    continue
                before = len(words)
                self._runs(child, words, bold, boxes, depth + 1)
                if "".join(words[before:]).strip():
                    set_bold = marks is not None and switched_on(marks.find(W + "b"))
                    bold.append((set_bold, sum(map(len, words))))
            else:
                self._runs(child, words, bold, boxes, depth + 1)

    def _table(self, table: _Element, depth: int) -> Iterator[Block]:
        """Rows, their cells joined; a table of one column only places paragraphs on the page."""
        rows = [
            [cell for cell in line.iter(W + "tc") if _owner(cell) is line]
            for line in table.iter(W + "tr")
            if _owner(line) is table and line.find(f"{W}trPr/{W}del") is None
        ]
        if max(map(len, rows), default=0) < 2:
            for line in rows:
                for cell in line:
                    yield from self.blocks(cell, depth + 1)
            return
        self._group += 1
        self._in_list = False
        group = self._group
        for line in rows:
            yield row([self._cell(cell, depth) for cell in line], group)

    def _cell(self, cell: _Element, depth: int) -> str:
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is not None and merged.get(qn("w:val"), "continue") == "continue":
            return ""
        return " ".join(block.text.strip() for block in self.blocks(cell, depth + 1) if block.text.strip())


def _owner(element: _Element) -> _Element | None:
    """The row or table that a cell or row belongs to, past content controls."""
    wanted = W + "tr" if element.tag == W + "tc" else W + "tbl"
    return next(element.iterancestors(wanted), None)


def _symbol(code: str | None) -> str:
    return chr(int(code, 16)) if code and re.fullmatch(r"[0-9A-Fa-f]{1,4}", code) else ""
