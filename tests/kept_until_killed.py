"""A process that reads, decides and saves without end, for `test_kills` to kill.

Says `begun PATH SHA256` before each commit and `kept PATH SHA256` after it; `-` for a removal;
`decided ID -` after a rename, `undone ID -` after it was taken back, `saved FILE -` after a backup.
"""

import sys
from itertools import count
from pathlib import Path

from readings_made import SAMPLE

from graph.knowledge.store.backup import backup
from graph.knowledge.store.entry import entry
from graph.knowledge.store.judgements import rename, undo
from graph.knowledge.store.library import Store
from graph.reading.pipeline import read_bytes

PATHS = 6
SAVED = "saved.backup"


def keep(folder: Path, first: int) -> None:
    store = Store(folder)
    content = SAMPLE.read_bytes()
    for number in count(first):
        path = f"minutes-{number % PATHS}.txt"
        known = store.at(path)
        if known and number % 5 == 0:
            print("begun", path, "-", flush=True)
            store.remove(known[0])
            print("kept", path, "-", flush=True)
        made = entry(read_bytes(path, content + f"\n\nProtokoll nummer {number}.\n".encode()))
        print("begun", path, made.sha256, flush=True)
        store.commit(made, path=path)
        print("kept", path, made.sha256, flush=True)
        decide(store, number)
        if number % 2 == 0:
            backup(store, folder / SAVED)
            print("saved", SAVED, "-", flush=True)


def decide(store: Store, number: int) -> None:
    """Names an actor anew, and takes two of three such decisions back."""
    (actor,) = store.db.execute("SELECT id FROM actor WHERE kind = 'person' ORDER BY id LIMIT 1").fetchone()
    made = rename(store, actor, f"Namn {number}", "test", f"2025-01-01T00:00:00.{number:06}")
    print("decided", made.id, "-", flush=True)
    if number % 3:
        undo(store, made.id, "2025-01-02")
        print("undone", made.id, "-", flush=True)


if __name__ == "__main__":
    keep(Path(sys.argv[1]), int(sys.argv[2]))
