"""Names behind a word that says what they are: "projektet X", "mässan X", "utlysningen X", "kvarteret X"."""

import re

from graph.lexicon.cues import Cue, clause_verbs, cue_of
from graph.lexicon.gazetteer import organisations
from graph.lexicon.gazetteer import places as known_places
from graph.lexicon.names import is_given_name, is_surname
from graph.model.terms import Kind
from graph.reading.recognition.hits import Hit
from graph.reading.recognition.words import Passage, Word

QUOTES = '”"“»«„'
SEPARATOR = re.compile(r", | (?:och|samt|&) ")
LONGEST_QUOTED = 70
LONGEST_TAIL = 3  # words in lower case that a name of one capital goes on with
LINKS = frozenset({"i", "på", "till", "från", "för", "utan", "under", "över", "om", "längs", "mot", "av"})
TIMES = frozenset(
    {"våren", "hösten", "sommaren", "vintern", "veckan", "måndag", "tisdag", "onsdag", "torsdag", "fredag",
     "årsskiftet", "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti",
     "september", "oktober", "november", "december", "år", "nästa", "förra", "början", "slutet", "mitten", "samband", "dag", "sikt", "plats",
     "gång", "väg", "stället", "grund", "exempel", "hjälp", "denna", "detta", "dessa", "hela", "alla", "varje",
     "andra", "första", "två", "tre", "fyra", "fem", "fler", "flera", "nya", "nu", "där", "här"}
)  # fmt: skip
ENDS = frozenset(
    {"ihop", "tillsammans", "där", "när", "samt", "efter", "före", "sedan", "redan", "också", "inte", "nu",
     "nästa", "förra", "enligt", "genom", "inom", "bland", "hos", "vid", "mellan", "trots", "medan", "med",
     "senast", "fram", "snart", "åter", "igen", "framöver", "vidare", "helt", "nyligen", "igång", "klar",
     "klart", "hittills", "bara"}
)  # fmt: skip
PASSIVES = ("ades", "ändes", "rdes", "ldes", "ttes", "ktes")
EVERYBODY = frozenset({"alla", "fler", "många", "livet"})
WISHES = frozenset(
    ["bo", "bygg", "bygga", "cykla", "flytta", "gå", "handla", "jobba", "lev", "leva", "mat", "möt", "möta", "odla",
     "plugga", "resa", "spring", "stanna", "starta", "studera", "upplev", "upptäck", "vandra", "växa", "ät", "äta"]
)  # fmt: skip
"""What a campaign asks for, with a place behind: "Jobba på Gotland"."""
YEAR = re.compile(r"20\d\d")
PARTICLES = frozenset({"om", "upp", "fram", "ut", "in"})
ARTICLES = frozenset({"ett", "en"})
TRADERS = ("ören", "aren", "isten", "enten")  # ends of cues that a person may be as well as a company


def called(passage: Passage) -> list[Hit]:
    """Every name that its cue gives away, quoted or not; nothing where another known name follows."""
    hits: list[Hit] = []
    for position, word in enumerate(passage.words):
        cue = cue_of(word.low)
        whole = word.capital and cue is not None and word.low != cue.word and not cue.several
        if cue is None or (cue.kind is Kind.ORGANISATION and whole):
            continue  # "Näringslivsnätverket Sörmland" is a name as it stands
        span = _quoted(passage, position) or _after(passage, position, cue)
        if span and cue.word.endswith(TRADERS) and _personal(passage, position + 1):
            continue  # "entreprenören Eva Ek"
        if span:
            start = word.start if cue.part and span[0] == passage.words[position + 1].start else span[0]
            hits.append(Hit(start, span[1], cue.kind, f"called {cue.kind}"))
            hits.extend(_beside(passage, span[1], cue))
            if cue.several:
                hits.extend(_listed(passage, span[1], cue))
        elif cue.kind in (Kind.PROJECT, Kind.EVENT) and (before := _apposed(passage, position)):
            hits.append(Hit(*before, cue.kind, f"called {cue.kind}"))
    return hits


def _personal(passage: Passage, position: int) -> bool:
    """Whether a full name stands there."""
    one, two = passage.words[position], passage.word(position + 1)
    return two is not None and is_given_name(one.text) and is_surname(two.text.removesuffix("s"))


def _beside(passage: Passage, end: int, cue: Cue) -> list[Hit]:
    """The second of two places behind one cue: "kvarteret Gjutaren/Liljan"."""
    position = passage.at.get(end + 1)
    if cue.kind is not Kind.PLACE or passage.text[end : end + 1] != "/" or position is None:
        return []
    word = passage.words[position]
    return [Hit(word.start, word.end, cue.kind, f"called {cue.kind}")] if _begins(word) else []


