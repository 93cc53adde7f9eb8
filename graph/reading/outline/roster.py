"""Who is there: the persons that headings and lists name, so that a given name alone finds its bearer."""

from dataclasses import dataclass, field, replace
from functools import cache

from graph.model.outline import Party

SPELT = frozenset({"vd", "bitr vd", "tf vd", "vice vd", "gd", "kd"})
"""Titles whose letters are spelt, their ending behind a colon: "vd:n"."""


@dataclass
class Roster:
    """Persons in the order in which they are first named in full, each with what they speak for."""

    people: dict[str, Party] = field(default_factory=dict)
    employers: dict[str, Party] = field(default_factory=dict)
    titles: dict[str, Party] = field(default_factory=dict)  # by the title's definite form
    shared: set[str] = field(default_factory=set)  # titles that a list gives to several
    called: dict[str, Party] = field(default_factory=dict)  # by the letters that a list says are theirs
    met: tuple[str, ...] | None = None  # every full name of the text, once it has been asked for

    def add(self, person: Party, organisation: Party | None) -> None:
        """Remembers a person; the first organisation given counts."""
        self.people.setdefault(person.name, person)
        if organisation is not None:
            self.employers.setdefault(person.name, organisation)

    def entitle(self, title: str, person: Party) -> None:
        """Remembers who "ordföranden" is: the person last named with that title."""
        self.titles[definite(title)] = person

    def list_title(self, title: str, person: Party) -> None:
        """Remembers a title of a list of participants; where several there bear it, it tells nobody."""
        whole = definite(title)
        other = self.titles.get(whole)
        if whole in self.shared or (other and (other.full or other.name) != (person.full or person.name)):
            self.shared.add(whole)
            self.titles.pop(whole, None)
        else:
            self.titles[whole] = person

    def organisation_of(self, person: Party) -> Party | None:
        """What a person speaks for, as far as a heading or list has said."""
        return self.employers.get(person.full or person.name)

    def fuller(self, person: Party, among: tuple[Party, ...] = ()) -> Party:
        """The person with the full name that a given name, a surname or a short form stands for.

        First among those of the section; elsewhere only where exactly one fits. Nobody is guessed.
        """
        if person.name in self.people:
            return replace(person, full=person.name)
        if person.name in self.called:
            return replace(person, full=self.called[person.name].full)
        for circle in (among, tuple(self.people.values())):
            fitting = {
                other.full or other.name for other in circle if _may_be(person.name, other.full or other.name)
            }
            if len(fitting) == 1:
                return replace(person, full=fitting.pop())
            if fitting:
                return person
        named = {full for full in self.met or () if _may_be(person.name, full)}
        return replace(person, full=named.pop()) if len(named) == 1 else person


def definite(title: str) -> str:
    """How a title is said of somebody known: "ordföranden", "rektorn", "kommunalrådet", "vd:n"."""
    bare = title.casefold()
    if bare in SPELT:
        return f"{bare}:n"
    if bare.endswith(("en", "et", "an", "orn", "örn")):
        return bare
    if bare.endswith(("råd", "ombud", "biträde")):
        return f"{bare.removesuffix('e')}et"
    return bare + ("n" if bare.endswith(("e", "a", "or", "el", "er")) else "en")


@cache
def initials(name: str) -> str:
    """The first letters of a name's parts, as notes shorten it: "PL" for "Petra Lennartsson"."""
    return "".join(part[0] for part in name.replace("-", " ").split() if part[0].isupper())


def _may_be(short: str, full: str) -> bool:
    """ "Peter" for "Peter Andren", "Kallio" for "S. Kallio", "Lena S" for "Lena Sjö", "LS", "Anna Carin" for "Anna Carin Ek"."""
    if short == initials(full):
        return True
    few, many = short.replace(".", "").split(), full.split()
    if len(few) == 1:
        return few[0] in (many[0], many[-1]) and len(many) > 1
    if few == many[: len(few)] and len(few) < len(many):
        return True
    if len(few) != 2 or len(many) < 2:
        return False
    if len(few[0]) == 1 and few[1] == many[-1]:
        return many[0].startswith(few[0])  # "G. Hallin" for "Gustav Hallin"
    if few[0] != many[0]:
        return False
    return len(few[1]) == 1 and many[-1].startswith(few[1])
