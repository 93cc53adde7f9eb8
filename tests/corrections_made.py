"""Random corrections of a reading, seeded; and the same text read by a reader that sees it otherwise."""

import random
from dataclasses import asdict, replace
from typing import Any

from graph.knowledge.store.corrections import as_body, named_as
from graph.knowledge.store.pointed import pointing
from graph.model.decisions import Decision, DecisionKind
from graph.model.reading import Mention, Quote, Reading, Statement
from graph.model.terms import Kind, Status
from graph.model.text import Span

CORRECT, REJECT, ADD = DecisionKind.CORRECT, DecisionKind.REJECT, DecisionKind.ADD
KINDS = (Kind.ORGANISATION, Kind.PLACE, Kind.PROJECT)


def decided(
    reading: Reading,
    kind: DecisionKind,
    thing: str,
    quote: Span,
    words: Span | None,
    number: int,
    **said: Any,
) -> Decision:
    """A decision on words of a reading."""
    at = asdict(pointing(reading.document, quote, words, "minutes.txt"))
    body = as_body(thing, at, named_as(reading), **{"is": {}, "to": {}, **said})
    return Decision(f"{number:04}", kind, body, "Eva", f"2026-01-01T00:00:00.{number:04}")


def at_random(reading: Reading, count: int, seed: int) -> list[Decision]:
    """So many corrections of every kind, of things that the reading holds."""
    chance = random.Random(seed)  # noqa: S311  # a seeded test
    names = {actor.key: actor.name for actor in reading.actors}
    made: list[Decision] = []
    while len(made) < count:
        number = len(made)
        sort = chance.choice(
            ["speaker", "type", "name", "status", "reject", "relation", "figure", "add", "tie"]
        )
        if sort == "speaker" and reading.statements:
            s = chance.choice(reading.statements)
            quote = next(q for q in reading.quotes if s.span.holds(q.span))
            to = {"speaker": f"Person {chance.choice('ABCD')}sson"}
            made.append(decided(reading, CORRECT, "statement", quote.span, None, number, to=to))
        elif sort in ("type", "name", "reject") and reading.mentions:
            m = chance.choice(reading.mentions)
            was = {"type": m.kind.value, "name": names[m.actor]}
            to = (
                {"type": chance.choice(KINDS).value}
                if sort == "type"
                else {"name": f"Namn {chance.choice('XYZ')}"}
            )
            kind = REJECT if sort == "reject" else CORRECT
            made.append(decided(reading, kind, "mention", m.quote, m.span, number, to=to, **{"is": was}))
        elif sort in ("status", "add", "tie") and reading.quotes:
            q = chance.choice(reading.quotes)
            if sort == "status":
                to = {"status": chance.choice(list(Status)).value}
                made.append(decided(reading, CORRECT, "quote", q.span, None, number, to=to))
            elif sort == "tie":
                to = {
                    "subject": "Almi",
                    "predicate": "supports",
                    "object": f"Bolag {chance.choice('XYZ')} AB",
                }
                made.append(decided(reading, ADD, "relation", q.span, None, number, to=to))
            else:
                form = reading.document.reading_form(q.span)
                end = (form.text + " ").index(" ")
                to = {"type": chance.choice(KINDS).value}
                made.append(decided(reading, ADD, "actor", q.span, form.span(0, end), number, to=to))
        elif sort == "relation" and reading.relations:
            r = chance.choice(reading.relations)
            was = {"subject": names[r.subject], "predicate": r.predicate.value, "object": names[r.object]}
            kind = chance.choice([CORRECT, REJECT])
            made.append(
                decided(
                    reading, kind, "relation", r.quote, None, number, to={"status": "planned"}, **{"is": was}
                )
            )
        elif sort == "figure" and reading.figures:
            f = chance.choice(reading.figures)
            made.append(decided(reading, CORRECT, "figure", f.quote, f.span, number, to={"value": number}))
    return made


def read_otherwise(reading: Reading, seed: int) -> Reading:
    """As another reader might see it: statements joined two and two, every third name and tie missed, quotes cut."""
    chance = random.Random(seed)  # noqa: S311  # a seeded test
    mentions = tuple(m for m in reading.mentions if chance.random() > 0.3)
    statements: list[Statement] = []
    held: dict[Span, Span] = {}
    for statement in reading.statements:
        last = statements[-1] if statements else None
        if (
            last
            and last.heading == statement.heading
            and last.speakers == statement.speakers
            and chance.random() < 0.5
        ):
            whole = Span(last.span.start, statement.span.end)
            text = reading.document.reading_form(whole).text
            statements[-1] = replace(last, span=whole, text=text)
        else:
            statements.append(replace(statement, position=len(statements) + 1))
    for one in reading.statements:
        held[one.span] = next(s.span for s in statements if s.span.holds(one.span))
    quotes = tuple(_held(q, held) for q in reading.quotes)
    return replace(
        reading,
        statements=tuple(statements),
        quotes=quotes,
        mentions=mentions,
        relations=tuple(r for r in reading.relations if chance.random() > 0.3),
        figures=tuple(replace(f, value=None) for f in reading.figures if chance.random() > 0.3),
    )


def _held(quote: Quote, held: dict[Span, Span]) -> Quote:
    return replace(quote, holder=held.get(quote.holder, quote.holder))


def rules(mentions: tuple[Mention, ...]) -> set[str]:
    """The rules that found them."""
    return {mention.rule for mention in mentions}
