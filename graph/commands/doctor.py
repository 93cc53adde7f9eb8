"""`samverkan doctor`: what works on this machine, and what an extra would add."""

import platform
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import click

from graph import __version__
from graph.commands.answers import rows_alone, show_json
from graph.commands.settings import Settings, setting
from graph.commands.worded import Worded
from graph.errors import UnfitSetting
from graph.opinions.address import address
from graph.reading.documents.tesseract import how_to_install, recogniser
from graph.wording.sentences import sentence, told

PARTS = {
    "reading": ("pypdfium2", "python-docx", "selectolax", "snowballstemmer", "rapidfuzz"),
    "knowledge": ("rdflib", "pyoxigraph", "pyshacl"),
    "picture": ("networkx", "rustworkx", "scipy", "pyvis", "jinja2", "reportlab", "pillow", "xlsxwriter"),
}
"""What each room stands on, by the names of the packages."""

EXTRAS = {"web": ("starlette", "uvicorn"), "spacy": ("spacy",)}
"""What a person may add, and the modules that it brings."""
ADDED = frozenset({*EXTRAS, "llm", "ocr"})
OPTIONAL = ADDED | {"containment"}
"""Parts without which all else works."""


@click.command("doctor", cls=Worded)
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Python, SQLite, the packages, the library's folder, how far queries are contained, extras."""
    settings: Settings = ctx.obj
    states = _states(settings)
    if as_json:
        show_json(rows_alone("doctor", [{"part": p, "state": s, "works": w} for p, s, w in states]))
    else:
        width = max(len(part) for part, _, _ in states)
        for part, state, works in states:
            mark = "✓" if works else "+" if part in ADDED else "✗"
            click.echo(f"{mark} {part:{width}}  {state}")
    if not all(works for part, _, works in states if part not in OPTIONAL):
        ctx.exit(1)


def _states(settings: Settings) -> list[tuple[str, str, bool]]:
    """Each part, its state in words, and whether it works."""

    def say(key: str) -> str:
        return told(key, settings.language)

    full_text = _full_text()
    cut = sys.platform == "linux" and platform.machine() in ("x86_64", "aarch64")
    states = [
        ("samverkan", __version__, True),
        ("python", f"{platform.python_version()} ({sys.platform}, {platform.machine()})", True),
        (
            "sqlite",
            f"{sqlite3.sqlite_version}, {say('full-text' if full_text else 'no-full-text')}",
            full_text,
        ),
    ]
    for room, packages in PARTS.items():
        versions = {package: _version(package) for package in packages}
        shown = ", ".join(f"{package} {found or say('absent')}" for package, found in versions.items())
        states.append((room, shown, all(versions.values())))
    kept, state = _folder(settings.folder)
    states.append(("library", f"{settings.folder}: {say(state)}", kept))
    states.append(("containment", say("network-cut" if cut else "network-guarded"), cut))
    return [*states, *_added(settings)]


def _added(settings: Settings) -> Iterator[tuple[str, str, bool]]:
    """What a person may add: its state where it is there, else how to get it."""
    language = settings.language
    for extra, modules in EXTRAS.items():
        there = all(find_spec(name) for name in modules)
        versions = ", ".join(f"{name} {_version(name)}" for name in modules)
        yield extra, versions if there else told(f"extra-{extra}", language), there
    try:
        asked = address(setting("llm_url"), setting("llm_model"))
    except UnfitSetting as wrong:
        unset = wrong.facts["problem"] == "missing"
        yield "llm", told("extra-llm", language) if unset else sentence(wrong, language), False
    else:
        yield "llm", told("llm-set", language, host=asked.place, model=asked.model), True
    found = recogniser()
    if found and found.swedish:
        yield "ocr", told("ocr-there", language, version=found.version), True
    else:
        yield "ocr", told("extra-ocr", language, install=how_to_install()), False


def _full_text() -> bool:
    with closing(sqlite3.connect(":memory:")) as db:
        found = db.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')").fetchone()
    db.close()
    return bool(found[0])


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _folder(folder: Path) -> tuple[bool, str]:
    """Whether a library can be kept there; asks the nearest folder that exists, and makes nothing."""
    if (folder / "library.db").exists():
        return True, "library-there"
    nearest = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    try:
        free = shutil.disk_usage(nearest).free
    except OSError:
        return False, "folder-closed"
    return (True, "library-none-yet") if free > 0 and nearest.is_dir() else (False, "folder-closed")