def _listed(passage: Passage, end: int, cue: Cue) -> list[Hit]:
    """The others of a list behind a cue in the plural: "företagen X, Y och Z"."""
    hits: list[Hit] = []
    separator = SEPARATOR.match(passage.text, end)
    while separator and (position := passage.at.get(separator.end())) is not None:
        last = position
        if not _begins(passage.words[position]):
            break
        while (following := passage.word(last + 1)) and _goes_on(passage, last, following):
            last += 1
        if _other(passage, position, last, cue.kind):
            break
        end = _bare(passage, last, cue.kind)
        hits.append(Hit(passage.words[position].start, end, cue.kind, f"called {cue.kind}"))
        separator = SEPARATOR.match(passage.text, end) if separator.group() == ", " else None
    return hits


def _quoted(passage: Passage, position: int) -> tuple[int, int] | None:
    """The quotation right after a word, without its marks."""
    following = passage.word(position + 1)
    if (
        following is None
        or len(following.gap) != 2
        or following.gap[0] != " "
        or following.gap[1] not in QUOTES
    ):
        return None
    text = passage.text
    stretch = text[following.start : following.start + LONGEST_QUOTED]
    ends = [index for mark in QUOTES if (index := stretch.find(mark)) > 0]
    if not ends or stretch[min(ends) - 1].isspace():
        return None
    return following.start, following.start + min(ends)


def _after(passage: Passage, position: int, cue: Cue) -> tuple[int, int] | None:
    first = passage.word(position + 1)
    begins = first is not None and (_begins(first) or (cue.kind is not Kind.PLACE and _odd_capital(first)))
    if first and cue.kind is Kind.ORGANISATION and not _begins(first) and begins:
        begins = (second := passage.word(position + 2)) is not None and _begins(second)  # "Vara Lantmän"

    if first is None or first.gap != " " or not begins:
        return None
    last = position + 1
    while (following := passage.word(last + 1)) and _goes_on(passage, last, following):
        if cue.kind is Kind.PLACE and following.gap == "/":
            break  # "kvarteret Gjutaren/Liljan" are two
        last += 1
    single = last == position + 1
    if not single and (longer_name := _to_its_number(passage, last)):
        last = longer_name
    if single and cue.kind in (Kind.PROJECT, Kind.EVENT):
        last = _with_second(passage, last)
    capitals = last
    if cue.kind is not Kind.PLACE:
        last = _with_tail(passage, position + 1, last)
    longer = single and last > position + 1  # "Hav till gas" is no place, though "Hav" is one
    if not longer and _other(passage, position + 1, capitals, cue.kind):
        return None
    return first.start, _bare(passage, last, cue.kind)


def _begins(word: Word) -> bool:
    return word.capital and not word.address and not word.function and word.text[-1] != "."


def _odd_capital(word: Word) -> bool:
    """Whether a small word bears a capital that its place does not explain: "projektet Hela huset"."""
    return word.capital and word.function and not word.opens and len(word.text) > 2


def _goes_on(passage: Passage, last: int, following: Word) -> bool:
    """Whether the next word is one more of the name: a capital, or a number ("2.0", "Björken 4")."""
    if following.text[0].isdigit():
        short = len(following.text) < 3 or following.text in ("2030", "2040", "2050")
        part = following.gap == "." and passage.words[last].text[-1].isdigit()
        return short and (part or following.gap == " ") and not _counts(passage, last + 1)
    return following.capital and following.gap in (" ", " & ", "-", "/") and not following.address


def _counts(passage: Passage, position: int) -> bool:
    """Whether a number counts or dates something: a noun, a month or a currency follows."""
    following = passage.word(position + 1)
    if following is None or following.gap != " ":
        return False
    return following.low not in clause_verbs() and not following.function and following.low not in ENDS


def _other(passage: Passage, first: int, last: int, kind: Kind) -> bool:
    """Whether the capitals are a known organisation or a person, which the cue does not name."""
    one, two = passage.words[first], passage.words[last]
    name = passage.text[one.start : two.end].casefold()
    if kind is Kind.ORGANISATION:
        return name in known_places() and last == first
    if name in organisations() or (kind is not Kind.PLACE and name in known_places()):
        return True
    if name.removesuffix("s") in organisations() or one.low == "region":
        return True
    return last > first and is_given_name(one.text) and is_surname(two.text.removesuffix("s"))


def _with_second(passage: Passage, first: int) -> int:
    """Where a name of two nouns ends: "Skog och Framtid"; what is known otherwise is no second noun."""
    word = passage.word(first + 2)
    if passage.low(first + 1) not in ("och", "&") or word is None or word.gap != " " or not _begins(word):
        return first
    if _other(passage, first + 2, first + 2, Kind.PROJECT) or is_given_name(word.text):
        return first
    last = first + 2
    number = passage.word(last + 1)
    return last + 1 if number and number.gap == " " and YEAR.fullmatch(number.text) else last


