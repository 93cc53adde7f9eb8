"""A reading as rows of the read model, as `schema.sql` describes them.

Rows point at one another by their place in their table, counted from 1; the store adds the document's own
number. `REFERENCES` names the columns that do.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from graph.knowledge.quads.claims import promise_iri
from graph.knowledge.quads.places import Places
from graph.knowledge.store.keys import Key
from graph.lexicon.stems import stem
from graph.model.reading import Heading, Reading
from graph.model.text import Span

TOKEN = re.compile(r"[^\W_]+")

Cell = str | int | float | None
Rows = dict[str, list[tuple[Cell, ...]]]

COLUMNS: dict[str, str] = {
    "meeting": "id title title_quote kind date date_quote next next_quote next_certainty next_reason region",
    "passage": "id start end kind",
    "heading": "id start end text whole parent",
    "statement": "id start end position text heading organisation attribution skipped",
    "speaker": "id statement actor",
    "quote": "id start end passage text raw line page skipped status",
    "actor": "id iri kind name part_of classification listed scope certainty reason description"
    " join_group join_keys ground ground_certainty natural_ground",
    "name": "id actor name folded",
    "candidate": "id of name reason actor",
    "mention": "id start end words actor kind quote rule nested certainty reason",
    "date_mention": "id start end words iso iso_end quote certainty reason",
    "membership": "id person organisation quote role certainty reason",
    "attendance": "id actor presence quote instead_of",
    "figure": "id start end as_written quote value low high bound approximate unit money measures"
    " about place source period as_of base status reason",
    "relation": "id subject predicate object quote rule status certainty reason amount period",
    "property": "id of detail value quote rule actor unit status certainty reason",
    "promise": "id what quote rule organisation to condition due due_as_written status certainty reason"
    " iri outcome outcome_quote",
    "promiser": "id promise actor",
    "quote_text": "rowid words stems",
    "passage_text": "rowid words stems",
}
"""The tables of one document and their columns, but for `document`, in the order of the rows."""

REFERENCES = {
    "meeting": {"id", "title_quote", "date_quote", "next_quote", "region"},
    "heading": {"id", "parent"},
    "statement": {"id", "heading", "organisation"},
    "speaker": {"id", "statement", "actor"},
    "quote": {"id", "passage"},
    "actor": {"id", "part_of"},
    "name": {"id", "actor"},
    "candidate": {"id", "of", "actor"},
    "mention": {"id", "actor", "quote"},
    "date_mention": {"id", "quote"},
    "membership": {"id", "person", "organisation", "quote"},
    "attendance": {"id", "actor", "quote"},
    "figure": {"id", "quote", "about", "place", "source"},
    "relation": {"id", "subject", "object", "quote", "amount"},
    "property": {"id", "of", "quote", "actor"},
    "promise": {"id", "quote", "organisation", "to", "outcome_quote"},
    "promiser": {"id", "promise", "actor"},
    "passage": {"id"},
    "quote_text": {"rowid"},
    "passage_text": {"rowid"},
}


def name_folded(name: str) -> str:
    """A name as it is looked up: composed letters, case folded, white space collapsed."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def tokens(text: str) -> list[str]:
    """The words of a text as the index sees them: runs of letters and digits, composed, case folded."""
    return TOKEN.findall(unicodedata.normalize("NFC", text).casefold())


def rows(reading: Reading, places: Places, keys: dict[str, Key]) -> Rows:
    """All rows of one reading."""
    return _Rows(reading, places, keys).all()


def spans_as_json(spans: Iterable[Span]) -> str:
    """Spans as `[[start, end], …]`."""
    return json.dumps([[span.start, span.end] for span in spans], separators=(",", ":"))


