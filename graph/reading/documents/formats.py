"""Which reader a file needs: told by its first bytes, and only then by its name."""

from hashlib import sha256

from graph.model.text import Document
from graph.reading.documents.text import read_text


def document_from_bytes(name: str, content: bytes) -> Document:
    """The file as a document. Raises what its reader raises, each naming the file."""
    return read_text(name, content, sha256(content).hexdigest())
