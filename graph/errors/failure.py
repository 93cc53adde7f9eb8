"""The kind of every foreseen failure."""

import re
from typing import ClassVar


class SamverkanError(Exception):
    """The kind of every foreseen failure; the name of the class is the key of its sentence."""

    exit_code: ClassVar[int] = 1

    def __init__(self, **facts: str | int) -> None:
        super().__init__(facts)
        self.facts = facts

    @property
    def key(self) -> str:
        """The class name in kebab case, `UnknownEncoding` → `unknown-encoding`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", type(self).__name__).lower()
