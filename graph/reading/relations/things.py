"""Acts, links, procurements and the like: things that the way of writing shows and no list of names knows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.lexicon.heads import function_words
from graph.lexicon.screened import screened
from graph.model.outline import Outline
from graph.model.reading import Actor, Mention, Quote, outermost
from graph.model.resolved import Resolved
from graph.model.terms import Certainty, Kind, Reason
from graph.model.text import Document, ReadingForm, Span
from graph.reading.relations.described import described
from graph.reading.relations.scenes import holder, inside
from graph.reading.relations.undertakings import undertakings

PLURALS = (  # nouns whose definite plural only looks like an act
    "bolagen", "förslagen", "underlagen", "anslagen", "avslagen", "inslagen", "uppslagen", "beslagen",
    "slagen", "nederlagen", "upplagen", "anlagen", "avlagen", "lagen", "utslagen", "tillslagen", "påslagen",
    "överslagen", "dotterbolagen", "fastighetsbolagen", "utlagen", "pålagen",
)  # fmt: skip
ACT = screened(
    r"\b(?:(?P<first>[A-ZÅÄÖa-zåäö]+)-? och )?(?P<act>[A-ZÅÄÖa-zåäö]+(?:lagen|förordningen|balken))s?\b"
)
PROPOSAL = screened(
    r"\b(?P<act>[A-ZÅÄÖ]?[a-zåäö]{1,40}(?:strategin|planen|programmet|förslaget|propositionen|utredningen))"
    r"(?= (?:är |ligger |skickas |har skickats )?(?:nu )?(?:ute )?på remiss)"
)
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”)\]|]+")
GOES_ON = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t]*(?P<rest>[a-z0-9][\w.~/?#&=%+-]*)")
LEFT_OUT = re.compile(
    r"\b(?P<whole>(?:[Dd]et|[Vv]årt)\s(?:\w+\s)?(?P<head>samarbetet|samarbete|partnerskapet))"
    r"(?=\s(?:kommer\s)?(?:att\s)?(?:fortsätta|fortsätter|pågår|består)\b)"
)
PROCUREMENT = screened(
    r"\b[Uu]pphandling(?:en)?(?=(?: (?:är|ligger|finns|kommer))? (?:ute|annonser|utlyst|publicer|öppen|pågår|på gång))"
)
"""A procurement that one may answer to; the word alone is a way of buying."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One occurrence: its raw span, kind, name, and why it is inferred."""

    span: Span
    kind: Kind
    name: str
    rule: str
    classification: str | None = None
    certainty: Certainty = Certainty.EXPLICIT


def things(
    document: Document, outline: Outline, resolved: Resolved
) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """Actors and mentions of acts, links and undertakings in statements, each actor once by its name.

    So is the partner that the words leave out ("det nära samarbetet fortsätter"): an unnamed party.
    Of two acts with one head ("pandemi- och serveringslagen") the first is healed and inferred. An
    address that a line end breaks is one; its mention keeps the words as they stand. What is already
    mentioned as something else is left alone.
    """
    statements = sorted(resolved.statements, key=lambda statement: statement.span)
    named = sorted(resolved.mentions, key=lambda mention: mention.span)
    actors: dict[tuple[Kind, str], Actor] = {}
    mentions: list[Mention] = []
    for quote in outermost(outline.quotes):
        statement = holder(statements, quote.span)
        if statement is None:
            continue
        form = document.reading_form(quote.span)
        taken = [mention.span for mention in inside(named, quote.span)]
        for thing in _all(document, quote, form):
            if any(span.meets(thing.span) for span in taken) or not quote.span.holds(thing.span):
                continue
            key = (thing.kind, thing.name.casefold())
            if thing.classification:  # what has no name is one within its statement
                known = thing.classification if thing.classification == "procurement" else thing.rule
                key = (thing.kind, f"{known} {thing.name[:6]} in {statement.span.start}")
            actor = actors.setdefault(key, _actor(thing))
            if thing.name not in actor.names:
                longer = max(actor.name, thing.name, key=len) if thing.classification else thing.name
                actor = replace(actor, name=longer, names=(*actor.names, thing.name))
                actors[key] = actor
            mentions.append(
                Mention(thing.span, actor.key, thing.kind, quote.span, thing.rule, certainty=thing.certainty)
            )
    return tuple(actors.values()), tuple(mentions)


def _all(document: Document, quote: Quote, form: ReadingForm) -> Iterator[Thing]:
    yield from _acts(form)
    yield from _links(document, quote, form)
    told = list(described(form.text))
    for one in told:
        yield Thing(form.span(one.start, one.end), one.kind, one.name, one.rule, one.classification)
    for match in PROCUREMENT.finditer(form.text):
        if any(one.start <= match.start() < one.end for one in told):
            continue
        yield Thing(form.span(*match.span()), Kind.PROJECT, "upphandling", "procurement", "procurement")
    for undertaking in undertakings(form):
        if any(one.start < undertaking.end and undertaking.start < one.end for one in told):
            continue
        rule = "expansion" if undertaking.name.startswith("utbygg") else "founding"
        span = form.span(undertaking.start, undertaking.end)
        yield Thing(span, Kind.PROJECT, undertaking.name, rule, "establishment or investment")
    for match in LEFT_OUT.finditer(form.text):
        span = form.span(*match.span("head"))
        yield Thing(span, Kind.UNNAMED, match["whole"].lower(), "partner-left-out", "left out")


def _actor(thing: Thing) -> Actor:
    return Actor(
        key=f"{thing.kind.value}@{thing.span.start}",
        kind=thing.kind,
        name=thing.name,
        names=(thing.name,),
        classification=None if thing.kind is Kind.UNNAMED else thing.classification,
        certainty=thing.certainty,
        reason=Reason.DESCRIBED_BY_TOPIC if thing.classification else None,
        description=thing.classification is not None,
    )


def _acts(form: ReadingForm) -> Iterator[Thing]:
    for match in ACT.finditer(form.text):
        act, first = match["act"], match["first"]
        if act.casefold() in PLURALS:
            continue
        head = re.search(r"(?:lagen|förordningen|balken)$", act)
        bare = (
            first
            and not re.search(r"(?:en|et|na|er|ar|or)$", first)
            and first.lower() not in function_words()
        )
        if first and head and (bare or form.text[match.end("first")] == "-"):
            joined = first if first.lower().endswith(head.group()) else first + head.group()
            span = form.span(match.start("first"), match.end("first"))
            yield Thing(span, Kind.RULE, joined.lower(), "act-with-shared-head", certainty=Certainty.INFERRED)
        yield Thing(form.span(match.start("act"), match.end("act")), Kind.RULE, act.lower(), "act")
    for match in PROPOSAL.finditer(form.text):
        yield Thing(form.span(*match.span("act")), Kind.RULE, match["act"], "proposal")


def _links(document: Document, quote: Quote, form: ReadingForm) -> Iterator[Thing]:
    for match in ADDRESS.finditer(form.text):
        address = match.group().rstrip(".,;:!?*”'\"")
        end = match.start() + len(address)
        span = form.span(match.start(), end)
        rest = GOES_ON.match(document.text, span.end, quote.span.end)
        if rest and re.search(r"/|\.(?:html?|pdf|docx?|aspx|php)$|=", rest["rest"]):
            tail = rest["rest"].rstrip(".,;:")
            address += tail
            span = Span(span.start, rest.start("rest") + len(tail))
        yield Thing(span, Kind.LINK, address, "address")
