"""Lines that only name people: each person with the organisation and the role that stand beside them."""

import re
from dataclasses import dataclass, field, replace

from graph.lexicon.names import is_given_name, is_surname
from graph.model.outline import Party
from graph.model.terms import Kind
from graph.model.text import ReadingForm
from graph.reading.outline.labels import is_umbrella, party
from graph.reading.outline.personal_names import looks_organisational, might_be_person, person_at
from graph.reading.outline.pieces import LONGEST, Piece, bounds, could_name, piece_of
from graph.reading.outline.roster import initials

FIELD = re.compile(r"(?P<words>[A-ZÅÄÖ][^:;,()|]{1,40}?)\s*:\s*(?=[A-ZÅÄÖa-zåäö])")
HOUR = re.compile(
    r"(?:kl\.?\s*)?(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s?[–-]\s?(?:[01]?\d|2[0-3])[.:][0-5]\d)?\s+"
)
DASHES = ("–", "—", "-", "|", "/")
ANDS = ("och", "samt", "og", "and")
SIDE = re.compile(
    r"(?:[A-ZÅÄÖa-zåäö]+\s)?(?:[Ff]rån|[Ff]ör|[Ff]rom|[Ff]or|[Ff]ra)\s+(?:[a-zåäö]+\s)?(?=[A-ZÅÄÖØ])"
)
"""What stands before an organisation that opens a line: "För X: …", "Deltagare från X: …"."""
WIDE = 3
"""Blanks that part two columns of a plain text."""
SHARERS = 2
"""Persons before an organisation who share it inside a longer list; more only where a line is theirs alone."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """One or several persons with what they speak for; the organisation alone where it sent nobody by name.

    `short` is what the notes call a person of whom the list says it: "AB" of "Anna Brink (AB)".
    """

    persons: tuple[Party, ...]
    organisation: Party | None = None
    role: str | None = None
    instead_of: str | None = None
    remark: str = ""
    short: Party | None = None


def entries(form: ReadingForm, begin: int = 0, stop: int | None = None) -> tuple[Entry, ...] | None:
    """Whom a stretch names, in order; None where it says more than names, roles and remarks.

    "A, B, Org" gives Org to both; "Org: A, B" and "Org – A" too. Of "A, X; B, Y" each has its own.
    """
    stop = len(form.text) if stop is None else stop
    text = _columned(form, begin, stop).rstrip(" .*_")
    opened = FIELD.match(text)
    head: Place | None = None
    if opened:
        words = opened["words"]
        bare = SIDE.match(words)
        start = bare.end() if bare else 0
        if person_at(words.split(), 0) or len(words.split()) > LONGEST:
            return None  # "Anna Ek: Region Skåne": a turn
        if looks_organisational(words[start:]) and could_name(words[start:]) and not is_umbrella(words):
            head = (start, opened.end("words"))
        text = " " * opened.end() + text[opened.end() :]
    pieces = []
    for place in bounds(text):
        piece = piece_of(text, *place)
        if piece.other:
            return None
        pieces.append(piece)
    if not pieces:
        return None
    if head:
        pieces.insert(0, Piece("", [], head))
    return tuple(_Grouping(form, begin, pieces, head, opened is None and begin == 0).entries())


def _columned(form: ReadingForm, begin: int, stop: int) -> str:
    """The text with a bar where a wide gap parts two columns, nothing moved."""
    letters = list(form.text[begin:stop])
    for index in range(1, len(letters) - 1):
        if letters[index] == " ":
            gap = form.offsets[begin + index + 1] - form.offsets[begin + index - 1] - 1
            letters[index] = "|" if gap >= WIDE else " "
    return "".join(letters)


@dataclass(slots=True)
class _Grouping:
    """Puts persons together with the organisation after them, or with the one that the line opens with."""

    form: ReadingForm
    offset: int
    pieces: list[Piece]
    head: Place | None
    whole: bool  # whether the line is theirs alone, under no label
    found: list[Entry] = field(default_factory=list)
    waiting: list[Piece] = field(default_factory=list)
    leader: Place | None = None
    pending: Place | None = None  # an organisation named before anybody

    def entries(self) -> list[Entry]:
        """The entries in order."""
        first = self.pieces[0].organisation if not self.pieces[0].persons else None
        self.leader = self.head or (first if self._leads() else None)
        for index, piece in enumerate(self.pieces[1:] if self.leader else self.pieces, bool(self.leader)):
            if piece.joint == ";" or (piece.joint == "|" and piece.persons and (self.waiting or self.found)):
                self._close(self.leader)
                self.leader = self.head
            self._settle(piece, index)
            if piece.persons:
                self._person(piece)
            elif piece.organisation is None:
                self._remark(piece)
            else:
                self._organisation(piece, index)
        self._close(self.leader)
        self._alone()
        return self.found

    @property
    def crowd(self) -> bool:
        """Whether commas alone part several persons."""
        people = sum(bool(piece.persons) for piece in self.pieces)
        return people > 1 and not any(piece.joint in (";", "|") for piece in self.pieces)

    def _leads(self) -> bool:
        """ "Org, A", "Org – A och B": the one organisation opens the line."""
        only = not any(piece.organisation for piece in self.pieces[1:])
        beside = len(self.pieces) > 1 and (not self.crowd or self.pieces[1].joint in DASHES)
        return not self.pieces[0].persons and self.pieces[0].sure and only and beside

    def _settle(self, piece: Piece, index: int) -> None:
        """Takes a name that no list knows for a person where it stands as one among others."""
        if piece.organisation is None or piece.persons or piece.sure or piece.role:
            return
        words = self._words(piece.organisation)
        after = self.pieces[index + 1] if index + 1 < len(self.pieces) else None
        leads = False
        if after and not self.waiting and after.joint in (",", "|") and not after.persons:
            leads = bool(after.organisation or after.role)
        known = might_be_person(words) and (is_given_name(words.split()[0]) or is_surname(words.split()[-1]))
        if (self.crowd and self.waiting and known) or (leads and might_be_person(words)):
            piece.persons, piece.organisation = [piece.organisation], None

    def _person(self, piece: Piece) -> None:
        if self.pending and piece.joint in DASHES:
            self.leader, self.pending = self.pending, None
        self._alone()
        if piece.organisation:
            shared = piece.at and piece.joint in ANDS and len(self.waiting) == 1
            self._close(piece.organisation if shared else self.leader)
        elif self.waiting and self.waiting[-1].organisation:
            self._close(self.leader)
        self.waiting.append(piece)

    def _remark(self, piece: Piece) -> None:
        if self.waiting:
            last = self.waiting[-1]
            last.role = last.role or piece.role
            last.instead_of = last.instead_of or piece.instead_of
            last.remark = f"{last.remark} {piece.remark}".strip()
        elif self.found and self.found[-1].persons:  # "A, Org, näringslivschef"
            last_found = self.found[-1]
            self.found[-1] = replace(
                last_found,
                role=last_found.role or piece.role,
                instead_of=last_found.instead_of or piece.instead_of,
                remark=f"{last_found.remark} {piece.remark}".strip(),
            )

    def _organisation(self, piece: Piece, index: int) -> None:
        last = self.waiting[-1] if self.waiting else None
        if last and piece.letters and self._words(piece.letters) == initials(self._words(last.persons[0])):
            last.short = last.short or piece.letters  # "Anna Brink, Mora kommun (AB)"
        if last and last.organisation is None:
            below = self.pieces[index + 1] if index + 1 < len(self.pieces) else None
            if not piece.sure and below and below.organisation and below.sure and not below.persons:
                last.role = last.role or piece.role  # "chef Teater och dans, Region Skåne"
            elif not self.leader:
                shared = last.role is None and (self.whole or len(self.waiting) <= SHARERS)
                if not shared:
                    apart = self.waiting.pop()
                    self._close(None)
                    self.waiting.append(apart)
                self._close(piece.organisation, piece.role)
        elif last and not self.crowd and not self.leader:
            self.found.append(self._entry(last, piece.organisation, last.role))
        elif self._above(piece):
            self.found.append(replace(self.found[-1], organisation=self._party(piece.organisation)))
        else:
            self._close(self.leader)
            self._alone()
            self.pending = piece.organisation

    def _above(self, piece: Piece) -> bool:
        """Whether an organisation stands behind the unit of the one person: "A, Enheten för vatten, Mora kommun"."""
        if self.crowd or self.leader or not self.found or not piece.sure or piece.joint != ",":
            return False
        return bool(self.found[-1].persons and self.found[-1].organisation)

    def _close(self, organisation: Place | None, role: str | None = None) -> None:
        for one in self.waiting:
            self.found.append(self._entry(one, one.organisation or organisation, one.role or role))
        self.waiting.clear()

    def _alone(self) -> None:
        """Enters an organisation that has sent nobody by name."""
        if self.pending:
            self.found.append(Entry((), self._party(self.pending)))
        self.pending = None

    def _words(self, place: Place) -> str:
        return self.form.text[self.offset + place[0] : self.offset + place[1]]

    def _entry(self, piece: Piece, organisation: Place | None, role: str | None) -> Entry:
        persons = []
        for place in piece.persons:
            span = self.form.span(self.offset + place[0], self.offset + place[1])
            name = self._words(place)
            persons.append(Party(span, name, Kind.PERSON, name))
        short = piece.short if len(persons) == 1 else None
        called = self.form.span(self.offset + short[0], self.offset + short[1]) if short else None
        return Entry(
            tuple(persons),
            self._party(organisation),
            role,
            piece.instead_of,
            piece.remark,
            Party(called, self._words(short), Kind.PERSON, persons[0].name) if short and called else None,
        )

    def _party(self, place: Place | None) -> Party | None:
        return party(self.form, self.offset + place[0], self.offset + place[1]) if place else None


def given(read: tuple[Entry, ...]) -> bool:
    """Whether some of those named have an organisation, and no organisation is left over beside others."""
    if not any(one.persons and one.organisation for one in read):
        return False
    return all(one.persons for one in read) or all(one.organisation for one in read)
