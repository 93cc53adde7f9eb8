"""Who came from where, as a sentence tells it: "Från X deltog A och B", "Y representerades av C"."""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from graph.model.outline import Outline, Party
from graph.model.reading import Mention
from graph.model.terms import Kind
from graph.model.text import Document, Span

FROM = re.compile(r"(?:^|[\s,;(])(?:från|för|fra|for|from)\s$", re.IGNORECASE)
CAME = re.compile(
    r"(?::?s\sräkning)?\s(?:[\wåäö-]+\s){0,2}?(?:kom|deltog|deltar|medverka(?:de|r)|närvara(?:de|r)|var|fanns|satt|anslöt|ansluter|talade|talar"
    r"|hade|mötte|deltok|møtte|kommer|ställde|dök|sågs|presentera(?:de|r)|höll|inledde|inleder)\s(?:[a-zåäö:-]+\s){0,4}"
)
TITLED = re.compile(r"\s(?:[a-zåäö:-]+\s){0,4}")
"""Small words between an organisation and its person: "näringslivschef", "dess ordförande"."""
BY = re.compile(
    r",?\s(?:[a-zåäö]+\s){0,2}?(?:represent(?:era(?:de|t)?s|erades)|företrä(?:ddes|ds|des)|företräds|ble representert|was represented)"
    r"\s(?:[a-zåäö]+\s)?(?:av|by)\s(?:[a-zåäö:-]+\s){0,4}"
)
BY_TOO = re.compile(r"\s(?:av|by)\s(?:[a-zåäö:-]+\s){0,4}")
BY_BEFORE = re.compile(
    r"\b(?:representer(?:as|ades)|företrä(?:ds|ddes|des))\s(?:[a-zåäö]+\s)?$", re.IGNORECASE
)
"""A passive before the organisation: "representerades X av A"."""
SENT = re.compile(
    r"\s(?:hade\s|har\s)?(?:skickat|skickade|skickar|utsett|sänt|sände)\s(?:[a-zåäö:-]+\s){0,3}"
)
STANDS_FOR = re.compile(
    r"(?:\s\([^()]{1,12}\))?\s(?:som\s)?(?:represent(?:erar|erade)|företrä(?:der|dde)"
    r"|(?:deltog|deltar|närvara(?:de|r)|medverka(?:de|r)|talade|talar|satt med)\s(?:[a-zåäö]+\s){0,2}?(?:för|från|på uppdrag av))"
    r"\s(?:även\s|också\s)?"
)
ELECTED = re.compile(
    r"\s[^.;:]{0,60}\b(?:in|om|ny)?val(?:d|ts)\s(?:till\s(?:[a-zåäö]+\s){1,3})?(?:i|för)\s", re.IGNORECASE
)
CHOSEN = re.compile(
    r"\b(?:(?:om|ny)?val(?:de|t|d)(?:es|s)?|uts(?:ågs|edd|es)|föreslogs|gäst(?:en)? var)\s(?:[a-zåäö]+\s){0,3}$"
)
"""What stands before somebody who is elected, whose own organisation follows: "omvaldes A, X AB."."""
BOARD = re.compile(r"(?:s|:s)?\s(?:styrelse|presidium)")
SPOKE_FOR = re.compile(
    r"(?:(?:Hon|Han|Hen)\s)?(?:[Tt]alade\sför|[Tt]alar\sför|[Dd]eltog\s(?:för|från)|[Dd]eltar\s(?:för|från)|[Rr]epresentera(?:de|r)"
    r"|[Ff]öreträd(?:er|de))\s"
)
MANY = {"en": 1, "ett": 1, "två": 2, "båda": 2, "tre": 3, "fyra": 4, "fem": 5}
COUNTED = re.compile(
    r"\b(?P<many>två|tre|fyra|fem|några|båda|våra|en|ett)\s(?:[a-zåäö-]+\s){1,3}(?:från|för)\s$",
    re.IGNORECASE,
)
"""Who came, before where from and their names: "två killar från X, A och B"."""
JOINED = re.compile(r"(?:\s\([^()]{1,12}\))?(?:,\s|,?\s(?:och|samt|og|and)\s)(?:[a-zåäö:-]+\s){0,2}")
APPOSED = re.compile(r",\s")
HELD = re.compile(r"\s(?:i|på|för|vid|hos|av)\s$")
OPENS = re.compile(r"[\W\d]*(?:[\w:-]+\s){0,3}")
"""What may stand before a subject: a title, "Därefter"."""
GOES_ON = re.compile(r",\s[a-zåäö]+\s")

Role = str | None
Given = tuple[Mention, Mention, Role]  # person, organisation, role


def delegations(
    document: Document, ordered: list[Mention], kinds: dict[str, Kind], is_role: Callable[[str], bool]
) -> tuple[list[Given], set[Span]]:
    """Persons with the organisation that a sentence says they come from, and the spans of those organisations.

    `ordered` are the persons and organisations of the document in reading order.
    """
    found: list[Given] = []
    for sentence in sentences(ordered):
        found.extend(_Sentence(document, sentence, kinds, is_role).given())
    return found, {organisation.span for _, organisation, _ in found}


def sentences(ordered: list[Mention]) -> Iterator[list[Mention]]:
    """The names of each sentence, none overlapping the one before it."""
    run: list[Mention] = []
    for mention in ordered:
        if run and run[0].quote != mention.quote:
            yield run
            run = []
        if not run or mention.span.start >= run[-1].span.end:
            run.append(mention)
    if run:
        yield run


