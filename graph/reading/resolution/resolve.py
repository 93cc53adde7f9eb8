"""Names in, actors out: who is who within one document."""

from functools import cached_property

from graph.model.outline import Outline, Party
from graph.model.reading import Actor, Candidate, Mention
from graph.model.recognition import Found, Recognition
from graph.model.resolved import Resolved
from graph.model.terms import Certainty, Kind, Reason
from graph.model.text import Document, Span
from graph.reading.resolution import guesses
from graph.reading.resolution.bodies import CHAMBER, Bodies
from graph.reading.resolution.clusters import Clusters, Identity, Naming, naming_of
from graph.reading.resolution.naming import folded, reading_name, unshouted
from graph.reading.resolution.people import People
from graph.reading.resolution.region import setting
from graph.reading.resolution.roles import prose_memberships
from graph.reading.resolution.sections import Sections
from graph.reading.resolution.spoken import attendance, memberships, statements

FIRST_LINES = 250  # characters within which a title stands where the outline found none


class _Resolution:
    """One document while its names are resolved; each step reads what the earlier ones made."""

    def __init__(self, document: Document, outline: Outline, recognition: Recognition) -> None:
        self.document = document
        self.outline = outline
        self.found = recognition.found
        self.sections = Sections.of(outline, self.found)
        title = outline.meeting.title_span
        self.setting = setting(
            self.found,
            title.end if title else min(FIRST_LINES, len(document.text)),
            [(heading.span.start, heading.span.end) for heading in outline.headings],
        )
        parties = [
            *outline.parties,
            *(p for pair in outline.pairings for p in (pair.person, pair.organisation)),
        ]
        parties += [speaker for turn in outline.turns for speaker in turn.speakers]
        parties += [turn.organisation for turn in outline.turns if turn.organisation]
        parties += [presented.party for presented in outline.presented]
        self.parties = {party.span: party for party in reversed(parties)}
        self.bodies = Bodies(document, self.setting, self.parties)
        persons = [name for name in self.found if name.kind is Kind.PERSON]
        self.people = People.named(unshouted(reading_name(name.canonical or name.name)) for name in persons)
        self.clusters = Clusters()
        self.might_be: list[tuple[Identity, str, Reason]] = []
        self.identities: list[tuple[Found, Identity, Naming]] = []
        self.of_span: dict[Span, Identity] = {}
        self.municipality_at: dict[Span, str] = {}
        for name in self.found:
            if name.classification == "municipality":
                named = name.canonical or reading_name(name.name)
                self.municipality_at.setdefault(name.span, named)

    def gather(self) -> None:
        """Every name to its identity."""
        for found in self.found:
            naming = self.naming(found)
            written = unshouted(reading_name(found.name))
            identity = self.clusters.add(naming, written)
            self.identities.append((found, identity, naming))
            self.of_span.setdefault(found.span, identity)
            if naming.parent:
                parent = Naming(Kind.ORGANISATION, naming.parent, listed=True)
                above = self.parties[found.span].unit_of if found.span in self.parties else None
                self.clusters.add(parent, reading_name(above.of(self.document.text)) if above else None)
        for party in self.parties.values():
            if party.span not in self.of_span:
                self.of_span[party.span] = self.clusters.add(self.of_party(party), reading_name(party.name))
        self.compare()

    def naming(self, found: Found) -> Naming:
        """Whom one name stands for."""
        if found.kind is Kind.PERSON:
            section = tuple(unshouted(reading_name(name)) for name in self.sections.persons(found.quote))
            naming, others = self.people.naming(found.canonical or found.name, section)
            self.might_be += [(naming.identity, other, Reason.GIVEN_NAME_ALONE) for other in others]
            shorter = found.canonical and len(found.canonical) > len(found.name)
            if shorter and naming.certainty is Certainty.EXPLICIT and " " not in found.name.strip():
                naming = Naming(
                    Kind.PERSON,
                    naming.name,
                    certainty=Certainty.INFERRED,
                    reason=Reason.GIVEN_NAME_IN_SECTION,
                )
            return naming
        if found.kind is Kind.ORGANISATION:
            naming = self.bodies.naming(found)
            if naming.name.casefold() in CHAMBER and (chamber := self.bodies.chamber()):
                self.might_be.append((naming.identity, chamber, Reason.COUNTY_OF_THE_MEETING))
            return naming
        if found.kind is Kind.UNNAMED:
            return self.unnamed(found)
        return naming_of(found, unshouted(reading_name(found.canonical or found.name)))

    def of_party(self, party: Party) -> Naming:
        """A party of the layout that stands in no quote."""
        if party.kind is Kind.PERSON:
            return self.people.naming(party.full or party.name, ())[0]
        found = Found(party.span, party.name, party.kind, party.span, "party of the layout", party.full)
        return self.bodies.naming(found)

    def unnamed(self, found: Found) -> Naming:
        """A party that is not named, apart for each quote's own speaker, with those that it might be."""
        name = reading_name(found.name)
        low = name.casefold()
        speaker = self.sections.speaking_for.get(found.quote)
        scope = self._whose(found.quote, speaker)
        naming = Naming(Kind.UNNAMED, name, scope=scope, description=found.description)
        candidates: list[tuple[str, Reason]] = []
        if low in guesses.MUNICIPALITY:
            candidates = self._municipalities(speaker)
        elif low in guesses.REGION and self.setting.county:
            candidates = [(self.setting.county.region.name, Reason.REGION_OF_THE_MEETING)]
        elif low in guesses.COUNTY_BOARD and self.setting.county:
            candidates = [(self.setting.county.board.name, Reason.COUNTY_OF_THE_MEETING)]
        elif authorities := guesses.authorities_of(low):
            candidates = [(body, Reason.PLACE_STANDS_FOR_COUNTY_BOARD) for body in authorities[:1]]
            candidates += [(body, Reason.REGION_OF_THE_MEETING) for body in authorities[1:]]
        elif low not in guesses.PLURALS:
            near_names = guesses.near_names(low, self.organisations)
            candidates = [(near, Reason.NEAR_SPELLING) for near in near_names]
        self.might_be += [(naming.identity, other, reason) for other, reason in candidates]
        return naming

    def _whose(self, quote: Span, speaker: Span | None) -> str:
        """What tells an unnamed party from others of its name: who speaks, else the heading or the words."""
        heading = self.sections.heading_of.get(quote)
        return self.document.reading_form(speaker or heading or quote).text

    def _municipalities(self, speaker: Span | None) -> list[tuple[str, Reason]]:
        """The speaker's own municipality, else those that report in this document."""
        own = self.municipality_at.get(speaker) if speaker else None
        if own:
            return [(own, Reason.SPEAKERS_OWN_ORGANISATION)]
        names = self.reporting
        reason = (
            Reason.ONLY_MUNICIPALITY_THAT_REPORTS if len(names) == 1 else Reason.MUNICIPALITY_THAT_REPORTS
        )
        return [(name, reason) for name in names]

    @cached_property
    def reporting(self) -> tuple[str, ...]:
        """The municipalities that report in this document, each once."""
        spans = [turn.organisation.span for turn in self.outline.turns if turn.organisation]
        spans += [pairing.organisation.span for pairing in self.outline.pairings]
        return tuple(dict.fromkeys(name for span in spans if (name := self.municipality_at.get(span))))

    @cached_property
    def organisations(self) -> tuple[str, ...]:
        """The organisations that the document names, each once, in the order in which it names them."""
        named = (f.canonical or f.name for f in self.found if f.kind is Kind.ORGANISATION)
        return tuple(dict.fromkeys(named))

    def compare(self) -> None:
        """Persons whose names differ in a letter or two may be one."""
        seen = set()
        for identity, cluster in self.clusters.of_kind(Kind.PERSON):
            name = cluster.namings[0].name
            if " " not in name or identity in seen:
                continue
            seen.add(identity)
            self.might_be += [(identity, other, Reason.NEAR_SPELLING) for other in self.people.near(name)]


