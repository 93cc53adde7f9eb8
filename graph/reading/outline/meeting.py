"""The meeting itself: title, kind, date, and the next one that is announced."""

import re
from bisect import bisect_right
from contextlib import suppress
from datetime import date, datetime, time

from graph.lexicon.calendar import Day, days, next_such_day
from graph.lexicon.heads import heads
from graph.model.reading import Meeting, Quote
from graph.model.terms import Certainty, Reason
from graph.model.text import Document, Line, Span
from graph.reading.outline.marks import MARK, SECTION_SIGN
from graph.reading.outline.weekdays import of_week

HEAD_LINES = 12
PAGE_COUNT = re.compile(r"(?:(?<!\s)\s+)?(?<!\d)\d+\s*\(\d+\)$")
HEADING = 30
"""Characters of the longest line that announces the next meeting and leaves its day to the line below."""
ONLY_NOTE = re.compile(
    r"(?:(?:minnes|mötes)?anteckning(?:ar|en)?|(?:sammanträdes)?protokoll|noteringar)\W*", re.I
)
PROSE = 100
"""Characters from which a line on top is no field or subtitle."""
NEXT = re.compile(
    r"\b(?:nästa\s+(?:\w+\s+)?(?:gång|tillfälle|[\w-]*(?:möte|mötet|träff|avstämning|dialog|råd|sammanträde|samtal"
    r"|forum|bord|samråd|session|lunch|frukost|panel|workshop|verkstad|seminarium|omgång|runda|styrgrupp|sammankomst|webbinarium))\b"
    r"|(?:gruppen|rådet|styrelsen|nätverket|styrgruppen|deltagarna)\s+(?:träffas|möts|ses|samlas|sammanträder)\s+(?:åter|igen|nästa|på\s+nytt)"
    r"|(?:uppföljning|uppföljande\s+möte|uppföljningsmöte|återträff|uppföljningsträff)\s+(?:(?:i|på)\s+samma\s+\w+|den\s|hålls|blir|planeras\s+till)"
    r"|vi\s+(?:ses|hörs|träffas)(?:\s+igen)?|(?:ses|träffas|möts)\s+(?:igen|nästa\s+gång)|neste\s+møte|(?:träff|möte)\s+\d+\s+(?:blir|är)|nästkommande\s+möte"
    r"|next\s+(?:\w+\s+)?meeting|välkomna\s+(?:åter|igen))\b",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"\s*(?:slut(?:\s+för\s+(?:denna|den här)\s+gång(?:en)?)?"
    r"|mötet\s+avslutas?(?:des)?(?:\s+(?:kl\.?\s*)?[\d.:]+)?"
    r"|tack\s+för\s+(?:idag|i dag)|(?:ha\s+det\s+(?:så\s+)?(?:gott|bra|fint)|allt\s+gott|väl\s+mött|vi\s+ses|trevlig\s+\w+)(?s:[^.?]{0,40})|vid\s+(?:anteckningarna|protokollet|pennan|datorn)(?s:.{0,80}))\W*",
    re.IGNORECASE,
)
PRESS = re.compile(
    r"(?:press(?:meddelande|release|\srelease|inbjudan)|nyhetsbrev|nyhet\b|artikel\b|debattartikel)",
    re.IGNORECASE,
)
"""What opens a text that was sent out and is no note of a meeting."""
FIRST = re.compile(r"[^.!?]{8,70}[.](?=\s)")
"""A short first sentence of a line on top: where and when, before what the text is."""
SHORT_ISO = re.compile(r"(?<![\d-])(?P<y>[12]\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?![\d-])")
"""A day of a title without its century: "Avstämning 24-10-21"."""
JUST = re.compile(r"\bi\s+(?:går|förrgår|(?:mån|tis|ons|tors|fre|lör|sön)dags)\s*\((?=\d)")
"""Where a letter tells of what day it writes: "tack för mötet i torsdags (28 augusti)"."""
UNDERLINE = re.compile(r"[=~-]{3,}")
BELOW = 3
"""Lines below "Nästa möte" within which its day stands."""
CLOCK = re.compile(
    r"(?:\bkl\.?\s*)(?P<h>[01]?\d|2[0-3])(?:[.:](?P<m>[0-5]\d))?|(?<![\d.,])(?P<h2>[01]?\d|2[0-3])[.:](?P<m2>[0-5]\d)\b"
)
NOTE = re.compile(
    r"^(?:minnes)?anteckningar(?:na)?(?:\s+(?:från|förda vid))?\s+"
    r"|^(?:protokoll|sammanträdesprotokoll|noteringar|mötesanteckningar)(?:\s+(?:från|fört vid))?\s*",
    re.IGNORECASE,
)


KIND = re.compile(r"(?:dialog|forum|råd|bord|samtal|runda|nätverk)(?:en|et|n|t)?$")
LONGEST_KIND = 4
"""Words of the longest title that is itself the kind of the meeting ("Malmfältens industriråd")."""


