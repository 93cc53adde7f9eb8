"""Reading processes: started once, used again, replaced when they die or overrun.

Ordinary child processes with pipes, on every system alike: a caller's own script is not run again, as
`multiprocessing` would where it cannot fork.
"""

import atexit
import contextlib
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import BinaryIO, cast

import graph
from graph import errors
from graph.errors import ReaderDied, ReadingTooLong, SamverkanError
from graph.intake.messages import Fault, Task, Wrong, received, send
from graph.knowledge.store.entry import Entry

WORKER = "graph.intake.worker"
_idle: dict[int, list["Reader"]] = {}
_lock = threading.Lock()


class Reader:
    """One reading process, for one caller at a time."""

    def __init__(self, megabytes: int) -> None:
        self.megabytes = megabytes
        package = str(Path(graph.__file__).parent.parent)
        behind = os.environ.get("PYTHONPATH")
        # -P: a folder of the person's that is called "graph" is not ours
        self._process = subprocess.Popen(  # noqa: S603  # our own module in our own interpreter
            [sys.executable, "-P", "-m", WORKER, str(megabytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([package, behind] if behind else [package])},
        )

    @property
    def alive(self) -> bool:
        """Whether the process still takes files."""
        return self._process.poll() is None

    def read(
        self, name: str, content: bytes, seconds: float, recognise: bool = False, mask: bool = True
    ) -> Entry:
        """The entry of one file.

        Raises what is wrong with the file, ReadingTooLong after so many seconds, ReaderDied where the process
        ended; after the last two, and after ReadingTooLarge, the reader is not `alive`.
        """
        overrun = threading.Event()

        def stop() -> None:
            overrun.set()
            self._process.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            send(cast("BinaryIO", self._process.stdin), Task(name, content, recognise, mask))
            answer = received(cast("BinaryIO", self._process.stdout))
        except OSError:
            answer = None
        finally:
            timer.cancel()
        if isinstance(answer, Entry):
            return answer
        if isinstance(answer, Wrong):
            if answer.error == errors.ReadingTooLarge.__name__:
                self.close()
            raise _error(Wrong(answer.error, {**answer.facts, "file": name}))
        self.close()
        if overrun.is_set():
            raise ReadingTooLong(file=name, seconds=round(seconds))
        problem = answer.problem if isinstance(answer, Fault) else _end(self._process.returncode)
        raise ReaderDied(file=name, problem=problem)

    def close(self) -> None:
        """Ends the process and waits for it."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with contextlib.suppress(OSError):  # what was left to write has nobody to read it
                    pipe.close()


def taken(megabytes: int) -> Reader:
    """A reader that waits, or a new one."""
    with _lock:
        waiting = _idle.get(megabytes, [])
        while waiting:
            reader = waiting.pop()
            if reader.alive:
                return reader
            reader.close()
    return Reader(megabytes)


def given_back(reader: Reader) -> None:
    """Keeps a reader for the next who asks, if it is alive; else buries it."""
    if not reader.alive:
        reader.close()
        return
    with _lock:
        _idle.setdefault(reader.megabytes, []).append(reader)


@atexit.register
def close_all() -> None:
    """Ends every reader that waits."""
    with _lock:
        for waiting in _idle.values():
            while waiting:
                waiting.pop().close()


def _error(wrong: Wrong) -> SamverkanError:
    kind: type[SamverkanError] = getattr(errors, wrong.error)
    return kind(**wrong.facts)


def _end(code: int | None) -> str:
    return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
