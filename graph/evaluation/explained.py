"""Why a file was read as it was: every layout's fit, how each line was read, and the rule behind each find."""

from collections.abc import Iterator

from graph.errors import NoSuchLine
from graph.evaluation.grounds import ground
from graph.model.answers import Answer, Row
from graph.model.reading import Reading, Statement
from graph.model.terms import Certainty, Reason
from graph.model.text import Span


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
    starts = reading.document.line_starts
    for number in range(1, last + 1) if line is None else (line,):
        start = starts[number - 1]
        end = starts[number] if number < last else len(reading.document.text)
        if not reading.document.text[start:end].strip():
            continue
        here = Span(start, end)
        rows.append(_line(reading, names, number, here))
        for span, row in finds:
            begins = here.start <= span.start < here.end
            if begins or (line is not None and here.meets(span)):
                rows.append({**row, "line": number, "start": span.start, "end": span.end, "evidence": []})
    return Answer("explain", {"file": file, "line": line}, tuple(rows))


def _layouts(reading: Reading) -> Iterator[Row]:
    best = max((fit for _, fit in reading.fits), default=0.0)
    for name, fit in sorted(reading.fits, key=lambda pair: (pair[0] != reading.layout, -pair[1])):
        row: Row = {"fact": "layout", "name": name, "fit": fit, "behind": round(best - fit, 4)}
        yield row | {"won": name == reading.layout, "evidence": []}


def _line(reading: Reading, names: dict[str, str], number: int, here: Span) -> Row:
    """How the line was read; of two parts on one line the first in this order names it."""
    document = reading.document
    row: Row = {"fact": "line", "line": number, "text": " ".join(here.of(document.text).split())}
    statement = next((one for one in reading.statements if one.span.meets(here)), None)
    if any(heading.span.meets(here) for heading in reading.headings):
        row["read"] = "heading"
    elif statement is not None:
        row |= {"read": "statement", **_spoken(statement, names)}
    elif any(span.meets(here) for span in reading.unread):
        row["read"] = "unread"
    elif not any(line.number == number for line in document.lines):
        row["read"] = "furniture"
    else:
        row["read"] = "layout"
    return row | {"evidence": []}


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

    for mention in reading.mentions:
        row: Row = {"fact": "mention", "text": words(mention.span), "type": mention.kind.value}
        why = ground(reading, mention)
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
