"""`samverkan doctor`: what works on this machine."""

import platform
import sqlite3
import sys
from importlib.metadata import PackageNotFoundError, version

import click

from graph import __version__
from graph.commands.settings import Settings
from graph.commands.worded import Worded

PARTS = (
    "rdflib", "pyoxigraph", "pyshacl", "networkx", "rustworkx", "scipy", "pyvis", "reportlab", "pillow", "xlsxwriter",
    "pypdfium2", "python-docx", "selectolax", "snowballstemmer", "rapidfuzz",
)  # fmt: skip


@click.command("doctor", cls=Worded)
@click.pass_obj
def command(settings: Settings) -> None:
    """Versions, the library's place, full text and the containment of queries."""
    lines = {
        "samverkan": __version__,
        "python": f"{platform.python_version()} ({sys.platform})",
        "library": str(settings.folder),
        "sqlite": f"{sqlite3.sqlite_version}, fts5 {'+' if _full_text() else '-'}",
        **{name: _version(name) for name in PARTS},
        "seccomp": "+" if sys.platform == "linux" and platform.machine() in ("x86_64", "aarch64") else "-",
    }
    for name, state in lines.items():
        click.echo(f"{name:16} {state}")


def _full_text() -> bool:
    found = sqlite3.connect(":memory:").execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')").fetchone()
    return bool(found[0])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"
