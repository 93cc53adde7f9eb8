"""What people decide: values that survive every re-reading, since they point at words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class DecisionKind(StrEnum):
    """What a person decided."""

    SAME = "same"  # two actors are one
    APART = "apart"  # two actors are not one, or some mentions are somebody else
    UNSURE = "unsure"  # looked at, and left open
    RENAME = "rename"  # an actor's name
    CORRECT = "correct"  # something that was read is otherwise
    REJECT = "reject"  # something that was read is not there
    ADD = "add"  # something that was not read


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a document, found again by what stands around them: never by an offset.

    `sha256` and `path` say which document it was; a later version of the file at the same path counts as the same.
    `quote` is the reading form of the sentence, `words` the ones that are meant in it, `before` and `after` what
    stands around the sentence (reading form, at most 40 characters), `nth` which of the equal words in the sentence.
    """

    sha256: str
    path: str | None
    quote: str
    words: str
    before: str = ""
    after: str = ""
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the log. `body` is plain JSON; `at` an ISO moment, as `withdrawn`, by whom and when it was undone."""

    id: str
    kind: DecisionKind
    body: dict[str, Any]
    who: str
    at: str
    why: str | None = None
    withdrawn: str | None = None