def _with_tail(passage: Passage, first: int, last: int) -> int:
    """Where a name of one capital ends that goes on in lower case: "Spår till havs", "Gröna åkrar"."""
    if last > first:
        return last
    index = last
    while index - last < LONGEST_TAIL:
        word = passage.word(index + 1)
        if word is None or word.gap != " " or not _in_tail(passage, index + 1):
            break
        index += 1
    while index > last and passage.low(index) in LINKS - PARTICLES:
        index -= 1
    following = passage.word(index + 1)
    closed = following is None or following.gap.strip() or following.low in clause_verbs() | ENDS
    closed = closed or (following is not None and following.low.endswith(PASSIVES))
    return index if closed or (following and following.function) else last


def _to_its_number(passage: Passage, last: int) -> int | None:
    """Where a name of several capitals ends behind "och" and a number: "Team Norr Export och Kraft 2.0"."""
    word, number = passage.word(last + 2), passage.word(last + 3)
    if passage.low(last + 1) not in ("och", "&") or word is None or number is None or not _begins(word):
        return None
    if number.gap != " " or number.text not in ("2", "3", "2030", "2040"):
        return None
    part = passage.word(last + 4)
    return last + 4 if part and part.gap == "." and part.text == "0" else last + 3


def _in_tail(passage: Passage, position: int) -> bool:
    word, following = passage.words[position], passage.word(position + 1)
    if word.low in PARTICLES and following and following.low in ENDS | clause_verbs():
        return True
    if word.low in LINKS:
        if word.low == "för" and following and following.low in EVERYBODY:
            return True
        if following is None or following.gap != " " or following.low in TIMES or following.function:
            return False
        if following.capital:
            return passage.low(position - 1) in WISHES
        return following.low not in clause_verbs()
    before = passage.low(position - 1)
    if word.low in EVERYBODY and before == "för":
        return True
    if word.low.endswith(PASSIVES):
        return False  # a passive: "projektet Nya spår godkändes"
    if word.capital:
        return before in LINKS and passage.low(position - 2) in WISHES
    return not (
        word.address
        or word.function
        or word.low in clause_verbs()
        or word.low in ENDS
        or word.text[0].isdigit()
    )


def _bare(passage: Passage, last: int, kind: Kind) -> int:
    """Where the name ends; a company's genitive -s goes where a noun follows."""
    word, following = passage.words[last], passage.word(last + 1)
    owner = word.low.endswith("s") and not word.low.endswith("ss") and following and following.gap == " "
    if kind is Kind.ORGANISATION and owner and following and not following.function and not following.capital:
        return word.end if following.low in clause_verbs() else word.end - 1
    return word.end


def _no_clause(name: str) -> bool:
    """Whether no verb stands in what may be a name."""
    return not any(word in clause_verbs() for word in name.split()[1:])


def _apposed(passage: Passage, position: int) -> tuple[int, int] | None:
    """The name beside an indefinite cue: "X, ett projekt …", "en tjänst, X, som"."""
    opening = next(
        (i for i in range(position - 1, max(-1, position - 4), -1) if passage.low(i) in ARTICLES), None
    )
    if opening is None:
        return None
    after, then = passage.word(position + 1), passage.gap(position + 2)
    if after and after.gap == ", " and _begins(after) and then[:1] in (",", "."):
        return after.start, after.end
    if after and after.gap == ", " and _begins(after):
        closing = passage.text.find(",", after.end, after.end + 40)
        name = passage.text[after.start : closing] if closing > 0 else ""
        several = 1 < len(name.split()) < 5 and "." not in name and not is_given_name(after.text)
        if several and name.casefold() not in organisations() and _no_clause(name):
            return after.start, closing
    if opening == 0 or passage.words[opening].gap != ", ":
        return None
    first = opening - 1
    while (
        first > max(0, opening - 4) and not passage.words[first].capital and passage.words[first].gap == " "
    ):
        first -= 1
    while first > 0 and passage.words[first - 1].capital and passage.words[first].gap == " ":
        first -= 1
    word = passage.words[first]
    governed = passage.low(first - 1) in ("på", "till", "för", "i", "med", "av")
    if not _begins(word):
        return None
    if not governed and any(passage.low(i) in clause_verbs() for i in range(first, opening)):
        return None
    name = passage.text[word.start : passage.words[opening - 1].end].casefold()
    known = name in organisations() or name in known_places() or is_given_name(word.text)
    return None if known else (word.start, passage.words[opening - 1].end)
