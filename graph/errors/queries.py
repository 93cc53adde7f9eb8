"""Questions that cannot be answered, and files that cannot be written."""

from graph.errors.failure import SamverkanError


class QueryTooLong(SamverkanError):
    """A query of more text than is looked at. Facts: `bytes`, `limit`."""

    exit_code = 2


class QueryRefused(SamverkanError):
    """A query that would reach out of the library or change it. Facts: `word`, `line`."""

    exit_code = 2


class BadQuery(SamverkanError):
    """A query that is no SPARQL. Facts: `problem`, `line`."""

    exit_code = 2


class UnfitFormat(SamverkanError):
    """A table asked for as a graph, or the other way round. Facts: `format`, `fitting`."""

    exit_code = 2


class QueryOverran(SamverkanError):
    """A query that was not answered within its time. Facts: `seconds`."""


class QueryTooHeavy(SamverkanError):
    """A query that ended the process which asked it. Facts: `megabytes` (that it was given)."""


class QueryResultTooLarge(SamverkanError):
    """A query that finds more than is handed over. Facts: `megabytes`."""


class UnknownGraphFormat(SamverkanError):
    """Knowledge asked for as a kind of file that graphs are not written as. Facts: `file`."""

    exit_code = 2


class NoSuchQuestion(SamverkanError):
    """A sentence that fits no saved question. Facts: `question`, `nearest` (names)."""

    exit_code = 2


class UnknownParameter(SamverkanError):
    """A parameter that a saved question does not take. Facts: `name`, `question`, `known`."""

    exit_code = 2


class MissingParameter(SamverkanError):
    """A saved question without what it asks about. Facts: `question`, `parameter`."""

    exit_code = 2


class BadParameter(SamverkanError):
    """A value that a parameter does not take. Facts: `parameter`, `value`, `known`."""

    exit_code = 2


class UnknownPicture(SamverkanError):
    """A file name whose ending is no format of the network. Facts: `file`, `known`."""

    exit_code = 2
