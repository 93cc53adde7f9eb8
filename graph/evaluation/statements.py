"""Statements and meetings scored: is it the right words, the right speaker, the right day?"""

from collections import defaultdict
from collections.abc import Sequence

from graph.evaluation.counts import HIT, MISSED, SPURIOUS, Count, Counts, add
from graph.evaluation.marked import Line, Names, of_kind, one_to_one, optional, shared

SAME = 0.5
"""Shared part of two spans, of what both cover, from which they are the same statement."""


def score_statements(gold: Sequence[Line], found: Sequence[Line], misses: list[Line]) -> Counts:
    """Statements by span, by span and speaker, and the characters that have the right speaker.

    The last does not care how a turn is cut into statements.
    """
    names = Names(gold)
    wanted, given = of_kind(gold, "statement"), of_kind(found, "statement")
    counts: Counts = {}
    for mode in ("span", "span+speaker"):
        told = misses if mode != "span" else []
        add(counts, "statement", mode, _matched(wanted, given, names, mode != "span", told))
    add(counts, "statement", "characters", _characters(wanted, given, names))
    return counts


def _common(one: Line, other: Line) -> float:
    """Characters that both hold, of those that either holds."""
    either: int = max(one["end"], other["end"]) - min(one["start"], other["start"])
    return max(0, shared(one, other)) / either


def _matched(
    wanted: Sequence[Line], given: Sequence[Line], names: Names, with_speaker: bool, misses: list[Line]
) -> Count:
    def fits(one: Line, other: Line) -> bool:
        same = not with_speaker or names.same(one["speaker"], other.get("speaker") or "")
        return _common(one, other) >= SAME and same

    matched = one_to_one(
        (_common(one, other) - (0.001 if optional(one) else 0), i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(given)
        if fits(one, other)
    )
    hit, used = {i for i, _ in matched}, {j for _, j in matched}
    may = [line for line in wanted if optional(line)]
    count = Count()
    for i, line in enumerate(wanted):
        if not optional(line):
            count += HIT if i in hit else MISSED
            if i not in hit:
                misses.append({"miss": "missed statement", **_place(line)})
    for j, line in enumerate(given):
        if j not in used and not any(fits(one, line) for one in may):
            count += SPURIOUS
            misses.append({"miss": "spurious statement", **_place(line)})
    return count


def _place(line: Line) -> Line:
    return {"speaker": line.get("speaker"), "start": line["start"], "end": line["end"]}


def _characters(wanted: Sequence[Line], given: Sequence[Line], names: Names) -> Count:
    speakers: dict[int, list[str]] = defaultdict(list)
    may: set[int] = set()
    must: set[int] = set()
    for line in wanted:
        place = range(line["start"], line["end"])
        (may if optional(line) else must).update(place)
        for index in place:
            speakers[index].append(line["speaker"])
    right: set[int] = set()
    spurious = 0
    for line in given:
        speaker = line.get("speaker") or ""
        for index in range(line["start"], line["end"]):
            if any(names.same(name, speaker) for name in speakers.get(index, ())):
                if index in must:
                    right.add(index)
            elif index not in may or index in must:
                spurious += 1
    return Count(len(right), spurious, len(must) - len(right))


DAYS = {"date": "meeting", "next": "next"}
"""The days of a meeting's line, and how a miss calls each."""


def score_meetings(gold: Sequence[Line], found: Sequence[Line], misses: list[Line]) -> Counts:
    """The date of the meeting and of the next one: each right, wrong, or missing."""
    wanted, given = of_kind(gold, "meeting"), of_kind(found, "meeting")
    count = Count()
    for line in wanted:
        for field, name in DAYS.items():
            said, told = line.get(field), given[0].get(field) if given else None
            if said != told and (said or told):
                word = "missed" if not told else "wrong" if said else "spurious"
                misses.append({"miss": f"{word} {name}", "wanted": said, "told": told})
            if said:
                count += HIT if told == said else MISSED
            if told and told != said:
                count += SPURIOUS
    for line in given if not wanted else ():
        for field, name in DAYS.items():
            if line.get(field):
                count += SPURIOUS
                misses.append({"miss": f"spurious {name}", "wanted": None, "told": line[field]})
    return {("meeting", "date and next"): count}
