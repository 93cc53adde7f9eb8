"""Support schemes: grants, loans, vouchers, funds and programmes that have a name."""

import re
from functools import cache

from graph.lexicon.heads import heads
from graph.lexicon.screened import screened
from graph.model.terms import Kind
from graph.reading.recognition.hits import Hit, Rank
from graph.reading.recognition.runs import runs
from graph.reading.recognition.words import Passage

# A compound that says what the money is for, in lower case too: "brygglån", "omsättningsstöd", "gröna lånet".
COMPOUND = screened(
    r"(?<![\w-])(?P<name>(?:[Gg]rön[at]? |[Rr]egional[at]? |[A-ZÅÄÖ][\w-]+s )?"
    r"(?P<stem>[^\W\d_]{3,}?)(?P<head>lånet|lånen|lån|stödet|stöden|stöd|bidraget|bidragen|bidrag|checken|checkarna|"
    r"checkar|check|premien|garantin|krediten|miljonen))(?P<genitive>s)?(?!\w)"
    r"(?P<tail> till (?:[a-zåäö]{3,}[aln] )?"
    r"[a-zåäö]{2,}(?:are|företag|ar|er|or|branschen|service|bruk|hushåll|näringen|industrin|verksamhet|sektorn)"
    r"(?: och [a-zåäö]{3,}(?:ar|er|or|are|företag|föreningar))?)?(?!\w)"
)
GREEN = screened(r"(?<!\w)(?P<name>[Gg]röna? (?:lånet|lånen|lån|checken|stödet))(?!\w)")
# First parts that say only that it is money, or whom it comes from: no name.
GENERAL = frozenset(
    [
        "företags",
        "ekonomi",
        "stats",
        "statsbi",
        "års",
        "projekt",
        "bo",
        "hus",
        "bank",
        "fastighets",
        "bostads",
        "avdrags",
        "av",
        "ut",
        "under",
        "med",
        "fin",
        "finans",
        "kommun",
        "region",
        "bi",
        "bygg",
        "amorterings",
        "social",
        "försörjnings",
        "underhålls",
        "studie",
        "allmän",
        "för",
        "barn",
        "bostadsbi",
        "sms",
        "person",
        "privat",
        "topp",
        "språk",
        "rättighets",
        "hjälp",
        "spel",
        "ljud",
        "gehörs",
        "sam",
        "upp",
        "in",
        "mål",
        "hemmal",
        "föräldra",
        "ämnes",
        "lärar",
        "vux",
        "tals",
        "kostnads",
        "grund",
        "huvud",
        "extra",
        "kris",
        "delfin",
        "samlings",
        "bas",
        "förening",
        "förenings",
        "ung",
        "sjuk",
        "resurs",
        "röst",
        "arm",
        "bord",
        "mot",
        "över",
        "käft",
        "elev",
        "kamrat",
        "folk",
        "medborgar",
        "vård",
        "natur",
        "verksamhets",
    ]
)
CAPITAL_ENDING = re.compile(
    r"^(?P<stem>\w{3,}?)(?:klivet|lyftet|språnget|fonden|medlen|programmet|premien|pengen|potten|satsningen|akuten)$"
)
NO_SCHEME = frozenset(
    ["hjulklivet", "dammlyftet", "bokfonden", "skolprogrammet", "valprogrammet", "tv-programmet"]
)
HEAD_FIRST = screened(
    r"(?<!\w)(?P<name>(?:[A-ZÅÄÖ]\w*(?:fond|fonden|program|programmet|check|checken|stöd|stödet|bidrag|"
    r"medel)) "
    r"(?!(?:I|Den|Det|Vi)\b)[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?)(?!\w)"
)
# Where an unknown name can only be money: "ryms i X", "ur X", "pengar ur X", "X har 3 miljoner kvar".
OUT_OF = re.compile(
    r"(?<!\w)(?:ryms i|(?:pengar|medel|kr|kronor|mkr|mnkr|miljoner|milj|bidrag|stöd|pengarna) ur|pengar från|"
    r"medel från|söka pengar (?:i|från|hos)|ansökan (?:till|i)|utlysningen|stödet|lånet|"
    r"bidraget|checken|programmet|fonden|rådgivningen|\w{1,20}rådgivningen|anslaget|insatsen) "
    r"(?=(?P<name>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){0,2})(?!\w)(?! om ))"
)
# What is applied for by name: "söker medel ur X", "fick avslag på X", "sökt pengar genom X".
INSTRUMENTS = ("finansiering", "jobb", "medel", "avdrag", "permittering", "nedsättning")
BARE = 14  # letters from which a head tells one instrument from others
APPLIED = screened(
    r"(?:\b(?:sök|bevilja|ansök)\w{0,5} (?:medel|pengar|stöd|bidrag|finansiering)? ?(?:ur|genom|via|inom|från|i)|utlysning(?:en)? inom|"
    r"avslag på|finansieras (?:genom|via|av)) "
    r"(?=(?P<name>(?:Interreg|Erasmus|Horisont|Horizon|Leader|Life|LIFE|Kreativa|Eurostars|Vinnväxt)[\w-]*\+?(?: [A-ZÅÄÖ][\wåäö-]+){0,3}))"
)
LEFT = screened(
    r"(?<![\w-])(?P<name>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){1,2}) (?:har|öppnar|stänger|hade)[^.]{0,25}"
    r"(?:\d[\d ,.]*|några) ?(?:mnkr|mkr|miljoner|miljarder|tkr|kronor|milj)[^.]{0,12}kvar"
)
# A fund under the name of who gave the money: "Olga och Nils Lundbergs stipendiefond".
DONATION = screened(
    r"(?<![\w-])(?P<name>(?:[A-ZÅÄÖ][\wåäöé-]+ (?:och |& )?){1,4}[A-ZÅÄÖ][\wåäöé-]+s "
    r"(?:donations|stipendie|minnes|understöds|gåvo)(?:fond|stiftelse))(?!\w)"
)
INTERREG = screened(r"(?<![\w-])Interreg [A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+)?(?! ?projekt)(?!\w)")
# A programme in small letters, where money comes out of it: "medel ur landsbygdsprogrammet".
SOURCE = screened(
    r"(?<!\w)(?:pengar(?:na)?|medel|medlen|stöd|finansiering(?:en)?|bidrag|kronor|miljoner|mnkr) (?:kommer )?(?:från|ur|genom|via|inom) "
    r"(?P<name>(?:[a-zåäö]{3,14}- och )?[a-zåäö]{4,20}(?:programmet|fonden|klivet|lyftet|potten))(?!\w)",
    re.IGNORECASE,
)
# What is granted or applied for under its purpose: "beviljade checkar för grön omställning".
GRANTED = screened(
    r"(?<!\w)(?:bevilja(?:de|r|s|ts)?|utlys(?:er|te)|delar ut|delade ut) "
    r"(?P<name>(?:checkar|stöd) för (?:[a-zåäö]{3,16} )?[a-zåäö]{6,24})(?= till| på|[.,;]|$)"
)
TOPIC = screened(
    r"(?<!\w)(?P<name>(?:nya? |nytt )?(?:regionala? )?(?:företags)?stöd(?:et)? till [^\W\d_]+ [^\W\d_]+"
    r"(?: och [^\W\d_]+)?|(?:det |de )?(?:nya|nytt) (?:regional[at] )?(?:företags)?stöd(?:et|en)?)(?!\w)"
)


