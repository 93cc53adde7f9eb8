"""Figures: numbers with sign, bound, range, multiplier and unit, as the words give them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.lexicon.clauses import clause_at
from graph.lexicon.numbers import (
    MEASURES,
    MONEY_UNITS,
    MULTIPLIERS,
    PERCENT,
    number_words,
    scaled,
    value_of,
)
from graph.lexicon.screened import LETTERS, beginnings
from graph.model.reading import Figure, Quote, outermost
from graph.model.terms import Bound
from graph.model.text import Document, ReadingForm
from graph.reading.recognition.dates import DIGIT, written_dates

Number = int | float


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


DIGITS = r"(?:\d{1,3}(?:[ .]\d{3})+(?![\d]|[.,]\d)|\d+(?:[.,]\d+)?)"
WORDS = _any([*number_words(), "ett dussin"])
WHOLE = _any(["miljon", "miljard", "tusen", "procent", "procentenhet"])
SOLO = rf"(?:(?:en|ett)(?=\s(?:{WHOLE})\b)|(?:en\s)?halv(?=\s(?:miljon|miljard|procent)))"
SHORT = r"(?:\d+|[a-zåäö]+)-tal\b|\b(?:ett\s)?(?:tio|tjugo|trettio|femtio|hundra)tal\b"
NUMBER = rf"(?:{DIGITS}|\b(?:{WORDS})\b|\b{SOLO})"
MONEY = _any(list(MONEY_UNITS))
SCALE = _any([word for word in MULTIPLIERS if word not in ("'", "k")])
UNIT = (
    rf"(?:{_any(PERCENT)}|{_any(MEASURES)}|timmar|st(?=\s|[.,;]|$)|år(?=\s|[.,;]|$)|månader|mån|veckor|dagar)"
)
FIGURE = re.compile(
    rf"""(?<![\w§/:.,@#'’-])(?:
      (?P<about>{SHORT})
    | (?P<between>(?<=mellan\s))?(?P<sign>[-−–+±](?=\d))?(?P<low>{NUMBER})
      (?:(?:\s?[-–—]\s?|\still\s|\seller\s|(?(between)\soch\s|(?!)))(?P<high>{NUMBER})(?=\s?(?:{_any(PERCENT)}|{SCALE}|{MONEY}|{UNIT}|[a-zåäö])))?
      (?P<tail>
        (?P<thousand>['’](?!\w))
      | \s?(?P<scale>{SCALE})\b\.?(?:\s?(?P<currency>{MONEY})(?!\w))?
      | \s?(?P<money>{MONEY})(?!\w)
      | \s?(?P<unit>{UNIT})(?!\w)
      )?
    )(?![\w/§@]|:\d|[.,]\d|-\d|-\w)""",
    re.VERBOSE | re.IGNORECASE,
)
COUNTING = frozenset(
    word[:LETTERS] for word in (*number_words(), "dussin", "halv", "tal", "miljon", "tusen", "procent")
)
FORBIDDEN = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\S)\S+@\S+"
    r"|(?:kl\.?|klockan)\s?\d{1,2}(?:[.:]\d\d)?(?:\s?[-–]\s?\d{1,2}(?:[.:]\d\d)?)?"
    r"|\b\d{1,2}[.:]\d\d\s?[-–]\s?\d{1,2}[.:]\d\d|\b(?:[01]?\d|2[0-3]):[0-5]\d\b"
    r"|(?<!§)§+\s?\d+(?:[-–]\d+)?|\b(?:dnr|diarienummer|diarienr|org\.?\s?nr)[.:]?\s?\S+"
    r"|\b(?:tel\.?|telefon|mobil|tfn)[.:]?\s?[\d +()-]{6,}|\+\d\d[\d -]{6,}"
    r"|(?<!\d)(?<!\d )\+?\(?0\d{1,3}\)?[- ]\d[\d ]{4,}\d|\b\d{1,2}\s?[-–]\s?\d{1,2}[.:]\d\d(?!\d)"
    r"|\b[A-ZÅÄÖ]+(?:-[A-ZÅÄÖ]+){1,4}\s\d+(?:\.\d+)*|^[#*\s]*\d{1,2}\s(?=[A-ZÅÄÖ])"
    r"|\b\d{6}-\d{4}\b|\b\d{3}\s\d\d(?=\s[A-ZÅÄÖ])|\b\d{1,4}:\d+\b|\b\d{1,2}\.\d\d(?=\s+nästa)"
    r"|\b[Ss]id(?:a|an|or|orna)?\.?\s?\d+(?:\s?(?:av|[-–/(])\s?\d+\)?)?|\b\d+\s?\(\d+\)|\(\d+/\d+\)"
    r"|\b\w*(?:gatan|vägen|gränd|stigen|torg|torget|allén|backen|plan)\s\d+\s?[A-Z]?\b"
    r"|^\s*\d{1,2}[.)]\s"
)
LABEL = re.compile(
    r"\b(?:träff|punkt|punkten|bilaga|paragraf|steg|nr|nummer|kap|kapitel|artikel|version|rum|sal|väg|linje|fas|"
    r"etapp|del|klass|årskurs|grupp|alternativ|ärende|covid|rond|omgång|dag|kl|klockan|E|RV|länsväg|riksväg|"
    r"avsnitt|tabell|figur|möte|prop\.?|mom\.?|vecka|v\.?|ht|vt|nivå|spår|våning|hiss|mål|agenda)\s$",
    re.IGNORECASE,
)
MONEY_WORDS = re.compile(
    r"\b\w*(?:belopp|stöd|stödet|bidrag|bidraget|lån|lånet|budget|budgeten|kosta|kostar|kostade|kostnad|kostnaden|"
    r"avsatt|avsatta|finansiering|finansieringen|anslag|anslaget|beloppsgräns|beloppsgränsen|medel|pris|priset|"
    r"gått in med|går in med|skjuter till|utlånat|investering|investeringen|check|checken|checkar|omsättning|"
    r"tak|taket|fond|ersättning|peng|pengen|hyra|hyran|avgift|avgiften|avtalet säger)\b"
    r"(?:\s(?:är|var|blir|på|om|om\ssammanlagt|på\stotalt|totalt|högst|max|maximalt|cirka|ca|ungefär|drygt|över|"
    r"minst|upp\still|säger|med|blev|ligger)){0,4}\s$|:\s.*\bmax\s$",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\s(?:[a-zåäö-]+a\s)?(?:besök\w*|invånare|människor|personer|gästnätter|doser|resor|ton|liter|meter|"
    r"kubikmeter|passagerare|gånger|timmar|företag|kunder|hushåll|fordon|enheter|kvadratmeter|övernattningar|"
    r"visningar|sökningar|träd|plantor|elever|mil|kilometer|användare)\b",
    re.IGNORECASE,
)
NEAR = 120  # how many characters to either side colour a number
YEAR = re.compile(r"(?:19|20)\d\d")
VAGUE = r"(?:av|gånger|i|till|om|saker|rader|punkter|sätt|löften|steg|delar|och|eller|på)\b"
BOUNDS: tuple[tuple[str, Bound | None, bool], ...] = (
    (r"(?:över|mer än|fler än|mera än|mer|flera än|\+|>)", Bound.MORE_THAN, False),
    (r"drygt", Bound.AT_LEAST, True),
    (r"(?:minst|åtminstone|lägst)", Bound.AT_LEAST, False),
    (r"(?:högst|max|max\.|maximalt|som mest|upp till|uppemot|tak|taket|tak på)", Bound.AT_MOST, False),
    (r"(?:under|mindre än|färre än|<)", Bound.LESS_THAN, False),
    (r"(?:knappt|inte fullt)", Bound.LESS_THAN, True),
    (r"(?:nästan|närmare|bortåt)", None, True),
    (
        r"(?:cirka|ca\.?|c:a|ungefär|omkring|runt|kring|uppskattningsvis|~|typ|sisådär|i storleksordningen)",
        None,
        True,
    ),
)
BOUND = [
    (re.compile(rf"(?:^|[\s(]){words}\s?$", re.IGNORECASE), bound, near) for words, bound, near in BOUNDS
]
FALL = re.compile(
    r"\b(?:ner|ned|minus|(?:minsk|backa|tappa)\w*\s(?:\w+\s){0,2}?med|"
    r"(?:sjunk|fall|gått ne[rd]|sänk)\w*\s(?:[\wåäö]+\s){0,4}?med|"
    r"(?:minskning|nedgång)(?:en)?\s(?:på|med)|(?:tapp|back)(?:at|ade|ar)|tapp på)"
    r"\s(?:cirka\s|ca\s|drygt\s|knappt\s|ungefär\s|nästan\s|hela\s|över\s|en\s)*$",
    re.IGNORECASE,
)
FEWER = re.compile(r"^\s(?:procent\s|%\s)?(?:\w+\s)?(?:färre|lägre|mindre)\b", re.IGNORECASE)
APPROXIMATE_AFTER = re.compile(r"^(?:-tal\b|\s(?:eller så|ungefär)\b)")


@dataclass(frozen=True, slots=True)
class _Raw:
    """One number as matched in a quote's reading form, before its surroundings are read."""

    match: re.Match[str]
    start: int
    end: int


def figures(document: Document, quotes: Sequence[Quote]) -> tuple[Figure, ...]:
    """Every number that counts or measures, in reading order, without what it measures.

    The span holds number, multiplier, currency or unit, and a sign written as one; words of
    approximation and direction stand outside and show in `bound`, `approximate` and the value's sign.
    A unit is as written and never supplied. Dates, years, clock times, paragraph and diary numbers,
    telephone numbers and addresses are no figures.
    """
    found: list[Figure] = []
    for quote in outermost(quotes):
        form = document.reading_form(quote.span)
        earlier: list[tuple[Figure, int | float]] = []
        for raw in _numbers(form.text):
            figure, multiplier = _figure(raw, form, quote, earlier)
            if figure.money and raw.match["tail"] is None and _opens_line(document.text, figure.span.start):
                figure = replace(figure, money=False)  # a list's running number behind "… bidrag"
            earlier.append((figure, multiplier))
        found.extend(figure for figure, _ in earlier)
    return tuple(sorted(found, key=lambda figure: figure.span))


def _opens_line(text: str, start: int) -> bool:
    return text[max(0, start - 1) : start] == "\n" and "|" not in text[max(0, start - 200) : start]


def _numbers(text: str) -> Iterator[_Raw]:
    """Matches that are numbers of something: no dates, labels, codes or running numbers."""
    matches = list(FIGURE.finditer(text)) if _may_count(text) else []
    if not matches:
        return
    taken = bytearray(len(text))  # where addresses, times, codes and dates stand
    zones = [zone.span() for zone in FORBIDDEN.finditer(text)]
    for start, end in [*zones, *((start, end) for start, end, _, _ in written_dates(text))]:
        taken[start:end] = b"\x01" * (end - start)
    for match in matches:
        start, end = match.span()
        if any(taken[start:end]):
            continue
        before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
        plain = match["tail"] is None and match["about"] is None
        if LABEL.search(before) and (plain or not match["money"]):
            continue
        word = not match.group()[0].isdigit() and match["sign"] is None
        if plain and word and not re.match(rf"(?:/|\s(?!{VAGUE})[a-zåäö])", after):
            share = re.match(r"\sav\s(?:de\s)?(?:\w+\s)?\w+", after)
            alone = not text[:start].strip() and not text[end:].strip(" .!")
            if not share and not alone:
                continue
        if plain and YEAR.fullmatch(match.group()) and not COUNTED.match(after):
            continue
        if plain and re.match(r"\s?(?::[ae]\b|e\b|a\b(?=\s))", after):
            continue
        if end < len(text) and match.group().endswith(".") and not text[end:].strip():
            end -= 1
        yield _Raw(
            match, start, end - (match.group().endswith(".") and end == match.end() and not after.strip())
        )


def _may_count(text: str) -> bool:
    """Whether a digit or a word stands there without which nothing is a figure; "en" and "ett" need one."""
    return DIGIT.search(text) is not None or not COUNTING.isdisjoint(beginnings(text))


def _figure(
    raw: _Raw, form: ReadingForm, quote: Quote, earlier: list[tuple[Figure, int | float]]
) -> tuple[Figure, int | float]:
    match, text = raw.match, form.text
    before, after = text[max(0, raw.start - NEAR) : raw.start], text[raw.end : raw.end + NEAR]
    clause_start = clause_at(text, raw.start)[0]
    inside = text[max(clause_start, raw.start - NEAR) : raw.start]
    bound, near = _bound(before)
    if match["about"]:
        stem = re.sub(r"-?tal$", "", match["about"].split()[-1])
        span = form.span(raw.start, raw.end)
        return Figure(span, text[raw.start : raw.end], quote.span, value_of(stem), approximate=True), 1
    multiplier, money, unit = _measure(match, before, after, earlier)
    low: Number | None = scaled(_number(match["low"]), multiplier)
    high: Number | None = scaled(_number(match["high"]), multiplier) if match["high"] else None
    value: Number | None = None
    if high is None:
        value, low = low, None
        if value and _falls(match, inside, after):
            value = -abs(value)
    figure = Figure(
        span=form.span(raw.start, raw.end),
        as_written=text[raw.start : raw.end],
        quote=quote.span,
        value=value,
        low=low,
        high=high,
        bound=bound,
        approximate=near or bool(APPROXIMATE_AFTER.match(after)),
        unit=unit,
        money=money,
    )
    return figure, multiplier


def _number(written: str) -> Number:
    return value_of(re.sub(r"^(?:en|ett)\s(?=halv)", "", written, flags=re.IGNORECASE))


def _bound(before: str) -> tuple[Bound | None, bool]:
    """The side that is open, and whether the number is only near."""
    for pattern, bound, near in BOUND:
        if pattern.search(before):
            return bound, near
    return None, False


def _measure(
    match: re.Match[str], before: str, after: str, earlier: list[tuple[Figure, int | float]]
) -> tuple[int | float, bool, str | None]:
    """Multiplier, whether it is money, and the unit as written."""
    if match["money"]:
        return MONEY_UNITS[match["money"].casefold()], True, match["money"]
    if match["scale"] or match["thousand"]:
        multiplier = MULTIPLIERS[(match["scale"] or "'").casefold()]
        if match["currency"]:
            joined = match["tail"].strip()  # "mn€" is one unit, "miljoner kronor" a scale and a unit
            unit = match["currency"] if " " in joined else joined
            return scaled(multiplier, MONEY_UNITS[match["currency"].casefold()]), True, unit
        counted = COUNTED.match(after) or re.search(r"\bantal(?:et)?\b[^.;]*$", before, re.IGNORECASE)
        return multiplier, not counted, None
    if match["unit"]:
        return 1, False, match["unit"]
    shared = _shared(match, before, after, earlier)
    if shared:
        return shared, True, None
    return 1, bool(MONEY_WORDS.search(before)) and not COUNTED.match(after), None


def _shared(
    match: re.Match[str], before: str, after: str, earlier: list[tuple[Figure, int | float]]
) -> int | float | None:
    """The multiplier of the neighbour whose unit a number shares: "1,9 av 6 miljoner", "varav 4,9"."""
    following = re.match(rf"\sav\s(?:de\s)?{DIGITS}\s?(?P<scale>{SCALE}|{MONEY})\b", after, re.IGNORECASE)
    if following:
        scale = following["scale"].casefold()
        return MULTIPLIERS.get(scale) or MONEY_UNITS[scale]
    if earlier and earlier[-1][0].money and re.search(r"\bvarav\s$", before) and earlier[-1][1] > 1:
        counted = re.match(r"\s(?:utifrån|med|i|på)\b", after)
        return None if counted or value_of(match["low"]) > 1_000 else earlier[-1][1]
    return None


def _falls(match: re.Match[str], inside: str, after: str) -> bool:
    """Whether sign or words say that the number is a fall."""
    if match["sign"]:
        return match["sign"] in "-−–"
    return bool(FALL.search(inside)) or bool(FEWER.match(after))
