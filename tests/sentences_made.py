"""Sentences as minutes hold them, drawn from a grammar: reports, plans, questions, figures, fragments."""

import re
from dataclasses import dataclass, field
from random import Random

SECTORS = (
    *("industrin", "handeln", "besöksnäringen", "byggbranschen", "skogen", "vården", "åkerinäringen"),
    *("livsmedelsbranschen", "hotellen", "restaurangerna", "jordbruket", "tjänstesektorn", "lantbruket"),
)
THINGS = (
    *("upphandlingen", "detaljplanen", "elanslutningen", "utbildningen", "kartläggningen", "mässan"),
    *("rekryteringen", "kampanjen", "vägutredningen", "enkäten", "ansökan", "hamnutbyggnaden", "budgeten"),
    *("näringslivsprogrammet", "sommarbemanningen", "tomtförsäljningen", "tågtrafiken", "biogassatsningen"),
)
STAFF = (
    *("svetsare", "sjuksköterskor", "kockar", "elektriker", "ingenjörer", "lastbilschaufförer", "snickare"),
    *("programmerare", "mekaniker", "undersköterskor", "lärare", "montörer"),
)
STATES = (
    *("stabil", "osäker", "svag", "god", "ansträngd", "bättre än väntat", "sämre än i fjol", "avvaktande"),
    *("fortsatt stark", "blandad", "lugn", "svår att bedöma"),
)
WHEN = (
    *("i höst", "efter sommaren", "före jul", "under kvartalet", "i nästa vecka", "till våren", "under året"),
    *("vid halvårsskiftet", "i slutet av månaden", "de närmaste veckorna", "sedan i mars", "i september"),
)
WHO = (
    *(
        "företagen",
        "medlemmarna",
        "kommunen",
        "underleverantörerna",
        "kunderna",
        "skolan",
        "de mindre bolagen",
    ),
    *("ungdomarna", "bankerna", "fastighetsägarna", "arbetsgivarna", "styrelsen"),
)
VERBS = (
    *(
        "diskuterar",
        "planerar",
        "följer",
        "prioriterar",
        "avvaktar",
        "förbereder",
        "efterlyser",
        "finansierar",
    ),
    *("utvärderar", "samordnar", "skjuter upp", "påskyndar", "granskar"),
)
DONE = (
    *("startat", "avslutats", "försenats", "beviljats stöd", "skjutits upp", "gått bra", "fått fler sökande"),
    *("kommit igång", "tagit fart", "dragit ut på tiden"),
)
PATTERNS = (
    "Läget i {sector} är {state}.",
    "Vi söker {count} {staff} {when}.",
    "Vi har svårt att hitta {staff}.",
    "{Thing} har {done}.",
    "{Who} {verb} {thing} {when}.",
    "Orderingången har ökat med {percent} procent.",
    "Omsättningen minskade med {decimal} procent jämfört med i fjol.",
    "Antalet varsel är {count}, vilket är färre än väntat.",
    "Vi har fått in {count} ansökningar, bl.a. om {thing}.",
    "{Place} växer och behovet av {staff} är stort.",
    "Hur påverkas {who} av {thing}?",
    "Samarbetet med {org} om {thing} fortsätter {when}.",
    "Vi har haft möte med {org} om {thing}.",
    "Tillsammans med {org} bjuder vi in till en träff om {thing} {when}.",
    "Det behövs {count} nya bostäder i {place}.",
    "Budgeten är på {amount} miljoner kronor.",
    "Bidraget på {amount} miljoner kronor räcker inte.",
    "Full fart på {thing}.",
    "Svårt att få tag i {staff} just nu.",
    "{Who} är oroliga för {thing}, men {sector} går bra.",
    "Räntan och energipriserna slår hårt mot {sector}.",
    "Första spadtaget tas {when}, om {thing} blir klar i tid.",
    "{Thing} (etapp {small}) blir klar {when}.",
    "Två nyheter: {thing} har {done} och {who} {verb} {thing2}.",
    "Om {who} inte {verb} {thing} kan vi tappa {staff}.",
    "Det finns plats för {count} deltagare till, så sprid gärna inbjudan.",
    "Vi återkommer med siffror {when}.",
    "Nu {verb} {who} {thing}.",
    "Enligt vår enkät är {percent} procent av {who} positiva.",
    "Beläggningen är {percent} procent, t.ex. i {place}.",
    "Nästa steg är att {who} tar ställning till {thing}.",
    "Ingen ljusning i sikte för {sector}, och {who} {verb} {thing}.",
    "Skillnaden mellan {place} och {place2} är stor.",
    "{Org} har öppnat en ny utlysning som passar {sector}.",
)
TYPO = re.compile(r"(?<![\w.-])[a-zåäö]{6,}(?![\w.-])")