def schemes(passage: Passage) -> list[Hit]:
    """Schemes by compound, by ending, by what stands before, and those known by their topic only."""
    text = passage.text
    hits: list[Hit] = []
    for match in COMPOUND.finditer(text):
        if _general(match["stem"]):
            continue
        if match.group() == text and " " not in text:
            continue  # alone in its cell it says what is to be done, and names no instrument
        end = match.end("tail") if match["tail"] else match.end("name")
        hits.append(Hit(match.start("name"), end, Kind.SCHEME, "compound of schemes", head=match["head"]))
    instruments = _instruments()
    for word in passage.words:
        if word.low in instruments:
            hits.append(Hit(word.start, word.end, Kind.SCHEME, "known instrument", head=word.low))
    for pattern, rule in (
        (GREEN, "compound of schemes"),
        (HEAD_FIRST, "head and name"),
        (LEFT, "has money left"),
        (SOURCE, "money comes out of it"),
        (GRANTED, "granted under its purpose"),
        (DONATION, "fund of a giver"),
    ):
        hits.extend(
            Hit(match.start("name"), match.end("name"), Kind.SCHEME, rule) for match in pattern.finditer(text)
        )
    for match in OUT_OF.finditer(text):
        hits.append(Hit(match.start("name"), match.end("name"), Kind.SCHEME, "money comes out of it"))
    for match in APPLIED.finditer(text):
        hits.append(Hit(match.start("name"), match.end("name"), Kind.SCHEME, "applied for by name"))
    for match in INTERREG.finditer(text):
        hits.append(Hit(match.start(), match.end(), Kind.SCHEME, "programme of the Union"))
    for match in TOPIC.finditer(text):
        hits.append(
            Hit(
                match.start("name"),
                match.end("name"),
                Kind.SCHEME,
                "known by its topic",
                Rank.GUESS,
                description=True,
            )
        )
    for run in runs(passage):
        first, last = passage.words[run.first], passage.words[run.last]
        if (
            CAPITAL_ENDING.match(last.low)
            and last.low not in NO_SCHEME
            and (not first.opens or len(run) == 1)
        ):
            rank = Rank.GUESS if first.opens else Rank.NAME
            hits.append(Hit(first.start, last.end, Kind.SCHEME, "ending of schemes", rank, head=last.low))
    return hits


@cache
def _instruments() -> frozenset[str]:
    """The compounds among the heads of schemes that name an instrument by themselves ("såddfinansiering")."""
    bare = {head.casefold() for head in heads("scheme_heads") if len(head) < BARE}
    return frozenset(
        low
        for head in heads("scheme_heads")
        if len(low := head.casefold()) >= BARE and low.endswith(INSTRUMENTS) and low not in bare
    )


def _general(stem: str) -> bool:
    """Whether the first part of a compound tells nothing apart, or belongs to another word ("underlånet")."""
    low = stem.casefold()
    return low in GENERAL or low.rstrip("s") in GENERAL or len(low) < 4
