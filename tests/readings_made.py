"""Readings made by hand: the part of the sample that the data model shows, and small ones of our own."""

import datetime
import hashlib
from dataclasses import replace
from pathlib import Path

from graph.model.reading import (
    Actor,
    Attendance,
    Candidate,
    DateMention,
    Figure,
    Heading,
    Meeting,
    Membership,
    Mention,
    Promise,
    Property,
    Quote,
    Reading,
    Relation,
    Statement,
)
from graph.model.terms import (
    Attribution,
    Bound,
    Certainty,
    Detail,
    Kind,
    Predicate,
    Presence,
    Reason,
    Status,
)
from graph.model.text import Document, Span

SAMPLE = Path(__file__).parent.parent / "data" / "000_fcd71412aabef359.txt"


def document(name: str, text: str) -> Document:
    """A document as a UTF-8 file of that text would give it."""
    return Document(name, text, hashlib.sha256(text.encode("utf-8")).hexdigest())


def sample_document() -> Document:
    """The sample minutes, their hash that of the file."""
    content = SAMPLE.read_bytes()
    text = content.decode("utf-8")
    return Document(SAMPLE.name, text, hashlib.sha256(content).hexdigest())


def find(text: str, words: str, after: int = 0) -> Span:
    """Where words stand first; lines may break between them."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def sample_part() -> Reading:
    """What `example.trig` shows of the sample: a heading, two statements, their ties and one figure."""
    source = sample_document()
    text = source.text
    heading, item, sentence = Span(6351, 6373), Span(6377, 6661), Span(6494, 6608)
    limit, limit_item, coming = Span(1861, 1944), Span(1861, 1982), Span(7529, 7554)

    def form(span: Span) -> str:
        return source.reading_form(span).text

    project = Span(6589, 6607)
    return Reading(
        document=source,
        layout="bulleted",
        meeting=Meeting(
            title="Anteckningar näringslivsdialog 19 april 2021",
            kind="näringslivsdialog",
            date=datetime.date(2021, 4, 19),
            next=datetime.datetime(2021, 5, 17, 15, 0),  # noqa: DTZ001  # the minutes' own clock
            next_quote=coming,
            next_certainty=Certainty.INFERRED,
            next_reason=Reason.YEAR_OF_THE_MEETING,
        ),
        headings=(Heading(heading, form(heading)),),
        statements=(
            Statement(limit_item, form(limit_item), 6, None, ("juliana",), None, Attribution.CARRIED),
            Statement(item, form(item), 23, heading, ("stefan",), "iuc", Attribution.CARRIED),
        ),
        quotes=(
            Quote(limit, form(limit), limit_item),
            Quote(heading, form(heading), heading),
            Quote(sentence, form(sentence), item),
            Quote(coming, form(coming), coming, status=Status.PLANNED),
        ),
        actors=(
            Actor("juliana", Kind.PERSON, "Juliana Gardahl Wettersten"),
            Actor("iuc", Kind.ORGANISATION, "IUC"),
            Actor("stefan", Kind.PERSON, "Stefan Fredriksson"),
            Actor("kommunen", Kind.UNNAMED, "kommunen"),
            Actor("synsam", Kind.ORGANISATION, "Synsam", ("Synsam", "Synsams")),
            Actor("etablering", Kind.PROJECT, "Synsams etablering"),
        ),
        candidates=(Candidate("kommunen", "Östersunds kommun", Reason.ONLY_MUNICIPALITY_THAT_REPORTS),),
        mentions=(
            Mention(find(text, "IUC", 6351), "iuc", Kind.ORGANISATION, heading, "heading"),
            Mention(find(text, "Stefan Fredriksson", 6351), "stefan", Kind.PERSON, heading, "heading"),
            Mention(find(text, "kommunen", 6494), "kommunen", Kind.UNNAMED, sentence, "bare-head"),
            Mention(project, "etablering", Kind.PROJECT, sentence, "establishment"),
            Mention(Span(6589, 6595), "synsam", Kind.ORGANISATION, sentence, "memory", nested=True),
        ),
        memberships=(Membership("stefan", "iuc", heading),),
        figures=(Figure(Span(1877, 1881), "8000", limit, value=8000, measures="Beloppsgräns"),),
        relations=(
            Relation("iuc", Predicate.SUPPORTS, "etablering", sentence, "conditions-for"),
            Relation("iuc", Predicate.WORKS_WITH, "kommunen", sentence, "together-with"),
        ),
        read_share=0.5,
    )


FORUM = """Företagsforum Dalvik 3 mars 2024

Närvarande: Anna Öberg, Almi
Frånvarande: Per Ek, Tillväxtverket

