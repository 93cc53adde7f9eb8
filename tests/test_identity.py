"""Which actors of different documents are one, by the data model's rules; what is not sure stays apart."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings_made import meeting, sample_part

from graph.knowledge.store.distinctive import distinctive, folded
from graph.knowledge.store.entry import entry
from graph.knowledge.store.graphs import identity
from graph.knowledge.store.library import Store
from graph.model.reading import Reading
from graph.model.terms import Certainty, Kind, Reason

ORG, PERSON, PROJECT, EVENT, SCHEME = Kind.ORGANISATION, Kind.PERSON, Kind.PROJECT, Kind.EVENT, Kind.SCHEME


def library(folder: Path, *readings: Reading) -> Store:
    store = Store(folder)
    for reading in readings:
        store.commit(entry(reading), path=reading.document.name)
    return store


def denoted(store: Store, name: str) -> list[str]:
    """The IRIs of the shared actors that documents' actors of a name denote, one each."""
    rows = store.db.execute(
        "SELECT s.iri FROM actor a JOIN shared s ON s.id = a.shared WHERE a.name = ? ORDER BY s.iri", (name,)
    )
    return [row[0] for row in rows]


def conjectures(store: Store) -> set[tuple[str, str, str]]:
    rows = store.db.execute(
        "SELECT a.name, b.name, l.reason FROM alike l"
        " JOIN shared a ON a.id = l.first JOIN shared b ON b.id = l.second"
    )
    return {(*sorted((row[0], row[1])), row[2]) for row in rows}


def ground(store: Store, name: str) -> set[tuple[str | None, str | None]]:
    rows = store.db.execute("SELECT ground, ground_certainty FROM actor WHERE name = ?", (name,))
    return {(row[0], row[1]) for row in rows}


def five(name: str, kind: Kind) -> list[Reading]:
    return [meeting(f"Möte {number}", f"{name} var med.", {name: kind}) for number in range(5)]


def test_a_bare_head_in_five_documents_is_five(tmp_path: Path) -> None:
    store = library(tmp_path, *five("Länsstyrelsen", ORG))
    assert len(set(denoted(store, "Länsstyrelsen"))) == 5
    assert ground(store, "Länsstyrelsen") == {(None, None)}
    assert conjectures(store) == set()


def test_a_listed_name_with_one_bearer_in_five_documents_is_one(tmp_path: Path) -> None:
    store = library(tmp_path, *five("Tillväxtverket", ORG))
    assert len(set(denoted(store, "Tillväxtverket"))) == 1
    assert ground(store, "Tillväxtverket") == {(Reason.LISTED_NAME, Certainty.EXPLICIT)}


def test_two_written_forms_of_a_listed_name_are_one(tmp_path: Path) -> None:
    store = library(
        tmp_path,
        meeting("A", "Arbetsförmedlingen var med.", {"Arbetsförmedlingen": ORG}),
        meeting("B", "ARBETSFÖRMEDLINGEN var med.", {"ARBETSFÖRMEDLINGEN": ORG}),
    )
    assert denoted(store, "Arbetsförmedlingen") == denoted(store, "ARBETSFÖRMEDLINGEN")


def test_a_distinctive_name_is_one_only_with_the_same_kind(tmp_path: Path) -> None:
    store = library(
        tmp_path,
        meeting("A", "Mälarbotix växer.", {"Mälarbotix": ORG}),
        meeting("B", "Mälarbotix växer mer.", {"Mälarbotix": ORG}),
        meeting("C", "Mälarbotix är klart.", {"Mälarbotix": PROJECT}),
    )
    assert len(denoted(store, "Mälarbotix")) == 3
    assert len(set(denoted(store, "Mälarbotix"))) == 2


def test_a_head_whose_county_the_document_tells_is_one_with_the_full_name(tmp_path: Path) -> None:
    full = "Länsstyrelsen i Örebro län"
    told = meeting("A", "Länsstyrelsen bjuder in.", {"Länsstyrelsen": ORG})
    county = replace(
        told.actors[0],
        name=full,
        names=("Länsstyrelsen",),
        scope="Örebro län",
        certainty=Certainty.INFERRED,
        reason=Reason.COUNTY_OF_THE_MEETING,
    )
    store = library(tmp_path, replace(told, actors=(county,)), meeting("B", f"{full} svarar.", {full: ORG}))
    assert len(set(denoted(store, full))) == 1


