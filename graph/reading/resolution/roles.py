"""Memberships that running text states: "vd Org Name", "Name (Org)", "generaldirektör vid Org Name"."""

import itertools
import re
from collections.abc import Callable, Iterable

from graph.lexicon.heads import role_titles
from graph.lexicon.screened import screened
from graph.model.outline import Outline, Party
from graph.model.reading import Actor, Membership, Mention
from graph.model.terms import Certainty, Kind, Reason
from graph.model.text import Document, Span
from graph.reading.resolution.boards import elected, seated
from graph.reading.resolution.delegations import delegations, plain, spoken_for
from graph.reading.resolution.posts import LEADS, posts

_HEADS = [
    "chef",
    "direktör",
    "ledare",
    "sekreterare",
    "ordförande",
    "ledamot",
    "ansvarig",
    "strateg",
    "samordnare",
    "kommunikatör",
    "rådgivare",
    "utvecklare",
    "redaktör",
    "talesperson",
    "direktør",
    "leder",
    "sjef",
    "manager",
    "director",
    "officer",
    "ceo",
    "cto",
    "cfo",
    "chair",
    "chairman of the board",
    "president",
    "head",
]
"""What titles end in, beside those that are listed whole."""
_TITLES = "|".join(
    sorted(
        {re.escape(title.casefold()) for title in (*role_titles(), *_HEADS)},
        key=lambda title: (-len(title), title),
    )
)
_ROLE = rf"(?:(?:v\. ?|vice )?(?:ordf|sekr|kass)\.|(?:\w+- och )?\w*(?:{_TITLES})(?:e?n|et|erna|na)?(?: och \w*(?:{_TITLES}))?)"
_AT = r"(?:i|vid|på|hos|från|inom|för|at|of|of the|with|ved|hos|fra)"
# Screened only so that they are made when first needed: they take longer than all that is beside them.
# What may stand between a person and the organisation after: "Name (Org", "Name, vd Org", "Name från Org".
BETWEEN_PERSON_FIRST = screened(
    rf"(?:\s*\([A-ZÅÄÖ]{{1,3}}\))?\s*(?:(?: och (?:jag|undertecknad|en kollega|kollegor))?,? (?:på|från|vid|hos|fra|from) (?:den |det )?"
    rf"|(?: (?:från|i) [A-ZÅÄÖ]\w+(?: i [A-ZÅÄÖ]\w+)?)? ?\((?:{_ROLE}, )?"
    rf"|,? (?:tillika |som är )?(?P<role>{_ROLE}(?: (?:of|för) [A-ZÅÄÖ]?[a-zåäö]+)?)(?:,| {_AT})?(?: the)? "
    rf"|,? som (?:leder|arbetar|jobbar|forskar|ansvarar|är)\b[^,.;:]{{0,40}} (?:vid|på|hos) "
    rf"|,? som (?:företräder|representerar|leder) )",
    re.IGNORECASE,
)
BETWEEN_ORGANISATION_FIRST = screened(
    rf"(?:s|:s)?(?: {_AT})? ?(?P<role>{_ROLE}),? | \((?:(?:ombud|repr\.?|representant)(?: är)?[:,]? )?| (?:gm\.?|g/m|genom|v/) ?",
    re.IGNORECASE,
)
BEFORE_ORGANISATION = re.compile(rf"(?:^|\W)(?P<role>{_ROLE})(?: {_AT})? $", re.IGNORECASE)
ONE_MORE = re.compile(r" och | & ")
REACH = 80  # characters between the two names


