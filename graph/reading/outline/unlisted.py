"""Names in a heading that no list knows, told by where they stand: after a comma, in parentheses, beside a firm."""

import re

from graph.lexicon.names import is_surname
from graph.reading.outline.personal_names import is_known_given, looks_organisational, might_be_person
from graph.reading.outline.roles import is_role
from graph.reading.outline.tails import without_tail

LEAD = re.compile(r"[\s,.:;–—|/&*_-]*(?:(?:från|FRÅN|på|vid|för|hos|och|samt)\s+)?[(\s]*")
JOINTS = re.compile(r"\s?(?:,|:|;|\boch\b|&|/|\||–|—|\s-\s|\.$|\bsamt\b)\s?")
TITLE = re.compile(r"([a-zåäö-]+(?:\s[a-zåäö-]+)?)\s+(?=[A-ZÅÄÖ])")
CORRECTED = re.compile(r"(?<!\?)\?+\s*nej\W+", re.IGNORECASE)
"""A note-taker who corrects a name in the same line: "Osby Komponent?? nej – Perstorps Plast"."""
TRIM = " ,.:;–—-|/&*_"
PARENTHESIS = re.compile(r"\s*\(([^()]*)\)")


def trimmed(text: str, begin: int, stop: int) -> tuple[int, int] | None:
    """A stretch of a heading without what joins it to the rest, its title and its parentheses."""
    piece = text[begin:stop]
    lead = LEAD.match(piece)
    begin += lead.end() if lead else 0
    piece = text[begin:stop]
    title = TITLE.match(piece)
    if title and is_role(title[1]):
        begin, piece = begin + title.end(), piece[title.end() :]
    corrected = CORRECTED.search(piece)
    if corrected:
        begin, piece = begin + corrected.end(), piece[corrected.end() :]
    opened = piece.find("(")
    if opened > 0:
        piece = piece[:opened]
    piece = piece.split("§")[0]
    if ")" in piece:
        piece = piece[: piece.index(")")]
    piece = without_tail(piece)
    if not re.search(r"[^\W\d_]{2}", piece) or piece.casefold() in ("och", "samt", "från"):
        return None
    return begin, begin + len(piece)


def in_parenthesis(
    text: str, organisation: tuple[int, int]
) -> tuple[list[tuple[int, int]], tuple[int, int] | None]:
    """ "Flen (Bosse)", "Nyköping (Nyamko Wallin)": a name that no list knows, by its place."""
    for match in PARENTHESIS.finditer(text):
        words, comma, role = match[1].strip(TRIM).partition(",")
        if comma and not is_role(role):
            continue
        if is_known_given(words) or might_be_person(words):
            return [(match.start(1), match.start(1) + len(words))], organisation
    return [], organisation


def beside_firm(
    text: str, organisation: tuple[int, int]
) -> tuple[list[tuple[int, int]], tuple[int, int] | None]:
    """ "Älmhults kommun: Cazper Bergquist": a given name that no list has, before a listed surname."""
    words = text[organisation[0] : organisation[1]]
    joints = list(JOINTS.finditer(words))
    if len(joints) != 1:
        return [], organisation
    begin, stop = organisation
    first, second = (begin, begin + joints[0].start()), (begin + joints[0].end(), stop)
    for who, whom in ((second, first), (first, second)):
        name, firm = text[who[0] : who[1]], text[whom[0] : whom[1]]
        person = len(name.split()) == 2 and might_be_person(name) and is_surname(name.split()[1])
        if person and looks_organisational(firm):
            return [who], whom
    return [], organisation


def by_place(
    text: str, organisation: tuple[int, int]
) -> tuple[list[tuple[int, int]], tuple[int, int] | None]:
    """Names that no list knows: "Org, First Last" and "First Last, Org" by their parts."""
    parts, place = [], 0
    for joint in [*JOINTS.finditer(text), None]:
        stop = joint.start() if joint else len(text)
        piece = trimmed(text, place, stop)
        if piece:
            parts.append(piece)
        place = joint.end() if joint else stop
    if len(parts) >= 2:
        persons = [part for part in parts if might_be_person(text[part[0] : part[1]])]
        others = [part for part in parts if part not in persons]
        if not persons and len(parts) == 2 and is_known_given(text[parts[1][0] : parts[1][1]]):
            return [parts[1]], parts[0]
        if len(persons) == 1 and others:
            return persons, (others[0][0], others[-1][1]) if others[-1][1] < persons[0][0] else others[0]
    words = text[organisation[0] : organisation[1]]
    if len(parts) == 1 and re.fullmatch(r"[A-ZÅÄÖ][\wåäöé-]+", words) and is_known_given(words):
        return [organisation], None
    return [], organisation
