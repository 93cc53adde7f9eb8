"""Events by the ends of their names: fairs, weeks, festivals, cups, prizes, conferences."""

import re

from graph.lexicon.cues import cue_of
from graph.lexicon.gazetteer import organisations, places
from graph.lexicon.names import is_given_name
from graph.lexicon.screened import screened
from graph.model.terms import Kind
from graph.reading.recognition.capitals import CAPITAL, WEEKDAYS, is_general, opens_sentence
from graph.reading.recognition.hits import Hit
from graph.reading.recognition.runs import Run, is_head, is_personal, runs
from graph.reading.recognition.words import Passage

NAMED = screened(
    rf"(?<![\w-])(?P<name>[A-ZÅÄÖ][\wåäö-]*(?:yran|cupen|mässan|galan|dagen|dagarna|veckan|veckorna|"
    rf"festivalen|festen|loppet|frukost|expo|konferensen|priset|racet|spelen|träffen|träff|rådslag|middag|rallyt|maraton|maran|natten|karnevalen|gala|festival|[a-zåäö]{{3,12}}sdag(?=\s[A-ZÅÄÖ]))"
    rf"(?:\s(?:{CAPITAL}|20\d\d))?)(?![\w-])"
)
MARKET = screened(
    rf"(?<![\w-])(?P<name>{CAPITAL}s\s(?:\w{{0,14}}(?:[Mm]arknad|[Ff]estival|[Mm]ässa|[Mm]araton|[Gg]ala|[Dd]agar|fest|vecka|rally|lopp|karneval|cup)|(?!födelse|arbets)[a-zåäö]{{5,14}}dag))(?![\w-])"
)
# A name of two words with its head behind a hyphen: "Vilda Västern-dagen".
HYPHENED = screened(
    r"(?<![\w-])(?P<name>[A-ZÅÄÖ][\wåäö]+ [A-ZÅÄÖ][\wåäö]+-(?:dagen|dagarna|veckan|mässan|festivalen|loppet|priset|galan))"
    r"(?![\w-])"
)
# A gathering by what it is and where: "Fältdag Söderslätt".
FIRST = screened(
    r"(?<![\w-])(?P<name>(?P<head>[A-ZÅÄÖ][a-zåäö]{2,14}(?:dag|dagar|konferens|mässa|festival|vecka|seminarium|mingel|vernissage))"
    r" (?P<where>[A-ZÅÄÖ][a-zåäö]+))(?![\w-])"
)
# The last word of a name in several capitals, in Swedish or English.
LAST = re.compile(
    r"^(?:\w*(?:mässa|mässan|festival|festivalen|gala|galan|dagar|dagarna|veckan|maraton|marathon|marknad|marknaden"
    r"|konferens|konferensen|seminarium|middag|lunch|frukost|träff|mingel|karneval|rally|spelen|priset|cup|race)"
    r"|\w{5,}dagen|\w{5,}dagarna|day|days|week|summit|conference|award|awards|expo|open|meetup|forum day|dag|dagen|hackathon|sm|vm|em|nm)$"
)
TOLD_AFTER = re.compile(
    r"\s(?:arrangeras|äger rum|går av stapeln|ställs in|ställdes in|lockade|lockar|drog \d|är fullboka|är slutsål|"
    r"är inställ|flyttas till|invigs på|hålls|hölls)"
)
TOLD_BEFORE = re.compile(
    r"(?:[Aa]nmälan till|biljetter(?:na)? till|utställare på|monter på|[Nn]ominera till|nominerad(?:e)? till|"
    r"priset|utsedd till|besökare på|deltog på|deltar på|deltagare på|ses på|träffa oss på|ställer ut på|ställde ut på|mässan på|syns på|arrangera[rd]?e?|inbjudan till)\s$"
)
AWARD = screened(r"(?<!\w)(?P<name>Årets [A-ZÅÄÖ][\wåäö-]+)(?!\w)")
BODIES = frozenset({"föreningen", "stiftelsen", "förbundet", "sällskapet", "kommittén", "bolaget"})
"""What holds an event and bears its name: "Stiftelsen Medeltidsveckan"."""
GATHERED = re.compile(r"\w{4,}(?:forum|arena|torg|torget|mötet|dialog|dagar)$")
"""What may be a body and a gathering, until one registers for it: "Anmälan till Måltidsforum Väst"."""
REACH = 24  # characters before a name in which the words stand that tell it
NO_NAME = re.compile(
    rf"(?:{'|'.join(WEEKDAYS)}|{'|'.join(day[:-3] for day in WEEKDAYS)}|hel|var|för|efter|arbets|"
    r"vinter|sommar|lunch|midsommar|jul|påsk)?(?:dagen|dagarna|veckan|middag|festen|frukost|träffen)$",
    re.IGNORECASE,
)


