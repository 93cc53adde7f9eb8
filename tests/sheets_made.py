"""Sheets: minutes as paragraphs with their form, and what a reader should find in them."""

from dataclasses import dataclass, field
from random import Random
from typing import Literal

from models_made import Model, Person, Said, written

Style = Literal["title", "heading", "plain", "item", "row"]


@dataclass(frozen=True)
class Para:
    """A paragraph. `first` and `rest` stand in front of its first and further lines in a text file,
    `above` empty lines over it. `bold` counts the letters set in bold from its beginning on."""

    words: str
    style: Style = "plain"
    level: int = 0
    first: str = ""
    rest: str = ""
    above: int = 1
    bold: int = 0
    cells: tuple[str, ...] = ()
    spoken: bool = False  # typing errors may stand here


@dataclass(frozen=True)
class Expected:
    """One statement: who says it, for whom (None where the sheet does not say), in which words."""

    speaker: str
    organisation: str | None
    words: str


@dataclass
class Sheet:
    """One meeting as one layout writes it."""

    model: Model
    random: Random
    paras: list[Para] = field(default_factory=list)
    said: list[Expected] = field(default_factory=list)
    represents: set[tuple[str, str]] = field(default_factory=set)
    present: set[str] = field(default_factory=set)
    absent: set[str] = field(default_factory=set)

    def put(
        self,
        words: str,
        style: Style = "plain",
        *,
        above: int = 1,
        level: int = 0,
        first: str = "",
        rest: str = "",
        bold: int = 0,
    ) -> None:
        """Writes a paragraph in which nobody speaks."""
        self.paras.append(Para(words, style, level, first, rest, above, bold))

    def row(self, *cells: str, above: int = 0) -> None:
        """Writes a row of a table."""
        self.paras.append(Para(" | ".join(cells), "row", above=above, cells=cells))

    def say(
        self,
        said: Said | None,
        words: str,
        *,
        label: str = "",
        style: Style = "plain",
        above: int = 1,
        level: int = 0,
        first: str = "",
        rest: str = "",
        bold: int = 0,
        organisation: str | None = "",
        speaker: Person | None = None,
        without: int = 0,
    ) -> None:
        """Writes a paragraph behind a label and expects its words of its speaker.

        `without` letters at its beginning (a quotation mark) are no part of the statement.
        """
        who = speaker or (said.speaker if said else self.model.chair)
        self.paras.append(Para(label + words, style, level, first, rest, above, bold, spoken=True))
        told = who.organisation if organisation == "" else organisation
        self.said.append(Expected(who.name, told, words[without:]))

    def employs(self, *people: Person) -> None:
        """Expects that the sheet shows whom these speak for."""
        self.represents |= {(person.name, person.organisation) for person in people}

    def open(self, *, mark: str = "", above: int = 0) -> None:
        """The title."""
        self.put(self.model.title, "title", above=above, first=mark, rest="")

    def close(self) -> None:
        """The next meeting."""
        day = written(self.model.next)
        self.put(
            self.random.choice((f"Nästa möte {day}.", f"Nästa möte: {day}", f"Nästa möte är {day} kl 13."))
        )

    def attendance(self, *, mark: str = "", heading: str = "", label: bool = False) -> None:
        """A list of participants, one a line or all on one, and who was away."""
        model = self.model
        word = self.random.choice(("Deltagare", "Närvarande", "Närvarande"))
        shape = self.random.choice(
            ("{name}, {org}", "{name}, {org}", "{name} ({org})", "{name}, {role}, {org}")
        )
        if label:
            joint = self.random.choice(("; ", ", ")) if "(" in shape else "; "
            shape = shape.replace(", {role}", "")
            self.put(f"{word}: " + joint.join(_entry(person, shape) for person in model.present))
        else:
            self.put(word + ("" if heading else self.random.choice(("", ":"))), "heading", first=heading)
            for place, person in enumerate(model.present):
                away = next((other for who, other in model.substitutes if who == person), None)
                words = _entry(person, shape) + (f" (ersätter {away})" if away else "")
                self.put(
                    words, "item" if mark else "plain", first=mark, above=int(bool(heading) and not place)
                )
        if model.absent:
            names = ", ".join(person.name for person in model.absent)
            if label or not heading:
                self.put(
                    f"{self.random.choice(('Frånvarande', 'Förhinder', 'Återbud'))}: {names}", above=1 - label
                )
            else:
                self.put("Frånvarande", "heading", first=heading)
                self.put(names, "item" if mark else "plain", first=mark)
            self.absent |= {person.name for person in model.absent}
        self.present |= {person.name for person in model.present}
        self.employs(*model.present)


def _entry(person: Person, shape: str) -> str:
    return shape.format(name=person.name, org=person.organisation, role=person.role)
