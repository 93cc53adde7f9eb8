"""Which county or municipality a document is about, if its words say so."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from graph.lexicon.gazetteer import (
    County,
    Municipality,
    counties,
    county_by_form,
    municipalities,
    municipality_by_short_name,
)
from graph.model.recognition import Found
from graph.model.terms import Kind

TITLE = 6  # what a name in the title or a heading weighs against one in running text
HEADING = 3
ENOUGH = 3
DIFFERENT = 3  # names that point at the county where the title does not
AHEAD = 2  # how many times the runner-up's weight


@dataclass(frozen=True, slots=True)
class Setting:
    """The county that the document is about, and its municipality where one alone reports."""

    county: County | None
    municipality: Municipality | None = None


def setting(found: Iterable[Found], title_end: int, headings: Iterable[tuple[int, int]]) -> Setting:
    """The county that outweighs all others among the names; None where several, or none, are named."""
    spans = tuple(headings)
    weights: Counter[str] = Counter()
    reporting: Counter[str] = Counter()
    pointing: dict[str, set[str]] = {}
    entitled: set[str] = set()
    for name in found:
        in_heading = any(start <= name.span.start < end for start, end in spans)
        weight = TITLE if name.span.start < title_end else HEADING if in_heading else 1
        for county, sure in _counties(name):
            weights[county] += weight * (2 if sure else 1)
            pointing.setdefault(county, set()).add((name.canonical or name.name).casefold())
            if weight == TITLE:
                entitled.add(county)
        if name.kind is Kind.ORGANISATION and name.classification == "municipality" and in_heading:
            reporting[name.canonical or name.name] += 1
    municipality = None
    if len(reporting) == 1:
        municipality = _municipalities().get(next(iter(reporting)).casefold())
    ranked = weights.most_common(2)
    if not ranked or ranked[0][1] < ENOUGH:
        return Setting(None, municipality)
    if ranked[0][0] not in entitled and len(pointing[ranked[0][0]]) < DIFFERENT:
        return Setting(None, municipality)
    if len(ranked) > 1 and ranked[0][1] < AHEAD * ranked[1][1]:
        return Setting(None, municipality)
    return Setting(_by_name()[ranked[0][0]], municipality)


@cache
def _by_name() -> dict[str, County]:
    return {county.name: county for county in counties()}


@cache
def _authorities() -> dict[str, County]:
    """Counties by the names of their region and their administrative board."""
    return {
        authority.name.casefold(): county
        for county in counties()
        for authority in (county.region, county.board)
    }


@cache
def _municipalities() -> dict[str, Municipality]:
    return {municipality.entry.name.casefold(): municipality for municipality in municipalities()}


def _counties(found: Found) -> list[tuple[str, bool]]:
    """The counties that a name points at, and whether it is the county or its authority itself."""
    name = " ".join(found.name.split()).casefold()
    canonical = (found.canonical or "").casefold()
    if found.kind is Kind.ORGANISATION:
        if canonical in _authorities():
            return [(_authorities()[canonical].name, True)]
        municipality = _municipalities().get(canonical)
        return [(municipality.county, False)] if municipality else []
    if found.kind is not Kind.PLACE:
        return []
    if name in county_by_form():
        return [(county_by_form()[name].name, True)]
    town = municipality_by_short_name().get(name)
    return [(town.county, False)] if town else []
