"""A reading process whose files say how it goes astray: what no real file may do, done on purpose."""

import os
import signal
import sys
import time

from graph.intake.messages import Task
from graph.intake.worker import read, serve
from graph.knowledge.store.entry import Entry


def astray(task: Task) -> Entry:
    """Hangs, dies, eats memory, fails or chatters as the file's first word tells, else reads it."""
    match task.content.split(maxsplit=1)[0]:
        case b"HANG":
            time.sleep(600)
        case b"DIE":
            os.kill(os.getpid(), signal.SIGKILL)
        case b"EXIT":
            os._exit(7)
        case b"EAT":
            _ = [bytes(64 * 1024 * 1024) for _ in range(200)]
        case b"FAIL":
            raise ZeroDivisionError("a fault of ours")
        case b"CHATTER":
            os.write(1, b"not an answer\n" * 10)
            print("nor is this", file=sys.stderr)
    return read(task)


if __name__ == "__main__":
    serve(astray, int(sys.argv[1]))
