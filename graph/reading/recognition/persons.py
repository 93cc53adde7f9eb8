"""Names of persons: given names with what follows, titles before, party letters after."""

import re
from functools import cache

from graph.lexicon.cues import clause_verbs
from graph.lexicon.gazetteer import organisations, places
from graph.lexicon.heads import role_titles, trades
from graph.lexicon.names import given_names, is_given_name, is_surname, surnames
from graph.model.terms import Kind
from graph.reading.recognition.endings import organisation_ending
from graph.reading.recognition.hits import Hit, Rank
from graph.reading.recognition.runs import ROLES, is_head, titles
from graph.reading.recognition.words import Passage, Word, bare_forms

PARTICLES = frozenset(
    {
        "von",
        "af",
        "de",
        "der",
        "van",
        "la",
        "el",
        "al",
        "di",
        "da",
        "ten",
        "ter",
        "bin",
        "del",
        "los",
        "las",
        "dos",
        "das",
        "du",
        "le",
        "ibn",
        "ul",
    }
)
PARTIES = frozenset(["M", "S", "C", "L", "V", "MP", "KD", "SD", "FP", "FI", "OPF"])
# A title that a person follows; after "vd" an organisation may follow as well.
BEFORE_PERSONS = frozenset(
    {"county board", "region or agency", "politics", "municipality", "national politics", "university"}
)
TITLE_ENDINGS: tuple[str, ...] = (
    "minister",
    "direktör",
    "direktören",
    "ordförande",
    "ordföranden",
    "ledamot",
    "ledamoten",
)
TITLE_ENDINGS += (
    "sekreterare",
    "hövding",
    "hövdingen",
    "kommunalråd",
    "regionråd",
    "ersättaren",
    "ersättare",
    "justerare",
    "justeraren",
)
COMPASS = frozenset({"nord", "norr", "syd", "söder", "väst", "väster", "öst", "öster", "mitt", "sydost"})
TRADESMEN = (
    "chef", "direktör", "arkitekt", "ingenjör", "handläggare", "strateg", "ekonom", "sekreterare", "samordnare", "ledare",
    "kommunikatör", "jurist", "utredare", "controller", "ekolog", "inspektör", "rektor", "lärare", "ansvarig", "utvecklare",
    "konsult", "forskare", "rådgivare", "ledamot", "ordförande", "kassör", "suppleant", "redaktör", "praktikant",
)  # fmt: skip
"""What titles end in that stand behind a name."""
LONGEST = 5
QUOTES = "\"”“'’»«"
INITIALS = re.compile(r"[A-ZÅÄÖ]-[A-ZÅÄÖ]|[A-ZÅÄÖ]")


@cache
def _titles() -> frozenset[str]:
    return frozenset(t.split()[-1].casefold() for t, kind in role_titles().items() if kind in BEFORE_PERSONS)


def persons(passage: Passage) -> list[Hit]:
    """Persons by full name, and given names that stand alone."""
    hits: list[Hit] = []
    position = 0
    while position < len(passage.words):
        end = None if passage.shouted else _full_name(passage, position)
        if end is None:
            end = _in_capitals(passage, position)
        if end is not None:
            hits.append(_hit(passage, position, end, "full name", Rank.NAME))
            position = end + 1
            continue
        if not passage.shouted and _given_name_alone(passage, position):
            hits.append(_hit(passage, position, position, "given name alone", Rank.GUESS))
        position += 1
    return hits


def _hit(passage: Passage, first: int, last: int, rule: str, rank: Rank) -> Hit:
    return Hit(passage.words[first].start, name_end(passage.words[last]), Kind.PERSON, rule, rank)


def name_end(word: Word) -> int:
    """Where a personal name ends, the genitive -s of a known name left off ("Anderssons")."""
    text = word.text
    if len(text) > 3 and text.endswith("s") and not (is_surname(text) or is_given_name(text)):
        bare = text[:-1]
        if is_surname(bare) or is_given_name(bare):
            return word.end - 1
    return word.end


def _full_name(passage: Passage, position: int) -> int | None:
    """The position of the last word of the full name that begins here, None where none does."""
    first = passage.words[position]
    if (
        not first.capital
        or first.address
        or (first.function and first.opens)
        or (first.abbreviation and not INITIALS.fullmatch(first.text.rstrip(".")))
    ):
        return None
    titled = _after_title(passage, position)
    last = _last_of_run(passage, position)
    if last == position:
        return None
    surname = is_surname(passage.words[last].text) and is_given_name(first.text)
    if passage.words[last].low in trades() and not surname:
        return None
    if (first.low in _titles() or first.low.endswith(TITLE_ENDINGS)) and not is_given_name(first.text):
        return None
    if INITIALS.fullmatch(first.text) and is_surname(passage.words[last].text.removesuffix("s")):
        return last
    if is_given_name(first.text):
        return last
    if first.text.endswith("."):
        before = passage.word(position - 1)
        numeral = before and before.capital and first.gap == " " and first.text in ("I.", "V.", "X.")
        return None if numeral else last  # "Etapp Norr I. Arbetet"
    second = passage.words[position + 1]
    if _known_otherwise(first):
        return None
    if titled or _party_letters(passage, last):
        return last
    if last == position + 1 and _title_follows(passage, last) and not organisation_ending(second.low):
        return last
    if _past_nickname(passage, position + 1):
        return last
    known = surnames().get(second.text) is False or ("-" in second.text and is_surname(second.text))
    if second.low in COMPASS:
        return None  # a branch: "Mekano Nord"
    if known and not first.opens and last == position + 1 and second.low not in places():
        return last
    return None


