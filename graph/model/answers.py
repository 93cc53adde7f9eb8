"""What a question gives back: rows, and the words they rest on."""

from dataclasses import dataclass, field

Cell = str | int | float | bool | None | list[dict[str, str | None]] | list[str]
Row = dict[str, Cell]
"""One row of an answer, flat but for `candidates`, `speakers` and `evidence` (keys of evidence)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote with its place and its speaker, as `interface.md` gives it in JSON.

    `start`/`end` bound the quote in the document's text, `text` is that slice raw, `quote` and
    `statement` its reading form, `words` the spans that made it match. Lengths are bounded: text 1,500,
    quote 700, statement 1,000, heading 200 characters. `recognised`: in a picture, so letters may be misread.
    """

    document: str
    title: str
    date: str | None
    start: int
    end: int
    skipped: tuple[tuple[int, int], ...]
    line: int
    page: int | None
    text: str
    quote: str
    words: tuple[tuple[int, int], ...]
    statement: str | None
    heading: str | None
    speakers: tuple[str, ...]
    attribution: str | None
    organisation: str | None
    part_of: str | None
    status: str
    file: str = ""
    recognised: bool = False


@dataclass(frozen=True, slots=True)
class Silence:
    """What was searched when nothing was found, and what came nearest (keys of evidence)."""

    documents: int
    statements: int
    closest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows with their evidence, in a total order: the same library gives the same answer."""

    name: str
    parameters: dict[str, Cell]
    rows: tuple[Row, ...]
    evidence: dict[str, Evidence] = field(default_factory=dict)
    more: bool = False
    silent: Silence | None = None
