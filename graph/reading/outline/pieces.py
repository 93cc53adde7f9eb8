"""What stands between two commas of a line that names people: a person, a role, an organisation, a remark."""

import re
from dataclasses import dataclass
from functools import cache

from graph.lexicon.gazetteer import places
from graph.lexicon.heads import function_words, heads, legal_forms
from graph.lexicon.listed import organisations_named
from graph.lexicon.names import is_given_name, is_surname
from graph.reading.outline.personal_names import (
    TOKEN,
    could_be_organisation,
    is_abbreviation,
    is_company,
    looks_organisational,
    might_be_person,
    person_at,
)
from graph.reading.outline.remarks import REMOTE
from graph.reading.outline.roles import is_role
from graph.reading.outline.roster import initials

JOINT = re.compile(
    r"\([^()]*\)|(;|,|\s(?:och|samt|og|and)\s(?=(?:[a-zåäöæø]+\s){0,3}[A-ZÅÄÖÆØ])|\s[–—|-]\s|\||(?<=[\w.)])/(?=[A-ZÅÄÖØ]))"
)
AT = re.compile(r"(?:från|på|vid|hos|i|för|inom|at|of|from|for|fra|ved|med)\s+(?=[A-ZÅÄÖØ])")
ASIDE = re.compile(
    r"(?:§|\d|\+|kl\b|[Pp]unkt(?:en|erna)?\s\d|[Ää]renden?\b|del(?:tar|tog|vis)|via\s|[Dd]igitalt|[Pp]å\s(?:distans|länk|plats)|(?:om|ny|fyllnads)val"
    r"|[Tt]el(?:efon)?\b|[Mm]obil\b|[Ee]-?post\b|sammankallande|sista\s|första\s|jäv|t\.?\s?o\.?\s?m\b|fr\.?\s?o\.?\s?m\b|ansl(?:uter|öt)|lämna|närvar|frånvar"
    r"|ersätt|istället\sför|i\sstället\sför|till\s\d|från\s\d|\S+@)"
)
"""What says of a participant how, when or for what they were there."""
STANDS_IN = re.compile(
    r"(?:(?:tjänstgörande\s+)?ersättare\sför|ersätter|i\sstället\sför|istället\sför|för|for|vara\sför)\s"
)
BODY = re.compile(r"(?<=\w{5})(?:kontoret|förvaltningen|nämnden|enheten|avdelningen|sektionen|centrum)$")
"""A unit with its field in its own name, in small letters."""
UNIT = re.compile(
    r"\w*(?:enheten|avdelningen|sektionen|förvaltningen|gruppen|teamet)(?:\s(?:för|inom|mot)\s[^A-ZÅÄÖ]+)?$|seksjonen?\sfor\s[^A-ZÅÄÖ]+$"
)
"""A unit in small letters: "enheten för landsbygdsutveckling"."""
PARTY = re.compile(r"[A-ZÅÄÖ]{1,3}|Kd|Mp")
"""The letters of a party in parentheses: only persons have them."""
SHORTENED = re.compile(r"(?P<short>[A-ZÅÄÖ]\w{0,3})\s?=\s?(?=[A-ZÅÄÖ])")
"""What a list says that the notes call somebody: "AB = Anna Brink"."""
PARTIES = frozenset({"KD", "MP", "SD"})
"""Letters of parties that might be somebody's initials."""
SMALL = frozenset(("och", "&", "av", "på", "norra", "södra", "östra", "västra", "mellersta", "the"))
"""Words in small letters that stand inside names."""
LONGEST = 7
"""Words of the longest name of an organisation that no list has."""


@dataclass(slots=True)
class Piece:
    """What stands between two commas. `joint` is the mark before it."""

    joint: str
    persons: list[tuple[int, int]]
    organisation: tuple[int, int] | None = None
    role: str | None = None
    instead_of: str | None = None
    remark: str = ""
    at: bool = False  # whether "från" stands between the person and the organisation
    sure: bool = True  # whether an organisation looks like one, or only stands where one would
    other: bool = False  # words that name nobody
    short: tuple[int, int] | None = None  # what the notes call the person: "(AB)", "AB ="
    letters: tuple[int, int] | None = None  # capitals in parentheses: initials of whoever stands before?


def bounds(text: str) -> list[tuple[int, int, str]]:
    """Begin and end of each piece of a line, with the mark before it."""
    found, place, joint = [], 0, ""
    for match in [*JOINT.finditer(text), None]:
        if match and not match[1]:
            continue
        end = match.start(1) if match else len(text)
        if text[place:end].strip(" .*_"):
            found.append((place, end, joint))
        if match:
            place, joint = match.end(1), match[1].strip()
    return found


