"""The network of a library: who is tied to whom and by which words, and what is left out of it."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from readings_made import SAMPLE, forum, meeting, sample_part

from graph.knowledge.query.projection import network
from graph.knowledge.store.entry import entry
from graph.knowledge.store.library import Store
from graph.model.network import Network
from graph.model.terms import Kind, Status
from graph.reading.pipeline import read_bytes

TWO = {"Almi": Kind.ORGANISATION, "Tillväxtverket": Kind.ORGANISATION}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    held = Store(tmp_path_factory.mktemp("library"))
    pair = (("Tillväxtverket", "Almi"),)
    again = meeting(
        "Maj",
        "Almi samarbetar med Tillväxtverket.",
        TWO,
        works_with=pair,
        listed=tuple(TWO),
        date=datetime.date(2024, 5, 2),
    )
    refused = meeting(
        "Juni",
        "Almi går inte ihop med Norrsken Kraft AB.",
        {"Almi": Kind.ORGANISATION, "Norrsken Kraft AB": Kind.ORGANISATION},
        works_with=(("Almi", "Norrsken Kraft AB"),),
        listed=("Almi",),
        date=datetime.date(2024, 6, 2),
        status=Status.NEGATED,
    )
    for reading in (sample_part(), forum(), again, refused):
        held.commit(entry(reading), path=reading.document.name)
    yield held
    held.close()


def ties(drawn: Network) -> set[tuple[str, str, str]]:
    names = {node.iri: node.name for node in drawn.nodes}
    return {(names[edge.source], edge.predicate, names[edge.target]) for edge in drawn.edges}


def test_stated_ties_and_roles_are_drawn_with_their_words(store: Store) -> None:
    drawn = network(store.db)
    assert ties(drawn) == {
        ("Stefan Fredriksson", "represents", "IUC"),
        ("IUC", "supports", "Synsams etablering"),
        ("IUC", "works_with", "kommunen"),
        ("Anna Öberg", "represents", "Almi"),
        ("Per Ek", "represents", "Tillväxtverket"),
        ("Almi", "offers", "Tillväxtlånet"),
        ("Almi", "works_with", "Tillväxtverket"),
    }
    for keys in [node.evidence for node in drawn.nodes] + [edge.evidence for edge in drawn.edges]:
        assert keys
        assert set(keys) <= set(drawn.evidence)
    for edge in drawn.edges:
        assert edge.symmetric == (edge.predicate == "works_with")
        assert not edge.computed


def test_one_tie_of_two_meetings_is_one_edge(store: Store) -> None:
    (edge,) = (edge for edge in network(store.db, relations=["works_with"]).edges if edge.meetings == 2)
    drawn = network(store.db)
    quotes = [
        drawn.evidence[key].quote for found in drawn.edges if found.meetings == 2 for key in found.evidence
    ]
    assert quotes == [
        "Almi samarbetar med Tillväxtverket om Tillväxtlånet.",
        "Almi samarbetar med Tillväxtverket.",
    ]
    assert edge.certainty == "explicit"


def test_a_negated_tie_is_never_drawn(store: Store) -> None:
    for computed in (False, True):
        assert all(edge.status != "negated" for edge in network(store.db, computed=computed).edges)
    assert network(store.db, status=["negated"]).edges == ()


def test_a_party_without_a_name_is_a_node_with_candidates(store: Store) -> None:
    (node,) = (node for node in network(store.db).nodes if node.kind == "unnamed")
    assert (node.name, node.candidates) == (
        "kommunen",
        (("Östersunds kommun", "only_municipality_that_reports"),),
    )


def test_without_persons_no_person_and_no_role(store: Store) -> None:
    drawn = network(store.db, persons=False)
    assert "person" not in {node.kind for node in drawn.nodes}
    assert "represents" not in {edge.predicate for edge in drawn.edges}


def test_computed_ties_only_when_asked_for_and_apart(store: Store) -> None:
    weaker = [edge for edge in network(store.db, computed=True).edges if edge.computed]
    assert {edge.predicate for edge in weaker} == {"same_statement", "spoke_about"}
    assert {edge.certainty for edge in weaker} == {"inferred"}


def test_around_somebody_are_those_within_so_many_steps(store: Store) -> None:
    near = network(store.db, around="Tillväxtlånet")
    assert {node.name for node in near.nodes} == {"Tillväxtlånet", "Almi"}
    wider = network(store.db, around="Tillväxtlånet", steps=2)
    assert {node.name for node in wider.nodes} == {"Tillväxtlånet", "Almi", "Anna Öberg", "Tillväxtverket"}
    assert network(store.db, around="Ingen alls").nodes == ()


@pytest.mark.parametrize("name", ["Almi", "IUC", "Per Ek", "kommunen"])
@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_what_lies_around_is_a_part_of_the_whole(name: str, steps: int, store: Store) -> None:
    whole, part = network(store.db), network(store.db, around=name, steps=steps)
    inside = {node.iri for node in part.nodes}
    assert inside <= {node.iri for node in whole.nodes}
    bare = [(edge.source, edge.predicate, edge.target, edge.meetings) for edge in whole.edges]
    assert [(edge.source, edge.predicate, edge.target, edge.meetings) for edge in part.edges] == [
        edge for edge in bare if edge[0] in inside and edge[2] in inside
    ]


def test_filters_keep_what_they_name(store: Store) -> None:
    assert {edge.predicate for edge in network(store.db, relations=["supports"]).edges} == {"supports"}
    kinds = {node.kind for node in network(store.db, types=["organisation", "scheme"]).nodes}
    assert kinds == {"organisation", "scheme"}
    later = network(store.db, since="2024-05")
    assert [document[2] for document in later.documents] == ["2024-05-02", "2024-06-02"]
    assert ties(later) == {("Tillväxtverket", "works_with", "Almi")}


def test_the_same_library_gives_the_same_network_in_any_order_of_reading(tmp_path: Path) -> None:
    made = [sample_part(), forum(), meeting("Träff", "Almi samarbetar med Tillväxtverket.", TWO)]
    drawn = []
    for number, readings in enumerate((made, made[::-1])):
        held = Store(tmp_path / str(number))
        for reading in readings:
            held.commit(entry(reading), path=reading.document.name)
        drawn.append(network(held.db, computed=True, title="Nät"))
        held.close()
    assert drawn[0] == drawn[1]
    assert repr(drawn[0]) == repr(drawn[1])


def test_the_sample_draws_who_works_together(tmp_path: Path) -> None:
    held = Store(tmp_path)
    held.commit(entry(read_bytes(SAMPLE.name, SAMPLE.read_bytes())), path=SAMPLE.name)
    drawn = network(held.db)
    found = ties(drawn)
    assert ("IUC", "supports", "Woolpowers nya fabrik") in found
    assert ("Stefan Fredriksson", "represents", "IUC") in found
    assert len({node.iri for node in drawn.nodes}) == len(drawn.nodes)
    assert "link" not in {node.kind for node in drawn.nodes}
    held.close()
