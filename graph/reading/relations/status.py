"""Status: how the words of a sentence, or of one clause of it, hold what they say."""

import re

from graph.model.terms import Status
from graph.reading.relations.cues import (
    CONDITION,
    ONCE_PLANNED,
    TOLD,
    UNCLEAR,
    asked,
    negated,
    own_status,
    past,
)
from graph.reading.relations.scope import LEADING, PURPOSE, SUPPOSED, asides, main_start, parts, verb_first

__all__ = ["LEADING", "clause_status", "negated", "sentence_status"]

ATTRIBUTION = re.compile(
    r",\s(?:säger|sade|sa|berättar|berättade|konstaterar|konstaterade|hälsar|tillägger)\b.*$", re.IGNORECASE
)
NEXT = re.compile(r"\bnästa (?:möte|träff|tillfälle|dialog|råd|forum)\b|\bvi ses\b", re.IGNORECASE)
OFFER_IF = re.compile(
    r"^(?:om (?:någon|ni|du|man|det) (?:\w+ )?"
    r"(?:behöver|vill|önskar|saknar|söker|är intresserad\w*|behövs|önskas)\b|"
    r"(?:behöver|vill|önskar|saknar) (?:ni|du|någon|man)\b)",
    re.IGNORECASE,
)
AND_THAT = re.compile(r"(?:och |men |samt )?att\b", re.IGNORECASE)
BY_THEN = re.compile(
    r"^(?:innan\s\S+(?:\s\S+){0,2}?\s(?:är|har|tar)\b.*?\shar\b|"
    r"(?:inom|om)\s\S+(?:\s\S+)?\s(?:år|månader|veckor|dagar)\shar\b|"
    r"till (?:våren|sommaren|hösten|vintern|jul|påsk|nyår|årsskiftet|nästa \w+)\shar\b)",
    re.IGNORECASE,
)
"""What will have been done ("Innan året är slut har vi …")."""
_SUBORDINATED = re.compile(
    r"^(?:medan|eftersom|fastän|fast|trots att|även om|då|när|vilket|varav|som|sedan)\b", re.IGNORECASE
)
_OPEN_YET = re.compile(
    r"(?:ingenting|inget) är (?:\w+ )?(?:beslutat|bestämt|klart)|(?:ingenting|inget) (?:\w+ )?(?:beslut|bestämt)",
    re.IGNORECASE,
)
MATRIX = (Status.UNCLEAR, Status.PROPOSED, Status.CONSIDERED, Status.ESTIMATED)
"""What colours the "att" of a later verb too: "vi hoppas kunna meddela att …"."""
UNDONE = (Status.PLANNED, Status.CONSIDERED, Status.PROPOSED)


def sentence_status(text: str) -> Status:
    """The status of a whole sentence: what its main clause says, else the first clause that is not plain.

    A question is asked whatever it says. What stands in a clause of purpose ("för att se om …") or of
    time before the main clause ("Efter att de beslutat att inte köra har vi …") does not colour it.
    """
    if asked(text):
        return Status.ASKED
    kernel = PURPOSE.sub("", text)
    start = main_start(kernel)
    clauses = [kernel[start:][low:high] for low, high in parts(kernel[start:])]
    said = [_of_clause(clause, index > 0) for index, clause in enumerate(clauses)]
    once = said and Status.NEGATED in said and ONCE_PLANNED.stand_in(clauses[0].lower())
    if once or (said and said[0] is Status.NEGATED):
        return Status.NEGATED  # "skulle ha startat men ställdes in"
    coloured = (status for status in said if status not in (Status.ASSERTED, Status.NEGATED))
    found = next(coloured, Status.ASSERTED)
    if found is Status.ESTIMATED and Status.UNCLEAR in said:
        return Status.UNCLEAR  # "vi tror …, men vet inte"
    if found in UNDONE:
        found = _what_came(clauses, said) or found
    if BY_THEN.match(text):
        return Status.PLANNED
    if found is Status.ASSERTED and (start or OFFER_IF.match(text)):
        found = _supposed(text, kernel[start:])
    if found is Status.ASSERTED and len(text) < 60 and NEXT.search(text):
        return Status.PLANNED
    return found


