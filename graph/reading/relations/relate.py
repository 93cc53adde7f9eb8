"""What the words say of the actors: ties, measures, properties, promises, and each sentence's status."""

from graph.model.outline import Outline
from graph.model.reading import Figure, Relation
from graph.model.recognition import Recognition
from graph.model.resolved import Related, Resolved
from graph.model.terms import Predicate
from graph.model.text import Document, Span
from graph.reading.relations.measures import measured
from graph.reading.relations.promises import promises
from graph.reading.relations.scenes import Sentence, sentences
from graph.reading.relations.status import sentence_status
from graph.reading.relations.ties import ties


def relate(document: Document, outline: Outline, recognition: Recognition, resolved: Resolved) -> Related:
    """All that is said, each with its quote, status and certainty, in reading order.

    Presence at the same meeting gives no tie. Whatever a question, a plan or a condition says keeps that
    status; what is refused or denied is negated.
    """
    told = list(sentences(document, outline, recognition, resolved))
    relations = [relation for sentence in told for relation in ties(sentence.tagged, sentence.scene)]
    return Related(
        relations=(*_units(resolved), *relations),
        figures=_figures(recognition.figures, told),
        promises=tuple(promises(told, outline)),
        statuses=tuple((one.quote.span, sentence_status(one.tagged.text)) for one in told),
    )


def _figures(found: tuple[Figure, ...], told: list[Sentence]) -> tuple[Figure, ...]:
    holders = {sentence.quote.span: sentence for sentence in told}
    return tuple(
        measured(figure, holders[figure.quote]) if figure.quote in holders else figure for figure in found
    )


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
