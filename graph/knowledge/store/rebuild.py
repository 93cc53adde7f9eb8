"""Everything that is derived, made anew from the documents' texts and readings and people's decisions."""

import shutil
import zlib

from graph.knowledge.store.contents import put_in, take_out
from graph.knowledge.store.entry import entry
from graph.knowledge.store.identity import Touched, settle
from graph.knowledge.store.library import Store
from graph.knowledge.store.stored import read_back


def rebuild(store: Store) -> int:
    """Makes quads, read model, full text and identity anew, in one transaction; gives the documents' number.

    The SPARQL index is dropped, and made when it is next asked.
    """
    if not (store.folder / "library.db").exists():
        return 0
    documents = store.documents()
    with store.writing() as db:
        touched = Touched()
        for sha256 in documents:
            find = "SELECT id, reading FROM document WHERE sha256 = ?"
            old, packed = db.execute(find, (sha256,)).fetchone()
            paths = db.execute("SELECT path FROM path WHERE document = ?", (old,)).fetchall()
            made = entry(read_back(zlib.decompress(packed).decode("utf-8", "surrogatepass")))
            take_out(db, old, touched)
            document = put_in(db, made, touched)
            db.executemany("INSERT INTO path VALUES (?, ?)", [(row[0], document) for row in paths])
        settle(db, touched)
        for table in ("quote_text", "passage_text"):
            db.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")  # noqa: S608  # own names
    shutil.rmtree(store.folder / "cache", ignore_errors=True)
    return len(documents)
