"""What is said of schemes, projects, events, acts and links, beside their ties."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.lexicon.clauses import clause_at
from graph.lexicon.screened import Screened, screened
from graph.model.reading import Figure, Mention, Property, Relation
from graph.model.terms import Certainty, Detail, Kind, Predicate, Reason, Status
from graph.reading.relations.scenes import Sentence
from graph.reading.relations.status import clause_status
from graph.reading.relations.tagged import LETTER, Tagged

Value = str | int | float
BECAUSE_OF = {
    (Predicate.OFFERS, Kind.SCHEME): Detail.PRINCIPAL,
    (Predicate.FUNDS, Kind.SCHEME): Detail.FINANCIER,
    (Predicate.FUNDS, Kind.PROJECT): Detail.FINANCIER,
    (Predicate.PLANS, Kind.PROJECT): Detail.WHO,
    (Predicate.PARTICIPATES_IN, Kind.PROJECT): Detail.WHO,
    (Predicate.OFFERS, Kind.PROJECT): Detail.WHO,
    (Predicate.ORGANISES, Kind.EVENT): Detail.WHO,
}
TOPIC = re.compile(r"\b(?:gällande|om|kring|rörande|avseende|angående|på|för) (?P<topic>.+)$")


@dataclass(frozen=True, slots=True)
class Said:
    """A value as said: with its unit, and the actor that it names."""

    value: Value | None
    unit: str | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying something. `says` is the value itself, where no words are.

    `every` takes all things of the clause, not the nearest alone; `adjacent` asks for a thing within the
    match, `near` for one in the same sentence, `only` for one of that class.
    """

    name: str
    of: str
    detail: Detail
    pattern: Screened
    says: str | None = None
    every: bool = False
    adjacent: bool = False
    near: bool = False
    only: str | None = None


@cache
def patterns() -> tuple[Pattern, ...]:
    """Every pattern, in the order of the file."""
    text = files(__package__).joinpath("properties.toml").read_text(encoding="utf-8")
    return tuple(
        Pattern(
            row["name"],
            row["of"],
            Detail(row["detail"]),
            screened(row["pattern"], re.IGNORECASE),
            row.get("says"),
            row.get("every", False),
            row.get("adjacent", False),
            row.get("near", False),
            row.get("only"),
        )
        for row in tomllib.loads(text)["property"]
    )


def properties(
    told: list[Sentence], relations: list[Relation], figures: tuple[Figure, ...]
) -> list[Property]:
    """Everything said of the things, each once a quote, in reading order.

    A question is no property, nor is a decision that is unclear. Ties say who and where; figures that are
    about a project or scheme say amounts and what else is counted.
    """
    found: list[Property] = []
    holders = {sentence.quote.span: sentence for sentence in told}
    for sentence in told:
        if sentence.statement is None:
            continue
        known = {LETTER[mention.kind] for mention in sentence.before}
        known |= {named.letter for named in sentence.tagged.named}
        for pattern in patterns():
            if known.isdisjoint(pattern.of):
                continue
            for match in pattern.pattern.finditer(sentence.tagged.text):
                found.extend(_said(pattern, match, sentence))
        found.extend(_topics(sentence))
    for relation in relations:
        if relation.quote in holders:
            found.extend(_of_tie(relation, holders[relation.quote]))
    limits = {
        (one.of, one.value) for one in found if one.detail in (Detail.LIMIT, Detail.JOBS, Detail.APPLICANTS)
    }
    for figure in figures:
        if figure.quote in holders:
            found.extend(_of_figure(figure, holders[figure.quote], limits))
    unique = {(one.of, one.detail, one.value, one.quote): one for one in found}
    return sorted(unique.values(), key=lambda one: (one.quote, one.of, one.detail, str(one.value)))


def _said(pattern: Pattern, match: re.Match[str], sentence: Sentence) -> Iterator[Property]:
    tagged = sentence.tagged
    status = clause_status(tagged.text, match.start())
    if status is Status.ASKED or (status is Status.UNCLEAR and pattern.detail is Detail.DECISION):
        return
    if pattern.says in ("cancelled", "closed", "refused", "unclear") and status is Status.NEGATED:
        status = Status.ASSERTED  # the words deny the thing itself, and say so plainly
    said = Said(pattern.says) if pattern.says else _value(match["value"], sentence)
    if said.value is None or said.value == "":
        return
    for key, certainty, reason in _things(pattern, match, sentence):
        yield Property(
            of=key,
            detail=pattern.detail,
            value=said.value,
            quote=tagged.quote.span,
            rule=pattern.name,
            actor=said.actor,
            unit=said.unit,
            status=status,
            certainty=certainty,
            reason=reason,
        )


def _value(written: str, sentence: Sentence) -> Said:
    """A date's ISO form, a figure's number with its unit, an actor's name, or the words themselves."""
    tagged = sentence.tagged
    tokens = tagged.tokens(written)
    if tokens and re.fullmatch(r"‹\w+›", written):
        one = tokens[0]
        if one.date:
            return Said(one.date.iso_end or one.date.iso)
        if one.figure:
            value = one.figure.value if one.figure.value is not None else one.figure.as_written
            return Said(value, one.figure.unit)
        if one.mention:
            return Said(sentence.scene.actors[one.mention.actor].name, actor=one.mention.actor)
    return Said(tagged.written(written).strip(' .!”"'))


