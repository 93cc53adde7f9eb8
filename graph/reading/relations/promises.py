"""Promises and offers: who will do what, for whom, on what condition, by when."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.lexicon.clauses import clause_at
from graph.lexicon.screened import screened
from graph.model.outline import Outline
from graph.model.reading import Mention, Promise
from graph.model.terms import Certainty, Kind, Outcome, Reason, Status
from graph.reading.relations.ends import PREPOSITION
from graph.reading.relations.scenes import Sentence
from graph.reading.relations.status import LEADING, clause_status, negated

DOER = r"(?:‹[HOU]\d+›(?:(?:, | och | \+ )‹[HOU]\d+›)*|\b(?:vi|jag|han|hon|man|de|bolaget|alla)\b)"
DEED = (
    r"(?:mobilisera|sprida|bjuda|skicka|kontakta|informera|hjälpa|stötta|ta fram|samla|kalla|ordna|dela|"
    r"återkomma|följa upp|återkoppla|boka|lämna|jaga|leta|höra|kolla|erbjuda|presentera|undersöka|svara|"
    r"skriva|redovisa|rapportera|sammanställa|publicera|arrangera|anordna|genomföra|fråga|begära|se över|ringa)"
)
SENDS = (
    r"(?:skickar|mejlar|mailar|kollar|bjuder in|tar med|hör med|återkopplar|sammanställer|bokar|kontaktar|"
    r"lägger in|tar det med|tar frågan med|delar ut|samordnar|ringer|jagar)"
)
OFFERS = (
    r"(?:delar|hjälper|ställer|kommer|bidrar|tar emot|öppnar|träffas|träffar|visar|står|stöttar|lånar ut|"
    r"berättar)"
)
HELPS = r"(?:komma ut|vara med på|hjälpa till|ställa upp|ha)"
DONE_BY_NEXT = r"(?!\w+\satt\b)\w+(?:a|r)\b(?! inte\b)[^.;:]*\s(?:till|inför|före)\s(?:nästa\s\w+|\w+(?:mötet|träffen|rådet|dialogen))\b.*"
CUES: tuple[tuple[str, str, Status | None], ...] = (
    ("vow", r"(?<!som )\b(?:(?:ut)?lova(?:r|de|t)|åt(?:ar|agit|og) sig)\s(?:att\s)?(?P<what>.+)", None),
    ("return", r"\b(?P<what>(?:återkommer|återkomma|återkopplar|återkoppla)\b.*)", None),
    ("by-next", rf"(?:^|[\s(]){DOER}\s(?:ska\s|kommer\satt\s)?(?P<what>{DONE_BY_NEXT})", Status.PLANNED),
    ("will", rf"\bkommer\s(?:vi|jag|‹[HO]\d+›)\s(?:att\s)?(?P<what>{DEED}\b.+)", None),
    ("will", rf"(?:\b(?:vi|jag)|‹[HOU]\d+›)\s(?:kommer|ska)\s(?:att\s)?(?P<what>{DEED}\b.+)", None),
    ("ready", r"\bredo\satt\s(?P<what>.+)", Status.OFFERED),
    ("gladly", rf"\b(?P<what>{OFFERS}(?:\s\w+){{0,2}}?\s(?:gärna|jättegärna)\b.*)", Status.OFFERED),
    ("gladly", rf"\b(?:gärna|jättegärna)\s(?P<what>{OFFERS}\b.*)", Status.OFFERED),
    ("offer", r"\berbj(?:öd|uder)\s(?:sig|oss|mig)\satt\s(?P<what>.+)", Status.OFFERED),
    ("offer", r"\b(?P<what>(?:hjälper till med|ställer upp med|ställer upp på)\b.*)", Status.OFFERED),
    ("offer", rf"\bkan\s(?:också\s|även\s)?(?P<what>{HELPS}\b.*)", Status.OFFERED),
    ("errand", rf"(?:^|[\s(]){DOER}\s(?P<what>{SENDS}\b.*)", Status.PLANNED),
    ("coming", r"^(?P<what>(?:information|besked|svar|inbjudan|underlag)\b.*\bkommer)\W*$", Status.PLANNED),
    ("coming", r"^(?P<what>(?:kommer senast|nytt försök till)\b.*)", Status.PLANNED),
)  # fmt: skip
COMPILED = [(name, screened(pattern, re.IGNORECASE), status) for name, pattern, status in CUES]
NEXT_TIME = re.compile(
    r"\b(?:till|vid|på|inför|före)?\s?(?P<words>nästa\s(?:gång|möte|träff|tillfälle|dialog|råd|forum|\w*dialog\w*|"
    r"\w*möte\w*|\w*träff\w*)|(?:januari|februari|mars|april|maj|juni|augusti|september|oktober|november|december)"
    r"(?:mötet|träffen|rådet|dialogen))\b",
    re.IGNORECASE,
)
NEXT_WEEK = re.compile(r"\b(?P<words>till\sveckan|i?\s?nästa\svecka)\b", re.IGNORECASE)
CONDITION = re.compile(
    r"(?P<words>\b(?:så snart|så fort|när|om|förutsatt att|under förutsättning att)\s"
    r"(?:det|de|den|vi|man|ni|budgeten|pengarna|beslutet|det här)\b[^.;]*)",
    re.IGNORECASE,
)
TODO = re.compile(
    r"^(?:\W*(?:att göra|att-göra|åtgärder|åtgärdslista|uppföljning|beslutspunkter|att följa upp|todo|to do|"
    r"action points?)|.*\b(?:löftena|löften|åtaganden)\b)",
    re.IGNORECASE,
)
ROW = re.compile(
    r"^\W*(?:\[(?P<done>[ xX]?)\]\s*)?(?:\d+[.)]\s*)?(?P<who>(?:‹H\d+›(?:(?:, | och | \+ |/)‹H\d+›)*)|alla)"
    r"\s?(?:\||:|–|—|-)\s?(?P<what>[^|]+?)(?:\s?\|\s?(?P<due>[^|]*))?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due: its ISO form, if any, the words, and why it is inferred."""

    iso: str | None = None
    words: str | None = None
    reason: Reason | None = None