def piece_of(text: str, begin: int, stop: int, joint: str) -> Piece:
    """Reads what stands between two joints."""
    piece = Piece(joint, [])
    brackets = list(re.finditer(r"\(([^()]*)\)", text[begin:stop])) if "(" in text else []
    for inner in brackets:
        if (
            inner[1] == initials(text[begin : begin + inner.start()].strip(" •*_–-"))
            and inner[1] not in PARTIES
        ):
            piece.short = (begin + inner.start(1), begin + inner.end(1))  # "Anna Brink (AB)"
        else:
            letters = is_abbreviation(inner[1]) and inner[1] not in PARTIES
            piece.letters = (begin + inner.start(1), begin + inner.end(1)) if letters else None
            _bracketed(piece, text, begin + inner.start(1), begin + inner.end(1))
    after = text[begin + brackets[0].end() : stop] if brackets else ""
    tail = re.sub(r"\s*\([^()]*\)", "", after).strip(" .*_–-") if after else ""
    end = begin + brackets[0].start() if brackets else stop
    begin += len(text[begin:end]) - len(text[begin:end].lstrip(" /*_•-–"))
    shortened = SHORTENED.match(text, begin, end)
    if shortened:
        piece.short, begin = shortened.span("short"), shortened.end()
    end = begin + len(text[begin:end].rstrip(" .:*_-–"))
    _plain(piece, text, begin, end)
    stands = STANDS_IN.match(tail)
    if stands:
        piece.instead_of = tail[stands.end() :]
    elif is_role(tail):
        piece.role = piece.role or tail
    elif _aside(tail):
        piece.remark = f"{piece.remark} {tail}".strip()
    else:
        piece.other = piece.other or bool(tail)
    return piece


def _bracketed(piece: Piece, text: str, begin: int, stop: int) -> None:
    """Roles, organisation and remarks in parentheses: "(Halden kommune, rådgiver)", "(M)", "(via länk)"."""
    place = begin
    for words in text[begin:stop].split(","):
        start = place + len(words) - len(words.lstrip())
        place += len(words) + 1
        bare = words.strip()
        stands = STANDS_IN.match(bare)
        if not bare:
            continue
        if stands:
            piece.instead_of = bare[stands.end() :]
        elif not piece.persons and person_at(bare.split(), 0) == len(bare.split()) > 1:
            piece.persons.append((start, start + len(bare)))  # "Tierps kommun (Lena Falk)"
        elif is_role(bare):
            piece.role = piece.role or bare
        elif _aside(bare) or not bare[:1].isupper():
            piece.remark = f"{piece.remark} {bare}".strip()
        elif piece.organisation is None and (
            len(bare) > 3 or looks_organisational(bare) or is_abbreviation(bare)
        ):
            piece.organisation = (start, start + len(bare))


def _aside(words: str) -> bool:
    """Whether words are a remark; a name that begins as one does ("Tomas") is none."""
    return ASIDE.match(words) is not None or (
        (not words[:1].isupper() or words.isupper()) and REMOTE.fullmatch(words) is not None
    )


def _plain(piece: Piece, text: str, begin: int, stop: int) -> None:
    """Reads a piece without its parentheses."""
    words = text[begin:stop]
    if UNIT.match(words):
        piece.remark = words  # a unit that has no name of its own: what is above it follows
        return
    if ": " in words:
        piece.other = True  # a label inside a line: it says more than names
        return
    if not words:
        piece.other = piece.organisation is None and piece.role is None and not piece.remark
        return
    stands = STANDS_IN.match(words)
    if stands and not piece.persons and words[stands.end() : stands.end() + 1].isupper():
        piece.instead_of = words[stands.end() :]
        return
    first, _, rest = words.partition(" ")
    if is_role(words) or (
        is_role(first) and (rest.startswith("of the ") or not re.search(r"[A-ZÅÄÖ]", rest))
    ):
        piece.role = words  # "chef för näringsliv", "rådgivare inre miljö"
        if rest and " " not in rest and BODY.search(rest):  # "planchef stadsbyggnadskontoret"
            piece.role, piece.organisation = first, (stop - len(rest), stop)
        return
    if _aside(words):
        piece.remark = words
        return
    begin = _past_lead(piece, text, begin, stop)
    words = text[begin:stop]
    if piece.persons:  # in parentheses: what stands before them is theirs
        piece.organisation = (begin, stop)
        piece.other = not could_name(words) or not could_be_organisation(words)
        return
    tokens = [(match.group(), match.start(), match.end()) for match in TOKEN.finditer(words)]
    length = person_at([token for token, _, _ in tokens], 0) if tokens else 0
    if length > 1 and not is_company(words[tokens[length - 1][2] :]):
        end = begin + tokens[length - 1][2]
        piece.persons.append((begin, begin + len(text[begin:end].rstrip("."))))
        _after_name(piece, text, begin + tokens[length - 1][2], stop)
        return
    at = AT.match(words)
    if at:
        piece.organisation = (begin + at.end(), stop)
        names = text[begin + at.end() : stop].split()
        named = any(person_at(names, index) > 1 for index in range(1, len(names)))
        piece.other = named or not could_name(" ".join(names))
        return
    called = piece.organisation and not is_abbreviation(text[slice(*piece.organisation)])
    if (called or PARTY.fullmatch(piece.remark)) and might_be_person(words):
        piece.persons.append((begin, stop))  # "Trude Vik (Glomma Tre AS)": told by its place
        return
    if could_name(words):
        piece.organisation = (begin, stop)
        piece.sure = looks_organisational(words)
        piece.other = not (piece.sure or could_be_organisation(words) or (piece.joint and _one_word(words)))
        return
    piece.other = True


