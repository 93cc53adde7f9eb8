"""What others than the reader say of a document, and how far it differs from what was read.

An opinion is no part of a reading: it points at the text by the words of a quote, at actors by their
names as written, and waits for a person where it differs.
"""

from dataclasses import dataclass
from enum import StrEnum

from graph.model.terms import Kind, Predicate, Status


class Stance(StrEnum):
    """What an opinion says: a tie is there, a tie is not there, or something is named there."""

    HOLDS = "holds"
    DENIES = "denies"
    NAMED = "named"


class Difference(StrEnum):
    """Why an opinion is a candidate: how it differs from what the rules read."""

    TIE_UNSEEN = "tie_unseen"  # the rules have no tie between the two there
    TIE_OTHERWISE = "tie_otherwise"  # they have another tie between the two in that statement
    STATUS_OTHERWISE = "status_otherwise"  # they have the tie, held otherwise: a plan, a fact, refused
    TIE_DENIED = "tie_denied"  # they have a tie that the opinion denies
    NAME_UNSEEN = "name_unseen"  # they have no mention there


class Fault(StrEnum):
    """Why something that was answered is not kept."""

    FORM = "form"  # not in the form that was asked for
    QUOTE = "quote"  # its quote stands in no statement word for word
    NAME = "name"  # an end that the document does not mention, or that fits several


@dataclass(frozen=True, slots=True)
class Opinion:
    """One thing that a model said of a document.

    `source` is the way it was asked ("llm", "spacy"), `version` what the model calls itself. `quote` is
    words of one statement in their reading form. A tie has `predicate` and `other`; what is named has `kind`.
    """

    source: str
    model: str
    version: str
    stance: Stance
    quote: str
    name: str
    other: str | None = None
    predicate: Predicate | None = None
    status: Status | None = None
    kind: Kind | None = None

    def __post_init__(self) -> None:
        tie = self.other is not None and self.predicate is not None
        if tie == (self.stance is Stance.NAMED) or (self.kind is None) == (self.stance is Stance.NAMED):
            raise ValueError(f"no opinion: {self}")
