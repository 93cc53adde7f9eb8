"""The network and answers as tables: spreadsheets and comma-separated values, text as text."""

import csv
import datetime
import io
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

from graph.model.answers import Evidence
from graph.model.network import Network
from graph.picture.characters import printable
from graph.picture.measures import degrees
from graph.picture.words import relation_words
from graph.wording.sentences import Language, term

CREATED = datetime.datetime(2021, 1, 1, tzinfo=datetime.UTC)
"""What a workbook says of its making: the same for the same content."""
LONGEST = 32_000
"""Characters that a cell holds."""
# fmt: off
HEAD = [
    "edge", "from", "from_type", "relation", "relation_words", "to", "to_type", "status", "certainty",
    "symmetric", "computed", "role", "meetings", "quote", "speaker", "organisation", "title", "date", "file",
    "line", "page", "document", "start", "end", "from_iri", "to_iri",
]
# fmt: on
"""Columns of the sheet of edges; codes as in JSON; types and `relation_words` in a language."""


CHANGE = "change"
"""The last column, where two times are compared."""


def head(network: Network) -> list[str]:
    """The columns of the sheet of edges."""
    return [*HEAD, CHANGE] if _compared(network) else HEAD


def _compared(network: Network) -> bool:
    return any(node.change for node in network.nodes)


def edge_rows(network: Network, lang: Language) -> list[list[Any]]:
    """A row an edge and quote, numbered by edge; an edge without quotes has one row."""
    nodes = {node.iri: node for node in network.nodes}
    rows: list[list[Any]] = []
    for number, edge in enumerate(network.edges, 1):
        source, target = nodes[edge.source], nodes[edge.target]
        own = [
            number,
            source.name,
            term("kind", source.kind, lang),
            edge.predicate,
            relation_words(edge, lang),
        ]
        own += [target.name, term("kind", target.kind, lang), edge.status, edge.certainty, edge.symmetric]
        own += [edge.computed, edge.role, edge.meetings]
        quotes = [network.evidence.get(key) for key in edge.evidence]
        for quote in quotes or [None]:
            changed = [edge.change] if _compared(network) else []
            rows.append([*own, *_quoted(quote), edge.source, edge.target, *changed])
    return rows


def _quoted(found: Evidence | None) -> list[Any]:
    if found is None:
        return [None] * 11
    who = " / ".join(found.speakers) or None
    place = [found.file, found.line, found.page, found.document, found.start, found.end]
    return [found.quote, who, found.organisation, found.title, found.date, *place]


def as_csv(network: Network, lang: Language = "sv") -> str:
    """A row an edge with its quote; UTF-8 with a byte order mark, so that a spreadsheet reads å, ä and ö."""
    return separated([head(network), *edge_rows(network, lang)])


def separated(rows: Sequence[Sequence[Any]]) -> str:
    """Comma-separated values (RFC 4180), the head first; a byte order mark so that Excel reads å, ä and ö."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return "\ufeff" + text.getvalue()


def _harmless(cell: Any) -> Any:
    """A text that a spreadsheet would take for a formula begins with an apostrophe."""
    if not isinstance(cell, str):
        return cell
    plain = printable(cell)
    return f"'{plain}" if plain[:1] in ("=", "+", "-", "@", "\t") else plain


def as_xlsx(network: Network, lang: Language = "sv") -> bytes:
    """Edges with their quotes, nodes, sources."""
    counts = degrees(network)
    nodes: list[list[Any]] = [["name", "type", "kind", "aliases", "ties", "meetings", "quotes", "iri"]]
    for node in network.nodes:
        numbers = [counts[node.iri], node.meetings, len(node.evidence)]
        aliases = "; ".join(node.aliases)
        nodes.append([node.name, term("kind", node.kind, lang), node.kind, aliases, *numbers, node.iri])
    sources = [["document", "title", "date", "file"], *[list(map(_text, held)) for held in network.documents]]
    return workbook({"edges": [head(network), *edge_rows(network, lang)], "nodes": nodes, "sources": sources})


def _text(cell: str | None) -> str:
    return cell or ""


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """A workbook of these sheets; texts are never read as formulas or links."""
    held = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(held, options)
    book.set_properties({"created": CREATED})
    bold = book.add_format({"bold": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name[:31])
        for line, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(line, column, printable(cell)[:LONGEST], wrapped if line else bold)
                elif isinstance(cell, bool):
                    sheet.write_boolean(line, column, cell)
                elif isinstance(cell, int | float):
                    sheet.write_number(line, column, cell)
        sheet.freeze_panes(1, 0)
        if rows:
            sheet.autofilter(0, 0, max(1, len(rows) - 1), max(0, len(rows[0]) - 1))
            sheet.set_column(0, max(0, len(rows[0]) - 1), 24)
    book.close()
    return held.getvalue()
