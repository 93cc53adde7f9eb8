"""Who is who in small minutes of other regions: names fold, namesakes do not, and what is guessed says so."""

from itertools import pairwise

import pytest

from graph.model.reading import Actor
from graph.model.resolved import Resolved
from graph.model.terms import Certainty, Kind, Reason
from graph.model.text import Document
from graph.reading.outline.choice import outline
from graph.reading.recognition.recognise import recognise
from graph.reading.resolution.naming import folded, keys, slug, unshouted
from graph.reading.resolution.resolve import resolve

HALLAND = """Minnesanteckningar näringslivsmöte Halland 3 mars 2024

▪ Region Halland, Tillväxt: Ulrika Stenmark
o Vi arbetar med Falkenbergs hamn. Det går bra för Ullared.

▪ Länsstyrelsen Göte Palmqvist och Siv Råberg
o Göte: tillsynen fortsätter hela våren i länet.
o Siv berättar att fler söker stöd. Kommunen ska svara senare.

▪ Handelskammaren Rune Aspman
o Vi gör det tillsammans med kommunen och arbetsfördelningen.

▪ Arbetsförmedlingen Tore Lindman
o Fler får arbete i Varberg. Rune frågade om unga.

▪ Kommunerna:
o Hylte, Kajsa Moberg: Kommunen bygger en ny väg. Ekmans Tråds nya fabrik är klar.
"""


def resolved(text: str) -> Resolved:
    document = Document("minutes.txt", text)
    structure = outline(document)
    return resolve(document, structure, recognise(document, structure))


@pytest.fixture(scope="module")
def halland() -> Resolved:
    return resolved(HALLAND)


def named(result: Resolved, name: str) -> Actor:
    """The only actor of a name."""
    [actor] = [actor for actor in result.actors if actor.name == name]
    return actor


def test_keys_are_unique_made_of_content_and_the_same_each_time(halland: Resolved) -> None:
    assert len({actor.key for actor in halland.actors}) == len(halland.actors)
    assert resolved(HALLAND) == halland
    assert (
        named(halland, "Ulrika Stenmark").key
        == named(resolved("Rad ett.\n\n" + HALLAND), "Ulrika Stenmark").key
    )


def test_everything_points_at_an_actor(halland: Resolved) -> None:
    known = {actor.key for actor in halland.actors}
    assert {mention.actor for mention in halland.mentions} <= known
    assert {key for statement in halland.statements for key in statement.speakers} <= known
    assert {key for one in halland.memberships for key in (one.person, one.organisation)} <= known
    assert {one.of for one in halland.candidates} | {c.actor for c in halland.candidates if c.actor} <= known
    assert {actor.part_of for actor in halland.actors if actor.part_of} <= known
    assert halland.region in known


def test_the_county_board_is_that_of_the_county_the_title_names(halland: Resolved) -> None:
    board = named(halland, "Länsstyrelsen i Hallands län")
    assert (board.certainty, board.reason) == (Certainty.INFERRED, Reason.COUNTY_OF_THE_MEETING)
    assert board.names == ("Länsstyrelsen",)


def test_without_a_county_the_bare_head_stays_as_written() -> None:
    result = resolved(
        "Anteckningar möte 3 mars 2024\n\n▪ Länsstyrelsen Göte Palmqvist\no Vi fortsätter med tillsyn.\n"
    )
    assert named(result, "Länsstyrelsen").certainty is Certainty.EXPLICIT
    assert result.region is None


def test_the_chamber_of_the_county_is_only_a_candidate(halland: Resolved) -> None:
    chamber = named(halland, "Handelskammaren")
    assert [(c.name, c.reason) for c in halland.candidates if c.of == chamber.key] == [
        ("Västsvenska Handelskammaren", Reason.COUNTY_OF_THE_MEETING)
    ]


def test_a_unit_is_part_of_the_region_that_its_name_begins_with(halland: Resolved) -> None:
    unit = named(halland, "Region Halland, Tillväxt")
    assert unit.part_of == named(halland, "Region Halland").key
    assert unit.names == ("Region Halland, Tillväxt",)


