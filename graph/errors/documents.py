"""Files that cannot be read, and why."""

from graph.errors.failure import SamverkanError


class UnknownEncoding(SamverkanError):
    """Bytes that are not UTF-8 text. Facts: `file`, `byte` (0-based, the first bad one)."""


class EmptyDocument(SamverkanError):
    """A file without a single printable character. Facts: `file`."""


class CannotRead(SamverkanError):
    """A file that the machine does not hand out. Facts: `file`, `problem`."""


class BinaryContent(SamverkanError):
    """Bytes that are no text in any encoding. Facts: `file`."""


class UnreadKind(SamverkanError):
    """A file of a kind that is not read; it is skipped, not failed. Facts: `file`, `kind`."""


class PassedOver(SamverkanError):
    """What a folder holds that is no minutes; it is skipped, not failed. Facts: `file` (the folder), `names`."""


class MislabelledFile(SamverkanError):
    """A file whose name says text, PDF, DOCX or HTML and that is of no such kind. Facts: `file`, `kind`."""


class EncryptedDocument(SamverkanError):
    """A PDF or DOCX that a password locks. Facts: `file`."""


class BrokenDocument(SamverkanError):
    """A PDF or DOCX that is cut off or damaged. Facts: `file`, `kind`."""


class ImagesOnly(SamverkanError):
    """A PDF whose pages are pictures, without one letter. Facts: `file`, `pages`."""


class NoRecogniser(SamverkanError):
    """Pictures of text to be read, and no Tesseract with Swedish here. Facts: `file`, `install`."""


class RecognitionFailed(SamverkanError):
    """A picture whose text was not recognised. Facts: `file`, `page`, `problem`."""


class FileTooLarge(SamverkanError):
    """More bytes than are read in one file. Facts: `file`, `megabytes`, `limit` (megabytes)."""


class TextTooLong(SamverkanError):
    """More characters than are read in one document. Facts: `file`, `characters`, `limit`."""


class TooManyPages(SamverkanError):
    """More pages than are read in one document. Facts: `file`, `pages`, `limit`."""


class UnpacksTooLarge(SamverkanError):
    """A DOCX that unpacks to far more than a document holds. Facts: `file`, `limit` (megabytes)."""


class ForbiddenEntities(SamverkanError):
    """A DOCX whose XML declares entities of its own, which no word processor writes. Facts: `file`."""


class NestedTooDeep(SamverkanError):
    """Elements inside elements beyond what a document needs. Facts: `file`, `limit`."""


class ReadingTooLong(SamverkanError):
    """A file that was not read within the time it is given. Facts: `file`, `seconds`."""


class ReadingTooLarge(SamverkanError):
    """A file whose reading needs more memory than it is given. Facts: `file`, `megabytes`."""


class ReaderDied(SamverkanError):
    """A file on which the reading process ended by itself. Facts: `file`, `problem`."""