def meeting(document: Document, lines: tuple[Line, ...]) -> tuple[Meeting, tuple[Quote, ...]]:
    """The meeting and the quotes it rests on: the lines of title and date, the sentence on the next."""
    if not lines:
        return Meeting(title=document.title or document.name), ()
    title, title_line = _title(document, lines)
    sent = any(PRESS.match(line.span.of(document.text).strip("#* ")) for line in lines[:2])
    found = _date(document, lines, title_line)
    quotes = {title_line.span: _quote(document, title_line.span)}
    day, date_span = found if found else (None, None)
    if date_span:
        quotes.setdefault(date_span, _quote(document, date_span))
    if sent:
        day, date_span = None, None  # the day of sending is no meeting's
    announced = _next(document, lines, day)
    next_quote = None
    if announced:
        next_quote = announced[1]
        quotes.setdefault(next_quote, _quote(document, next_quote))
    return (
        Meeting(
            title=title,
            title_span=title_line.span,
            kind=_kind(title),
            date=day,
            date_quote=date_span,
            next=announced[0] if announced else None,
            next_quote=next_quote,
            next_certainty=announced[2] if announced else Certainty.EXPLICIT,
            next_reason=announced[3] if announced else None,
        ),
        tuple(quotes[span] for span in sorted(quotes)),
    )


def _quote(document: Document, span: Span) -> Quote:
    return Quote(span, document.reading_form(span).text, span, document.skipped(span))


def _title(document: Document, lines: tuple[Line, ...]) -> tuple[str, Line]:
    """The subject of an e-mail, or the first line that is no field of one, without its marks."""
    subject = re.compile(r"(?:Ämne|Subject)\s*:\s*(.+)")
    for line in lines[:HEAD_LINES]:
        match = subject.match(line.span.of(document.text))
        if match:
            begin = line.span.start + match.start(1)
            return match[1].strip(), Line(
                Span(begin, line.span.end), line.number, line.indent, line.blank_before
            )
    first = next((line for line in lines[:HEAD_LINES] if _is_title(line.span.of(document.text))), lines[0])
    words = document.reading_form(first.span).text
    if SECTION_SIGN.match(words):
        printed = _printed_title(document, first)
        if printed:
            return printed
    if ONLY_NOTE.fullmatch(words):
        below = lines[lines.index(first) + 1 :][:1]
        if below and _names_board(below[0].span.of(document.text)):
            whole = Span(first.span.start, below[0].span.end)  # "Protokoll" over the name of the board
            title = Line(whole, first.number, first.indent, first.blank_before)
            return document.reading_form(whole).text, title
    mark = re.match(r"#+\s*|\*+\s*", words)
    if mark and mark.end() < len(words.rstrip("*# ")):
        form = document.reading_form(first.span)
        span = form.span(mark.end(), len(form.text.rstrip("*# ")))
        return form.text[mark.end() :].rstrip("*# "), Line(
            span, first.number, first.indent, first.blank_before
        )
    return words, first


def _names_board(words: str) -> bool:
    return len(words) < PROSE // 2 and not (MARK.match(words) or words.endswith((".", ":")) or days(words))


def _printed_title(document: Document, first: Line) -> tuple[str, Line] | None:
    """What the page's header says above the first point, where no line does; its page count left off."""
    for zone in document.furniture:
        words = " ".join(zone.of(document.text).split())
        title = PAGE_COUNT.sub("", words)
        if zone.start < first.span.start and len(title.split()) > 1 and not words.startswith(("<", "http")):
            start = document.text.index(title.split()[0], zone.start)
            number = document.line_at(start)
            return title, Line(Span(start, zone.end), number, first.indent, first.blank_before)
    return None


def _is_title(words: str) -> bool:
    return len(words) > 3 and not re.match(
        r"(?:Från|Till|Skickat|Kopia|From|To)\s*:|(?:Hej|God (?:morgon|dag)|Hallå|Bästa)\b", words
    )


def _kind(title: str) -> str | None:
    """The words of the title that say what kind of meeting it is: its note word and its date left out."""
    bare = NOTE.sub("", title.strip())
    found = days(bare)
    if found:
        bare = bare[: found[0].start].strip(" ,–-(") or bare
    known = heads("event_heads")
    for word in re.findall(r"[\wåäöÅÄÖ-]+", bare):
        low = word.casefold()
        if KIND.search(low) or any(low.endswith(head.casefold()) for head in known if len(head) > 3):
            return f"{word[0].upper()}{word[1:]}"
    return f"{bare[0].upper()}{bare[1:]}" if bare and len(bare.split()) <= LONGEST_KIND else None


