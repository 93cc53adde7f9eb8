"""How much of a meeting comes back: written in a layout, read by the pipeline, compared with its model."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from layouts_written import BY_LABEL
from models_made import Model, drawn
from prose_written import BY_PROSE
from sheets_made import Expected, Sheet
from sheets_written import LOUD, QUIET, Noise, as_docx, as_html, as_pdf, as_text, mistype, remark

from graph.model.reading import Reading, Statement
from graph.model.terms import Presence
from graph.reading.pipeline import read_bytes

Writer = Callable[[Sheet, Noise], bytes]

WRITERS: dict[str, Writer] = {
    "text": as_text,
    "docx": as_docx,
    "html": as_html,
    "pdf": as_pdf,
    "pdf, two columns": lambda sheet, noise: as_pdf(sheet, noise, 2),
}
IN_FILES = {
    "two glyphs": ("text", "docx", "html", "pdf"),
    "one glyph, set in": ("text", "pdf"),
    "attendance table, prose": ("text", "docx", "html"),
    "table with columns": ("text", "docx", "html"),
    "speaker in bold": ("docx", "html"),
    "headings over prose": ("text", "docx", "pdf, two columns"),
    "transcript": ("text", "docx", "pdf, two columns"),
    "prose by verbs": ("text", "html", "pdf, two columns"),
    "press release": ("text", "html"),
    "§ protocol": ("text", "docx"),
}
SHEETS = {**BY_LABEL, **BY_PROSE}
LAYOUTS: tuple[tuple[str, str], ...] = tuple(
    (name, kind) for name in SHEETS for kind in IN_FILES.get(name, ("text",))
)
"""Every layout in every kind of file that it is written in."""


@dataclass(frozen=True)
class Made:
    """A file, and the sheet that says what it holds."""

    name: str
    content: bytes
    sheet: Sheet


def made(layout: str, kind: str, model: Model, random: Random, noise: Noise = QUIET) -> Made:
    """A meeting written down."""
    sheet = Sheet(model, random)
    SHEETS[layout](sheet)
    if noise.typos:
        mistype(sheet)
    if noise.remarks:
        remark(sheet)
    ending = "txt" if kind == "text" else kind.split(",")[0]
    return Made(f"anteckningar.{ending}", WRITERS[kind](sheet, noise), sheet)


def compared(one: Made) -> Counter[str]:
    """Counts of one file: statements, and of them those with the right speaker, organisation and words;
    represents and attendance, wanted and found; `invented` statements that a person makes and nobody made."""
    reading, sheet = read_bytes(one.name, one.content), one.sheet
    names = {actor.key: {_folded(name) for name in (actor.name, *actor.names)} for actor in reading.actors}
    counts = Counter({"documents": 1, "statements": len(sheet.said)})
    met: set[int] = set()
    for wanted in sheet.said:
        found = _meeting(wanted, reading)
        met |= {statement.position for statement in found}
        right = [one for one in found if _spoken(one, wanted, names)]
        counts["speaker"] += bool(right) and len(right) == len(found)
        counts["words"] += len(found) == 1 and _letters(found[0].text) == _letters(wanted.words)
        told = wanted.organisation
        counts["organisations"] += told is not None
        if told and right and right[0].organisation:
            counts["organisation"] += _folded(told) in names[right[0].organisation]
    counts["invented"] = sum(
        bool(statement.speakers) for statement in reading.statements if statement.position not in met
    )
    pairs = [(names[one.person], names[one.organisation]) for one in reading.memberships]
    counts["represents"] = len(sheet.represents)
    counts["represents found"] = sum(
        any(_folded(who) in person and _folded(whom) in firm for person, firm in pairs)
        for who, whom in sheet.represents
    )
    counts["pairs"] = len(pairs)
    there = [(names[entry.actor], entry.presence) for entry in reading.attendance]
    counts["attendance"] = len(sheet.present) + len(sheet.absent)
    counts["attendance found"] = sum(_attends(who, there, True) for who in sheet.present) + sum(
        _attends(who, there, False) for who in sheet.absent
    )
    return counts


def _attends(who: str, there: list[tuple[set[str], Presence]], present: bool) -> bool:
    here = (Presence.PRESENT, Presence.SUBSTITUTE)
    return any(_folded(who) in names and (presence in here) == present for names, presence in there)


def _meeting(wanted: Expected, reading: Reading) -> list[Statement]:
    """The statements that hold words of the wanted one: a sentence of it, or lie within it."""
    whole = _letters(wanted.words)
    pieces = [
        _letters(piece) for piece in re.split(r"(?<=[.!?])\s(?=[A-ZÅÄÖ0-9])", wanted.words) if len(piece) > 8
    ]
    return [
        statement
        for statement in reading.statements
        if (text := _letters(statement.text))
        and ((len(text) > 6 and text in whole) or any(piece in text for piece in pieces))
    ]


def _spoken(statement: Statement, wanted: Expected, names: dict[str, set[str]]) -> bool:
    return len(statement.speakers) == 1 and _folded(wanted.speaker) in names[statement.speakers[0]]


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _letters(words: str) -> str:
    """Letters and digits alone: hyphens of broken lines, blanks and stops do not count."""
    return re.sub(r"[\W_]", "", words)


COLUMNS = ("speaker", "words", "organisation", "represents", "attendance")


def shares(counts: Counter[str]) -> dict[str, float | None]:
    """The recovered shares; None where the layout has nothing of the kind."""
    of = {
        "speaker": ("speaker", "statements"),
        "words": ("words", "statements"),
        "organisation": ("organisation", "organisations"),
        "represents": ("represents found", "represents"),
        "attendance": ("attendance found", "attendance"),
    }
    return {name: counts[a] / counts[b] if counts[b] else None for name, (a, b) in of.items()}


def recover(layout: str, kind: str, noise: Noise, documents: int, seed: int = 0) -> Counter[str]:
    """The counts of so many meetings, the same for the same seed."""
    total: Counter[str] = Counter()
    for number in range(documents):
        random = Random(f"{seed}/{layout}/{kind}/{number}")  # noqa: S311  # chance, no secret
        total += compared(made(layout, kind, drawn(random), random, noise))
    return total


def tsv(documents: int) -> str:
    """The table of all layouts, without noise and with all of it."""
    lines = ["\t".join(("layout", "file", "noise", "documents", "statements", *COLUMNS, "invented"))]
    for layout, kind in LAYOUTS:
        for noise in (QUIET, LOUD):
            counts = recover(layout, kind, noise, documents)
            cells = ["-" if share is None else f"{share:.3f}" for share in shares(counts).values()]
            numbers = (str(counts["documents"]), str(counts["statements"]))
            noisy = "yes" if noise.any else "no"
            lines.append("\t".join((layout, kind, noisy, *numbers, *cells, str(counts["invented"]))))
    return "\n".join(lines) + "\n"
