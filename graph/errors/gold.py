"""Marked files that are not as they should be."""

from graph.errors.failure import SamverkanError


class NoGold(SamverkanError):
    """A folder without gold to score against. Facts: `folder`."""

    exit_code = 2


class BadGold(SamverkanError):
    """A line of a gold or prediction file that cannot be compared. Facts: `file`, `line`."""


class GoldMoved(SamverkanError):
    """A gold line whose words stand elsewhere than it says. Facts: `file`, `line`, `text`, `start`, `end`."""


class GoldWords(SamverkanError):
    """A gold line whose words the text does not hold. Facts: `file`, `line`, `text`, `there`."""
