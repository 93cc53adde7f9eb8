"""The reading process: takes files from its parent one by one, and hands back an entry or what was wrong.

What libraries print goes nowhere; an error that nobody foresaw is told to the parent and ends the process.
"""

import contextlib
import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from graph.errors import ReadingTooLarge, SamverkanError
from graph.intake.messages import Fault, Task, Wrong, received, send
from graph.knowledge.store.entry import Entry, entry
from graph.reading.pipeline import read_bytes

if sys.platform != "win32":
    import resource


COLLECT = (50_000, 20, 50)
"""How many new values call the collector: a reading makes many that live as long as it does."""


def read(task: Task) -> Entry:
    """One file's entry. Raises what is wrong with it."""
    return entry(read_bytes(task.name, task.content, task.recognise, task.mask))


def _answer(task: Task, reading: Callable[[Task], Entry], megabytes: int) -> Entry | Wrong:
    try:
        return reading(task)
    except SamverkanError as wrong:
        return Wrong(type(wrong).__name__, wrong.facts)
    except MemoryError:
        return Wrong(ReadingTooLarge.__name__, {"file": task.name, "megabytes": megabytes})


def serve(reading: Callable[[Task], Entry], megabytes: int) -> None:
    """Reads until the parent closes its end. `megabytes` of memory at most, where the system can tell."""
    with contextlib.suppress(ValueError):  # outside the main thread signals are not ours to set
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interruption means
    if sys.platform != "win32":
        limit = megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    gc.freeze()  # what is loaded stays: the collector need not look at it again and again
    gc.set_threshold(*COLLECT)
    tasks = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nowhere, stream)

    def told(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, MemoryError):
            send(answers, Wrong(ReadingTooLarge.__name__, {"file": "", "megabytes": megabytes}))
            return
        place = traceback.extract_tb(trace)[-1:] if trace else []
        where = f" ({Path(place[0].filename).name}:{place[0].lineno})" if place else ""
        send(answers, Fault(f"{kind.__name__}: {value}{where}"[:300]))

    sys.excepthook = told
    while isinstance(task := received(tasks), Task):
        answer = _answer(task, reading, megabytes)
        send(answers, answer)
        if isinstance(answer, Wrong) and answer.error == ReadingTooLarge.__name__:
            return  # what is left of the memory is in pieces: the next file deserves a whole one


if __name__ == "__main__":
    serve(read, int(sys.argv[1]))
