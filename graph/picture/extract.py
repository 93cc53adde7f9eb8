"""The register extract of a person as a page to print, a Word document, or a table."""

import io
import zipfile
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from markupsafe import Markup

from graph.files import write_whole
from graph.model.answers import Answer, Evidence, Row
from graph.model.plain import evidence_keys, flat
from graph.picture.answers import save_answer
from graph.picture.characters import printable
from graph.picture.page import hashed, templates, text_file
from graph.wording.sentences import Language, term, terms, told

CODES = {"type": "kind", "relation": "predicate", "status": "status", "presence": "presence", "reason": "reason",
         "outcome": "outcome", "decision_kind": "decision_kind", "certainty": "certainty", "holds": "holds"}  # fmt: skip
"""Columns that hold codes, and the group of words that names them."""
LEFT_OUT = frozenset({"fact", "evidence"})
MADE = (1980, 1, 1, 0, 0, 0)
"""What the package says of its making: the same for the same content."""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words, and where they stand."""

    words: str
    place: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is held of the person, in a line, with its quotes."""

    line: str
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The facts of one kind."""

    head: str
    facts: tuple[Fact, ...]


def save_extract(answer: Answer, path: str | PathLike[str], at: str, lang: Language = "sv") -> None:
    """Writes `.html` or `.docx`, or what every answer is written as. Raises UnknownTableFormat for others."""
    place = Path(path)
    match place.suffix.lower():
        case ".html":
            write_whole(place, as_html(answer, at, lang))
        case ".docx":
            write_whole(place, as_docx(answer, at, lang))
        case _:
            save_answer(answer, place)


def sections(answer: Answer, lang: Language) -> list[Section]:
    """The facts by their kinds, in the order of the answer."""
    kinds = dict.fromkeys(str(row["fact"]) for row in answer.rows)
    return [
        Section(
            term("fact", kind, lang),
            tuple(_fact(row, answer, lang) for row in answer.rows if row["fact"] == kind),
        )
        for kind in kinds
    ]


def as_html(answer: Answer, at: str, lang: Language = "sv") -> str:
    """One page that loads nothing and runs nothing; every word is escaped."""
    style = text_file("extract.css")
    page = templates().get_template("extract.html.j2")
    return page.render(
        lang=lang, title=_title(answer, lang), made=told("extract-made", lang, at=at), sections=sections(answer, lang),
        style=Markup(style), style_hash=Markup(hashed(style)),  # noqa: S704  # our own file
    )  # fmt: skip


def as_docx(answer: Answer, at: str, lang: Language = "sv") -> bytes:
    """A Word document of plain paragraphs."""
    body = [_paragraph(_title(answer, lang), bold=True), _paragraph(told("extract-made", lang, at=at))]
    for section in sections(answer, lang):
        body.append(_paragraph(f"{section.head} ({len(section.facts)})", bold=True))
        for fact in section.facts:
            body.append(_paragraph(fact.line))
            for quote in fact.quotes:
                body += [_paragraph(f"”{quote.words}”", indent=400), _paragraph(quote.place, indent=400)]
    document = f'{HEAD}<w:document xmlns:w="{WORD}"><w:body>{"".join(body)}</w:body></w:document>'
    kinds = (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPE}"/></Types>'
    )
    ties = (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}" Target="word/document.xml"/></Relationships>'
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        parts = {"[Content_Types].xml": kinds, "_rels/.rels": ties, "word/document.xml": document}
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content.encode("utf-8"))
    return written.getvalue()


def _title(answer: Answer, lang: Language) -> str:
    return told("extract-title", lang, name=str(answer.parameters["name"]))


def _fact(row: Row, answer: Answer, lang: Language) -> Fact:
    pieces = [_piece(column, cell, lang) for column, cell in row.items()
              if column not in LEFT_OUT and cell not in (None, False, [])]  # fmt: skip
    return Fact(" · ".join(pieces), tuple(_quoted(answer.evidence[key], lang) for key in evidence_keys(row)))


def _piece(column: str, cell: Any, lang: Language) -> str:
    label = terms(lang)["column"].get(column, column.replace("_", " "))
    if column in CODES:
        return f"{label} {term(CODES[column], str(cell), lang)}"
    return label if cell is True else f"{label} {flat(cell)}"


def _quoted(held: Evidence, lang: Language) -> Quoted:
    where = f"{told('page' if held.page else 'line', lang, page=held.page or 0)} {held.line}"
    words = f"{held.heading}: {held.quote}" if held.heading and held.heading != held.quote else held.quote
    return Quoted(words, ", ".join(filter(None, (held.title, held.date, held.file, where))))


def _paragraph(words: str, bold: bool = False, indent: int = 0) -> str:
    shape = f'<w:pPr><w:ind w:left="{indent}"/></w:pPr>' if indent else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:p>{shape}<w:r>{weight}<w:t xml:space="preserve">{escape(printable(words))}</w:t></w:r></w:p>'
