"""The SPARQL index: all graphs that speak, in Oxigraph, read-only, one per generation of the library, in `cache/`.

Made when SPARQL is first asked, dropped when the library has moved on. Nothing in it is the truth.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pyoxigraph

from graph.knowledge.store.graphs import nquads
from graph.knowledge.store.library import Store
from graph.knowledge.vocabulary.minting import digest

PREFIX = "index-"


def index_path(store: Store) -> Path:
    """The folder of the index of what the library holds now, made if need be."""
    mark = digest(str(store.generation), str(store.all_versions), *store.documents())
    folder = _cache(store)
    place = folder / f"{PREFIX}{store.generation}-{mark}"
    if not place.is_dir():
        _build(nquads(store, speaking_only=True), place)
    for other in folder.glob(f"{PREFIX}*"):
        if other != place:
            shutil.rmtree(other, ignore_errors=True)
    return place


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


def _build(text: str, place: Path) -> None:
    """Builds beside its place and moves it there whole; another process may have been quicker."""
    making = Path(tempfile.mkdtemp(prefix="making-", dir=place.parent))
    try:
        engine = pyoxigraph.Store(str(making / "index"))
        engine.bulk_load(text.encode("utf-8"), format=pyoxigraph.RdfFormat.N_QUADS)
        engine.flush()
        del engine  # lets its files go
        try:
            (making / "index").rename(place)
        except OSError:
            if not place.is_dir():
                raise
    finally:
        shutil.rmtree(making, ignore_errors=True)
