"""Characters that every kind of file can hold."""

import re

UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML 1.0 forbids or discourages, and halves of surrogate pairs, which UTF-8 has no bytes for."""


def printable(text: str) -> str:
    """The text with U+FFFD for each character that XML or UTF-8 cannot hold; tabs and newlines stay.

    A carriage return becomes a newline, as any reader of XML would make it.
    """
    return UNWRITABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
