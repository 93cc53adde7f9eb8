"""Words with capitals that stand together: what an unknown name looks like."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.lexicon.cues import clause_verbs, cue_of
from graph.lexicon.gazetteer import municipality_by_short_name, organisations, places
from graph.lexicon.heads import heads, role_titles, trades
from graph.lexicon.names import is_given_name, is_surname
from graph.lexicon.tagger_model import tagger_model
from graph.lexicon.verbs import action_supines, action_verbs, speech_verbs
from graph.model.terms import Kind
from graph.reading.recognition.endings import organisation_ending
from graph.reading.recognition.words import Passage, Word

# Endings of the names of villages and towns.
PLACE_ENDING = re.compile(
    r"\w{2}(?:sele|by|torp|köping|sund|vik|berg|ås|stad|fors|hamn|ryd|träsk|jaur|vara|lund|näs|holm|måla|arp|"
    r"inge|hult|boda|sjö|å|ö|red|löv|tuna|åker|bruk|anger|tjärn|viken|näset|liden|heden|udden|öarna|strand)$"
)
ENGLISH = frozenset({"of", "for", "and", "the"})
"""Joints inside English names; none of them is a Swedish word."""
JOINTS = (" ", " & ", "/", "-")


ROLES = (
    "justerare", "sekreterare", "ordförande", "ledamot", "ledamöter", "ersättare", "chef", "direktör", "strateg",
    "samordnare", "handläggare", "ingenjör", "arkitekt", "inspektör", "moderator", "koordinator", "kommunikatör",
    "dokumentatör", "projektledare", "verksamhetsledare", "utvecklare", "rådgivare",
)  # fmt: skip
"""Endings of roles that a list has before a name: "Protokolljusterare Eva Ek"."""
PAPER = re.compile(
    r"(?:protokoll|protokollet|underlag|skrivelse|handlingen|bilaga|rapport|redovisning|riktlinjer|anteckningar|"
    r"^dnr|diarienummer|^ärende|förslag|^beslut|uppföljning|stadgar|dagordning|inbjudan|"
    r"program|policy|reglemente|taxa|remissvar|^motion|yttrande|översikt|bokslut|strategi|budget|avtal|remiss|beredskapsplan|översiktsplan)$"
)
"""What a paper or a part of it is called, with no name of somebody in it."""
SIGNED = frozenset({"antecknat", "antecknare", "justerat", "noterat", "upprättat", "skrivet", "justeras"})
"""First words of the line that says who wrote the minutes."""
CALENDAR = re.compile(r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en|ens|ar|arna)?$")
COMPOUND = re.compile(r"-[a-zåäö]{3,}$")


@dataclass(frozen=True, slots=True)
class Run:
    """The words from `first` to `last` of a quote, each with a capital, nothing but a blank between them."""

    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first + 1


@lru_cache(maxsize=8)  # several finders ask for the runs of one quote, one after the other
def runs(passage: Passage) -> tuple[Run, ...]:
    """Every longest run of capitals; function words and titles that open it are left out."""
    return () if passage.shouted else tuple(_runs(passage))


def _runs(passage: Passage) -> Iterator[Run]:
    words = passage.words
    position = 0
    while position < len(words):
        if not _may_open(words[position]) and not _opens_place(words, position):
            position += 1
            continue
        last = position
        while not _closed(words, position, last) and (after := _following(words, last)):
            last = after
        if last > position and _opens_only(words[position : last + 1]):
            position += 1
        yield Run(position, last)
        position = last + 1


def _opens_place(words: tuple[Word, ...], position: int) -> bool:
    """Whether a common word is the first of a known place: "Höga Kusten Destination"."""
    if position + 1 >= len(words) or not (words[position].capital and words[position + 1].capital):
        return False
    return f"{words[position].low} {words[position + 1].low}" in places()


def _following(words: tuple[Word, ...], last: int) -> int | None:
    """The next word of the name: a capital, or one behind an English joint ("House of Dalarna")."""
    if last + 1 >= len(words):
        return None
    following = words[last + 1]
    if _goes_on(following):
        person = (
            following.gap == "/" and is_given_name(following.text) and not is_given_name(words[last].text)
        )
        return None if person else last + 1
    joint = following.text in ENGLISH or (following.text == "in" and words[last].low == "invest")
    joint = joint and following.gap == " " and last + 2 < len(words)
    if joint and _goes_on(words[last + 2]) and not is_given_name(words[last].text):
        return last + 2
    return None


def _opens_only(run: tuple[Word, ...]) -> bool:
    """Whether a capital is there because a sentence opens: "Startar Gröna Rummet", "Brist Norrbo Såg"."""
    first, second = run[0], run[1]
    if f"{first.low} {second.low}" in places():
        return False
    if not first.opens or second.gap not in (" ", "/") or is_given_name(first.text) or is_head(first.low):
        return False
    cue = cue_of(first.low)
    if cue and cue.kind is Kind.ORGANISATION and len(run) > 2 and run[-1].low in trades():
        return True
    if first.low in doing() or first.low in clause_verbs():
        return True
    rest = " ".join(word.low for word in run[1:])
    if first.low.endswith("a") and rest in organisations() and f"{first.low} {rest}" not in organisations():
        return organisation_ending(first.low) is None  # "Påminna Skogsstyrelsen"
    if (
        first.low.endswith(("ning", "ande", "kar", "rar"))
        and not is_surname(first.text)
        and first.low not in places()
    ):
        return True  # "Avstängning Fiskartorget", "Bevakar Miljöportalen"
    common = first.low in tagger_model().words and not is_place(second.text)
    plain = (first.ordinary or common) and not organisation_ending(first.low) and first.low not in trades()
    return plain and first.low not in places() and not is_surname(second.text)


def _closed(words: tuple[Word, ...], first: int, last: int) -> bool:
    """Whether a legal form ends the name, so that what follows is no part of it: "Lunds Plåt AB Grundades"."""
    return last > first and words[last].text in ("AB", "HB", "KB", "Aktiebolag", "Ltd", "GmbH", "ASA", "Oy")


def _may_open(word: Word) -> bool:
    if not word.capital or word.address or word.text.endswith("."):
        return False
    if word.low.endswith(ROLES):
        return False
    return not (
        compound(word)
        or word.low in SIGNED
        or PAPER.search(word.low)
        or word.function
        or word.low in titles()
        or _introduces(word)
        or CALENDAR.match(word.low)
    )


def _introduces(word: Word) -> bool:
    """Whether a word only says what the name after it is: "Projektet X", "Företaget Y"."""
    cue = cue_of(word.low)
    if cue is None or (cue.kind is Kind.ORGANISATION and word.low != cue.word and not cue.several):
        return False
    return word.opens or cue.kind is Kind.PROJECT


def _goes_on(word: Word) -> bool:
    return (
        word.capital
        and not word.opens
        and word.gap in JOINTS
        and not word.address
        and not word.function
        and not compound(word)
        and word.low not in SIGNED
        and not CALENDAR.match(word.low)
        and not PAPER.search(word.low)
    )


def compound(word: Word) -> bool:
    """Whether a word is a name and a common noun in one ("EU-medel"), which names nothing."""
    return bool(COMPOUND.search(word.text))


@cache
def titles() -> frozenset[str]:
    """Titles of one word, and their definite forms, case folded."""
    single = {title.casefold() for title in role_titles() if " " not in title}
    return frozenset(
        single | {f"{title}{ending}" for title in single for ending in ("en", "n", "an", "et", "t")}
    )


@cache
def common_heads() -> frozenset[str]:
    """Nouns that head names but are no name alone ("projektet", "kommunen", "mässan")."""
    return frozenset(
        head.casefold()
        for name in ("organisation_heads", "event_heads", "project_heads", "scheme_heads")
        for head in heads(name)
    )


def is_head(low: str) -> bool:
    """Whether a word is a head of organisations by itself ("kommun", "handelskammaren")."""
    return low in heads("organisation_heads")


def is_place(word: str) -> bool:
    """Whether a word is a listed place, a genitive's -s aside."""
    low = word.casefold()
    return low in places() or (low.endswith("s") and low[:-1] in places())


