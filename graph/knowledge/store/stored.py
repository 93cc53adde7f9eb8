"""A reading as canonical JSON and back: what the library keeps so that its derived parts can be made again.

An object holds the fields that differ from their default, in their order; a span is `[start, end]`, a
code its word, a day or moment ISO 8601.
"""

import dataclasses
import datetime
import json
import sqlite3
import types
import typing
import zlib
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, cast

from graph.errors import NoSuchDocument
from graph.model.reading import Reading
from graph.model.text import Span

Write = Callable[[Any], Any]


def written(reading: Reading) -> str:
    """The reading as JSON; the same reading gives the same text."""
    return json.dumps(_plain(reading), ensure_ascii=False, separators=(",", ":"))


def read_back(text: str) -> Reading:
    """The reading that `written` wrote. Raises ValueError, KeyError or TypeError where it did not."""
    return cast(Reading, _made(Reading)(json.loads(text)))


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a value, each with its default; MISSING where it has none."""
    return tuple((field.name, field.default) for field in dataclasses.fields(kind) if field.init)


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    if kind is str or value is None or kind is int or kind is float or kind is bool:
        return value
    if kind is Span:
        return [value.start, value.end]
    if kind is tuple:
        return [_plain(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime.date):
        return value.isoformat()
    plain: dict[str, Any] = {}
    for name, default in _fields(kind):
        held = getattr(value, name)
        if held is not default and held != default:
            plain[name] = _plain(held)
    return plain


@cache
def _made(kind: Any) -> Write:
    """What turns JSON into a value of a type."""
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _one_of(typing.get_args(kind))
    if origin is tuple:
        return _tuple(typing.get_args(kind))
    if origin is typing.Literal or kind in (str, int, float, bool):
        return lambda plain: plain
    if kind is Span:
        return lambda plain: Span(plain[0], plain[1])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is datetime.datetime or kind is datetime.date:
        return cast(Write, kind.fromisoformat)
    return _value(kind)


def _one_of(kinds: tuple[Any, ...]) -> Write:
    some = [kind for kind in kinds if kind is not types.NoneType]
    if datetime.datetime in some:  # a moment has a T, a day has none
        return lambda plain: (
            None
            if plain is None
            else datetime.datetime.fromisoformat(plain)
            if "T" in plain
            else datetime.date.fromisoformat(plain)
        )
    if len(some) > 1:
        return lambda plain: plain
    make = _made(some[0])
    return lambda plain: None if plain is None else make(plain)


def _tuple(parts: tuple[Any, ...]) -> Write:
    if len(parts) == 2 and parts[1] is Ellipsis:
        make = _made(parts[0])
        return lambda plain: tuple(make(part) for part in plain)
    makers = [_made(part) for part in parts]
    return lambda plain: tuple(make(part) for make, part in zip(makers, plain, strict=True))


def _value(kind: Any) -> Write:
    hints = typing.get_type_hints(kind)
    makers = {name: _made(hints[name]) for name, _ in _fields(kind)}
    return lambda plain: kind(**{name: makers[name](held) for name, held in plain.items()})


def unpacked(read: bytes) -> Reading:
    """The reading that a document keeps."""
    return read_back(zlib.decompress(read).decode("utf-8", "surrogatepass"))


def reading_of(db: sqlite3.Connection, sha256: str) -> Reading:
    """The reading of a document that the library holds. Raises NoSuchDocument."""
    row = db.execute("SELECT reading FROM document WHERE sha256 = ?", (sha256,)).fetchone()
    if row is None:
        raise NoSuchDocument(name=sha256)
    return unpacked(row[0])
