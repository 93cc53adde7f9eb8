"""Ties between the names of one sentence, by rules of Swedish."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from graph.lexicon.clauses import clause_at
from graph.lexicon.screened import beginnings
from graph.model.reading import Actor, Relation
from graph.model.terms import SYMMETRIC, Certainty, Kind, Predicate, Reason, Status
from graph.reading.relations.rules import Rule, rules
from graph.reading.relations.status import clause_status
from graph.reading.relations.tagged import TOKEN, Tagged

PREPOSITION = re.compile(
    r"\b(?:med|från|till|av|för|på|i|hos|om|ur|vid|mot|åt|mellan|genom|efter|kring|mellan|enligt|inom)"
    r"(?: \w+)? $",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"\b(?:vi|jag) på ‹O\d+›|\b(?:vi|jag)\b|‹[OUH]\d+›(?:(?:, | och | samt )‹[OUH]\d+›)*", re.IGNORECASE
)
ENDS = re.compile(r"‹[OUPSEL]\d+›")
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


def ties(tagged: Tagged, scene: Scene) -> list[Relation]:
    """The ties that one sentence says, each once, in the order of its words and of the rules."""
    found: dict[tuple[str, str, str], Relation] = {}
    if not ENDS.search(tagged.text):
        return []  # every rule needs a name
    begun = beginnings(tagged.text)
    for rule in rules():
        if rule.pattern.openings.isdisjoint(begun) or (rule.spoken and not scene.spoken):
            continue  # a sentence has the words of few rules
        for match in rule.pattern.pattern.finditer(tagged.text):
            for relation in _matched(rule, match, tagged, scene):
                ends = (relation.subject, relation.object)
                if relation.predicate in SYMMETRIC:
                    ends = (min(ends), max(ends))
                found.setdefault((relation.predicate, *ends), relation)
    for relation in (*_own_by_name(tagged, scene), *_expansions(tagged, scene)):
        found.setdefault((relation.predicate, relation.subject, relation.object), relation)
    return list(found.values())


def _matched(rule: Rule, match: re.Match[str], tagged: Tagged, scene: Scene) -> Iterator[Relation]:
    groups = match.groupdict()
    said = _status(rule, match, tagged, scene)
    status = said if rule.status is None or said is Status.NEGATED else rule.status
    figures = [named.figure for named in tagged.tokens(groups.get("amount") or "")]
    amount = figures[0].span if figures and figures[0] else None
    if groups.get("among"):
        keys = dict.fromkeys(mention.actor for mention in tagged.mentions(groups["among"]))
        pairs = [(End(one), End(other)) for one, other in combinations(keys, 2)]
    else:
        objects = _objects(rule, match, tagged, scene)
        pairs = [(one, other) for one in _subjects(rule, match, tagged, scene) for other in objects]
    for subject, thing in pairs:
        if subject.key == thing.key or (rule.foreign and _owns(subject.key, thing.key, tagged)):
            continue
        if scene.actors[subject.key].part_of == thing.key or scene.actors[thing.key].part_of == subject.key:
            continue
        less_sure = max(subject, thing, key=lambda end: end.certainty is not Certainty.EXPLICIT)
        inferred = rule.certainty is not Certainty.EXPLICIT
        yield Relation(
            subject=subject.key,
            predicate=rule.predicate,
            object=thing.key,
            quote=tagged.quote.span,
            rule=rule.name,
            status=status,
            certainty=rule.certainty if inferred else less_sure.certainty,
            reason=less_sure.reason or (Reason.SPEAKERS_OWN_ORGANISATION if inferred else None),
            amount=amount,
        )


def _status(rule: Rule, match: re.Match[str], tagged: Tagged, scene: Scene) -> Status:
    """What the clause says; what is told in the present of a day to come is planned."""
    text = tagged.text[: match.end()] if rule.head else tagged.text
    said = clause_status(text, _anchor(match))
    if said is not Status.ASSERTED or scene.meeting is None:
        return said
    start, end = clause_at(text, _anchor(match))
    for token in re.finditer(r"(?<!till )(?<!med )‹D\d+›", text[start:end]):
        date = tagged.tokens(token.group())[0].date
        if date and date.iso and date.iso > scene.meeting.isoformat():
            return Status.PLANNED
    return said


def _anchor(match: re.Match[str]) -> int:
    """Where the words stand that say the tie: where the pattern begins, or its verb after the subject."""
    if match.groupdict().get("subject") and match.start("subject") == match.start():
        return min(match.end("subject") + 1, match.end() - 1)
    return match.start()


def _subjects(rule: Rule, match: re.Match[str], tagged: Tagged, scene: Scene) -> list[End]:
    if rule.subject == "speaker":
        return _speaker(scene, Certainty.INFERRED)
    written = match.groupdict().get("subject")
    if written is None:
        return _actor(match, tagged, scene)
    ends = [End(mention.actor) for mention in tagged.mentions(written)]
    if rule.also_actor:
        ends = [*_actor(match, tagged, scene), *ends]
    return list({end.key: end for end in ends}.values())


def _objects(rule: Rule, match: re.Match[str], tagged: Tagged, scene: Scene) -> list[End]:
    written = match.groupdict().get("object")
    if written:
        return [End(mention.actor) for mention in tagged.mentions(written)]
    if rule.object == "speaker":
        return _speaker(scene, rule.certainty)
    if rule.object == "thing":
        return _thing(match, tagged, scene)
    return []


def _speaker(scene: Scene, certainty: Certainty) -> list[End]:
    if scene.speaker is None:
        return []
    reason = None if certainty is Certainty.EXPLICIT else Reason.SPEAKERS_OWN_ORGANISATION
    return [End(scene.speaker, certainty, reason)]


def _thing(match: re.Match[str], tagged: Tagged, scene: Scene) -> list[End]:
    """The scheme, project or event that the words go on about: of this sentence, else of the statement."""
    before = [m for m in tagged.mentions(tagged.text[: match.start()]) if m.kind in THING]
    if before:
        return [End(before[-1].actor)]
    if scene.things:
        return [End(scene.things[-1], Certainty.INFERRED, Reason.LAST_NAMED_OF_ITS_KIND)]
    return []


def _actor(match: re.Match[str], tagged: Tagged, scene: Scene) -> list[End]:
    """Who does it: the nearest subject before the verb in its clause, or just after it, else the speaker."""
    start, end = clause_at(tagged.text, match.start())
    end = max(end, match.end())
    spare = [match.span(name) for name in match.groupdict() if match[name]]
    before = [
        found
        for found in SUBJECT.finditer(tagged.text, start, match.start() + 1)
        if not PREPOSITION.search(tagged.text[start : found.start()])
    ]
    inside = [
        found
        for found in SUBJECT.finditer(tagged.text, match.start(), end)
        if not any(low <= found.start() < high for low, high in spare)
        and re.search(r"\b\w+(?:ar|er|r|de|te|t) $", tagged.text[start : found.start()])
        and not PREPOSITION.search(tagged.text[start : found.start()])
    ]
    for found in [*reversed(before), *inside[:1]]:
        ends = _named(found, tagged, scene)
        if ends:
            return ends
    return _speaker(scene, Certainty.INFERRED)


def _named(found: re.Match[str], tagged: Tagged, scene: Scene) -> list[End]:
    """Whom a subject's words mean: those named, or the speaker's organisation for "vi"."""
    if not TOKEN.search(found.group()):
        return _we(found, tagged, scene)
    ends: list[End] = []
    for mention in tagged.mentions(found.group()):
        if mention.kind in (Kind.ORGANISATION, Kind.UNNAMED):
            ends.append(End(mention.actor))
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
    return _speaker(scene, Certainty.EXPLICIT)


def _owns(subject: str, project: str, tagged: Tagged) -> bool:
    """Whether a project's own name names its company: then it is that company's, and no other's here."""
    holders = [named for named in tagged.named if named.mention and named.mention.actor == project]
    return any(inner.actor == subject for named in holders for inner in named.nested)


