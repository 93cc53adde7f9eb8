"""SPARQL within limits: another process asks a read-only index, and is killed at the deadline.

The text is bounded and its words are looked at before anything parses it; the process has no network where
the system can cut it, and a bounded memory. A process that lives on answers the next query.
"""

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

import graph
from graph.errors import (
    BadQuery,
    QueryOverran,
    QueryRefused,
    QueryResultTooLarge,
    QueryTooHeavy,
    UnfitFormat,
)
from graph.knowledge.query.guard import guard
from graph.knowledge.store.index import index_path
from graph.knowledge.store.library import Store

WORKER = "graph.knowledge.query.worker"
MEGABYTES = 1024
LARGEST = 64
"""Megabytes of results that are handed over."""
SECONDS = 10.0
START_SECONDS = 60.0

MEDIA_TYPES: dict[str, str] = {
    "json": "application/sparql-results+json",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "xml": "application/sparql-results+xml",
    "turtle": "text/turtle; charset=utf-8",
    "ntriples": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
}
"""Media types of SPARQL 1.1 Query Results (JSON, CSV and TSV, XML), RDF 1.1 and JSON-LD 1.1."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a variable is bound to: an IRI, or a text with its datatype."""

    iri: str | None = None
    text: str = ""
    datatype: str | None = None

    def plain(self) -> dict[str, str]:
        """As it travels to the worker."""
        if self.iri is not None:
            return {"iri": self.iri}
        return {"text": self.text} | ({"datatype": self.datatype} if self.datatype else {})


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gave, written in one format; `form` tells a table (or yes and no) from a graph."""

    content: bytes
    format: str
    form: str


class _Worker:
    """One query process, for one caller at a time."""

    def __init__(self, index: Path) -> None:
        self.index = index
        package = str(Path(graph.__file__).parent.parent)
        behind = os.environ.get("PYTHONPATH")
        self.process = subprocess.Popen(  # noqa: S603  # our own module in our own interpreter
            [sys.executable, "-P", "-m", WORKER, str(index), str(MEGABYTES), str(LARGEST)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([package, behind] if behind else [package])},
        )
        answer = self._within(START_SECONDS, None)
        if answer is None:
            self.close()
            raise QueryTooHeavy(megabytes=MEGABYTES)

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def ask(self, message: dict[str, Any], seconds: float) -> tuple[dict[str, Any], bytes]:
        """The worker's answer. Raises QueryOverran, QueryTooHeavy; the worker is dead after either."""
        overrun = threading.Event()
        answer = self._within(seconds, message, overrun)
        if answer is None:
            self.close()
            if overrun.is_set():
                raise QueryOverran(seconds=f"{seconds:g}")
            raise QueryTooHeavy(megabytes=MEGABYTES)
        return answer

    def turned(self, index: Path) -> bool:
        """Whether the process has left its index for another; it is dead where it has not."""
        if self._within(START_SECONDS, {"index": str(index)}) is None:
            self.close()
            return False
        self.index = index
        return True

    def _within(
        self, seconds: float, message: dict[str, Any] | None, overrun: threading.Event | None = None
    ) -> tuple[dict[str, Any], bytes] | None:
        def stop() -> None:
            if overrun:
                overrun.set()
            self.process.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            if message is not None:
                asked = cast("BinaryIO", self.process.stdin)
                asked.write(json.dumps(message).encode("ascii") + b"\n")
                asked.flush()
            answers = cast("BinaryIO", self.process.stdout)
            line = answers.readline()
            if not line.endswith(b"\n"):
                return None
            head: dict[str, Any] = json.loads(line)
            length = int(head.get("length", 0))
            content = answers.read(length) if length else b""
            return (head, content) if len(content) == length else None
        except OSError:
            return None
        finally:
            timer.cancel()

    def close(self) -> None:
        """Ends the process and waits for it."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                with contextlib.suppress(OSError):  # what was left to write has nobody to read it
                    pipe.close()


def sparql(store: Store, query: str, form: str | None = None, timeout: float = SECONDS) -> Result:
    """What a query finds in a library: the default graph holds what holds now, each document its own graph.

    `form` is a format's name, None for JSON or Turtle; `timeout` in seconds. Raises what `results` raises.
    """
    if form is not None and form not in MEDIA_TYPES:
        raise UnfitFormat(format=form, fitting=", ".join(MEDIA_TYPES))
    return results(index_path(store), query, format=form, seconds=timeout)


_idle: list[_Worker] = []
_lock = threading.Lock()


def results(
    index: Path,
    query: str,
    *,
    format: str | None = None,  # noqa: A002  # the word that every SPARQL tool uses
    seconds: float = SECONDS,
    values: Mapping[str, Value] | None = None,
) -> Result:
    """What a query finds in an index: a table (JSON unless told otherwise) or a graph (Turtle).

    `values` are bound to the variables of those names, which the query must return. Raises QueryTooLong,
    QueryRefused, BadQuery, QueryOverran after so many seconds, QueryTooHeavy where the process ended,
    QueryResultTooLarge, UnfitFormat for a table's format asked of a graph or the other way round.
    """
    guard(query)
    bound = {name: value.plain() for name, value in (values or {}).items()}
    worker = _taken(index)
    try:
        head, content = worker.ask({"query": query, "format": format, "values": bound}, seconds)
    finally:
        _given_back(worker)
    match head.get("error"):
        case None:
            return Result(content, head["format"], head["form"])
        case "syntax":
            raise BadQuery(problem=head["problem"], line=head["line"])
        case "unfit":
            fitting = "turtle, ntriples, jsonld, rdfxml" if head["form"] == "graph" else "json, csv, tsv, xml"
            raise UnfitFormat(format=str(format), fitting=fitting)
        case "large":
            raise QueryResultTooLarge(megabytes=LARGEST)
        case _:
            raise QueryRefused(word=head.get("problem", ""), line=1)


def _taken(index: Path) -> _Worker:
    """A worker that waits over the same index, one that turns to it from one of the library that is gone, or a new one."""
    with _lock:
        for worker in [held for held in _idle if not held.alive]:
            _idle.remove(worker)
            worker.close()
        over = [worker for worker in _idle if worker.index == index]
        gone = [worker for worker in _idle if not worker.index.exists()]
        over += [worker for worker in gone if worker.index.parent == index.parent]
        for worker in over[:1]:
            _idle.remove(worker)
        for worker in gone:
            if worker not in over:
                _idle.remove(worker)
                worker.close()
    if over and (over[0].index == index or over[0].turned(index)):
        return over[0]
    return _Worker(index)


def _given_back(worker: _Worker) -> None:
    if worker.alive:
        with _lock:
            _idle.append(worker)


@atexit.register
def close_all() -> None:
    """Ends every worker that waits."""
    with _lock:
        while _idle:
            _idle.pop().close()
