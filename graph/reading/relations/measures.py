"""What a figure measures: the thing counted, whom and where it is about, since when, compared with what."""

import re
from dataclasses import replace

from graph.lexicon.clauses import clause_at
from graph.lexicon.heads import function_words
from graph.model.reading import Figure
from graph.model.terms import Kind
from graph.reading.relations.scenes import Sentence
from graph.reading.relations.status import clause_status
from graph.reading.relations.tagged import TOKEN, Tagged

ADJECTIVES = "nya|ny|nytt|små|stora|olika|lediga|egna|lokala|tillfälliga|fasta"
NO_NOUN = (
    "jämfört|jämföra|mer|mera|mindre|högre|lägre|färre|fler|bättre|sämre|totalt|kvar|upp|ner|ned|över|varav|"
    "stycken|som|med|utifrån|av|nationellt|enligt|gånger|sedan|ifjol|idag|samma|per|om"
)
OPENING = re.compile(
    r"^(?:‹[HOULDMN]\d+›|(?:under|i|på|istället|i stället|från|till|efter|enligt|ungefär|söker|det|hon|"
    r"han|vi|jag|de|man|bolaget|avtalet|då|sedan|eftersom|vilket|https?\S*|plats|av|för|och|men|att|stämmer)\b)",
    re.IGNORECASE,
)
SHARED = re.compile(
    r"‹N\d+› (?P<what>(?:[a-zåäö]+ )?[a-zåäö]+?)(?: (?:i kö|värda|om|på|för|till))+(?: \w+)?\s$"
)
FALLS_TO = re.compile(r"\b(?P<what>tillfalla|tillfaller|gå till|går till)\b", re.IGNORECASE)
PERCENT = re.compile(r"^(?:%|procent\w*|promille|‰|%-enhet\w*)$", re.IGNORECASE)
NOW = re.compile(r"\b(?:just nu|idag|i dag|för närvarande|i dagsläget|i nuläget|numera|nu)\b", re.IGNORECASE)
BASE = re.compile(
    r"\b(?:jämfört med|i jämförelse med|mot|än)\s+(?P<base>(?:i\s)?(?:samma period\s)?"
    r"(?:‹D\d+›|ifjol|fjol\w*|i fjol|förra \w+|året innan|föregående \w+|tidigare(?: år)?|normal\w*|i \w+|"
    r"vanligt|samma \w+ \w+))",
    re.IGNORECASE,
)
PERIOD = re.compile(
    r"(?:\b(?:i|under|sedan|t\.?\s?o\.?\s?m\.?|till|fram till|från|hittills i|per)\s)(?P<period>(?:hela\s)?"
    r"(?:‹D\d+›(?:(?:, | och |–| till )‹D\d+›)*|år|ifjol|höst\w*|vår(?:en)?|våras|höstas|vinter\w*|sommar\w*|"
    r"somras|årsskiftet|vårterminen|(?:första|andra|tredje|fjärde) kvartalet|kvartalet|senaste \w+|månaden|"
    r"veckan|\w+månaden))(?!\w)"
    r"|(?P<bare>samma period(?: i)?\s?(?:fjol|ifjol)?|om året|per år|årligen|i månaden|/år)",
    re.IGNORECASE,
)
DONE = (
    "sökt|sökta|söks|avsatt|avsatta|utlånat|utlånade|beviljat|beviljade|beviljats|beviljades|utbetalat|kvar|inskrivna|anmälda|"
    "varslade|anställda|sökande|nationellt|fördelade|fördelas|insamlat"
)
AFTER_DONE = re.compile(rf"^(?:\s\w+)?\s(?P<done>{DONE})\b", re.IGNORECASE)
BEFORE_DONE = re.compile(rf"\b(?P<done>{DONE})(?:\s\w+)?\s$", re.IGNORECASE)
VERB = re.compile(
    r"\s(?:ska|skall|kommer|kan|vill|görs|gjordes|landade|landar|steg|sjönk|överskreds|startades|tappade|"
    r"har|hade|är|var|blir|blev|ligger|låg|går|gick|ökar|ökade|ökat|minskar|minskade|minskat|kostar|kostade|"
    r"uppges|uppgår|beräknas|ner|ned|upp|på|med|om|till|får|fick|sjunker|stiger|räknar|landar|väntas|över|drygt|cirka|"
    r"ca|knappt|totalt|högst|max|minst|varav|har\s\w+)\b|\s?[:+−]|\s(?=‹[MN]\d+›)",
    re.IGNORECASE,
)
SHARE = re.compile(r"^ av (?P<whole>[^.,;]+?)(?= under | i (?:år|fjol)\b| sedan |[.,;]|$)")
NOUN_ON = re.compile(
    r"\b(?:en|ett)\s(?P<what>[a-zåäö-]{3,})\s(?:på|om|med)\s(?:totalt\s|sammanlagt\s)?(?:\w+\s)?$"
)
RELATIVE = re.compile(r"^(?: i ‹L\d+›| i \w+)? (?P<what>(?:som|med|utifrån|utan) [^.,;]+?)(?= varav|[.,;]|$)")
BUYING = re.compile(
    r"\b(?:köpa|upphandla|köper|upphandlar|beställa)\s(?P<what>[^.;]+?)\s(?:på|för|om)\s(?:totalt\s)?$"
)
SAYS = re.compile(
    r"(?P<who>‹[OUH]\d+›|\b(?:bolaget|företaget|de|dom|hotellet))\s(?:själva?\s)?"
    r"(?:säger|uppger|räknar med|uppskattar|anger|hävdar)\b|\benligt\s(?P<source>‹[OUH]\d+›)",
    re.IGNORECASE,
)