def test_what_the_county_of_the_meeting_tells_is_inferred_and_says_why(tmp_path: Path) -> None:
    told = meeting("A", "Lottnämnden bjuder in.", {"Lottnämnden": ORG})
    scoped = replace(
        told.actors[0], scope="Örebro län", certainty=Certainty.INFERRED, reason=Reason.COUNTY_OF_THE_MEETING
    )
    store = library(tmp_path, replace(told, actors=(scoped,)))
    assert ground(store, "Lottnämnden") == {(Reason.COUNTY_OF_THE_MEETING, Certainty.INFERRED)}
    (line,) = (line for line in identity(store.db) if "CountyOfTheMeeting" in line)
    assert "#identification-" in line


def test_units_of_one_name_belong_to_their_own_organisations(tmp_path: Path) -> None:
    def unit(name: str, owner: str) -> Reading:
        made = meeting(name, f"Tillväxtenheten, {owner}.", {"Tillväxtenheten": ORG, owner: ORG})
        first, second = made.actors
        return replace(made, actors=(replace(first, part_of=owner), second))

    store = library(
        tmp_path,
        unit("A", "Region Halland"),
        unit("B", "Region Halland"),
        unit("C", "Region Gotland"),
    )
    assert len(set(denoted(store, "Tillväxtenheten"))) == 2
    assert conjectures(store) == set()


def spoken(name: str, person: str, *employers: str) -> Reading:
    return meeting(
        name,
        f"{person} talar för {' och '.join(employers)}." if employers else f"{person} talar.",
        {person: PERSON, **dict.fromkeys(employers, ORG)},
        works_for=tuple((person, employer) for employer in employers),
    )


def test_a_person_is_one_by_full_name_and_organisation_together(tmp_path: Path) -> None:
    store = library(
        tmp_path,
        spoken("A", "Lena Ask", "Torsta"),
        spoken("B", "Lena Ask", "Torsta"),
        spoken("C", "Lena Ask", "Mälarbotix"),
        spoken("D", "Lena Ask"),
    )
    assert len(set(denoted(store, "Lena Ask"))) == 3
    assert (Reason.SAME_PERSON_SAME_ORGANISATION, Certainty.EXPLICIT) in ground(store, "Lena Ask")
    assert conjectures(store) == {
        ("Lena Ask", "Lena Ask", Reason.SAME_NAME_OTHER_ORGANISATION),
        ("Lena Ask", "Lena Ask", Reason.SAME_NAME),
    }


def test_a_document_that_names_both_organisations_joins_the_two(tmp_path: Path) -> None:
    store = library(tmp_path, spoken("A", "Lena Ask", "Torsta"), spoken("B", "Lena Ask", "Mälarbotix"))
    assert len(set(denoted(store, "Lena Ask"))) == 2
    both = spoken("C", "Lena Ask", "Torsta", "Mälarbotix")
    store.commit(entry(both), path="C.txt")
    assert len(set(denoted(store, "Lena Ask"))) == 1
    assert conjectures(store) == set()
    store.remove(both.document.sha256)
    assert len(set(denoted(store, "Lena Ask"))) == 2
    assert conjectures(store) == {("Lena Ask", "Lena Ask", Reason.SAME_NAME_OTHER_ORGANISATION)}


def test_a_person_of_an_unsure_organisation_is_not_joined_by_it(tmp_path: Path) -> None:
    store = library(
        tmp_path, spoken("A", "Lena Ask", "Länsstyrelsen"), spoken("B", "Lena Ask", "Länsstyrelsen")
    )
    assert len(set(denoted(store, "Lena Ask"))) == 2
    assert conjectures(store) == {("Lena Ask", "Lena Ask", Reason.SAME_NAME)}


def test_a_given_name_alone_joins_nobody(tmp_path: Path) -> None:
    store = library(tmp_path, spoken("A", "Emma", "Torsta"), spoken("B", "Emma", "Torsta"))
    assert len(set(denoted(store, "Emma"))) == 2
    assert conjectures(store) == set()


def test_a_near_spelling_is_a_candidate_and_never_one(tmp_path: Path) -> None:
    store = library(
        tmp_path,
        spoken("A", "Fredric Kilander", "Torsta"),
        spoken("B", "Fredrik Kilander", "Torsta"),
        meeting("C", "Mälarbotix och Mälarbotiks.", {"Mälarbotix": ORG, "Mälarbotiks": ORG}),
    )
    assert len({*denoted(store, "Fredric Kilander"), *denoted(store, "Fredrik Kilander")}) == 2
    assert conjectures(store) == {("Fredric Kilander", "Fredrik Kilander", Reason.NEAR_SPELLING)}