def is_personal(passage: Passage, run: Run) -> bool:
    """Whether a run looks like a person's name: a given name first, or a known surname last."""
    first, last = passage.words[run.first].text, passage.words[run.last].text
    if len(run) > 1 and first.isupper() and last.isupper() and len(first) > 2:
        first, last = first.capitalize(), last.capitalize()
    return is_given_name(first) or (len(run) == 2 and is_surname(last) and not is_place(last))


@cache
def doing() -> frozenset[str]:
    """Forms of the verbs that only somebody who acts or speaks can have as subject."""
    return frozenset({*action_verbs(), *speech_verbs()})


BETWEEN = frozenset({"gärna", "inte", "också", "nu", "alltid", "redan", "ännu", "fortfarande", "därför"})
"""Adverbs that stand between the subject and the verb in a subordinate clause."""


def acts(passage: Passage, last: int) -> bool:
    """Whether the words up to `last` are the subject of a verb of action: "X beslutar", "X har beslutat"."""
    following = passage.word(last + 1)
    if following is None or following.gap.strip(" *_,"):
        return False
    low = following.low
    if low in BETWEEN and following.gap == " ":
        later = passage.word(last + 2)
        return later is not None and later.gap == " " and later.low in doing()
    if low in ("och", "samt") and following.gap == " " and _stands_alone(passage, last + 2):
        return acts(passage, last + 2)
    if low in doing() or low in action_supines():
        return True
    if low in ("har", "hade", "kommer", "ska", "skulle", "vill", "kan", "som"):
        return any(
            passage.low(index) in action_supines() or passage.low(index) in doing()
            for index in range(last + 2, min(last + 5, len(passage.words)))
        ) or (low == "hade" and passage.low(last + 2) == "förhinder")
    return False


def _stands_alone(passage: Passage, position: int) -> bool:
    """Whether a word is a listed place after a blank, so that it shares the verb of the one before."""
    word = passage.word(position)
    return word is not None and word.gap == " " and word.capital and word.low in places()


def is_acted_by(passage: Passage, first: int) -> bool:
    """Whether a verb of speech or action stands right before, its subject after: "rapporterar X"."""
    word = passage.words[first]
    return word.gap == " " and passage.low(first - 1) in doing()


def municipality_named(low: str) -> str | None:
    """The municipality whose bare name a word is."""
    municipality = municipality_by_short_name().get(low)
    return municipality.entry.name if municipality else None