def promises(told: list[Sentence], outline: Outline) -> list[Promise]:
    """Every promise and offer, in reading order, those of a to-do list too.

    Nothing that is asked, denied or refused is a promise. Who promises is the subject of the clause, or
    the speakers where it says "vi", "jag" or nothing.
    """
    headings = {heading.span for heading in outline.headings}
    found: list[Promise] = []
    listed = False
    for sentence in told:
        text = sentence.tagged.text
        if TODO.match(text):
            listed = True
        elif sentence.quote.span in headings:
            listed = False
        row = ROW.match(text.rstrip(" .")) if listed and sentence.statement is None else None
        found.extend([_row(row, sentence, outline)] if row else _spoken(sentence, outline))
    return found


def _row(row: re.Match[str], sentence: Sentence, outline: Outline) -> Promise:
    """One line of a to-do list: "Vem | Vad | Klart", "[ ] Tyra – jaga svaret, senast 5/12"."""
    tagged = sentence.tagged
    who = tuple(dict.fromkeys(mention.actor for mention in tagged.mentions(row["who"])))
    due = _due(sentence, outline, row.start("what"))
    done = (row["done"] or "").lower() == "x"
    what = tagged.written(row["what"]).strip(" ,|")
    if due.words:
        what = re.sub(rf",?\s*(?:senast |till |före )?{re.escape(due.words)}$", "", what) or what
    return Promise(
        who=who,
        what=what,
        quote=sentence.quote.span,
        rule="to-do",
        organisation=sentence.scene.organisation_of(who[0]) if len(who) == 1 else None,
        to=_to(sentence, row["what"], who),
        due=due.iso,
        due_as_written=due.words or (row["due"] or "").strip() or None,
        status=Status.ASSERTED if done else Status.PLANNED,
        certainty=Certainty.INFERRED if due.reason else Certainty.EXPLICIT,
        reason=due.reason,
        outcome=Outcome.KEPT if done else None,
        outcome_quote=sentence.quote.span if done else None,
    )


def _spoken(sentence: Sentence, outline: Outline) -> Iterator[Promise]:
    text = sentence.tagged.text
    for name, cue, fixed in COMPILED:
        match = cue.search(text)
        if not match:
            continue
        start, end = clause_at(text, match.start("what"))
        status = fixed or Status.PLANNED
        if clause_status(text, match.start()) is Status.ASKED or negated(text[start:end]):
            continue
        who = _who(sentence, match)
        if name == "errand" and not who and "‹" not in match.group():
            continue
        condition = CONDITION.search(text)
        if condition and re.search(r"\b(?:höra|kolla|fråga|undersöka|se|kollar|hör)\b", match["what"]):
            condition = None  # "höra om det går" asks, it sets no condition
        leading = LEADING.match(text)
        due = _due(sentence, outline, 0)
        what = re.sub(
            r"^(?:att|till att)\s", "", sentence.tagged.written(text[match.start("what") : end])
        ).strip(' .!”")')
        yield Promise(
            who=who,
            what=_without(what, condition if not leading else None, sentence),
            quote=sentence.quote.span,
            rule=name,
            organisation=_for(sentence, who),
            to=_to(sentence, text[match.start("what") : end], who),
            condition=sentence.tagged.written(condition["words"].split(" kommer ")[0]) if condition else None,
            due=due.iso,
            due_as_written=due.words,
            status=status,
            certainty=Certainty.INFERRED if due.reason else Certainty.EXPLICIT,
            reason=due.reason,
        )
        return


