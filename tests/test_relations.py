"""Ties between names: every rule's own examples, and the laws that hold for all of them."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from sentences_told import NAME, SPEAKER, said

from graph.model.reading import Quote, Relation
from graph.model.terms import SYMMETRIC, Certainty, Kind, Predicate, Reason, Status
from graph.model.text import Document, ReadingForm, Span
from graph.reading.relations.relate import relate
from graph.reading.relations.rules import Rule, rules, rules_of, standing
from graph.reading.relations.scenes import sentences
from graph.reading.relations.tagged import Tagged
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


PAGE = Path(__file__).parents[1] / "docs" / "adding-a-relation.md"
SHOWN = [
    rule
    for block in re.findall(r"```toml\n(\[\[rule\]\].*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    for rule in rules_of(block)
]
EXAMPLES = [(rule, sentence, expected) for rule in (*rules(), *SHOWN) for sentence, expected in rule.examples]


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
        for form in rule.forms
        for one in by_rule(rule, form, told.known, told.scene)
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


def test_every_rule_shows_what_it_finds_and_what_it_leaves() -> None:
    assert [rule.name for rule in rules() if not any(expected for _, expected in rule.examples)] == []
    assert [rule.name for rule in rules() if all(expected for _, expected in rule.examples)] == []
    assert len({rule.name for rule in rules()}) == len(rules())
    assert SHOWN


def test_no_form_is_kept_from_a_text_in_which_it_stands() -> None:
    for rule, sentence, _ in EXAMPLES:
        low = Tagged(*_tagged(sentence)).low
        tried = {form.written for _, form in standing(low)}
        for form in (form for one in rules() if one.name == rule.name for form in one.forms):
            assert form.written in tried or not form.pattern.search(low), (rule.name, sentence)


def _tagged(sentence: str) -> tuple[Quote, ReadingForm, str, tuple[()], tuple[()]]:
    """A sentence with its brackets as tokens, for rules that look at the text alone."""
    text, count = "", iter(range(100))
    text = NAME.sub(lambda name: f"‹{name[1]}{next(count)}›", sentence)
    whole = Span(0, len(text))
    return Quote(whole, text, whole), Document("t", text).reading_form(whole), text, (), ()


NO_TIES = [
    "Närvarande var [O Alfa AB], [O Beta AB] och [U kommunen].",
    "[O Alfa AB] och [O Beta AB] växer.",
    "[H Eva Ek] från [O Alfa AB] hälsar välkommen.",
    "Vi har en god dag med [H Eva Ek].",
    "Samarbetet fungerar väl.",
    "[O Alfa AB] nämnde [P Norrbygget] i förbigående.",
    "Turismen i [L Norrdal] går bättre än i [L Sörbo].",
    "[O Alfa AB] har varslat 38 personer i [L Norrdal].",
    "[O Alfa AB] och [O Beta AB] höjde var för sig priset.",
    "[O Alfa AB] är större än [O Beta AB].",
    "[O Alfa AB] konkurrerar med [O Beta AB] om kunderna.",
    "[O Alfa AB] sålde sin andel i skogen till [O Beta AB].",
    "[O Alfa AB]s kunder samarbetar med [O Beta AB].",
    "Medlemmarna samarbetar med [O Beta AB].",
    "[O Alfa AB] väntar på svar från [O Beta AB].",
    "[O Alfa AB] bjöd in [O Beta AB], men de kom inte.",
    "[O Alfa AB] har fått [S Startlånet].",
    "[O Alfa AB] gav [O Beta AB] tillstånd för en brygga.",
    "Vem arrangerar [E Vårmässan]?",
    "Bygget av [P Norrbygget] drar ut på tiden.",
    "[O Alfa AB] frågar hur [P Norrbygget] finansieras.",
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
    }


def test_what_is_founded_is_an_undertaking_of_whoever_founds_it() -> None:
    ties = {written(tie) for tie in told("Vi tittar på att etablera hubbar ute i länet.")}
    assert ties == {"considered vi plans hubbar ute i länet"}


def test_the_source_of_money_is_not_what_the_next_sentence_goes_on_about() -> None:
    ties = told("[P Havslyft] söker pengar ur [S Fonden].", "[O Alby kommun] går in med 1 mkr.")
    assert [tie.object for tie in ties if tie.subject == "Alby kommun"] == ["Havslyft"]


def test_a_bare_head_is_the_one_party_that_it_fits() -> None:
    (tie,) = told("[O Kalvö kommun] söker lärare.", "Kommunen har tecknat avtal med [O Varvet AB].")
    assert written(tie) == "Kalvö kommun works_with Varvet AB"
    assert (tie.certainty, tie.reason) == (Certainty.INFERRED, Reason.LAST_NAMED_OF_ITS_KIND)


def test_a_bare_head_that_two_fit_is_nobody() -> None:
    assert (
        told("[O Kalvö Varv AB] och [O Sundby Rör AB] växer.", "Bolaget har avtal med [O Kalvö kommun].")
        == ()
    )


def test_a_project_in_the_next_sentence_is_the_one_that_was_named() -> None:
    ties = told("[P Blå kedja] är beviljat.", "I projektet deltar även [O Kalvö Varv AB].")
    assert [(written(tie), tie.certainty) for tie in ties] == [
        ("Kalvö Varv AB participates_in Blå kedja", Certainty.INFERRED)
    ]


def test_a_clause_takes_over_the_tie_of_the_one_before() -> None:
    assert {written(tie) for tie in told("[O Alfa] samarbetar med [O Beta] men inte med [O Gamma].")} == {
        "Alfa works_with Beta",
        "negated Alfa works_with Gamma",
    }
    assert {written(tie) for tie in told("[O Alfa] finansierar inte [P Lyftet], men det gör [O Beta].")} == {
        "negated Alfa funds Lyftet",
        "Beta funds Lyftet",
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "[O Alfa] har avslutat samarbetet med [O Beta].",
        "Avtalet mellan [O Alfa] och [O Beta] har sagts upp.",
        "[O Alfa] samarbetade tidigare med [O Beta], men det är slut nu.",
        "[O Alfa] har dragit sig ur samarbetet med [O Beta].",
        "[O Alfa] finansieras inte av [O Beta].",
        "[O Alfa] lämnar [P Lyftet] i vår.",
    ],
)
def test_what_has_ended_or_is_denied_is_no_plain_tie(sentence: str) -> None:
    ties = told(sentence)
    assert ties
    assert {tie.status for tie in ties} == {Status.NEGATED}


def test_a_passive_has_its_agent_and_not_the_speaker() -> None:
    ties = {written(tie) for tie in told("[P Lyftet] leds av [O Alfa] tillsammans med [O Beta].")}
    assert "Alfa works_with Beta" in ties
    assert not any("vi " in tie for tie in ties)
