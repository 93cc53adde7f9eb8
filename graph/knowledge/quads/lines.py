"""Statements of one graph as lines of canonical N-Quads.

Canonical form: W3C RDF 1.1 N-Quads and RDF Dataset Canonicalization, section "Canonical form": one blank
between terms, xsd:string left out, only what must be is escaped.
"""

import re
from decimal import Decimal

from graph.knowledge.vocabulary.terms import XSD

SPECIAL = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
MUST_ESCAPE = re.compile(r'[\x00-\x1f\x7f"\\\ud800-\udfff]')
TEMPORAL = (
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"), "dateTime"),
    (re.compile(r"\d{4}-\d\d-\d\d"), "date"),
    (re.compile(r"\d{4}-\d\d"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
)
MINUTES = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def escaped(text: str) -> str:
    """A text as it stands between quotation marks; a lone surrogate, which UTF-8 lacks, is U+FFFD."""
    return MUST_ESCAPE.sub(_escape, text) if MUST_ESCAPE.search(text) else text


def _escape(found: re.Match[str]) -> str:
    letter = found.group()
    if "\ud800" <= letter <= "\udfff":
        return "\ufffd"
    return SPECIAL.get(letter) or f"\\u{ord(letter):04X}"


def text_literal(text: str, language: str | None = None) -> str:
    """A text, with its language where one is given."""
    return f'"{escaped(text)}"@{language}' if language else f'"{escaped(text)}"'


def number_literal(value: int | float) -> str:
    """A number: xsd:integer, or xsd:decimal without an exponent."""
    if isinstance(value, int) or value.is_integer():
        return f'"{int(value)}"^^<{XSD}integer>'
    return f'"{Decimal(repr(value)):f}"^^<{XSD}decimal>'


def temporal_literal(iso: str) -> str:
    """A year, month, day or moment, typed by how precise it is; any other form stays text."""
    moment = f"{iso}:00" if MINUTES.fullmatch(iso) else iso
    for form, name in TEMPORAL:
        if form.fullmatch(moment):
            return f'"{moment}"^^<{XSD}{name}>'
    return text_literal(iso)


class Graph:
    """The statements of one graph, each once; `name` None is the default graph."""

    def __init__(self, name: str | None) -> None:
        self._end = f" <{name}> .\n" if name else " .\n"
        self._lines: set[str] = set()

    def add(self, subject: str, predicate: str, literal: str) -> None:
        """States a literal that one of the functions above has written."""
        self._lines.add(f"<{subject}> <{predicate}> {literal}{self._end}")

    def link(self, subject: str, predicate: str, target: str) -> None:
        """States a tie between two IRIs."""
        self._lines.add(f"<{subject}> <{predicate}> <{target}>{self._end}")

    def text(self, subject: str, predicate: str, text: str | None, language: str | None = "sv") -> None:
        """States a text, Swedish unless told otherwise; nothing where there is none."""
        if text:
            self.add(subject, predicate, text_literal(text, language))

    def number(self, subject: str, predicate: str, value: int | float | None) -> None:
        """States a number; nothing where there is none."""
        if value is not None:
            self.add(subject, predicate, number_literal(value))

    def truth(self, subject: str, predicate: str, value: bool) -> None:
        """States yes or no."""
        self.add(subject, predicate, f'"{"true" if value else "false"}"^^<{XSD}boolean>')

    def time(self, subject: str, predicate: str, iso: str | None) -> None:
        """States a year, month, day or moment; nothing where there is none."""
        if iso:
            self.add(subject, predicate, temporal_literal(iso))

    def lines(self) -> list[str]:
        """All of them by code point, each with its line end."""
        return sorted(self._lines)
