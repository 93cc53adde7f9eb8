"""What a document has named once it may name shorter: surnames, given names, the head of a company."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from graph.lexicon.cues import clause_verbs
from graph.lexicon.gazetteer import organisations, places
from graph.lexicon.heads import function_words, heads, legal_forms
from graph.lexicon.names import given_names, is_given_name
from graph.lexicon.tagger_model import tagger_model
from graph.model.terms import Kind
from graph.reading.recognition.hits import Hit, Rank
from graph.reading.recognition.words import WORD, Passage, Word, bare_forms

PREPOSITIONS = frozenset({"i", "på", "vid", "för", "av", "of"})
BEFORE = re.compile(r"(?<![\w-])([A-ZÅÄÖ]{2,7}) \($")
NICKNAME = re.compile(r" [\"”“'’»«]([^\W\d_]{3,})[\"”“'’»«] ")
ABBREVIATION = re.compile(r" \(([A-ZÅÄÖ][A-ZÅÄÖa-zåäö-]*[A-ZÅÄÖ])\)")


@dataclass(frozen=True, slots=True)
class Remembered:
    """A shorter form of a name: its words, the kind, and the full name where only one bears the form."""

    words: tuple[str, ...]
    kind: Kind
    full: str | None
    listed: bool = False
    classification: str | None = None
    called: bool = False  # a word says what it is: "projektet X"
    whole: bool = True  # a name as the document has it, no shorter form of one


@dataclass(frozen=True)
class Memory:
    """The names of a document by the first word of each form, the longest form first."""

    forms: dict[str, tuple[Remembered, ...]]
    explained: dict[str, Hit]
    """Abbreviations that stand in parentheses after a name, as written, with the hit that they stand for."""

    @classmethod
    def of(cls, quotes: Iterable[tuple[Passage, list[Hit]]]) -> "Memory":
        """What the names found so far allow to be said shorter; guesses are not remembered."""
        borne: dict[tuple[Kind, tuple[str, ...]], dict[str, Hit]] = {}
        explained: dict[str, Hit] = {}
        for passage, hits in quotes:
            for hit in hits:
                if abbreviation := _explained(passage, hit) or _explains(passage, hit):
                    name = hit.canonical or passage.text[hit.start : hit.end]
                    explained.setdefault(abbreviation, hit._replace(canonical=name))
                guessed = hit.rank is Rank.GUESS and hit.kind is not Kind.PLACE
                if guessed or hit.kind is Kind.UNNAMED or hit.description:
                    continue
                name = passage.text[hit.start : hit.end]
                for form in _forms(name, hit):
                    borne.setdefault((hit.kind, form), {}).setdefault(hit.canonical or name, hit)
        found: dict[str, list[Remembered]] = {}
        for (kind, form), bearers in borne.items():
            names = list(bearers)
            one = names[0] if len(names) == 1 and kind is not Kind.PERSON else None
            hit = bearers[names[0]]
            found.setdefault(form[0], []).append(
                Remembered(
                    form,
                    kind,
                    one,
                    hit.listed and one is not None,
                    hit.classification if one else None,
                    any(_called(form, name, hit) for name, hit in bearers.items()),
                    any(len(_words(name)) == len(form) for name in names),
                )
            )
        forms = {
            first: tuple(sorted(group, key=lambda one: -len(one.words))) for first, group in found.items()
        }
        return cls(forms, explained)

    def hits(self, passage: Passage) -> list[Hit]:
        """Where the quote says a remembered name."""
        hits: list[Hit] = []
        for position, word in enumerate(passage.words):
            if not word.capital or word.address:
                continue
            if (full := self.explained.get(word.text)) is not None:
                hits.append(_abbreviated(word, full))
            for first in bare_forms(word.low):
                for remembered in self.forms.get(first, ()):
                    end = _end(passage, position, remembered)
                    if end is not None and _may_stand(passage, position, remembered):
                        hits.append(
                            Hit(
                                word.start,
                                end,
                                remembered.kind,
                                "named in full elsewhere",
                                Rank.NAME if remembered.called else Rank.MEMORY,
                                canonical=remembered.full,
                                classification=remembered.classification,
                                listed=remembered.listed,
                            )
                        )
        return hits

    def settled(self, passage: Passage, hits: list[Hit]) -> list[Hit]:
        """The chosen hits, their genitives left off where the document has the bare name too."""
        return [self._bare(passage, hit) for hit in hits]

    def _bare(self, passage: Passage, hit: Hit) -> Hit:
        name = passage.text[hit.start : hit.end]
        if hit.rank in (Rank.PARTY, Rank.MEMORY) or hit.listed or len(name) < 4 or not name.endswith("s"):
            return hit
        words = _words(name[:-1])
        known = any(
            one.words == words and one.kind is hit.kind and one.whole for one in self.forms.get(words[0], ())
        )
        return hit._replace(end=hit.end - 1) if known else hit


def _called(form: tuple[str, ...], name: str, hit: Hit) -> bool:
    """Whether the document says what bears a whole name, which then holds wherever it stands alone."""
    return hit.rule.startswith("called") and hit.kind is not Kind.ORGANISATION and _words(name) == form


def _explained(passage: Passage, hit: Hit) -> str | None:
    """The abbreviation that stands in parentheses after a name: "Destination Siljansbygden (DSB)"."""
    name = passage.text[hit.start : hit.end]
    match = ABBREVIATION.match(passage.text, hit.end)
    if hit.kind is Kind.PERSON or match is None or match[1][0].casefold() != name[0].casefold():
        return None
    return match[1] if len(name) > len(match[1]) and " " in name else None


def _explains(passage: Passage, hit: Hit) -> str | None:
    """The abbreviation before a name in parentheses: "NKF (Norra Kustens Frakt AB)"."""
    match = BEFORE.search(passage.text[max(0, hit.start - 12) : hit.start])
    if match is None or hit.kind is not Kind.ORGANISATION or passage.text[hit.end : hit.end + 1] != ")":
        return None
    return match[1] if match[1][0] == passage.text[hit.start].upper() else None


def _abbreviated(word: Word, full: Hit) -> Hit:
    return Hit(
        word.start,
        word.end,
        full.kind,
        "abbreviation explained",
        Rank.NAME,
        canonical=full.canonical,
        classification=full.classification,
        listed=full.listed,
    )


@lru_cache(maxsize=4096)  # a document names the same few again and again
def _words(name: str) -> tuple[str, ...]:
    return tuple((match["word"] or match.group()).casefold() for match in WORD.finditer(name))


def _forms(name: str, hit: Hit) -> list[tuple[str, ...]]:
    """The forms in which the name may come again: itself, and what of it tells it from others."""
    words = _words(name)
    if not words:
        return []
    full = [words]
    if hit.kind is Kind.PERSON:
        if len(words) > 1:
            full += [(words[0],), (words[-1],)]
            if nickname := NICKNAME.search(name):
                full.append(_words(nickname[1]))
            full += [tuple(words[index:]) for index in range(1, len(words) - 1)]
        return full
    if hit.kind is Kind.ORGANISATION:
        written = name.split()
        for length in range(len(words) - 1, 0, -1):
            short = words[:length]
            if length == 1 and len(written) > 1 and _owner_of_head(written[1]):
                continue  # "Halden" of "Halden kommune", "Business" of "Business Region X"
            if _tells_apart(short, name):
                full.append(short)
    return full


def _owner_of_head(second: str) -> bool:
    """Whether the second word of a name is what it is, so that the first alone is only where or whose."""
    small = second[0].islower() and second not in PREPOSITIONS
    return small or second.casefold() in heads("organisation_heads")


def _tells_apart(words: tuple[str, ...], name: str) -> bool:
    """Whether the first words of an organisation's name may stand for it: no place, person or head alone."""
    if words[-1] in ("i", "och", "för", "av", "på", "the") or len(words[0]) < 3:
        return False
    if len(words) > 1:
        return " ".join(words) not in places()
    word = words[0]
    written = name.split()[0].strip(",")
    legal = {form.casefold() for form in legal_forms()}
    return not (
        word in places()
        or word in function_words()
        or word in legal
        or word in tagger_model().words
        or word in heads("organisation_heads")
        or (word.endswith(("s",)) and word[:-1] in places())
        or is_given_name(written)
        or is_given_name(written.capitalize())
        or not written[0].isupper()
        or (word in organisations() and all(entry.ordinary for entry in organisations()[word]))
    )