def _things(
    pattern: Pattern, match: re.Match[str], sentence: Sentence
) -> list[tuple[str, Certainty, Reason | None]]:
    """What it is said of: in the same clause, the same sentence, or named last in the statement."""
    tagged = sentence.tagged
    actors = sentence.scene.actors

    def fit(mention: Mention) -> bool:
        right = LETTER[mention.kind] in pattern.of and not mention.nested
        return right and pattern.only in (None, actors[mention.actor].classification)

    fits = [m for m in tagged.mentions(tagged.text) if fit(m)]
    where = {m.span: tagged.place(m.span) or 0 for m in fits}
    sure = (Certainty.EXPLICIT, None)
    if pattern.adjacent:
        fits = [m for m in fits if match.start() <= where[m.span] < match.end()]
        return [(m.actor, *sure) for m in fits]
    if pattern.every:
        start, end = clause_at(tagged.text, match.start())
        inside = [m for m in fits if start <= where[m.span] < end]
        return [(key, *sure) for key in dict.fromkeys(m.actor for m in inside)]
    before = [m for m in fits if where[m.span] < match.end()]
    if before:
        return [(before[-1].actor, *sure)]
    if fits:
        return [(fits[0].actor, *sure)]
    earlier = [] if pattern.near else [m for m in sentence.before if fit(m)]
    if earlier:
        return [(earlier[-1].actor, Certainty.INFERRED, Reason.LAST_NAMED_OF_ITS_KIND)]
    return []


def _topics(sentence: Sentence) -> Iterator[Property]:
    """What a project known by its topic is about: "det nya projektet gällande …"; a link's subject."""
    tagged = sentence.tagged
    for index, named in enumerate(tagged.named):
        mention = named.mention
        if mention is None:
            continue
        words = tagged.written(f"‹{named.letter}{index}›")
        if named.letter == "P" and sentence.scene.actors[mention.actor].description:
            topic = TOPIC.search(words)
            if topic:
                yield _property(mention, Detail.TOPIC, topic["topic"], tagged, "described-by-topic")
        if named.letter == "W":
            yield from _of_link(mention, sentence)


def _of_link(mention: Mention, sentence: Sentence) -> Iterator[Property]:
    """Address, subject and presenter of a link."""
    tagged = sentence.tagged
    yield _property(mention, Detail.ADDRESS, sentence.scene.actors[mention.actor].name, tagged, "address")
    before = tagged.text[: tagged.place(mention.span) or 0]
    people = [m for m in tagged.mentions(before) if m.kind is Kind.PERSON]
    speakers = sentence.statement.speakers if sentence.statement else ()
    who = people[0].actor if people else speakers[0] if len(speakers) == 1 else None
    if who and who in sentence.scene.actors:
        name = sentence.scene.actors[who].name
        yield Property(mention.actor, Detail.WHO, name, tagged.quote.span, "presented-by", who)
    subject = re.sub(
        r"^(?:‹[HO]\d+›[ ,]*)+(?:presenterar?|visar|går igenom|berättar om|delar|tipsar om) ", "", before
    )
    subject = re.sub(
        r"(?:\s[-–]\s|,\s|\.\s|^)(?:se|läs|länk|mer info\w*)\b.*$", "", subject, flags=re.IGNORECASE
    )
    subject = re.sub(r"[\s:–-]+$", "", re.sub(r"‹W\d+›", "", subject)).strip()
    if subject:
        yield _property(mention, Detail.TOPIC, tagged.written(subject), tagged, "link-about")


def _property(mention: Mention, detail: Detail, value: Value, tagged: Tagged, rule: str) -> Property:
    return Property(mention.actor, detail, value, tagged.quote.span, rule)


def _of_tie(relation: Relation, sentence: Sentence) -> Iterator[Property]:
    """Who and where, as a tie says it."""
    actors = sentence.scene.actors
    certain = (relation.status, relation.certainty, relation.reason)
    detail = BECAUSE_OF.get((relation.predicate, actors[relation.object].kind))
    if detail:
        name = actors[relation.subject].name
        yield Property(
            relation.object, detail, name, relation.quote, relation.rule, relation.subject, None, *certain
        )
    placed = (Kind.PROJECT, Kind.EVENT, Kind.SCHEME)
    if relation.predicate is Predicate.LOCATED_IN and actors[relation.subject].kind in placed:
        name = actors[relation.object].name
        yield Property(
            relation.subject,
            Detail.PLACE,
            name,
            relation.quote,
            relation.rule,
            relation.object,
            None,
            *certain,
        )


def _of_figure(figure: Figure, sentence: Sentence, limits: set[tuple[str, Value]]) -> Iterator[Property]:
    """Amounts of schemes and projects, and what else is counted of a project."""
    actor = sentence.scene.actors.get(figure.about or "")
    if actor is None or actor.kind not in (Kind.SCHEME, Kind.PROJECT):
        return
    value: Value = figure.value if figure.value is not None else figure.as_written
    if (actor.key, value) in limits:
        return
    if figure.money:
        yield Property(
            actor.key, Detail.AMOUNT, value, figure.quote, "amount", None, figure.unit, figure.status
        )
    elif actor.kind is Kind.PROJECT and figure.measures and figure.unit is None:
        counted = f"{figure.as_written} {figure.measures}"
        yield Property(actor.key, Detail.WHAT, counted, figure.quote, "counted", None, None, figure.status)
