"""The ends of a tie: who does it and what it is done to, where the rule's own words do not hold them."""

import datetime
import re
from dataclasses import dataclass

from graph.lexicon.clauses import clause_at
from graph.model.reading import Actor, Mention
from graph.model.terms import Certainty, Kind, Predicate, Reason
from graph.reading.relations.phrases import ENDS as LETTERS
from graph.reading.relations.rules import Rule
from graph.reading.relations.tagged import LETTER, TOKEN, Tagged

PREPOSITION = re.compile(
    r"\b(?:med|från|till|av|för|på|i|hos|om|ur|vid|mot|åt|mellan|genom|efter|kring|mellan|enligt|inom)"
    r"(?: (?!att\b|om\b)\w+)? $",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"\b(?:vi|jag) på ‹O\d+›|\b(?:vi|jag)\b|‹[OUH]\d+›(?:(?:, | och | samt | utan även | utan också )‹[OUH]\d+›)*",
    re.IGNORECASE,
)
GIVER = re.compile(SUBJECT.pattern + r"|‹S\d+›", re.IGNORECASE)
VERB_BEFORE = re.compile(r"\b\w+(?:ar|er|r|de|te|t) $")
INVERTED = re.compile(r",? (?:(?:har|ska|vill|kan|kommer) )?\w{2,20} ")
VERB_AFTER = re.compile(
    r"(?: (?:inte|ej|också|även|nu|fortfarande|redan|alls|verkligen))? (?:ska|har|kan|vill|är|får|\w{2,20}(?:ar|er|r|ade|de|te))\b"
)
AGENT = re.compile(
    r"\b\w{3,30}s (?:\w{1,30} )?av (?P<name>‹[OU]\d+›(?:(?:, | och | samt )‹[OU]\d+›)*)(?! (?:och|samt)\b)"
)
OTHERS = re.compile(
    r":?s (?:\w+ )?(?:kund|leverantör|medlem(?!skap)|företag\b|konkurrent|grann|ägar|invånar|elev|student|dotterbolag|"
    r"moderbolag|systerbolag|föräldr|anställda|läge|siffror|budget|beslut)"
)
THING_DOES = re.compile(r"(?:^|[^,\w] ?)‹[PSE]\d+› (?:har|hade|är|var|ska|\w{2,20}(?:ar|er|r|ade|de))\b")
OTHERS_DO = re.compile(rf"‹[OU]\d+›{OTHERS.pattern}")
NOUN_DOES = re.compile(  # "Medlemmarna samarbetar …": others than the speaker; "Dialogen förs …" may be theirs
    r"(?:(?:och|men|att|om|de|alla|flera|många) ){0,2}(?-i:[A-ZÅÄÖa-zåäö])[a-zåäö]{2,30}(?:na|en|et|are|ar|er) "
    r"(?:har|hade|får|fick|ska|vill|kan|(?!fungera|pågå)[a-zåäö]{2,20}(?:ar|er|ade|de|te|it)|tog|tar|höll)\b",
    re.IGNORECASE,
)
UNKNOWN = re.compile(r"\b(?:vem|vilka|vilken|ingen|någon|man)\b", re.IGNORECASE)
GOES_ON = re.compile(
    r"(?:och|men|samt) (?!vi\b|jag\b|det\b)(?:ska|har|kan|vill|är|får|kommer|vill|\w{2,20}(?:ar|er|ade|de|te))\b",
    re.IGNORECASE,
)
SAYS = re.compile(
    r"\b(?:säger|sade|sa|berättar|berättade|menar|förklarar|uppger|framhåller) ‹H\d+›,?(?: [a-zåäö-]+){0,3}"
    r"(?: på| vid| från| för|,)? (?P<name>‹O\d+›)"
)
THING = (Kind.PROJECT, Kind.SCHEME, Kind.EVENT)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a sentence cannot say by itself: who speaks, what was named last, who belongs where.

    `speaker` is the key of the organisation that the speaker speaks for. `things` are the keys of the
    schemes, projects and events named so far in the statement, the last one last.
    """

    actors: dict[str, Actor]
    speaker: str | None = None
    things: tuple[str, ...] = ()
    belongs: tuple[tuple[str, str], ...] = ()  # person, organisation
    spoken: bool = True  # in a statement, not in a heading or a row
    meeting: datetime.date | None = None
    ahead: str | None = None  # the one project, scheme or event of the next sentence

    def organisation_of(self, person: str) -> str | None:
        """The one organisation that a person belongs to; None where there are none or several."""
        found = {organisation for member, organisation in self.belongs if member == person}
        return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class End:
    """One end of a tie, with how sure it is."""

    key: str
    certainty: Certainty = Certainty.EXPLICIT
    reason: Reason | None = None


def subjects(rule: Rule, match: re.Match[str], tagged: Tagged, scene: Scene) -> list[End]:
    """Who does it: those that the rule's words hold, else whom its `subject` points at."""
    if rule.subject == "speaker":
        return _speaker(scene, Certainty.INFERRED)
    if rule.subject == "next":
        return _ahead(scene)
    written = match.groupdict().get("subject")
    if written is None:
        found = actor_of(match, tagged, scene, money=rule.predicate is Predicate.FUNDS)
        elliptic = found == _speaker(scene, Certainty.INFERRED)
        return [] if rule.subject == "named" and elliptic else found
    ends = [_end(mention) for mention in tagged.mentions(written)]
    if rule.also_actor:
        ends = [*actor_of(match, tagged, scene), *ends]
    return list({end.key: end for end in ends}.values())