def _date(document: Document, lines: tuple[Line, ...], title: Line) -> tuple[date, Span] | None:
    """The first whole date of the title or the lines on top; else the first day whose year the top tells."""
    top = [title, *[line for line in lines[:HEAD_LINES] if line.span != title.span]]
    partial = _just(document, lines)
    letter = partial is not None
    year = None
    short = SHORT_ISO.search(title.span.of(document.text))
    for place, line in enumerate(top):
        words = line.span.of(document.text)
        if line is not title and (len(words) > PROSE or (words.endswith(".") and len(words) > PROSE // 2)):
            told = FIRST.match(words)
            if (
                told is None
                or partial
                or place > 2
                or not any(day.year and day.day for day in days(told.group()))
            ):
                continue  # a date told in prose is not the meeting's
            words = told.group()
        if words[:1].islower() and words.endswith("."):
            continue
        if re.match(r"(?:Skickat|Sent|Datum för utskick)\s*:", words):
            year = next((day.year for day in days(words) if day.year), year)
            continue
        for day in days(words):
            if day.year and day.month and day.day and (line is title or not letter):
                return date(day.year, day.month, day.day), line.span
            year = year or day.year
            if day.month and day.day and partial is None:
                partial = day, line.span
    if partial is None and short:
        with suppress(ValueError):
            return date(2000 + int(short["y"]), int(short["m"]), int(short["d"])), title.span
    if year is None or partial is None or not (partial[0].month and partial[0].day):
        return _printed_date(document)
    return date(year, partial[0].month, partial[0].day), partial[1]


def _just(document: Document, lines: tuple[Line, ...]) -> tuple[Day, Span] | None:
    """The day that a letter says it tells of, whenever it was sent."""
    for line in lines[:HEAD_LINES]:
        words = line.span.of(document.text)
        told = JUST.search(words)
        day = next((day for day in days(words) if told and day.start >= told.end()), None)
        if told and day and day.month and day.day and day.start - told.end() < 2:
            return day, line.span
    return None


def _printed_date(document: Document) -> tuple[date, Span] | None:
    """A whole date in the first page's header, which is furniture and so in no line."""
    for zone in document.furniture[:HEAD_LINES]:
        for day in days(zone.of(document.text)):
            if day.year and day.month and day.day:
                return date(day.year, day.month, day.day), zone
    return None


def _next(
    document: Document, lines: tuple[Line, ...], meeting: date | None
) -> tuple[date | datetime, Span, Certainty, Reason | None] | None:
    """The last line that announces a next meeting and names its day."""
    for line, below in zip(reversed(lines), (None, *reversed(lines)), strict=False):
        words = line.span.of(document.text)
        cue = NEXT.search(words)
        if not cue:
            continue
        named = [day for day in days(words) if day.month and day.day]
        if not named:
            weekly = of_week(words, cue.end(), meeting)
            if weekly:
                return weekly, line.span, Certainty.INFERRED, Reason.YEAR_OF_THE_MEETING
        if not named and below is not None and len(words) < HEADING:
            whole = _under(document, lines, line)
            if whole is not None:  # "4. Nästa möte" over the day
                line = Line(whole, line.number, line.indent, line.blank_before)
                words = document.reading_form(whole).text
                named = [day for day in days(words) if day.month and day.day]
                if named:
                    return _announced(words, named[0], line.span, meeting)
        if not named:
            continue
        day = min(named, key=lambda candidate: abs(candidate.start - cue.end()))
        span = _sentence(words, line, min(cue.start(), day.start), max(cue.end(), day.end))
        announced = _announced(words, day, span, meeting)
        if announced:
            return announced
    return None


def _under(document: Document, lines: tuple[Line, ...], heading: Line) -> Span | None:
    """The heading with the lines straight below it, its underline and one empty line passed over."""
    index = bisect_right(lines, heading.span.start, key=lambda line: line.span.start)
    end = None
    for line in lines[index : index + BELOW]:
        ruled = UNDERLINE.fullmatch(line.span.of(document.text)) is not None
        if line.blank_before and end is not None:
            break
        end = end if ruled else line.span.end
    return Span(heading.span.start, end) if end else None


def _announced(
    words: str, day: Day, span: Span, meeting: date | None
) -> tuple[date | datetime, Span, Certainty, Reason | None] | None:
    """The day named below the heading of the next meeting."""
    if not (day.month and day.day) or (day.year is None and meeting is None):
        return None
    certainty, reason = Certainty.EXPLICIT, None
    if day.year:
        when = date(day.year, day.month, day.day)
    else:
        when = next_such_day(day.day, day.month, meeting) if meeting else date.max
        certainty, reason = Certainty.INFERRED, Reason.YEAR_OF_THE_MEETING
    clock = CLOCK.search(words, day.end)
    if clock:
        hour, minute = int(clock["h"] or clock["h2"]), int(clock["m"] or clock["m2"] or 0)
        return datetime.combine(when, time(hour, minute)), span, certainty, reason
    return when, span, certainty, reason


def _sentence(words: str, line: Line, start: int, end: int) -> Span:
    ends = (match.end() for match in re.finditer(r"[.!?]\s+(?=[A-ZÅÄÖ])", words))
    begin = max((end for end in ends if end <= start), default=0)
    stop = re.search(r"[.!?](?=\s+[A-ZÅÄÖ]|$)", words[end:])
    return Span(line.span.start + begin, line.span.start + (end + stop.end() if stop else len(words)))
