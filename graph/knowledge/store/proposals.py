"""A correction before it is made: which words it points at, what it would change, and where else it could apply."""

from dataclasses import asdict, dataclass
from typing import Any

from graph.errors import NoSuchWords, NothingChanges, QuoteNotThere
from graph.knowledge.store.actors_by_hand import bearer
from graph.knowledge.store.corrected import one
from graph.knowledge.store.corrections import as_body, hold_again, named_as
from graph.knowledge.store.decided import settle_decisions
from graph.knowledge.store.decisions import decide
from graph.knowledge.store.difference import difference
from graph.knowledge.store.library import Store
from graph.knowledge.store.lines_read import FINDERS, Page, Place, mentions, relations
from graph.knowledge.store.pointed import inside, occurrences
from graph.model.answers import Row
from graph.model.decisions import Decision, DecisionKind, Words
from graph.model.reading import Reading
from graph.model.terms import Kind
from graph.model.text import Span


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a person wants, ready to be decided: `changes` as rows; `elsewhere` lines where it could hold too."""

    kind: DecisionKind
    bodies: tuple[dict[str, Any], ...]
    changes: tuple[Row, ...]
    words: str
    elsewhere: tuple[int, ...]


def propose(
    store: Store,
    kind: DecisionKind,
    thing: str,
    document: str,
    line: int | None,
    words: str | None,
    to: dict[str, Any],
    predicate: str | None = None,
    everywhere: bool = False,
) -> Proposal:
    """A correction or rejection of what was read on a line. Raises what is wrong with the words, naming the line."""
    page = Page(store, document, line)
    if thing == "meeting":
        place: Place = (page.span, None, {})
        at = asdict(Words(page.read.document.sha256, page.path, "", ""))
        body = as_body(thing, at, named_as(page.read), **{"is": {}, "to": to})
        return _proposal(page, kind, [body], page.read.meeting.title, ())
    found = relations(page, words, predicate) if thing == "relation" else FINDERS[thing](page, words)
    if thing == "mention" and not found and words:
        span = page.inside(words)
        if span is None:
            raise NoSuchWords(words=words, file=page.file, line=line or 0)
        found = [(words, (page.sentence(span), span, {"type": to["type"]}))] if "type" in to else []
    place = page.only(thing, found)
    if "speaker" in to and "organisation" not in to:
        to = to | _own(page.reading, to["speaker"])
    others = _elsewhere(page, thing, place)
    bodies = [page.body(thing, each, to) for each in (place, *(others if everywhere else ()))]
    lines = () if everywhere else tuple(page.reading.document.line_at(each[0].start) for each in others)
    return _proposal(page, kind, bodies, page.form(place[1] or place[0]), lines)


def _own(reading: Reading, speaker: str | None) -> dict[str, str]:
    """The organisation that a speaker has in this document, if it is one."""
    there = bearer(reading, speaker or "", [Kind.PERSON])
    of = {m.organisation for m in reading.memberships if there and m.person == there.key}
    names = [actor.name for actor in reading.actors if actor.key in of]
    return {"organisation": names[0]} if len(names) == 1 else {}


def _elsewhere(page: Page, thing: str, place: Place) -> list[Place]:
    """Other places of the document where the same could be said: the same words for the same, the same speaker
    under the same heading.
    """
    whole = Page.__new__(Page)
    whole.__dict__.update(page.__dict__ | {"span": Span(0, len(page.reading.document.text))})
    if thing == "mention" and place[1] is not None:
        there = mentions(whole, page.form(place[1]))
        return [other for _, other in there if other[1] != place[1] and other[2] == place[2]]
    if thing == "statement":
        held = {s.span: s for s in page.reading.statements}
        mine = next(s for s in held.values() if s.span.holds(place[0]))
        alike = [
            s
            for s in held.values()
            if s is not mine and s.heading == mine.heading and s.speakers == mine.speakers and s.heading
        ]
        first = {s.span: [q.span for q in page.reading.quotes if s.span.holds(q.span)] for s in alike}
        return [(quotes[0], None, place[2]) for quotes in first.values() if quotes]
    return []


def propose_added(
    store: Store,
    thing: str,
    document: str,
    line: int | None,
    quote: str | None,
    words: str | None,
    to: dict[str, Any],
) -> Proposal:
    """Something that was not read, resting on a quote of the text. Raises QuoteNotThere, NoSuchWords."""
    page = Page(store, document, line)
    text = page.reading.document
    if thing == "alias":
        there = bearer(page.reading, to["name"])
        naming = [m for m in page.reading.mentions if there and m.actor == there.key]
        if not naming:
            raise NoSuchWords(words=to["name"], file=page.file, line=line or 0)
        place: Place = (naming[0].quote, naming[0].span, {"name": to["name"]})
        return _proposal(
            page, DecisionKind.ADD, [page.body(thing, place, {"alias": to["alias"]})], to["name"], ()
        )
    if quote is not None:
        form = text.reading_form(Span(0, len(text.text)))
        plain = " ".join(quote.split())
        spans = [form.span(start, start + len(plain)) for start in occurrences(form.text, plain)]
        spans = [span for span in spans if line is None or span.meets(page.span)]
        if len(spans) != 1:
            raise QuoteNotThere(quote=plain, file=page.file, times=len(spans))
        sentence = spans[0]
    else:
        sentence = page.holding(thing, list(to.values()))
    meant = None
    if thing == "actor":
        plain = " ".join((words or to["name"]).split())
        meant = inside(text, sentence, plain) or (None if quote else page.inside(plain))
        if meant is None:
            raise NoSuchWords(
                words=words or to["name"], file=page.file, line=line or text.line_at(sentence.start)
            )
        sentence = page.sentence(meant)
    body = page.body(thing, (sentence, meant, {}), to)
    return _proposal(page, DecisionKind.ADD, [body], page.form(meant or sentence), ())


def _proposal(
    page: Page, kind: DecisionKind, bodies: list[dict[str, Any]], words: str, elsewhere: tuple[int, ...]
) -> Proposal:
    after = page.reading
    for body in bodies:
        after = one(after, Decision("", kind, body, "", "")) or after
    changes = difference(page.reading, after)
    if not changes:
        raise NothingChanges(file=page.file, line=page.line or 0)
    return Proposal(kind, tuple(bodies), tuple(changes), words, elsewhere)


def make(store: Store, proposal: Proposal, who: str, at: str, why: str | None) -> list[Decision]:
    """Decides what was proposed: in answers and pictures at once, in every re-reading from now on."""
    with store.writing() as db:
        made = [decide(db, proposal.kind, body, who, at, why) for body in proposal.bodies]
        hold_again(db, made)
        settle_decisions(db)
    return made