def _past_lead(piece: Piece, text: str, begin: int, stop: int) -> int:
    """Where the name begins behind "professor", "adjungerad", "gästerna"; the role is kept."""
    words = text[begin:stop]
    match = re.match(r"(?:[a-zåäöæø.:-]+\s+){1,3}(?=[A-ZÅÄÖÆØ])", words)
    if not match or AT.match(words):
        return begin
    lead = match.group().strip()
    role = re.match(r"(?P<role>.+?)\s(?:i|på|vid|hos|för|at|of)$", lead)
    if role and is_role(role["role"]):
        piece.role = role["role"]
        piece.organisation = None
        return begin + match.end()
    if is_role(lead):
        piece.role = lead
        return begin + match.end()
    return (
        begin + match.end() if lead in ("gästerna", "gäst", "gästen", "inbjudna", "dels", "även") else begin
    )


def _after_name(piece: Piece, text: str, begin: int, stop: int) -> None:
    """What follows a name without a comma: "Bo Ek från Almi", "Bo Ek ordf", "Bo Ek RJH", "Bo Ek § 4"."""
    rest = text[begin:stop]
    begin += len(rest) - len(rest.lstrip(" .:"))
    rest = text[begin:stop]
    if not rest:
        return
    at = AT.match(rest)
    titled = re.match(
        r"(?P<role>[a-zåäö-]+(?:\s[a-zåäö-]+)?)\s(?:i|på|vid|hos|för|at|of)\s(?=[A-ZÅÄÖØ])", rest
    )
    if is_role(rest):
        piece.role = rest
    elif titled and is_role(titled["role"]):
        piece.role, piece.organisation = titled["role"], (begin + titled.end(), stop)
        piece.other = not could_name(rest[titled.end() :])
    elif at:
        piece.organisation, piece.at = (begin + at.end(), stop), True
        piece.other = not could_name(rest[at.end() :])
    elif _aside(rest):
        piece.remark = rest
    elif could_name(rest) and (looks_organisational(rest) or is_abbreviation(rest)):
        piece.organisation = (begin, stop)
    else:
        piece.other = True


def could_name(words: str) -> bool:
    """Whether words could be an organisation's name: a capital, no sentence, no head alone ("Region")."""
    tokens = [token for token in words.split() if token not in legal_forms()]
    words = " ".join(words.split()[: len(tokens)])
    if not tokens or not (words[0].isupper() or words[0].isdigit()) or len(tokens) > LONGEST or ". " in words:
        return False
    bare = len(tokens) == 1 and not words.endswith(("en", "et", "an", "na"))
    if bare and words.casefold() in _heads() and not organisations_named(words):
        return False
    field = next(
        (index for index, token in enumerate(tokens) if token in ("för", "for", "of", "i")), len(tokens)
    )
    small = [
        token for token in tokens[:field] if token[0].islower() and token not in ("och", "&", "av", "på")
    ]
    small = [token for token in small if not looks_organisational(token)]
    if organisations_named(words) or not small:
        return True
    owned = len(tokens) == 2 and tokens[0].endswith(("s", "a"))  # "Jönköpings länstrafik", "Svenska kraftnät"
    return len(small) == 1 and (owned or tokens[-1] not in small)


def _one_word(words: str) -> bool:
    """Whether a word alone, behind a name, could be a company's: no name of a person or place."""
    low = words.casefold()
    known = is_given_name(words) or is_surname(words) or low in places() or low in function_words()
    return re.fullmatch(r"[A-ZÅÄÖÆØ][\w.&-]+", words) is not None and not known


@cache
def _heads() -> frozenset[str]:
    return frozenset(head.casefold() for head in heads("organisation_heads"))
