"""Things in handfuls, so that what belongs to them is fetched together and no more than is needed."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Thing = TypeVar("Thing")
SIZE = 100


def chunks(things: Iterable[Thing], size: int = SIZE) -> Iterator[list[Thing]]:
    """The things in their order, at most so many at a time."""
    left = iter(things)
    while chunk := list(islice(left, size)):
        yield chunk
