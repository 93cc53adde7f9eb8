"""The words of a query, looked at before anything runs: what reaches out or changes something is refused.

Source: SPARQL 1.1 Query Language, section 19.8 (grammar); SPARQL 1.1 Update.
"""

import re

from graph.errors import BadQuery, QueryRefused, QueryTooLong

LONGEST = 64 * 1024
"""Bytes of query text that are looked at; the parser's own stack is the limit behind this one."""

REACHES_OUT = frozenset({"service", "load", "from"})
CHANGES = frozenset(
    {"insert", "delete", "clear", "drop", "create", "add", "move", "copy", "with", "silent", "data"}
)

TOKEN = re.compile(
    r'''
    (?P<string> """(?:[^"\\]|\\.|"(?!""))*""" | \'\'\'(?:[^'\\]|\\.|'(?!\'\'))*\'\'\'
              | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
  | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
  | (?P<comment> \#[^\n\r]* )
  | (?P<variable> [?$][\w\u00b7]+ | @[A-Za-z]+(?:-[A-Za-z0-9]+)* | _:[\w.\u00b7-]+ )
  | (?P<name> (?:[^\W\d_][\w.\u00b7-]*)?:(?:[\w:.\u00b7-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])* )
  | (?P<word> \w+ )
  | (?P<other> . )
    ''',
    re.DOTALL | re.VERBOSE,
)


def guard(query: str) -> None:
    """Lets a query pass that only asks, and only this library.

    Raises QueryTooLong, QueryRefused with the word that is not taken, BadQuery for a quotation mark without
    its other half or a backslash where none belongs.
    """
    size = len(query.encode("utf-8", "surrogatepass"))
    if size > LONGEST:
        raise QueryTooLong(bytes=size, limit=LONGEST)
    for token in TOKEN.finditer(query):
        words = token.group()
        if token.lastgroup == "word":
            plain = words.casefold()
            if plain in REACHES_OUT or plain in CHANGES or "service" in plain:
                raise QueryRefused(word=words.upper()[:20], line=_line(query, token.start()))
        elif token.lastgroup == "other" and words in "\"'\\":
            raise BadQuery(problem=f"unexpected {words}", line=_line(query, token.start()))


def _line(query: str, offset: int) -> int:
    return query.count("\n", 0, offset) + 1
