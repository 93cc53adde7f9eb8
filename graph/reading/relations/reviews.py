"""Reviews: what the minutes tell became of what was promised at an earlier meeting."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.lexicon.outcomes import told_outcome
from graph.lexicon.screened import screened
from graph.model.outline import Outline
from graph.model.reading import Promise
from graph.model.terms import Kind, Outcome, Status
from graph.model.text import Span
from graph.reading.relations.scenes import Sentence

EARLIER = (
    r"(?:förra (?:mötet|gången|träffen|rådet|dialogen|tillfället)|föregående (?:möte\w*|träff\w*|protokoll\w*|"
    r"anteckning\w*)|sist(?:a mötet)?|senast(?:e mötet)|(?:möte|träff) \d+)"
)
OPENS = screened(
    rf"\b(?:listan|löften\w*|åtgärd\w*|punkter\w*|uppgifter\w*|uppföljning\w*|att-göra-lista\w*)\b[^.?!]*\b{EARLIER}"
    rf"|^\W*(?:\d+\W+)?(?:uppföljning|{EARLIER}s?)\b|\b(?:från|i|vid|på) {EARLIER}\b",
    re.IGNORECASE,
)
"""Words after which the earlier promises are gone through."""
RECALLED = re.compile(
    r"(?P<who>‹[HO]\d+›),?\s(?:du\s|ni\s|och jag\s)?(?:skulle|lovade|hade lovat|åtog sig|tog på sig)(?:\satt)?\s"
    r"(?P<what>[^.?!]+)",
    re.IGNORECASE,
)
OWN = re.compile(
    r"\b(?:jag|vi)\s(?:skulle|lovade|hade lovat|åtog (?:mig|oss))(?:\s(?:ju|då))?(?:\satt)?\s(?P<what>[^.?!]+)",
    re.IGNORECASE,
)
ASKED_FOR = re.compile(
    r"^(?:och|men|sen|sedan|så)?\s?(?P<who>‹H\d+›)[,:]\s(?P<what>(?!du\b|ni\b|vad\b|hur\b|kan\b|har\b)[^.?!]{3,90})\?$",
    re.IGNORECASE,
)
TURNS = 3
"""Statements after the question within which the one who is asked answers."""
QUIET = 4
"""Sentences without a promise after which a review is over."""


def reviews(told: list[Sentence], outline: Outline) -> Iterator[Promise]:
    """Every promise that is recalled, in reading order, with what is told of it.

    Only where the words go through what an earlier meeting left, or name that meeting: "skulle" alone is a wish.
    """
    headings = {heading.span for heading in outline.headings}
    quiet = QUIET
    for index, sentence in enumerate(told):
        if OPENS.search(sentence.tagged.text):
            quiet = 0
        elif sentence.quote.span in headings:
            quiet = QUIET
        if quiet >= QUIET or sentence.statement is None:
            continue
        recalled = _recalled(sentence)
        quiet = 0 if recalled else quiet + (not sentence.scene.spoken or not _answers(told, index))
        if recalled:
            yield _with_outcome(recalled, told, index)


def _answers(told: list[Sentence], index: int) -> bool:
    """Whether a sentence tells what became of something: the review goes on."""
    return told_outcome(told[index].tagged.plain) is not None


def _recalled(sentence: Sentence) -> Promise | None:
    text, tagged = sentence.tagged.text, sentence.tagged
    speakers = sentence.statement.speakers if sentence.statement else ()
    match = RECALLED.search(text) or ASKED_FOR.match(text)
    if match:
        who = tuple(dict.fromkeys(mention.actor for mention in tagged.mentions(match["who"])))
    else:
        match, who = OWN.search(text), speakers
    if not match or not who:
        return None
    what = re.sub(r"\s(?:till|inför) (?:idag|i dag|det här mötet|nu)$", "", tagged.written(match["what"]))
    return Promise(
        who=who,
        what=what.strip(" ,"),
        quote=sentence.quote.span,
        rule="recalled",
        organisation=_organisation(sentence, who),
        status=Status.PLANNED,
    )


def _organisation(sentence: Sentence, who: tuple[str, ...]) -> str | None:
    actor = sentence.scene.actors.get(who[0])
    if actor and actor.kind is not Kind.PERSON:
        return who[0]
    return sentence.scene.organisation_of(who[0]) if len(who) == 1 else None


def _with_outcome(promise: Promise, told: list[Sentence], index: int) -> Promise:
    found = next(_outcomes(promise, told, index), None)
    return promise if found is None else replace(promise, outcome=found[0], outcome_quote=found[1])


def _outcomes(promise: Promise, told: list[Sentence], index: int) -> Iterator[tuple[Outcome, Span]]:
    """What is said of it straight after: in the same turn, or by the one who was to do it."""
    asked = told[index].statement
    turns = 0
    last = asked
    for later in told[index + 1 :]:
        statement = later.statement
        if statement is None:
            continue  # the label of a turn
        if statement is not last:
            turns, last = turns + 1, statement
        if turns > TURNS:
            return
        if statement is asked or set(statement.speakers) & set(promise.who):
            if statement is asked and (
                RECALLED.search(later.tagged.text) or ASKED_FOR.match(later.tagged.text)
            ):
                return  # on to the next promise
            outcome = told_outcome(later.tagged.plain, promise.what)
            if outcome is not None:
                yield outcome, later.quote.span
