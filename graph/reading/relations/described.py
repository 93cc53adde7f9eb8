"""Undertakings and acts without a name, known by what is said of them: "upphandlar en ny brandstation"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.lexicon.heads import function_words
from graph.lexicon.screened import screened
from graph.model.terms import Kind

_ADJECTIVE = r"(?:nya?|nytt|stora?|stort|större|första|andra|egna|egen|eget|gemensam\w*|kommunal\w*|\w{3,}(?:ig|iga|igt|isk|iska|iskt))"
_NOUN = r"[a-zåäöé][a-zåäöé-]{2,}"
NOUN_PHRASE = (
    rf"(?:(?:en|ett|den|det|två|tre|flera|fler|sin|sina|sitt)\s)?(?:{_ADJECTIVE}\s){{0,2}}{_NOUN}"
    rf"(?:\soch\s(?:(?:en|ett)\s)?{_NOUN})?"
)
"""A noun with its article and adjectives: "en ny brandstation", "ny- och ombyggnad"."""
WORKS = (
    r"(?:[a-zåäö-]{0,20}(?:fabrik|anläggning|verk|verkstad|terminal|lager|hall|hus|skola|förskola|boende|centrum|center|"
    r"central|station|väg|bro|hamn|kaj|park|gruva|butik|kontor|hotell|lokal|lokaler|linje|depå|lab|labb|laboratorium|"
    r"badhus|bad|arena|täkt|såg|kvarn|bageri|mejeri|slakteri|bryggeri|museum|nät|ledning)(?:en|et|n|er|ar|or)?)"
)
"""Heads of what is built and opened."""
PLACE = r"(?:\s(?:i|på|vid)\s(?P<place>[A-ZÅÄÖ][\wåäöé-]+(?:\s[A-ZÅÄÖ][\wåäöé-]+)?))?"

PROCURING = screened(
    rf"\b(?:(?:direkt)?upphandl(?:ar|a|at|ade)|konkurrensutsätt(?:er|a))\s(?:nu\s|också\s|även\s|just nu\s)?(?P<what>{NOUN_PHRASE})"
    rf"|\b[Uu]pphandling(?:en)?\s(?:av|gällande|avseende|om)\s(?P<of>{NOUN_PHRASE})"
)
PROCURED = screened(
    rf"(?:^|[.:;]\s)(?P<what>{NOUN_PHRASE})\s(?:ska\s|kommer att\s|har\s)?upphandla(?:s|ts|des)\b",
    re.IGNORECASE,
)
ESTABLISHING = screened(
    r"\b(?P<verb>etabler(?:ar|ade|at|a)\ssig|flytt(?:ar|ade|at|a)\s(?:hela\s)?(?:sin|sitt)\s(?:produktion|verksamhet|huvudkontor|lager)\still|"
    r"lägg(?:er|a)\s(?:sin|sitt)\s(?:produktion|verksamhet|lager|huvudkontor))(?:\s(?:nu|också|även))?"
    r"\s(?:(?:i|på|vid)\s)?(?:(?P<place>[A-ZÅÄÖ][\wåäöé-]+(?:\s[A-ZÅÄÖ][\wåäöé-]+)?)|här\b|hos oss\b|"
    r"(?:länet|kommunen|regionen|staden|området|orten|bygden)\b)"
)
BUILDING = screened(
    rf"\b(?:bygg(?:er|de|t)|uppför(?:de|t)?|öppn(?:ar|ade|at)|start(?:ar|ade|at)|anlägg(?:er|a)|anlade)\s(?:nu\s|också\s|även\s|snart\s)?"
    rf"(?P<what>(?:en|ett|två|tre|flera)\s(?:{_ADJECTIVE}\s){{0,2}}{WORKS})(?![\w-])(?!\s(?:mellan|för att)\b){PLACE}"
)
EXTENDING = screened(
    rf"\bbygg(?:a|er|de|t)\s(?P<how>ut|om|till)\s(?!(?:i|på|med|vid|för|och|till|under|från|efter|sedan|nästa|inom)\b)"
    rf"(?P<what>{NOUN_PHRASE}){PLACE}"
)
STUDY = screened(
    rf"\b(?P<what>(?:[Ff]örstudie|[Pp]ilotstudie|[Kk]artläggning|[Uu]tredning|[Ee]nkät|[Uu]ndersökning|[Pp]ilotprojekt)(?:en|n|et)?"
    rf"\s(?:om|av|kring|gällande|avseende)\s{NOUN_PHRASE})"
)
PROPOSED_ACT = re.compile(
    rf"\b(?P<what>(?:ny|nya|nytt|skärpt|skärpta|ändrad|ändrade|lättade)\s(?:lag|lagar|lagstiftning|förordning|föreskrifter|"
    rf"regler|regelverk|skatt|avgift|direktiv)\s(?:om|för|på|kring|gällande)\s{NOUN_PHRASE})"
    rf"|\b(?P<bill>[Ll]agförslag(?:et)?\s(?:om|för|kring|gällande)\s{NOUN_PHRASE})"
)
ARTICLE = re.compile(r"^(?:en|ett|den|det|sin|sina|sitt)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Described:
    """Where it stands in a text, what to call it, and what sort of thing it is."""

    start: int
    end: int
    kind: Kind
    name: str
    rule: str
    classification: str | None


def described(text: str) -> Iterator[Described]:
    """Procurements, establishments, works, studies and proposed acts that only words describe, by kind."""
    for match in PROCURING.finditer(text):
        what = _named(match["what"] or match["of"])
        if what:
            yield _project(*match.span(), f"upphandling av {what}", "procuring", "procurement")
    for match in PROCURED.finditer(text):
        what = _named(match["what"])
        if what:
            yield _project(
                match.start("what"), match.end(), f"upphandling av {what}", "procuring", "procurement"
            )
    for match in ESTABLISHING.finditer(text):
        name = f"etablering i {match['place']}" if match["place"] else "etablering"
        yield _project(*match.span("verb"), name, "establishing", "establishment or investment")
    for match in BUILDING.finditer(text):
        what = ARTICLE.sub("", match["what"])
        name = f"{what} i {match['place']}" if match["place"] else what
        yield _project(*match.span("what"), name, "building", "establishment or investment")
    for match in EXTENDING.finditer(text):
        what = _named(match["what"])
        if what:
            name = f"{match['how']}byggnad av {what}"
            yield _project(match.start(), match.end("what"), name, "building", "establishment or investment")
    for match in STUDY.finditer(text):
        yield _project(*match.span("what"), match["what"], "study", "survey")
    for match in PROPOSED_ACT.finditer(text):
        group = "what" if match["what"] else "bill"
        yield Described(*match.span(group), Kind.RULE, match[group], "proposed-act", None)


def _project(start: int, end: int, name: str, rule: str, classification: str) -> Described:
    return Described(start, end, Kind.PROJECT, name, rule, classification)


def _named(what: str | None) -> str | None:
    """The noun phrase without its article; None where it is no noun: "upphandlar nu", "upphandling av den"."""
    if not what:
        return None
    bare = ARTICLE.sub("", what.strip())
    return None if bare.casefold() in function_words() or len(bare) < 4 else bare
