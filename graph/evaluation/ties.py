"""Relations and roles scored: are the right two tied, by the right predicate?"""

from collections.abc import Sequence

from graph.evaluation.counts import HIT, MISSED, SPURIOUS, Count, Counts, add
from graph.evaluation.marked import Line, Names, folded, of_kind, one_to_one, optional

EITHER_WAY = frozenset({"works_with"})
"""Predicates of which the gold holds one direction and either is right."""

ROLE = ("person", "organisation")
TIE = ("subject", "predicate", "object")


def score_ties(gold: Sequence[Line], found: Sequence[Line], misses: list[Line]) -> Counts:
    """`represents`, `relation` by predicate, and relations whatever their predicate.

    A second wording of a tie that is found, or of an optional one, is not spurious.
    """
    counts: Counts = {}
    for type_, count in _tied(gold, found, "represents", ROLE, misses).items():
        if type_ == "all":
            add(counts, "represents", "all", count)
    for type_, count in _tied(gold, found, "relation", TIE, misses).items():
        add(counts, "relation", type_, count)
    loose = _tied(gold, found, "relation", TIE, None)["all"]
    add(counts, "relation, any predicate", "all", loose)
    return counts


def _tied(
    gold: Sequence[Line], found: Sequence[Line], kind: str, fields: tuple[str, ...], misses: list[Line] | None
) -> dict[str, Count]:
    """Counts by predicate and of all; without `misses` the predicate does not count."""
    names = Names(gold)
    first, last = fields[0], fields[-1]
    wanted = of_kind(gold, kind)
    distinct: dict[tuple[str, ...], Line] = {}
    for line in of_kind(found, kind):
        if all(line.get(field) for field in fields):
            distinct.setdefault(tuple(folded(line[field]) for field in fields), line)
    given = list(distinct.values())
    strict = misses is not None

    def fits(one: Line, other: Line) -> bool:
        if strict and folded(one.get("predicate")) != folded(other.get("predicate")):
            return False
        if names.same(one[first], other[first]) and names.same(one[last], other[last]):
            return True
        either = kind == "relation" and (not strict or one["predicate"] in EITHER_WAY)
        return either and names.same(one[first], other[last]) and names.same(one[last], other[first])

    matched = one_to_one(
        (1 if optional(one) else 2, i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(given)
        if fits(one, other)
    )
    hit, used = {i for i, _ in matched}, {j for _, j in matched}
    counts = {"all": Count()}

    def tell(line: Line, count: Count, word: str) -> None:
        predicate = str(line.get("predicate", kind))
        counts["all"] += count
        counts[predicate] = counts.get(predicate, Count()) + count
        if misses is not None and count != HIT:
            told = {"miss": f"{word} {kind}", **{field: line[field] for field in fields}}
            told |= {"rule": line["rule"]} if line.get("rule") else {}
            misses.append(told | {"evidence": line.get("evidence")})

    for i, line in enumerate(wanted):
        if not optional(line):
            tell(line, HIT if i in hit else MISSED, "missed")
    for j, line in enumerate(given):
        if j not in used and not any(fits(one, line) for one in wanted):
            tell(line, SPURIOUS, "spurious")
    return counts
