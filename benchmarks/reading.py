"""Prints how long minutes take from bytes to graph, how many words a second, and what loading costs.

`make bench`. CPU time, so that what else the machine does is left out; only the gain of two processes is
told by the clock on the wall. Warm: word lists and patterns are loaded by a first reading that is not
counted. The collector is set as reading processes set it. Memory and loading are those of a process of
its own. Linux and macOS only.
"""

import gc
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from graph.intake.worker import COLLECT
from graph.knowledge.store.entry import entry
from graph.knowledge.store.library import Store
from graph.library import Library
from graph.reading.pipeline import read_bytes

ROOT = Path(__file__).parent.parent
SEED = ROOT / "data" / "000_fcd71412aabef359.txt"
TEXTS = sorted(
    {SEED, *(ROOT / "tests" / "minutes").glob("*.txt"), *(ROOT / "tests" / "gold").glob("*/*.txt")}
)
DOCUMENTS = 60
MANY = 240
"""Documents over which two processes are compared with one: starting them is then a small part."""
LOADED = "from graph.reading.pipeline import read_bytes; read_bytes('a.txt', b'Anna Berg, Almi: Vi bygger.')"
LARGE = "import sys\n" + LOADED + "\nfor path in sys.argv[1:]: read_bytes(path, open(path, 'rb').read())"


def variants(content: bytes, count: int) -> list[bytes]:
    """The same minutes so many times, each a document of its own by its date."""
    days = [f"{1 + n % 28} april {2000 + n // 28}".encode() for n in range(count)]
    return [content.replace(b"19 april 2021", day) for day in days]


def cpu_seconds(*arguments: str) -> float:
    """User and system time of one Python process, its modules compiled as pip leaves them."""
    compiled = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=compiled, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def seed_to_graph(content: bytes) -> float:
    """Seconds from the file of the sample minutes to the library that holds it, best of ten."""
    took = []
    for _ in range(10):
        start = time.process_time()
        made = entry(read_bytes(SEED.name, content))
        with tempfile.TemporaryDirectory() as folder:
            store = Store(folder)
            store.commit(made, path=SEED.name)
            store.close()
        took.append(time.process_time() - start)
    return min(took)


def stored_a_second(content: bytes) -> float:
    """Documents a second that one core reads and stores."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(folder)
        start = time.process_time()
        for number, text in enumerate(variants(content, DOCUMENTS)):
            store.commit(entry(read_bytes(f"{number}.txt", text)), path=f"{number}.txt")
        seconds = time.process_time() - start
        store.close()
    return DOCUMENTS / seconds


def words_a_second() -> tuple[int, float]:
    """Words of all the minutes in this checkout, and how many a second are read; best of three."""
    texts = [(path.name, path.read_bytes()) for path in TEXTS]
    words = sum(len(content.split()) for _, content in texts)
    took = []
    for _ in range(3):
        start = time.process_time()
        for name, content in texts:
            read_bytes(name, content)
        took.append(time.process_time() - start)
    return words, words / min(took)


def wall_seconds(content: bytes, jobs: int) -> float:
    """Seconds on the wall for reading files into a library with so many processes."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(variants(content, MANY)):
            Path(folder, f"{number:03}.txt").write_bytes(text)
        start = time.perf_counter()
        list(Library(Path(folder, "library")).read([folder], jobs=jobs))
        return time.perf_counter() - start


if __name__ == "__main__":
    content = SEED.read_bytes()
    entry(read_bytes(SEED.name, content))
    gc.freeze()
    gc.set_threshold(*COLLECT)
    print(
        f"{seed_to_graph(content):.3f} s  the sample minutes, {len(content)} bytes, from file to graph (best of ten)"
    )
    print(
        f"{stored_a_second(content):.1f}  documents a second, read and stored on one core ({DOCUMENTS} of them)"
    )
    words, pace = words_a_second()
    print(f"{pace:,.0f}  words a second, reading alone ({len(TEXTS)} documents, {words:,} words)")
    bare = min(cpu_seconds("-c", "pass") for _ in range(5))
    print(
        f"{min(cpu_seconds('-c', LOADED) for _ in range(5)) - bare:.2f} s  loading what is known of Swedish"
    )
    subprocess.run([sys.executable, "-c", LARGE, *map(str, TEXTS)], cwd=ROOT, check=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (
        1024 if os.uname().sysname == "Linux" else 1024**2
    )
    print(f"{peak:.0f} MB  at most, in a process that reads all of them")
    one, two = wall_seconds(content, 1), wall_seconds(content, 2)
    print(
        f"{one / two:.2f}  times sooner with --jobs 2 ({MANY} documents, {one:.1f} s and {two:.1f} s, {os.cpu_count()} cores)"
    )