class _Rows:
    def __init__(self, reading: Reading, places: Places, keys: dict[str, Key]) -> None:
        self.reading, self.places, self.keys = reading, places, keys
        self.actor = {actor.key: number for number, actor in enumerate(reading.actors, 1)}
        self.quote_number = {quote.span: number for number, quote in enumerate(reading.quotes, 1)}
        self.figure = {figure.span: number for number, figure in enumerate(reading.figures, 1)}
        holders: dict[Span, str] = {quote.holder: "line" for quote in reading.quotes}
        holders |= {heading.span: "heading" for heading in reading.headings}
        holders |= {statement.span: "statement" for statement in reading.statements}
        self.holders = sorted(holders.items())
        self.passage = {span: number for number, (span, _) in enumerate(self.holders, 1)}
        self.headings = {heading.span: heading for heading in reading.headings}
        self.made: Rows = defaultdict(list)

    def quote(self, span: Span) -> int:
        return self.quote_number[self.places.quote_span(span)]

    def quote_or_none(self, span: Span | None) -> int | None:
        return self.quote(span) if span and self.places.has_quote(span) else None

    def key(self, key: str | None) -> int | None:
        return self.actor[key] if key else None

    def add(self, table: str, *cells: Cell) -> int:
        """One row, numbered by its place in the table."""
        number = len(self.made[table]) + 1
        self.made[table].append((number, *cells))
        return number

    def all(self) -> Rows:
        self.texts()
        self.actors()
        self.evidence()
        self.claims()
        return dict(self.made)

    def whole(self, heading: Heading) -> str:
        """A heading with the umbrella above it."""
        above = self.headings.get(heading.parent) if heading.parent else None
        after = self.reading.document.text[heading.span.end : heading.span.end + 1]
        text = f"{heading.text}:" if after == ":" else heading.text  # as written: the mark ends the label
        return f"{self.whole(above)} {text}" if above and above is not heading else text

    def texts(self) -> None:
        document, reading = self.reading.document, self.reading
        meeting = reading.meeting
        self.add(
            "meeting", meeting.title, self.quote_or_none(meeting.title_span), meeting.kind,
            meeting.date.isoformat() if meeting.date else None, self.quote_or_none(meeting.date_quote),
            meeting.next.isoformat() if meeting.next else None, self.quote_or_none(meeting.next_quote),
            meeting.next_certainty, meeting.next_reason, self.key(meeting.region),
        )  # fmt: skip
        for span, kind in self.holders:
            self.add("passage", span.start, span.end, kind)
        for heading in reading.headings:
            span = heading.span
            parent = self.passage.get(heading.parent) if heading.parent else None
            row = (self.passage[span], span.start, span.end, heading.text, self.whole(heading), parent)
            self.made["heading"].append(row)
        for statement in reading.statements:
            span, over = statement.span, statement.heading
            self.made["statement"].append((
                self.passage[span], span.start, span.end, statement.position, statement.text,
                self.passage.get(over) if over else None, self.key(statement.organisation),
                statement.attribution, spans_as_json(statement.skipped),
            ))  # fmt: skip
            for speaker in statement.speakers:
                self.add("speaker", self.passage[span], self.actor[speaker])
        for quote in reading.quotes:
            span = quote.span
            number = self.add(
                "quote", span.start, span.end, self.passage[quote.holder], quote.text,
                span.of(document.text), document.line_at(span.start), document.page_at(span.start),
                spans_as_json(quote.skipped), quote.status,
            )  # fmt: skip
            self.made["quote_text"].append((number, *_indexed(quote.text)))
        for span, text in self.passages().items():
            self.made["passage_text"].append((self.passage[span], *_indexed(text)))

    def passages(self) -> dict[Span, str]:
        """The text of each passage, with the heading over it."""
        texts = {span: "" for span, _ in self.holders}
        for quote in self.reading.quotes:
            texts[quote.holder] = f"{texts[quote.holder]} {quote.text}".strip()
        for heading in self.reading.headings:
            texts[heading.span] = self.whole(heading)
        for statement in self.reading.statements:
            over = self.headings.get(statement.heading) if statement.heading else None
            texts[statement.span] = f"{self.whole(over)} {statement.text}" if over else statement.text
        return texts

    def actors(self) -> None:
        for actor in self.reading.actors:
            key = self.keys.get(actor.key)
            number = self.add(
                "actor", self.places.actor(actor.key), actor.kind, actor.name, self.key(actor.part_of),
                actor.classification, actor.listed, actor.scope, actor.certainty, actor.reason,
                actor.description, key.group if key else None, json.dumps(key.keys) if key else None,
                key.ground if key else None, key.certainty if key and key.ground else None,
                key.ground if key else None,
            )  # fmt: skip
            for name in dict.fromkeys((actor.name, *actor.names)):
                if name:
                    self.add("name", number, name, name_folded(name))
        for candidate in self.reading.candidates:
            of, who = self.actor[candidate.of], self.key(candidate.actor)
            self.add("candidate", of, candidate.name, candidate.reason, who)

    def evidence(self) -> None:
        document, reading = self.reading.document, self.reading
        for mention in reading.mentions:
            span = mention.span
            self.add(
                "mention", span.start, span.end, document.reading_form(span).text,
                self.actor[mention.actor], mention.kind, self.quote(mention.quote), mention.rule,
                mention.nested, mention.certainty, mention.reason,
            )  # fmt: skip
        for date in reading.dates:
            span = date.span
            self.add(
                "date_mention", span.start, span.end, document.reading_form(span).text, date.iso,
                date.iso_end, self.quote(date.quote), date.certainty, date.reason,
            )  # fmt: skip
        for m in reading.memberships:
            person, organisation = self.actor[m.person], self.actor[m.organisation]
            self.add("membership", person, organisation, self.quote(m.quote), m.role, m.certainty, m.reason)
        for a in reading.attendance:
            self.add("attendance", self.actor[a.actor], a.presence, self.quote(a.quote), a.instead_of)

    def claims(self) -> None:
        reading = self.reading
        for f in reading.figures:
            self.add(
                "figure", f.span.start, f.span.end, f.as_written, self.quote(f.quote), f.value, f.low, f.high,
                f.bound, f.approximate, f.unit, f.money, f.measures, self.key(f.about), self.key(f.place),
                self.key(f.source), f.period, f.as_of, f.base, f.status, f.reason,
            )  # fmt: skip
        for r in reading.relations:
            self.add(
                "relation", self.actor[r.subject], r.predicate, self.actor[r.object], self.quote(r.quote),
                r.rule, r.status, r.certainty, r.reason, self.figure.get(r.amount) if r.amount else None,
                r.period,
            )  # fmt: skip
        for p in reading.properties:
            self.add(
                "property", self.actor[p.of], p.detail, p.value, self.quote(p.quote), p.rule,
                self.key(p.actor), p.unit, p.status, p.certainty, p.reason,
            )  # fmt: skip
        for promise in reading.promises:
            number = self.add(
                "promise", promise.what, self.quote(promise.quote), promise.rule,
                self.key(promise.organisation), self.key(promise.to), promise.condition, promise.due,
                promise.due_as_written, promise.status, promise.certainty, promise.reason,
                promise_iri(self.places, promise), promise.outcome,
                self.quote_or_none(promise.outcome_quote),
            )  # fmt: skip
            for who in promise.who:
                self.add("promiser", number, self.actor[who])


def _indexed(text: str) -> tuple[str, str]:
    words = tokens(text)
    return " ".join(words), " ".join(map(stem, words))
