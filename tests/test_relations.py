"""Ties between names: every rule's own examples, and the laws that hold for all of them."""

import re

import pytest

from graph.model.reading import Actor, Mention, Quote, Relation
from graph.model.terms import Kind, Status
from graph.model.text import Document, Span
from graph.reading.recognition.dates import dates
from graph.reading.recognition.figures import figures
from graph.reading.relations.rules import Rule, rules
from graph.reading.relations.tagged import LETTER, Tagged, tag
from graph.reading.relations.ties import Scene, ties

KINDS = {letter: kind for kind, letter in LETTER.items()}
NAME = re.compile(r"\[([A-Z]) ([^\]]+)\]")
SPEAKER = "vi"


def told(sentence: str) -> tuple[Tagged, Scene]:
    """A sentence with its names in brackets, as the rules see it; an actor's key is its name."""
    text, mentions = "", []
    last = 0
    for name in NAME.finditer(sentence):
        text += sentence[last : name.start()]
        if name[1] not in "MDN":
            mentions.append((Span(len(text), len(text) + len(name[2])), KINDS[name[1]], name[2]))
        text += name[2]
        last = name.end()
    text += sentence[last:]
    document = Document("t", text)
    whole = Span(0, len(text))
    quote = Quote(whole, document.reading_form(whole).text, whole)
    found = [Mention(span, key, kind, whole, "test") for span, kind, key in mentions]
    actors = {key: Actor(key, kind, key) for _, kind, key in mentions}
    actors[SPEAKER] = Actor(SPEAKER, Kind.ORGANISATION, SPEAKER)
    form = document.reading_form(whole)
    tagged = tag(quote, form, found, list(figures(document, [quote])), list(dates(document, [quote], None)))
    return tagged, Scene(actors, SPEAKER)


def written(relation: Relation) -> str:
    tie = f"{relation.subject} {relation.predicate.value} {relation.object}"
    return tie if relation.status is Status.ASSERTED else f"{relation.status.value} {tie}"


def wanted(ties_written: str) -> set[str]:
    found = set()
    for tie in filter(None, (part.strip() for part in ties_written.split(";"))):
        passive = re.fullmatch(r"(\w+ )?vi supported_by (.+)", tie)
        found.add(f"{passive[1] or ''}{passive[2]} supports vi" if passive else tie)
    return found


EXAMPLES = [(rule, sentence, expected) for rule in rules() for sentence, expected in rule.examples]


@pytest.mark.parametrize(
    ("rule", "sentence", "expected"), EXAMPLES, ids=[f"{r.name}: {s}" for r, s, _ in EXAMPLES]
)
def test_a_rule_finds_what_its_examples_say_and_no_more(rule: Rule, sentence: str, expected: str) -> None:
    tagged, scene = told(sentence)
    found = {written(tie) for tie in ties(tagged, scene) if tie.rule == rule.name}
    assert found == wanted(expected)


def test_every_rule_shows_what_it_finds() -> None:
    assert [rule.name for rule in rules() if not any(expected for _, expected in rule.examples)] == []
    assert len({rule.name for rule in rules()}) == len(rules())