@dataclass
class Words:
    """What sentences are made of, and those that were made: none comes twice in a meeting."""

    random: Random
    places: tuple[str, ...]
    organisations: tuple[str, ...]
    made: set[str] = field(default_factory=set)


def sentence(words: Words) -> str:
    """A sentence that the meeting has not heard yet."""
    for _ in range(30):
        found = _filled(words)
        if found not in words.made:
            break
    else:  # chance has run dry: a number makes it new
        found = f"Ärende {len(words.made) + 1} är klart."
    words.made.add(found)
    return found


def _filled(words: Words) -> str:
    choose = words.random.choice
    thing, who = choose(THINGS), choose(WHO)
    organisation = choose(words.organisations)
    return choose(PATTERNS).format(
        sector=choose(SECTORS),
        state=choose(STATES),
        count=words.random.randint(3, 480),
        small=words.random.randint(2, 4),
        staff=choose(STAFF),
        when=choose(WHEN),
        thing=thing,
        Thing=thing.capitalize(),
        thing2=choose(THINGS),
        who=who,
        Who=who.capitalize(),
        verb=choose(VERBS),
        done=choose(DONE),
        percent=words.random.randint(2, 95),
        decimal=f"{words.random.randint(1, 19)},{words.random.randint(1, 9)}",
        amount=f"{words.random.randint(1, 90)},{words.random.randint(1, 9)}",
        place=choose(words.places),
        place2=choose(words.places),
        Place=choose(words.places),
        org=organisation,
        Org=organisation,
    )


def mistyped(random: Random, text: str, share: float = 0.06) -> str:
    """The text with two letters changed about in some of its longer words; names are spared."""

    def swapped(match: re.Match[str]) -> str:
        word = match.group()
        if random.random() >= share:
            return word
        place = random.randint(1, len(word) - 3)
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]

    return TYPO.sub(swapped, text)


NORWEGIAN = (
    "Vi ser at {count} bedrifter på norsk side er interesserte i {topic}.",
    "Situasjonen er bedre enn i fjor, men det er fortsatt vanskelig å få tak i folk til {topic}.",
    "Grensehandelen øker med {count} prosent, og vi ønsker et tettere samarbeid om {topic}.",
    "Det er ikke avklart hvordan {topic} skal finansieres etter {count} måneder.",
    "Vi har søkt om {count} millioner til {topic} sammen med svenske partnere.",
)
ENGLISH = (
    "We expect {count} visitors to the conference on {topic} next year.",
    "The project on {topic} is running late, but we have hired {count} people.",
    "Our members are worried about {topic}, and {count} percent say so in the survey.",
    "We would like to share what {count} companies told us about {topic}.",
    "The deadline for {topic} has moved, so we have {count} weeks left.",
)
MATTERS = ("transport", "energi", "turisme", "batterier", "hydrogen", "data", "logistikk", "design")


def foreign(random: Random, language: str) -> str:
    """A sentence in Norwegian or English."""
    patterns = NORWEGIAN if language == "no" else ENGLISH
    return random.choice(patterns).format(count=random.randint(3, 480), topic=random.choice(MATTERS))
