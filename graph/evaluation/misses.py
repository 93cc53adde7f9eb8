"""Misses in their context: where each stands, the words around it, and what was marked and found there."""

import json
from collections.abc import Iterable, Sequence
from itertools import product

from graph.evaluation.marked import Line, Names, of_kind, shared
from graph.evaluation.statements import DAYS
from graph.model.text import Document

AROUND = 40
"""Characters of the text that are shown on either side of a miss."""

NEAR = 400
"""Characters within which two names that a tie joins are shown together, where it says no evidence."""

ENDS = {"represents": ("person", "organisation"), "relation": ("subject", "object")}


def in_context(
    misses: Sequence[Line], gold: Sequence[Line], found: Sequence[Line], file: str, text: str | None
) -> list[Line]:
    """Each miss with `gold` and `found` (what a person and what reading put there, None for nothing).

    Also `file` and, where the text is known, `line`, `before`, `words` and `after`, white space collapsed.
    What says no place of its own is shown where the text has it: a day where it is written, a tie where
    its two names stand closest; without these too where neither is named.
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
    shown = {field: value for field, value in miss.items() if field not in ("wanted", "told")}
    told = {
        **shown,
        "gold": miss["wanted"] if "wanted" in miss else _there(kind, miss, gold, names),
        "found": miss["told"] if "told" in miss else _there(kind, miss, found, names),
        "file": file,
    }
    place = _place(kind, miss, [*gold, *found], names)
    if document is None or place is None:
        return told
    start, end = place
    text = document.text
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    words = {"before": before, "words": text[start:end], "after": after}
    return (
        told
        | {"line": document.line_at(start)}
        | {name: " ".join(part.split()) for name, part in words.items()}
    )


def _place(kind: str, miss: Line, lines: Sequence[Line], names: Names) -> tuple[int, int] | None:
    """Where to show a miss: its own place, that of its evidence, or where the text has what it is about."""
    if "start" in miss:
        return miss["start"], miss["end"]
    if miss.get("evidence"):
        start, end = miss["evidence"]
        return start, end
    if kind in DAYS.values():
        return _written(miss["wanted"], lines) or _written(miss["told"], lines)
    one, other = ENDS[kind]
    return _together(miss[one], miss[other], lines, names)


def _written(day: str | None, lines: Iterable[Line]) -> tuple[int, int] | None:
    """The first place where an ISO day is written."""
    for line in of_kind(lines, "mention"):
        if day and line["type"] == "date" and str(line.get("iso", "")).startswith(day):
            return line["start"], line["end"]
    return None


def _together(one: str, other: str, lines: Sequence[Line], names: Names) -> tuple[int, int] | None:
    """From one name to the other where they stand closest; the first of either where they never meet."""
    marked = of_kind(lines, "mention")
    places = [
        [(line["start"], line["end"]) for line in marked if names.same(line.get("canonical"), name)]
        for name in (one, other)
    ]
    pairs = [(min(a[0], b[0]), max(a[1], b[1])) for a, b in product(*places)]
    closest = min(pairs, key=lambda pair: (pair[1] - pair[0], pair), default=None)
    if closest is not None and closest[1] - closest[0] <= NEAR:
        return closest
    return min((place for some in places for place in some), default=None)


def _there(kind: str, miss: Line, lines: Sequence[Line], names: Names) -> str | None:
    """What the lines have at the place of a miss: a type, a name, a predicate, a role, or who speaks."""
    if kind in ("mention", "entity"):
        same = _nearest(miss, of_kind(lines, "mention"))
        return str(same["type"] if kind == "mention" else same.get("canonical")) if same else None
    if kind == "statement":
        same = _nearest(miss, of_kind(lines, "statement"))
        return str(same.get("speaker")) if same else None
    ends = ENDS[kind]
    for line in of_kind(lines, kind):
        if all(names.same(line.get(end), miss[end]) for end in ends):
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
