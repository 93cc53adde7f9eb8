"""Names found in one quote, and the choice between those that overlap."""

from bisect import bisect_left, bisect_right
from enum import IntEnum
from typing import NamedTuple

from graph.model.recognition import Found
from graph.model.terms import Certainty, Kind, Reason
from graph.reading.recognition.words import Passage


class Rank(IntEnum):
    """How strong the proof is: the lower wins where names overlap. Within one, the longer wins.

    A run stands with the rules: it wins over a listed place inside it, and loses where both are as long.
    """

    PARTY = 0  # the layout names it
    NAME = 1  # a rule or a list knows it
    RUN = 2  # several capitals in a row: as good as a rule where it is longer
    MEMORY = 3  # named in full elsewhere in the document
    GUESS = 4  # capitals and place in the sentence alone, or the learnt tagger


class Hit(NamedTuple):  # made for whatever a finder thinks of: a dataclass takes three times as long
    """A name in the reading form of one quote, `start` and `end` half-open, genitive left off."""

    start: int
    end: int
    kind: Kind
    rule: str
    rank: Rank = Rank.NAME
    canonical: str | None = None
    classification: str | None = None
    listed: bool = False
    nested: bool = False
    description: bool = False
    head: str | None = None
    certainty: Certainty = Certainty.EXPLICIT
    reason: Reason | None = None


def choose(hits: list[Hit]) -> list[Hit]:
    """Those that stand: stronger before weaker, longer before shorter, nested ones inside their holder."""
    if len(hits) < 2 and not any(hit.nested for hit in hits):
        return list(hits)
    ordered = sorted(hits, key=_order)
    taken = _Apart()
    for hit in ordered:
        if not hit.nested:
            taken.add(hit)
    kept = _Apart()
    for hit in ordered:
        holder = taken.holder(hit) if hit.nested or hit.kind is Kind.PLACE else None
        if holder and (hit.nested or holder.description):
            kept.add(hit._replace(nested=True))
    return sorted([*taken.hits, *kept.hits], key=lambda hit: (hit.start, -hit.end))


def without_parts(hits: list[Hit]) -> list[Hit]:
    """The hits without parties that are part of a listed body: "Havs" of "Havs- och vattenmyndigheten"."""
    whole = [hit for hit in hits if hit.listed and hit.rank is Rank.NAME and hit.kind is Kind.ORGANISATION]
    return [
        hit
        for hit in hits
        if hit.rank is not Rank.PARTY or hit.nested or not any(_part(hit, other) for other in whole)
    ]


def _part(hit: Hit, other: Hit) -> bool:
    inside = other.start <= hit.start and hit.end <= other.end
    return inside and hit.kind is other.kind and hit.end - hit.start < other.end - other.start


class _Apart:
    """Hits that do not overlap, by where they begin; what would overlap one of them is not added."""

    def __init__(self) -> None:
        self.hits: list[Hit] = []
        self._starts: list[int] = []

    def add(self, hit: Hit) -> None:
        """Take the hit if it overlaps none."""
        index = bisect_left(self._starts, hit.start)
        if index and self.hits[index - 1].end > hit.start:
            return
        if index < len(self.hits) and self.hits[index].start < hit.end:
            return
        self._starts.insert(index, hit.start)
        self.hits.insert(index, hit)

    def holder(self, hit: Hit) -> Hit | None:
        """The longer hit inside which this one lies, if there is one."""
        index = bisect_right(self._starts, hit.start)
        if not index:
            return None
        other = self.hits[index - 1]
        inside = hit.end <= other.end and (other.start, other.end) != (hit.start, hit.end)
        return other if inside else None


def _order(hit: Hit) -> tuple[int, int, int, int, str]:
    tier = Rank.NAME if hit.rank is Rank.RUN else hit.rank
    return (tier, hit.start - hit.end, hit.start, 2 * hit.rank - hit.listed, hit.rule)


def found(passage: Passage, hit: Hit) -> Found:
    """A hit as the value that recognition hands on, its span that of the document."""
    return Found(
        span=passage.raw(hit.start, hit.end),
        name=passage.text[hit.start : hit.end],
        kind=hit.kind,
        quote=passage.quote,
        rule=hit.rule,
        canonical=hit.canonical,
        classification=hit.classification,
        listed=hit.listed,
        nested=hit.nested,
        description=hit.description,
        head=hit.head,
        certainty=hit.certainty,
        reason=hit.reason,
    )
