"""Organisations, places, schemes and events that are known beforehand, by every form of their name."""

from dataclasses import dataclass
from functools import cache

from graph.lexicon.tables import parts, table
from graph.model.terms import Kind


@dataclass(frozen=True, slots=True)
class Entry:
    """One known organisation or place.

    `counties` are short county names ("Jämtland"), empty where it is national. `ordinary` says that the
    lower-case form is a word, so the name alone proves little.
    """

    name: str
    kind: Kind
    classification: str
    forms: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    ordinary: bool = False


@dataclass(frozen=True, slots=True)
class County:
    """A county with its region and its administrative board. `name` "Jämtlands län", `short` "Jämtland"."""

    name: str
    short: str
    seat: str
    region: Entry
    board: Entry


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality: `entry` is the authority, `short` the bare name, `county` the county's full name."""

    entry: Entry
    short: str
    county: str


@cache
def counties() -> tuple[County, ...]:
    """The 21 counties."""
    return tuple(
        County(
            row["name"],
            row["short"],
            row["seat"],
            _authority(row["region"], row["region_forms"], "region", row["short"]),
            _authority(row["board"], row["board_forms"], "county board", row["short"]),
        )
        for row in table("counties")
    )


@cache
def municipalities() -> tuple[Municipality, ...]:
    """The 290 municipalities."""
    short_names = {county.name: county.short for county in counties()}
    return tuple(
        Municipality(
            _authority(row["name"], row["other"], "municipality", short_names[row["county"]]),
            row["short"],
            row["county"],
        )
        for row in table("municipalities")
    )


def _authority(name: str, forms: str, classification: str, county: str) -> Entry:
    return Entry(name, Kind.ORGANISATION, classification, parts(forms), (county,))


@cache
def organisations() -> dict[str, tuple[Entry, ...]]:
    """Every form of every known organisation's name, case folded, with those that bear it."""
    listed = [
        Entry(
            row["name"],
            Kind.ORGANISATION,
            row["class"],
            parts(row["forms"]),
            tuple(row["counties"].split(", ")) if row["counties"] else (),
            row["word"] == "1",
        )
        for row in table("organisations")
    ]
    authorities = [entry for county in counties() for entry in (county.region, county.board)]
    return _by_form([*listed, *authorities, *(m.entry for m in municipalities())])


@cache
def places() -> dict[str, tuple[Entry, ...]]:
    """Every form of every known place's name, case folded; counties and municipality towns too."""
    listed = [
        Entry(row["name"], Kind.PLACE, row["kind"], parts(row["forms"]), (), row["word"] == "1")
        for row in table("places")
    ]
    regions = [Entry(c.name, Kind.PLACE, "county", (c.short,), (c.short,)) for c in counties()]
    return _by_form([*regions, *listed])


@cache
def schemes() -> dict[str, tuple[Entry, ...]]:
    """Every form of every known support scheme's name, case folded."""
    return _named("schemes", Kind.SCHEME)


@cache
def events() -> dict[str, tuple[Entry, ...]]:
    """Every form of every recurring event's name, case folded."""
    return _named("events", Kind.EVENT)


def _named(name: str, kind: Kind) -> dict[str, tuple[Entry, ...]]:
    return _by_form(
        [
            Entry(row["name"], kind, row["class"], parts(row["forms"]), (), row["word"] == "1")
            for row in table(name)
        ]
    )


def _by_form(entries: list[Entry]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        for form in dict.fromkeys((entry.name, *entry.forms)):
            key = form.casefold()
            if entry not in found.get(key, ()):
                found[key] = (*found.get(key, ()), entry)
    return found


@cache
def municipality_by_short_name() -> dict[str, Municipality]:
    """Municipalities by their bare name, case folded ("östersund")."""
    return {municipality.short.casefold(): municipality for municipality in municipalities()}


@cache
def county_by_form() -> dict[str, County]:
    """Counties by full and short name, case folded ("jämtlands län", "jämtland")."""
    return {form.casefold(): county for county in counties() for form in (county.name, county.short)}
