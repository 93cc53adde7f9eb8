"""Ties between the names of one sentence, by rules of Swedish."""

import re
from collections.abc import Iterator
from itertools import combinations

from graph.lexicon.clauses import clause_at
from graph.model.reading import Relation
from graph.model.terms import SYMMETRIC, Certainty, Kind, Predicate, Reason, Status
from graph.reading.relations.ellipsis import Said, likewise
from graph.reading.relations.ends import End, Scene, actor_of, objects, subjects
from graph.reading.relations.phrases import Form
from graph.reading.relations.rules import Rule, standing
from graph.reading.relations.status import clause_status
from graph.reading.relations.tagged import Tagged

ENDS = re.compile(r"‹[OUPSEL]\d+›")
APART = re.compile(
    r"\b(?:var för sig|var och en för sig|var sin|varsin|oberoende av varandra|på var sitt håll)\b"
)
ENDED = re.compile(
    r"[^.;!?]{0,60}?,? men (?:(?:det|den|de|detta|samarbetet|avtalet|dialogen) )?(?:är|har|lade|drog|ångrade|inte)\b"
    r"(?: nu| sedan)? ?(?:slut|över|upphört|avslutats?|brutits|lagt ner|lagts ner|skrinlagt|ångrat|dragit sig ur|"
    r"ner|sig|längre)\b"
    r"|[^.;!?]{0,60}? (?:(?:blev|är|blir) (?:\w+ )?inställ[dt]a?|ställdes in|ställs in|ställts in|blev inte av)\b"
)
WISHED = re.compile(
    r"\b(?:vill|ville|önskar|önskade|hoppas|skulle vilja|borde|hade velat|öppen för|öppna för|öppet för|"
    r"intresserade? av|intresse (?:av|för)|behov av|behöver|efterlyser|efterlyste|letar efter|ser gärna|söker|"
    r"möjlighet(?:er)? till|nyfik(?:en|na) på|sug(?:en|na) på|önskemål om|tankar på)(?: \w+){0,3} \S$"
)
DENIED = re.compile(r"\b(?:inte|ej|aldrig|inga?|inget|ingen)\b(?! (?:bara|minst|enbart|olik))", re.IGNORECASE)
DENIED_BEFORE = re.compile(
    r"\b(?:inte|ej|aldrig)(?! (?:bara|minst|enbart))(?: (?:längre|gärna|heller|alls|ens))? \S$"
)
AVOIDED = re.compile(
    r"\b(?:avråd(?:er|de)|avst(?:år|od)|undvik(?:er|it)|undvek|vägra(?:r|t|de)|sakna(?:r|t|de)|sluta(?:r|t|de))"
    r"(?: \w+){0,3} \S$"
)
WITH_MONEY = re.compile(r"‹M")


def ties(tagged: Tagged, scene: Scene) -> list[Relation]:
    """The ties that one sentence says, each once, in the order of its words and of the rules."""
    found: dict[tuple[str, str, str], Relation] = {}
    if not ENDS.search(tagged.text):
        return []  # every rule needs a name
    said = [one for rule, form in standing(tagged.low) for one in by_rule(rule, form, tagged, scene)]
    for relation in (
        *(one.relation for one in said),
        *_own_by_name(tagged, scene),
        *_expansions(tagged, scene),
        *likewise(said, tagged),
    ):
        ends = (relation.subject, relation.object)
        if relation.predicate in SYMMETRIC:
            ends = (min(ends), max(ends))
        if relation.subject != relation.object:
            found.setdefault((relation.predicate, *ends), relation)
    return [relation for relation in found.values() if not _said_better(relation, found)]


def _said_better(relation: Relation, found: dict[tuple[str, str, str], Relation]) -> bool:
    """Whether a sentence tells who offers a service: then "driver" and its like do not say that they build it."""
    offered = (Predicate.OFFERS, relation.subject, relation.object)
    return relation.predicate is Predicate.PLANS and offered in found


def by_rule(rule: Rule, form: Form, tagged: Tagged, scene: Scene) -> Iterator[Said]:
    """What one form of a rule finds in a sentence."""
    if rule.spoken and not scene.spoken:
        return
    for match in form.pattern.finditer(tagged.text):
        for relation in _matched(rule, match, tagged, scene):
            yield Said(relation, match.end())


def _matched(rule: Rule, match: re.Match[str], tagged: Tagged, scene: Scene) -> Iterator[Relation]:
    groups = match.groupdict()
    said = _status(rule, match, tagged, scene)
    status = said
    if rule.status is not None and (said is not Status.NEGATED or rule.status is Status.ASSERTED):
        status = rule.status
    figures = [named.figure for named in tagged.tokens(groups.get("amount") or "")]
    amount = figures[0].span if figures and figures[0] else None
    if rule.predicate is Predicate.SUPPORTS and WITH_MONEY.search(
        tagged.text, match.start(), match.end() + 8
    ):
        return  # then it is funding
    if rule.predicate in SYMMETRIC and APART.search(tagged.low):
        return
    if groups.get("among"):
        keys = dict.fromkeys(mention.actor for mention in tagged.mentions(groups["among"]))
        pairs = [(End(one), End(other)) for one, other in combinations(keys, 2)]
    else:
        things = objects(rule, match, tagged, scene)
        pairs = [(one, other) for one in subjects(rule, match, tagged, scene) for other in things]
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
    if said in (Status.ASSERTED, Status.PLANNED) and ENDED.match(tagged.text, match.end()):
        return Status.NEGATED
    lead = text[: match.start() + 1]
    if said is Status.ASSERTED and (
        DENIED.search(match.group()) or DENIED_BEFORE.search(lead) or AVOIDED.search(lead)
    ):
        return Status.NEGATED
    if said is Status.ASSERTED and WISHED.search(lead):
        return Status.CONSIDERED
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
    if "at" in match.groupdict():
        return min(match.start("at") + 1, match.end() - 1)
    if match.groupdict().get("subject") and match.start("subject") == match.start():
        return min(match.end("subject") + 1, match.end() - 1)
    return match.start()


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
        if status is Status.ASSERTED and "utbyggnad" in tagged.written(match.group()).lower():
            status = Status.PLANNED  # "utbyggnaden kostar …" speaks of it and does not say that it goes on
        for end in actor_of(match, tagged, scene):
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
