"""Whom "bolaget", "kommunen" or "projektet" means: the speaker's own, or the one such that was named before."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from graph.lexicon.screened import screened
from graph.model.reading import Actor, Mention, Quote
from graph.model.terms import Certainty, Kind, Reason
from graph.model.text import ReadingForm

_PUBLIC = (
    r"kommun\b|\bstad$|^region |region(?:en)?$|länsstyrelse|verket$|myndighet|universitet|högskol|^regering"
)
_CLUB = r"förening|förbund|\bbyalag|klubb|sällskap|^lrf\b|företagarna|köpmännen|\bek\.? ?för|kluster|nätverk|råd(?:et)?$"
FITS = {
    "kommunen": r"kommun\b|\bstad$",
    "staden": r"\bstad$",
    "regionen": r"^region |region(?:en)?$",
    "landstinget": r"^landstinget ",
    "länsstyrelsen": r"^länsstyrelsen ",
    "myndigheten": r"verket$|myndighet|inspektionen$|^länsstyrelsen ",
    "verket": r"verket$",
    "universitetet": r"universitet",
    "högskolan": r"^högskol|högskola$",
    "handelskammaren": r"handelskammare",
    "kammaren": r"kammare",
    "institutet": r"institut",
    "skolan": r"skola(?:n)?\b",
    "akademin": r"akademi",
    "kommittén": r"kommitté",
    "banken": r"bank(?:en)?\b",
    "klustret": r"kluster|cluster",
    "nätverket": r"nätverk",
    "centret": r"cent(?:er|rum|re)\b",
    "centrumet": r"cent(?:er|rum|re)\b",
    "stiftelsen": r"stiftelse",
    "förbundet": r"förbund",
    "föreningen": r"förening|\bbyalag|klubb|sällskap|\bek\.? ?för|^lrf\b|företagarna|köpmännen",
    "hotellet": r"hotell?\b",
    "rederiet": r"rederi",
    "hamnen": r"\bhamn\b",
    "klubben": r"klubb",
    "byalaget": r"byalag",
    "sällskapet": r"sällskap",
    "församlingen": r"församling",
    "museet": r"muse(?:um|et)",
    "gymnasiet": r"gymnasi",
    "inkubatorn": r"inkubator",
    "biblioteket": r"bibliotek",
    "sjukhuset": r"sjukhus",
    "restaurangen": r"restaurang",
    "åkeriet": r"åkeri",
    "bruket": r"bruk\b",
    "byrån": r"byrå",
    "alliansen": r"allians",
    "nämnden": r"nämnd",
    "koncernen": rf"^(?!.*(?:{_PUBLIC}|{_CLUB}))",
    "bolaget": rf"^(?!.*(?:{_PUBLIC}|{_CLUB}))",
    "företaget": rf"^(?!.*(?:{_PUBLIC}|{_CLUB}))",
}
"""What the name of an organisation must hold for a bare head to mean it; one without a lexicon of its own
("bolaget") means whatever is neither public nor a society."""
KINDS = {
    Kind.PROJECT: ("projektet", "förstudien", "satsningen", "etableringen", "bygget"),
    Kind.SCHEME: ("stödet", "bidraget", "lånet", "checken", "utlysningen", "potten"),
    Kind.EVENT: ("mässan", "galan", "seminariet", "festivalen", "konferensen", "marknaden", "evenemanget"),
}
_HEAD = screened(
    rf"(?<![\w-])(?:{'|'.join((*FITS, *(word for words in KINDS.values() for word in words)))})(?![\w-])",
    re.IGNORECASE,
)
_AS_PLACE = re.compile(r"\b(?:i|inom|hela|över|utanför|kring)\s(?:hela\s)?$", re.IGNORECASE)
_TOLD_APART = re.compile(r"\b(?:det|den|andra|nya|nästa|ett|en|egna)\s(?:\w+\s)?$", re.IGNORECASE)


def referred(
    form: ReadingForm,
    quote: Quote,
    actors: dict[str, Actor],
    speaker: str | None,
    before: Iterable[Mention],
    inside: list[Mention],
) -> Iterator[Mention]:
    """A mention, inferred and with its reason, for every bare head of a quote that one party alone fits.

    `before` are the mentions earlier in the statement, `inside` those of the quote. Where two fit, or
    none, the head stays what it was; so does one that its own name follows ("projektet Blå kedja") and
    a municipality that is only a place ("i kommunen").
    """
    known = list(before)
    for match in _HEAD.finditer(form.text):
        head = match.group().lower()
        lead = form.text[: match.start()]
        span = form.span(*match.span())
        if any(m.span.meets(span) and m.kind is not Kind.UNNAMED for m in inside):
            continue
        after = form.text[match.end() : match.end() + 2]
        named_next = after[:1] == " " and any(
            0 <= m.span.start - span.end <= 2 for m in inside if m.kind is not Kind.UNNAMED
        )
        place = head in ("kommunen", "regionen", "staden") and _AS_PLACE.search(lead)
        if named_next or place or _TOLD_APART.search(lead):
            continue
        earlier = [*known, *(m for m in inside if m.span.end <= span.start)]
        found = _whom(head, actors, speaker, earlier)
        if found:
            key, reason = found
            yield Mention(
                span,
                key,
                actors[key].kind,
                quote.span,
                "referred",
                certainty=Certainty.INFERRED,
                reason=reason,
            )


def _whom(
    head: str, actors: dict[str, Actor], speaker: str | None, earlier: list[Mention]
) -> tuple[str, Reason] | None:
    kind = next((kind for kind, heads in KINDS.items() if head in heads), Kind.ORGANISATION)
    named = dict.fromkeys(m.actor for m in earlier if m.kind is kind)
    if kind is not Kind.ORGANISATION:
        return (next(iter(named)), Reason.LAST_NAMED_OF_ITS_KIND) if len(named) == 1 else None
    if speaker and actors[speaker].kind is Kind.ORGANISATION:
        named[speaker] = None
    fitting = [key for key in named if _fits(head).search(actors[key].name.casefold())]
    if len(fitting) != 1:
        return None
    own = fitting[0] == speaker
    return fitting[0], Reason.SPEAKERS_OWN_ORGANISATION if own else Reason.LAST_NAMED_OF_ITS_KIND


@cache
def _fits(head: str) -> re.Pattern[str]:
    return re.compile(FITS[head])
