"""What the library's process and a reading process say to each other.

A message is a pickle after its length in eight bytes; both ends are our own.
"""

import pickle
import struct
from dataclasses import dataclass
from typing import BinaryIO, Final

from graph.knowledge.store.entry import Entry

LENGTH: Final = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read: its name without folders, its bytes, whether text in pictures is recognised, and numbers of persons masked."""

    name: str
    content: bytes
    recognise: bool = False
    mask: bool = True


@dataclass(frozen=True, slots=True)
class Wrong:
    """What was wrong with a file: the class of the error by name, and its facts."""

    error: str
    facts: dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Fault:
    """An error that nobody foresaw: what and where, in one line. The process has ended."""

    problem: str


Answer = Entry | Wrong | Fault


def send(pipe: BinaryIO, message: Task | Answer) -> None:
    """Writes one message. Raises OSError where nobody reads."""
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(LENGTH.pack(len(body)) + body)
    pipe.flush()


def received(pipe: BinaryIO) -> Task | Answer | None:
    """The next message; None where the other end has closed."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    body = pipe.read(length)
    if len(body) < length:
        return None
    message: Task | Answer = pickle.loads(body)  # noqa: S301  # only ever from the process at the other end
    return message