Almi: Anna Öberg
- Almi samarbetar med Tillväxtverket om Tillväxtlånet. Lånet är på högst 2,5 miljoner kronor.
- Sista ansökningsdag är 1 april 2024. Jag skickar underlaget till Tillväxtverket till nästa möte.
"""


def forum(text: str = FORUM, name: str = "forum.txt") -> Reading:
    """A small meeting of our own with one of every kind of value."""
    source = document(name, text)

    def at(words: str, after: int = 0) -> Span:
        return find(text, words, after)

    def said(span: Span, holder: Span, status: Status = Status.ASSERTED) -> Quote:
        return Quote(span, source.reading_form(span).text, holder, status=status)

    title = at("Företagsforum Dalvik 3 mars 2024")
    present, absent = at("Närvarande: Anna Öberg, Almi"), at("Frånvarande: Per Ek, Tillväxtverket")
    heading = at("Almi: Anna Öberg")
    works = at("Almi samarbetar med Tillväxtverket om Tillväxtlånet.")
    costs = at("Lånet är på högst 2,5 miljoner kronor.")
    until = at("Sista ansökningsdag är 1 april 2024.")
    sends = at("Jag skickar underlaget till Tillväxtverket till nästa möte.")
    first, second = Span(works.start, costs.end), Span(until.start, sends.end)
    due = at("1 april 2024")
    return Reading(
        document=source,
        layout="bulleted",
        meeting=Meeting(
            title=title.of(text),
            title_span=title,
            kind="företagsforum",
            date=datetime.date(2024, 3, 3),
            date_quote=title,
        ),
        headings=(Heading(heading, heading.of(text)),),
        statements=(
            Statement(first, first.of(text), 1, heading, ("anna",), "almi", Attribution.CARRIED),
            Statement(second, second.of(text), 2, heading, ("anna",), "almi", Attribution.CARRIED),
        ),
        quotes=(
            said(title, title),
            said(present, present),
            said(absent, absent),
            said(heading, heading),
            said(works, first),
            said(costs, first),
            said(until, second),
            said(sends, second, Status.PLANNED),
        ),
        actors=(
            Actor("anna", Kind.PERSON, "Anna Öberg"),
            Actor("per", Kind.PERSON, "Per Ek"),
            Actor("almi", Kind.ORGANISATION, "Almi Företagspartner", ("Almi",), listed=True),
            Actor("tvv", Kind.ORGANISATION, "Tillväxtverket", listed=True, classification="agency"),
            Actor("loan", Kind.SCHEME, "Tillväxtlånet", classification="loan or guarantee"),
        ),
        mentions=(
            Mention(at("Anna Öberg"), "anna", Kind.PERSON, present, "list"),
            Mention(at("Almi", present.start), "almi", Kind.ORGANISATION, present, "list"),
            Mention(at("Per Ek"), "per", Kind.PERSON, absent, "list"),
            Mention(at("Tillväxtverket"), "tvv", Kind.ORGANISATION, absent, "list"),
            Mention(at("Almi", heading.start), "almi", Kind.ORGANISATION, heading, "heading"),
            Mention(at("Anna Öberg", heading.start), "anna", Kind.PERSON, heading, "heading"),
            Mention(at("Almi", works.start), "almi", Kind.ORGANISATION, works, "lexicon"),
            Mention(at("Tillväxtverket", works.start), "tvv", Kind.ORGANISATION, works, "lexicon"),
            Mention(at("Tillväxtlånet"), "loan", Kind.SCHEME, works, "scheme-head"),
            Mention(at("Tillväxtverket", sends.start), "tvv", Kind.ORGANISATION, sends, "lexicon"),
        ),
        dates=(DateMention(due, "2024-04-01", until),),
        memberships=(
            Membership("anna", "almi", heading, role="rådgivare"),
            Membership("per", "tvv", absent, reason=Reason.NAMED_TOGETHER_IN_LIST),
        ),
        attendance=(
            Attendance("anna", Presence.PRESENT, present),
            Attendance("per", Presence.ABSENT, absent),
        ),
        figures=(
            Figure(
                at("2,5 miljoner kronor"),
                "2,5 miljoner kronor",
                costs,
                value=2_500_000,
                bound=Bound.AT_MOST,
                unit="kronor",
                money=True,
                about="loan",
            ),
        ),
        relations=(
            Relation("almi", Predicate.WORKS_WITH, "tvv", works, "works-with"),
            Relation(
                "almi",
                Predicate.OFFERS,
                "loan",
                works,
                "about",
                certainty=Certainty.INFERRED,
                reason=Reason.SPEAKERS_OWN_ORGANISATION,
            ),
        ),
        properties=(
            Property("loan", Detail.DEADLINE, "2024-04-01", until, "last-day"),
            Property("loan", Detail.LIMIT, 2_500_000, costs, "limit", unit="kronor"),
        ),
        promises=(Promise(("anna",), "skickar underlaget", sends, "sends", "almi", "tvv"),),
        unread=(),
        read_share=1.0,
    )


def meeting(
    name: str,
    body: str,
    actors: dict[str, Kind],
    *,
    works_for: tuple[tuple[str, str], ...] = (),
    works_with: tuple[tuple[str, str], ...] = (),
    listed: tuple[str, ...] = (),
    date: datetime.date | None = datetime.date(2024, 1, 15),
    status: Status = Status.ASSERTED,
) -> Reading:
    """A document of one statement that names actors by the words themselves, which are their keys."""
    text = f"{name}\n\n- {body}\n"
    source = document(f"{name}.txt", text)
    span = find(text, body)
    return Reading(
        document=source,
        layout="bulleted",
        meeting=Meeting(title=name, date=date),
        statements=(Statement(span, body, 1, None),),
        quotes=(Quote(span, body, span, status=status),),
        actors=tuple(Actor(words, kind, words, listed=words in listed) for words, kind in actors.items()),
        mentions=tuple(
            Mention(find(text, words, span.start), words, kind, span, "made")
            for words, kind in sorted(actors.items(), key=lambda pair: text.index(pair[0], span.start))
        ),
        memberships=tuple(Membership(person, employer, span) for person, employer in works_for),
        relations=tuple(
            Relation(one, Predicate.WORKS_WITH, other, span, "made", status) for one, other in works_with
        ),
        read_share=1.0,
    )


def renamed(reading: Reading, name: str) -> Reading:
    """The same reading from a file of another name."""
    return replace(reading, document=replace(reading.document, name=name))