def _own_by_name(tagged: Tagged, scene: Scene) -> Iterator[Relation]:
    """A company plans the establishment, and offers the scheme, that bears its name.

    Two companies of one establishment with "gemensam" work together on it; without, they are two.
    """
    for index, named in enumerate(tagged.named):
        if named.mention is None or named.mention.kind not in (Kind.PROJECT, Kind.SCHEME):
            continue
        words = tagged.written(f"‹{named.letter}{index}›")
        companies = [inner.actor for inner in named.nested if inner.kind is Kind.ORGANISATION]
        companies = companies or _genitive(words, scene)
        joint = "gemensam" in words
        if len(companies) > 1 and not joint:
            continue
        place = tagged.text.index(f"‹{named.letter}{index}›")
        status = clause_status(tagged.text, place)
        status = status if status in (Status.NEGATED, Status.CONSIDERED, Status.PROPOSED) else Status.ASSERTED
        quote = tagged.quote.span
        predicate = Predicate.PLANS if named.mention.kind is Kind.PROJECT else Predicate.OFFERS
        for company in companies:
            yield Relation(company, predicate, named.mention.actor, quote, "own-by-name", status)
        if joint:
            for one, other in combinations(dict.fromkeys(companies), 2):
                yield Relation(one, Predicate.WORKS_WITH, other, quote, "joint-establishment", status)


def _expansions(tagged: Tagged, scene: Scene) -> Iterator[Relation]:
    """Who expands: the subject of the verb that tells of it, else the speaker's organisation."""
    for match in re.finditer(r"‹P\d+›", tagged.text):
        mention = tagged.mentions(match.group())[0]
        if mention.rule not in ("expansion", "founding", "procuring", "establishing", "building"):
            continue
        status = clause_status(tagged.text, match.start())
        for end in _actor(match, tagged, scene):
            yield Relation(
                end.key,
                Predicate.PLANS,
                mention.actor,
                tagged.quote.span,
                mention.rule,
                status,
                end.certainty,
                end.reason,
            )


def _genitive(words: str, scene: Scene) -> list[str]:
    """The organisation whose genitive a name opens with: "Fondens kulturstöd"."""
    first = words.split(" ", 1)[0]
    if not first.endswith("s") or first == words:
        return []
    owner = {first.casefold(), first[:-1].casefold()}
    return [
        actor.key
        for actor in scene.actors.values()
        if actor.kind is Kind.ORGANISATION
        and owner & {name.casefold() for name in (actor.name, *actor.names)}
    ][:1]
