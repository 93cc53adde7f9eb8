"""Marked text: the JSON lines of the reading format, read from a file and compared by place and name."""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from graph.errors import BadGold, GoldMoved, GoldWords, SamverkanError

Line = dict[str, Any]
"""One line: its `kind` and that kind's fields, as the reading format names them."""

Pair = tuple[float, int, int]
"""How well two lines fit, and their positions among the gold and the found ones."""


SHOWN = 60
"""Characters of a line's words that a message shows."""

NEEDED: dict[str, dict[str, type]] = {
    "mention": {"start": int, "end": int, "text": str, "type": str, "canonical": str},
    "alias": {"canonical": str, "aliases": list},
    "represents": {"person": str, "organisation": str},
    "relation": {"subject": str, "predicate": str, "object": str},
    "statement": {"start": int, "end": int, "speaker": str},
    "ignore": {"start": int, "end": int},
}
"""What a line of each kind must hold to be compared; lines of other kinds are compared by nothing."""


def marked(
    path: Path, needed: bool = True, document: str | None = None
) -> tuple[list[Line], list[SamverkanError]]:
    """The lines of one file that can be compared, and what is wrong with any.

    A line is a JSON object with a `kind` and, where `needed`, that kind's fields: predictions may leave
    some out. One that is none is left out (BadGold). With the `document` that offsets count in, a line
    whose `text` is not what stands there is told (GoldMoved, GoldWords) and kept.
    """
    lines: list[Line] = []
    faults: list[SamverkanError] = []
    for number, text in enumerate(path.read_text(encoding="utf-8-sig", errors="replace").split("\n"), 1):
        if text.strip():
            line = _line(text, needed)
            if line is None:
                faults.append(BadGold(file=path.name, line=number))
            else:
                lines.append(line)
                if document is not None and (moved := _moved(line, document, path.name, number)):
                    faults.append(moved)
    return lines, faults


def _moved(line: Line, document: str, file: str, number: int) -> SamverkanError | None:
    """What is wrong where the words of a line are not those at its place; the nearest such words are named."""
    words, start, end = line.get("text"), line.get("start"), line.get("end")
    if not (isinstance(words, str) and isinstance(start, int) and isinstance(end, int)):
        return None
    there = document[start:end]
    if there == words:
        return None
    before, after = document.rfind(words, 0, start + len(words)), document.find(words, start)
    found = [place for place in (before, after) if words and place >= 0]
    if not found:
        return GoldWords(file=file, line=number, text=_short(words), there=_short(there))
    place = min(found, key=lambda one: (abs(one - start), one))
    return GoldMoved(file=file, line=number, text=_short(words), start=place, end=place + len(words))


def _short(words: str) -> str:
    """Words on one line, the first `SHOWN` characters of them."""
    flat = " ".join(words.split())
    return flat if len(flat) <= SHOWN else f"{flat[:SHOWN]}…"


def _line(text: str, needed: bool) -> Line | None:
    try:
        line = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        return None
    if not isinstance(line, dict) or not isinstance(line.get("kind"), str):
        return None
    fields = NEEDED.get(line["kind"], {})
    for name, type_ in fields.items():
        if not isinstance(line.get(name), type_) and (needed or name in ("start", "end", "type")):
            return None
    if "start" in fields and not 0 <= line["start"] < line["end"]:
        return None
    evidence = line.get("evidence")
    if evidence is not None and not (
        isinstance(evidence, list) and [type(end) for end in evidence] == [int, int]
    ):
        return None
    return line


def of_kind(lines: Iterable[Line], kind: str) -> list[Line]:
    """The lines of one kind, in their order."""
    return [line for line in lines if line.get("kind") == kind]


def folded(name: object) -> str:
    """A name as it is compared: case, white space, soft hyphens and outer punctuation do not count."""
    text = unicodedata.normalize("NFC", str(name)).replace("\u00ad", "").casefold()
    return re.sub(r"\s+", " ", text).strip(" .,;:\"'”“()[]")


def shared(one: Line, other: Line) -> int:
    """How many code points two spans share; zero or less where they do not meet."""
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))


def meets(line: Line, others: Iterable[Line]) -> bool:
    """Whether any of the others shares a code point with it."""
    return any(shared(line, other) > 0 for other in others)


def optional(line: Line) -> bool:
    """Whether two careful people may differ about it."""
    return bool(line.get("optional"))


class Names:
    """Which names are one name in a gold document: its aliases, and every wording of one canonical name."""

    def __init__(self, gold: Sequence[Line]) -> None:
        self._groups: dict[str, set[str]] = defaultdict(set)
        for line in of_kind(gold, "mention"):
            for name in (line["canonical"], line["text"]):
                self._groups[folded(name)].add(folded(line["canonical"]))
        for line in of_kind(gold, "alias"):
            for name in (*line["aliases"], line["canonical"]):
                self._groups[folded(name)].add(folded(line["canonical"]))

    def groups(self, name: object) -> set[str]:
        """The canonical names that a name may stand for, itself among them."""
        return self._groups.get(folded(name), set()) | {folded(name)}

    def same(self, one: object, other: object) -> bool:
        """Whether the two may be one name."""
        return bool(self.groups(one) & self.groups(other))


def one_to_one(pairs: Iterable[Pair]) -> list[tuple[int, int]]:
    """A matching of gold and found lines, each used once, the best fits first."""
    left: set[int] = set()
    right: set[int] = set()
    matched = []
    for _, gold, found in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if gold not in left and found not in right:
            left.add(gold)
            right.add(found)
            matched.append((gold, found))
    return matched
