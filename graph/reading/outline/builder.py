"""Gathers what a layout finds, in the order of reading, into an `Outline`."""

import re
from dataclasses import dataclass, field, replace

from graph.lexicon.listed import organisations_named
from graph.model.outline import Outline, Pairing, Party, Presented, Turn
from graph.model.reading import Heading, Meeting, Quote
from graph.model.terms import Attribution, Presence, Reason
from graph.model.text import Document, Span
from graph.reading.outline.attribution import NOBODY, Named, labelled
from graph.reading.outline.labels import Label
from graph.reading.outline.met import full_names
from graph.reading.outline.personal_names import looks_organisational
from graph.reading.outline.procedure import assigned, is_procedure
from graph.reading.outline.roster import Roster, initials
from graph.reading.outline.sentences import lines_of, sentences
from graph.reading.outline.speech import speaking


@dataclass
class Section:
    """The heading in force: where it stands and whom it names."""

    heading: Span | None = None
    persons: tuple[Party, ...] = ()
    organisation: Party | None = None


@dataclass
class Builder:
    """One reading of a document, as it grows."""

    document: Document
    roster: Roster = field(default_factory=Roster)
    headings: list[Heading] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    quotes: dict[Span, Quote] = field(default_factory=dict)
    parties: dict[Span, Party] = field(default_factory=dict)
    pairings: list[Pairing] = field(default_factory=list)
    presented: list[Presented] = field(default_factory=list)
    _known: frozenset[str] = frozenset()
    _counted: int = 0  # how many people `_known` was made of
    _met: frozenset[str] | None = None

    def known_names(self) -> frozenset[str]:
        """Given names, surnames and initials of everyone named in full so far."""
        counted = len(self.roster.people) + len(self.roster.called)
        if counted != self._counted:
            self._counted = counted
            self._known = frozenset(
                part
                for name in self.roster.people
                for part in (name, name.split()[0], name.split()[-1], initials(name))
                if len(part) > 1 and not (part.isupper() and organisations_named(part))
            ).union(self.roster.called)
        return self._known

    def met_names(self) -> frozenset[str]:
        """Full names, given names and surnames of everyone whom the text names in full anywhere."""
        if self._met is None:
            self.roster.met = full_names(self.document)
            self._met = frozenset(part for name in self.roster.met for part in (name, *name.split()))
        return self._met

    def quote(self, span: Span) -> Quote:
        """A line that evidence may rest on, its own holder."""
        made = Quote(span, self.document.reading_form(span).text, span, self.document.skipped(span))
        return self.quotes.setdefault(span, made)

    def note(self, *parties: Party | None) -> None:
        """Remembers parties as named at their places."""
        for party in parties:
            if party is not None:
                self.parties.setdefault(party.span, party)

    def heading(
        self,
        span: Span,
        label: Label,
        parent: Span | None = None,
        reason: Reason = Reason.NAMED_TOGETHER_IN_HEADING,
    ) -> Section:
        """A heading and whom it names; pairs its persons with its organisation."""
        self.headings.append(Heading(span, self.document.reading_form(span).text, parent))
        quote = self.quote(span)
        self.note(*label.persons, label.organisation)
        persons = tuple(self.roster.fuller(person) for person in label.persons)
        for person in persons:
            self.note_fuller(person)
            self.roster.add(person, label.organisation)
            if label.organisation:
                self.pairings.append(Pairing(person, label.organisation, quote.span, reason, label.role))
        if label.instead_of:
            self.presented += [
                Presented(person, Presence.SUBSTITUTE, quote.span, label.instead_of) for person in persons
            ]
        known = self.roster.organisation_of(persons[0]) if len(persons) == 1 else None
        return Section(span, persons, label.organisation or known)

    def topic(self, span: Span, parent: Span | None = None) -> Section:
        """A heading that names a subject and no speaker; `parent` is the point that it is a part of."""
        self.headings.append(Heading(span, self.document.reading_form(span).text, parent))
        self.quote(span)
        return Section(span)

    def beside(self, person: Party, organisation: Party, quote: Span) -> None:
        """Pairs a person with the organisation that one sentence names beside them."""
        self.roster.add(person, organisation)
        if quote.holds(person.span) and quote.holds(organisation.span):
            self.pairings.append(Pairing(person, organisation, self.quote(quote).span, Reason.NAMED_BESIDE))

    def employ(self, person: Party, organisation: Party) -> None:
        """Pairs a person with the organisation in whose section they are named alone."""
        held = Span(
            min(organisation.span.start, person.span.start), max(organisation.span.end, person.span.end)
        )
        quote = next((span for span in self.quotes if span.holds(person.span)), person.span)
        if not any((p.person.full or p.person.name) == (person.full or person.name) for p in self.pairings):
            whole = (
                quote
                if organisation.span.end <= quote.end and quote.start <= organisation.span.start
                else held
            )
            self.pairings.append(
                Pairing(person, organisation, self._shown(whole, organisation), Reason.LABEL_OF_TURN)
            )

    def _shown(self, whole: Span, organisation: Party) -> Span:
        if whole in self.quotes:
            return whole
        return next((span for span in self.quotes if span.holds(organisation.span)), organisation.span)

    def introduced(self, span: Span, head: Span, label: Label) -> None:
        """A statement that opens with its speaker and organisation: "Annika Hermansson RJH presenterar …"."""
        self.note(*label.persons, label.organisation)
        persons = tuple(self.roster.fuller(person) for person in label.persons)
        self.quote(head)
        for person in persons:
            self.note_fuller(person)
            self.roster.add(person, label.organisation)
            if label.organisation:
                self.pairings.append(
                    Pairing(person, label.organisation, head, Reason.NAMED_BESIDE, label.role)
                )
        quotes = sentences(self.document, span)
        for quote in quotes:
            self.quotes.setdefault(quote.span, quote)
        self.turns.append(Turn(span, quotes, None, persons, label.organisation, Attribution.EXPLICIT))

    def note_fuller(self, person: Party) -> None:
        """Replaces what is known of a party at its place by something fuller."""
        if person.full:
            self.parties[person.span] = person

    def turn(self, span: Span, section: Section) -> None:
        """A statement under a section, its speakers found by its own words first, else by the heading."""
        form = self.document.reading_form(span)
        named = labelled(form, self.known_names()) if form.text else None
        if named and named.rest < len(form.text):
            self.quote(form.span(0, len(form.text[: named.rest].rstrip(" :*_"))))
            span = Span(form.offsets[named.rest], span.end)
            form = self.document.reading_form(span)
        else:
            named = None
        quotes = sentences(self.document, span)
        if not quotes:
            return
        if named and self._sent_nobody(named, quotes):
            return
        spoken = named or self._spoken(quotes[0])
        persons: tuple[Party, ...] = ()
        organisation: Party | None = None
        attribution: Attribution | None = None
        if spoken:
            persons = tuple(self.roster.fuller(person, section.persons) for person in spoken.persons)
            organisation = spoken.organisation
            attribution = Attribution.EXPLICIT
            self.note(*spoken.persons, spoken.organisation)
            self._pair(spoken, persons, span)
            for person in persons:
                self.note_fuller(person)
            if organisation is None and persons:
                organisation = self._employer(persons[0], section)
        elif section.persons or section.organisation:
            persons, organisation = section.persons, section.organisation
            attribution = Attribution.ONE_OF if len(persons) > 1 else Attribution.CARRIED
        speakers = persons or ((organisation,) if organisation else ())
        for quote in quotes:
            self.quotes.setdefault(quote.span, quote)
        self.turns.append(
            Turn(span, quotes, section.heading, speakers, organisation, attribution if speakers else None)
        )

    def _sent_nobody(self, named: Named, quotes: tuple[Quote, ...]) -> bool:
        """Whether a label's organisation is only told to be absent: "Ockelbo kommun – ingen med i dag"."""
        whom = named.organisation
        if named.persons or whom is None or len(quotes) > 1 or not NOBODY.match(quotes[0].text):
            return False
        self.note(whom)
        self.presented.append(Presented(whom, Presence.ABSENT, self.quote(whom.span).span))
        self.quote(quotes[0].span)
        return True

    def _pair(self, spoken: Named, persons: tuple[Party, ...], span: Span) -> None:
        for person in persons:
            if person.full and len(person.full.split()) > 1:
                self.roster.add(replace(person, name=person.full), spoken.organisation)
            if spoken.organisation:
                held = Span(
                    min(person.span.start, spoken.organisation.span.start),
                    max(person.span.end, spoken.organisation.span.end),
                )
                quote = (
                    held if not span.holds(held) else next((q for q in self.quotes if q.holds(held)), held)
                )
                self.quote(quote)
                self.pairings.append(Pairing(person, spoken.organisation, quote, Reason.LABEL_OF_TURN))

    def _employer(self, person: Party, section: Section) -> Party | None:
        inside = {other.full or other.name for other in section.persons}
        if (person.full or person.name) in inside:
            return section.organisation
        known = self.roster.organisation_of(person)
        sure = section.organisation is not None and looks_organisational(section.organisation.name)
        if known is None and sure and section.organisation and not section.persons:
            self.roster.add(person, section.organisation)
            self.employ(person, section.organisation)
            return section.organisation
        return known

    def _spoken(self, first: Quote) -> Named | None:
        form = self.document.reading_form(first.span)
        if is_procedure(form) or assigned(form, self.met_names()):
            return None
        return speaking(form, self.known_names(), self.met_names())

    def say(
        self,
        quotes: tuple[Quote, ...],
        heading: Span | None,
        persons: tuple[Party, ...],
        organisation: Party | None,
        attribution: Attribution | None,
    ) -> None:
        """A statement of these sentences, its speakers already known."""
        span = Span(quotes[0].span.start, quotes[-1].span.end)
        held = tuple(replace(quote, holder=span) for quote in quotes)
        for quote in held:
            self.quotes[quote.span] = quote
        speakers = persons or ((organisation,) if organisation else ())
        self.turns.append(
            Turn(span, held, heading, speakers, organisation, attribution if speakers else None)
        )

    def outline(self, layout: str, meeting: Meeting, extra: tuple[Quote, ...]) -> Outline:
        """All of it, sorted, with the lines that nothing accounts for."""
        for quote in extra:
            self.quotes.setdefault(quote.span, quote)
        self._note_called()
        covered = [*self.quotes, *(turn.span for turn in self.turns), *(h.span for h in self.headings)]
        read = {line.number for span in covered for line in lines_of(self.document, span)}
        unread = tuple(line.span for line in self.document.lines if line.number not in read)
        return Outline(
            layout=layout,
            meeting=meeting,
            headings=tuple(self.headings),
            turns=tuple(sorted(self.turns, key=lambda turn: turn.span)),
            quotes=tuple(self.quotes[span] for span in sorted(self.quotes)),
            parties=tuple(self.parties[span] for span in sorted(self.parties)),
            pairings=tuple(self.pairings),
            presented=tuple(self.presented),
            unread=unread,
        )

    def _note_called(self) -> None:
        """Notes everyone wherever the letters stand that a list says are theirs: "Ansvarig: AB"."""
        called = self.roster.called
        if not called:
            return
        for letters in re.finditer(
            rf"\b(?:{'|'.join(map(re.escape, sorted(called)))})\b", self.document.text
        ):
            person = called[letters.group()]
            self.note(replace(person, span=Span(*letters.span())))
