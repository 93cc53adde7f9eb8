"""Own terms are declared in both languages, and IRIs come from content alone."""

import re
from importlib.resources import files
from itertools import chain

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from readings_made import forum, sample_part

from graph.knowledge import vocabulary
from graph.knowledge.quads.write import nquads
from graph.knowledge.vocabulary.minting import BASE, digest, document_iri, named, shared_iri, slug
from graph.knowledge.vocabulary.terms import (
    CLASSIFICATION,
    KIND_CLASSES,
    PREDICATES,
    SAM,
    concept,
    own,
)
from graph.lexicon.tables import table
from graph.model.terms import (
    SYMMETRIC,
    Attribution,
    Bound,
    Certainty,
    Detail,
    Kind,
    Predicate,
    Presence,
    Reason,
    Status,
)

TERMS = rdflib.Graph().parse(
    data=files(vocabulary).joinpath("sam.ttl").read_text(encoding="utf-8"), format="turtle"
)
CONCEPTS = [code for codes in (Status, Certainty, Attribution, Presence, Bound, Reason) for code in codes]
CLASSES = {
    *(
        row["class"]
        for name in ("organisation_heads", "project_heads", "scheme_heads")
        for row in table(name)
    ),
    *(row["class"] for name in ("event_heads", "organisations", "schemes", "events") for row in table(name)),
    *(row["kind"] for row in table("places")),
    *("municipality", "region", "county board", "county", "unit"),
}


def languages(iri: str) -> set[str | None]:
    labels = TERMS.objects(rdflib.URIRef(iri), rdflib.RDFS.label)
    return {label.language for label in labels if isinstance(label, rdflib.Literal) and str(label)}


@pytest.mark.parametrize("code", CONCEPTS)
def test_a_concept_of_the_model_is_declared_in_both_languages(code: str) -> None:
    assert languages(concept(code)) == {"sv", "en"}


@pytest.mark.parametrize("code", [*Predicate, *Detail])
def test_a_property_of_the_model_is_declared_in_both_languages(code: str) -> None:
    assert languages(own(code)) == {"sv", "en"}


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_a_class_of_the_word_lists_is_declared_in_both_languages(name: str) -> None:
    assert languages(CLASSIFICATION + slug(name)) == {"sv", "en"}


def test_every_declared_term_has_both_labels() -> None:
    subjects = {str(subject) for subject in TERMS.subjects()}
    assert {iri for iri in subjects if languages(iri) != {"sv", "en"}} == set()


def test_what_is_written_speaks_in_declared_terms_only() -> None:
    written = nquads(forum()) + nquads(sample_part())
    used = set(re.findall(rf"<({re.escape(SAM)}\w+)>", written))
    assert used
    assert {iri for iri in used if not languages(iri)} == set()


def test_what_the_shapes_speak_of_is_declared() -> None:
    shapes = files(vocabulary).joinpath("shapes.ttl").read_text(encoding="utf-8")
    used = {SAM + name for name in re.findall(r"\bsam:(\w+)", shapes)}
    assert {iri for iri in used if not languages(iri)} == set()


def test_ties_that_hold_both_ways_are_declared_so() -> None:
    both_ways = {str(term) for term in TERMS.subjects(rdflib.RDF.type, rdflib.OWL.SymmetricProperty)}
    assert {PREDICATES[iri] for iri in both_ways} == SYMMETRIC


def test_every_kind_has_a_class_of_its_own() -> None:
    assert len({KIND_CLASSES[kind] for kind in Kind}) == len(Kind)
    own_classes = [iri for iri in KIND_CLASSES.values() if iri.startswith(SAM)]
    assert all(languages(iri) for iri in own_classes)


def test_no_two_codes_of_one_set_share_a_term() -> None:
    for codes in (Status, Certainty, Attribution, Presence, Bound, Reason):
        assert len({concept(code) for code in chain(codes)}) == len(codes)


@given(st.text(), st.text(), st.text())
def test_an_iri_is_one_that_every_parser_takes(kind: str, name: str, key: str) -> None:
    iri = shared_iri(slug(kind) or "thing", name, key)
    assert re.fullmatch(rf"{re.escape(BASE)}id/[a-z0-9-]+-[0-9a-f]{{12}}", iri)
    assert iri == shared_iri(slug(kind) or "thing", name, key)


@given(st.lists(st.text(alphabet="ab", max_size=3), max_size=4), st.lists(st.text(alphabet="ab", max_size=3)))
def test_parts_are_told_apart_wherever_they_are_cut(one: list[str], other: list[str]) -> None:
    assert (digest("x", *one) == digest("x", *other)) == (one == other)


def test_names_of_other_letters_keep_their_hash() -> None:
    assert slug("Åre Östersund, ÄÖ") == "are-ostersund-ao"
    assert named("person", "Жанна", "key").startswith("person-")
    assert document_iri("1420b162a728" + "0" * 52) == f"{BASE}doc/1420b162a728"
