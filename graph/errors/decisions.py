"""Decisions that cannot be made."""

from graph.errors.failure import SamverkanError


class NoSuchActor(SamverkanError):
    """A name that nobody bears. Facts: `name`."""


class SeveralActors(SamverkanError):
    """A name that several bear. Facts: `name`, `names`."""


class CannotBeOne(SamverkanError):
    """Two that cannot be one. Facts: `one`, `other`, `problem`."""


class NoSuchDecision(SamverkanError):
    """A name that fits no decision that stands, or several. Facts: `name`."""


class BadDecision(SamverkanError):
    """A line of a file that is no decision as it was exported. Facts: `file`, `line`."""


class NoSuchCandidate(SamverkanError):
    """An id that no open pair has. Facts: `name`."""