def test_names_that_differ_in_a_number_are_not_near(tmp_path: Path) -> None:
    one, other = "Projekt Norrsken 7", "Projekt Norrsken 8"
    store = library(tmp_path, meeting("A", f"{one} och {other}.", {one: PROJECT, other: PROJECT}))
    assert conjectures(store) == set()


def test_an_unnamed_party_is_never_joined(tmp_path: Path) -> None:
    store = library(
        tmp_path, *(meeting(f"M{n}", "kommunen var med.", {"kommunen": Kind.UNNAMED}) for n in range(3))
    )
    assert denoted(store, "kommunen") == []


def test_a_candidate_points_at_the_shared_actor_once_some_document_names_it(tmp_path: Path) -> None:
    store = library(tmp_path, sample_part())
    assert not any("#candidate-" in line and "#denotes>" in line for line in identity(store.db))
    town = meeting("T", "Östersunds kommun var med.", {"Östersunds kommun": ORG})
    store.commit(entry(town), path="T.txt")
    (line,) = (line for line in identity(store.db) if "#candidate-" in line and "#denotes>" in line)
    assert "id/organisation-ostersunds-kommun-" in line


def test_a_described_thing_without_a_name_stays_in_its_document(tmp_path: Path) -> None:
    readings = [meeting(f"M{n}", "Norra Projektet var med.", {"Norra Projektet": PROJECT}) for n in range(2)]
    described = [replace(r, actors=(replace(r.actors[0], description=True),)) for r in readings]
    assert len(set(denoted(library(tmp_path, *described), "Norra Projektet"))) == 2


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("IUC", ORG),
        ("Woolpowers nya fabrik", PROJECT),
        ("Torsta", ORG),
        ("Näringslivskontoret i Luleå", ORG),
        ("Glasriket Turism AB", ORG),
        ("Umeågalan", EVENT),
        ("Peak Innovation", ORG),
        ("https://www.exempel.example/a", Kind.LINK),
    ],
)
def test_a_name_of_its_own_is_distinctive(name: str, kind: Kind) -> None:
    assert distinctive(name, kind)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Länsstyrelsen", ORG),
        ("Handelskammaren", ORG),
        ("Näringslivskontoret", ORG),
        ("Byggnadsnämnden", ORG),
        ("Bolaget AB", ORG),
        ("Regional utveckling", ORG),
        ("företagens dag", EVENT),
        ("Landsbygdens dag", EVENT),
        ("det nya stödet", SCHEME),
        ("", ORG),
        ("– …", ORG),
    ],
)
def test_a_name_of_general_words_is_not(name: str, kind: Kind) -> None:
    assert not distinctive(name, kind)


def test_a_legal_form_is_no_part_of_what_is_compared() -> None:
    assert folded("Eksta  Bostads AB") == folded("EKSTA BOSTADS") == "eksta bostads"
    assert folded("AB") == "ab"


@given(st.text(), st.sampled_from(sorted(Kind)))
def test_folding_twice_is_folding_once(name: str, kind: Kind) -> None:
    assert folded(folded(name)) == folded(name)
    distinctive(name, kind)  # takes any text


PEOPLE = ["Lena Ask", "Lena Asp", "Emma", "Per Ek"]
EMPLOYERS = ["Torsta", "Mälarbotix", "Länsstyrelsen", "Tillväxtverket"]
SPOKEN = st.tuples(
    st.sampled_from(PEOPLE), st.lists(st.sampled_from(EMPLOYERS), unique=True, max_size=3), st.integers(0, 9)
)


@settings(max_examples=25, deadline=None)
@given(said=st.lists(SPOKEN, min_size=1, max_size=6, unique_by=repr), data=st.data())
def test_identity_depends_on_the_documents_alone(
    said: list[tuple[str, list[str], int]], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    readings = [
        replace(
            spoken(f"M{number}", person, *employers),
            meeting=replace(spoken("x", person).meeting, date=datetime.date(2024, 1, 1 + day)),
        )
        for number, (person, employers, day) in enumerate(said)
    ]
    order = data.draw(st.permutations(readings))
    dropped = data.draw(st.sampled_from(readings))
    straight = library(tmp_path_factory.mktemp("s"), *readings)
    other = library(tmp_path_factory.mktemp("o"), *order)
    other.remove(dropped.document.sha256)
    other.commit(entry(dropped), path=dropped.document.name)
    assert identity(other.db) == identity(straight.db)
    assert conjectures(other) == conjectures(straight)
