"""Ties between names: every rule's own examples, and the laws that hold for all of them."""

import re
from dataclasses import replace

import pytest
from sentences_told import SPEAKER, said

from graph.model.reading import Relation
from graph.model.terms import SYMMETRIC, Certainty, Kind, Predicate, Reason, Status
from graph.reading.relations.relate import relate
from graph.reading.relations.rules import Rule, rules
from graph.reading.relations.scenes import sentences
from graph.reading.relations.things import things
from graph.reading.relations.ties import by_rule


def told(*sentences: str, members: dict[str, str] | None = None) -> tuple[Relation, ...]:
    related = relate(*said(*sentences, members=members))
    names = {actor.key: actor.name for actor in related.actors}
    return tuple(
        replace(tie, subject=names.get(tie.subject, tie.subject), object=names.get(tie.object, tie.object))
        for tie in related.relations
    )


def written(relation: Relation) -> str:
    tie = f"{relation.subject} {relation.predicate.value} {relation.object}"
    return tie if relation.status is Status.ASSERTED else f"{relation.status.value} {tie}"


def either_way(tie: str) -> str:
    """A tie in the wording of the tests; a symmetric one always the same way round."""
    symmetric = re.fullmatch(r"(.*?)(\S.*) (works_with|met_with) (.+)", tie)
    if not symmetric:
        return tie
    before, one, predicate, other = symmetric.groups()
    status, one = (one.split(" ", 1)) if one.split(" ", 1)[0] in set(Status) else ("", one)
    return f"{before}{status} {' '.join(sorted((one, other)))} {predicate}"


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
    document, outline, recognition, resolved = said(*sentence.split(" ¶ "))
    actors, mentions = things(document, outline, resolved)
    known = replace(resolved, actors=(*resolved.actors, *actors), mentions=(*resolved.mentions, *mentions))
    names = {actor.key: actor.name for actor in known.actors}
    found = {
        written(replace(one.relation, subject=names[one.relation.subject], object=names[one.relation.object]))
        for told in sentences(document, outline, recognition, known)
        for one in by_rule(rule, told.known, told.scene)
    }
    assert sorted(map(either_way, found)) == sorted(map(either_way, wanted(expected)))


@pytest.mark.parametrize(
    ("rule", "sentence", "expected"), EXAMPLES, ids=[f"{r.name}: {s}" for r, s, _ in EXAMPLES]
)
def test_a_tie_is_said_once_and_never_with_itself(rule: Rule, sentence: str, expected: str) -> None:
    ties = told(*sentence.split(" ¶ "))
    ends = [
        (
            tie.predicate,
            *(sorted((tie.subject, tie.object)) if tie.predicate in SYMMETRIC else (tie.subject, tie.object)),
        )
        for tie in ties
    ]
    assert len(set(ends)) == len(ends)
    assert all(tie.subject != tie.object for tie in ties)


def test_every_rule_shows_what_it_finds() -> None:
    assert [rule.name for rule in rules() if not any(expected for _, expected in rule.examples)] == []
    assert len({rule.name for rule in rules()}) == len(rules())


NO_TIES = [
    "Närvarande var [O Alfa AB], [O Beta AB] och [U kommunen].",
    "[O Alfa AB] och [O Beta AB] växer.",
    "[H Eva Ek] från [O Alfa AB] hälsar välkommen.",
    "Vi har en god dag med [H Eva Ek].",
    "Samarbetet fungerar väl.",
    "[O Alfa AB] nämnde [P Norrbygget] i förbigående.",
    "Turismen i [L Norrdal] går bättre än i [L Sörbo].",
    "[O Alfa AB] har varslat 38 personer i [L Norrdal].",
]


@pytest.mark.parametrize("sentence", NO_TIES)
def test_being_named_together_is_no_tie(sentence: str) -> None:
    assert [written(tie) for tie in told(sentence)] == []


