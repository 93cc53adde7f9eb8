"""Meetings drawn by chance: who was there, for whom, and who said what, before anyone writes it down."""

import datetime
from dataclasses import dataclass, field
from functools import cache
from random import Random

from hypothesis import strategies as st
from sentences_made import Words, sentence

from graph.lexicon.tables import table

ROLES = (
    "vd",
    "näringslivschef",
    "verksamhetsledare",
    "affärsutvecklare",
    "enhetschef",
    "projektledare",
    "kommunalråd",
    "förhandlare",
    "rådgivare",
    "regionchef",
    "samordnare",
    "strateg",
)
KINDS = (
    "Näringslivsdialog",
    "Branschråd",
    "Samverkansmöte",
    "Företagsforum",
    "Lägesavstämning",
    "Kompetensråd",
    "Nätverksträff",
    "Regionalt industriforum",
)
TOPICS = (
    "Läget i branscherna",
    "Kompetensförsörjning",
    "Energi och elnät",
    "Vägar och järnväg",
    "Besöksnäringen",
    "Bostäder",
    "Digitalisering",
    "Upphandling",
    "Omställning",
    "Rapport från länet",
)
MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
TRADES = ("Mekaniska", "Bygg", "Snickeri", "Energi", "Plast", "Skogsentreprenad", "Livs", "Teknik", "Åkeri")
NETWORKS = (
    "Näringslivsförening",
    "Företagarförening",
    "Turistförening",
    "Handelskammare",
    "Lantmannaförening",
)
UNLISTED = ("Quensrud", "Hallstavik-Moe", "Trygglöv", "Väsberg", "Odrén", "Klintqvarn", "Lövmarker")
"""Surnames that no list has, by their form as good as any."""


@dataclass(frozen=True)
class Person:
    """Somebody at the meeting, or who should have been."""

    given: str
    surname: str
    organisation: str
    role: str

    @property
    def name(self) -> str:
        return f"{self.given} {self.surname}"


@dataclass(frozen=True)
class Said:
    """What one person says in one go."""

    speaker: Person
    sentences: tuple[str, ...]

    @property
    def words(self) -> str:
        return " ".join(self.sentences)


@dataclass(frozen=True)
class Part:
    """What is said under one heading; `topic` is what a layout by subjects would call it."""

    topic: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Model:
    """A meeting. `substitutes` pairs who came with who did not; each of them is a person of `present`."""

    kind: str
    place: str
    date: datetime.date
    next: datetime.date
    present: tuple[Person, ...]
    absent: tuple[Person, ...]
    substitutes: tuple[tuple[Person, str], ...]
    parts: tuple[Part, ...]
    chair: Person = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "chair", self.present[0])

    @property
    def title(self) -> str:
        return f"{self.kind} {self.place} {written(self.date)}"

    @property
    def said(self) -> tuple[Said, ...]:
        return tuple(one for part in self.parts for one in part.said)


def written(day: datetime.date) -> str:
    """A date as minutes print it."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@cache
def _givens() -> tuple[str, ...]:
    return tuple(row["name"] for row in table("given_names") if len(row["name"]) > 2)


@cache
def _surnames() -> tuple[str, ...]:
    return tuple(row["name"] for row in table("surnames") if row["given"] == "0" and len(row["name"]) > 2)


@cache
def _municipalities() -> tuple[tuple[str, str], ...]:
    return tuple((row["name"], row["short"]) for row in table("municipalities"))


@cache
def _listed() -> tuple[str, ...]:
    return tuple(
        row["name"] for row in table("organisations") if row["word"] == "0" and len(row["name"]) < 40
    )


def _organisation(random: Random) -> str:
    name, short = random.choice(_municipalities())
    return random.choice(
        (
            name,
            name,
            random.choice(_listed()),
            random.choice(_listed()),
            f"{random.choice(_surnames())} {random.choice(TRADES)} AB",
            f"{short} {random.choice(NETWORKS)}",
            f"Destination {short}",
            f"Region {random.choice(('Halland', 'Gotland', 'Dalarna', 'Värmland', 'Blekinge', 'Skåne'))}",
        )
    )


def _people(random: Random, count: int) -> list[Person]:
    """Persons no two of whom share a given name, a surname or an organisation."""
    found: list[Person] = []
    taken: set[str] = set()
    for step in range(count * 60):
        if len(found) == count:
            break
        given = random.choice(_givens()) if step < count * 20 else _givens()[step]
        if random.random() < 0.08:
            given = f"{given}-{random.choice(_givens())}"
        surname = random.choice(_surnames()) if step < count * 20 else _surnames()[step]
        if random.random() < 0.08 and step < count * 20:
            surname = random.choice(UNLISTED)
        elif random.random() < 0.06 and step < count * 20:
            surname = f"{surname} {random.choice(_surnames())}"
        organisation = _organisation(random) if step < count * 20 else f"{surname} Bygg AB"
        names = {given, organisation, *surname.split()}
        if not names & taken:
            taken |= names
            found.append(Person(given, surname, organisation, random.choice(ROLES)))
    return found


def drawn(random: Random, *, most: int = 6, turns: int = 4) -> Model:
    """One meeting of three to `most` speakers, each of whom speaks up to `turns` times."""
    speakers = random.randint(3, most)
    spare = 1 + random.randint(0, 2)
    people = _people(random, speakers + spare + 2)
    speaking, silent, away = people[:speakers], people[speakers:-2], tuple(people[-2:])
    date = datetime.date(random.randint(2016, 2027), random.randint(1, 12), random.randint(1, 28))
    later = date + datetime.timedelta(days=random.randint(14, 90))
    place = random.choice(_municipalities())[1]
    words = Words(random, tuple(short for _, short in _municipalities()), _listed())
    topics = random.sample(TOPICS, speakers)
    parts = []
    for speaker, topic in zip(speaking, topics, strict=True):
        said = []
        for _ in range(random.randint(1, turns)):
            said.append(Said(speaker, tuple(sentence(words) for _ in range(random.randint(1, 3)))))
        parts.append(Part(topic, tuple(said)))
    instead = ((speaking[-1], away[1].name),) if random.random() < 0.5 else ()
    return Model(
        random.choice(KINDS), place, date, later, (*speaking, *silent), away[:1], instead, tuple(parts)
    )


MODELS = st.builds(
    lambda seed, speakers, turns: drawn(Random(seed), most=speakers, turns=turns),  # noqa: S311  # no secret
    st.integers(0, 2**32),
    st.integers(3, 6),
    st.integers(1, 4),
)
"""Meetings of any size: an example that fails shrinks to few speakers who say little."""
