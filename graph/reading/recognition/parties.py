"""Names that the layout itself gives: headings, labels, lists and tables."""

import re
from bisect import bisect_left
from dataclasses import replace

from graph.lexicon.gazetteer import municipality_by_short_name
from graph.lexicon.heads import trades
from graph.model.outline import Outline, Party
from graph.model.terms import Certainty, Kind, Reason
from graph.model.text import Span
from graph.reading.recognition.endings import organisation_ending
from graph.reading.recognition.hits import Hit, Rank
from graph.reading.recognition.judged import judged
from graph.reading.recognition.listed import entry_of
from graph.reading.recognition.runs import is_head, is_place
from graph.reading.recognition.words import Passage

AUTHORITIES = frozenset({"region", "municipality", "county board", "agency", "university", "ministry"})
SHORT = re.compile(r"([A-ZÅÄÖ][\wåäö -]+?) (?:kn|k:n|kommun)")


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
        names = judged(passage.text[start:end], party.kind) if start < end else None
        if names and _among_persons(party, passage, named):
            party = replace(party, kind=Kind.PERSON)
        if names:
            hits.append(_hit(party, passage, start + names[0], start + names[1]))
    return hits


def _among_persons(party: Party, passage: Passage, named: tuple[Party, ...]) -> bool:
    """Whether it is the only party of a list of persons that no word tells to be a body: "Coco Dahl"."""
    words = party.name.split()
    if (
        party.kind is not Kind.ORGANISATION
        or len(words) != 2
        or not all(w.isalpha() and w.istitle() for w in words)
    ):
        return False
    low = words[-1].casefold()
    body = (
        is_head(low) or organisation_ending(low) or low in trades() or is_place(low) or entry_of(party.name)
    )
    beside = [one for one in named if passage.quote.holds(one.span) and one is not party]
    persons = sum(one.kind is Kind.PERSON for one in beside)
    known = sum(
        one.kind is not Kind.PERSON and (one.name[:1].islower() or entry_of(one.name) is not None)
        for one in beside
    )
    return not body and persons > 2 and persons + known == len(beside)


def above(party: Party, passage: Passage) -> str:
    """The name that a unit's own begins with, as a person reads it."""
    if party.unit_of is None:
        return ""
    start = bisect_left(passage.form.offsets, party.unit_of.start)
    end = bisect_left(passage.form.offsets, party.unit_of.end)
    return passage.text[start:end]


def holds_units(name: str) -> bool:
    """Whether an organisation is an authority, whose parts are units; "Almi Syd" is a body of its own."""
    entry = entry_of(name)
    return entry is None or entry.classification in AUTHORITIES


def place_of(word: str) -> str:
    """The place that a municipality's short name is made of: "Falu" gives "falun", "Åre" "åre"."""
    low = word.casefold()
    known = municipality_by_short_name()
    if low in known:
        return low
    return next((form for form in (f"{low}n", low.removesuffix("s")) if form in known), low)


def _hit(party: Party, passage: Passage, start: int, end: int) -> Hit:
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
    short = SHORT.fullmatch(party.name)
    if short and (municipality := municipality_by_short_name().get(place_of(short[1]))):
        entry = municipality.entry
    return Hit(
        start,
        end,
        Kind.ORGANISATION if party.kind is Kind.PLACE else party.kind,
        "party of the layout",
        Rank.PARTY,
        canonical=entry.name if entry else party.full,
        classification="unit"
        if party.unit_of and holds_units(above(party, passage))
        else entry.classification
        if entry
        else None,
        listed=entry is not None,
    )
