"""Libraries that cannot be opened, and documents that are not in them."""

from graph.errors.failure import SamverkanError


class LibraryBusy(SamverkanError):
    """Another process has been writing to the library for too long. Facts: `file`."""


class LibraryDamaged(SamverkanError):
    """A file that is no library, or a broken one. Facts: `file`."""


class LibraryNewer(SamverkanError):
    """A library of a later format than this program knows. Facts: `file`, `format`, `known`."""


class LibraryOlder(SamverkanError):
    """A library of an older format where it cannot be brought up. Facts: `file`, `format`, `known`."""


class LibraryThere(SamverkanError):
    """A library stands where another should be put. Facts: `file`."""


class NoLibrary(SamverkanError):
    """A folder without a library. Facts: `folder`."""


class BackupDamaged(SamverkanError):
    """A file that is no backup, or not a whole one. Facts: `file`."""


class LibraryNotWritable(SamverkanError):
    """A library that cannot be written where it is. Facts: `file`, `problem`."""


class NoSuchDocument(SamverkanError):
    """A name that no document of the library has. Facts: `name`."""


class SeveralDocuments(SamverkanError):
    """A name that several documents have. Facts: `name`, `ids`."""


class NothingToCompare(SamverkanError):
    """Meetings that leave nothing to compare. Facts: `name`, "" where the library has no series."""
