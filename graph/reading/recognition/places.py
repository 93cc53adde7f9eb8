"""Places that no list knows, and places that stand for their municipality."""

import re
from dataclasses import replace

from graph.lexicon.cues import clause_verbs
from graph.lexicon.names import is_given_name
from graph.lexicon.verbs import action_supines
from graph.model.terms import Certainty, Kind, Reason
from graph.reading.recognition.hits import Hit, Rank
from graph.reading.recognition.projects import NAMED
from graph.reading.recognition.runs import (
    PLACE_ENDING,
    Run,
    acts,
    common_heads,
    is_acted_by,
    is_head,
    is_personal,
    is_place,
    runs,
)
from graph.reading.recognition.runs import municipality_named as municipality
from graph.reading.recognition.words import Passage

AT = frozenset({"i", "på", "vid", "kring", "runt", "utanför", "mellan", "genom", "över"})
ENDING = re.compile(
    r"(?:gatan|vägen|torget|gränd|allén|banan|parken|sjön|älven|berget|fjället|ön|huset|hallen|palatset|"
    r"teatern?|kyrkan|slottet|flygplats|resecentrum|stationsväg|lappmark|skärgård|bygden|dalen|viken|"
    r"älv|fors|bruk|holmen|näset|stranden|hamnen|regionen|länet|halvön|slätten)$"
)
ROAD = re.compile(r"(?<!\w)(?:[Vv]äg|[Rr]iksväg|[Ll]änsväg|E) ?\d{1,4}(?!\w)|(?<!\w)E\d{1,2}(?:an)?(?!\w)")
NATURE = frozenset({"å", "älv", "sjö", "fjord", "lappmark", "skärgård", "flygplats"})
AUXILIARIES = frozenset({"har", "hade"})
COMPASS = frozenset({"norr", "söder", "öster", "väster", "nordost", "nordväst", "sydost", "sydväst"})
VENUES = frozenset({"plats", "lokal", "ort", "mötesplats", "var"})
ONLINE = frozenset({"teams", "zoom", "skype", "digitalt", "meet", "webex", "google"})
HOUSES = frozenset(
    {"strand", "park", "hamn", "torg", "slott", "hall", "arena", "gård", "kyrka", "teater", "udde", "brygga"}
)
HOUSE = re.compile(
    r"(?<![\w-])Folkets (?:[Hh]us|[Pp]ark)(?!\w)|"
    r"(?<![\w-])[A-ZÅÄÖ][\wåäö-]+s (?:plats|stadsplats|konserthus|teater|stadshus|rådhus|slott|station|flygplats|kyrka|torg|stadshotell|"
    r"kombiterminal|godsterminal|reningsverk|fiskehamn|sporthall|ishall|simhall|camping|folkets hus|stadspark|hembygdsgård)(?!\w)"
)
DEFINITE = re.compile(r"\w{3,}(?:ens|ets|nas) (?:plats|station)")
"""A common noun that owns: "Justeringens plats"."""
ROOMS = frozenset({"sal", "rum", "lokal", "sammanträdesrum", "konferensrum", "hörsal", "sessionssal"})
STREET = re.compile(r"(?:gatan|vägen|bron|torget|gränd|allén|kajen|backen|stigen|plan|platsen|gårdsväg)$")
PLANS = frozenset({"detaljplanen", "detaljplan", "planarbetet", "planprogrammet", "översiktsplanen"})
REBUILT = frozenset(
    ["ombyggnaden", "ombyggnad", "ombyggnation", "ombyggnationen", "renoveringen", "renovering", "rivningen",
     "upprustningen", "upprustning"]
)  # fmt: skip
CALLED_ON = re.compile(r"\?$| då[,?]")
OWN_ACTS = frozenset({"arbete", "beslut", "ansökan", "svar", "förslag", "yttrande", "begäran", "önskemål"})
"""What a municipality has and a place has not: "Laholms ansökan"."""
ADJECTIVES = frozenset(["gamla", "nya", "norra", "södra", "östra", "västra", "centrala", "hela"])
PARTNER = frozenset(
    ["tillsammans", "ihop", "samarbete", "samarbetar", "samverkan", "samverkar", "dialog", "avtal", "startat"]
)


