"""Committees and offices: bodies whose name states their field."""

import re

from graph.lexicon.names import is_given_name, is_surname
from graph.lexicon.screened import screened
from graph.model.terms import Kind
from graph.reading.recognition.hits import Hit
from graph.reading.recognition.runs import common_heads
from graph.reading.recognition.words import Passage

# A committee or an office with its field: "byggnadsnämnden", "nämnden för vård och omsorg", "Miljökontoret".
OFFICE = screened(
    r"(?<![\w-])(?P<name>(?:[\w]+-(?: och|,) )?(?!kommun|region|under|lands|valn)[^\W\d_]{3,}"
    r"(?:nämnden|nämnd|departementet|departement|kontoret|nämndens|utskottet)"
    r"|(?:[\w]+-(?: och|,) )(?!kommun|region)[^\W\d_]{3,}(?:förvaltningen|avdelningen|enheten|sektionen)"
    r"|(?:teknisk[at]|social[at]|kulturella|kommunal[at]|regional[at]) "
    r"(?:\w{0,20}nämnden|verken|kontoret|förvaltningen|utskottet|rådet|\w{3,20}rådet)"
    r"|(?:nämnden|beredningen|beredningsgruppen|utskottet|förvaltningen|kontoret|delegationen|institutionen|avdelningen|"
    r"enheten|sektionen) för "
    r"(?:[^\W\d_]{2,}(?:sk|lig|ell|ala?|era) (?!och ))?[^\W\d_]+(?:(?:, [^\W\d_]+)* (?:och|&|samt) [^\W\d_]+)?)(?!\w)",
    re.IGNORECASE,
)
# A university's place that has a name of its own: "Uppsala universitet Campus Gotland".
CAMPUS = screened(
    r"(?<!\w)(?P<name>(?:[A-ZÅÄÖ]\w+ ){1,2}(?:universitet|högskola),? [Cc]ampus [A-ZÅÄÖ]\w+)(?!\w)"
)
# Two fields with one head, and the place or the branch: "Vård- och omsorgscollege Gästrikland".
SHARED = screened(
    r"(?<![\w-])(?P<name>[A-ZÅÄÖ][a-zåäö]+-(?: och|,| &) [a-zåäö]{0,16}(?:college|centrum|förbund|förbundet|institutet|kansliet|rådet|"
    r"skyddsföreningen|föreningen|företagen|arbetsgivarna|kyrkan|polisen|domstolen|överdomstolen|tingsrätten)(?: [A-ZÅÄÖ][a-zåäö]+)?)s?(?![\w-])"
    r"|(?<![\w-])(?P<centre>(?:Kompetensc|C)(?:entrum|enter) för [a-zåäö]{3,20}(?: [A-ZÅÄÖ][a-zåäö]+)?)(?![\w-])"
)
NO_OFFICE = frozenset(
    [
        "arbetsutskottet",
        "huvudkontoret",
        "resekontoret",
        "bankkontoret",
        "hemmakontoret",
        "kundkontoret",
        "postkontoret",
    ]
)
# An official body under a name whose head stands in lower case: "Delregionalt kollektivtrafikråd".
SMALL_HEAD = screened(
    r"(?<=[\wåäö,] )(?P<name>[A-ZÅÄÖ][\w-]+[sta] [a-zåäö-]*"
    r"(?:råd|förbund|nätverk|forum|kluster|akademi|institut|stiftelse|handelskammare|förening|universitet))(?!\w)"
)


def _owns(text: str, name: str, end: int) -> bool:
    """Whether a final -s is a genitive: of one word, or of a field in capitals before what it owns."""
    last = name.split()[-1]
    return last == name or (
        last[0].isupper() and text[end : end + 1] == " " and text[end + 1 : end + 2].islower()
    )


def offices(passage: Passage) -> list[Hit]:
    """Committees and offices with their field, and bodies under a name whose head is in lower case."""
    found = []
    for match in OFFICE.finditer(passage.text):
        name = match["name"]
        if name.casefold() in NO_OFFICE:
            continue
        end = match.end("name") - (
            1
            if name.endswith("s") and not name.endswith("ss") and _owns(passage.text, name, match.end())
            else 0
        )
        found.append(
            Hit(match.start("name"), end, Kind.ORGANISATION, "office with its field", classification="body")
        )
    for match in SHARED.finditer(passage.text):
        found.append(
            Hit(*match.span(match.lastgroup or "name"), Kind.ORGANISATION, "two fields with one head")
        )
    for match in CAMPUS.finditer(passage.text):
        found.append(Hit(*match.span("name"), Kind.ORGANISATION, "campus of a university"))
    for match in SMALL_HEAD.finditer(passage.text):
        first = match["name"].split()[0]
        if not (
            is_given_name(first) or is_surname(first.removesuffix("s")) or first.casefold() in common_heads()
        ):
            found.append(Hit(*match.span("name"), Kind.ORGANISATION, "head in lower case"))
    return found
