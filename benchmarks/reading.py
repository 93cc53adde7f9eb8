"""Prints what reading costs: the seed to a stored graph, cold and warm, and documents a second on one core.

`make bench`. Copies of the sample under other dates, so that each is a document of its own; one reading
process, stored, on whatever core the machine gives.
"""

import tempfile
import time
from pathlib import Path

from graph.library import Library
from graph.reading.pipeline import read_bytes

SEED = Path(__file__).parent.parent / "data" / "000_fcd71412aabef359.txt"
COPIES = 60


def main() -> None:
    """Three figures, one a line."""
    content = SEED.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library")
        begun = time.perf_counter()
        list(library.read([SEED]))
        print(f"{time.perf_counter() - begun:.3f} s  seed to graph, cold")
        begun = time.perf_counter()
        list(library.read([SEED], again=True))
        print(f"{time.perf_counter() - begun:.3f} s  seed to graph, warm")
        files = []
        for copy in range(COPIES):
            file = Path(folder) / f"minutes-{copy:03}.txt"
            file.write_bytes(
                content.replace(b"19 april 2021", f"{copy % 28 + 1} maj {2000 + copy % 20}".encode())
                + f"\nKopia {copy}.\n".encode()
            )
            files.append(file)
        begun = time.perf_counter()
        outcomes = list(library.read(files))
        spent = time.perf_counter() - begun
        print(f"{len(outcomes) / spent:.1f} documents/s  {len(content) // 1000} kB each, one process, stored")
        library.store.close()
    begun = time.perf_counter()
    for _ in range(10):
        read_bytes(SEED.name, content)
    spent = (time.perf_counter() - begun) / 10
    print(f"{len(content.decode().split()) / spent:,.0f} words/s  reading alone, loaded")


if __name__ == "__main__":
    main()