def places(passage: Passage) -> list[Hit]:
    """Unknown names after a preposition of place, or with the ending of a street, a lake, a building."""
    hits = [
        Hit(match.start(), match.end(), Kind.PLACE, "numbered road") for match in ROAD.finditer(passage.text)
    ]
    hits += [
        Hit(*match.span(), Kind.PLACE, "house of a place")
        for match in HOUSE.finditer(passage.text)
        if not DEFINITE.match(match.group()) or match.group().startswith("Folkets")
    ]
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
    if NAMED.fullmatch(passage.words[run.last].text):
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
    return person or is_head(last.low) or acts(passage, run.last) or first.abbreviation


def municipalities_that_act(passage: Passage, hits: list[Hit]) -> list[Hit]:
    """The hits, a place that acts or is a partner read as its municipality."""
    return [_as_actor(passage, hit) if hit.kind is Kind.PLACE else hit for hit in hits]


def _as_actor(passage: Passage, hit: Hit) -> Hit:
    name = municipality(passage.text[hit.start : hit.end].casefold())
    position = passage.at.get(hit.start)
    if name is None or position is None:
        return hit
    last = position
    while last + 1 < len(passage.words) and passage.words[last + 1].start < hit.end:
        last += 1
    if not (
        _subject(passage, position, last) or _partner(passage, position) or _municipalities(passage, last)
    ):
        return hit
    return replace(
        hit,
        kind=Kind.ORGANISATION,
        rule="municipality by its place",
        canonical=name,
        classification="municipality",
        listed=True,
        certainty=Certainty.INFERRED,
        reason=Reason.PLACE_STANDS_FOR_MUNICIPALITY,
    )


def _subject(passage: Passage, first: int, last: int) -> bool:
    if first == 0 or (first == 1 and passage.low(0) in ("och", "men")):
        rest = passage.text[passage.words[last].end :]
        if CALLED_ON.match(rest) or (first and rest[:2] == ", " and passage.low(last + 1) in clause_verbs()):
            return True  # the word is given to its people: "Malå?", "Och Malå då?"
    if passage.low(first - 1) == "i" and passage.low(first - 2) in ("vi", "oss"):
        return True  # "Vi i Ockelbo väntar": its people speak
    if passage.low(first - 1) in AT and passage.words[first].gap == " ":
        return False
    if passage.low(last).endswith("s") and passage.low(last + 1) in OWN_ACTS and passage.gap(last + 1) == " ":
        return True
    if passage.low(first - 1) == "från" and passage.low(last + 1) in (
        "rapporterar",
        "rapporterade",
        "meddelar",
    ):
        return True
    if first == 0 and passage.gap(last + 1) in (" – ", " — ") and len(passage.words) > last + 1:
        return not passage.words[last + 1].text[0].isdigit()  # a label: "Arvika – inget att rapportera"
    if passage.low(first - 1) in AUXILIARIES and passage.words[first].gap == " ":
        return any(
            passage.low(i) in action_supines() or passage.low(i) == "råd" for i in range(last + 1, last + 4)
        )
    return acts(passage, last) or (
        is_acted_by(passage, first) and passage.low(first - 1) not in ("vill", "lämnar", "bygger", "når")
    )


def _municipalities(passage: Passage, last: int) -> bool:
    """Whether "kommuner" follows, at once or after the other names of the list: "X, Y och Z kommuner"."""
    for index in range(last + 1, last + 10):
        word = passage.word(index)
        if word is None or word.gap not in (" ", ", "):
            return False
        if word.low in ("kommuner", "kommunerna"):
            return True
        if not (word.capital or word.low in ("och", "samt")):
            return False
    return False


def _partner(passage: Passage, first: int) -> bool:
    """Whether it stands after "tillsammans med", alone or after a partner before it: "med X och Y"."""
    index = first - 1
    for _ in range(4):
        low = passage.low(index)
        if low == "med":
            return any(passage.low(index - back) in PARTNER for back in range(1, 6))
        word = passage.word(index)
        if word is None or not (low in ("och", "samt") or word.capital):
            return False
        index -= 1
    return False