def _end(passage: Passage, position: int, remembered: Remembered) -> int | None:
    count = len(remembered.words)
    if position + count > len(passage.words):
        return None
    for index, expected in enumerate(remembered.words):
        word = passage.words[position + index]
        if index and word.gap not in (" ", " & ", "", "/", ", ", "- ", "."):
            return None
        if word.low == expected:
            continue
        if index == count - 1 and word.low == expected + "s":
            return word.end - 1
        return None
    return passage.words[position + count - 1].end


def _may_stand(passage: Passage, position: int, remembered: Remembered) -> bool:
    """Whether one remembered word is a name here, and not an ordinary word or part of another name."""
    word = passage.words[position]
    if len(remembered.words) > 1:
        return True
    if passage.shouted and remembered.kind is Kind.PERSON:
        return False
    if word.opens and (word.function or given_names().get(word.text, False)):
        return _speaks(passage, position)
    if remembered.kind is Kind.PERSON:
        return not _part_of_run(passage, position, word)
    return True


def _speaks(passage: Passage, position: int) -> bool:
    """Whether a sign of a label follows, or a verb: "Per:", "Lilja vill"."""
    gap = passage.gap(position + 1)
    return gap.startswith((":", ",")) or (gap == " " and passage.low(position + 1) in clause_verbs())


def _part_of_run(passage: Passage, position: int, word: Word) -> bool:
    following = passage.word(position + 1)
    return bool(
        following
        and following.capital
        and following.gap == " "
        and not following.opens
        and not following.function
        and word.text[-1] != "."
    )
