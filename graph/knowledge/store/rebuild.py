"""Everything that is derived, made anew from the documents' texts and readings and people's decisions."""

from graph.knowledge.store.erasure import sweep, swept
from graph.knowledge.store.index import drop
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
    if swept(store.db):
        drop(store)
    else:
        sweep(store)  # an erasure was interrupted
    return number
