"""Names scored: are they marked where a person marked them, and are the right actors there?"""

from collections import defaultdict
from collections.abc import Sequence

from graph.evaluation.counts import HIT, MISSED, SPURIOUS, Count, Counts, add
from graph.evaluation.marked import Line, folded, meets, of_kind, one_to_one, optional, shared

TYPES = ("person", "organisation", "place", "project", "scheme", "event", "amount", "date")
ENTITY_TYPES = TYPES[:6]
MODES = ("exact", "overlap", "span")
"""Same span and type; same type and a shared character; same span of whatever type."""

Entity = tuple[str, str]


def score_mentions(gold: Sequence[Line], found: Sequence[Line], misses: list[Line]) -> Counts:
    """Mentions by mode and type, and entities: each name of the document once.

    What is optional in gold neither rewards nor punishes; what lies in an ignored zone and meets no
    gold mention is left out. `misses` gains one line for each that is missed or spurious by `exact`,
    and for each actor that is missed or that nobody marked, at its first mention.
    """
    wanted = of_kind(gold, "mention")
    ignored = of_kind(gold, "ignore")
    distinct: dict[tuple[int, int, str], Line] = {}
    for line in of_kind(found, "mention"):
        distinct.setdefault((line["start"], line["end"], line["type"]), line)
    given = list(distinct.values())
    counts: Counts = {}
    for mode in MODES:
        for type_ in TYPES if mode != "span" else ():
            add(counts, f"mention {mode}", type_, Count())
        _by_place(mode, wanted, given, ignored, counts, misses)
    outside = [line for line in given if not meets(line, ignored) or meets(line, wanted)]
    _by_name(gold, wanted, outside, counts, misses)
    return counts


def _fits(mode: str, one: Line, other: Line) -> bool:
    if mode == "overlap":
        return bool(one["type"] == other["type"]) and shared(one, other) > 0
    same_place = (one["start"], one["end"]) == (other["start"], other["end"])
    return same_place and (mode == "span" or one["type"] == other["type"])


def _by_place(
    mode: str,
    wanted: Sequence[Line],
    given: Sequence[Line],
    ignored: Sequence[Line],
    counts: Counts,
    misses: list[Line],
) -> None:
    kind = f"mention {mode}"
    pairs = [
        (shared(one, other) - (0.5 if optional(one) else 0), i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(given)
        if _fits(mode, one, other)
    ]
    matched = one_to_one(pairs)
    hit, used = {i for i, _ in matched}, {j for _, j in matched}
    for i, line in enumerate(wanted):
        if optional(line):
            continue
        add(counts, kind, line["type"], HIT if i in hit else MISSED)
        if i not in hit and mode == "exact":
            misses.append({"miss": "missed mention", **_place(line)})
    may = [line for line in wanted if optional(line)]
    must = [line for line in wanted if not optional(line)]
    for j, line in enumerate(given):
        tolerated = meets(line, may) and not meets(line, must)
        if j in used or tolerated or (meets(line, ignored) and not meets(line, wanted)):
            continue
        add(counts, kind, line["type"], SPURIOUS)
        if mode == "exact":
            misses.append({"miss": "spurious mention", **_place(line)})


def _place(line: Line) -> Line:
    place = {"type": line["type"], "text": line.get("text"), "start": line["start"], "end": line["end"]}
    return place | ({"rule": line["rule"]} if line.get("rule") else {})


def _entities(lines: Sequence[Line]) -> dict[Entity, set[str]]:
    """Every actor once, by type and canonical name, with all names that its mentions give it."""
    names: dict[Entity, set[str]] = defaultdict(set)
    for line in lines:
        if line["type"] in ENTITY_TYPES:
            entity = _entity(line)
            names[entity] |= {entity[1]}
            if line.get("text"):
                names[entity] |= {folded(line["text"])}
    return names


def _entity(line: Line) -> Entity:
    return line["type"], folded(line.get("canonical") or line.get("text") or "")


def _by_name(
    gold: Sequence[Line],
    wanted: Sequence[Line],
    given: Sequence[Line],
    counts: Counts,
    misses: list[Line],
) -> None:
    aliases: dict[str, set[str]] = defaultdict(set)
    for line in of_kind(gold, "alias"):
        aliases[folded(line["canonical"])] |= {folded(name) for name in line["aliases"]}
    required = _entities([line for line in wanted if not optional(line)])
    known = {entity: names | aliases[entity[1]] for entity, names in _entities(wanted).items()}
    there = _entities(given)
    golden, proposed = list(known), list(there)
    pairs = [
        (100 * (one[1] == other[1]) + len(known[one] & there[other]) + 0.5 * (one in required), i, j)
        for i, one in enumerate(golden)
        for j, other in enumerate(proposed)
        if one[0] == other[0] and known[one] & there[other]
    ]
    matched = one_to_one(pairs)
    hit, used = {i for i, _ in matched}, {j for _, j in matched}
    for i, entity in enumerate(golden):
        if entity in required:
            add(counts, "mention entity", entity[0], HIT if i in hit else MISSED)
            if i not in hit:
                misses.append({"miss": "missed entity", **_first(entity, wanted)})
    for j, entity in enumerate(proposed):
        tolerated = any(one not in required and known[one] & there[entity] for one in golden)
        if j not in used and not tolerated:
            add(counts, "mention entity", entity[0], SPURIOUS)
            misses.append({"miss": "spurious entity", **_first(entity, given)})


def _first(entity: Entity, lines: Sequence[Line]) -> Line:
    """Where an actor is first named, and what it is called."""
    line = min((one for one in lines if _entity(one) == entity), key=lambda one: (one["start"], one["end"]))
    return _place(line) | {"name": line.get("canonical") or line.get("text")}