def objects(rule: Rule, match: re.Match[str], tagged: Tagged, scene: Scene) -> list[End]:
    """What it is done to: what the rule's words hold, else what its `object` points at."""
    written = match.groupdict().get("object")
    if written:
        return [_end(mention) for mention in tagged.mentions(written)]
    if rule.object == "speaker":
        return _speaker(scene, rule.certainty)
    if rule.object == "thing":
        return _thing(rule, match, tagged, scene)
    if rule.object == "actor":
        return actor_of(match, tagged, scene)
    found = _ahead(scene) if rule.object == "next" else []
    return [end for end in found if _takes(rule, scene.actors[end.key].kind)]


def _end(mention: Mention) -> End:
    """The end that a mention is; what only points at it ("bolaget") is inferred."""
    if mention.rule == "referred":
        return End(mention.actor, mention.certainty, mention.reason)
    return End(mention.actor)


def _ahead(scene: Scene) -> list[End]:
    if scene.ahead is None:
        return []
    return [End(scene.ahead, Certainty.INFERRED, Reason.LAST_NAMED_OF_ITS_KIND)]


def _speaker(scene: Scene, certainty: Certainty) -> list[End]:
    if scene.speaker is None:
        return []
    reason = None if certainty is Certainty.EXPLICIT else Reason.SPEAKERS_OWN_ORGANISATION
    return [End(scene.speaker, certainty, reason)]


def _thing(rule: Rule, match: re.Match[str], tagged: Tagged, scene: Scene) -> list[End]:
    """The scheme, project or event that the words go on about: of this sentence, else of the statement."""
    before = [m for m in tagged.mentions(tagged.text[: match.start()]) if _takes(rule, m.kind)]
    if before:
        return [_end(before[-1])]
    earlier = [key for key in scene.things if _takes(rule, scene.actors[key].kind)]
    if earlier:
        return [End(earlier[-1], Certainty.INFERRED, Reason.LAST_NAMED_OF_ITS_KIND)]
    return []


def _takes(rule: Rule, kind: Kind) -> bool:
    """Whether a predicate's object may be of a kind; a project may be offered too."""
    letters = LETTERS[rule.predicate][1] + ("PE" if rule.predicate is Predicate.OFFERS else "")
    return kind in THING and LETTER[kind] in letters


