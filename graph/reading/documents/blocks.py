"""Blocks: what DOCX and HTML are made of, and how they become one text with hints.

A paragraph or heading stands apart by an empty line; items of a list and rows of a table follow each
other line by line.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.model.text import LineHint, Role

BLANKS = re.compile(r"(?<![ \t\u00a0])[ \t\u00a0]+$", re.MULTILINE)
CELL = " | "


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or table row. `level` and `indent` are as in `LineHint`.

    `lead` letters at the beginning of the text are bold where the rest is not. `group` tells one list or table from the next; blocks of one group stand without a line between.
    """

    text: str
    role: Role | None = None
    level: int | None = None
    indent: float | None = None
    bold: bool = False
    group: int | None = None
    lead: int = 0


def leading(runs: Sequence[tuple[bool, int]]) -> int:
    """Letters that are bold at the beginning of runs, each bold or not up to an offset; 0 where all are."""
    if all(bold for bold, _ in runs):
        return 0
    end = 0
    for bold, stop in runs:
        if not bold:
            break
        end = stop
    return end


def row(cells: Iterable[str], group: int) -> Block:
    """A table row as one line: cells joined by a bar, white space inside them made one blank."""
    words = CELL.join(re.sub(r"\s+", " ", cell).strip() for cell in cells)
    return Block(words if words.strip(" |") else "", role="row", group=group)


def assembled(blocks: Iterable[Block]) -> tuple[str, tuple[LineHint, ...]]:
    """The text of all blocks that print something, and a hint for the first line of each."""
    parts: list[str] = []
    hints: list[LineHint] = []
    length = 0
    before: Block | None = None
    for block in blocks:
        text = BLANKS.sub("", block.text).strip("\n")
        if not text.strip():
            continue
        if before:
            apart = "\n" if before.group is not None and before.group == block.group else "\n\n"
            parts.append(apart)
            length += len(apart)
        start = length + len(text) - len(text.lstrip())
        lead = max(0, block.lead - (len(block.text) - len(block.text.lstrip())))
        hints.append(LineHint(start, block.level, block.indent, block.role, block.bold, lead))
        if block.indent is not None:  # its further lines stand where it stands
            hints.extend(
                LineHint(length + end.end(), indent=block.indent) for end in re.finditer(r"\n(?=.)", text)
            )
        parts.append(text)
        length += len(text)
        before = replace(block, text="")
    return "".join(parts) + ("\n" if parts else ""), tuple(hints)
