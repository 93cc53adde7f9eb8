"""What is asked in a way that cannot be done."""

from graph.errors.failure import SamverkanError


class BadSettings(SamverkanError):
    """A `samverkan.toml` that is no TOML or sets what is no setting. Facts: `file`, `problem`."""

    exit_code = 2


class BadRetention(SamverkanError):
    """A rule of retention that cannot be meant. Facts: `file`, `problem`."""

    exit_code = 2


class NoRetention(SamverkanError):
    """No rule says how long minutes are kept. Facts: `file`."""

    exit_code = 2


class UnknownCommand(SamverkanError):
    """A command that there is not. Facts: `command`, `nearest` (what there is)."""

    exit_code = 2


class UnknownOption(SamverkanError):
    """An option that the command does not take. Facts: `option`, `command`."""

    exit_code = 2


class MissingArgument(SamverkanError):
    """A command without what it needs. Facts: `argument`, `command`."""

    exit_code = 2


class BadValue(SamverkanError):
    """A value that its option or argument does not take. Facts: `parameter`, `problem`, `command`."""

    exit_code = 2


class BadUsage(SamverkanError):
    """Arguments that do not fit the command in another way. Facts: `problem`, `command`."""

    exit_code = 2


class SameStem(SamverkanError):
    """Two files that one result would stand for. Facts: `first`, `second`, `result`."""

    exit_code = 2


class NoSuchLine(SamverkanError):
    """A line asked for that the document's text does not have. Facts: `file`, `line`, `last`."""

    exit_code = 2


class LineOfFolder(SamverkanError):
    """A line asked for of a folder. Facts: `file`, `line`."""

    exit_code = 2


class UnknownTableFormat(SamverkanError):
    """An answer asked for as a kind of file that tables are not written as. Facts: `file`."""

    exit_code = 2
