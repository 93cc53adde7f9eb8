"""Who a party might be that the words do not name: candidates, each with its reason."""

from collections.abc import Iterable
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from graph.lexicon.gazetteer import county_by_form, organisations

PLURALS = frozenset({"kommuner", "kommunerna", "regioner", "regionerna", "destinationer", "företag"})
MUNICIPALITY = frozenset({"kommunen"})
REGION = frozenset({"regionen"})
COUNTY_BOARD = frozenset({"länsstyrelsen"})
CHAMBER = frozenset({"handelskammaren"})
NEAR = 5  # letters that may differ in a long word


def near_names(word: str, named: Iterable[str]) -> list[str]:
    """Organisations whose name is one morpheme or a few letters from a lower-case word.

    First and last letters agree in at least four and five, and what stands between is as long but for two:
    "arbetsfördelningen" and "Arbetsförmedlingen". Names of the document come before listed ones.
    """
    low = word.casefold()
    found = [name for name in dict.fromkeys(named) if _near(low, name.casefold())]
    if found:
        return found
    return [name for first, name in _single_words() if first == low[:4] and _near(low, name.casefold())]


@cache
def _single_words() -> tuple[tuple[str, str], ...]:
    """Listed organisations of one word: the first four letters and the name."""
    names = {
        entry.name
        for entries in organisations().values()
        for entry in entries
        if " " not in entry.name and len(entry.name) > 9
    }
    return tuple(sorted((name.casefold()[:4], name) for name in names))


def _near(low: str, name: str) -> bool:
    if low == name or len(low) < 10 or " " in name or abs(len(low) - len(name)) > 4:
        return False
    if low[:4] != name[:4] or low[-2:] != name[-2:]:
        return False
    limit = min(NEAR, len(low) // 4)
    return DamerauLevenshtein.distance(low, name, score_cutoff=limit) <= limit


def authorities_of(place: str) -> list[str]:
    """The authorities that a county's bare name may stand for: its administrative board, its region."""
    county = county_by_form().get(place.casefold())
    return [county.board.name, county.region.name] if county else []
