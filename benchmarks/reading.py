"""Prints how long minutes take from bytes to graph, and how many documents a second one core stores.

`make bench`. CPU time, so that what else the machine does is left out. Warm: word lists and patterns are
loaded by a first reading that is not counted.
"""

import tempfile
import time
from pathlib import Path

from graph.knowledge.store.entry import entry
from graph.knowledge.store.library import Store
from graph.reading.pipeline import read_bytes

SEED = Path(__file__).parent.parent / "data" / "000_fcd71412aabef359.txt"
DOCUMENTS = 60


def variants(content: bytes, count: int) -> list[bytes]:
    """The same minutes so many times, each a document of its own by its date."""
    days = [f"{1 + n % 28} april {2000 + n // 28}".encode() for n in range(count)]
    return [content.replace(b"19 april 2021", day) for day in days]


if __name__ == "__main__":
    content = SEED.read_bytes()
    entry(read_bytes(SEED.name, content))
    took = []
    for _ in range(10):
        start = time.process_time()
        made = entry(read_bytes(SEED.name, content))
        with tempfile.TemporaryDirectory() as folder:
            store = Store(folder)
            store.commit(made, path=SEED.name)
            store.close()
        took.append(time.process_time() - start)
    print(f"{min(took):.3f} s  the sample minutes, {len(content)} bytes, from file to graph (best of ten)")

    with tempfile.TemporaryDirectory() as folder:
        store = Store(folder)
        start = time.process_time()
        for number, text in enumerate(variants(content, DOCUMENTS)):
            store.commit(entry(read_bytes(f"{number}.txt", text)), path=f"{number}.txt")
        seconds = time.process_time() - start
        store.close()
    print(f"{DOCUMENTS / seconds:.1f}  documents a second, read and stored on one core ({DOCUMENTS} of them)")
