"""Statements, memberships and attendance, once everyone in them has a key."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from graph.model.outline import Outline, Party
from graph.model.reading import Attendance, Membership, Statement
from graph.model.terms import Attribution, Certainty
from graph.model.text import Document

KeyOf = Callable[[Party], str]


def statements(
    document: Document, outline: Outline, key_of: KeyOf, members: Iterable[Membership] = ()
) -> tuple[Statement, ...]:
    """One statement a turn; an organisation speaks where it alone is named as speaking.

    Who speaks alone, and belongs to one organisation in these minutes, speaks for that one.
    """
    made: list[Statement] = []
    employers: dict[str, set[str]] = defaultdict(set)
    for member in members:
        if member.certainty is not Certainty.PROBABLE:
            employers[member.person].add(member.organisation)
    for position, turn in enumerate(outline.turns):
        organisation = key_of(turn.organisation) if turn.organisation else None
        speakers = tuple(dict.fromkeys(key_of(speaker) for speaker in turn.speakers))
        attribution = turn.attribution
        if not speakers and organisation:
            speakers = (organisation,)
            attribution = attribution or Attribution.CARRIED
        if organisation is None and len(speakers) == 1 and len(employers[speakers[0]]) == 1:
            (organisation,) = employers[speakers[0]]
        made.append(
            Statement(
                span=turn.span,
                text=document.reading_form(turn.span).text,
                position=position,
                heading=turn.heading,
                speakers=speakers,
                organisation=organisation,
                attribution=attribution if speakers else None,
                skipped=document.skipped(turn.span),
            )
        )
    return tuple(made)


def memberships(outline: Outline, key_of: KeyOf) -> tuple[Membership, ...]:
    """The persons and organisations that the layout pairs."""
    return tuple(
        Membership(
            person=key_of(pairing.person),
            organisation=key_of(pairing.organisation),
            quote=pairing.quote,
            role=pairing.role,
            certainty=Certainty.INFERRED,
            reason=pairing.reason,
        )
        for pairing in outline.pairings
    )


def attendance(outline: Outline, key_of: KeyOf) -> tuple[Attendance, ...]:
    """Who was there and who was not, as the list of attendance says."""
    return tuple(
        Attendance(key_of(presented.party), presented.presence, presented.quote, presented.instead_of)
        for presented in outline.presented
    )
