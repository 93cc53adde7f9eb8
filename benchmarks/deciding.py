"""Prints how soon a decision is in the answers and in the picture around an actor, in a library of many documents.

`python benchmarks/deciding.py [DOCUMENTS]`, 1,000 unless told: the series of the tests, over and over on other
days and in other regions. Milliseconds by the clock on the wall, in one process, best of ROUNDS; an erasure is
done once, last. SPARQL is asked of an index that follows the decision; after an erasure it is made from nothing.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from graph.knowledge.store.entry import entry
from graph.library import Library
from graph.reading.pipeline import read_bytes

SERIES = sorted((Path(__file__).parent.parent / "tests" / "series").glob("siljan-*.txt"))
REGIONS = ("Dalarna", "Gävleborg", "Värmland", "Kronoberg", "Halland", "Blekinge", "Gotland", "Uppsala")
MONTHS = ("januari", "mars", "maj", "juni", "augusti", "september", "november", "december")
ROUNDS = 3
WANTED = 200
"""Milliseconds within which a decision, and then the picture or an answer, is to be there."""
LINE = """
SELECT min(q.line) FROM mention m JOIN quote q ON q.id = m.quote JOIN document d ON d.id = m.document
WHERE d.sha256 = ? AND m.words = 'Leksands kommun'
"""
COUNT = "SELECT (count(*) AS ?n) { ?a <https://samverkan.example/ns#supports> ?b }"


def filled(library: Library, documents: int) -> None:
    """Reads so many minutes; each region has a person of its own who leads its meetings."""
    texts = [path.read_text(encoding="utf-8").split("\n") for path in SERIES]
    for number in range(documents):
        region = number % len(REGIONS)
        year, month = 2000 + number // len(REGIONS) // len(MONTHS), number // len(REGIONS) % len(MONTHS)
        held = [f"Minnesanteckningar {1 + region} {MONTHS[month]} {year}, Rättvik"]
        lines = [texts[number % len(texts)][0], *held, *texts[number % len(texts)][2:], str(number)]
        text = "\n".join(lines).replace("Dalarna", REGIONS[region])
        text = text.replace("Olsbo", f"Ols{'abcdefgh'[region]}bo")
        name = f"{number:04}.txt"
        library.store.commit(entry(read_bytes(name, text.encode())), path=name)


def milliseconds(work: Callable[[], Any]) -> float:
    """What a piece of work takes."""
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def decisions(library: Library, turn: int) -> dict[str, Callable[[str], Any]]:
    """One of each kind, which the next takes back."""
    document = library.store.find(f"{4 * (turn + 1):04}.txt")
    (line,) = library.store.db.execute(LINE, (document,)).fetchone()
    return {
        "rename": lambda at: library.rename("Mora kommun", f"Mora stad {turn}", "x", at),
        "undo": lambda at: library.undo(None, at),
        "merge": lambda at: library.merge("Per Olsabo", "Per Olsbbo", "x", at),
        "undo of merge": lambda at: library.undo(None, at),
        "split": lambda at: library.split("Anna-Karin Trygg", document, "x", at),
        "correct": lambda at: library.make(
            library.propose("correct", "statement", document, 15, to={"speaker": "Sofia Hedkvist"}), "x", at
        ),
        "reject": lambda at: library.make(
            library.propose("reject", "mention", document, line, "Leksands kommun"), "x", at
        ),
    }


def asked(library: Library) -> dict[str, Callable[[], Any]]:
    """What is asked after each decision."""
    return {
        "around": lambda: library.drawn(around="Rättviks kommun"),
        "statements": lambda: library.statements(by="Anna-Karin Trygg", limit=50),
        "partners": lambda: library.partners("Rättviks kommun"),
        "ask": lambda: library.ask("promises", limit=50),
        "sparql": lambda: library.sparql(COUNT),
    }


def main() -> None:
    """Measures and prints; exit code 1 where a decision with an answer or the picture takes too long."""
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    best: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        library = Library(folder)
        filled(library, documents)
        library.sparql(COUNT)
        for turn in range(ROUNDS):
            for number, (name, decide) in enumerate(decisions(library, turn).items()):
                at = f"2026-01-01T{turn:02}:00:{number:02}Z"
                took = {"itself": milliseconds(lambda: decide(at))}  # noqa: B023  # called at once
                took |= {question: milliseconds(work) for question, work in asked(library).items()}
                known = best.setdefault(name, took)
                best[name] = {key: min(value, known[key]) for key, value in took.items()}
        plan = library.erasing("Per Olscbo")
        took = {"itself": milliseconds(lambda: library.erase(plan, "x", "2026-02-01"))}
        best["erase"] = took | {question: milliseconds(work) for question, work in asked(library).items()}
        library.store.close()
    print(f"{documents} documents, ms".ljust(24), *(name.rjust(10) for name in best["rename"]))
    for name, row in best.items():
        print(name.ljust(24), *(f"{value:10.0f}" for value in row.values()))
    slow = [
        name
        for name, row in best.items()
        if name != "erase" and row["itself"] + max(row["around"], row["statements"], row["partners"]) > WANTED
    ]
    raise SystemExit(f"over {WANTED} ms: {', '.join(slow)}" if slow else 0)


if __name__ == "__main__":
    main()