def _in_capitals(passage: Passage, position: int) -> int | None:
    """The last word of a name in capitals throughout: "FRÅN EVA EK (Norrtag)"; a known given name begins it."""
    first = passage.words[position]
    if passage.shouted or not first.abbreviation or not is_given_name(first.text.capitalize()):
        return None
    last = position
    while last < position + 2 and (word := passage.word(last + 1)) and word.abbreviation and word.gap == " ":
        if word.low in organisations() or word.low in places() or is_head(word.low) or len(word.text) < 3:
            return None
        last += 1
    return last if last > position else None


def _last_of_run(passage: Passage, position: int) -> int:
    """The last of the words that go on with the name: capitals, particles and initials between them."""
    last = position
    index = position + 1
    while index < len(passage.words) and index - position < LONGEST:
        word = passage.words[index]
        if (surname := _past_nickname(passage, index)) is not None:
            last, index = surname, surname + 1
            continue
        after_initials = passage.words[index - 1].text.endswith(".")
        if word.gap != " " and not (after_initials and word.gap == ""):
            break
        if word.low in PARTICLES or word.low.startswith(("al-", "el-")):
            following = passage.word(index + 1)
            if word.low.startswith(("al-", "el-")) and not word.low[3:].islower():
                break
            if "-" in word.text:
                last = index
                index += 1
                continue
            if not following or following.gap != " " or not (following.capital or following.low in PARTICLES):
                break
            index += 1
            continue
        if not word.capital or word.function or not _goes_on(word):
            break
        last = index
        index += 1
    return last


def _past_nickname(passage: Passage, index: int) -> int | None:
    """The surname behind a nickname in quotation marks: 'Anna "Ankan" Berg'."""
    word, following = passage.words[index], passage.word(index + 1)
    opened = len(word.gap) == 2 and word.gap[0] == " " and word.gap[1] in QUOTES
    if not opened or following is None or len(following.gap) != 2 or not following.capital:
        return None
    return index + 1 if following.gap[0] in QUOTES and following.gap[1] == " " and word.capital else None


def _goes_on(word: Word) -> bool:
    """Whether a capitalised word may be a surname: no abbreviation, no known organisation."""
    if word.text.endswith("."):
        return True
    if word.abbreviation or word.text[0].isdigit():
        return False
    if is_surname(word.text) or is_given_name(word.text):
        return True
    if word.low in titles() or word.low.endswith(ROLES) or word.low in clause_verbs():
        return False  # the next line's role, or a verb with a capital: "Eva Ek Justerare"
    return word.low not in organisations() and not is_head(word.low)


def _known_otherwise(word: Word) -> bool:
    known = any(low in organisations() or low in places() for low in bare_forms(word.low))
    return known and not is_given_name(word.text)


def _after_title(passage: Passage, position: int) -> bool:
    before = passage.low(position - 1)
    return passage.words[position].gap == " " and (before in _titles() or before.endswith(TITLE_ENDINGS))


def _title_follows(passage: Passage, last: int) -> bool:
    """Whether a title in lower case follows a comma: "Ebba Åkvist, planarkitekt"."""
    following = passage.word(last + 1)
    if following is None or following.gap != ", " or following.capital:
        return False
    return following.low in titles() or following.low.endswith(TRADESMEN)


def _party_letters(passage: Passage, last: int) -> bool:
    following = passage.word(last + 1)
    return following is not None and following.gap == " (" and following.text in PARTIES


def _given_name_alone(passage: Passage, position: int) -> bool:
    """A known given name that is no other word, place or organisation and stands where a person may."""
    word = passage.words[position]
    if not word.capital or given_names().get(word.text, not is_given_name(word.text)):
        return False
    if word.low in places() or word.low in organisations() or len(word.text) < 3:
        return False
    if passage.low(position + 1) == "i" and passage.words[position + 1].capital:
        return False  # "May I ask"
    if passage.low(position - 1) in ("på", "via", "i") and word.gap == " ":
        return False  # nobody stands there under a given name alone, but a service or a boat may
    following = passage.word(position + 1)
    return not (following and following.capital and following.gap == " " and not following.function)
