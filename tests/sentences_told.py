"""Sentences with their names in brackets, as the stages before hand them on to relations.

"[O Alfa AB]" marks an organisation, [U …] an unnamed party, [H …] a person, [L …] a place, [P …] a
project, [S …] a scheme, [E …] an event; [M …], [D …] and [N …] only help the reader, they are read from
the words.
"""

import datetime
import re

from graph.model.outline import Outline, Turn
from graph.model.reading import Actor, Heading, Meeting, Membership, Mention, Quote, Statement
from graph.model.recognition import Recognition
from graph.model.resolved import Resolved
from graph.model.terms import Attribution, Kind
from graph.model.text import Document, Span
from graph.reading.recognition.dates import dates
from graph.reading.recognition.figures import figures
from graph.reading.relations.tagged import LETTER

KINDS = {letter: kind for kind, letter in LETTER.items()}
NAME = re.compile(r"\[([A-Z]) ([^\]]+)\]")
SPEAKER = "vi"
PERSON = "Talaren"
Said = tuple[Document, Outline, Recognition, Resolved]


def said(
    *sentences: str,
    meeting: datetime.date | None = datetime.date(2025, 10, 6),
    following: datetime.date | None = None,
    heading: str = "",
    spoken: bool = True,
    members: dict[str, str] | None = None,
) -> Said:
    """One statement of these sentences by `PERSON` for `SPEAKER`; with `spoken` false, rows of a list.

    An actor's key is its name; a project whose name holds "gällande" or "om" is known by its topic.
    """
    text, quotes, marks = f"{heading}\n" if heading else "", [], []
    top = Span(0, len(heading)) if heading else None
    start = len(text)
    for sentence in sentences:
        begin, last = len(text), 0
        for name in NAME.finditer(sentence):
            text += sentence[last : name.start()]
            if name[1] not in "MDN":
                marks.append((Span(len(text), len(text) + len(name[2])), KINDS[name[1]], name[2], begin))
            text += name[2]
            last = name.end()
        text += sentence[last:]
        quotes.append(Span(begin, len(text)))
        text += "\n"
    whole = Span(start, quotes[-1].end)
    document = Document("t", text)
    made = [Quote(span, document.reading_form(span).text, whole if spoken else span) for span in quotes]
    if top:
        made.insert(0, Quote(top, heading, top))
    holder = {span.start: span for span in quotes}
    actors = {
        name: Actor(
            name, kind, name, description=kind is Kind.PROJECT and bool(re.search("gällande|om ", name))
        )
        for _, kind, name, _ in marks
    }
    actors |= {
        SPEAKER: Actor(SPEAKER, Kind.ORGANISATION, SPEAKER),
        PERSON: Actor(PERSON, Kind.PERSON, PERSON),
    }
    mentions = tuple(Mention(span, name, kind, holder[begin], "test") for span, kind, name, begin in marks)
    statement = Statement(whole, "", 0, top, (PERSON,), SPEAKER, Attribution.EXPLICIT)
    outline = Outline(
        "test",
        Meeting("Möte", date=meeting, next=following),
        headings=(Heading(top, heading),) if top else (),
        turns=(Turn(whole, tuple(made)),) if spoken else (),
        quotes=tuple(made),
    )
    memberships = tuple(Membership(who, what, whole) for who, what in (members or {}).items())
    for organisation in (members or {}).values():
        actors.setdefault(organisation, Actor(organisation, Kind.ORGANISATION, organisation))
    return (
        document,
        outline,
        Recognition((), dates(document, made, meeting), figures(document, made)),
        Resolved(tuple(actors.values()), mentions, (statement,) if spoken else (), memberships),
    )
