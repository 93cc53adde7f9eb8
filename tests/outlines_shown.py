"""An outline as lines that a person can read beside the minutes, and the outline of a text."""

from itertools import pairwise
from pathlib import Path

from graph.model.outline import Outline, Party
from graph.model.text import Document
from graph.reading.documents.formats import document_from_bytes
from graph.reading.outline.choice import LAYOUTS, outline


def outline_of(text: str) -> Outline:
    return outline(Document("text.txt", text))


def read(path: Path) -> tuple[Document, Outline]:
    document = document_from_bytes(path.name, path.read_bytes())
    return document, outline(document)


def full(party: Party) -> str:
    return " ".join((party.full or party.name).split())


def said(found: Outline) -> list[tuple[str, str | None, str]]:
    """Speaker, organisation and first words of every statement that somebody makes; one row a speaker."""
    return [
        (full(speaker), full(turn.organisation) if turn.organisation else None, turn.quotes[0].text)
        for turn in found.turns
        for speaker in turn.speakers
    ]


def shown(document: Document, found: Outline) -> str:
    """Meeting, attendance, pairings and statements under their headings, in the words of the document."""
    lines = [f"layout: {found.layout}", f"title: {found.meeting.title}", f"kind: {found.meeting.kind}"]
    lines += [f"date: {found.meeting.date}", f"next: {found.meeting.next}", ""]
    lines += [_attendance(entry.party, entry.presence, entry.instead_of) for entry in found.presented]
    lines += [_pair(p.person, p.organisation, p.role, p.reason) for p in found.pairings]
    heading = None
    for turn in found.turns:
        if turn.heading != heading or turn is found.turns[0]:
            heading = turn.heading
            lines += ["", f"## {document.reading_form(heading).text}" if heading else "## (no heading)"]
        who = " or ".join(map(full, turn.speakers)) or "(nobody named)"
        place = f" for {full(turn.organisation)}" if turn.organisation else ""
        lines.append(f"{who}{place} [{turn.attribution or '-'}]")
        lines += [f"    {quote.text}" for quote in turn.quotes]
    lines += ["", *(f"unread: {document.reading_form(span).text}" for span in found.unread)]
    return "\n".join(lines).rstrip() + "\n"


def _attendance(party: Party, presence: str, instead_of: str | None) -> str:
    return f"{presence}: {full(party)}" + (f" instead of {instead_of}" if instead_of else "")


def _pair(person: Party, organisation: Party, role: str | None, reason: str) -> str:
    return f"{full(person)} — {full(organisation)}" + (f", {role}" if role else "") + f" ({reason})"


def holds_the_laws(document: Document, found: Outline) -> None:
    text = document.text
    assert all(before.span.end <= after.span.start for before, after in pairwise(found.turns))
    assert all(before.span <= after.span for before, after in pairwise(found.quotes))
    quotes = {quote.span: quote for quote in found.quotes}
    assert len(quotes) == len(found.quotes)
    for turn in found.turns:
        assert turn.quotes
        assert turn.span.of(text) == turn.span.of(text).strip()
        assert all(turn.span.holds(quote.span) for quote in turn.quotes)
        assert all(before.span.end <= after.span.start for before, after in pairwise(turn.quotes))
        assert all(quotes[quote.span].text == quote.text for quote in turn.quotes)
        assert bool(turn.speakers) == (turn.attribution is not None)
    for quote in found.quotes:
        assert quote.span.of(text) == quote.span.of(text).strip()
        assert quote.text == document.reading_form(quote.span).text
    for party in found.parties:
        assert party.span.of(text).strip()
    for pairing in found.pairings:
        assert pairing.quote in quotes
    for entry in found.presented:
        assert entry.quote in quotes
    assert [name for name, _ in found.fits] == [layout.name for layout in LAYOUTS]
    assert all(0 <= fit <= 1 for _, fit in found.fits)
    assert found.layout == max(found.fits, key=lambda named: named[1])[0]
    for span in found.unread:
        assert not any(turn.span.meets(span) for turn in found.turns)