def occasions(passage: Passage) -> list[Hit]:
    """Every event that a quote names."""
    text = passage.text
    hits = [
        Hit(*match.span("name"), Kind.EVENT, "event-head")
        for match in NAMED.finditer(text)
        if not NO_NAME.match(match["name"].split()[0]) and not _introduces(text, match)
    ]
    hits += [
        Hit(*match.span("name"), Kind.EVENT, "event-head")
        for match in MARKET.finditer(text)
        if not is_general(match["name"].split()[0])
    ]
    hits += [
        Hit(*match.span("name"), Kind.EVENT, "event-head")
        for match in HYPHENED.finditer(text)
        if (at := passage.at.get(match.start("name"))) is not None
        and (not passage.words[at].function or match["name"].rpartition("-")[0].casefold() in places())
    ]
    hits += [
        Hit(*match.span("name"), Kind.EVENT, "event-head")
        for match in FIRST.finditer(text)
        if not NO_NAME.match(match["head"] + "en")
        and not NO_NAME.match(match["head"])
        and not is_given_name(match["where"])
        and not opens_sentence(text, match.start())
    ]
    hits += [Hit(*match.span("name"), Kind.EVENT, "award") for match in AWARD.finditer(text)]
    return hits + [hit for run in runs(passage) if (hit := _of_run(passage, run))]


def _introduces(text: str, match: re.Match[str]) -> bool:
    """Whether the head only opens the sentence: "Musikfestivalen X" is named after it, "Företagsträff i X" nowhere."""
    first, _, second = match["name"].partition(" ")
    if not second and first.endswith(("träff", "frukost", "rådslag", "middag")):
        return opens_sentence(text, match.start()) and text[match.end() : match.end() + 3] == " i "
    return bool(second) and cue_of(first.casefold()) is not None and opens_sentence(text, match.start())


def _of_run(passage: Passage, run: Run) -> Hit | None:
    """Several capitals that end in a head of events, or of which the words beside tell that they are one."""
    first, last = passage.words[run.first], passage.words[run.last]
    end, following = last.end, passage.word(run.last + 1)
    dated = following and following.gap == " " and re.fullmatch(r"20\d\d", following.text)
    if dated and following:
        end = following.end
    if (len(run) == 1 and not dated) or is_given_name(first.text):
        return None
    if LAST.match(last.low) and first.low in BODIES and first.low != last.low:
        return Hit(first.start, end, Kind.ORGANISATION, "body behind an event")
    if LAST.match(last.low):
        return Hit(first.start, end, Kind.EVENT, "event-head")
    told = TOLD_AFTER.match(passage.text, end) or TOLD_BEFORE.search(
        passage.text[max(0, first.start - REACH) : first.start]
    )
    if (
        told
        and not is_personal(passage, run)
        and (not is_head(last.low) or GATHERED.match(first.low))
        and passage.text[first.start : last.end].casefold() not in organisations()
    ):
        return Hit(first.start, end, Kind.EVENT, "told to be an event")
    return None