def _without(what: str, condition: re.Match[str] | None, sentence: Sentence) -> str:
    """The deed less the condition that follows it."""
    if condition is None:
        return what
    return what.removesuffix(sentence.tagged.written(condition["words"]).strip(' .!”"')).strip(" ,") or what


def _who(sentence: Sentence, match: re.Match[str]) -> tuple[str, ...]:
    text = sentence.tagged.text
    start, _ = clause_at(text, match.start("what"))
    start = min(start, match.start())
    speakers = sentence.statement.speakers if sentence.statement else ()
    before = text[start : match.start("what")]
    for doer in reversed(list(re.finditer(DOER, before, re.IGNORECASE))):
        if PREPOSITION.search(before[: doer.start()]):
            continue
        named = sentence.tagged.mentions(doer.group())
        if not named:
            return speakers if doer.group().lower() in ("vi", "jag") else speakers[:1]
        people = [mention.actor for mention in named if mention.kind is Kind.PERSON]
        if people:
            return tuple(dict.fromkeys(people))
        own = {sentence.scene.speaker, *speakers}
        return speakers if named[0].actor in own else tuple(mention.actor for mention in named)
    return speakers


def _for(sentence: Sentence, who: tuple[str, ...]) -> str | None:
    """The organisation that stands behind: the speaker's own, the person's, or the promiser itself."""
    speakers = sentence.statement.speakers if sentence.statement else ()
    if who and who == speakers:
        return sentence.scene.speaker
    for key in who:
        actor = sentence.scene.actors.get(key)
        if actor and actor.kind is not Kind.PERSON:
            return key
    return (
        sentence.scene.organisation_of(who[0]) if len(who) == 1 else sentence.scene.speaker if who else None
    )


def _to(sentence: Sentence, what: str, who: tuple[str, ...]) -> str | None:
    """Whom it is for: the first other party after "till" or "åt"."""
    found = re.search(r"\b(?:till|åt)\s(?:\w+\s)?(?P<whom>‹[HOU]\d+›)", what)
    mentions: list[Mention] = sentence.tagged.mentions(found["whom"]) if found else []
    return next((mention.actor for mention in mentions if mention.actor not in who), None)


def _due(sentence: Sentence, outline: Outline, start: int) -> Due:
    """A date named in the sentence, else the next meeting or week that its words point at."""
    tagged = sentence.tagged
    for token in re.finditer(r"‹D\d+›", tagged.text[start:]):
        date = tagged.tokens(token.group())[0].date
        behind = tagged.text[: start + token.start()]
        if date and not re.search(r"\bom (?:den )?$|\b(?:förra|sedan|från) \w*\s?$", behind):
            return Due(date.iso_end or date.iso, tagged.written(token.group()), date.reason)
    following = NEXT_TIME.search(tagged.plain)
    labelled = _label_of_next(sentence, outline)
    words = following["words"] if following else labelled
    if words:
        iso = sentence.next.isoformat() if sentence.next else None
        return Due(iso, words, Reason.DUE_AT_NEXT_MEETING if iso else None)
    week = NEXT_WEEK.search(tagged.plain)
    if week and sentence.meeting:
        ahead = sentence.meeting + datetime.timedelta(days=7)
        year, number, _ = ahead.isocalendar()
        return Due(f"{year}-W{number:02d}", week["words"], Reason.DAY_RELATIVE_TO_MEETING)
    return Due()


def _label_of_next(sentence: Sentence, outline: Outline) -> str | None:
    """ "träff 8", where the announcement of the next meeting calls it so."""
    label = re.search(r"\b(?:träff|möte)\s\d+\b", sentence.tagged.plain, re.IGNORECASE)
    span = outline.meeting.next_quote
    if not label or span is None or not sentence.next:
        return None
    announced = next((quote.text for quote in outline.quotes if quote.span == span), "")
    return label.group() if label.group().casefold() in announced.casefold() else None
