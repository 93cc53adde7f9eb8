"""Ties that a clause says with the words of the one before: "… men inte med B", "det gör C", "D gör detsamma"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.model.reading import Relation
from graph.model.terms import Kind, Status
from graph.reading.relations.status import clause_status
from graph.reading.relations.tagged import Tagged

BUT_NOT = re.compile(
    r"(?:\s[^\s.;:!?‹]+){0,4}?,? (?:men|dock|fast) (?:inte|ej) (?P<by>av )?(?:(?:med|till|åt|för|i|på|från|hos) )?"
    r"(?P<name>‹[OUPSE]\d+›)(?=[.,;!?]|$)"
)
SO_DOES = re.compile(
    r"[^.;:!?]{0,80}?,? (?:men |och |medan )?(?:det (?:gör|gjorde)|så gör|så gjorde)(?: (?:också|även|däremot|inte))* "
    r"(?P<name>‹[OU]\d+›)"
)
THE_SAME = re.compile(
    r"[^.;:!?]{0,80}?(?:, |och |men |medan )(?P<name>‹[OU]\d+›)[^.;:!?‹]{0,40}? "
    r"(?:gör|göra|gjort|gjorde) (?:detsamma|samma sak|likadant|likadan)\b"
)
AS_DOES = re.compile(r", (?:så även|likaså|liksom) (?P<name>‹[OU]\d+›)")


@dataclass(frozen=True, slots=True)
class Said:
    """A tie that a pattern found, and where in the tagged text its words end."""

    relation: Relation
    end: int


def likewise(said: list[Said], tagged: Tagged) -> Iterator[Relation]:
    """The ties that later clauses take over from those found: another object denied, another subject added."""
    for one in said:
        for match in (BUT_NOT.match(tagged.text, one.end),):
            if match:
                (other,) = tagged.mentions(match["name"])
                end = "subject" if match["by"] else "object"
                if _alike(end, other.kind, one.relation, tagged):
                    yield _with(one.relation, end, other.actor, Status.NEGATED)
        for pattern in (SO_DOES, THE_SAME, AS_DOES):
            match = pattern.match(tagged.text, one.end)
            if match:
                (other,) = tagged.mentions(match["name"])
                status = clause_status(tagged.text, match.start("name"))
                if pattern is AS_DOES:
                    status = one.relation.status
                yield _with(one.relation, "subject", other.actor, status)


def _alike(end: str, kind: Kind, relation: Relation, tagged: Tagged) -> bool:
    """Whether the name can stand where the tie's own end stands: of the same kind, parties being one."""
    key = relation.subject if end == "subject" else relation.object
    own = next(
        (named.mention.kind for named in tagged.named if named.mention and named.mention.actor == key), None
    )
    parties = (Kind.ORGANISATION, Kind.UNNAMED)
    return own == kind or (own in (*parties, None) and kind in parties)


def _with(relation: Relation, end: str, key: str, status: Status) -> Relation:
    if end == "subject":
        return replace(relation, subject=key, status=status, amount=None)
    return replace(relation, object=key, status=status, amount=None)
