"""Status scored on labelled sentences: a line is a status, a tab and a sentence with its clause in brackets."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from graph.model.terms import Status
from graph.reading.relations.scope import VERB
from graph.reading.relations.status import clause_status, sentence_status

FOLDER = Path("tests/status")
SETS = {
    "own": "Made-up sentences by those who wrote the rules.",
    "tuned": "Made-up sentences by a writer who did not know the rules; their misses were then read.",
    "unseen": "Made-up sentences by the same writer. Their misses were counted as the rules grew; none was read.",
}
FINITE = re.compile(rf"(?<![\w-]){VERB}(?![\w-])", re.IGNORECASE)
HEAD = """## Status of sentences and clauses

Whether what is said is asserted, planned, refused and so on. A whole sentence is judged as a quote is, a clause at its verb as a tie
in it is. What is new reads a little worse than the unseen set, whose count was looked at while the rules were written: of the last
126 sentences of our own, 0.87 were right at the first try.
"""

Confusion = Counter[tuple[Status, Status]]
"""How often sentences of one status (first) were read as another (second)."""


def judged(marked: str) -> Status:
    """The status that reading gives the clause in brackets; at its first verb, if it is not all of the sentence."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    if not (text[:start] + text[end:]).strip(" .?!"):
        return sentence_status(text)
    verb = FINITE.search(text, start, end)
    return clause_status(text, verb.start() if verb else start)


def labelled(file: Path) -> Iterator[tuple[Status, str]]:
    """Every sentence of a file with its status; a line that opens with # is a remark."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            status, marked = line.split("\t")
            yield Status(status.lower()), marked


def confusion(file: Path) -> Confusion:
    """What the sentences of a file were read as."""
    return Counter((status, judged(marked)) for status, marked in labelled(file))


def share_right(counts: Confusion) -> float:
    """Of all sentences."""
    return sum(number for (gold, found), number in counts.items() if gold is found) / counts.total()


def recall(counts: Confusion, status: Status) -> float:
    """Of the sentences of one status, how many were read so."""
    return counts[status, status] / sum(number for (gold, _), number in counts.items() if gold is status)


def section(folder: Path) -> Iterator[str]:
    """The page's section: a table of both sets."""
    yield HEAD
    sets = {name: confusion(folder / f"{name}.tsv") for name in SETS}
    for name, counts in sets.items():
        yield f"- {name}: {counts.total()} sentences, {share_right(counts):.3f} right. {SETS[name]}"
    yield "\n| status | " + " | ".join(f"{name}: gold | found | right" for name in sets) + " |"
    yield "|---" * (1 + 3 * len(sets)) + "|"
    for status in Status:
        cells = []
        for counts in sets.values():
            gold = sum(number for (one, _), number in counts.items() if one is status)
            found = sum(number for (_, one), number in counts.items() if one is status)
            cells += [str(gold), str(found), str(counts[status, status])]
        yield f"| {status.value} | {' | '.join(cells)} |"
