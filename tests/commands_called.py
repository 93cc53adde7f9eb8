"""Commands as a person or a program calls them."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from graph.commands.table import samverkan


def call(*arguments: str | Path, **more: Any) -> Result:
    return CliRunner().invoke(samverkan, [str(word) for word in arguments], prog_name="samverkan", **more)


def asked(library: Path, *arguments: str) -> dict[str, Any]:
    result = call("--library", library, *arguments, "--json")
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    found: dict[str, Any] = json.loads(result.stdout)
    return found
