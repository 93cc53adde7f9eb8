"""All names, dates and figures of a document."""

from dataclasses import dataclass

from graph.model.outline import Outline
from graph.model.recognition import Found, Recognition
from graph.model.terms import Kind
from graph.model.text import Document, Span
from graph.reading.recognition.bodies import bodies
from graph.reading.recognition.called import called
from graph.reading.recognition.dates import dates
from graph.reading.recognition.figures import figures
from graph.reading.recognition.hits import Hit, choose, found, without_parts
from graph.reading.recognition.institutions import institutions
from graph.reading.recognition.listed import listed
from graph.reading.recognition.memory import Memory
from graph.reading.recognition.neighbours import behind_persons, coordinated, heralded, listed_places
from graph.reading.recognition.occasions import occasions
from graph.reading.recognition.offices import offices
from graph.reading.recognition.parties import named_parties, parties
from graph.reading.recognition.patterns import patterns
from graph.reading.recognition.persons import persons
from graph.reading.recognition.placed import placed
from graph.reading.recognition.places import places
from graph.reading.recognition.projects import projects
from graph.reading.recognition.schemes import schemes
from graph.reading.recognition.tagger import weighed, words_in_use
from graph.reading.recognition.towns import municipalities_that_act
from graph.reading.recognition.undertakings import undertakings
from graph.reading.recognition.unnamed import unnamed
from graph.reading.recognition.words import Passage, passage, small_words

FINDERS = (
    called,
    projects,
    schemes,
    occasions,
    listed,
    persons,
    bodies,
    offices,
    institutions,
    placed,
    patterns,
    places,
    undertakings,
)
"""What finds names in one quote without knowing the others; the learnt tagger reads what they leave."""


@dataclass(frozen=True, slots=True)
class _Read:
    """One quote with the hits of every finder and of the tagger."""

    passage: Passage
    hits: list[Hit]


def recognise(document: Document, outline: Outline) -> Recognition:
    """Names in two rounds: what each quote shows by itself, then what the rest of the document adds.

    Quotes that lie in another one are read with that; so every name is found once.
    """
    named = named_parties(outline)
    starts = tuple(party.span.start for party in named)
    names_here = frozenset(
        party.name.casefold() for party in named if party.kind is Kind.ORGANISATION and " " not in party.name
    )
    small = small_words(document)
    passages = [
        passage(document, quote, small) for quote in _once(tuple(quote.span for quote in outline.quotes))
    ]
    known = words_in_use(passages)
    read = []
    for words in passages:
        hits = parties(words, named, starts)
        for finder in FINDERS:
            hits.extend(finder(words))
        hits.extend(unnamed(words, names_here))
        read.append(_Read(words, weighed(words, without_parts(hits), known)))
    chosen_first = [choose(one.hits) for one in read]
    next_told = heralded([one.passage for one in read], chosen_first)
    for one, first, told in zip(read, chosen_first, next_told, strict=True):
        one.hits[:] = [
            hit for hit in one.hits if not any(new.start < hit.end and hit.start < new.end for new in told)
        ]
        one.hits.extend(
            [
                *coordinated(one.passage, first),
                *behind_persons(one.passage, first),
                *listed_places(one.passage, first),
                *told,
            ]
        )
    memory = Memory.of((one.passage, choose(one.hits)) for one in read)
    names: list[Found] = []
    for one in read:
        chosen = municipalities_that_act(one.passage, choose([*one.hits, *memory.hits(one.passage)]))
        names.extend(found(one.passage, hit) for hit in memory.settled(one.passage, chosen))
    entitled = [name.span for name in names if name.kind in (Kind.EVENT, Kind.PROJECT, Kind.SCHEME)]
    return Recognition(
        found=tuple(sorted(names, key=lambda name: (name.span.start, -name.span.end))),
        dates=tuple(
            date  # a year inside a name tells no time: "Skog och Framtid 2026"
            for date in dates(document, outline.quotes, outline.meeting.date)
            if not any(span.holds(date.span) for span in entitled)
        ),
        figures=figures(document, outline.quotes),
    )


def _once(quotes: tuple[Span, ...]) -> list[Span]:
    """The quotes in reading order without those that an earlier one overlaps."""
    kept: list[Span] = []
    for quote in sorted(quotes, key=lambda span: (span.start, -span.end)):
        if not kept or kept[-1].end <= quote.start:
            kept.append(quote)
    return kept
