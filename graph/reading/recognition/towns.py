"""Towns that act: where a place's name stands for its municipality."""

import re

from graph.lexicon.cues import clause_verbs
from graph.lexicon.verbs import action_supines
from graph.model.terms import Certainty, Kind, Reason
from graph.reading.recognition.hits import Hit
from graph.reading.recognition.places import AT
from graph.reading.recognition.runs import acts, is_acted_by, is_place
from graph.reading.recognition.runs import municipality_named as municipality
from graph.reading.recognition.words import Passage

AUXILIARIES = frozenset({"har", "hade"})
CALLED_ON = re.compile(r"\?$| då[,?]")
OWN_ACTS = frozenset({"arbete", "beslut", "ansökan", "svar", "förslag", "yttrande", "begäran", "önskemål"})
"""What a municipality has and a place has not: "Laholms ansökan"."""
DOES = frozenset({"gör", "gjorde", "tycker", "slipper", "hörde", "hör"})
"""What only people do, or the municipality of the place."""
PARTNER = frozenset(
    ["tillsammans", "ihop", "samarbete", "samarbetar", "samverkan", "samverkar", "dialog", "avtal", "startat"]
)


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
    acting = _subject(passage, position, last) or _partner(passage, position)
    if not (acting or _municipalities(passage, last) or _called(passage, position)):
        return hit
    return hit._replace(
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
    if passage.low(first - 1) == "i" and passage.low(first - 2) == "vi":
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
    if _does(passage, last) or _one_of_subjects(passage, first, last):
        return True
    return acts(passage, last) or (
        is_acted_by(passage, first) and passage.low(first - 1) not in ("vill", "lämnar", "bygger", "når")
    )


def _one_of_subjects(passage: Passage, first: int, last: int) -> bool:
    """Whether it is one of a list of places that act together: "X, Y och Z samarbetar"."""
    end = last
    while passage.gap(end + 1) == ", " and is_place(passage.low(end + 1)):
        end += 1
    if passage.low(end + 1) in ("och", "samt") and is_place(passage.low(end + 2)):
        end += 2
    begin = first
    while begin > 0 and passage.gap(begin) == ", " and is_place(passage.low(begin - 1)):
        begin -= 1
    if end == last or passage.low(begin - 1) in (*AT, "från", "till", "mot", "av"):
        return False
    return acts(passage, end)


def _does(passage: Passage, last: int) -> bool:
    """Whether a verb follows that says only that somebody acts, at once or behind one more place."""
    if passage.gap(last + 1) != " ":
        return False
    following = passage.low(last + 1)
    if following in ("och", "samt") and is_place(passage.low(last + 2)):
        return passage.gap(last + 2) == " " and _does(passage, last + 2)
    return following in DOES or (following in AUXILIARIES and passage.low(last + 2) == "gjort")


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


def _called(passage: Passage, first: int) -> bool:
    """Whether "kommunerna" stands before the list that it is in: "kommunerna X, Y och Z"."""
    index = first - 1
    for _ in range(12):
        word = passage.word(index)
        if word is None:
            return False
        if word.low in ("kommunerna", "grannkommunerna", "inlandskommunerna", "kustkommunerna"):
            return passage.words[index + 1].gap == " "
        if not (word.capital or word.low in ("och", "samt")) or passage.words[index + 1].gap not in (
            " ",
            ", ",
        ):
            return False
        index -= 1
    return False
