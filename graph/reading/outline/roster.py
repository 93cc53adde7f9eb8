"""Who is there: the persons that headings and lists name, so that a given name alone finds its bearer."""

from dataclasses import dataclass, field, replace

from graph.model.outline import Party


@dataclass
class Roster:
    """Persons in the order in which they are first named in full, each with what they speak for."""

    people: dict[str, Party] = field(default_factory=dict)
    employers: dict[str, Party] = field(default_factory=dict)
    titles: dict[str, Party] = field(default_factory=dict)  # by the title's definite form
    _known: set[str] = field(default_factory=set)

    def add(self, person: Party, organisation: Party | None) -> None:
        """Remembers a person; the first organisation given counts."""
        if person.name not in self.people:
            self.people[person.name] = person
            words = person.name.split()
            self._known |= {person.name, words[0], words[-1]}
        if organisation is not None:
            self.employers.setdefault(person.name, organisation)

    def known_names(self) -> frozenset[str]:
        """Given names and surnames of everyone named in full so far."""
        return frozenset(self._known)

    def entitle(self, title: str, person: Party) -> None:
        """Remembers who "ordföranden" is: the person last named with that title."""
        bare = title.casefold()
        if not bare.endswith(("en", "et", "an")):
            bare += "et" if bare.endswith("råd") else "n" if bare[-1] in "ea" else "en"
        self.titles[bare] = person

    def organisation_of(self, person: Party) -> Party | None:
        """What a person speaks for, as far as a heading or list has said."""
        return self.employers.get(person.full or person.name)

    def fuller(self, person: Party, among: tuple[Party, ...] = ()) -> Party:
        """The person with the full name that a given name, a surname or a short form stands for.

        First among those of the section; elsewhere only where exactly one fits. Nobody is guessed.
        """
        if person.name in self.people:
            return replace(person, full=person.name)
        for circle in (among, tuple(self.people.values())):
            fitting = {
                other.full or other.name for other in circle if _may_be(person.name, other.full or other.name)
            }
            if len(fitting) == 1:
                return replace(person, full=fitting.pop())
            if fitting:
                return person
        return person


def _may_be(short: str, full: str) -> bool:
    """ "Peter" for "Peter Andren", "Kallio" for "S. Kallio", "Lena S" for "Lena Sjö"."""
    few, many = short.replace(".", "").split(), full.split()
    if len(few) == 1:
        return few[0] in (many[0], many[-1]) and len(many) > 1
    if few[0] != many[0] or len(few) != 2 or len(many) < 2:
        return False
    return len(few[1]) == 1 and many[-1].startswith(few[1])