def prose_memberships(
    document: Document,
    outline: Outline,
    mentions: Iterable[Mention],
    actors: Iterable[Actor],
    known: Iterable[Membership],
    key_of: Callable[[Party], str],
) -> tuple[Membership, ...]:
    """Each person and organisation that stand beside each other so; those of the layout are left out."""
    kinds = {actor.key: actor.kind for actor in actors}
    listed = tuple(known)
    have = {(one.person, one.organisation) for one in listed}
    ordered = sorted(
        (m for m in mentions if not m.nested and kinds[m.actor] in (Kind.PERSON, Kind.ORGANISATION)),
        key=lambda mention: mention.span.start,
    )
    made: list[Membership] = []

    def give(person: Mention, organisation: Mention, role: str | None) -> None:
        pair = (person.actor, organisation.actor)
        if pair not in have:
            have.add(pair)
            made.append(
                Membership(
                    *pair,
                    person.quote,
                    role,
                    Certainty.EXPLICIT if role else Certainty.INFERRED,
                    Reason.NAMED_BESIDE,
                )
            )

    told, claimed = delegations(document, ordered, kinds, _is_role)
    for person, organisation, role in (*told, *posts(document, ordered, kinds, _is_role)):
        give(person, organisation, role)
    seats = [*elected(document, outline, ordered, kinds), *seated(document, outline, ordered, kinds, key_of)]
    for holder, body, quote, role in seats:
        if (holder, body) not in have:
            have.add((holder, body))
            reason = Reason.NAMED_TOGETHER_IN_HEADING
            made.append(Membership(holder, body, quote, role, Certainty.INFERRED, reason))
    for speaker, body, quote in spoken_for(document, outline, ordered, kinds, key_of):
        if (speaker, body) not in have:
            have.add((speaker, body))
            made.append(Membership(speaker, body, quote, None, Certainty.INFERRED, Reason.NAMED_BESIDE))
    for index, (one, two) in enumerate(itertools.pairwise(ordered)):
        if one.quote != two.quote or two.span.start - one.span.end > REACH or two.span.start <= one.span.end:
            continue
        between = plain(document, one.span.end, two.span.start)
        first, second = kinds[one.actor], kinds[two.actor]
        if first is Kind.PERSON and second is Kind.ORGANISATION:
            match = BETWEEN_PERSON_FIRST.pattern.fullmatch(between)
            if match and between.endswith(" för ") and not LEADS.search(match["role"] or "vd"):
                continue
            if two.span in claimed:
                continue  # "A, från X B": the sentence gives X to B
            if match and between == " leder ":
                continue  # the verb, whose object may own what is led
            if "\n" in document.text[one.span.end : two.span.start] and any(
                known_one.person == one.actor and known_one.quote.holds(two.span) for known_one in listed
            ):
                continue  # the list or signature gives them another on its own lines
            if match is None or document.text[two.span.end : two.span.end + 1] == "?":
                continue
            give(one, two, match["role"])
            third = ordered[index + 2] if index + 2 < len(ordered) else None
            if match["role"] and third and kinds[third.actor] is Kind.ORGANISATION:
                joint = document.text[two.span.end : third.span.start]
                if ONE_MORE.fullmatch(joint):
                    give(one, third, match["role"])
        elif first is Kind.ORGANISATION and second is Kind.PERSON:
            match = BETWEEN_ORGANISATION_FIRST.pattern.fullmatch(between)
            match = match or (_role_before(document, one) if between == " " else None)
            beside = any(
                known_one.person == two.actor and known_one.quote.holds(two.span) for known_one in listed
            )
            if match and not (beside and "\n" in document.text[one.span.end : two.span.start]):
                give(two, one, match["role"])
    return tuple(made)


def _is_role(words: str) -> bool:
    return re.fullmatch(_ROLE, words, re.IGNORECASE) is not None


def _role_before(document: Document, organisation: Mention) -> re.Match[str] | None:
    """The role that stands before the organisation: "generaldirektör vid Org Name"."""
    start = max(organisation.quote.start, organisation.span.start - REACH)
    if start >= organisation.span.start:
        return None
    before = document.reading_form(Span(start, organisation.span.start)).text + " "
    return BEFORE_ORGANISATION.search(before)
