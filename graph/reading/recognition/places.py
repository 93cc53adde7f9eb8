"""Places that no list knows, and places that stand for their municipality."""

import re

from graph.lexicon.heads import function_words
from graph.lexicon.names import is_given_name
from graph.lexicon.screened import screened
from graph.model.terms import Kind
from graph.reading.recognition.hits import Hit, Rank
from graph.reading.recognition.projects import NAMED
from graph.reading.recognition.runs import (
    CALENDAR,
    PLACE_ENDING,
    Run,
    acts,
    common_heads,
    is_head,
    is_personal,
    is_place,
    runs,
)
from graph.reading.recognition.words import Passage

AT = frozenset({"i", "på", "vid", "kring", "runt", "utanför", "mellan", "genom", "över"})
ENDING = re.compile(
    r"(?:gatan|vägen|torget|gränd|allén|banan|parken|sjön|älven|berget|fjället|ön|huset|hallen|palatset|"
    r"gården|stugan|ladan|logen|magasinet|teatern?|kyrkan|slottet|flygplats|resecentrum|stationsväg|lappmark|skärgård|bygden|dalen|viken|"
    r"älv|fors|bruk|holmen|näset|stranden|hamnen|regionen|länet|halvön|slätten)$"
)
ROAD = re.compile(r"(?<!\w)(?:[Vv]äg|[Rr]iksväg|[Ll]änsväg|E) ?\d{1,4}(?!\w)|(?<!\w)E\d{1,2}(?:an)?(?!\w)")
NATURE = frozenset(
    ["å", "älv", "sjö", "fjord", "lappmark", "skärgård", "flygplats", "köpcentrum", "handelsområde", "industriområde",
     "gästhamn", "kallbadhus", "badhus", "simhall", "ishall", "sporthall", "fritidsgård", "djurpark", "hembygdsgård",
     "idrottsplats", "skidstadion", "golfbana", "station", "resecentrum", "badplats", "kyrka", "bygdegård", "folkpark", "torg", "byastuga"]
)  # fmt: skip
COMPASS = frozenset({"norr", "söder", "öster", "väster", "nordost", "nordväst", "sydost", "sydväst"})
VENUES = frozenset({"plats", "lokal", "ort", "mötesplats", "var"})
ONLINE = frozenset({"teams", "zoom", "skype", "digitalt", "meet", "webex", "google"})
HOUSES = frozenset(
    {"strand", "park", "hamn", "torg", "slott", "hall", "arena", "gård", "kyrka", "teater", "udde", "brygga"}
)
HOUSE = screened(
    r"(?<![\w-])Folkets (?:[Hh]us|[Pp]ark)(?!\w)|"
    r"(?<![\w-])[A-ZÅÄÖ][\wåäö-]+s (?:plats|stadsplats|konserthus|teater|kanal|skärgård|nationalpark|naturreservat|fyr|kloster|herrgård|fästning|badplats|stadshus|rådhus|hus|hamnkrog|hamn|slott|station|flygplats|kyrka|torg|stadshotell|"
    r"kombiterminal|godsterminal|reningsverk|fiskehamn|sporthall|ishall|simhall|camping|folkets hus|stadspark|hembygdsgård)(?!\w)"
)
PROPERTY = re.compile(
    r"(?<![\w-])[A-ZÅÄÖ][a-zåäö]{1,20}(?:-[A-ZÅÄÖ][a-zåäö]{1,20})?(?: [A-ZÅÄÖ][a-zåäö]{1,20})? (?P<number>(?:s:)?\d{1,3}:\d{1,4})(?![\w:])"
)
CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")
DEFINITE = re.compile(r"\w{3,}(?:ens|ets|nas) (?:plats|station)")
"""A common noun that owns: "Justeringens plats"."""
ROOMS = frozenset({"sal", "rum", "lokal", "sammanträdesrum", "konferensrum", "hörsal", "sessionssal"})
STREET = re.compile(r"(?:gatan|vägen|bron|torget|gränd|allén|kajen|backen|stigen|plan|platsen|gårdsväg)$")
PLANS = frozenset({"detaljplanen", "detaljplan", "planarbetet", "planprogrammet", "översiktsplanen"})
REBUILT = frozenset(
    ["ombyggnaden", "ombyggnad", "ombyggnation", "ombyggnationen", "renoveringen", "renovering", "rivningen",
     "upprustningen", "upprustning"]
)  # fmt: skip
ADJECTIVES = frozenset(["gamla", "nya", "norra", "södra", "östra", "västra", "centrala", "hela"])


