"""Names of one and of two (`docs/data-model.md` says how they were marked): none is joined that is two."""

from dataclasses import replace
from pathlib import Path

import pytest
from readings_made import meeting

from graph.knowledge.store.entry import entry
from graph.knowledge.store.keys import listed
from graph.knowledge.store.library import Store
from graph.model.reading import Reading
from graph.model.terms import Kind, Reason

ROOT = Path(__file__).parent.parent
PAIRS = Path(__file__).parent / "identity" / "pairs.tsv"
Pair = dict[str, str]


def pairs() -> list[Pair]:
    lines = [line for line in PAIRS.read_text("utf-8").split("\n") if line and not line.startswith("#")]
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines[1:]]


def told(title: str, name: str, kind: Kind, context: str) -> Reading:
    """A tiny document that names somebody; a person's context is the employer, a bare head's the meeting's place."""
    known = (name,) if listed(name, kind) else ()
    if kind is Kind.PERSON and context:
        there = {name: kind, context: Kind.ORGANISATION}
        works = ((name, context),)
        known = (context,) if listed(context, Kind.ORGANISATION) else ()
        return meeting(title, f"{name} från {context} var med.", there, works_for=works, listed=known)
    reading = meeting(title, f"I dag var {name} med.", {name: kind}, listed=known)
    if context:
        scoped = replace(reading.actors[0], scope=context, reason=Reason.MUNICIPALITY_OF_THE_MEETING)
        reading = replace(reading, actors=(scoped,))
    return reading


def outcome(folder: Path, pair: Pair) -> str:
    """What a library says of a pair: joined, candidate or apart."""
    store = Store(folder)
    kind = Kind(pair["kind"])
    for title, name, context in (("Ett", "name", "context"), ("Två", "other", "other_context")):
        store.commit(entry(told(title, pair[name], kind, pair[context])), path=title)
    rows = store.db.execute("SELECT shared FROM actor WHERE kind = ? ORDER BY id", (kind,)).fetchall()
    ends = [row[0] for row in rows]
    found = {tuple(row) for row in store.db.execute("SELECT first, second FROM alike")}
    store.close()
    if ends[0] == ends[1]:
        return "joined"
    return "candidate" if {(ends[0], ends[1]), (ends[1], ends[0])} & found else "apart"


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Pair, str]]:
    folder = tmp_path_factory.mktemp("pairs")
    return [(pair, outcome(folder / str(number), pair)) for number, pair in enumerate(pairs())]


def test_no_two_are_joined(outcomes: list[tuple[Pair, str]]) -> None:
    assert len(outcomes) >= 220
    wrong = [
        (pair["name"], pair["other"])
        for pair, found in outcomes
        if pair["truth"] == "different" and found == "joined"
    ]
    assert wrong == []


def figures(outcomes: list[tuple[Pair, str]], truth: str) -> tuple[int, int, int]:
    """How many pairs of a truth there are, how many are joined, how many offered as a candidate."""
    found = [result for pair, result in outcomes if pair["truth"] == truth]
    return len(found), found.count("joined"), found.count("candidate")


def test_the_page_tells_how_many_are_joined_or_offered(outcomes: list[tuple[Pair, str]]) -> None:
    same, joined, offered = figures(outcomes, "same")
    different, _, doubted = figures(outcomes, "different")
    page = " ".join((ROOT / "docs" / "data-model.md").read_text("utf-8").split())
    assert (
        f"Of {same} pairs that are one, {joined} are joined and {offered} offered as candidates"
        f" ({round(100 * (joined + offered) / same)} per cent); of {different} that are two, none is joined"
        f" and {doubted} are offered."
    ) in page


def test_half_of_the_pairs_were_not_looked_at_and_fare_as_well(outcomes: list[tuple[Pair, str]]) -> None:
    """The pairs on even lines were; the others tell what to expect."""
    shares = []
    for half in (outcomes[::2], outcomes[1::2]):
        same, joined, offered = figures(half, "same")
        shares.append((joined + offered) / same)
    assert min(shares) >= 0.79