HEADS_COUNTED = ("personer", "människor", "individer", "stycken", "st", "fall")
"""Nouns that count, and say nothing of what."""
LEVEL = re.compile(
    r"\b(?:ligger(?:\skvar)?(?:\s\w+)?\spå|låg\spå|uppgår(?:\s\w+)?\still|uppgick\still|är\suppe\si|landade\spå|"
    r"(?:stigit|sjunkit|ökat|minskat|gått\s(?:upp|ner|ned)|steg|sjönk|ökade|minskade|gick\s(?:upp|ner|ned))\still)\s"
    r"(?:cirka\s|ca\s|omkring\s|nu\s|knappt\s|drygt\s|över\s)?$",
    re.IGNORECASE,
)
"""Words between what is measured and its level."""


def measured(figure: Figure, sentence: Sentence) -> Figure:
    """The figure with all that its sentence, and the one after it, say of what it measures.

    What no words say stays None. `measures` is a stretch of the sentence; `about`, `place` and `source`
    are keys of actors; `period` and `base` words as written; `as_of` the meeting's day where the words
    say "just nu" or the like.
    """
    tagged = sentence.tagged
    at = tagged.place(figure.span)
    if at is None:
        return figure
    start, end = clause_at(tagged.text, at)
    clause = tagged.text[start:end]
    token = TOKEN.match(tagged.text, at)
    stop = token.end() if token else at
    before, after = tagged.text[start:at], tagged.text[stop:end]
    now = NOW.search(clause) or (clause.startswith("‹") and NOW.search(tagged.text[:start]))
    return replace(
        figure,
        measures=_measures(figure, tagged, start, at, stop, end),
        about=_about(tagged, at, sentence),
        place=_place(tagged, before, after) or _carried(tagged, start, clause),
        period=_period(tagged, clause, at - start, sentence),
        base=_words(BASE, "base", clause, tagged),
        as_of=sentence.meeting.isoformat() if now and sentence.meeting else None,
        source=_source(tagged, clause, sentence),
        status=clause_status(tagged.text, at),
    )


def _measures(figure: Figure, tagged: Tagged, start: int, at: int, stop: int, end: int) -> str | None:
    before, after = tagged.text[start:at], tagged.text[stop:end]
    share = SHARE.match(after) if figure.unit and PERCENT.match(figure.unit) else None
    if share:
        return tagged.written(share["whole"]).strip()
    counted = _counted(after) if not figure.money else None
    level = LEVEL.search(before) if counted in HEADS_COUNTED else None
    subject = _subject(tagged.text, start, at) if level else None
    if subject:  # "Varslen ligger på 120 personer": the notices are measured, in persons
        return tagged.written(subject).strip()
    if counted:
        return tagged.written(counted)
    bought = BUYING.search(before)
    if bought:
        return tagged.written(bought["what"]).strip()
    done = AFTER_DONE.match(after) or BEFORE_DONE.search(before)
    if done:
        return str(done["done"])
    named = SHARED.search(before) or NOUN_ON.search(before)
    if named:
        return str(named["what"])
    falls = FALLS_TO.search(after)
    if falls:
        return str(falls["what"])
    relative = RELATIVE.match(tagged.text[stop:])
    if relative and not figure.money:
        return tagged.written(relative["what"]).removeprefix("som ").strip()
    subject = _subject(tagged.text, start, at)
    return tagged.written(subject).strip() or None if subject else None


def _counted(after: str) -> str | None:
    """The noun that a number counts, its adjectives with it: "500 ekonomiska rådgivningar"."""
    words = re.match(r"^ ((?:‹[SPEO]\d+›)|(?:[a-zåäöéü-]+))(?: ([a-zåäöéü-]+))?(?: ([a-zåäöéü-]+))?", after)
    if not words:
        return None
    first, second, third = words.groups()
    if first.startswith("‹") or first in ("varslade", "anställda", "sökande", "anmälda", "inskrivna"):
        return str(first)
    if re.fullmatch(ADJECTIVES, first) and second:
        return f"{first} {second}"
    if first in function_words() or re.fullmatch(f"{DONE}|{NO_NOUN}", first):
        return None
    adjective = first.endswith(("a", "e")) and second and second not in function_words()
    if not adjective or re.fullmatch(rf"\w+(?:ade|ats)|klara|{DONE}|{NO_NOUN}", second):
        return str(first)
    if second.endswith("a") and third and third not in function_words() and first.endswith("a"):
        return f"{first} {second} {third}"
    return f"{first} {second}"


