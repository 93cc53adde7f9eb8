"""The query process: opens an index for reading only, gives up the network, answers until its parent leaves.

A message is a line of JSON; after an answer that carries results come as many bytes as `length` says.
"""

import json
import os
import re
import signal
import sys
from collections.abc import Iterator
from typing import IO, Any, BinaryIO, cast

import pyoxigraph

from graph.knowledge.query.sandbox import limit_memory, without_network
from graph.knowledge.vocabulary.terms import PREFIXES

TABLES = {
    "json": pyoxigraph.QueryResultsFormat.JSON,
    "csv": pyoxigraph.QueryResultsFormat.CSV,
    "tsv": pyoxigraph.QueryResultsFormat.TSV,
    "xml": pyoxigraph.QueryResultsFormat.XML,
}
GRAPHS = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
}
PLACE = re.compile(r"at (?P<line>\d+):(?P<column>\d+)")


class TooMuch(Exception):
    """More bytes of results than are handed over."""


class Bounded:
    """A file that takes a bounded number of bytes."""

    def __init__(self, largest: int) -> None:
        self.largest = largest
        self.parts: list[bytes] = []
        self.size = 0

    def write(self, part: bytes) -> int:
        """Keeps a part. Raises TooMuch."""
        self.size += len(part)
        if self.size > self.largest:
            raise TooMuch
        self.parts.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        """Nothing waits."""


Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple


def _term(value: dict[str, str]) -> Term:
    if "iri" in value:
        return pyoxigraph.NamedNode(value["iri"])
    kind = value.get("datatype")
    return pyoxigraph.Literal(value["text"], datatype=pyoxigraph.NamedNode(kind) if kind else None)


def _triples(results: pyoxigraph.QueryTriples, largest: int) -> Iterator[pyoxigraph.Triple]:
    """The triples in a total order, so that the same graph is written alike; a bounded number of them."""
    held: list[pyoxigraph.Triple] = []
    size = 0
    for triple in results:
        size += len(str(triple))
        if size > largest:
            raise TooMuch
        held.append(triple)
    yield from sorted(held, key=str)


def answer(store: pyoxigraph.Store, asked: dict[str, Any], largest: int) -> tuple[dict[str, Any], bytes]:
    """The results of one query, or what is wrong with it under `error`."""
    values = {pyoxigraph.Variable(name): _term(value) for name, value in asked["values"].items()}
    try:
        results = store.query(asked["query"], substitutions=values)
        form = "graph" if isinstance(results, pyoxigraph.QueryTriples) else "table"
        chosen = asked["format"] or ("turtle" if form == "graph" else "json")
        held = Bounded(largest)
        out = cast("IO[bytes]", held)  # of a file, only `write` is called
        if isinstance(results, pyoxigraph.QueryTriples):
            if chosen not in GRAPHS:
                return {"error": "unfit", "form": form}, b""
            pyoxigraph.serialize(_triples(results, largest), out, GRAPHS[chosen], prefixes=PREFIXES)
        else:
            if chosen not in TABLES:
                return {"error": "unfit", "form": form}, b""
            results.serialize(out, TABLES[chosen])
    except SyntaxError as wrong:
        problem = str(wrong)
        place = PLACE.search(problem)
        return {"error": "syntax", "problem": problem[:300], "line": int(place["line"]) if place else 1}, b""
    except (TooMuch, MemoryError):
        return {"error": "large"}, b""
    except (OSError, ValueError, RuntimeError) as wrong:
        return {"error": "refused", "problem": str(wrong)[:300]}, b""
    content = b"".join(held.parts)
    return {"format": chosen, "form": form, "length": len(content)}, content


def serve(index: str, megabytes: int, largest: int, asked: BinaryIO, answers: BinaryIO) -> None:
    """Answers one query after the other until the parent closes its end."""
    store = pyoxigraph.Store.read_only(index)
    cut = without_network()
    limit_memory(megabytes)
    _send(answers, {"ready": True, "network": not cut}, b"")
    for line in asked:
        message = json.loads(line)
        if "index" in message:
            del store  # lets its files go
            store = pyoxigraph.Store.read_only(message["index"])
            _send(answers, {"ready": True}, b"")
        else:
            _send(answers, *answer(store, message, largest))


def _send(stream: BinaryIO, head: dict[str, Any], content: bytes) -> None:
    stream.write(json.dumps(head).encode("ascii") + b"\n" + content)
    stream.flush()


def main() -> None:
    """Started by `contained` with an index, megabytes of memory and of results."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interruption means
    asked, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nowhere, stream)
    serve(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) << 20, asked, answers)


if __name__ == "__main__":
    main()