def actor_of(match: re.Match[str], tagged: Tagged, scene: Scene, *, money: bool = False) -> list[End]:
    """Who does it: the nearest subject before the verb in its clause, or just after it, else the speaker.

    A clause that goes on without a subject of its own ("… och ska bygga") has that of the clause before.
    Nobody does what a question asks the doer of ("vem håller i …"). A fund may give money (`money`).
    """
    text = tagged.text
    start, end = clause_at(text, match.start())
    after = match.groupdict().get("after")
    if after and not _has_subject(text, start, match.start()):
        return [_end(mention) for mention in tagged.mentions(after)]
    agent = AGENT.search(text, start, match.start())
    if agent:
        return [_end(mention) for mention in tagged.mentions(agent["name"])]
    spare = [match.span(name) for name in match.groupdict() if match[name]]
    for found in _candidates(
        text, start, match.start(), max(end, match.end()), spare, match.end(), money=money
    ):
        ends = _named(found, tagged, scene)
        if ends:
            return ends
    if OTHERS_DO.search(text, start, match.start()) or NOUN_DOES.match(text, start):
        return []
    if UNKNOWN.search(text[start : match.start()]) or THING_DOES.search(text, start, match.end()):
        return []
    if GOES_ON.match(text, start):
        earlier = clause_at(text, max(start - 2, 0))
        for found in _candidates(text, earlier[0], start, start, spare, start, money=money):
            ends = _named(found, tagged, scene)
            if ends:
                return ends
    return _speaker(scene, Certainty.INFERRED) or _attributed(tagged)


def _has_subject(text: str, start: int, verb: int) -> bool:
    """Whether a clause has its subject before the verb, so that what follows that is none: "att bevilja ‹O2› …"."""
    lead = text[start:verb]
    if re.search(r"\batt (?:\w+ )?$", lead):
        return True
    return any(not _governed(text, start, found) for found in GIVER.finditer(text, start, verb))


def _candidates(
    text: str, start: int, verb: int, end: int, spare: list[tuple[int, int]], said: int, *, money: bool
) -> list[re.Match[str]]:
    """Names and "vi" that may be the subject: those before the verb, the nearest first, then one after it.

    A name after all that the rule has read (`said`) is one only where a verb alone parts them.
    """
    pattern = GIVER if money else SUBJECT
    before = [
        found
        for found in pattern.finditer(text, start, min(verb + 1, end) if verb < end else end)
        if not _governed(text, start, found)
    ]
    inside = [
        found
        for found in pattern.finditer(text, verb, end)
        if not any(low <= found.start() < high for low, high in spare)
        and VERB_BEFORE.search(text[start : found.start()])
        and (
            found.start() < said or INVERTED.fullmatch(text[said : found.start()]) or "‹" not in found.group()
        )
        and not _governed(text, start, found)
    ]
    return [*reversed(before), *inside[:1]]


def _governed(text: str, start: int, name: re.Match[str]) -> bool:
    """Whether a preposition or a noun governs a name ("‹O1›s kunder"); "om" may open a clause of its own."""
    if OTHERS.match(text, name.end()):
        return True
    found = PREPOSITION.search(text[start : name.start()])
    if found is None:
        return False
    return not (found.group().lower().startswith("om ") and VERB_AFTER.match(text, name.end()))


def _named(found: re.Match[str], tagged: Tagged, scene: Scene) -> list[End]:
    """Whom a subject's words mean: those named, or the speaker's organisation for "vi"."""
    if not TOKEN.search(found.group()):
        return _we(found, tagged, scene)
    ends: list[End] = []
    for mention in tagged.mentions(found.group()):
        if mention.kind in (Kind.ORGANISATION, Kind.UNNAMED, Kind.SCHEME):
            ends.append(_end(mention))
        elif mention.kind is Kind.PERSON:
            organisation = scene.organisation_of(mention.actor)
            if organisation:
                ends.append(End(organisation, Certainty.INFERRED, Reason.SPEAKERS_OWN_ORGANISATION))
    return ends


def _we(found: re.Match[str], tagged: Tagged, scene: Scene) -> list[End]:
    """The speaker's organisation; the one above it where the sentence itself has just spoken of that."""
    above = scene.actors[scene.speaker].part_of if scene.speaker else None
    if above and any(mention.actor == above for mention in tagged.mentions(tagged.text[: found.start()])):
        return [End(above)]
    return _speaker(scene, Certainty.EXPLICIT) or _attributed(tagged)


def _attributed(tagged: Tagged) -> list[End]:
    """The organisation of whom the sentence itself quotes: "…, säger ‹H1› på ‹O2›"."""
    found = SAYS.search(tagged.text)
    if found is None:
        return []
    (mention,) = tagged.mentions(found["name"])
    return [End(mention.actor, Certainty.INFERRED, Reason.SPEAKERS_OWN_ORGANISATION)]
