"""Misses in their context: where each stands, the words around it, and what was marked and found there."""

import json
from collections.abc import Iterable, Sequence

from graph.evaluation.marked import Line, Names, of_kind, shared
from graph.model.text import Document

AROUND = 40
"""Characters of the text that are shown on either side of a miss."""


def in_context(
    misses: Sequence[Line], gold: Sequence[Line], found: Sequence[Line], file: str, text: str | None
) -> list[Line]:
    """Each miss with `gold` and `found` (what a person and what reading put there, None for nothing).

    Also `file` and, where the text is known, `line`, `before`, `words` and `after`, white space collapsed.
    """
    names = Names(gold)
    document = Document(file, text) if text is not None else None
    return [_one(miss, gold, found, names, file, document) for miss in misses]


def _one(
    miss: Line,
    gold: Sequence[Line],
    found: Sequence[Line],
    names: Names,
    file: str,
    document: Document | None,
) -> Line:
    kind = miss["miss"].split()[-1]
    start, end = miss.get("start"), miss.get("end")
    if start is None or end is None:
        start, end = miss.get("evidence") or (None, None)
    told = {
        **miss,
        "gold": _there(kind, miss, gold, names),
        "found": _there(kind, miss, found, names),
        "file": file,
    }
    if document is None or start is None or end is None:
        return told
    text = document.text
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    words = {"before": before, "words": text[start:end], "after": after}
    return (
        told
        | {"line": document.line_at(start)}
        | {name: " ".join(part.split()) for name, part in words.items()}
    )


def _there(kind: str, miss: Line, lines: Sequence[Line], names: Names) -> str | None:
    """What the lines have at the place of a miss: a type, a predicate, a role, or who speaks."""
    if kind == "mention":
        same = _nearest(miss, of_kind(lines, "mention"))
        return str(same["type"]) if same else None
    if kind == "statement":
        same = _nearest(miss, of_kind(lines, "statement"))
        return str(same.get("speaker")) if same else None
    first, last = ("person", "organisation") if kind == "represents" else ("subject", "object")
    for line in of_kind(lines, kind):
        ends, wanted = (line.get(first), line.get(last)), (miss[first], miss[last])
        if all(names.same(*pair) for pair in zip(ends, wanted, strict=True)):
            return str(line.get("predicate", line.get("role", kind)))
    return None


def _nearest(miss: Line, lines: Iterable[Line]) -> Line | None:
    """The line that shares most with the place of a miss, the one of its own type first; None for none."""
    wanted = (miss["start"], miss["end"])
    best = max(
        lines,
        key=lambda line: (
            (line["start"], line["end"]) == wanted,
            shared(miss, line),
            line.get("type") == miss.get("type"),
        ),
        default=None,
    )
    return best if best is not None and shared(miss, best) > 0 else None


def as_lines(misses: Iterable[Line]) -> str:
    """Every miss as a JSON line, in the order of the documents."""
    return "".join(json.dumps(miss, ensure_ascii=False) + "\n" for miss in misses)