def resolve(document: Document, outline: Outline, recognition: Recognition) -> Resolved:
    """The actors of one document, their mentions, and who spoke for whom. Names decide, and the layout."""
    work = _Resolution(document, outline, recognition)
    work.gather()
    if work.setting.county:
        region = Naming(Kind.PLACE, work.setting.county.name, listed=True, classification="county")
        work.clusters.add(region, None)
    minted, actors = work.clusters.actors()

    def key_of(party: Party) -> str:
        return minted[work.of_span[party.span]]

    mentions = tuple(
        Mention(
            span=found.span,
            actor=minted[identity],
            kind=found.kind,
            quote=found.quote,
            rule=found.rule,
            nested=found.nested,
            certainty=naming.certainty,
            reason=naming.reason,
        )
        for found, identity, naming in work.identities
    )
    paired = memberships(outline, key_of)
    members = (*paired, *prose_memberships(document, outline, mentions, actors, paired, key_of))
    return Resolved(
        actors=actors,
        mentions=mentions,
        statements=statements(document, outline, key_of, members),
        memberships=members,
        attendance=attendance(outline, key_of),
        candidates=_candidates(work, minted, actors),
        region=minted[region.identity] if work.setting.county else None,
    )


def _candidates(
    work: _Resolution, minted: dict[Identity, str], actors: tuple[Actor, ...]
) -> tuple[Candidate, ...]:
    """Each candidate once, with the actor of this document that bears the name, if one does."""
    by_name = {(actor.kind, folded(actor.name, actor.kind)): actor.key for actor in actors}
    made: dict[tuple[str, str, Reason], Candidate] = {}
    for identity, name, reason in work.might_be:
        of = minted[identity]
        kind = Kind.PERSON if identity[0] is Kind.PERSON else Kind.ORGANISATION
        bearer = by_name.get((kind, folded(name, kind)))
        if bearer != of:
            made.setdefault((of, name, reason), Candidate(of, name, reason, bearer))
    return tuple(made.values())
