"""What of addresses and numbers says nobody's name: words of functions, as `kept_open.toml` lists them."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def kept_open() -> dict[str, Any]:
    """The tables `addresses` and `phones` of the list."""
    return tomllib.loads(files(__package__).joinpath("kept_open.toml").read_text(encoding="utf-8"))
