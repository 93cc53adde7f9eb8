"""Who represents whom in short passages that list, introduce and elect people in many ways."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.model.reading import Reading
from graph.model.terms import Presence
from graph.reading.pipeline import read_bytes

FOLDER = Path(__file__).parent / "attendance"
PRECISION = 0.9
RECALL = 0.85
"""What must hold on the passages that were kept aside while the rules were written."""

Pair = tuple[str, str]


@dataclass(frozen=True)
class Passage:
    """A text with the pairs that it states; `optional` ones may be found, `away` are those not there."""

    name: str
    text: str
    pairs: frozenset[Pair]
    optional: frozenset[Pair]
    away: frozenset[str]


def passages(file: str) -> tuple[Passage, ...]:
    told = tomllib.loads((FOLDER / file).read_text(encoding="utf-8"))["passage"]
    return tuple(
        Passage(
            one["name"],
            one["text"].lstrip("\n"),
            frozenset((person, organisation) for person, organisation in one["pairs"]),
            frozenset((person, organisation) for person, organisation in one.get("optional", ())),
            frozenset(one.get("away", ())),
        )
        for one in told
    )


def folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def names(reading: Reading) -> dict[str, frozenset[str]]:
    """Every name of each actor, folded."""
    return {actor.key: frozenset(map(folded, (actor.name, *actor.names))) for actor in reading.actors}


def compared(passage: Passage) -> tuple[set[Pair], set[Pair], set[Pair]]:
    """The pairs that are found, those that are missed, and those that nobody stated."""
    reading = read_bytes("passage.txt", passage.text.encode())
    known = names(reading)
    given = {(one.person, one.organisation) for one in reading.memberships}

    def stated(pair: Pair) -> set[Pair]:
        person, organisation = map(folded, pair)
        return {(a, b) for a, b in given if person in known[a] and organisation in known[b]}

    found = {pair for pair in passage.pairs if stated(pair)}
    right = set().union(*map(stated, passage.pairs | passage.optional))
    wrong = {(min(known[a]), min(known[b])) for a, b in given - right}
    return found, set(passage.pairs - found), wrong


@pytest.mark.parametrize("passage", passages("read.toml"), ids=lambda passage: passage.name)
def test_each_person_gets_the_organisation_that_the_passage_gives_them(passage: Passage) -> None:
    _, missed, wrong = compared(passage)
    assert missed == set()
    assert wrong == set()


@pytest.mark.parametrize("passage", passages("read.toml"), ids=lambda passage: passage.name)
def test_who_sent_their_apologies_was_not_there(passage: Passage) -> None:
    reading = read_bytes("passage.txt", passage.text.encode())
    known = names(reading)
    away = {
        name
        for one in reading.attendance
        if one.presence in (Presence.ABSENT, Presence.DECLINED)
        for name in known[one.actor]
    }
    assert set(map(folded, passage.away)) <= away


def test_passages_that_no_rule_was_written_for_are_read_nearly_as_well() -> None:
    results = [compared(passage) for passage in passages("kept.toml")]
    found, missed, wrong = (sum(len(result[part]) for result in results) for part in range(3))
    assert found / (found + wrong) >= PRECISION
    assert found / (found + missed) >= RECALL


def test_a_given_name_s_initial_with_the_surname_is_the_participant() -> None:
    text = "Närvarande: Gustav Hallin (Orust kommun)\n\nGustav Hallin berättar om bron.\n\nVid pennan: G. Hallin\n"
    reading = read_bytes("notes.txt", text.encode())
    assert [actor.name for actor in reading.actors if "Hallin" in actor.name] == ["Gustav Hallin"]


def test_a_name_broken_over_two_lines_of_a_column_is_one() -> None:
    text = (
        "Nästa träff\nVi ses den 4 maj i Tierp. Ämnet\nblir elnätet i norra länet, gäst är Rolf\n"
        "Tiderman från Vattenfall.\nVälkomna allihop till oss då!\n"
    )
    reading = read_bytes("notes.txt", text.encode())
    assert "Rolf Tiderman" in [actor.name for actor in reading.actors]


def test_the_signature_of_a_letter_is_nobody_s_statement() -> None:
    text = "Från: Agnes Roslund\n\nHej!\n\nNy utlysning öppnar i maj.\n\n--\nAgnes Roslund\nLots, Region Sörmland\n"
    reading = read_bytes("letter.txt", text.encode())
    assert not any("Region Sörmland" in statement.text for statement in reading.statements)