def places(passage: Passage) -> list[Hit]:
    """Unknown names after a preposition of place, or with the ending of a street, a lake, a building."""
    hits = [
        Hit(match.start(), match.end(), Kind.PLACE, "numbered road") for match in ROAD.finditer(passage.text)
    ]
    hits += [
        Hit(*match.span(), Kind.PLACE, "house of a place")
        for match in HOUSE.finditer(passage.text)
        if match.group().startswith("Folkets")
        or not (DEFINITE.match(match.group()) or _owner_is_person(match.group()))
    ]
    if ":" in passage.text:
        hits += _properties(passage)
    for run in runs(passage):
        first, last = passage.words[run.first], passage.words[run.last]
        following = passage.word(run.last + 1)
        owner = last.low.endswith("s") and following and following.gap == " " and not following.function
        by_nature = following and following.gap == " " and following.low in NATURE
        if following and by_nature and len(run) == 1 and len(first.text) > 3:
            hits.append(Hit(first.start, following.end, Kind.PLACE, "name of nature"))
            continue
        before = passage.low(run.first - 1)
        if before in ADJECTIVES and first.gap == " ":
            before = passage.low(run.first - 2)
        if before == "om" and passage.low(run.first - 2) in COMPASS:
            before = "vid"
        at = (before in AT and first.gap == " ") or _beside_a_place(passage, run.first)
        ends = ENDING.search(last.low) and last.low not in common_heads()
        ends = ends and not (len(run) > 1 and is_place(last.text))
        located = passage.low(run.last + 1) == "i" and is_place(passage.low(run.last + 2))
        if owner:
            continue
        room = len(run) == 2 and first.low in ROOMS
        campus = len(run) == 2 and first.low == "campus" and before == "på"
        if room or campus or _planned(passage, run) or (_venue(passage, run.first) and len(run) == 2):
            hits.append(Hit(first.start, last.end, Kind.PLACE, "address or venue"))
            continue
        if len(run) == 1 and (_venue(passage, run.first) or _numbered_house(passage, run.last)):
            hits.append(Hit(first.start, last.end, Kind.PLACE, "address or venue"))
            continue
        if at and len(run) == 2 and is_place(first.text) and last.abbreviation:
            hits.append(Hit(first.start, last.end, Kind.PLACE, "venue of a town", Rank.RUN))
            continue
        if (
            len(run) == 1
            and before in ("från", "till", "mot")
            and first.gap == " "
            and PLACE_ENDING.search(last.low)
        ):
            hits.append(Hit(first.start, last.end, Kind.PLACE, "ending of towns", Rank.GUESS))
            continue
        if ends and (at or not first.opens or (located and not is_head(last.low))):
            rank = Rank.NAME if at or located else Rank.GUESS
            hits.append(Hit(first.start, last.end, Kind.PLACE, "ending of places", rank))
        elif at and len(run) <= 2 and not _other(passage, run):
            hits.append(Hit(first.start, last.end, Kind.PLACE, "after a preposition of place", Rank.GUESS))
    return hits


def _owner_is_person(name: str) -> bool:
    """Whether a pronoun or a given name owns what is no house: "Hans plats"."""
    owner, _, head = name.partition(" ")
    low = owner.casefold()
    return head == "plats" and (low in function_words() or low in ("hans", "deras", "dess", "någons"))


def _properties(passage: Passage) -> list[Hit]:
    """Designations of land: "Backen 2:14"; what may be a time of the day only behind a word of land."""
    hits = []
    for match in PROPERTY.finditer(passage.text):
        position = passage.at.get(match.start())
        if position is None or passage.words[position].function or CALENDAR.match(passage.low(position)):
            continue
        before = passage.low(position - 1)
        land = (
            before.startswith("fastighet")
            or before in ("av", "på", "inom", "för")
            or before.endswith("planen")
        )
        if land or not CLOCK.fullmatch(match["number"]):
            hits.append(Hit(*match.span(), Kind.PLACE, "designation of land"))
    return hits


def _venue(passage: Passage, position: int) -> bool:
    """Whether the label of the place stands before: "Plats: Kallbadhuset"."""
    gap, before = passage.words[position].gap, passage.low(position - 1)
    labelled = gap == ": " and before in VENUES
    timed = before == "tid" and passage.low(position - 2) == "och" and passage.low(position - 3) == "plats"
    return (labelled or (timed and gap in (" ", ": ", "\n"))) and passage.low(position) not in ONLINE


def _planned(passage: Passage, run: Run) -> bool:
    """Whether a plan or a rebuilding is of one unknown name: "detaljplanen för X", "ombyggnaden av X"."""
    head, link = passage.low(run.first - 2), passage.low(run.first - 1)
    alone = (
        len(run) == 1
        and passage.words[run.first].gap == " "
        and not common_heads() & {passage.low(run.first)}
    )
    if NAMED.pattern.fullmatch(passage.words[run.last].text):
        return False  # a park or a terminal that is to be built
    return alone and ((link == "för" and head in PLANS) or (link == "av" and head in REBUILT))


def _numbered_house(passage: Passage, position: int) -> bool:
    """Whether a street with a number closes the clause: "Skeppsbron 4."."""
    number = passage.word(position + 1)
    if number is None or number.gap != " " or not number.text.isdigit() or len(number.text) > 3:
        return False
    return bool(STREET.search(passage.low(position))) and passage.gap(position + 2)[:1] in ("", ".", ",", ";")


def _beside_a_place(passage: Passage, position: int) -> bool:
    """Whether it is the second of two places: "i Herrvik och Ronehamn", "Hallsberg–Degerön"."""
    if passage.words[position].gap in ("–", "-", "—") and is_place(passage.low(position - 1)):
        return True
    joined = passage.low(position - 1) in ("och", "eller", "samt") and passage.words[position].gap == " "
    return (
        joined
        and passage.low(position - 3) in (*AT, "från", "till")
        and passage.words[position - 2].capital
        and (is_place(passage.low(position - 2)) or bool(PLACE_ENDING.search(passage.low(position))))
    )


def _other(passage: Passage, run: Run) -> bool:
    """Whether a run is no place though "i" or "på" stands before: a person, a body, one that acts."""
    first, last = passage.words[run.first], passage.words[run.last]
    person = is_given_name(first.text) or (
        is_personal(passage, run) and last.low not in HOUSES and not PLACE_ENDING.search(last.low)
    )
    acting = acts(passage, run.last) and passage.low(run.first - 1) != "i"
    return person or is_head(last.low) or acting or first.abbreviation