def clause_status(text: str, offset: int) -> Status:
    """The status of what stands at an offset: of its own clause, or of the question that holds it.

    "Oklart om …" and a proposal before the clause reach into it; a condition makes a plain tie planned.
    """
    begin = main_start(text)
    if offset < begin:
        return Status.PLANNED if SUPPOSED.match(text) or verb_first(text) else own_status(text[:begin])
    found = parts(text[begin:])
    index = next((i for i, (low, high) in enumerate(found) if low <= offset - begin < high), 0)
    start, end = (begin + border for border in found[index]) if found else (0, len(text))
    if _asked(text, start, end, index == len(found) - 1):
        return Status.ASKED
    inner = start + main_start(text[start:end])
    start = inner if inner <= offset else start
    purpose = PURPOSE.pattern.search(text, start, end)
    own = _at(text[start : purpose.start() if purpose and purpose.start() > offset else end], offset - start)
    if own is Status.ASSERTED and index and AND_THAT.match(text, start):
        matrix = own_status(text[begin + found[index - 1][0] : start])
        own = matrix if matrix in MATRIX else own
    if index + 1 < len(found) and ONCE_PLANNED.stand_in(text[start:end].lower()):
        came = _of_clause(text[begin:][slice(*found[index + 1])], later=True)
        return Status.NEGATED if came is Status.NEGATED else own
    if own is not Status.ASSERTED:
        return own
    if UNCLEAR.stand_in(text[:start].lower()) and re.match(r"(?:om|huruvida|vem|när|hur)\b", text[start:end]):
        return Status.UNCLEAR
    if _OPEN_YET.search(text, end):
        return Status.CONSIDERED
    if CONDITION.stand_in(text[start:].lower()) and not past(text[start:end]):
        return Status.PLANNED
    return _supposed(text, text[start:end]) if begin and begin == start else own


def _of_clause(clause: str, later: bool) -> Status:
    """The status of a main clause; one that only trails the first colours nothing."""
    if later and _SUBORDINATED.match(clause):
        return Status.ASSERTED
    return _at(clause[main_start(clause) :], 0)


def _at(clause: str, at: int) -> Status:
    """The status at a place of a clause: of the subordinate clause there, else of all but those.

    What is told with "säger att" has its own status, unless the telling is itself proposed or unsure.
    """
    kernel = clause
    for start, end in asides(clause):
        if 0 < start <= at < end:
            return own_status(clause[start:end], subordinate=True)
        if start > 0:
            kernel = kernel[:start] + " " * (end - start) + kernel[end:]
    kernel = ATTRIBUTION.sub("", kernel) if ATTRIBUTION.search(kernel, at) else kernel
    for told in reversed(list(TOLD.finditer(kernel))):
        if at == 0 or at >= told.end():
            matrix = own_status(kernel[: told.end()])
            return matrix if matrix in MATRIX else own_status(kernel[told.end() :], subordinate=True)
        kernel = kernel[: told.start()]
    return own_status(kernel, subordinate=AND_THAT.match(kernel) is not None)


def _supposed(text: str, main: str) -> Status:
    """What a plain main clause is after a condition: an offer after a need, a plan where it is yet to come."""
    if OFFER_IF.match(text):
        return Status.OFFERED
    supposed = SUPPOSED.match(text) or verb_first(text)
    return Status.PLANNED if supposed and not past(main) else Status.ASSERTED


def _what_came(clauses: list[str], said: list[Status]) -> Status | None:
    """What became of what once was planned, weighed or proposed, if a later clause tells it: "… men köpte"."""
    first = next(index for index, status in enumerate(said) if status in UNDONE)
    done = past(clauses[first]) and any(
        status is Status.ASSERTED and (past(clause) or re.match(r"(?:och |men )?nu\b", clause.lower()))
        for clause, status in list(zip(clauses, said, strict=True))[first + 1 :]
    )
    return Status.ASSERTED if done else None


def _asked(text: str, start: int, end: int, last: bool) -> bool:
    """Whether the question of a sentence holds one of its clauses: one in another clause leaves it alone."""
    if not asked(text):
        return False
    apart = re.search(r"[,;:]\s(?:men|så|och)\s|[;:]\s", text[end - 1 :])
    return last or asked(text[start:end]) or apart is None
