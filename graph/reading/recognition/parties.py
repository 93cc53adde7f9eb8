"""Names that the layout itself gives: headings, labels, lists and tables."""

from bisect import bisect_left

from graph.lexicon.gazetteer import municipality_by_short_name
from graph.model.outline import Outline, Party
from graph.model.terms import Certainty, Kind, Reason
from graph.model.text import Span
from graph.reading.recognition.hits import Hit, Rank
from graph.reading.recognition.listed import entry_of
from graph.reading.recognition.words import Passage


def named_parties(outline: Outline) -> tuple[Party, ...]:
    """Every party of the outline, those of turns, pairings and lists of attendance too, once a span."""
    every = [
        *outline.parties,
        *(speaker for turn in outline.turns for speaker in turn.speakers),
        *(turn.organisation for turn in outline.turns if turn.organisation),
        *(party for pairing in outline.pairings for party in (pairing.person, pairing.organisation)),
        *(presented.party for presented in outline.presented),
    ]
    once: dict[Span, Party] = {}
    for party in every:
        once.setdefault(party.span, party)
    return tuple(once[span] for span in sorted(once))


def parties(passage: Passage, named: tuple[Party, ...], starts: tuple[int, ...]) -> list[Hit]:
    """The parties that stand in a quote; `named` in the order of their spans, `starts` where these begin."""
    hits: list[Hit] = []
    index = bisect_left(starts, passage.quote.start)
    while index < len(named) and named[index].span.start < passage.quote.end:
        party = named[index]
        index += 1
        if not passage.quote.holds(party.span):
            continue
        offsets = passage.form.offsets
        start = bisect_left(offsets, party.span.start)
        end = bisect_left(offsets, party.span.end)
        if start < end:
            hits.append(_hit(party, start, end))
    return hits


def _hit(party: Party, start: int, end: int) -> Hit:
    if party.kind is Kind.PERSON:
        return Hit(start, end, Kind.PERSON, "person of the layout", Rank.PARTY, canonical=party.full)
    if party.metonym or party.kind is Kind.PLACE:
        municipality = municipality_by_short_name().get(party.name.casefold())
        if municipality:
            return Hit(
                start,
                end,
                Kind.ORGANISATION,
                "municipality by its place",
                Rank.PARTY,
                canonical=municipality.entry.name,
                classification="municipality",
                listed=True,
                certainty=Certainty.INFERRED,
                reason=Reason.PLACE_STANDS_FOR_MUNICIPALITY,
            )
    entry = entry_of(party.name)
    return Hit(
        start,
        end,
        Kind.ORGANISATION if party.kind is Kind.PLACE else party.kind,
        "party of the layout",
        Rank.PARTY,
        canonical=entry.name if entry else party.full,
        classification="unit" if party.unit_of else entry.classification if entry else None,
        listed=entry is not None,
    )
