"""Who takes, holds or changes a post, as a sentence tells it: "Ny vd för X blir A", "A, nu på X", "A driver X"."""

import re
from collections.abc import Callable, Iterator

from graph.model.reading import Mention
from graph.model.terms import Kind
from graph.model.text import Document
from graph.reading.resolution.delegations import Given, Role, plain, sentences

POST = re.compile(r"\b(?P<role>[\w-]+)\s(?:för|på|i|vid|hos|av)\s$")
"""A title before what it is held at: "Ny näringslivschef i"."""
TAKES = re.compile(
    r"\s(?:blir|är|blev|heter|har\s(?:utsetts|valts|anställts|rekryterats)|(?:utsågs|utses|valdes|väljs|tillträder|tillträdde)"
    r"|har\s(?:utsett|valt|anställt)\s(?:till\s)?)\s?(?:[a-zåäö-]+\s){0,2}"
)
SENT = re.compile(
    r",\s(?:som\sär\s)?(?:utsänd|utsedd|utskickad|nominerad|inbjuden|delegerad)\s(?:av|från)\s"
    r"|,\s(?:som\s)?(?:talar|talade|för\stalan|deltog|deltar|sitter|satt)\s(?:[a-zåäö]+\s){0,2}?(?:för|på\suppdrag\sav)\s"
    r"|,\s(?:på\suppdrag\sav|ombud\sför|utsänd\sför)\s"
    r"|,\s(?:till\svardags|annars|normalt|i\svanliga\sfall)\s(?:på|vid|hos|i)\s"
)
EARLIER = re.compile(
    r"(?:,\s|\s(?:har\s)?)(?:tidigare|förut|förr|dessförinnan|närmast|fram\still\snu|(?:arbetade|jobbade)\s(?:tidigare|förr|förut))\b"
    r"(?:\s[a-zåäö]+){0,4}\s(?:på|vid|hos|i|för|från)\s"
)
NOW = re.compile(
    r",?\s(?:och\s|men\s|som\s)?(?:(?:är|arbetar|jobbar|driver|leder|finns)\s)?(?:numera|nu|i\sdag|idag|sedan\s[a-zåäö\d ]{2,20})\s"
    r"(?:(?P<role>[\w-]+)\s)?(?:på\s|vid\s|hos\s|i\s|för\s|från\s)?"
)
RUNS = re.compile(
    r"(?:,\ssom|\s(?:som\s)?)\s?(?:numera\s|nu\s|i\sdag\s|idag\s)?(?:driver|leder|äger|basar\sför|arbetar\s(?:på|vid|hos|för)|jobbar\s(?:på|vid|hos|för))"
    r"\s(?:nu\s|numera\s|i\sdag\s|idag\s|sedan\slänge\s)?"
)
HOLDS = re.compile(
    r"\s(?:(?:är|blir|blev|sitter\ssom|arbetar\ssom|jobbar\ssom|verkar\ssom"
    r"|(?:har\s)?(?:anställts|anställdes|utsetts|utsågs|utses|valts|valdes|väljs|rekryterats|tillträder|tillträdde)\s(?:som|till))\s)?"
    r"(?:idag\s|nu\s|numera\s|också\s|även\s)?(?:(?:ny|tf|vice|biträdande|förste|nytillträdd|nybliven)\s)?"
    r"(?P<role>[\w-]+)\s(?P<at>på|i|vid|hos|för)\s"
)
"""What joins a person to the organisation where they have a post: "är ordförande i", "ny vd på"."""
LEADS = re.compile(r"(?:vd|direktör|rektor|ordförande|chef|sekreterare|talesperson|ledamot)$", re.IGNORECASE)
"""Titles that are held for an organisation; "ansvarig för" and its like name a field."""
RECEIVED = re.compile(
    r"\s(?:[a-zåäö]+\s){0,4}(?:träffade|mötte|guidades\sav|möttes\sav|välkomnades\sav|togs\semot\sav|visades\srunt\sav|hälsade\spå)"
    r"\s(?P<role>[\w:-]+)\s"
)
BESIDE = re.compile(r"\s\(|(?:,\s|\s)(?:[a-zåäö-]+\s)?(?:(?:på|vid|från|hos|för|i)\s)?")
"""What joins a person to an organisation of their own."""
CLOSES = re.compile(
    r"\s*(?:[.,;:!?)]|$|\s(?:och|men|samt|sedan|i|på|som|tillsammans|berättar|sa|säger|tar|leder)\b)"
)
"""What may follow an organisation that owns nothing after it: "A leder X och"."""


def posts(
    document: Document, ordered: list[Mention], kinds: dict[str, Kind], is_role: Callable[[str], bool]
) -> Iterator[Given]:
    """Each person with the organisation where a sentence says that they have a post, or now have one.

    `ordered` are the persons and organisations of the document in reading order. Where somebody was before gives
    nothing.
    """
    for names in sentences(ordered):
        quote = names[0].quote
        edges = [quote.start, *(name.span.end for name in names)]
        starts = [*(name.span.start for name in names), quote.end]
        between = [plain(document, begin, end) for begin, end in zip(edges, starts, strict=True)]
        person = [kinds[name.actor] is Kind.PERSON for name in names]
        for index in range(len(names) - 1):
            if person[index] and not person[index + 1]:
                yield from _of_person(names, person, between, index, is_role)
            elif not person[index] and person[index + 1]:
                role = _taken(between[index], between[index + 1], is_role)
                own = (
                    index + 2 < len(names) and not person[index + 2] and BESIDE.fullmatch(between[index + 2])
                )
                if role and not own:
                    yield names[index + 1], names[index], role


def _taken(before: str, between: str, is_role: Callable[[str], bool]) -> Role:
    """The title that a person after an organisation takes or has there."""
    post = POST.search(before)
    if post and is_role(post["role"]) and TAKES.fullmatch(between):
        return post["role"]
    received = RECEIVED.fullmatch(between)
    if received:
        bare = received["role"].replace(":", "")
        definite = bare.endswith(("n", "t"))
        return next((form for form in (bare[:-2], bare[:-1]) if definite and is_role(form)), None)
    return None


def _of_person(
    names: list[Mention],
    person: list[bool],
    between: list[str],
    index: int,
    is_role: Callable[[str], bool],
) -> Iterator[Given]:
    """What the words after a person say of their post."""
    joint, after = between[index + 1], between[index + 2]
    if EARLIER.fullmatch(joint):
        now = NOW.fullmatch(after) if index + 2 < len(names) and not person[index + 2] else None
        if now:
            role = now["role"] if now["role"] and is_role(now["role"]) else None
            yield names[index], names[index + 2], role
        return
    holds = HOLDS.fullmatch(joint)
    if holds and is_role(holds["role"]) and (holds["at"] != "för" or LEADS.search(holds["role"])):
        if CLOSES.match(after):
            yield names[index], names[index + 1], holds["role"]
    elif SENT.fullmatch(joint) or (RUNS.fullmatch(joint) and CLOSES.match(after)):
        yield names[index], names[index + 1], None
