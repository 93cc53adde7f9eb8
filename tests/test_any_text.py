"""No text stops the reader: minutes of every layout, cut, marked, quoted and mixed by chance."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model.reading import Reading
from graph.model.text import Span
from graph.reading.pipeline import read_bytes

FOLDERS = [Path(__file__).parent / name for name in ("gold/constructed", "gold/seed", "minutes")]
LINES = [
    line
    for folder in FOLDERS
    for file in sorted(folder.glob("*.txt"))
    for line in file.read_text(encoding="utf-8").split("\n")
]
MARKS = (
    "> ",
    ">",
    ">> ",
    "- ",
    "▪ ",
    "o ",
    "* ",
    "1. ",
    "§ 3 ",
    "a) ",
    "# ",
    "**",
    "| ",
    "\t",
    "    ",
    "– ",
    "\f",
)
ALONE = (
    "",
    " ",
    ">",
    "> ",
    "-",
    "▪",
    "o",
    "§",
    "§ 4",
    "1.",
    "a)",
    "#",
    "|",
    "||",
    "---",
    ":",
    "**",
    "_",
    "Sida 1 (2)",
)
ENDS = ("", ":", " :", ",", " |", " | | |", "-", "\xad", "**", '"', "”", "…")


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Runs of lines from any minutes, some with a mark, an end or a neighbour that they never had."""
    made = ["Mötet öppnades i Falun."]
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(LINES) - 1))
        for line in LINES[start : start + draw(st.integers(1, 12))]:
            change = draw(st.integers(0, 9))
            if change == 0:
                made.append(draw(st.sampled_from(ALONE)))
            elif change == 1:
                line = draw(st.sampled_from(MARKS)) + line.strip()
            elif change == 2:
                line = line.rstrip() + draw(st.sampled_from(ENDS))
            elif change == 3:
                line = line[: draw(st.integers(0, len(line)))]
            elif change == 4:
                line = line.upper()
            made.append(line)
    return draw(st.sampled_from(("\n", "\r\n", "\n\n"))).join(made)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(texts())
def test_any_mixture_of_minutes_is_read_and_its_evidence_lies_in_the_text(text: str) -> None:
    _hold(read_bytes("any.txt", text.encode()))


@pytest.mark.parametrize("alone", ALONE)
def test_a_mark_that_stands_alone_on_its_line_is_no_statement(alone: str) -> None:
    text = f"ANNA BERG, REGION HALLAND\n{alone}\nVi bygger i Varberg.\n{alone}\n\nOLA LIND, ALMI\n{alone}\n"
    read = read_bytes("mark.txt", (text * 2).encode())
    _hold(read)
    assert all(any(character.isalnum() for character in said.text) for said in read.statements)


def _hold(read: Reading) -> None:
    whole = Span(0, len(read.document.text)) if read.document.text else None
    spans = [quote.span for quote in read.quotes] + [mention.span for mention in read.mentions]
    assert all(whole is not None and whole.holds(span) for span in spans)
    assert {mention.actor for mention in read.mentions} <= {actor.key for actor in read.actors}
