"""How this program was started, as a person can type it again."""

import os
import shlex
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click


def typed(ctx: click.Context, words: Sequence[str]) -> str:
    """A whole command line that starts this program the same way, with these words after it."""
    name = str(ctx.find_root().info_name)
    if name.startswith(("python", "py ")):
        start = [_short(sys.executable), "-m", "graph"]
    elif name.endswith(".py"):
        start = [_short(sys.executable), _short(sys.argv[0])]
    elif Path(sys.argv[0]).stem == name and not _on_path(name):
        start = [_short(sys.argv[0])]
    else:
        start = [name]
    return shlex.join([*start, *words]) if os.name != "nt" else _quoted([*start, *words])


def _on_path(name: str) -> bool:
    found = shutil.which(name)
    return found is not None and Path(found).resolve() == Path(sys.argv[0]).resolve()


def _short(program: str) -> str:
    """The program seen from here, where that is shorter; a virtual environment's link stays a link."""
    whole = Path(program).absolute()
    try:
        return str(whole.relative_to(Path.cwd()))
    except ValueError:
        return str(whole)


def _quoted(words: Sequence[str]) -> str:
    """As cmd.exe and PowerShell both read it."""
    return " ".join(f'"{word}"' if " " in word or not word else word for word in words)
