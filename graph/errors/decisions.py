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


class NoSuchWords(SamverkanError):
    """Words that do not stand there. Facts: `words`, `file`, `line`."""


class NothingThere(SamverkanError):
    """Nothing of that kind was read there. Facts: `thing`, `file`, `line`."""


class SeveralThere(SamverkanError):
    """Several of that kind were read there. Facts: `thing`, `file`, `line`, `found`."""


class QuoteNotThere(SamverkanError):
    """A quote that does not stand in the text, or stands there more than once. Facts: `quote`, `file`, `times`."""


class NothingChanges(SamverkanError):
    """A correction that leaves everything as it is. Facts: `file`, `line`."""
