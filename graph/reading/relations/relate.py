"""What the words say of the actors: ties, measures, properties, promises, and each sentence's status."""

from dataclasses import replace

from graph.model.outline import Outline
from graph.model.reading import Figure, Promise, Relation
from graph.model.recognition import Recognition
from graph.model.resolved import Related, Resolved
from graph.model.terms import Predicate, Status
from graph.model.text import Document, Span
from graph.reading.relations.measures import measured
from graph.reading.relations.promises import promises
from graph.reading.relations.properties import properties
from graph.reading.relations.reviews import reviews
from graph.reading.relations.scenes import Sentence, sentences
from graph.reading.relations.status import sentence_status
from graph.reading.relations.things import things
from graph.reading.relations.ties import ties


def relate(document: Document, outline: Outline, recognition: Recognition, resolved: Resolved) -> Related:
    """All that is said, each with its quote, status and certainty, in reading order.

    Presence at the same meeting gives no tie. Whatever a question, a plan or a condition says keeps that
    status; what is refused or denied is negated.
    """
    actors, mentions = things(document, outline, resolved)
    known = replace(resolved, actors=(*resolved.actors, *actors), mentions=(*resolved.mentions, *mentions))
    told = list(sentences(document, outline, recognition, known))
    relations = [
        *_units(resolved),
        *(relation for sentence in told for relation in ties(sentence.known, sentence.scene)),
    ]
    figures = _figures(recognition.figures, told)
    return Related(
        relations=tuple(relations),
        figures=figures,
        properties=tuple(properties(told, relations, figures)),
        promises=tuple(_promises(told, outline)),
        statuses=_statuses(outline, told),
        actors=actors,
        mentions=mentions,
    )


def _promises(told: list[Sentence], outline: Outline) -> list[Promise]:
    """New promises and those that an earlier meeting left, in reading order."""
    return sorted((*promises(told, outline), *reviews(told, outline)), key=lambda promise: promise.quote)


def _statuses(outline: Outline, told: list[Sentence]) -> tuple[tuple[Span, Status], ...]:
    """Each quote's own status; one inside another has what its own words say."""
    tagged = {one.quote.span: one.tagged.text for one in told}
    return tuple(
        (quote.span, sentence_status(tagged.get(quote.span, quote.text))) for quote in outline.quotes
    )


def _figures(found: tuple[Figure, ...], told: list[Sentence]) -> tuple[Figure, ...]:
    """Every figure with what it measures; one that names nothing goes on with the measure before it."""
    holders = {sentence.quote.span: sentence for sentence in told}
    figures: list[Figure] = []
    for figure in found:
        one = measured(figure, holders[figure.quote]) if figure.quote in holders else figure
        last = figures[-1] if figures else None
        if one.measures is None and last and last.quote == one.quote and last.money == one.money:
            one = replace(one, measures=last.measures)
        figures.append(one)
    return tuple(figures)


def _units(resolved: Resolved) -> list[Relation]:
    """A unit belongs to the organisation above it, by the first words that name it."""
    first: dict[str, Span] = {}
    for mention in resolved.mentions:
        first.setdefault(mention.actor, mention.quote)
    return [
        Relation(actor.key, Predicate.MEMBER_OF, actor.part_of, first[actor.key], "unit-of")
        for actor in resolved.actors
        if actor.part_of and actor.key in first
    ]
