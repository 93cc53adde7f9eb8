"""Everything that is derived, made anew from the documents' texts and readings and people's decisions."""

import shutil

from graph.knowledge.store.library import Store
from graph.knowledge.store.remade import remake


def rebuild(store: Store) -> int:
    """Makes quads, read model, full text and identity anew, in one transaction; gives the documents' number.

    The SPARQL index is dropped, and made when it is next asked.
    """
    if not (store.folder / "library.db").exists():
        return 0
    with store.writing() as db:
        number = remake(db)
    shutil.rmtree(store.folder / "cache", ignore_errors=True)
    return number