def _subject(text: str, start: int, at: int) -> str | None:
    """The words that open the clause, up to its verb; of the clause before where this one has none."""
    opening = re.sub(r"^(?:men|och|så|samt|just nu|nu|hittills)\s", "", text[start:at], flags=re.IGNORECASE)
    verb = VERB.search(" " + opening)
    subject = (" " + opening)[: verb.start()] if verb else opening
    subject = re.sub(r" i ‹L\d+›$| i \w+$", "", subject).strip(" ,:–-*")
    subject = re.sub(r"\s(?:och|men)$", "", subject)
    if subject and not OPENING.match(subject) and re.search(r"\w", TOKEN.sub("", subject)):
        return subject if len(subject) <= 80 else None
    earlier = clause_at(text, max(start - 2, 0))
    if start == 0 or earlier[0] >= start:
        return None
    done = re.search(rf"\b(?:{DONE})\b", text[earlier[0] : earlier[1]])
    return done.group() if done else _subject(text, *earlier)


def _about(tagged: Tagged, at: int, sentence: Sentence) -> str | None:
    """The scheme, project, event or, failing these, organisation that the number is about."""
    kinds = (Kind.SCHEME, Kind.PROJECT, Kind.EVENT)
    before = [m for m in tagged.mentions(tagged.text[:at]) if m.kind in kinds]
    if before:
        return before[-1].actor
    after = [m for m in tagged.mentions(tagged.text[at:]) if m.kind in kinds]
    if after:
        return after[0].actor
    things = [key for key in sentence.scene.things if sentence.scene.actors[key].kind is not Kind.EVENT]
    if things:
        return things[-1]
    start, _ = clause_at(tagged.text, at)
    named = [m for m in tagged.mentions(tagged.text[start:at]) if m.kind is Kind.ORGANISATION]
    return named[-1].actor if named else None


def _place(tagged: Tagged, before: str, after: str) -> str | None:
    """The place nearest in the same clause; each number takes its own."""
    ahead = [m for m in tagged.mentions(after) if m.kind is Kind.PLACE]
    behind = [m for m in tagged.mentions(before) if m.kind is Kind.PLACE]
    if behind and (not ahead or re.search(r"‹L\d+›(?: \w+){0,3} $", before)):
        return behind[-1].actor
    return ahead[0].actor if ahead else None


def _carried(tagged: Tagged, start: int, clause: str) -> str | None:
    """The place of the clause before, where this one opens with its number and says no other."""
    if start == 0 or not clause.startswith("‹") or re.search(r"\btotalt\b|\bnationellt\b", clause):
        return None
    earlier = clause_at(tagged.text, max(start - 2, 0))
    named = [m for m in tagged.mentions(tagged.text[earlier[0] : earlier[1]]) if m.kind is Kind.PLACE]
    return named[-1].actor if named and earlier[0] < start else None


def _words(pattern: re.Pattern[str], group: str, clause: str, tagged: Tagged) -> str | None:
    found = pattern.search(clause)
    return tagged.written(found[group]) if found and found[group] else None


def _period(tagged: Tagged, clause: str, at: int, sentence: Sentence) -> str | None:
    """The last time named before the number, else the first after it.

    Where the next sentence goes on with the same tale ("Ökat i januari …"), the time that it names.
    """
    taken = [found.span() for found in BASE.finditer(clause)]
    times = [
        found
        for found in PERIOD.finditer(clause)
        if not any(low <= found.start() < high for low, high in taken)
    ]
    before = [found for found in times if found.start() < at]
    if times:
        found = before[-1] if before else times[0]
        return tagged.written(found["period"] or found["bare"])
    after = sentence.following
    if after and re.match(
        r"\w+at (?:i|under) ‹D\d+›", after.text
    ):  # "Ökat i januari …": the same tale goes on
        again = PERIOD.search(after.text)
        return after.written(again["period"]) if again and again["period"] else None
    return None


def _source(tagged: Tagged, clause: str, sentence: Sentence) -> str | None:
    """Whom the speaker quotes for the number, where that is somebody else."""
    found = SAYS.search(clause)
    if not found:
        return None
    named = tagged.mentions(found["who"] or found["source"] or "")
    if named:
        quoted = named[0].actor
    else:
        earlier = [
            m for m in (*sentence.before, *tagged.mentions(tagged.text)) if m.kind is Kind.ORGANISATION
        ]
        if not earlier:
            return None
        quoted = earlier[-1].actor
    speakers = (sentence.statement.speakers if sentence.statement else ()) + (sentence.scene.speaker,)
    return None if quoted in speakers else quoted
