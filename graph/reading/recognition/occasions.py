"""Events by the ends of their names: fairs, weeks, festivals, cups, prizes, conferences."""

import re

from graph.model.terms import Kind
from graph.reading.recognition.capitals import CAPITAL, WEEKDAYS
from graph.reading.recognition.hits import Hit
from graph.reading.recognition.words import Passage

NAMED = re.compile(
    rf"(?<![\w-])(?P<name>[A-ZÅÄÖ][\wåäö-]*(?:yran|cupen|mässan|galan|dagen|dagarna|veckan|veckorna|"
    rf"festivalen|festen|loppet|frukost|expo|konferensen|priset|racet|spelen|träffen|middag)"
    rf"(?:\s(?:{CAPITAL}|20\d\d))?)(?![\w-])"
)
MARKET = re.compile(rf"(?<![\w-])(?P<name>{CAPITAL}s\s(?:[Mm]arknad|[Ff]estival|[Mm]ässa))(?![\w-])")
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
        if not NO_NAME.match(match["name"].split()[0])
    ]
    return hits + [Hit(*match.span("name"), Kind.EVENT, "event-head") for match in MARKET.finditer(text)]
