"""What a person decides is in every answer at once, and is what making everything anew would give."""

import random
import shutil
from pathlib import Path

import pyoxigraph
import pytest

from graph.errors import SamverkanError
from graph.knowledge.store import index
from graph.knowledge.store.graphs import nquads
from graph.knowledge.store.index import PARTS, index_path
from graph.library import Library

SERIES = Path(__file__).parent / "series"


def held(place: Path) -> set[str]:
    return {f"{quad}" for quad in pyoxigraph.Store.read_only(str(place))}


def wanted(library: Library) -> set[str]:
    text = nquads(library.store, speaking_only=True)
    return {f"{quad}" for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_QUADS)}


def decide(library: Library, chance: random.Random, at: str) -> None:
    names = [str(row["name"]) for row in library.actors().rows if row["type"] in ("person", "organisation")]
    one, other = chance.sample(sorted(set(names)), 2)
    document = chance.choice(library.store.documents())
    match chance.choice(("merge", "rename", "split", "undo", "correct", "remove")):
        case "merge":
            library.merge(one, other, "x", at)
        case "rename":
            library.rename(one, f"{one} {chance.randrange(9)}", "x", at)
        case "split":
            library.split(one, document, "x", at)
        case "undo":
            library.undo(None, at)
        case "correct":
            statement = chance.choice(
                library.store.db.execute("SELECT min(line) FROM quote GROUP BY passage").fetchall()
            )
            library.make(
                library.propose("correct", "statement", document, statement[0], to={"speaker": one}),
                "x",
                at,
            )
        case _:
            if len(library.documents().rows) > 5:
                library.remove(document)


def test_the_index_after_each_of_many_decisions_is_what_it_would_be_made_from_nothing(
    tmp_path: Path,
) -> None:
    library = Library(tmp_path / "a")
    for outcome in library.read([SERIES]):
        assert outcome
    chance = random.Random(7)  # noqa: S311  # the same decisions every time
    index_path(library.store)
    done = 0
    for number in range(60):
        try:
            decide(library, chance, f"2026-01-01T00:00:00.{number:03}Z")
        except SamverkanError:
            continue
        done += 1
        assert held(index_path(library.store)) == wanted(library), number
    assert done >= 20
    before = held(index_path(library.store))
    library.rebuild()
    assert held(index_path(library.store)) == before


def test_a_decision_changes_the_index_and_does_not_make_it_from_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(tmp_path / "a")
    list(library.read([SERIES]))
    first = index_path(library.store)
    made: list[Path] = []
    monkeypatch.setattr(index, "_filled", lambda _store, place: made.append(place))
    name = str(library.actors(None, "organisation").rows[0]["name"])
    library.rename(name, "Nytt namn", "x", "2026-01-01")
    assert index_path(library.store) != first
    assert made == []


def test_an_index_whose_parts_are_gone_is_made_from_nothing(tmp_path: Path) -> None:
    library = Library(tmp_path / "a")
    list(library.read([SERIES]))
    (index_path(library.store) / PARTS).unlink()
    library.remove(library.store.documents()[0])
    assert held(index_path(library.store)) == wanted(library)
    shutil.rmtree(tmp_path / "a" / "cache")
    assert held(index_path(library.store)) == wanted(library)


def test_an_actor_is_found_by_the_name_that_a_person_gave_it(tmp_path: Path) -> None:
    library = Library(tmp_path / "a")
    list(library.read([SERIES]))
    names = [str(row["name"]) for row in library.actors(None, "organisation").rows]
    name = next(name for name in names if library.mentions(name).rows)
    before = len(library.mentions(name).rows)
    library.rename(name, "Kvarnverket", "x", "2026-01-01")
    assert len(library.mentions("Kvarnverket").rows) == len(library.mentions(name).rows) == before
    assert library.drawn(around="Kvarnverket").nodes


def test_what_was_taken_out_is_in_no_file_of_the_index(tmp_path: Path) -> None:
    library = Library(tmp_path / "a")
    list(library.read([SERIES]))
    index_path(library.store)
    library.remove(library.store.documents()[0])
    assert not (tmp_path / "a" / "cache").exists()
    assert held(index_path(library.store)) == wanted(library)
