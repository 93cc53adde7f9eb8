"""Opened: the folder of a library and its file, which the other parts of its face stand on."""

from __future__ import annotations

from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.knowledge.store.library import Store

Words = str | None


class Opened:
    """A folder, opened when first asked."""

    def __init__(self, folder: str | PathLike[str], all_versions: bool = False) -> None:
        """Touches no disk: the folder is made by the first call that keeps something in it.

        `all_versions`: of the same minutes in several files, each is asked, not only the one that speaks.
        """
        self.folder = Path(folder)
        self.all_versions = all_versions

    @cached_property
    def store(self) -> Store:
        """The library's file; opened when first asked."""
        from graph.knowledge.store.library import Store

        return Store(self.folder, self.all_versions)
