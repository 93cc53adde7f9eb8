"""The SPARQL index: all graphs that speak, in Oxigraph, read-only, one per generation of the library, in `cache/`.

Made when SPARQL is first asked; when the library has moved on, made from the one before and what has changed.
Nothing in it is the truth.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import pyoxigraph

from graph.knowledge.store.graphs import quads
from graph.knowledge.store.index_parts import document_lines, from_text, lines_of, parts
from graph.knowledge.store.library import Store
from graph.knowledge.store.tombstones import SWEEPING
from graph.knowledge.vocabulary.minting import digest, document_iri

PREFIX = "index-"
PARTS = "parts.json"
"""What is in the index, beside the engine's own files."""
FIXED = ".sst"
"""The ending of files that the engine writes once. Source: RocksDB, Overview, "SST files"."""
FEW, MANY = 20, 10
"""So many documents, or one of so many, are changed in the index; beyond that it is sooner made from nothing."""
Held = TypeVar("Held")


def index_path(store: Store) -> Path:
    """The folder of the index of what the library holds now, made if need be."""
    mark = digest(str(store.generation), str(store.all_versions), *store.documents())
    folder = _cache(store)
    place = folder / f"{PREFIX}{store.generation}-{mark}"
    others = folder.glob(f"{PREFIX}*")
    if not place.is_dir():
        swept = store.db.execute("SELECT 1 FROM setting WHERE name = ?", (SWEEPING,)).fetchone() is None
        _build(store, place, max(others, key=_generation, default=None) if swept else None)
    for other in folder.glob(f"{PREFIX}*"):
        if other != place:
            shutil.rmtree(other, ignore_errors=True)
    return place


def _generation(place: Path) -> int:
    number = place.name.removeprefix(PREFIX).partition("-")[0]
    return int(number) if number.isdigit() else -1


def drop(store: Store) -> None:
    """Takes the index away, wherever it may stand."""
    for folder in (store.folder / "cache", _passing(store)):
        shutil.rmtree(folder, ignore_errors=True)


def _passing(store: Store) -> Path:
    return Path(tempfile.gettempdir()) / f"samverkan-{digest(str(store.folder.absolute()))}"


def _cache(store: Store) -> Path:
    """`cache/` beside the library; where that cannot be, a folder of the machine's for passing things."""
    folder = store.folder / "cache"
    if (store.folder / "library.db").exists():
        try:
            folder.mkdir(exist_ok=True)
        except OSError:
            pass
        else:
            if os.access(folder, os.W_OK):
                return folder
    passing = _passing(store)
    passing.mkdir(mode=0o700, exist_ok=True)
    return passing


def _build(store: Store, place: Path, before: Path | None) -> None:
    """Builds beside its place and moves it there whole; another process may have been quicker."""
    making = Path(tempfile.mkdtemp(prefix="making-", dir=place.parent))
    try:
        made = making / "index"
        if before is None or not _changed(store, before, made):
            shutil.rmtree(made, ignore_errors=True)
            _filled(store, made)
        try:
            made.rename(place)
        except OSError:
            if not place.is_dir():
                raise
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _filled(store: Store, made: Path) -> None:
    """An index from nothing."""
    held = parts(store)
    engine = pyoxigraph.Store(str(made))
    own = "".join(document_lines(store, _hashes(held.documents)))
    text = "".join([*held.lines, *lines_of(held.actors, held.promises)]) + own
    engine.bulk_load(text.encode("utf-8"), format=pyoxigraph.RdfFormat.N_QUADS)
    engine.flush()
    del engine  # lets its files go
    (made / PARTS).write_text(held.as_text(), encoding="utf-8")


def _changed(store: Store, before: Path, made: Path) -> bool:
    """An index from the one of a moment before; False where there is too much to change, or that one has gone.

    The files of the old one that the engine only reads have a second name in the new one.
    """
    try:
        old = from_text((before / PARTS).read_text(encoding="utf-8"))
        new = parts(store, old)
        gone, come = (_hashes(one - other) for one, other in pairs(new.documents, old.documents))
        if {*gone} - {*come}:
            return False  # what was taken out of the library stays in no file
        if len(come) > max(FEW, len(new.documents) // MANY):
            return False
        _cloned(before, made)
        engine = pyoxigraph.Store(str(made))
    except (OSError, ValueError, KeyError, TypeError):
        return False
    less, more = (
        [*(one.lines - other.lines), *lines_of(one.actors - other.actors, one.promises - other.promises)]
        for one, other in pairs(new, old)
    )
    for sha256 in gone:
        engine.remove_graph(pyoxigraph.NamedNode(document_iri(sha256)))
    for quad in quads("".join(less)):
        engine.remove(quad)
    engine.extend(quads("".join([*more, *document_lines(store, come)])))
    engine.flush()
    del engine
    (made / PARTS).write_text(new.as_text(), encoding="utf-8")
    return True


def _hashes(documents: Iterable[str]) -> list[str]:
    return sorted(part.partition("\t")[0] for part in documents)


def pairs(new: Held, old: Held) -> tuple[tuple[Held, Held], tuple[Held, Held]]:
    """What was against what is, and the other way round."""
    return (old, new), (new, old)


def _cloned(before: Path, made: Path) -> None:
    made.mkdir()
    for file in before.iterdir():
        if file.name == PARTS or file.name.startswith(("LOG", "LOCK")):
            continue
        try:
            if file.suffix != FIXED:
                raise OSError
            os.link(file, made / file.name)
        except OSError:  # no second names on this file system
            shutil.copyfile(file, made / file.name)
