"""A process that reads and keeps documents without end, for `test_kills` to kill.

Says `begun PATH SHA256` before each commit and `kept PATH SHA256` after it; `-` for a removal.
"""

import sys
from itertools import count
from pathlib import Path

from readings_made import SAMPLE

from graph.knowledge.store.entry import entry
from graph.knowledge.store.library import Store
from graph.reading.pipeline import read_bytes

PATHS = 6


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


if __name__ == "__main__":
    keep(Path(sys.argv[1]), int(sys.argv[2]))