def test_an_elliptic_subject_is_the_speakers_own_organisation_and_inferred() -> None:
    (spoken,) = told("Vi samarbetar med [O Alfa AB].")
    (elliptic,) = told("Samarbetar med [O Alfa AB] om lokaler.")
    assert (spoken.subject, spoken.certainty, spoken.reason) == (SPEAKER, Certainty.EXPLICIT, None)
    assert (elliptic.subject, elliptic.certainty) == (SPEAKER, Certainty.INFERRED)
    assert elliptic.reason is Reason.SPEAKERS_OWN_ORGANISATION


def test_a_person_acts_for_the_organisation_that_is_known_to_be_theirs() -> None:
    (tie,) = told("[H Eva Ek] samarbetar med [O Alfa AB].", members={"Eva Ek": "Beta AB"})
    assert (tie.subject, tie.certainty) == ("Beta AB", Certainty.INFERRED)


def test_a_company_plans_the_establishment_that_bears_its_name() -> None:
    document, outline, recognition, resolved = said("Vi jobbar med [P Alfas nya fabrik].", "[O Alfa] växer.")
    ties = {written(tie) for tie in relate(document, outline, recognition, resolved).relations}
    assert ties == {"vi supports Alfas nya fabrik", "Alfa plans Alfas nya fabrik"}


def test_a_pronoun_finds_the_project_named_before_in_the_statement() -> None:
    ties = told(
        "[P Vätgasspåret] är beviljat!",
        "14,2 milj från [O Verket].",
        "[O Alfa AB] är med, [O Beta AB] tackade nej.",
    )
    assert {written(tie) for tie in ties if tie.status is Status.ASSERTED} == {
        "Verket funds Vätgasspåret",
        "Alfa AB participates_in Vätgasspåret",
    }


def test_money_stands_on_its_tie() -> None:
    document, outline, recognition, resolved = said(
        "[P Verkstan] har fått 5 mkr från [O Verket] och 2 mkr ur [S Fonden]."
    )
    ties = relate(document, outline, recognition, resolved).relations
    amounts = {tie.subject: tie.amount.of(document.text) for tie in ties if tie.amount}
    assert amounts == {"Verket": "5 mkr", "Fonden": "2 mkr"}


def test_unnamed_parties_are_ends_too() -> None:
    document, outline, recognition, resolved = said("Vi jobbar ihop med [U kommunen].")
    (tie,) = relate(document, outline, recognition, resolved).relations
    kinds = {actor.key: actor.kind for actor in resolved.actors}
    assert (tie.predicate, kinds[tie.object]) == (Predicate.WORKS_WITH, Kind.UNNAMED)


def test_the_evidence_is_the_quote_that_says_it() -> None:
    document, outline, recognition, resolved = said("Allt går bra.", "Vi samarbetar med [O Alfa AB].")
    (tie,) = relate(document, outline, recognition, resolved).relations
    assert tie.quote.of(document.text) == "Vi samarbetar med Alfa AB."


def test_an_expansion_that_only_a_verb_tells_of_has_its_owner_and_place() -> None:
    ties = {
        written(tie) for tie in told("Planen är att bygga ut i [L Alvik].", "Utbyggnaden kostar 80 milj.")
    }
    assert ties == {
        "planned vi plans utbyggnaden",
        "planned utbyggnaden located_in Alvik",
        "vi plans utbyggnaden",
    }


def test_what_is_founded_is_an_undertaking_of_whoever_founds_it() -> None:
    ties = {written(tie) for tie in told("Vi tittar på att etablera hubbar ute i länet.")}
    assert ties == {"considered vi plans hubbar ute i länet"}


def test_the_source_of_money_is_not_what_the_next_sentence_goes_on_about() -> None:
    ties = told("[P Havslyft] söker pengar ur [S Fonden].", "[O Alby kommun] går in med 1 mkr.")
    assert [tie.object for tie in ties if tie.subject == "Alby kommun"] == ["Havslyft"]
