"""A Reading as the lines of the reading format: what `extract` writes and `evaluate` compares."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph.errors import SameStem
from graph.evaluation.marked import Line
from graph.model.reading import Actor, Figure, Meeting, Reading
from graph.model.terms import Kind, Predicate, Status
from graph.model.text import Span

MARKED = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.PROJECT, Kind.SCHEME, Kind.EVENT})
"""The kinds of the format; a party that is not named, a rule or a link is no mention there."""

TIED = MARKED - {Kind.PERSON}
"""What a relation may tie: persons have `represents`."""


def lines(reading: Reading) -> list[Line]:
    """All lines of one document: mentions, represents, relations, statements, meeting, figures, quotes.

    Spans are code points of the document's text. `metWith` is written `works_with`; a tie that the
    words deny is left out, as is one to a party that is not named. A statement with several possible
    speakers is one line a speaker; one without a speaker is left out.
    """
    actors = _as_written(reading)
    mentions = [*_mentions(reading, actors), *_amounts(reading), *_dates(reading)]
    mentions.sort(key=lambda line: (line["start"], -line["end"], line["type"]))
    return [
        _meeting(reading.meeting),
        *mentions,
        *_roles(reading, actors),
        *_relations(reading, actors),
        *_statements(reading, actors),
        *_figures(reading, actors),
        *_quotes(reading),
    ]


def as_text(reading: Reading) -> str:
    """The lines as JSON, one a line."""
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines(reading))


def results(files: Iterable[str], folder: Path) -> dict[str, Path]:
    """Where the lines of each file go: a `.jsonl` of its stem. Raises SameStem where two would be one.

    Stems that differ in case only are one name where the machine's file system says so.
    """
    places: dict[str, Path] = {}
    taken: dict[str, str] = {}
    for file in files:
        place = folder / f"{Path(file).stem}.jsonl"
        first = taken.setdefault(place.name.casefold(), file)
        if first != file:
            raise SameStem(first=first, second=file, result=place.name)
        places[file] = place
    return places


def _as_written(reading: Reading) -> dict[str, Actor]:
    """The actors by key, each organisation under the fullest name that the document itself has for it.

    A list may know another ("Länsstyrelsen i Gävleborgs län" where "Länsstyrelsen Gävleborg" stands), which
    the format does not ask for. A bare common noun ("Länsstyrelsen") is no fuller name.
    """
    written: dict[str, set[str]] = {}
    for mention in reading.mentions:
        written.setdefault(mention.actor, set()).add(" ".join(mention.span.of(reading.document.text).split()))
    return {actor.key: _under(actor, written.get(actor.key, set())) for actor in reading.actors}


def _under(actor: Actor, forms: set[str]) -> Actor:
    full = sorted(
        (form for form in forms if " " in form or form.isupper()), key=lambda form: (-len(form), form)
    )
    if actor.kind is not Kind.ORGANISATION or not full or actor.name.casefold() in map(str.casefold, forms):
        return actor
    return replace(actor, name=full[0])


def _known(**fields: Any) -> Line:
    """A line without what is not known; False says nothing either."""
    return {name: value for name, value in fields.items() if value is not None and value is not False}


def _at(span: Span, text: str) -> Line:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _nameless(actor: Actor) -> bool:
    """Whether only words describe it ("upphandlar en brandstation"): the format marks what has a name."""
    return actor.description and actor.classification is not None


def _mentions(reading: Reading, actors: dict[str, Actor]) -> Iterator[Line]:
    for mention in reading.mentions:
        if mention.kind not in MARKED or _nameless(actors[mention.actor]):
            continue
        yield {"kind": "mention", **_at(mention.span, reading.document.text)} | _known(
            type=mention.kind.value,
            canonical=actors[mention.actor].name,
            nested=mention.nested,
            certainty=mention.certainty.value,
            reason=mention.reason and mention.reason.value,
            rule=mention.rule,
        )


def _numbers(figure: Figure) -> Line:
    return _known(
        value=figure.value,
        low=figure.low,
        high=figure.high,
        bound=figure.bound and figure.bound.value,
        approximate=figure.approximate,
        unit=figure.unit,
        status=figure.status.value,
    )


def _amounts(reading: Reading) -> Iterator[Line]:
    for figure in reading.figures:
        if figure.money:
            place = _at(figure.span, reading.document.text)
            yield {"kind": "mention", **place, "type": "amount", "canonical": figure.as_written} | _numbers(
                figure
            )


def _figures(reading: Reading, actors: dict[str, Actor]) -> Iterator[Line]:
    """Figures that are no money; the format does not score them."""
    for figure in reading.figures:
        if not figure.money:
            about = actors[figure.about].name if figure.about else None
            place = actors[figure.place].name if figure.place else None
            yield (
                {"kind": "figure", **_at(figure.span, reading.document.text)}
                | _numbers(figure)
                | _known(measures=figure.measures, about=about, place=place, period=figure.period)
            )


def _dates(reading: Reading) -> Iterator[Line]:
    for date in reading.dates:
        place = _at(date.span, reading.document.text)
        yield {
            "kind": "mention",
            **place,
            "type": "date",
            "canonical": " ".join(place["text"].split()),
        } | _known(
            iso=date.iso,
            iso_end=date.iso_end,
            certainty=date.certainty.value,
            reason=date.reason and date.reason.value,
        )


def _roles(reading: Reading, actors: dict[str, Actor]) -> Iterator[Line]:
    for membership in reading.memberships:
        yield {
            "kind": "represents",
            "person": actors[membership.person].name,
            "organisation": actors[membership.organisation].name,
            "evidence": [membership.quote.start, membership.quote.end],
        } | _known(
            role=membership.role,
            certainty=membership.certainty.value,
            reason=membership.reason and membership.reason.value,
        )


def _relations(reading: Reading, actors: dict[str, Actor]) -> Iterator[Line]:
    for relation in reading.relations:
        subject, other = actors[relation.subject], actors[relation.object]
        if subject.kind not in TIED or other.kind not in TIED or relation.status is Status.NEGATED:
            continue
        if _nameless(subject) or _nameless(other):
            continue
        met = relation.predicate is Predicate.MET_WITH
        yield {
            "kind": "relation",
            "subject": subject.name,
            "predicate": (Predicate.WORKS_WITH if met else relation.predicate).value,
            "object": other.name,
            "evidence": [relation.quote.start, relation.quote.end],
        } | _known(
            status=relation.status.value,
            certainty=relation.certainty.value,
            reason=relation.reason and relation.reason.value,
            rule=relation.rule,
        )


def _statements(reading: Reading, actors: dict[str, Actor]) -> Iterator[Line]:
    for statement in reading.statements:
        organisation = actors[statement.organisation].name if statement.organisation else None
        for speaker in statement.speakers:
            yield {
                "kind": "statement",
                "start": statement.span.start,
                "end": statement.span.end,
                "speaker": actors[speaker].name,
                "organisation": organisation,
            } | _known(attribution=statement.attribution and statement.attribution.value)


def _quotes(reading: Reading) -> Iterator[Line]:
    for quote in reading.quotes:
        place = {"start": quote.span.start, "end": quote.span.end}
        yield {"kind": "quote", **place, "status": quote.status.value}


def _meeting(meeting: Meeting) -> Line:
    return {
        "kind": "meeting",
        "title": meeting.title,
        "date": meeting.date and meeting.date.isoformat(),
        "next": meeting.next and meeting.next.isoformat()[:10],
    }
