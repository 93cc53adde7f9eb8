"""Items whose ties somebody else wrote down, read with the names given, and how far the reading agrees.

An item is a JSON line: `text`, `speaker` (the organisation that speaks, or null), `mentions`, `relations`
with their status. `optional` ones are neither asked for nor held against the reading. A tie agrees where
subject, predicate and object do, the ends of a symmetric one in either order; `metWith` is `works_with`.
"""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.model.outline import Outline, Turn
from graph.model.reading import Actor, Meeting, Mention, Quote, Statement
from graph.model.recognition import Recognition
from graph.model.resolved import Resolved
from graph.model.terms import Attribution, Kind
from graph.model.text import Document, Span
from graph.reading.outline.sentences import sentences
from graph.reading.recognition.dates import dates
from graph.reading.recognition.figures import figures
from graph.reading.relations.relate import relate

Item = dict[str, Any]
Tie = tuple[str, str, str]


@dataclass
class Score:
    """Counts over items: ties asked for, ties found, those that agree, and those whose status does too."""

    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    agreed: Counter[str] = field(default_factory=Counter)
    status: int = 0
    clean: int = 0  # items that say no tie and give none that is asserted
    empty: int = 0  # items that say no tie

    @property
    def precision(self) -> float:
        """Share of the ties found that the item has."""
        return self.agreed.total() / (self.found.total() or 1)

    @property
    def recall(self) -> float:
        """Share of the ties asked for that were found."""
        return self.agreed.total() / (self.wanted.total() or 1)


def items(path: Path) -> list[Item]:
    """The items of a file, in order."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def ties_of(item: Item) -> dict[Tie, str]:
    """The ties that are read in an item, each with its status."""
    text, speaker = item["text"], item["speaker"]
    document = Document("item", text)
    quotes: list[Quote] = []
    turns: list[Turn] = []
    start = 0
    for line in text.split("\n"):
        whole = Span(start, start + len(line))
        made = sentences(document, whole)
        turns.append(Turn(whole, made))
        quotes += made
        start += len(line) + 1
    actors = {
        m["text"]: Actor(m["text"], Kind(m["type"]), m["text"], (m["text"],))
        for m in item["mentions"]
        if m["type"] not in ("date", "amount")
    }
    if speaker:
        actors.setdefault(speaker, Actor(speaker, Kind.ORGANISATION, speaker, (speaker,)))
    mentions = []
    for m in item["mentions"]:
        span = Span(m["start"], m["end"])
        if m["text"] in actors:
            quote = next(quote.span for quote in quotes if quote.span.holds(span))
            mentions.append(Mention(span, m["text"], Kind(m["type"]), quote, "given"))
    statements = tuple(
        Statement(turn.span, turn.span.of(text), i, None, (), speaker, Attribution.EXPLICIT)
        for i, turn in enumerate(turns)
    )
    related = relate(
        document,
        Outline("items", Meeting(""), turns=tuple(turns), quotes=tuple(quotes)),
        Recognition((), dates(document, quotes, None), figures(document, quotes)),
        Resolved(tuple(actors.values()), tuple(mentions), statements, ()),
    )
    found: dict[Tie, str] = {}
    for tie in related.relations:
        if tie.subject in actors and tie.object in actors:
            key = _key(tie.subject, tie.predicate.value, tie.object)
            found.setdefault(key, tie.status.value)
    return found


def score(path: Path) -> Score:
    """The counts over a file."""
    total = Score()
    for item in items(path):
        wanted: dict[Tie, str] = {}
        optional: set[Tie] = set()
        for relation in item["relations"]:
            key = _key(relation["subject"], relation["predicate"], relation["object"])
            if relation.get("optional"):
                optional.add(key)
            else:
                wanted[key] = relation["status"].lower()
        found = {key: status for key, status in ties_of(item).items() if key not in optional}
        if not item["relations"]:
            total.empty += 1
            total.clean += "asserted" not in found.values()
        for key in wanted:
            total.wanted[key[1]] += 1
        for key, status in found.items():
            total.found[key[1]] += 1
            if key in wanted:
                total.agreed[key[1]] += 1
                total.status += status == wanted[key]
    return total


def _key(subject: str, predicate: str, thing: str) -> Tie:
    predicate = "works_with" if predicate in ("met_with", "metWith") else predicate
    if predicate == "works_with":
        subject, thing = sorted((subject, thing))
    return subject, predicate, thing
