"""Names that a list knows: organisations, places, schemes and events, the longest first."""

from dataclasses import dataclass
from functools import cache

from graph.lexicon.gazetteer import Entry, events, organisations, places, schemes
from graph.lexicon.heads import function_words
from graph.lexicon.numbers import MONEY_UNITS
from graph.model.terms import Kind
from graph.reading.recognition.hits import Hit
from graph.reading.recognition.words import WORD, Passage, bare_forms

SHORTEST_SMALL = 9
"""Letters from which an agency is known in lower case too: "skatteverket"."""
PLACE_PREPOSITIONS = frozenset({"i", "från", "till", "vid", "kring", "på", "runt", "nära", "mot", "utanför"})


@dataclass(frozen=True, slots=True)
class Form:
    """One form of known names: its words case folded, the form as listed, and those that bear it."""

    words: tuple[str, ...]
    written: str
    entries: tuple[Entry, ...]

    @property
    def code(self) -> bool:
        """Whether it is an abbreviation, which counts only in its own letters: "SKR", "HDa"."""
        return len(self.words) == 1 and sum(letter.isupper() for letter in self.written) > 1


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Every listed form by its first word, the longest first."""
    written: dict[str, dict[str, list[Entry]]] = {}
    for listed in (organisations(), places(), schemes(), events()):
        for key, bearers in listed.items():
            for entry in bearers:
                spelt = next(f for f in (entry.name, *entry.forms) if f.casefold() == key)
                written.setdefault(key, {}).setdefault(spelt, []).append(entry)
    found: dict[str, list[Form]] = {}
    for spellings in written.values():
        for spelt, entries in spellings.items():
            words = _words(spelt)
            if words:
                found.setdefault(words[0], []).append(Form(words, spelt, tuple(entries)))
    return {
        first: tuple(sorted(group, key=lambda form: (-len(form.words), form.written)))
        for first, group in found.items()
    }


def _words(spelt: str) -> tuple[str, ...]:
    if all(map(str.isalpha, spelt.split(" "))):  # as most are: the pattern would find the same words
        return tuple(spelt.casefold().split(" "))
    return tuple(match["word"].casefold() for match in WORD.finditer(spelt) if match["word"])


def entry_of(name: str, kind: Kind = Kind.ORGANISATION) -> Entry | None:
    """The only bearer of a name of one kind; None where the lists have none or several."""
    listed = {Kind.ORGANISATION: organisations, Kind.PLACE: places, Kind.SCHEME: schemes, Kind.EVENT: events}
    if kind not in listed:
        return None
    entries = listed[kind]().get(" ".join(name.split()).casefold(), ())
    if len(entries) == 1:
        return entries[0]
    return _one_name(entries)


def _one_name(entries: tuple[Entry, ...]) -> Entry | None:
    """Of entries that bear one name ("Jämtland", county and province) the first; else None."""
    return (
        entries[0]
        if entries
        and len({entry.kind for entry in entries}) == 1
        and (entries[0].kind is Kind.PLACE or len({entry.name for entry in entries}) == 1)
        else None
    )


def listed(passage: Passage) -> list[Hit]:
    """Every listed name in a quote; `choose` decides between those that overlap."""
    hits: list[Hit] = []
    known = forms()
    position = 0
    while position < len(passage.words):
        taken = 1
        if not passage.words[position].address:
            hit, taken = _longest(passage, position, known)
            if hit:
                hits.append(hit)
        position += taken
    return hits


def _longest(passage: Passage, position: int, known: dict[str, tuple[Form, ...]]) -> tuple[Hit | None, int]:
    word = passage.words[position]
    best: Hit | None = None
    taken = 1
    for first in bare_forms(word.low):
        for form in known.get(first, ()):
            end = _end(passage, position, form)
            if end is None or (best and end <= best.end) or not _case_fits(passage, position, end, form):
                continue
            best, taken = _hit(passage.words[position].start, end, form), len(form.words)
            break
    return best, taken


def _end(passage: Passage, position: int, form: Form) -> int | None:
    """Where the form ends in the quote, a genitive -s left off; None where it does not stand there."""
    count = len(form.words)
    if position + count > len(passage.words):
        return None
    for index in range(count):
        word = passage.words[position + index]
        if index and word.gap not in (" ", "- ", ", ", "-, ", " & ", "/", " - ", " – "):
            return None
        expected = form.words[index]
        if word.low == expected:
            continue
        if index == count - 1 and word.low == expected + "s" and not expected.endswith("s"):
            return word.end - 1
        return None
    return passage.words[position + count - 1].end


def _case_fits(passage: Passage, position: int, end: int, form: Form) -> bool:
    first = passage.words[position]
    text = passage.text[first.start : end]
    entry = form.entries[0]
    ordinary = all(entry.ordinary for entry in form.entries)
    if form.code and first.low in MONEY_UNITS and position and passage.low(position - 1)[-1:].isdigit():
        return False
    if form.code:
        return (
            text == form.written
            or (first.colon_genitive and text.upper() == form.written.upper())
            or (len(text) > 3 and first.capital and text.casefold() == form.written.casefold())
        ) and not (passage.shouted and len(text) < 3)
    if text == form.written and not first.capital:
        return True
    if not first.capital:
        agency = entry.classification == "agency" and len(text) > SHORTEST_SMALL and len(form.words) == 1
        return not ordinary and (agency or (entry.kind is Kind.PLACE and len(form.words) > 1))
    if len(form.words) == 1 and (ordinary or first.low in function_words()):
        if first.opens:
            return False
        return entry.kind is not Kind.PLACE or passage.low(position - 1) in PLACE_PREPOSITIONS
    return True


def _hit(start: int, end: int, form: Form) -> Hit:
    entry = form.entries[0]
    one = _one_name(form.entries) is not None
    return Hit(
        start,
        end,
        entry.kind,
        f"listed {entry.classification}",
        canonical=entry.name if one and entry.kind is not Kind.PLACE else None,
        classification=entry.classification,
        listed=one,
    )
