"""A folder of gold scored against a folder of predictions, or against what reading finds today."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import NoGold, SamverkanError
from graph.evaluation.counts import Counts, add
from graph.evaluation.gold import GoldDocument, gold_documents
from graph.evaluation.marked import Line, marked
from graph.evaluation.mentions import score_mentions
from graph.evaluation.misses import in_context
from graph.evaluation.reading_format import lines
from graph.evaluation.statements import score_meetings, score_statements
from graph.evaluation.ties import score_ties
from graph.reading.pipeline import read_bytes


@dataclass(frozen=True, slots=True)
class DocumentScores:
    """Counts and misses of one document.

    `layout` is as its sidecar says, else the one that read it; None where neither is known.
    """

    stem: str
    layout: str | None
    counts: Counts
    misses: tuple[Line, ...] = ()
    predicted: bool = True
    faults: tuple[SamverkanError, ...] = ()


@dataclass(frozen=True, slots=True)
class Scores:
    """The documents in the order of their names, and what they come to together."""

    documents: tuple[DocumentScores, ...]

    @property
    def counts(self) -> Counts:
        """Counts of all documents together."""
        return pooled(self.documents)

    @property
    def misses(self) -> tuple[Line, ...]:
        """Every miss of every document."""
        return tuple(miss for document in self.documents for miss in document.misses)

    @property
    def missing(self) -> tuple[str, ...]:
        """The documents without a prediction."""
        return tuple(document.stem for document in self.documents if not document.predicted)

    @property
    def faults(self) -> tuple[SamverkanError, ...]:
        """The lines that could not be compared and were left out, and those whose words stand elsewhere."""
        return tuple(fault for document in self.documents for fault in document.faults)


def pooled(documents: Sequence[DocumentScores]) -> Counts:
    """Counts of several documents added up."""
    counts: Counts = {}
    for document in documents:
        for (kind, type_), count in document.counts.items():
            add(counts, kind, type_, count)
    return counts


def evaluate(gold: Path, predicted: Path | None = None, texts: Sequence[Path] = ()) -> Scores:
    """Every `.jsonl` of the gold folder against its namesake in `predicted`.

    Without `predicted` the text of each gold file is read now: its `.txt`, beside it or in `texts`. A line
    that is none is left out and told. Raises NoGold for a folder without gold, and what reading raises.
    """
    documents = gold_documents(gold, texts)
    if predicted is not None and not predicted.is_dir():
        raise NoGold(folder=str(predicted))
    return Scores(tuple(_document(one, predicted) for one in documents))


def _document(one: GoldDocument, predicted: Path | None) -> DocumentScores:
    text: str | None = None
    found: list[Line] | None = None
    layout = one.layout
    if one.text is not None:
        content = one.text.read_bytes()
        if predicted is None:
            reading = read_bytes(one.file, content)
            found, text, layout = lines(reading), reading.document.text, layout or reading.layout
        else:
            text = content.decode("utf-8", "replace")
    wanted, faults = marked(one.gold, document=text)
    if predicted is not None and (predicted / one.gold.name).exists():
        found, more = marked(predicted / one.gold.name, needed=False)
        faults = faults + more
    told: list[Line] = []
    counts = score(wanted, found or [], told)
    told = in_context(told, wanted, found or [], one.file, text)
    misses = tuple({"document": one.gold.stem, **miss} for miss in told)
    return DocumentScores(one.gold.stem, layout, counts, misses, found is not None, tuple(faults))


def score(gold: Sequence[Line], found: Sequence[Line], misses: list[Line]) -> Counts:
    """One document: mentions, ties, statements, meeting; and of mentions the sum over types."""
    counts: Counts = {}
    for (kind, type_), count in score_mentions(gold, found, misses).items():
        add(counts, kind, type_, count)
        add(counts, kind, "all", count)
    for part in (score_ties(gold, found, misses), score_statements(gold, found, misses)):
        counts |= part
    return counts | score_meetings(gold, found, misses)