def test_a_place_that_reports_is_its_municipality(halland: Resolved) -> None:
    hylte = named(halland, "Hylte kommun")
    assert hylte.kind is Kind.ORGANISATION
    assert hylte.reason is Reason.PLACE_STANDS_FOR_MUNICIPALITY
    assert hylte.names == ("Hylte",)


def test_given_names_are_the_persons_of_their_section_or_of_the_meeting(halland: Resolved) -> None:
    assert named(halland, "Göte Palmqvist").names == ("Göte Palmqvist", "Göte")
    assert named(halland, "Rune Aspman").names == ("Rune Aspman", "Rune")


def test_unnamed_parties_have_candidates_with_reasons(halland: Resolved) -> None:
    parties = {actor.key: actor for actor in halland.actors if actor.kind is Kind.UNNAMED}
    found = {(parties[c.of].name, c.name, c.reason) for c in halland.candidates if c.of in parties}
    assert ("kommunen", "Hylte kommun", Reason.ONLY_MUNICIPALITY_THAT_REPORTS) in found
    assert ("Kommunen", "Hylte kommun", Reason.SPEAKERS_OWN_ORGANISATION) in found
    assert ("arbetsfördelningen", "Arbetsförmedlingen", Reason.NEAR_SPELLING) in found


def test_one_given_name_of_two_persons_is_neither() -> None:
    result = resolved(
        "Möte 3 mars 2024\n\n▪ Almi, Karin Borg\no Vi lånar ut.\n\n▪ Visita, Karin Ahl\no Fler gäster.\n\n"
        "▪ Skogsstyrelsen, Tage Brand\no Karin svarar på det senare.\n"
    )
    alone = named(result, "Karin")
    assert {c.name for c in result.candidates if c.of == alone.key} == {"Karin Borg", "Karin Ahl"}


def test_a_name_one_letter_apart_is_a_candidate_and_no_merger() -> None:
    result = resolved(
        "Möte 3 mars 2024\n\n▪ Almi, Stefan Fredriksson\no Vi lånar ut mer.\n\n▪ Visita, Tage Brand\n"
        "o Vi tackar landshövding Stefan Fredrikson för besöket.\n"
    )
    near = named(result, "Stefan Fredrikson")
    assert [(c.name, c.reason) for c in result.candidates if c.of == near.key] == [
        ("Stefan Fredriksson", Reason.NEAR_SPELLING)
    ]


def test_prose_gives_roles() -> None:
    result = resolved("Möte 3 mars 2024\n\nDet blir bra, säger Ebba Lindkvist, vd Hjortberga Plåt.\n")
    [membership] = result.memberships
    assert membership.role == "vd"
    assert membership.organisation == named(result, "Hjortberga Plåt").key


def test_statements_follow_the_turns(halland: Resolved) -> None:
    spans = [statement.span for statement in halland.statements]
    assert all(earlier.end <= later.start for earlier, later in pairwise(spans))
    [first, *_] = halland.statements
    assert first.speakers == (named(halland, "Ulrika Stenmark").key,)
    assert first.organisation == named(halland, "Region Halland, Tillväxt").key


def test_spellings_meet_and_kinds_do_not() -> None:
    assert folded("Hjortberga Plåt AB", Kind.ORGANISATION) == folded("HJORTBERGA PLÅT", Kind.ORGANISATION)
    assert folded("Skog & Trä", Kind.ORGANISATION) == folded("Skog och Trä", Kind.ORGANISATION)
    assert unshouted("ANNA VON BERG") == "Anna von Berg"
    assert unshouted("SKR") == "SKR"
    assert slug("Åre kommun") == "are-kommun"
    minted = keys([(Kind.PLACE, "åre", ""), (Kind.ORGANISATION, "åre", ""), (Kind.PLACE, "åre", "x")])
    assert len(set(minted.values())) == 3
