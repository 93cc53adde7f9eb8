"""Why a file was read as it was: every layout's fit, how each line was read, and the rule behind each find."""

from collections.abc import Callable, Iterator

from graph.errors import NoSuchLine
from graph.evaluation.grounds import Grounds
from graph.model.answers import Answer, Row
from graph.model.reading import Reading, Statement
from graph.model.terms import Certainty, Reason
from graph.model.text import Document, Span


def explained(reading: Reading, file: str, line: int | None = None) -> Answer:
    """One row a `fact`: `layout` (best first), `line`, then what stands on it: `mention`, `date`, `role`,
    `relation`, `promise`, `property`, `figure`.

    Lines count from 1 in the document's text. A mention tells its `rule`, the `source` that the rule speaks
    for (`list`, `rule`, `layout`, `document`, `model`) and its `cue`, the words that it rests on, with their
    `cue_line`. Raises NoSuchLine where the text has no such line.
    """
    last = len(reading.document.line_starts)
    if line is not None and not 1 <= line <= last:
        raise NoSuchLine(file=file, line=line, last=last)
    rows: list[Row] = [*_layouts(reading)]
    names = {actor.key: actor.name for actor in reading.actors}
    finds = sorted(_finds(reading, names), key=lambda find: (find[0].start, find[0].end))
    here: dict[int, list[tuple[Span, Row]]] = {}
    for find in finds:  # of a whole file where it begins, of one line wherever it reaches
        for number in _numbers(reading.document, find[0])[: None if line else 1]:
            here.setdefault(number, []).append(find)
    how = _how_read(reading, names)
    starts = reading.document.line_starts
    for number in range(1, last + 1) if line is None else (line,):
        start = starts[number - 1]
        end = starts[number] if number < last else len(reading.document.text)
        text = " ".join(reading.document.text[start:end].split())
        if not text:
            continue
        rows.append({"fact": "line", "line": number, "text": text, **how(number), "evidence": []})
        for span, row in here.get(number, ()):
            rows.append({**row, "line": number, "start": span.start, "end": span.end, "evidence": []})
    return Answer("explain", {"file": file, "line": line}, tuple(rows))


def _layouts(reading: Reading) -> Iterator[Row]:
    best = max((fit for _, fit in reading.fits), default=0.0)
    for name, fit in sorted(reading.fits, key=lambda pair: (pair[0] != reading.layout, -pair[1])):
        row: Row = {"fact": "layout", "name": name, "fit": fit, "behind": round(best - fit, 4)}
        yield row | {"won": name == reading.layout, "evidence": []}


def _numbers(document: Document, span: Span) -> range:
    """The lines that a span stands on."""
    return range(document.line_at(span.start), document.line_at(max(span.start, span.end - 1)) + 1)


def _how_read(reading: Reading, names: dict[str, str]) -> Callable[[int], Row]:
    """How a line was read, by its number; of two parts on one line the first in this order names it."""
    document = reading.document
    headings = {n for heading in reading.headings for n in _numbers(document, heading.span)}
    unread = {n for span in reading.unread for n in _numbers(document, span)}
    printed = {line.number for line in document.lines}
    statements: dict[int, Statement] = {}
    for statement in reading.statements:
        for number in _numbers(document, statement.span):
            statements.setdefault(number, statement)

    def how(number: int) -> Row:
        if number in headings:
            return {"read": "heading"}
        if number in statements:
            return {"read": "statement", **_spoken(statements[number], names)}
        if number in unread:
            return {"read": "unread"}
        return {"read": "layout" if number in printed else "furniture"}

    return how


def _spoken(statement: Statement, names: dict[str, str]) -> Row:
    return {
        "speakers": [names[key] for key in statement.speakers],
        "organisation": names.get(statement.organisation or ""),
        "attribution": statement.attribution and statement.attribution.value,
    }


def _finds(reading: Reading, names: dict[str, str]) -> Iterator[tuple[Span, Row]]:
    """Everything found, with the place of its words or, where several words make it, of its quote."""
    text = reading.document.text

    def words(span: Span) -> str:
        return " ".join(span.of(text).split())

    grounds = Grounds(reading)
    for mention in reading.mentions:
        row: Row = {"fact": "mention", "text": words(mention.span), "type": mention.kind.value}
        why = grounds.of(mention)
        row |= {"name": names[mention.actor], "source": why.source, "rule": mention.rule}
        row |= {"cue": words(why.cue), "cue_line": reading.document.line_at(why.cue.start)}
        yield mention.span, row | _sure(mention.certainty, mention.reason) | {"quote": words(mention.quote)}
    for date in reading.dates:
        row = {"fact": "date", "text": words(date.span), "iso": date.iso, "until": date.iso_end}
        yield date.span, row | _sure(date.certainty, date.reason)
    for figure in reading.figures:
        row = {"fact": "figure", "text": words(figure.span), "value": figure.value, "unit": figure.unit}
        row |= {"measures": figure.measures, "status": figure.status.value, "quote": words(figure.quote)}
        yield figure.span, row
    for member in reading.memberships:
        row = {"fact": "role", "name": names[member.person], "other": names[member.organisation]}
        row |= {"role": member.role, "quote": words(member.quote)}
        yield member.quote, row | _sure(member.certainty, member.reason)
    for tie in reading.relations:
        row = {"fact": "relation", "name": names[tie.subject], "relation": tie.predicate.value}
        row |= {"other": names[tie.object], "rule": tie.rule, "status": tie.status.value}
        yield tie.quote, row | _sure(tie.certainty, tie.reason) | {"quote": words(tie.quote)}
    for promise in reading.promises:
        row = {"fact": "promise", "name": ", ".join(names[key] for key in promise.who), "what": promise.what}
        row |= {"due": promise.due, "rule": promise.rule, "status": promise.status.value}
        yield promise.quote, row | _sure(promise.certainty, promise.reason) | {"quote": words(promise.quote)}
    for said in reading.properties:
        row = {"fact": "property", "name": names[said.of], "detail": said.detail.value, "value": said.value}
        row |= {"rule": said.rule, "status": said.status.value}
        yield said.quote, row | _sure(said.certainty, said.reason) | {"quote": words(said.quote)}


def _sure(certainty: Certainty, reason: Reason | None) -> Row:
    return {"certainty": certainty.value, "reason": reason and reason.value}
