"""What lies in a folder of documents and is no document: told by its name alone, never opened.

A file that a person names herself is read whatever its name is.
"""

import re
from pathlib import Path
from typing import Final

PROJECT: Final = re.compile(
    r"(?:readme|licen[cs]e|copying|changelog|contributing|code_of_conduct)(?:[_-][a-z0-9]{1,12}|\.[a-z]{2}(?=\.))?(?:\.(?:md|markdown|txt|rst|adoc|html?))?",
    re.IGNORECASE,
)
"""What those who write programs lay beside their data: "README.md", "LICENSE", "README.sv.md"."""

SHOUTED: Final = re.compile(r"(?:NOTICE|AUTHORS|SECURITY|HISTORY)(?:\.(?:md|markdown|txt|rst|adoc))?")
"""Names that are such only in capitals: "notice.txt" may be a notice of a meeting."""

HIDDEN: Final = (".", "~$")
"""What programs keep beside documents: settings, Word's marks of an open file."""

MACHINERY: Final = frozenset({"__pycache__", "node_modules", "__MACOSX"})
"""Folders that programs fill."""

ENVIRONMENT: Final = "pyvenv.cfg"
"""The file that marks a folder as a Python environment, whatever the folder is called."""

LIBRARY: Final = "library.db"
CACHE: Final = "cache"
"""The library itself, and the folder beside it that it can make anew."""


def is_file_aside(name: str) -> bool:
    """Whether a file of a folder is no minutes: hidden, a program's own papers, or the library itself."""
    if name.startswith(HIDDEN) or name == LIBRARY or name.startswith(f"{LIBRARY}-"):
        return True
    return PROJECT.fullmatch(name) is not None or SHOUTED.fullmatch(name) is not None


def is_folder_aside(folder: Path, name: str) -> bool:
    """Whether what is called so in a folder is itself a folder without minutes."""
    if name.startswith(HIDDEN) or name in MACHINERY:
        return True
    return (name == CACHE and (folder / LIBRARY).is_file()) or (folder / name / ENVIRONMENT).is_file()