class _Sentence:
    """The names of one sentence with the words between them."""

    def __init__(
        self, document: Document, names: list[Mention], kinds: dict[str, Kind], is_role: Callable[[str], bool]
    ) -> None:
        self.names = names
        self.person = [kinds[name.actor] is Kind.PERSON for name in names]
        self.is_role = is_role
        quote = names[0].quote
        edges = [quote.start, *(name.span.end for name in names)]
        starts = [*(name.span.start for name in names), quote.end]
        self.before = [
            plain(document, begin, end) for begin, end in zip(edges, starts, strict=True)
        ]  # before[i] stands before names[i]; the last one ends the sentence

    def given(self) -> list[Given]:
        """Every pair that the sentence states."""
        found: list[Given] = []
        led = by = False  # whether an earlier clause put the organisation first
        for index in range(len(self.names)):
            if self.person[index]:
                found.extend(self._subject(index))
                continue
            after = self.before[index + 1]
            if not self._person(index + 1):
                continue
            from_here = FROM.search(self.before[index]) is not None
            came = CAME.fullmatch(after) is not None or (led and TITLED.fullmatch(after) is not None)
            passive = BY_BEFORE.search(self.before[index]) and BY_TOO.fullmatch(after)
            told = passive or BY.fullmatch(after) or SENT.fullmatch(after) or (by and BY_TOO.fullmatch(after))
            if from_here and came:
                led = True
            elif told:
                by = True
            counted = COUNTED.search(self.before[index]) if after in (", ", ": ") else None
            if not (from_here and came) and not told and not counted and not self._headed(index):
                continue
            many = MANY.get(counted["many"].casefold()) if counted else None
            who = islice(self._all(index + 1), many)
            found.extend((self.names[one], self.names[index], self._role(one)) for one in who)
        return found

    def _person(self, index: int) -> bool:
        return index < len(self.names) and self.person[index]

    def _all(self, index: int) -> Iterator[int]:
        """The person at an index and those joined to them: "A, B och C"."""
        yield index
        while self._person(index + 1) and JOINED.fullmatch(self.before[index + 1]):
            index += 1
            yield index

    def _role(self, index: int) -> Role:
        words = self.before[index].split()
        return words[-1] if words and self.is_role(words[-1]) else None

    def _headed(self, index: int) -> bool:
        """ "ordföranden i X, A, hälsade": the role before the organisation, the name behind a comma."""
        held = HELD.search(self.before[index])
        words = self.before[index][: held.start()].split() if held else []
        after = self.before[index + 2]
        closed = after.startswith((",", ".")) or not after.strip()
        return bool(words) and self.is_role(words[-1]) and self.before[index + 1] == ", " and closed

    def _subject(self, index: int) -> list[Given]:
        """What a sentence says of a person: whom they stand for, where they were elected."""
        if index + 1 >= len(self.names) or self.person[index + 1]:
            return []
        organisation, between = self.names[index + 1], self.before[index + 1]
        after = self.before[index + 2]
        if STANDS_FOR.fullmatch(between):
            first = index
            while first and self.person[first - 1] and JOINED.fullmatch(self.before[first]):
                first -= 1
            return [(self.names[who], organisation, None) for who in range(first, index + 1)]
        if ELECTED.fullmatch(between) and (BOARD.match(after) or " till " in between):
            return [(self.names[index], organisation, None)]
        opens = index == 0 and OPENS.fullmatch(self.before[0])
        if opens and between == ", " and GOES_ON.match(after) and not after.startswith((", och ", ", samt ")):
            return [(self.names[index], organisation, self._role(index))]
        ends = after.startswith((".", " (", ";")) or not after.strip()
        if between == ", " and ends and CHOSEN.search(self.before[index]) and index + 2 >= len(self.names):
            return [(self.names[index], organisation, None)]
        if re.fullmatch(r"\s(?:från|på|vid|fra|from)\s", between) and index and self.person[index - 1]:
            pair = re.fullmatch(r"\s(?:och|og|and)\s", self.before[index]) is not None
            alone = index < 2 or not self.person[index - 2] or not JOINED.fullmatch(self.before[index - 1])
            if pair and alone and self._closed(index + 1):
                return [(self.names[who], organisation, None) for who in (index - 1, index)]
        return []

    def _closed(self, index: int) -> bool:
        """Whether no person follows the organisation straight: then it would be theirs."""
        return not (self._person(index + 1) and TITLED.fullmatch(self.before[index + 1]))


def plain(document: Document, begin: int, end: int) -> str:
    """The words between two names, white space collapsed, a blank kept at either edge."""
    raw = document.text[begin:end]
    form = document.reading_form(Span(begin, end)).text if end > begin and raw.strip() else ""
    before = " " if raw[:1].isspace() else ""
    after = " " if raw[-1:].isspace() and form else ""
    return f"{before}{form.strip()}{after}"


def spoken_for(
    document: Document,
    outline: Outline,
    ordered: list[Mention],
    kinds: dict[str, Kind],
    key_of: Callable[[Party], str],
) -> Iterator[tuple[str, str, Span]]:
    """Persons of whom their own turn says at once whom they stand for: "Talade för Lantmännen"."""
    for turn in outline.turns:
        if len(turn.speakers) != 1 or turn.speakers[0].kind is not Kind.PERSON or not turn.quotes:
            continue
        first = turn.quotes[0].span
        named = next((m for m in ordered if first.holds(m.span)), None)
        if named and kinds[named.actor] is Kind.ORGANISATION:
            if SPOKE_FOR.fullmatch(plain(document, first.start, named.span.start)):
                yield key_of(turn.speakers[0]), named.actor, first
